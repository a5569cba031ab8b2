import { readEmailAddress } from '../../domain/email-address.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Session } from '../../store/database.ts';
import { countLinkMails, issueLinkCode, takeLinkCode } from '../../store/link-codes.ts';
import { linkSubscribers, saveSubscriber } from '../../store/subscribers.ts';
import type { Turn } from '../feature.ts';
import { hashOfCode, newCode } from '../one-time-code.ts';
import { joinChat } from '../reminders/chat-subscriber.ts';
import { sayReply } from '../say-reply.ts';
import type { PeopleDesk } from './people-desk.ts';

/** How long a code can be used, and how many mails a chat can have sent in a day. */
export const CODE_MINUTES = 15;
const MAILS_A_DAY = 3;

/** Sends a code to a mailbox: whoever types it back has shown that the mailbox is theirs. */
export async function sendMailCode(written: string, turn: Turn, desk: PeopleDesk): Promise<Reply> {
  const email = desk.email();
  if (email === null) return sayReply('Bot này chưa nối máy chủ thư, chưa gửi thư được.');
  const address = readEmailAddress(written);
  if (address === null) return sayReply('Địa chỉ thư điện tử này không đúng; xin ghi lại.');
  const now = turn.message.receivedAt;
  const { id } = await joinChat(turn, desk.database);
  const since = new Date(now.getTime() - 86_400_000);
  if ((await countLinkMails(desk.database, id, since)) >= MAILS_A_DAY) {
    return sayReply(`Hôm nay đã gửi ${MAILS_A_DAY} thư có mã từ đây; xin thử lại ngày mai.`);
  }
  const code = newCode();
  // Before the mail goes out: who is at fault for a flood of mails, counts.
  await issueLinkCode(desk.database, { subscriber: id, codeHash: hashOfCode(code), address }, now);
  const { status } = await email.send(address, mailOf(code));
  if (status === 'failed') return sayReply('Chưa gửi được thư tới địa chỉ này; xin kiểm tra lại.');
  return sayReply(`Đã gửi mã tới ${address}. Nhắn lại mã đó ở đây, trong ${CODE_MINUTES} phút: /lienket MÃ`);
}

const mailOf = (code: string): Reply =>
  sayReply([
    { bold: 'Mã nhận nhắc việc qua thư' },
    `: ${code}. Nhắn cho bot ở nơi vừa hỏi: /lienket ${code}. Nếu không phải anh/chị yêu cầu, xin bỏ qua thư này.`,
  ]);

/** The mailbox whose code this is, from now on used where this chat cannot be reached; null where the code is none of a mailbox. */
export async function takeMailCode(session: Session, turn: Turn, code: string): Promise<string | null> {
  const now = turn.message.receivedAt;
  const since = new Date(now.getTime() - CODE_MINUTES * 60_000);
  const own = await joinChat(turn, session);
  const address = await takeLinkCode(session, { codeHash: hashOfCode(code), by: own.id, since }, now);
  if (address === null) return null;
  const mailbox = { platform: 'email' as const, chatId: address, name: own.name, isGroup: false };
  await linkSubscribers(session, own.id, (await saveSubscriber(session, mailbox, now)).id);
  return address;
}
