import type { Api } from 'grammy';
import type { HandleMessage } from '../../domain/message.ts';
import type { Log } from '../../domain/platform.ts';
import type { Trace } from '../../domain/trace.ts';
import { answerMessage } from '../answer-message.ts';
import { sendReply } from '../send-reply.ts';
import { classifyFailure } from './classify-failure.ts';
import type { Heard } from './read-update.ts';
import { type Sender, sendLetter, type Target } from './send-message.ts';
import { openDraft } from './show-draft.ts';
import { writeLetter } from './write-letter.ts';

export type Answerer = {
  handleMessage: HandleMessage;
  /** For replies: tries again, also after 429. */
  sender: Sender;
  /** For what may fail without loss. */
  plainApi: Api;
  log: Log;
  /** Default: off. */
  trace?: Trace | undefined;
};

/** "typing …" is shown for answers that take longer than this, and lasts five seconds at Telegram. */
const TYPING_AFTER_MILLISECONDS = 1000;
const TYPING_AGAIN_MILLISECONDS = 4500;

/** Between two parts of a reply in the making. */
const DRAFT_PAUSE_MILLISECONDS = 700;

/** Answers one update. Rejects when the process is stopping before the reply was sent or given up: it is answered after the restart. */
export async function answerUpdate(answerer: Answerer, heard: Heard): Promise<void> {
  await Promise.all([acknowledgeTap(answerer, heard), answerHeard(answerer, heard)]);
}

async function answerHeard(answerer: Answerer, { message, target }: Heard): Promise<void> {
  if (message === null) return;
  const draft = openDraft({
    api: answerer.plainApi,
    target,
    isGroup: message.isGroup,
    draftId: draftIdOf(message.messageId),
    pause: (signal) => answerer.sender.sleep(DRAFT_PAUSE_MILLISECONDS, signal),
  });
  const reply = await whileTyping(answerer, target, () => answerMessage(answerer, message, draft?.show));
  await draft?.end();
  if (reply === null) return;
  const { sender, log, trace } = answerer;
  await sendReply({ platform: 'telegram', log, trace, signal: sender.signal }, () =>
    sendLetter(sender, target, writeLetter(reply)),
  );
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

/** Telegram wants a number other than 0 for each draft of a chat; ids of messages are such, and those of taps end in digits of their own. */
const draftIdOf = (messageId: string): number => Number(messageId.replace(/\D/g, '').slice(-9)) || 1;
