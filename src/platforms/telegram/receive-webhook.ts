import type { Update } from 'grammy/types';
import type { Inbox, Log, Webhook } from '../../domain/platform.ts';
import { parseJson } from '../parse-json.ts';
import { isSameSecret } from '../same-secret.ts';
import type { Sleep } from '../sleep.ts';
import { workInbox } from '../work-inbox.ts';
import type { Receiving } from './receive-updates.ts';

export const TELEGRAM_WEBHOOK_PATH = '/telegram/webhook';
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export type WebhookReceiver = {
  secret: string;
  inbox: Inbox;
  /** Works one update off. When it rejects the update stays in the inbox. */
  consume: (update: Update) => Promise<void>;
  counted: (what: string) => void;
  log: Log;
  now: () => Date;
  sleep: Sleep;
};

/**
 * Updates by webhook: kept for good before they are acknowledged, worked off afterwards. Telegram sends an update again until it is answered
 * with 2xx, and those of one chat one after the other.
 */
export function receiveWebhook(receiver: WebhookReceiver): { webhook: Webhook; receive(): Receiving } {
  const { inbox, consume, log, now, sleep } = receiver;
  const worker = workInbox({
    inbox,
    platform: 'telegram',
    work: ({ body }) => consume(JSON.parse(body) as Update),
    log,
    now,
    sleep,
  });
  return {
    webhook: {
      path: TELEGRAM_WEBHOOK_PATH,
      async receive({ headers, body }) {
        const status = await keep(receiver, headers[SECRET_HEADER] ?? '', body);
        if (status === 200) worker.wake(0);
        return { status };
      },
    },
    receive() {
      worker.start();
      return { stop: (patienceMilliseconds) => worker.stop(patienceMilliseconds), confirm: async () => undefined };
    },
  };
}

async function keep(
  { secret, inbox, counted, log, now }: WebhookReceiver,
  given: string,
  body: Uint8Array,
): Promise<number> {
  if (!isSameSecret(given, secret)) {
    counted('forged');
    return 401;
  }
  const text = new TextDecoder().decode(body);
  const update = parseJson(text);
  if (!isUpdate(update)) {
    counted('unreadable');
    return 200;
  }
  const { message, callback_query: tap } = update;
  const about = message ?? tap?.message;
  const arrival = {
    eventId: String(update.update_id),
    chatId: about === undefined ? 'none' : String(about.chat.id),
    sentAt: message === undefined ? now() : new Date(message.date * 1000),
    holdMilliseconds: 0,
    body: text,
  };
  try {
    counted((await inbox.add('telegram', arrival)) ? 'stored' : 'repeat');
    return 200;
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    log.error({ platform: 'telegram', reason }, 'Telegram: không ghi được một tin vào cơ sở dữ liệu');
    return 500;
  }
}

/** Whoever knows the secret is Telegram: what is checked here is only what is used before the update is worked off. */
function isUpdate(value: unknown): value is Update {
  if (typeof value !== 'object' || value === null || !('update_id' in value)) return false;
  const { update_id: id, message } = value as {
    update_id: unknown;
    message?: { chat?: { id?: unknown }; date?: unknown };
  };
  return (
    Number.isSafeInteger(id) &&
    (message === undefined || (typeof message?.date === 'number' && message.chat?.id !== undefined))
  );
}
