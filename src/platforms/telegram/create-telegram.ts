import { setMaxListeners } from 'node:events';
import { BotError } from 'grammy';
import type { BotCommand, Update } from 'grammy/types';
import { DatabaseAwayError } from '../../domain/errors.ts';
import type { HandleMessage } from '../../domain/message.ts';
import type { Inbox, InboxEvent, Log, Platform, PlatformCapabilities } from '../../domain/platform.ts';
import type { Trace } from '../../domain/trace.ts';
import { countEvents } from '../count-events.ts';
import { type Sleep, sleep as sleepInRealTime } from '../sleep.ts';
import { workInbox } from '../work-inbox.ts';
import { answerUpdate } from './answer-update.ts';
import { MAX_BUTTONS } from './choice-buttons.ts';
import { classifyFailure } from './classify-failure.ts';
import { connect, keepConnecting } from './connect.ts';
import { type Apis, createApis } from './create-apis.ts';
import { keepUpdate } from './keep-update.ts';
import { createFileLoader } from './load-file.ts';
import { pollUpdates } from './poll-updates.ts';
import { readUpdate } from './read-update.ts';
import { sendLetter } from './send-message.ts';
import { createTelegramWebhook } from './telegram-webhook.ts';
import { TEXT_LIMIT } from './text-limit.ts';
import { writeLetter } from './write-letter.ts';

export type TelegramOptions = {
  token: string;
  /** Another server of the Bot API; default Telegram's own. */
  apiRoot?: string;
  handleMessage: HandleMessage;
  /** Updates are kept there before they count as received. */
  inbox: Inbox;
  /** The menu beside the text field, in Vietnamese; names of Latin letters, digits and underscores, without "/". */
  commands: BotCommand[];
  /** Where Telegram delivers, and the secret it names itself with; null to poll. */
  webhook?: { publicUrl: string; secret: string } | null;
  log: Log;
  /** Default: off. */
  trace?: Trace | undefined;
  now: () => Date;
  /** Other than real waiting: for tests. */
  sleep?: Sleep;
  /** How long `stop` waits for the answers in hand; default 10 seconds. What is left is answered after the next start. */
  stopPatienceMilliseconds?: number;
};

type Wiring = TelegramOptions & { sleep: Sleep; apis: Apis; sending: AbortSignal };

const capabilities: PlatformCapabilities = {
  formatting: true,
  groups: true,
  images: true,
  files: true,
  edits: false,
  typing: true,
  receipts: false,
  proactive: 'always',
};

/** A reply is tried again after failures that delivered nothing, and once where that is not known (with a note). */
const forReplies = { transientRetries: 10, ambiguousResends: 1 };
/** What is sent unasked is tried once: whether to repeat it is decided by who keeps the record of deliveries. */
const forReminders = { transientRetries: 0, ambiguousResends: 0 };

/** The bot on Telegram, by long polling or webhook: one message at a time in each chat, chats side by side. */
export function createTelegram(options: TelegramOptions): Platform {
  const { commands, inbox, log, trace, now, webhook = null } = options;
  const { sleep = sleepInRealTime, stopPatienceMilliseconds = 10_000 } = options;
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const sending = new AbortController();
  // Every call in hand listens to it.
  setMaxListeners(0, sending.signal);
  const apis = createApis({ ...options, sleep });
  const reminders = { api: apis.direct, persistence: forReminders, sleep, signal: sending.signal };
  const { count, counts } = countEvents();
  const { isForUs, consume } = createConsumer({ ...options, sleep, apis, sending: sending.signal });
  const work = ({ body }: InboxEvent) => consume(JSON.parse(body) as Update);
  const worker = workInbox({ inbox, platform: 'telegram', work, log, trace, now, sleep });
  const counted = (what: string): void => {
    count(what);
    if (what === 'stored') worker.wake(0);
  };
  const keep = (update: Update) => keepUpdate({ inbox, isForUs, counted, now }, update);
  let receiving: Promise<void> = Promise.resolve();
  let isConnected = false;

  return {
    name: 'telegram',
    limits: { textLength: TEXT_LIMIT, buttons: MAX_BUTTONS },
    capabilities,
    finished,
    counts,
    problem: () => (isConnected ? null : 'Chưa kết nối được với Telegram.'),
    ...(webhook === null ? {} : { webhook: createTelegramWebhook({ ...webhook, keep, counted, log }) }),
    send: (chatId, reply) => sendLetter(reminders, { chatId, threadId: null, replyTo: null }, writeLetter(reply)),
    async start() {
      const { bot, direct: api } = apis;
      const introduction = { webhook, bot, api, commands, log, sleep, signal: stopping.signal };
      isConnected = await connect(introduction);
      const later = isConnected ? Promise.resolve(true) : keepConnecting(introduction);
      receiving = later.then((isUp) => {
        isConnected = isUp;
        if (!isUp || stopping.signal.aborted) return finish();
        worker.start();
        return webhook === null ? pollUpdates({ api, keep, sleep, log }, stopping.signal) : undefined;
      });
    },
    async stop() {
      stopping.abort();
      await receiving;
      await worker.stop(stopPatienceMilliseconds);
      sending.abort();
      finish();
    },
  };
}

type Consumer = {
  isForUs: (update: Update) => boolean;
  /** Works one update off. Rejects only when the bot is stopping or the database is away; an update with an inner fault is logged and given up. */
  consume: (update: Update) => Promise<void>;
};

function createConsumer({ apis, sending, ...options }: Wiring): Consumer {
  const { bot, direct } = apis;
  const { log, now, sleep, token, apiRoot } = options;
  const loadFile = createFileLoader({ api: direct, token, ...(apiRoot ? { apiRoot } : {}), signal: sending });
  const sender = { api: bot.api, persistence: forReplies, sleep, signal: sending };
  const read = (update: Update) => readUpdate(update, { self: bot.botInfo, now, loadFile });
  bot.use(async ({ update }) => {
    const heard = read(update);
    if (heard !== null) await answerUpdate({ ...options, sender, plainApi: direct }, heard);
  });
  return {
    isForUs(update) {
      try {
        // Before Telegram has told our name nobody can tell.
        return !bot.isInited() || read(update) !== null;
      } catch {
        return true;
      }
    },
    async consume(update) {
      try {
        await bot.handleUpdate(update);
      } catch (error) {
        sending.throwIfAborted();
        if (error instanceof BotError && error.error instanceof DatabaseAwayError) throw error.error;
        const { reason } = classifyFailure(error);
        const fields = { platform: 'telegram', update: update.update_id, reason };
        log.error(fields, 'Telegram: bỏ qua một tin vì lỗi bên trong');
      }
    },
  };
}
