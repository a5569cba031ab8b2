import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretNames } from '../../src/config.ts';
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts';
import { faults, refuse } from '../support/fake-telegram-faults.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'chidao.mjs');
/** Their ids are theirs, too. */
const people = [5_551_212_001, 5_551_212_002] as const;
const words = ['chỉ riêng tôi biết 0912345678', 'Nguyễn Thị Hoa Mận', '079123456789'];

describe('the log of a running bot', { timeout: 180_000 }, () => {
  let fake: FakeTelegram;
  let folder: string;
  beforeAll(async () => {
    fake = await startFakeTelegram();
    folder = mkdtempSync(join(tmpdir(), 'chidao-log-'));
  });
  afterAll(async () => {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds no secret and no word of anybody at the most talkative level, whatever goes wrong', async () => {
    const port = await freePort();
    const secrets = {
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_WEBHOOK_SECRET: 'bi-mat-cua-webhook-1234567890',
      METRICS_TOKEN: 'ma-xem-so-do-1234567890',
      CHIDAO_SECRET: 'khoa-ma-hoa-token-1234567890',
      ZALO_BOT_TOKEN: '12345:mat-khau-zalo-bot-1234567890',
      ZALO_BOT_SECRET: 'bi-mat-zalo-bot-1234567890',
      ZALO_OA_APP_SECRET: 'bi-mat-ung-dung-oa-1234567890',
      ZALO_OA_SECRET_KEY: 'khoa-webhook-oa-1234567890',
      ZALO_OA_REFRESH_TOKEN: 'ma-lam-moi-oa-1234567890',
      OPENAI_API_KEY: 'sk-khoa-mo-hinh-1234567890',
      EMBEDDING_API_KEY: 'sk-khoa-vector-1234567890',
      SMTP_URL: 'smtp://bot:mat-khau-thu-1234567890@127.0.0.1:9',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=ma-cua-bo-thu-1234567890',
    };
    // DATABASE_URL has its own test: a server that cannot be reached.
    expect([...Object.keys(secrets), 'DATABASE_URL'].sort()).toEqual([...secretNames].sort());
    // Nobody is there: every call fails with the address, which may hold a token.
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const settings = {
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_API_ROOT: fake.apiRoot,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: String(port),
      ZALO_BOT_MODE: 'webhook',
      ZALO_BOT_API_ROOT: nobody,
      ZALO_OA_APP_ID: '123',
      ZALO_OA_ID: '456',
      ZALO_OAUTH_ROOT: nobody,
      ZALO_OPENAPI_ROOT: nobody,
      ZALO_BUSINESS_ROOT: nobody,
      OPENAI_BASE_URL: nobody,
      CHAT_MODEL: 'gia',
      EMBEDDING_BASE_URL: nobody,
      EMBEDDING_MODEL: 'vec',
      SMTP_FROM: 'bot@vi-du.vn',
      OTEL_EXPORTER_OTLP_ENDPOINT: nobody,
      ACCESS: 'open',
      LOG_LEVEL: 'trace',
    };
    const env = { PATH: process.env.PATH, ...secrets, ...settings };
    const child = spawn(process.execPath, [program, 'start'], { env, cwd: folder });
    let log = '';
    for (const output of [child.stdout, child.stderr])
      output.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
    const ended = new Promise((resolve) => child.once('close', resolve));
    try {
      while (!log.includes('Bot đang chạy')) await new Promise((resolve) => setTimeout(resolve, 50));
      const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
      fake.say(people[0], `hả, ${words.join(', ')}`);
      await fake.replies(people[0]);
      fake.faults.add('sendMessage', refuse(400, 'Bad Request: chat not found'));
      fake.faults.add('sendMessage', faults.dropBefore, { times: 2 });
      fake.say(people[1], words[0] ?? '', { from: { id: people[1], is_bot: false, first_name: words[1] ?? '' } });
      const forged = { 'x-telegram-bot-api-secret-token': 'doan' };
      expect((await ask('/telegram/webhook', { method: 'POST', headers: forged, body: '{}' })).status).toBe(401);
      const known = { 'x-telegram-bot-api-secret-token': secrets.TELEGRAM_WEBHOOK_SECRET };
      expect((await ask('/telegram/webhook', { method: 'POST', headers: known, body: words.join() })).status).toBe(200);
      expect((await ask('/metrics', { headers: { authorization: 'Bearer sai' } })).status).toBe(404);
      const metrics = await ask('/metrics', { headers: { authorization: `Bearer ${secrets.METRICS_TOKEN}` } });
      log += await metrics.text();
      const ready = await ask('/readyz');
      log += await ready.text();
      expect([metrics.status, ready.status]).toEqual([200, 200]);
      expect(log).toContain('Chưa kết nối được với Zalo Bot.');
    } finally {
      child.kill('SIGTERM');
      await ended;
    }
    expect(log).toContain('chidao_messages_total');
    for (const secret of Object.values(secrets).map((written) => /[^:=]*1234567890/.exec(written)?.[0] ?? written)) {
      expect(log).not.toContain(secret);
      expect(log).not.toContain(secret.split(':').at(-1));
      expect(log).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
    }
    for (const word of [...words, ...people.map(String)]) expect(log).not.toContain(word);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
