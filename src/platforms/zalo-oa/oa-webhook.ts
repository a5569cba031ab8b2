import type { Inbox, Log, Webhook } from '../../domain/platform.ts';
import { parseJson } from '../parse-json.ts';
import { type Ignored, type OaReader, readEvent, timestampOf } from './read-event.ts';
import { isSigned, SIGNATURE_HEADER, type SigningKey } from './verify-signature.ts';

export const OA_WEBHOOK_PATH = '/zalo/oa/webhook';
const LARGEST_BODY = 1024 * 1024;
/** Zalo promises no order: a message may overtake an earlier one of its chat within this time. */
export const HOLD_MILLISECONDS = 200;

export type Reception = Ignored | 'forged' | 'too_large' | 'stored' | 'repeat';

export type OaWebhook = {
  key: SigningKey;
  reader: OaReader;
  inbox: Inbox;
  received: (reception: Reception) => void;
  log: Log;
};

/**
 * Takes what Zalo has signed. Everything else is answered 200 and dropped, since the console saves a webhook only after 200 to an unsigned
 * probe; 500 only where an event could not be kept, so that Zalo sends it again.
 */
export function createOaWebhook(webhook: OaWebhook): Webhook {
  return {
    path: OA_WEBHOOK_PATH,
    async receive({ headers, body }) {
      try {
        webhook.received(await receive(webhook, headers[SIGNATURE_HEADER], body));
        return { status: 200, body: '' };
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        webhook.log.error({ platform: 'zalo-oa', reason }, 'Zalo OA: không ghi được một sự kiện vào cơ sở dữ liệu');
        return { status: 500, body: '' };
      }
    },
  };
}

async function receive(webhook: OaWebhook, signature: string | undefined, body: Uint8Array): Promise<Reception> {
  if (body.length > LARGEST_BODY) return 'too_large';
  if (signature === undefined) return 'forged';
  const text = new TextDecoder().decode(body);
  const json = parseJson(text);
  if (!isSigned(signature, { body, timestamp: timestampOf(json) }, webhook.key)) return 'forged';
  const event = readEvent(json, webhook.reader);
  if (typeof event === 'string') return event;
  const { eventId, chatId, sentAt } = event;
  const arrival = { eventId, chatId, sentAt, holdMilliseconds: HOLD_MILLISECONDS, body: text };
  return (await webhook.inbox.add('zalo-oa', arrival)) ? 'stored' : 'repeat';
}
