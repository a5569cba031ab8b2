import { setMaxListeners } from 'node:events';
import { sequentialize } from '@grammyjs/runner';
import type { BotCommand, Update } from 'grammy/types';
import type { HandleMessage } from '../../domain/message.ts';
import type { Inbox, Log, Platform, PlatformCapabilities, SeenMessages } from '../../domain/platform.ts';
import { countEvents } from '../count-events.ts';
import { type Sleep, sleep as sleepInRealTime } from '../sleep.ts';
import { answerUpdate } from './answer-update.ts';
import { MAX_BUTTONS } from './choice-buttons.ts';
import { classifyFailure } from './classify-failure.ts';
import { connect, keepConnecting } from './connect.ts';
import { type Apis, createApis } from './create-apis.ts';
import { createFileLoader } from './load-file.ts';
import { readUpdate } from './read-update.ts';
import { type Receiving, receiveUpdates } from './receive-updates.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { sendLetter } from './send-message.ts';
import { TEXT_LIMIT } from './text-limit.ts';
import { writeLetter } from './write-letter.ts';

export type TelegramOptions = {
  token: string;
  /** Another server of the Bot API; default Telegram's own. */
  apiRoot?: string;
  handleMessage: HandleMessage;
  seenMessages: SeenMessages;
  /** The menu beside the text field, in Vietnamese; names of Latin letters, digits and underscores, without "/". */
  commands: BotCommand[];
  /** Where Telegram delivers, the secret it names itself with, and where updates are kept; null to poll. */
  webhook?: { publicUrl: string; secret: string; inbox: Inbox } | null;
  log: Log;
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
  const { token, apiRoot, commands, log, now, webhook = null } = options;
  const { sleep = sleepInRealTime, stopPatienceMilliseconds = 10_000 } = options;
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const connecting = new AbortController();
  const sending = new AbortController();
  // Every call in hand listens to it.
  setMaxListeners(0, sending.signal);
  const apis = createApis({ token, apiRoot, sleep });
  const consume = createConsumer({ ...options, sleep, apis, sending: sending.signal });
  const reminders = { api: apis.direct, persistence: forReminders, sleep, signal: sending.signal };
  const { count, counts } = countEvents();
  const hook = webhook === null ? null : receiveWebhook({ ...webhook, consume, counted: count, log, now, sleep });
  const receive = (): Receiving => hook?.receive() ?? receiveUpdates({ api: apis.direct, consume, log, sleep });
  let receiving: Promise<Receiving | null> = Promise.resolve(null);
  let isConnected = false;

  return {
    name: 'telegram',
    limits: { textLength: TEXT_LIMIT, buttons: MAX_BUTTONS },
    capabilities,
    finished,
    counts,
    problem: () => (isConnected ? null : 'Chưa kết nối được với Telegram.'),
    ...(hook === null ? {} : { webhook: hook.webhook }),
    send: (chatId, reply) => sendLetter(reminders, { chatId, threadId: null, replyTo: null }, writeLetter(reply)),
    async start() {
      const introduction = {
        webhook,
        bot: apis.bot,
        api: apis.direct,
        commands,
        log,
        sleep,
        signal: connecting.signal,
      };
      isConnected = await connect(introduction);
      const later = isConnected ? Promise.resolve(true) : keepConnecting(introduction);
      receiving = later.then((isUp) => {
        isConnected = isUp;
        if (isUp && !connecting.signal.aborted) return receive();
        finish();
        return null;
      });
    },
    async stop() {
      connecting.abort();
      const inHand = await receiving;
      await inHand?.stop(stopPatienceMilliseconds);
      sending.abort();
      await inHand?.confirm();
      finish();
    },
  };
}

/** Works one update off in its turn. Rejects only when the bot is stopping; an update with an inner fault is logged and given up. */
function createConsumer({ apis, sending, ...options }: Wiring): (update: Update) => Promise<void> {
  const { bot, direct } = apis;
  const { log, now, sleep, token, apiRoot } = options;
  const loadFile = createFileLoader({ api: direct, token, ...(apiRoot ? { apiRoot } : {}), signal: sending });
  const sender = { api: bot.api, persistence: forReplies, sleep, signal: sending };
  bot.use(sequentialize(({ update }) => chatKey(update)));
  bot.use(async ({ update }) => {
    const heard = readUpdate(update, { self: bot.botInfo, now, loadFile });
    if (heard !== null) await answerUpdate({ ...options, sender, plainApi: direct }, heard);
  });
  return async (update) => {
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      sending.throwIfAborted();
      const reason = classifyFailure(error).reason;
      log.error(
        { platform: 'telegram', update: update.update_id, reason },
        'Telegram: bỏ qua một tin vì lỗi bên trong',
      );
    }
  };
}

/** Updates of one chat are worked off in their order; those that belong to none need no turn. */
function chatKey({ message, callback_query: tap }: Update): string | undefined {
  return (message ?? tap?.message)?.chat.id.toString();
}
