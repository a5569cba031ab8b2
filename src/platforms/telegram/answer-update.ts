import type { Api } from 'grammy';
import type { HandleMessage, IncomingMessage, ShowPart } from '../../domain/message.ts';
import type { Log, SeenMessages } from '../../domain/platform.ts';
import type { Reply } from '../../domain/reply.ts';
import { failureReply } from '../failure-reply.ts';
import { backOff } from '../sleep.ts';
import { classifyFailure } from './classify-failure.ts';
import type { Heard } from './read-update.ts';
import { type Sender, sendLetter, type Target } from './send-message.ts';
import { openDraft } from './show-draft.ts';
import { writeLetter } from './write-letter.ts';

export type Answerer = {
  handleMessage: HandleMessage;
  seenMessages: SeenMessages;
  /** For replies: tries again, also after 429. */
  sender: Sender;
  /** For what may fail without loss. */
  plainApi: Api;
  log: Log;
};

/** "typing …" is shown for answers that take longer than this, and lasts five seconds at Telegram. */
const TYPING_AFTER_MILLISECONDS = 1000;
const TYPING_AGAIN_MILLISECONDS = 4500;

/** Between two parts of a reply in the making. */
const DRAFT_PAUSE_MILLISECONDS = 700;

/**
 * One message from claim to completion. A message is completed only after its reply was sent or given up, so that a killed process
 * leaves it to be answered after the restart. Rejects when the process is stopping before that.
 */
export async function answerUpdate(answerer: Answerer, heard: Heard): Promise<void> {
  await Promise.all([acknowledgeTap(answerer, heard), answerMessage(answerer, heard)]);
}

async function answerMessage(answerer: Answerer, { message, target }: Heard): Promise<void> {
  if (message === null) return;
  const { platform, messageId } = message;
  const isOurs = await insist(answerer, () => answerer.seenMessages.claim(platform, messageId));
  if (!isOurs) return;
  const draft = openDraft({
    api: answerer.plainApi,
    target,
    isGroup: message.isGroup,
    draftId: draftIdOf(messageId),
    pause: (signal) => answerer.sender.sleep(DRAFT_PAUSE_MILLISECONDS, signal),
  });
  const reply = await whileTyping(answerer, target, () => handle(answerer, message, draft?.show));
  await draft?.end();
  if (reply !== null) await sendReply(answerer, target, reply);
  await insist(answerer, () => answerer.seenMessages.complete(platform, messageId));
}

async function handle({ handleMessage, log }: Answerer, message: IncomingMessage, show?: ShowPart) {
  try {
    return await handleMessage(message, show);
  } catch (error) {
    log.error({ platform: 'telegram', reason: errorName(error) }, 'Telegram: không trả lời được một câu hỏi');
    return failureReply;
  }
}

async function sendReply({ sender, log }: Answerer, target: Target, reply: Reply): Promise<void> {
  const outcome = await sendLetter(sender, target, writeLetter(reply));
  if (outcome.status === 'sent') return;
  sender.signal.throwIfAborted();
  log.warn({ platform: 'telegram', ...outcome }, 'Telegram: câu trả lời chưa gửi được');
}

/** Telegram shows a spinner on a tapped button until this; a tap that is too old is refused, which does not matter. */
async function acknowledgeTap({ plainApi, log }: Answerer, { callbackId }: Heard): Promise<void> {
  if (callbackId === null) return;
  await plainApi.answerCallbackQuery(callbackId).catch((error: unknown) => {
    log.info({ platform: 'telegram', reason: classifyFailure(error).reason }, 'Telegram: nút bấm không xác nhận được');
  });
}

async function whileTyping<Result>(
  { plainApi }: Answerer,
  { chatId, threadId }: Target,
  work: () => Promise<Result>,
): Promise<Result> {
  const options = threadId === null ? {} : { message_thread_id: threadId };
  const type = () => {
    // Only a sign of life: when it cannot be shown, nothing is lost.
    plainApi.sendChatAction(chatId, 'typing', options).catch(() => undefined);
    timer = setTimeout(type, TYPING_AGAIN_MILLISECONDS);
  };
  let timer = setTimeout(type, TYPING_AFTER_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

/** Tries until the store does its part: without it a message could be lost or answered twice. Rejects when the process is stopping. */
async function insist<Result>({ sender, log }: Answerer, work: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 0)
        log.error({ platform: 'telegram', reason: errorName(error) }, 'Telegram: không ghi được vào cơ sở dữ liệu');
      await sender.sleep(backOff(tries), sender.signal);
      sender.signal.throwIfAborted();
    }
  }
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/** Telegram wants a number other than 0 for each draft of a chat; ids of messages are such, and those of taps end in digits of their own. */
const draftIdOf = (messageId: string): number => Number(messageId.replace(/\D/g, '').slice(-9)) || 1;
