import { createHmac } from 'node:crypto';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Webhook } from '../../src/domain/platform.ts';
import { createHttpServer, type HttpServer } from '../../src/http/create-http-server.ts';
import { keepUpdate } from '../../src/platforms/telegram/keep-update.ts';
import { createTelegramWebhook } from '../../src/platforms/telegram/telegram-webhook.ts';
import { createBotWebhook } from '../../src/platforms/zalo-bot/bot-webhook.ts';
import { createOaWebhook } from '../../src/platforms/zalo-oa/oa-webhook.ts';
import { signatureOf } from '../../src/platforms/zalo-oa/verify-signature.ts';
import type { Database } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { testDatabase } from '../support/database.ts';
import { silentLog } from '../support/reminder-world.ts';

const secret = 'Bi-Mat_cua-webhook_0123456789';
const key = { appId: '1234567890', oaSecretKey: 'khoa-cua-OA-abcdef' };
const now = () => new Date('2026-11-22T05:00:00Z');
const counts: Record<string, number> = {};
const counted = (what: string): void => {
  counts[what] = (counts[what] ?? 0) + 1;
};

let database: Database;
let server: HttpServer;
let port: number;

beforeAll(async () => {
  database = await testDatabase();
  const inbox = createInbox(database, { now });
  const keep = (update: Parameters<typeof keepUpdate>[1]) =>
    keepUpdate({ inbox, isForUs: () => true, counted, now }, update);
  const webhooks: Webhook[] = [
    createTelegramWebhook({ secret, keep, counted, log: silentLog }),
    createBotWebhook({ secret, inbox, received: counted, now, log: silentLog }),
    createOaWebhook({
      key,
      reader: { appId: key.appId, oaId: '99', openapiRoot: 'http://127.0.0.1:9' },
      inbox,
      received: counted,
      log: silentLog,
    }),
  ];
  server = createHttpServer({
    port: 0,
    webhooks,
    consents: [],
    calendarOf: async () => null,
    checkReadiness: async () => [],
    metrics: async () => '',
    metricsToken: null,
    log: silentLog,
  });
  port = await server.start();
});
afterAll(() => server.stop());

type Delivery = { path: string; headers: OutgoingHttpHeaders; body: Buffer };
type Door = {
  path: string;
  header: string;
  valid: string;
  write: (id: number) => Buffer;
  sign: (body: Buffer) => string;
};

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const stamp = String(now().getTime());
const header = 'x-telegram-bot-api-secret-token';
const doors: Door[] = [
  {
    path: '/telegram/webhook',
    header,
    valid: secret,
    write: (id) =>
      json({ update_id: id, message: { message_id: id, date: 1_780_000_000, chat: { id: 5 }, text: `tin ${id}` } }),
    sign: () => secret,
  },
  {
    path: '/zalo/bot/webhook',
    header: 'x-bot-api-secret-token',
    valid: secret,
    write: (id) => {
      const message = {
        from: { id: '7' },
        chat: { id: '7' },
        message_id: String(id),
        date: now().getTime(),
        text: `tin ${id}`,
      };
      return json({ event_name: 'message.text.received', message });
    },
    sign: () => secret,
  },
  {
    path: '/zalo/oa/webhook',
    header: 'x-zevent-signature',
    valid: 'mac=',
    write: (id) =>
      json({
        app_id: key.appId,
        event_name: 'user_send_text',
        sender: { id: '77' },
        recipient: { id: '99' },
        message: { msg_id: String(id), text: `tin ${id}` },
        timestamp: stamp,
      }),
    sign: (body) => `mac=${signatureOf(body, stamp, key)}`,
  },
];

const flip = (text: string, at: number): string => {
  const place = at % text.length;
  const letter = text[place] === 'x' ? 'y' : 'x';
  return text.slice(0, place) + letter + text.slice(place + 1);
};
/** A header of these characters can be sent; others are refused by every client before they leave. */
const visible = (text: string): string => text.replace(/[^\x20-\x7e]/g, '');

/** What somebody sends who does not know the secret, or has seen one delivery. */
const forgeries: ((door: Door, body: Buffer, turn: number) => Omit<Delivery, 'path'> & { query?: string })[] = [
  (_, body) => ({ headers: {}, body }),
  (door, body) => ({ headers: { [door.header]: '' }, body }),
  (door, body) => ({ headers: { [door.header]: 'undefined' }, body }),
  (door, body, turn) => ({ headers: { [door.header]: flip(door.sign(body), turn) }, body }),
  (door, body, turn) => ({ headers: { [door.header]: door.sign(body).slice(0, turn % door.sign(body).length) }, body }),
  (door, body) => ({ headers: { [door.header]: `${door.sign(body)}0` }, body }),
  (door, body) => ({ headers: { [door.header]: `Bearer ${door.sign(body)}` }, body }),
  // Twice the right one: the lines are joined with a comma.
  (door, body) => ({ headers: { [door.header]: [door.sign(body), door.sign(body)] }, body }),
  (door, body) => ({ headers: { [door.header]: ['sai', door.sign(body)] }, body }),
  (door, body) => ({
    headers: { 'x-secret': door.sign(body), authorization: door.sign(body), cookie: door.sign(body) },
    body,
  }),
  (door, body) => ({ headers: { [`${door.header}-`]: door.sign(body) }, body }),
  (door, body) => ({ headers: {}, body, query: `?${door.header}=${encodeURIComponent(door.sign(body))}` }),
  (door, body, turn) => ({
    headers: { [door.header]: visible(`${String.fromCharCode(33 + (turn % 90)).repeat(turn % 600)}`) },
    body,
  }),
  // The signature of another body, of a changed one, by another key, by HMAC, in base64, without the time; the secret of the other doors.
  (door, body) => ({ headers: { [door.header]: door.path.includes('oa') ? door.sign(door.write(1)) : 'mac=0' }, body }),
  (door, body) => ({
    headers: { [door.header]: door.path.includes('oa') ? door.sign(body) : 'x' },
    body: Buffer.concat([body, Buffer.from(' ')]),
  }),
  (door, body) => ({
    headers: { [door.header]: `mac=${signatureOf(body, stamp, { ...key, oaSecretKey: secret })}` },
    body,
  }),
  (door, body) => ({
    headers: { [door.header]: `mac=${createHmac('sha256', key.oaSecretKey).update(body).digest('hex')}` },
    body,
  }),
  (door, body) => ({
    headers: { [door.header]: `mac=${Buffer.from(signatureOf(body, stamp, key), 'hex').toString('base64')}` },
    body,
  }),
  (door, body) => ({ headers: { [door.header]: `mac=${signatureOf(body, '', key)}` }, body }),
  (door, body) => ({ headers: { [door.header]: door.path.includes('oa') ? secret : key.oaSecretKey }, body }),
];

