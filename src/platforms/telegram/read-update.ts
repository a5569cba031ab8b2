import type { CallbackQuery, Message, Update, User } from 'grammy/types';
import type { IncomingMessage } from '../../domain/message.ts';
import { addressedText, type Self } from './addressed-text.ts';
import type { LoadFile } from './load-file.ts';
import { readAttachments } from './read-attachments.ts';
import type { Target } from './send-message.ts';

/** Something said to the bot: the message for the conversation, where the reply goes, and the tap to acknowledge, if it was one. */
export type Heard = { message: IncomingMessage | null; target: Target; callbackId: string | null };

export type Reader = { self: Self; now: () => Date; loadFile: LoadFile };

/** Kinds of message a person writes, as opposed to notices ("joined", "pinned"). Those without words have an empty text. */
const contents = [
  'text',
  'photo',
  'document',
  'sticker',
  'voice',
  'video',
  'video_note',
  'animation',
  'audio',
  'contact',
  'location',
  'poll',
] as const satisfies (keyof Message)[];

/**
 * Null for what is not for us: notices, channels, other bots, edited messages (a question is answered as it was first sent; an
 * edit is asked again by sending it anew), and in groups whatever is not addressed to the bot.
 * `message` is null for a tap that cannot be understood but must be acknowledged.
 */
export function readUpdate(update: Update, reader: Reader): Heard | null {
  if (update.callback_query !== undefined) return readTap(update.callback_query, reader);
  return update.message === undefined ? null : readMessage(update.message, reader);
}

function readMessage(message: Message, { self, loadFile }: Reader): Heard | null {
  const { from } = message;
  // Anonymous administrators and linked channels write as bots: nobody whose rights could be checked.
  if (from === undefined || from.is_bot || !contents.some((content) => message[content] !== undefined)) return null;
  const text = addressedText(message, self);
  if (text === null) return null;
  const attachments = readAttachments(message, loadFile);
  return {
    callbackId: null,
    target: toTarget(message),
    message: {
      ...toParticipants(message, from),
      messageId: `${message.chat.id}:${message.message_id}`,
      text,
      choice: null,
      ...(attachments.length === 0 ? {} : { attachments }),
      receivedAt: new Date(message.date * 1000),
    },
  };
}

function readTap({ id, from, data, message }: CallbackQuery, { now }: Reader): Heard | null {
  if (message === undefined || data === undefined) {
    return { callbackId: id, target: { chatId: from.id, threadId: null, replyTo: null }, message: null };
  }
  return {
    callbackId: id,
    target: { ...toTarget(message), replyTo: null },
    message: {
      ...toParticipants(message, from),
      messageId: `callback:${id}`,
      text: 'reply_markup' in message ? buttonLabel(message, data) : '',
      choice: data,
      receivedAt: now(),
    },
  };
}

function toParticipants({ chat }: Pick<Message, 'chat'>, from: User) {
  const name = [from.first_name, from.last_name].filter(Boolean).join(' ');
  return {
    platform: 'telegram' as const,
    chatId: String(chat.id),
    personId: String(from.id),
    personName: name === '' ? null : name,
    isGroup: chat.type !== 'private',
  };
}

function toTarget(message: Pick<Message, 'chat' | 'message_id'> & Partial<Message>): Target {
  return {
    chatId: message.chat.id,
    threadId: message.is_topic_message ? (message.message_thread_id ?? null) : null,
    replyTo: message.chat.type === 'private' ? null : message.message_id,
  };
}

/** What the tapped button says; empty when it is no longer under the message. */
function buttonLabel(message: Message, data: string): string {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.find((button) => 'callback_data' in button && button.callback_data === data)?.text ?? '';
}
