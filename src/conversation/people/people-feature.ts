import { type Account, accountName, mayActAs, type Person, type Role, roles } from '../../domain/person.ts';
import type { Choice, Reply } from '../../domain/reply.ts';
import { addAudit } from '../../store/audit.ts';
import { issueInvitation } from '../../store/invitations.ts';
import { decideJoinRequest, listJoinRequests } from '../../store/join-requests.ts';
import { admitPerson, endPerson, findPerson, listPeople, loadPerson, setRole } from '../../store/people.ts';
import { silenceAccounts } from '../../store/people-reminders.ts';
import type { Feature, Turn } from '../feature.ts';
import { hashOfCode, newCode, readCode } from '../one-time-code.ts';
import { pageOf, readCommand, readPage } from '../read-command.ts';
import { sayReply } from '../say-reply.ts';
import { setUnit } from './confirm-unit.ts';
import { limitReply, mayLimit } from './limit-directive.ts';
import { linkReply } from './link-accounts.ts';
import { accountOf, type PeopleDesk, roleNames } from './people-desk.ts';
import { profileReply } from './profile.ts';

const INVITATION_HOURS = 24;
const PAGE = 10;

/** Letting people in, their roles, their accounts, and what they say of themselves. */
export function createPeople(desk: PeopleDesk): Feature {
  return {
    commands: [
      { command: 'hoso', description: 'Hồ sơ của tôi: đơn vị, địa phương' },
      { command: 'lienket', description: 'Nối Zalo, Telegram, thư của tôi làm một' },
      { command: 'phamvi', description: 'Đơn vị nào được xem văn bản (người rà soát)' },
      { command: 'nguoidung', description: 'Người dùng và vai trò (quản trị)' },
      { command: 'moi', description: 'Mã mời một người (quản trị)' },
    ],
    async respond(turn) {
      const command = readCommand(turn.text);
      if (command === null) return null;
      const { name, rest } = command;
      if (name === 'hoso') return profileReply(turn, desk, rest);
      if (name === 'phamvi') return mayLimit(turn) ? limitReply(turn, desk, rest) : null;
      if (name === 'lienket') return linkReply(turn, desk, rest);
      if (name === 'vao') return needsNoCode(turn, desk);
      const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
      if (act === undefined) return null;
      // Whoever may not do it hears the same as of a command that does not exist.
      if (!mayActAs(turn.speaker.role, 'administrator')) return null;
      return turn.message.isGroup ? privately : act(turn, desk, rest);
    },
  };
}

type Act = (turn: Turn, desk: PeopleDesk, rest: string) => Promise<Reply>;

const acts: Readonly<Record<string, Act>> = {
  nguoidung: listEverybody,
  moi: invite,
  chovao: (turn, desk, rest) => decide(turn, desk, { rest, decision: 'admitted' }),
  tuchoi: (turn, desk, rest) => decide(turn, desk, { rest, decision: 'declined' }),
  vaitro: changeRole,
  chothoi: end,
  donvi: setUnit,
};

const privately = sayReply('Việc này xin nhắn riêng cho bot.');
const nobody = sayReply('Không có người này. Gõ /nguoidung để xem danh sách.');

async function listEverybody(_: Turn, { database }: PeopleDesk, rest: string): Promise<Reply> {
  const { page } = readPage(rest);
  const [people, requests] = [await listPeople(database), await listJoinRequests(database)];
  const { shown, hasMore } = pageOf(people, page, PAGE);
  const rows = shown.map(({ id, name, role, unit, accounts }) => [
    String(id),
    name,
    roleNames[role],
    unit ?? '',
    accounts.map(({ platform }) => platform).join(', '),
  ]);
  const waiting = requests.slice(0, 3).map(({ name, wish, code }) => ({
    label: `Cho vào: ${name || wish}`.slice(0, 40),
    message: `/chovao ${code} reader`,
  }));
  const opened = shown
    .slice(0, 4)
    .map(({ id, name }): Choice => ({ label: `Đổi: ${name}`.slice(0, 40), message: `/vaitro ${id}` }));
  return {
    blocks: [
      ...(requests.length === 0
        ? []
        : [
            {
              kind: 'list' as const,
              items: requests.map(({ wish, platform, code }) => [`Xin vào (${code}, ${platform}): ${wish}`]),
            },
          ]),
      rows.length === 0
        ? { kind: 'paragraph', spans: ['Chưa mời ai. Gõ /moi để lấy mã mời.'] }
        : { kind: 'table', rows: [['Số', 'Tên', 'Vai trò', 'Đơn vị', 'Nơi'], ...rows] },
    ],
    choices: [
      ...waiting,
      ...opened,
      ...(hasMore ? [{ label: 'Xem tiếp', message: `/nguoidung trang ${page + 1}` }] : []),
    ],
  };
}

async function invite(turn: Turn, { database }: PeopleDesk, rest: string): Promise<Reply> {
  const role = readRole(rest);
  if (role === null) {
    return sayReply(
      'Mời với vai trò nào?',
      roles.map((one) => ({ label: capitalized(roleNames[one]), message: `/moi ${one}` })),
    );
  }
  const code = newCode();
  const now = turn.message.receivedAt;
  const expiresAt = new Date(now.getTime() + INVITATION_HOURS * 3_600_000);
  const by = accountName(accountOf(turn));
  await issueInvitation(
    database,
    { codeHash: hashOfCode(code), invitation: { role, person: null }, by, expiresAt },
    now,
  );
  return sayReply([
    'Mã mời một ',
    roleNames[role],
    ', dùng một lần trong ',
    `${INVITATION_HOURS} giờ: `,
    { bold: code },
    `. Người được mời nhắn riêng cho bot: /vao ${code}`,
  ]);
}

