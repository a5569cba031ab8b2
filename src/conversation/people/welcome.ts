import type { IncomingMessage } from '../../domain/message.ts';
import { type Account, accountName } from '../../domain/person.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import { addAudit } from '../../store/audit.ts';
import { takeInvitation } from '../../store/invitations.ts';
import { countRefusal, saveJoinRequest } from '../../store/join-requests.ts';
import { admitPerson, loadPerson } from '../../store/people.ts';
import { hashOfCode, newCode, readCode } from '../one-time-code.ts';
import { readCommand } from '../read-command.ts';
import { sayReply, shorten } from '../say-reply.ts';
import { joinAccount, linkedReply } from './link-accounts.ts';
import { type PeopleDesk, roleNames, tellAdministrators } from './people-desk.ts';

/** Somebody who was not let in gets so many answers a day, and so many tries at a code; after that the bot is silent. */
const ANSWERS_A_DAY = 5;
/** Digits of a request's code: read out over the phone. */
const REQUEST_CODE_LENGTH = 5;
const LONGEST_WISH = 200;

/** What somebody hears who was not let in: nothing of what the bot holds. Null for silence. */
export async function welcome(desk: PeopleDesk, message: IncomingMessage, today: string): Promise<Reply | null> {
  const account = { platform: message.platform, accountId: message.personId };
  const times = await countRefusal(desk.database, account, today);
  if (times > ANSWERS_A_DAY) return null;
  if (message.isGroup) return groupReply;
  const command = readCommand(message.text);
  if (command?.name === 'vao') return useCode(desk, message, command.rest);
  if (command?.name === 'xinvao') return askIn(desk, message, command.rest);
  return refusal;
}

const groupReply = sayReply('Bot này chỉ trả lời người đã được mời. Muốn dùng, xin nhắn riêng cho bot.');

const refusal: Reply = {
  blocks: [
    paragraph('Đây là trợ lý tự động nội bộ, chỉ trả lời người đã được mời.'),
    paragraph('Có mã mời: gõ /vao MÃ. Chưa có: gõ /xinvao kèm họ tên, đơn vị; người quản trị sẽ xem xét.'),
  ],
  choices: [],
};

const wrongCode = sayReply('Mã này không đúng, đã dùng hoặc đã quá hạn. Anh/chị xin người quản trị mã mới.');

/** Takes an invitation, or a code that joins this account to a person who is let in elsewhere. */
async function useCode(desk: PeopleDesk, message: IncomingMessage, typed: string): Promise<Reply> {
  const account: Account = { platform: message.platform, accountId: message.personId };
  const by = accountName(account);
  const now = message.receivedAt;
  return desk.database.transaction(async (session) => {
    const taken = await takeInvitation(session, { codeHash: hashOfCode(readCode(typed)), by }, now);
    if (taken === null) return wrongCode;
    if (taken.person !== null) {
      const person = await loadPerson(session, taken.person);
      if (person === null) return wrongCode;
      await joinAccount(session, { person, account, name: message.personName }, now);
      await addAudit(session, { kind: 'linked', actor: account, detail: { person: person.id } }, now);
      return linkedReply(person);
    }
    const name = message.personName ?? by;
    await admitPerson(session, { account, name, role: taken.role, by: taken.issuedBy }, now);
    await addAudit(
      session,
      { kind: 'admitted', actor: taken.issuedBy, subject: account, detail: { role: taken.role } },
      now,
    );
    return sayReply(['Mời anh/chị vào, với vai trò ', { bold: roleNames[taken.role] }, '.'], startChoices);
  });
}

const startChoices = [
  { label: 'Giới thiệu', message: '/start' },
  { label: 'Hồ sơ của tôi', message: '/hoso' },
];

async function askIn(desk: PeopleDesk, message: IncomingMessage, wish: string): Promise<Reply> {
  if (wish.trim() === '') return sayReply('Xin ghi họ tên và đơn vị, ví dụ: /xinvao Nguyễn Văn An, Sở Nội vụ');
  const name = message.personName ?? '';
  const { platform, personId: accountId, receivedAt: askedAt } = message;
  const said = shorten(wish, LONGEST_WISH);
  const request = { platform, accountId, name, wish: said, askedAt, code: newCode(REQUEST_CODE_LENGTH) };
  const code = await saveJoinRequest(desk.database, request);
  await tellAdministrators(desk, {
    blocks: [paragraph({ bold: 'Xin vào' }, `: ${said}`), paragraph({ italic: `${name} (${platform}), mã ${code}` })],
    choices: [
      { label: 'Cho vào (người đọc)', message: `/chovao ${code} reader` },
      { label: 'Cho vào (người rà soát)', message: `/chovao ${code} reviewer` },
      { label: 'Từ chối', message: `/tuchoi ${code}` },
    ],
  });
  return sayReply(['Đã gửi tới người quản trị. Mã của anh/chị: ', { bold: code }, '. Có trả lời, bot sẽ nhắn ở đây.']);
}
