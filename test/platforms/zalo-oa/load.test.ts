import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../../src/platforms/zalo-oa/verify-signature.ts';
import { openZaloOa } from './oa-harness.ts';

/** `ZALO_EVENTS=10000 ZALO_SENDERS=40` runs the size the promise is made for. */
const EVENTS = Number(process.env.ZALO_EVENTS ?? 300);
const SENDERS = Number(process.env.ZALO_SENDERS ?? 10);
const CHATS = 50;
/** So long an event waits for one that was sent before it. */
const HOLD = 200;

type Delivery = { body: Buffer; mac: string };

/** Repeats, neighbours that overtake each other, forgeries: by a fixed rule, so that a failure can be had again. */
function scatter(account: { appId: string; oaId: string; oaSecretKey: string }): {
  deliveries: Delivery[];
  forged: number;
} {
  const start = Date.now();
  const write = (index: number, text: string): Delivery => {
    const timestamp = String(start + index);
    const sender = `77700011122233344${String(Math.floor(index / 2) % CHATS).padStart(2, '0')}`;
    const message = { msg_id: `m-${text}`, text };
    const event = {
      app_id: account.appId,
      event_name: 'user_send_text',
      sender: { id: sender },
      recipient: { id: account.oaId },
      message,
      timestamp,
    };
    const body = Buffer.from(JSON.stringify(event));
    return { body, mac: `mac=${signatureOf(body, timestamp, account)}` };
  };
  const deliveries = Array.from({ length: EVENTS }, (_, index) => write(index, String(index)));
  // Two in a row belong to one chat; of every twentieth pair the second overtakes the first.
  for (let at = 0; at + 1 < EVENTS; at += 40) deliveries.splice(at, 2, ...deliveries.slice(at, at + 2).reverse());
  const repeats = deliveries.filter((_, index) => index % 10 === 3);
  for (const [index, repeat] of repeats.entries())
    deliveries.splice(Math.min(deliveries.length, index * 11 + 60), 0, repeat);
  let forged = 0;
  for (let at = 50; at < deliveries.length; at += 100) {
    const { body } = write(at, `forged-${at}`);
    deliveries.splice(at, 0, { body, mac: `mac=${'0'.repeat(64)}` });
    forged += 1;
  }
  return { deliveries, forged };
}

describe('many events at once', () => {
  it('are each handled once, in order per chat, the forged never, and acknowledged at once', {
    timeout: 600_000,
  }, async () => {
    const heard = new Map<string, number[]>();
    const arrivals = new Map<number, number>();
    let count = 0;
    const { fake, server, platform } = await openZaloOa(async ({ chatId, text }) => {
      heard.set(chatId, [...(heard.get(chatId) ?? []), Number(text)]);
      count += 1;
      return null;
    });
    await platform.start();
    const { webhook } = platform;
    if (webhook === undefined) throw new Error('no webhook');
    server.mount({
      webhook: {
        path: webhook.path,
        receive: (request) => {
          const number = Number(/"text":"(\d+)"/.exec(Buffer.from(request.body).toString())?.[1]);
          if (!arrivals.has(number)) arrivals.set(number, performance.now());
          return webhook.receive(request);
        },
      },
    });
    const { deliveries, forged } = scatter(fake.account);
    const expected = deliveries.length;
    const queue = deliveries.values();
    const times: number[] = [];
    const sender = async (): Promise<void> => {
      for (const { body, mac } of queue) {
        const startedAt = performance.now();
        const answer = await fetch(fake.state.webhookUrl, {
          method: 'POST',
          headers: { 'x-zevent-signature': mac },
          body,
        });
        await answer.arrayBuffer();
        times.push(performance.now() - startedAt);
        expect(answer.status).toBe(200);
      }
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: SENDERS }, sender));
    const seconds = (performance.now() - startedAt) / 1000;
    while (count < EVENTS) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(count).toBe(EVENTS);
    // In order, but for what came in so late that its successor was already being answered.
    const overtaken = [...heard.values()].flatMap((numbers) =>
      numbers.slice(1).flatMap((number, index) => {
        const before = numbers[index] ?? 0;
        return before > number ? [(arrivals.get(number) ?? 0) - (arrivals.get(before) ?? 0)] : [];
      }),
    );
    for (const late of overtaken) expect(late).toBeGreaterThan(HOLD);
    const all = [...heard.values()].flat().sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: EVENTS }, (_, index) => index));
    expect(platform.counts?.()).toMatchObject({ stored: EVENTS, forged, repeat: expected - EVENTS - forged });
    if (process.env.ZALO_EVENTS) {
      const at = (share: number) => times.toSorted((a, b) => a - b)[Math.floor(share * times.length)]?.toFixed(1);
      const inside = server.times.toSorted((a, b) => a - b)[Math.floor(0.99 * server.times.length)]?.toFixed(1);
      process.stdout.write(
        `${expected} webhooks in ${seconds.toFixed(1)} s, acknowledged p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(0.9999)} ms; inside p99 ${inside} ms; ${overtaken.length} came too late for their turn\n`,
      );
    }
  });
});