async function decide(
  turn: Turn,
  desk: PeopleDesk,
  { rest, decision }: { rest: string; decision: 'admitted' | 'declined' },
): Promise<Reply> {
  const [code = '', wanted = 'reader'] = rest.split(/\s+/);
  const role = readRole(wanted) ?? 'reader';
  const by = accountName(accountOf(turn));
  const now = turn.message.receivedAt;
  const request = await desk.database.transaction(async (session) => {
    const decided = await decideJoinRequest(session, { code: readCode(code), decision, by }, now);
    if (decided !== null && decision === 'admitted') {
      const { platform, accountId, name, wish } = decided;
      await admitPerson(session, { account: { platform, accountId }, name: name || wish, role, by }, now);
      await addAudit(session, { kind: 'admitted', actor: by, subject: decided, detail: { role } }, now);
    }
    return decided;
  });
  if (request === null) return sayReply('Lời xin vào này đã có người xử lý, hoặc không có. Gõ /nguoidung để xem.');
  const isIn = decision === 'admitted';
  desk.tell(
    request,
    isIn
      ? sayReply(['Mời anh/chị vào, với vai trò ', { bold: roleNames[role] }, '. Gõ /start để bắt đầu.'])
      : sayReply('Người quản trị chưa đồng ý lời xin vào của anh/chị.'),
  );
  return sayReply(isIn ? `Đã cho vào: ${request.name || request.wish}, ${roleNames[role]}.` : 'Đã từ chối.');
}

async function changeRole(turn: Turn, { database }: PeopleDesk, rest: string): Promise<Reply> {
  const [id = '', wanted = ''] = rest.split(/\s+/);
  const person = await loadPerson(database, Number(id) || 0);
  if (person === null) return nobody;
  const role = readRole(wanted);
  if (role === null) {
    const others = roles.filter((one) => one !== person.role);
    return sayReply(`${person.name} đang là ${roleNames[person.role]}.`, [
      ...others.map((one) => ({ label: `Thành ${roleNames[one]}`, message: `/vaitro ${person.id} ${one}` })),
      { label: 'Thôi cho vào', message: `/chothoi ${person.id}` },
    ]);
  }
  if (await isSelf(turn, database, person.id)) return ownRole;
  await database.transaction(async (session) => {
    await setRole(session, person.id, role);
    const entry = { actor: accountOf(turn), ...subjectOf(person), detail: { person: person.id, role } };
    await addAudit(session, { kind: 'role', ...entry }, turn.message.receivedAt);
  });
  return sayReply(`${person.name} nay là ${roleNames[role]}.`, [{ label: 'Người dùng', message: '/nguoidung' }]);
}

async function end(turn: Turn, { database }: PeopleDesk, rest: string): Promise<Reply> {
  const [id = '', word = ''] = rest.split(/\s+/);
  const person = await loadPerson(database, Number(id) || 0);
  if (person === null) return nobody;
  if (await isSelf(turn, database, person.id)) return ownRole;
  if (word !== 'that') {
    return sayReply(`Thôi cho ${person.name} vào, trên mọi nền tảng?`, [
      { label: 'Thôi cho vào', message: `/chothoi ${person.id} that` },
      { label: 'Để nguyên', message: '/nguoidung' },
    ]);
  }
  const now = turn.message.receivedAt;
  await database.transaction(async (session) => {
    await endPerson(session, person.id, now);
    await silenceAccounts(session, person.accounts, now);
    const entry = { actor: accountOf(turn), ...subjectOf(person), detail: { person: person.id } };
    await addAudit(session, { kind: 'put_out', ...entry }, now);
  });
  return sayReply(`${person.name} không còn được vào.`);
}

const subjectOf = ({ accounts: [first] }: Person): { subject?: Account } =>
  first === undefined ? {} : { subject: first };

/** So that the last administrator cannot lock everybody out by mistake. */
const ownRole = sayReply('Không tự đổi vai trò của mình; nhờ một người quản trị khác.');

async function isSelf(turn: Turn, database: PeopleDesk['database'], id: number): Promise<boolean> {
  return (await findPerson(database, accountOf(turn)))?.id === id;
}

/** Somebody who is let in already needs no code; said without using the code up. */
async function needsNoCode(turn: Turn, { database }: PeopleDesk): Promise<Reply> {
  const person = await findPerson(database, accountOf(turn));
  return sayReply(
    person === null
      ? 'Tài khoản này đã được trả lời rồi, không cần mã.'
      : `Tài khoản này đã ở trong hồ sơ ${person.name}. Nối nơi khác: gõ /lienket ở đây rồi nhập mã ở nơi kia; nối hồ sơ của mã này: /lienket MÃ.`,
  );
}

function readRole(text: string): Role | null {
  const word = text.trim().toLowerCase();
  return roles.find((role) => role === word || roleNames[role] === word) ?? null;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
