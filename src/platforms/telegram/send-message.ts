import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import type { SendOutcome } from '../../domain/platform.ts';
import { cleanText } from '../clean-text.ts';
import { fileName } from '../file-name.ts';
import type { MediaBlock } from '../reply-parts.ts';
import { plain, type RichText } from '../rich-text.ts';
import { backOff, type Sleep } from '../sleep.ts';
import { splitMessage } from '../split-message.ts';
import { toApiSignal } from './api-signal.ts';
import { classifyFailure, type SendFailure } from './classify-failure.ts';
import { TEXT_LIMIT } from './text-limit.ts';
import { toHtml } from './to-html.ts';

/** Where a reply goes: the chat, and in a group the thread and the message it answers. */
export type Target = { chatId: number | string; threadId: number | null; replyTo: number | null };

/** Words, or a picture or file with its `alt` as caption. */
export type Message = RichText | MediaBlock;

/** One reply, ready to send: its messages in order, the buttons under the last. */
export type Letter = { messages: Message[]; keyboard: InlineKeyboardButton[][] | null };

/** How hard to try. Zero of both for what must never be sent twice without somebody deciding so. */
export type Persistence = { transientRetries: number; ambiguousResends: number };

export type Sender = { api: Api; persistence: Persistence; sleep: Sleep; signal: AbortSignal };

type Draft = Target & {
  message: Message;
  keyboard: InlineKeyboardButton[][] | null;
  isPlain: boolean;
  isMoved: boolean;
  /** Sent once before with unknown result; says so to the reader. */
  isRepeat: boolean;
};

type Attempt = { messageId: number; draft: Draft } | { failure: SendFailure; draft: Draft };

/** What Telegram calls too long below this is not mended by cutting. */
const SHORTEST_SPLIT = 512;

const CAPTION_LIMIT = 1024;

const REPEAT_NOTE = '(Gửi lại vì mất kết nối; có thể trùng tin trên.)\n\n';

/** Sends all messages of a letter in order; stops at the first that cannot be sent. Never rejects. */
export async function sendLetter(sender: Sender, target: Target, letter: Letter): Promise<SendOutcome> {
  const receipts: string[] = [];
  let to = target;
  for (let queue = letter.messages; queue.length > 0; ) {
    const [message, ...rest] = queue;
    if (message === undefined) break;
    const keyboard = rest.length === 0 ? letter.keyboard : null;
    const draft = { ...to, message, keyboard, isPlain: false, isMoved: to.chatId !== target.chatId, isRepeat: false };
    const attempt = await persist(sender, draft);
    if ('messageId' in attempt) {
      receipts.push(`${attempt.draft.chatId}:${attempt.messageId}`);
      // Only the first message is tied to the question.
      to = { chatId: attempt.draft.chatId, threadId: attempt.draft.threadId, replyTo: null };
      queue = rest;
    } else if (attempt.failure.remedy === 'shorter' && !isMedia(message) && message.text.length > SHORTEST_SPLIT) {
      queue = [...splitMessage(message, Math.ceil(message.text.length / 2)), ...rest];
    } else {
      return toOutcome(attempt.failure, receipts.length > 0);
    }
  }
  const receipt = receipts.join(',');
  return to.chatId === target.chatId
    ? { status: 'sent', receipt }
    : { status: 'sent', receipt, movedTo: String(to.chatId) };
}

/** Tries one message until it is sent, refused for good, or the persistence of the sender is used up. */
async function persist(sender: Sender, first: Draft): Promise<Attempt> {
  const left = { ...sender.persistence };
  let draft = first;
  for (let tries = 0; ; tries += 1) {
    const attempt = await attemptWithRemedies(sender, draft);
    if ('messageId' in attempt || sender.signal.aborted) return attempt;
    const { kind } = attempt.failure;
    if (kind === 'transient' && left.transientRetries > 0) left.transientRetries -= 1;
    else if (kind === 'ambiguous' && left.ambiguousResends > 0) left.ambiguousResends -= 1;
    else return attempt;
    draft = { ...attempt.draft, isRepeat: attempt.draft.isRepeat || kind === 'ambiguous' };
    await sender.sleep(backOff(tries), sender.signal);
  }
}

/** One message, changed as often as its refusals name a remedy: each remedy can be used once. */
async function attemptWithRemedies({ api, signal }: Sender, first: Draft): Promise<Attempt> {
  for (let draft = first; ; ) {
    try {
      const { message_id: messageId } = await sendDraft(api, draft, signal);
      return { messageId, draft };
    } catch (error) {
      const failure = classifyFailure(error);
      const amended = amend(draft, failure);
      if (amended === null) return { failure, draft };
      draft = amended;
    }
  }
}

/** The draft with the remedy applied; null when there is none or it was applied already. */
function amend(draft: Draft, { remedy, newChatId }: SendFailure): Draft | null {
  if (remedy === 'plain_text' && !draft.isPlain) return { ...draft, isPlain: true };
  if (remedy === 'new_chat' && newChatId !== null && !draft.isMoved) {
    // Message ids begin anew in the new chat.
    return { ...draft, chatId: newChatId, replyTo: null, isMoved: true };
  }
  if (remedy === 'no_thread' && draft.threadId !== null) return { ...draft, threadId: null };
  if (remedy === 'no_reply_to' && draft.replyTo !== null) return { ...draft, replyTo: null };
  if (remedy === 'no_buttons' && draft.keyboard !== null) return { ...draft, keyboard: null };
  if (remedy === 'words' && isMedia(draft.message) && cleanText(draft.message.alt).trim() !== '') {
    return { ...draft, message: plain(cleanText(draft.message.alt)) };
  }
  return null;
}

function sendDraft(api: Api, draft: Draft, signal: AbortSignal) {
  const { chatId, message } = draft;
  const options = writeOptions(draft);
  if (isMedia(message)) {
    const caption = cleanText(message.alt);
    const more = { ...options, ...(caption.length <= CAPTION_LIMIT ? { caption } : {}) };
    return message.kind === 'image'
      ? api.sendPhoto(chatId, new InputFile(message.png, 'hinh.png'), more, toApiSignal(signal))
      : api.sendDocument(
          chatId,
          new InputFile(message.bytes, fileName(message.name, 'tep')),
          more,
          toApiSignal(signal),
        );
  }
  // A link in a document must not make anybody's phone fetch a page.
  const quiet = { link_preview_options: { is_disabled: true } };
  const more = { ...options, ...quiet, ...(draft.isPlain ? {} : { parse_mode: 'HTML' as const }) };
  return api.sendMessage(chatId, writeText(message, draft), more, toApiSignal(signal));
}

function isMedia(message: Message): message is MediaBlock {
  return 'kind' in message;
}

function writeText(message: RichText, { isRepeat, isPlain }: Draft): string {
  const note = isRepeat && message.text.length + REPEAT_NOTE.length <= TEXT_LIMIT ? REPEAT_NOTE : '';
  return note + (isPlain ? message.text : toHtml(message));
}

function writeOptions({ keyboard, threadId, replyTo }: Draft) {
  return {
    ...(keyboard === null ? {} : { reply_markup: { inline_keyboard: keyboard } }),
    ...(threadId === null ? {} : { message_thread_id: threadId }),
    ...(replyTo === null ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}

function toOutcome({ kind, reason, retryAfterSeconds }: SendFailure, isPartlySent: boolean): SendOutcome {
  if (isPartlySent) return { status: 'unknown', reason: `only the first part was sent: ${reason}` };
  return kind === 'ambiguous' ? { status: 'unknown', reason } : { status: 'failed', kind, retryAfterSeconds, reason };
}
