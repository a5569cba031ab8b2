import { readEmailAddress } from '../../domain/email-address.ts';
import { linkSubscribers, saveSubscriber } from '../../store/subscribers.ts';
import { UsageError } from '../command.ts';
import { type Action, type ActionInput, chatLabel, findChat, neededChat } from './action.ts';

/**
 * Makes two chats of one owner stand in for each other. An e-mail address may be new; any other chat must have asked for reminders itself.
 */
export const linkAction: Action = async (input) => {
  const { database, word, values, context } = input;
  if (word === null)
    throw new UsageError('Thiếu nơi dự phòng, ví dụ: reminders link email:ten@co-quan.vn --chat telegram:123.');
  const chat = await neededChat(input);
  const other = chat === null ? null : await otherChat(input, word);
  if (chat === null || other === null) return 1;
  await linkSubscribers(database, chat.id, other.id);
  if (other.platform === 'email' && context.config().settings.SMTP_URL === undefined) {
    context.log('Chưa đặt SMTP_URL và SMTP_FROM nên chưa gửi thư được.');
  }
  if (values.json === true) context.out(JSON.stringify({ chat: chat.id, other: other.id }));
  else context.out(`${chatLabel(chat)} và ${chatLabel(other)} dự phòng cho nhau.`);
  return 0;
};

async function otherChat(input: ActionInput, written: string) {
  if (!written.startsWith('email:')) return findChat(input, written);
  const address = readEmailAddress(written.slice('email:'.length));
  if (address === null) throw new UsageError('Địa chỉ thư điện tử không đúng.');
  const chat = { platform: 'email' as const, chatId: address, name: '', isGroup: false };
  return saveSubscriber(input.database, chat, input.context.now());
}
