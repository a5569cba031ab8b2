import type { ConsentPage, Webhook } from '../../src/domain/platform.ts';
import { type LoopbackServer, startLoopback } from './loopback-server.ts';

export type WebhookServer = LoopbackServer & {
  /** Milliseconds each webhook took to be acknowledged. */
  times: number[];
  mount(platform: { webhook?: Webhook; consent?: ConsentPage }): void;
};

/** Mounts what platforms expose, as the HTTP server of the product does. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const webhooks = new Map<string, Webhook>();
  const consents = new Map<string, ConsentPage>();
  const times: number[] = [];
  const server = await startLoopback(async ({ method, path, query, headers, body }) => {
    const consent = consents.get(path);
    if (method === 'GET' && consent !== undefined) return consent.complete(query);
    const webhook = webhooks.get(path);
    if (webhook === undefined) return { status: 404 };
    const startedAt = performance.now();
    const answer = await webhook.receive({ headers, body });
    times.push(performance.now() - startedAt);
    return answer;
  });
  return Object.assign(server, {
    times,
    mount({ webhook, consent }: { webhook?: Webhook; consent?: ConsentPage }) {
      if (webhook !== undefined) webhooks.set(webhook.path, webhook);
      if (consent !== undefined) consents.set(consent.path, consent);
    },
  });
}
