import { type Account, accountName, type Person } from '../../domain/person.ts';
import type { Reply } from '../../domain/reply.ts';
import { addAudit } from '../../store/audit.ts';
import type { Session } from '../../store/database.ts';
import { issueInvitation, takeLinkInvitation } from '../../store/invitations.ts';
import { findPerson, joinPeople, linkAccount, loadPerson, unlinkAccount } from '../../store/people.ts';
import { silenceAccounts } from '../../store/people-reminders.ts';
import { findSubscriber, linkSubscribers, saveSubscriber, unlinkSubscriber } from '../../store/subscribers.ts';
import type { Turn } from '../feature.ts';
import { hashOfCode, newCode, readCode } from '../one-time-code.ts';
import { sayReply } from '../say-reply.ts';
import { CODE_MINUTES, sendMailCode, takeMailCode } from './link-mailbox.ts';
import { accountOf, type PeopleDesk, personOf, roleNames } from './people-desk.ts';

/**
 * /lienket: a person's accounts on several platforms become one: the same rights, and each stands in for the others where reminders cannot be
 * sent; so does a mailbox. Whoever links shows that both are theirs, with a code shown in one and typed in the other.
 */
export async function linkReply(turn: Turn, desk: PeopleDesk, rest: string): Promise<Reply> {
  if (turn.message.isGroup) return sayReply('Việc này là của từng người: xin nhắn riêng cho bot.');
  const [word = '', more = ''] = rest.normalize('NFC').split(/\s+/);
  if (word === '') return showCode(turn, desk);
  if (rest.includes('@')) return sendMailCode(rest, turn, desk);
  return /^b[oỏ]$/i.test(word) ? unlink(turn, desk, more === 'that') : takeCode(turn, desk, readCode(rest));
}

/** A code to be typed in the person's other account. */
async function showCode(turn: Turn, desk: PeopleDesk): Promise<Reply> {
  const { database } = desk;
  const person = await personOf(turn, desk);
  const code = newCode();
  const now = turn.message.receivedAt;
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
  const by = accountName(accountOf(turn));
  const invitation = { role: null, person };
  await issueInvitation(database, { codeHash: hashOfCode(code), invitation, by, expiresAt }, now);
  const mail = desk.email() === null ? '' : ' Thêm thư điện tử: /lienket ten@co-quan.vn';
  return sayReply(
    [
      'Mã: ',
      { bold: code },
      ` (một lần, ${CODE_MINUTES} phút, đừng đưa ai: người có mã vào được như anh/chị). Ở Zalo hay Telegram kia của anh/chị, nhắn riêng cho bot: /vao ${code}${mail}`,
    ],
    [{ label: 'Bỏ liên kết ở đây', message: '/lienket bỏ' }],
  );
}

export const wrongLinkCode = sayReply(
  'Mã này không đúng, đã dùng, quá hạn, hoặc gõ ở chính nơi đã nhận mã. Lấy mã mới ở nền tảng kia bằng /lienket.',
);

async function takeCode(turn: Turn, { database }: PeopleDesk, code: string): Promise<Reply> {
  return database.transaction(async (session) => {
    const address = await takeMailCode(session, turn, code);
    if (address !== null) return sayReply(`Đã nối thư ${address}: nơi nhận nhắc việc khi ở đây không gửi được.`);
    const account = accountOf(turn);
    const own = await findPerson(session, account);
    const now = turn.message.receivedAt;
    const claim = { codeHash: hashOfCode(code), by: accountName(account), besides: own?.id ?? null };
    const id = await takeLinkInvitation(session, claim, now);
    const person = id === null ? null : await loadPerson(session, id);
    if (person === null) return wrongLinkCode;
    // A code passed on by mistake must raise nobody's rights and cost nobody theirs.
    if ((own?.role ?? turn.speaker.role) !== person.role) return otherRole;
    if (own !== null) await joinPeople(session, { into: person.id, from: own.id }, now);
    await joinAccount(session, { person, account, name: turn.message.personName }, now);
    await addAudit(session, { kind: 'linked', actor: account, detail: { person: person.id } }, now);
    return linkedReply(person);
  });
}

const otherRole = sayReply('Hai hồ sơ khác vai trò nên chưa nối. Nhờ quản trị đặt cùng vai trò rồi lấy mã mới.');

export const linkedReply = ({ name, role }: Pick<Person, 'name' | 'role'>): Reply =>
  sayReply(
    [
      'Đã nối với hồ sơ ',
      { bold: name },
      `, ${roleNames[role]}. Ở đây không gửi được tin nhắc thì bot gửi qua nơi kia.`,
    ],
    [{ label: 'Hồ sơ của tôi', message: '/hoso' }],
  );

type Joining = { person: Person; account: Account; name: string | null };

/** The account is the person's from now on, and its chat and theirs stand in for each other. */
export async function joinAccount(session: Session, { person, account, name }: Joining, now: Date): Promise<void> {
  await linkAccount(session, { person: person.id, account }, now);
  const own = await saveSubscriber(session, chatOfAccount(account, name ?? ''), now);
  for (const other of person.accounts) {
    const chat = chatOfAccount(other, person.name);
    const known = (await findSubscriber(session, chat)) ?? (await saveSubscriber(session, chat, now));
    if (known.id !== own.id) await linkSubscribers(session, known.id, own.id);
  }
}

/** A private chat's id is the person's on every platform. */
const chatOfAccount = ({ platform, accountId }: Account, name: string) => ({
  platform,
  chatId: accountId,
  name,
  isGroup: false,
});

async function unlink(turn: Turn, { database }: PeopleDesk, isSure: boolean): Promise<Reply> {
  const account = accountOf(turn);
  const isOneOfSeveral = ((await findPerson(database, account))?.accounts.length ?? 0) > 1;
  if (isOneOfSeveral && !isSure) {
    return sayReply(
      'Bỏ liên kết thì tài khoản này không còn vào được (muốn vào lại phải được mời) và thôi nhận nhắc việc.',
      [
        { label: 'Bỏ liên kết', message: '/lienket bỏ that' },
        { label: 'Để nguyên', message: '/hoso' },
      ],
    );
  }
  return database.transaction(async (session) => {
    const chat = await findSubscriber(session, chatOfAccount(account, ''));
    const wasLinked = chat !== null && (await unlinkSubscriber(session, chat.id));
    if (!isOneOfSeveral) return sayReply(wasLinked ? 'Đã bỏ nơi dự phòng.' : 'Ở đây chưa nối với nơi nào.');
    await silenceAccounts(session, [account], turn.message.receivedAt);
    await unlinkAccount(session, account);
    await addAudit(session, { kind: 'unlinked', actor: account }, turn.message.receivedAt);
    return sayReply('Đã bỏ liên kết tài khoản này.');
  });
}
