import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FAKE_TOKEN, startFakeTelegram } from '../support/fake-telegram.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'chidao.mjs');

type Started = { child: ChildProcess; out: () => string; err: () => string; ended: Promise<number | null> };

describe('npm start', { timeout: 120_000 }, () => {
  let folder: string;
  const running = new Set<ChildProcess>();

  function startProgram(args: string[], settings: Record<string, string> = {}): Started {
    const env = { PATH: process.env.PATH, TELEGRAM_BOT_TOKEN: '', ACCESS: '', ADMINS: '', ...settings };
    const child = spawn(process.execPath, [program, ...args], { env, cwd: folder });
    running.add(child);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const ended = new Promise<number | null>((resolve) => {
      child.once('close', (code) => {
        running.delete(child);
        resolve(code);
      });
    });
    return { child, out: () => out, err: () => err, ended };
  }

  async function until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 25));
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-start-'));
  });
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('on a new machine loads the digests and answers the lines piped into it, one by one, with nothing else on stdout', async () => {
    const { child, out, err, ended } = startProgram(['start']);
    child.stdin?.end('tỷ lệ che phủ rừng Cao Bằng 2023\n\nthế Kon Tum 2020?\n');
    expect(await ended).toBe(0);
    expect(out()).toMatch(/57,83%[\s\S]+62,85%/);
    expect(out()).not.toContain('Lần đầu chạy');
    expect(err()).toContain('Lần đầu chạy: đang nạp 5 bản tóm lược');
  });

  it('a second time loads nothing, and begins a new conversation', async () => {
    const { child, out, err, ended } = startProgram(['chat']);
    child.stdin?.end('thế Cao Bằng?\n');
    expect(await ended).toBe(0);
    expect(err()).not.toContain('Lần đầu chạy');
    expect(out()).not.toContain('62,85%');
  });

  it('refuses a second process on the same directory with one clear sentence', async () => {
    const first = startProgram(['start']);
    first.child.stdin?.write('xin chào\n');
    await until(() => first.out() !== '');
    const second = startProgram(['targets']);
    expect(await second.ended).toBe(1);
    expect(second.out()).toBe('');
    expect(second.err().trim().split('\n')).toHaveLength(1);
    expect(second.err()).toMatch(/thư mục|đang (được )?dùng|tiến trình/i);
    first.child.stdin?.end();
    expect(await first.ended).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops on %s, with its data in order', async (signal) => {
    const { child, out, ended } = startProgram(['start']);
    child.stdin?.write('xin chào\n');
    await until(() => out() !== '');
    child.kill(signal);
    expect(await ended).toBe(0);
    const after = startProgram(['targets', '--json']);
    expect(await after.ended).toBe(0);
    expect(after.out().trim().split('\n').length).toBeGreaterThan(50);
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const { child, err, ended } = startProgram(['targets', '--json']);
    child.stdout?.destroy();
    expect(await ended).toBe(0);
    expect(err()).toBe('');
  });

  it.each([
    ['TELEGRAM_BOT_TOKEN', 'không-phải-mã'],
    ['ACCESS', 'ai-cũng-được'],
  ])('a wrong %s stops the start with one sentence that names it', async (setting, value) => {
    const { out, err, ended } = startProgram(['start'], { [setting]: value });
    expect(await ended).toBe(1);
    expect(out()).toBe('');
    expect(err().trim().split('\n')).toEqual([expect.stringContaining(setting)]);
    expect(err()).not.toContain(value);
  });

  it('with TELEGRAM_BOT_TOKEN runs on Telegram: answers whom ADMINS names, tells others nothing but how to ask to be let in, stops on SIGTERM', async () => {
    const fake = await startFakeTelegram();
    try {
      const settings = { TELEGRAM_BOT_TOKEN: FAKE_TOKEN, TELEGRAM_API_ROOT: fake.apiRoot, ADMINS: 'telegram:501' };
      const { child, err, ended } = startProgram(['start'], settings);
      fake.say(501, 'tỷ lệ che phủ rừng Cao Bằng 2023');
      fake.say(502, 'tỷ lệ che phủ rừng Cao Bằng 2023');
      const replies = (chat: number) => fake.transcript(chat).filter(({ from }) => from === 'bot');
      await until(() => replies(501).length > 0 && replies(502).length > 0);
      expect(replies(501)[0]?.text).toContain('57,83%');
      expect(replies(502)[0]?.text).toContain('/xinvao');
      expect(replies(502)[0]?.text).not.toContain('57,83%');
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(err()).toContain('TELEGRAM_BOT_TOKEN');
      expect(err()).not.toContain(FAKE_TOKEN);
    } finally {
      await fake.close();
    }
  });
});
