import { accountName } from '../../domain/person.ts';
import type { Reply } from '../../domain/reply.ts';
import { findPerson, loadPerson, saveProfile } from '../../store/people.ts';
import { confirmUnit } from '../../store/visibility.ts';
import type { Turn } from '../feature.ts';
import { sayReply, shorten } from '../say-reply.ts';
import { askForConfirmation } from './confirm-unit.ts';
import { accountOf, type PeopleDesk, personOf, roleNames } from './people-desk.ts';

const LONGEST_UNIT = 120;
const wish = /^(đơn vị|don vi|địa phương|dia phuong)\s*:?\s*(.*)$/isu;

/** "/hoso", "/hoso đơn vị Sở Nội vụ", "/hoso địa phương xã Tân Lập": what the bot knows of who speaks, and changing it. */
export async function profileReply(turn: Turn, desk: PeopleDesk, rest: string): Promise<Reply> {
  if (turn.message.isGroup) return sayReply('Hồ sơ là của từng người: xin nhắn riêng cho bot.');
  const said = wish.exec(rest.normalize('NFC'));
  const value = said?.[2]?.trim() ?? '';
  if (said === null || value === '') return showProfile(turn, desk);
  return /^(?:đơn|don)/iu.test(said[1] ?? '') ? saveUnit(turn, desk, value) : saveLocality(turn, desk, value);
}

async function showProfile(turn: Turn, { database }: PeopleDesk): Promise<Reply> {
  const { speaker, message } = turn;
  const person = await findPerson(database, { platform: message.platform, accountId: message.personId });
  const place = speaker.locality?.name;
  const accounts = person?.accounts.map(accountName).join(', ') ?? `${message.platform}:${message.personId}`;
  return {
    blocks: [
      {
        kind: 'list',
        items: [
          ['Vai trò: ', { bold: roleNames[speaker.role] }],
          ['Đơn vị: ', speaker.unit ?? 'chưa ghi (gõ /hoso đơn vị …)'],
          ['Địa phương: ', place ?? 'chưa ghi (gõ /hoso địa phương …)'],
          ['Tài khoản: ', accounts],
        ],
      },
    ],
    choices: [{ label: 'Nối tài khoản khác', message: '/lienket' }],
  };
}

async function saveUnit(turn: Turn, desk: PeopleDesk, value: string): Promise<Reply> {
  const unit = shorten(value, LONGEST_UNIT);
  const id = await personOf(turn, desk);
  const before = await loadPerson(desk.database, id);
  await saveProfile(desk.database, id, { unit });
  if (before?.unit !== unit) {
    await confirmUnit(desk.database, { person: id, unit: null }, turn.message.receivedAt);
    const person = { id, name: before?.name ?? '' };
    await askForConfirmation(desk, { person, account: accountOf(turn), unit });
  }
  return sayReply(['Đã ghi đơn vị: ', { bold: unit }, '.'], [{ label: 'Hồ sơ của tôi', message: '/hoso' }]);
}

async function saveLocality(turn: Turn, desk: PeopleDesk, value: string): Promise<Reply> {
  const found = desk.gazetteer.find(value, { asked: true });
  const place = found[0]?.locality;
  if (place === undefined || found.length > 1) {
    return sayReply('Chưa rõ địa phương nào. Xin ghi đủ, ví dụ: /hoso địa phương tỉnh Cao Bằng');
  }
  await saveProfile(desk.database, await personOf(turn, desk), { locality: place });
  return sayReply(['Đã ghi địa phương: ', { bold: place.name }, '. Hỏi “tỉnh tôi” là nơi này.']);
}