/** What whoever knows the secret may send by mistake, or an attacker between may cut: read by nobody, answered all the same. */
const spoilt: ((door: Door, body: Buffer, turn: number) => Buffer)[] = [
  (_, body, turn) => body.subarray(0, turn % body.length),
  () => Buffer.alloc(0),
  () => Buffer.from([0xff, 0xfe, 0, 0x7b]),
  () => Buffer.from('['.repeat(5000)),
  () => json({ update_id: 'x', event_name: 7, message: [] }),
  () => json(null),
  () => Buffer.alloc(2 ** 20 + 1, 32),
];

const agent = new Agent({ keepAlive: true, maxSockets: 20 });
const post = ({ path, headers, body }: Delivery): Promise<number> =>
  new Promise((resolve) => {
    const asked = request({
      port,
      path,
      method: 'POST',
      agent,
      headers: { ...headers, 'content-length': body.length },
    });
    // A body that is too large is cut off in the middle.
    asked.on('error', () => resolve(0));
    asked.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.end(body);
  });

async function postAll(deliveries: Iterable<Delivery>): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const queue = deliveries[Symbol.iterator]();
  const sender = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const status = await post(next.value);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 20 }, sender));
  return statuses;
}

const stored = async (): Promise<number> =>
  (await database.query<{ count: number }>('select count(*)::int as count from inbox'))[0]?.count ?? -1;

function* forged(count: number): Generator<Delivery> {
  for (let turn = 0; turn < count; turn += 1) {
    const door = doors[turn % doors.length] as Door;
    const forge = forgeries[Math.floor(turn / doors.length) % forgeries.length];
    const body = door.write(1000 + turn);
    const { headers, body: sent, query = '' } = forge?.(door, body, turn) ?? { headers: {}, body };
    yield { path: door.path + query, headers, body: sent };
  }
}

describe('the webhooks', { timeout: 240_000 }, () => {
  it('accept 0 of 10,000 forged deliveries', async () => {
    const statuses = await postAll(forged(10_000));
    expect(await stored()).toBe(0);
    expect(counts).toEqual({ forged: 10_000 });
    expect([...statuses.keys()].sort()).toEqual([200, 401]);
  });

  it('accept 0 of 1,000 cut, oversized or senseless ones of who knows the secret, and go on working', async () => {
    function* deliveries(): Generator<Delivery> {
      for (let turn = 0; turn < 1000; turn += 1) {
        const door = doors[turn % doors.length] as Door;
        const body = spoilt[turn % spoilt.length]?.(door, door.write(turn), turn) ?? Buffer.alloc(0);
        yield { path: door.path, headers: { [door.header]: door.sign(body) }, body };
      }
    }
    const statuses = await postAll(deliveries());
    expect(await stored()).toBe(0);
    expect(statuses.has(500)).toBe(false);
  });

  it('keep a delivery that is repeated 1,000 times once', async () => {
    function* deliveries(): Generator<Delivery> {
      for (let turn = 0; turn < 1000; turn += 1) {
        const door = doors[turn % doors.length] as Door;
        const body = door.write(7);
        yield { path: door.path, headers: { [door.header]: door.sign(body) }, body };
      }
    }
    expect([...(await postAll(deliveries())).keys()]).toEqual([200]);
    expect(await stored()).toBe(doors.length);
    expect(counts).toMatchObject({ stored: doors.length, repeat: 1000 - doors.length });
  });

  it('take nothing of a body that breaks off in the middle', async () => {
    const before = await stored();
    for (const door of doors) {
      const body = door.write(8);
      const head = `POST ${door.path} HTTP/1.1\r\nhost: x\r\n${door.header}: ${door.sign(body)}\r\ncontent-length: ${body.length}\r\n\r\n`;
      const socket = connect(port, '127.0.0.1');
      await new Promise<void>((resolve) => socket.write(`${head}${body.subarray(0, 20)}`, () => resolve()));
      socket.destroy();
    }
    // A request after them has been answered: they have been seen.
    expect(await post({ path: '/telegram/webhook', headers: {}, body: Buffer.alloc(0) })).toBe(401);
    expect(await stored()).toBe(before);
  });
});
