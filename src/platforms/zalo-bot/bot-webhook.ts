import type { Inbox, Log, Webhook } from '../../domain/platform.ts';
import { parseJson } from '../parse-json.ts';
import { isSameSecret } from '../same-secret.ts';
import { type Reception, receiveEvent } from './receive-event.ts';

export const BOT_WEBHOOK_PATH = '/zalo/bot/webhook';
const SECRET_HEADER = 'x-bot-api-secret-token';
const LARGEST_BODY = 1024 * 1024;

export type BotWebhook = {
  secret: string;
  inbox: Inbox;
  received: (reception: Reception | 'forged' | 'too_large') => void;
  now: () => Date;
  log: Log;
};

/** Takes deliveries with the right secret; all others are answered alike and dropped, so that a prober learns nothing. 500 only where an event could not be kept. */
export function createBotWebhook({ secret, inbox, received, now, log }: BotWebhook): Webhook {
  return {
    path: BOT_WEBHOOK_PATH,
    async receive({ headers, body }) {
      const accepted = { status: 200, body: '' };
      if (!isSameSecret(headers[SECRET_HEADER] ?? '', secret)) {
        received('forged');
        return accepted;
      }
      if (body.length > LARGEST_BODY) {
        received('too_large');
        return accepted;
      }
      try {
        received(await receiveEvent(inbox, parseJson(new TextDecoder().decode(body)), now()));
        return accepted;
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        log.error({ platform: 'zalo-bot', reason }, 'Zalo Bot: không ghi được một tin vào cơ sở dữ liệu');
        return { status: 500, body: '' };
      }
    },
  };
}
