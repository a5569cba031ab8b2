import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOaWebhook } from '../../../src/platforms/zalo-oa/oa-webhook.ts';
import { isSigned, signatureOf } from '../../../src/platforms/zalo-oa/verify-signature.ts';
import { createInbox } from '../../../src/store/inbox.ts';
import { testDatabase } from '../../support/database.ts';

const key = { appId: '1111222233334444555', oaSecretKey: 'oa-secret-TEST-1' };
const oaId = '9990001112223334445';
const timestamp = '1767225600123';
/** The vector of the description of the interface: this body, these keys. */
const text =
  '{"app_id":"1111222233334444555","event_name":"user_send_text","message":{"msg_id":"m-0001","text":"Hạn báo cáo quý I là ngày nào?"},"oa_id":"9990001112223334445","recipient":{"id":"9990001112223334445"},"sender":{"id":"7770001112223334445"},"timestamp":"1767225600123","user_id_by_app":"5550001112223334445"}';
const vector = '44f973026aa2d8853a3b91c4a5191bfb2b4981a6f7522134ba46a6ebe638a9b2';
const bytes = (given: string) => new TextEncoder().encode(given);
const body = bytes(text);

describe('the signature of Zalo', () => {
  it('is that of the published vector, over the bytes as they came', () => {
    expect(body).toHaveLength(316);
    expect(signatureOf(body, timestamp, key)).toBe(vector);
    expect(signatureOf(bytes(text.normalize('NFD')), timestamp, key)).toMatch(/^702fef31/);
  });

  it.each([`mac=${vector}`, vector, `MAC=${vector.toUpperCase()}`, ` mac=${vector} `])(
    'is accepted as %j',
    (header) => {
      expect(isSigned(header, { body, timestamp }, key)).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'mac=',
    vector.slice(1),
    `${vector}0`,
    `mac=${vector},mac=${vector}`,
    `sha256=${vector}`,
    vector.replace('4', '5'),
    `mac=${'0'.repeat(64)}`,
  ])('is refused as %j', (header) => {
    expect(isSigned(header, { body, timestamp }, key)).toBe(false);
  });
});

async function open() {
  const counted: string[] = [];
  const database = await testDatabase();
  const logged: unknown[] = [];
  const write = (fields: object, message: string) => void logged.push([fields, message]);
  const webhook = createOaWebhook({
    key,
    reader: { appId: key.appId, oaId, openapiRoot: 'https://openapi.zalo.me' },
    inbox: createInbox(database, { now: () => new Date() }),
    received: (reception) => void counted.push(reception),
    log: { info: write, warn: write, error: write },
  });
  const receive = (given: string | Uint8Array, header?: string) => {
    const raw = typeof given === 'string' ? bytes(given) : given;
    return webhook.receive({ headers: header === undefined ? {} : { 'x-zevent-signature': header }, body: raw });
  };
  const signed = (given: string, at = timestamp) => receive(given, `mac=${signatureOf(bytes(given), at, key)}`);
  return { database, counted, logged, receive, signed };
}

const event = (more: object): string => JSON.stringify({ ...JSON.parse(text), ...more });

describe('what comes to the webhook of the OA', () => {
  it('is stored once, however often it is sent', async () => {
    const { database, counted, signed } = await open();
    for (let times = 0; times < 20; times += 1) expect(await signed(text)).toMatchObject({ status: 200 });
    expect(counted).toEqual(['stored', ...Array(19).fill('repeat')]);
    expect(await database.query('select chat_id, body from inbox')).toEqual([
      { chat_id: '7770001112223334445', body: text },
    ]);
  });

  it.each<[what: string, given: string, counted: string]>([
    ['an event of another app', event({ app_id: '999' }), 'other_app'],
    ['a message to another OA', event({ recipient: { id: '123' } }), 'other_oa'],
    ['an unknown event', event({ event_name: 'user_dances' }), 'unknown_event'],
    ['a name that is no event', event({ event_name: '__proto__' }), 'unknown_event'],
    ['a message without an id', event({ message: { text: 'a' } }), 'unreadable'],
    ['a message without a sender', event({ sender: undefined }), 'unreadable'],
    ['an echo of its own', event({ event_name: 'oa_send_text', sender: { id: oaId } }), 'own'],
    ['a timestamp that is none', event({ timestamp: 'hôm qua' }), 'unreadable'],
    ['JSON that is no object', '[]', 'forged'],
  ])('is acknowledged, dropped and counted when it is %s', async (_, given, expected) => {
    const { database, counted, signed } = await open();
    const at = (JSON.parse(given) as { timestamp?: string }).timestamp ?? timestamp;
    expect(await signed(given, at)).toMatchObject({ status: 200 });
    expect(counted).toEqual([expected]);
    expect(await database.query('select 1 from inbox')).toEqual([]);
  });

  it.each<[string, string | Uint8Array, string | undefined]>([
    ['the unsigned probe of the console', '{}', undefined],
    ['an empty body', '', undefined],
    ['truncated JSON', text.slice(0, 200), `mac=${vector}`],
    ['one changed letter', text.replace('quý I', 'quý 2'), `mac=${vector}`],
    ['another way to write the same', JSON.stringify(JSON.parse(text), null, 1), `mac=${vector}`],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x00]), `mac=${vector}`],
  ])('is acknowledged and dropped as forged: %s', async (_, given, header) => {
    const { counted, receive } = await open();
    expect(await receive(given, header)).toEqual({ status: 200, body: '' });
    expect(counted).toEqual(['forged']);
  });

  it('is dropped unread beyond a megabyte, and at a megabyte kept', async () => {
    const { counted, signed } = await open();
    const filled = (size: number) => event({ message: { msg_id: `m-${size}`, text: 'a'.repeat(size) } });
    await signed(filled(1024 * 1024));
    await signed(filled(1024 * 1024 - 1000));
    expect(counted).toEqual(['too_large', 'stored']);
  });

  it('keeps ids beyond 2^53 as written, as text or number', async () => {
    const { database, signed } = await open();
    await signed(
      event({})
        .replace('"m-0001"', '18014398509481985')
        .replace('"sender":{"id":"7770001112223334445"}', '"sender":{"id":7770001112223334447}'),
    );
    expect(await database.query('select event_id, chat_id from inbox')).toEqual([
      { event_id: 'user_send_text:18014398509481985', chat_id: '7770001112223334447' },
    ]);
  });

  it('never throws and never stores what was not signed, whatever comes', async () => {
    const { database, receive, logged } = await open();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 100 }), async (raw, header) => {
        expect((await receive(raw, header)).status).toBe(200);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect((await receive(JSON.stringify(value), `mac=${vector}`)).status).toBe(200);
      }),
      { numRuns: 300 },
    );
    expect(await database.query('select 1 from inbox')).toEqual([]);
    expect(logged).toEqual([]);
  });
});
