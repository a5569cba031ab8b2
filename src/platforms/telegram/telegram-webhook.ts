import type { Update } from 'grammy/types';
import type { Log, Webhook } from '../../domain/platform.ts';
import { parseJson } from '../parse-json.ts';
import { isSameSecret } from '../same-secret.ts';

export const TELEGRAM_WEBHOOK_PATH = '/telegram/webhook';
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export type TelegramWebhook = {
  secret: string;
  /** Rejects when an update cannot be kept. */
  keep: (update: Update) => Promise<void>;
  counted: (what: 'forged' | 'unreadable') => void;
  log: Log;
};

/** Updates as Telegram delivers them, one of a chat after the other and each until it is answered with 2xx: so only after it is kept for good. */
export function createTelegramWebhook({ secret, keep, counted, log }: TelegramWebhook): Webhook {
  return {
    path: TELEGRAM_WEBHOOK_PATH,
    async receive({ headers, body }) {
      if (!isSameSecret(headers[SECRET_HEADER] ?? '', secret)) {
        counted('forged');
        return { status: 401 };
      }
      const update = parseJson(new TextDecoder().decode(body));
      if (!isUpdate(update)) {
        counted('unreadable');
        return { status: 200 };
      }
      try {
        await keep(update);
        return { status: 200 };
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        log.error({ platform: 'telegram', reason }, 'Telegram: không ghi được một tin vào cơ sở dữ liệu');
        return { status: 500 };
      }
    },
  };
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
