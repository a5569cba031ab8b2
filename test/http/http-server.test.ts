import { afterEach, describe, expect, it } from 'vitest';
import type { Webhook, WebhookRequest } from '../../src/domain/platform.ts';
import { createHttpServer, type HttpServer } from '../../src/http/create-http-server.ts';
import { createMetrics } from '../../src/http/create-metrics.ts';
import type { HttpParts } from '../../src/http/create-routes.ts';

let server: HttpServer;
let logged: object[];
let received: WebhookRequest[];

const webhook: Webhook = {
  path: '/zalo/oa/webhook',
  async receive(request) {
    received.push(request);
    return { status: 200, body: 'đã nhận' };
  },
};

async function open(parts: Partial<HttpParts> = {}): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  logged = [];
  received = [];
  const note = (fields: object): void => void logged.push(fields);
  server = createHttpServer({
    port: 0,
    webhooks: [webhook],
    consents: [],
    calendarOf: async (token) => (token === 'a'.repeat(32) ? new TextEncoder().encode('BEGIN:VCALENDAR') : null),
    checkReadiness: async () => [{ name: 'cơ sở dữ liệu', problem: null }],
    metrics: async () => 'chidao_messages_total 1\n',
    metricsToken: null,
    log: { info: note, warn: note, error: note },
    ...parts,
  });
  const port = await server.start();
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

afterEach(() => server.stop());

const post = (body: string | Uint8Array, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: body as Exclude<RequestInit['body'], undefined>,
  headers,
});

describe('the HTTP server', () => {
  it('hands a webhook its body byte for byte and its headers in lower case', async () => {
    const ask = await open();
    const body = new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x0a, 0x20, 0x7d]);
    const answer = await ask('/zalo/oa/webhook', post(body, { 'X-ZEvent-Signature': 'mac=1' }));
    expect([answer.status, await answer.text()]).toEqual([200, 'đã nhận']);
    expect(received[0]?.body).toEqual(body);
    expect(received[0]?.headers['x-zevent-signature']).toBe('mac=1');
  });

  it('refuses a body of more than a megabyte without handing it on', async () => {
    const ask = await open();
    const answer = await ask('/zalo/oa/webhook', post('x'.repeat(2 ** 20 + 1)));
    expect([answer.status, received.length]).toEqual([413, 0]);
  });

  it.each([
    ['a small one', 2, 200],
    ['one that grows beyond a megabyte', 20, 413],
  ])('measures a body that comes in chunks: %s', async (_, chunks, status) => {
    const ask = await open();
    const body = new ReadableStream({
      start(controller) {
        for (let index = 0; index < chunks; index += 1) controller.enqueue(new Uint8Array(2 ** 16).fill(120));
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    expect((await ask('/zalo/oa/webhook', init)).status).toBe(status);
    expect(received.map(({ body }) => body.length)).toEqual(status === 200 ? [chunks * 2 ** 16] : []);
  });

  it.each([
    ['/zalo/oa/webhook', 'GET'],
    ['/telegram/webhook', 'POST'],
    ['/', 'GET'],
    ['/lich/', 'GET'],
    ['/lich/..%2f..%2fetc%2fpasswd.ics', 'GET'],
    ['/.env', 'GET'],
  ])('says nothing of %s by %s', async (path, method) => {
    const ask = await open();
    const answer = await ask(path, { method, ...(method === 'POST' ? { body: '{}' } : {}) });
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it('gives a calendar to who knows its token', async () => {
    const ask = await open();
    const calendar = await ask(`/lich/${'a'.repeat(32)}.ics`);
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await calendar.text()).toBe('BEGIN:VCALENDAR');
    expect((await ask(`/lich/${'b'.repeat(32)}.ics`)).status).toBe(404);
  });

  it('is alive, and ready only while every part works', async () => {
    const problem = 'Cơ sở dữ liệu không trả lời.';
    const ask = await open({ checkReadiness: async () => [{ name: 'cơ sở dữ liệu', problem }] });
    expect((await ask('/healthz')).status).toBe(200);
    const ready = await ask('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, checks: [{ name: 'cơ sở dữ liệu', problem }] },
    ]);
  });

  it('stays ready with a warning, which it names', async () => {
    const checks = [{ name: 'telegram', problem: 'Chưa kết nối được với Telegram.', isWarning: true }];
    const ask = await open({ checkReadiness: async () => checks });
    const ready = await ask('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, checks }]);
  });

  it('shows metrics to this machine, not to whom a proxy speaks for', async () => {
    const ask = await open();
    expect((await ask('/metrics')).status).toBe(200);
    expect((await ask('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(404);
  });

  it('shows metrics to who knows the token where there is one', async () => {
    const token = 'mot-ma-du-dai-16';
    const ask = await open({ metricsToken: token });
    expect((await ask('/metrics')).status).toBe(404);
    expect((await ask('/metrics', { headers: { authorization: 'Bearer sai' } })).status).toBe(404);
    expect((await ask('/metrics', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  });

  it('sets headers that keep browsers from doing anything with an answer', async () => {
    const ask = await open();
    const { headers } = await ask('/healthz');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('answers 500 without a word when a part fails, and logs it', async () => {
    const fail = async () => {
      throw new Error('mật khẩu sai');
    };
    const ask = await open({ webhooks: [{ path: '/x', receive: fail }] });
    const answer = await ask('/x', post('{}'));
    expect([answer.status, await answer.text(), logged.length]).toEqual([500, '', 1]);
  });

  it('says which setting is wrong when its port is taken', async () => {
    await open();
    const port = await server.stop().then(() => server.start());
    const log = { info() {}, warn() {}, error() {} };
    const second = createHttpServer({
      port,
      webhooks: [],
      consents: [],
      calendarOf: async () => null,
      checkReadiness: async () => [],
      metrics: async () => '',
      metricsToken: null,
      log,
    });
    await expect(second.start()).rejects.toThrow(/PORT/);
    await second.stop();
  });
});

describe('metrics', () => {
  it('counts messages and gathers what is kept elsewhere', async () => {
    const metrics = createMetrics(async () => [
      { name: 'chidao_inbox_waiting', help: 'x', labels: { platform: 'zalo-oa' }, value: 3 },
    ]);
    metrics.observe({ platform: 'telegram', outcome: 'answered', reference: null, milliseconds: 7 });
    const text = await metrics.text();
    expect(text).toContain('chidao_messages_total{platform="telegram",outcome="answered"} 1');
    expect(text).toContain('chidao_answer_seconds_bucket{le="0.01",platform="telegram"} 1');
    expect(text).toContain('chidao_inbox_waiting{platform="zalo-oa"} 3');
    expect(text).toContain('chidao_gather_failed 0');
  });

  it('says that something could not be gathered', async () => {
    const metrics = createMetrics(() => Promise.reject(new Error('down')));
    expect(await metrics.text()).toContain('chidao_gather_failed 1');
  });
});
