import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts';
import { faults, refuse } from '../support/fake-telegram-faults.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'chidao.mjs');
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
      OPENAI_API_KEY: 'sk-khoa-mo-hinh-1234567890',
    };
    const settings = {
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_API_ROOT: fake.apiRoot,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: String(port),
      ZALO_BOT_MODE: 'webhook',
      // Nobody is there: every call fails with the address, which holds the token.
      ZALO_BOT_API_ROOT: `http://127.0.0.1:${await freePort()}`,
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
      fake.say(1, `tỷ lệ che phủ rừng Cao Bằng 2023, ${words.join(', ')}`);
      await fake.replies(1);
      fake.faults.add('sendMessage', refuse(400, 'Bad Request: chat not found'));
      fake.faults.add('sendMessage', faults.dropBefore, { times: 2 });
      fake.say(2, words[0] ?? '', { from: { id: 2, is_bot: false, first_name: words[1] ?? '' } });
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
    for (const secret of Object.values(secrets)) {
      expect(log).not.toContain(secret);
      expect(log).not.toContain(secret.split(':').at(-1));
      expect(log).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
    }
    for (const word of words) expect(log).not.toContain(word);
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
