import { z } from 'zod';
import type { HandleMessage } from '../../domain/message.ts';
import type { Inbox, InboxEvent, Log, Platform, PlatformCapabilities, SendOutcome } from '../../domain/platform.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Trace } from '../../domain/trace.ts';
import { answerMessage } from '../answer-message.ts';
import { countEvents } from '../count-events.ts';
import { parseJson } from '../parse-json.ts';
import { forReminders, forReplies, type Persistence, REPEAT_NOTE, sendInOrder } from '../send-in-order.ts';
import { sendReply } from '../send-reply.ts';
import { type Sleep, sleep as sleepInRealTime } from '../sleep.ts';
import { workInbox } from '../work-inbox.ts';
import { type BotClient, type BotSelf, createBotClient } from './bot-client.ts';
import { createBotWebhook } from './bot-webhook.ts';
import { connect, keepConnecting } from './connect.ts';
import { pollEvents } from './poll-events.ts';
import { readMessage } from './read-event.ts';
import { HOLD_MILLISECONDS } from './receive-event.ts';
import { TEXT_LIMIT, writeLetter } from './write-letter.ts';

export type ZaloBotOptions = {
  token: string;
  apiRoot: string;
  /** Where Zalo delivers, and the secret it names itself with; null to poll. */
  webhook: { publicUrl: string; secret: string } | null;
  inbox: Inbox;
  handleMessage: HandleMessage;
  log: Log;
  /** Default: off. */
  trace?: Trace | undefined;
  now: () => Date;
  /** Other than real waiting: for tests. */
  sleep?: Sleep;
  /** How long `stop` waits for the answers in hand; default 10 seconds. What is left is answered after the next start. */
  stopPatienceMilliseconds?: number;
};

const capabilities: PlatformCapabilities = {
  formatting: false,
  groups: true,
  // The platform fetches pictures from a public address only, and takes no files.
  images: false,
  files: false,
  edits: false,
  typing: true,
  receipts: false,
  proactive: 'always',
};

const TYPING_AFTER_MILLISECONDS = 1000;
const TYPING_AGAIN_MILLISECONDS = 4500;
const sentSchema = z.object({ message_id: z.coerce.string() });

/** The bot on the Zalo Bot Platform: polled for a first try, by webhook for real; plain text with numbered choices. */
export function createZaloBot(options: ZaloBotOptions): Platform {
  const { inbox, webhook, log, trace, now, sleep = sleepInRealTime, stopPatienceMilliseconds = 10_000 } = options;
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const sending = new AbortController();
  const client = createBotClient(options);
  const { counts, count } = countEvents();
  const sender = { client, sleep, signal: sending.signal };
  let self: BotSelf = { id: '', name: '' };
  const worker = workInbox({
    inbox,
    platform: 'zalo-bot',
    work: (event) => answerEvent({ ...options, self }, sender, event),
    log,
    trace,
    now,
    sleep,
  });
  const received = (reception: string): void => {
    count(reception);
    if (reception === 'stored') worker.wake(HOLD_MILLISECONDS);
  };
  let polling: Promise<void> = Promise.resolve();

  return {
    name: 'zalo-bot',
    limits: { textLength: TEXT_LIMIT, buttons: 0 },
    capabilities,
    finished,
    counts,
    problem: () => (self.id === '' ? 'Chưa kết nối được với Zalo Bot.' : null),
    ...(webhook === null ? {} : { webhook: createBotWebhook({ ...webhook, inbox, received, now, log }) }),
    send: (chatId, reply) => send(sender, { chatId, reply, persistence: forReminders }),
    async start() {
      const introduction = { client, webhook, log, sleep, signal: stopping.signal };
      const known = await connect(introduction);
      polling = (known === null ? keepConnecting(introduction) : Promise.resolve(known)).then((found) => {
        if (found === null || stopping.signal.aborted) return finish();
        self = found;
        worker.start();
        return webhook === null ? pollEvents({ client, inbox, received, now, sleep, log }, stopping.signal) : undefined;
      });
    },
    async stop() {
      stopping.abort();
      await polling;
      await worker.stop(stopPatienceMilliseconds);
      sending.abort();
      finish();
    },
  };
}

type Sender = { client: BotClient; sleep: Sleep; signal: AbortSignal };

/** Rejects when the process stops before the reply is out: the event is answered after the next start. */
async function answerEvent(
  options: ZaloBotOptions & { self: BotSelf },
  sender: Sender,
  { body, sentAt }: InboxEvent,
): Promise<void> {
  const message = readMessage(parseJson(body), { self: options.self, apiRoot: options.apiRoot, now: sentAt });
  if (message === null) return;
  const { chatId } = message;
  const reply = await whileTyping(sender, chatId, () => answerMessage(options, message));
  if (reply === null) return;
  const { log, trace } = options;
  await sendReply({ platform: 'zalo-bot', log, trace, signal: sender.signal }, () =>
    send(sender, { chatId, reply, persistence: forReplies }),
  );
}

type Post = { chatId: string; reply: Reply; persistence: Persistence };

function send({ client, sleep, signal }: Sender, { chatId, reply, persistence }: Post): Promise<SendOutcome> {
  return sendInOrder(writeLetter(reply), {
    send: (text, isRepeat) => sendText(client, chatId, isRepeat ? REPEAT_NOTE + text : text),
    persistence,
    sleep,
    signal,
  });
}

async function sendText(client: BotClient, chatId: string, text: string): Promise<SendOutcome> {
  const answer = await client.call('sendMessage', { chat_id: chatId, text });
  if (answer.ok) return { status: 'sent', receipt: sentSchema.safeParse(answer.result).data?.message_id ?? chatId };
  const { kind, reason } = answer.failure;
  return kind === 'ambiguous'
    ? { status: 'unknown', reason }
    : { status: 'failed', kind, retryAfterSeconds: null, reason };
}

async function whileTyping<Result>({ client }: Sender, chatId: string, work: () => Promise<Result>): Promise<Result> {
  const type = () => {
    // Only a sign of life: when it cannot be shown, nothing is lost.
    void client.call('sendChatAction', { chat_id: chatId, action: 'typing' });
    timer = setTimeout(type, TYPING_AGAIN_MILLISECONDS);
  };
  let timer = setTimeout(type, TYPING_AFTER_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
