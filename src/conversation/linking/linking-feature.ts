import { createHash, randomInt } from 'node:crypto';
import { readEmailAddress } from '../../domain/email-address.ts';
import type { PlatformName } from '../../domain/message.ts';
import type { Platform } from '../../domain/platform.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Database } from '../../store/database.ts';
import { countLinkMails, issueLinkCode, takeLinkCode } from '../../store/link-codes.ts';
import { linkSubscribers, loadSubscribers, saveSubscriber, unlinkSubscriber } from '../../store/subscribers.ts';
import type { Feature, Turn } from '../feature.ts';
import { readCommand } from '../read-command.ts';
import { joinChat, subscriberOf } from '../reminders/chat-subscriber.ts';
import { sayReply } from '../say-reply.ts';

/** `email`: null where no mail server is set. */
export type LinkingDesk = { database: Database; email: Pick<Platform, 'send'> | null };

/** How long a code can be used, and how many mails a chat can have sent in a day. */
const CODE_MINUTES = 15;
const MAILS_A_DAY = 3;
const CODE_LENGTH = 8;
/** Without those that look alike. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * /duphong: a person's chats on several platforms, and a mailbox, stand in for each other when reminders cannot be sent to one. Whoever links shows
 * that both are theirs: with a code shown in one and typed in the other.
 */
export function createLinking(desk: LinkingDesk): Feature {
  return {
    commands: [{ command: 'duphong', description: 'Nơi nhận dự phòng khi ở đây không gửi được' }],
    async respond(turn) {
      const command = readCommand(turn.text);
      if (command?.name !== 'duphong') return null;
      if (turn.message.isGroup) return groupReply;
      const rest = command.rest.trim();
      if (rest === '') return showCode(turn, desk);
      if (rest.includes('@')) return sendCode(rest, turn, desk);
      return /^b[oỏ]$/i.test(rest.normalize('NFC')) ? unlink(turn, desk) : takeCode(rest, turn, desk);
    },
  };
}

const groupReply = sayReply('Nơi dự phòng là của từng người: xin nhắn riêng cho bot.');

/** A code to be typed in the person's other chat. */
async function showCode(turn: Turn, { database, email }: LinkingDesk): Promise<Reply> {
  const { id, fallback } = await joinChat(turn, database);
  const code = newCode();
  await issueLinkCode(database, { subscriber: id, codeHash: hashOf(code), address: null }, turn.message.receivedAt);
  const mail = email === null ? '' : ' Muốn dùng thư điện tử: /duphong ten@co-quan.vn';
  const undo = fallback === null ? [] : [{ label: 'Bỏ dự phòng ở đây', message: '/duphong bỏ' }];
  return sayReply(
    [
      'Mã: ',
      { bold: code },
      ` (một lần, trong ${CODE_MINUTES} phút). Ở nền tảng kia (Telegram, Zalo), nhắn riêng cho bot: /duphong ${code}.${mail}`,
    ],
    undo,
  );
}

async function sendCode(written: string, turn: Turn, { database, email }: LinkingDesk): Promise<Reply> {
  if (email === null) return sayReply('Bot này chưa nối máy chủ thư, chưa gửi thư được.');
  const address = readEmailAddress(written);
  if (address === null) return sayReply('Địa chỉ thư điện tử này không đúng; xin ghi lại.');
  const now = turn.message.receivedAt;
  const { id } = await joinChat(turn, database);
  const since = new Date(now.getTime() - 86_400_000);
  if ((await countLinkMails(database, id, since)) >= MAILS_A_DAY) {
    return sayReply(`Hôm nay đã gửi ${MAILS_A_DAY} thư có mã từ đây; xin thử lại ngày mai.`);
  }
  const code = newCode();
  // Before the mail goes out: who is at fault for a flood of mails, counts.
  await issueLinkCode(database, { subscriber: id, codeHash: hashOf(code), address }, now);
  const { status } = await email.send(address, mailOf(code));
  if (status === 'failed') return sayReply('Chưa gửi được thư tới địa chỉ này; xin kiểm tra lại.');
  return sayReply(`Đã gửi mã tới ${address}. Nhắn lại mã đó ở đây, trong ${CODE_MINUTES} phút: /duphong MÃ`);
}

const mailOf = (code: string): Reply =>
  sayReply([
    { bold: 'Mã nhận nhắc việc qua thư' },
    `: ${code}. Nhắn cho bot ở nơi vừa hỏi: /duphong ${code}. Nếu không phải anh/chị yêu cầu, xin bỏ qua thư này.`,
  ]);

async function takeCode(written: string, turn: Turn, { database }: LinkingDesk): Promise<Reply> {
  const code = written.toUpperCase().replace(/[\s-]/g, '');
  if (code.length !== CODE_LENGTH) return wrongCodeReply;
  const now = turn.message.receivedAt;
  const since = new Date(now.getTime() - CODE_MINUTES * 60_000);
  return database.transaction(async (session) => {
    const own = await joinChat(turn, session);
    const taken = await takeLinkCode(session, { codeHash: hashOf(code), by: own.id, since }, now);
    if (taken === null) return wrongCodeReply;
    if (taken.address !== null) {
      const mailbox = { platform: 'email' as const, chatId: taken.address, name: own.name, isGroup: false };
      await linkSubscribers(session, own.id, (await saveSubscriber(session, mailbox, now)).id);
      return linkedReply(`thư ${taken.address}`);
    }
    const [other] = await loadSubscribers(session, [taken.subscriber]);
    await linkSubscribers(session, taken.subscriber, own.id);
    return linkedReply(platformNames[other?.platform ?? 'terminal']);
  });
}

const wrongCodeReply = sayReply(
  `Mã này không đúng, đã dùng, quá ${CODE_MINUTES} phút, hoặc gõ ở chính nơi đã nhận mã. Lấy mã mới ở nền tảng kia bằng /duphong.`,
);

const linkedReply = (where: string): Reply =>
  sayReply(`Đã nối. Khi ở đây không gửi được tin nhắc, bot gửi qua ${where}, và ngược lại. Bỏ: /duphong bỏ`);

const platformNames: Record<PlatformName, string> = {
  telegram: 'Telegram',
  'zalo-oa': 'Zalo',
  'zalo-bot': 'Zalo',
  email: 'thư điện tử',
  terminal: 'cửa sổ dòng lệnh',
};

async function unlink(turn: Turn, { database }: LinkingDesk): Promise<Reply> {
  const own = await subscriberOf(turn, database);
  const wasLinked = own !== null && (await unlinkSubscriber(database, own.id));
  return sayReply(wasLinked ? 'Đã bỏ: nơi này không còn dự phòng cho nơi nào.' : 'Ở đây chưa nối với nơi nào.');
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => letters[randomInt(letters.length)] ?? '').join('');
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
