import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startFakeZaloBot } from '../../support/fake-zalo-bot.ts';

const CHATS = 6;
const MESSAGES = 12;
/** `KILLS=50` for the long run. */
const KILLS = Number(process.env.KILLS ?? 2);

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));
const soon = (milliseconds = 10) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a bot on Zalo killed in the middle of its work', () => {
  it('loses nothing it has acknowledged, and repeats at most the one in flight of each chat', {
    timeout: 240_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chidao-zalo-kill-'));
    const file = join(folder, 'ready');
    const fake = await startFakeZaloBot();
    const script = join(import.meta.dirname, '../../support/zalo-bot-process.ts');
    const start = async (): Promise<ChildProcess> => {
      const before = existsSync(file) ? readFileSync(file, 'utf8').length : 0;
      const args = [script, join(folder, 'base'), fake.apiRoot, fake.token, file];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
      while (!existsSync(file) || readFileSync(file, 'utf8').length === before) await soon(20);
      return child;
    };
    const chats = Array.from({ length: CHATS }, (_, index) => `chat-${index}`);
    const written = () => chats.flatMap((chat) => fake.transcript(chat).filter(({ from }) => from === 'bot')).length;
    const acknowledged = new Set<string>();
    const expected = Array.from({ length: MESSAGES }, (_, index) => `câu ${index}`);

    let child = await start();
    for (const text of expected) for (const chat of chats) acknowledged.add(await fake.sayUntilKept(chat, text));
    for (let kill = 0; kill < KILLS; kill += 1) {
      const enough = Math.min(CHATS * MESSAGES - CHATS, written() + 5 + 3 * kill);
      while (written() < enough) await soon();
      const exit = ended(child);
      child.kill('SIGKILL');
      await exit;
      child = await start();
    }
    while (
      !chats.every((chat) =>
        fake.transcript(chat).some(({ from, text }) => from === 'bot' && text.includes(`câu ${MESSAGES - 1}`)),
      )
    )
      await soon();
    const exit = ended(child);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);

    expect(acknowledged.size).toBe(CHATS * MESSAGES);
    let repeats = 0;
    for (const chat of chats) {
      const texts = (await fake.replies(chat)).map(({ text }) => text.replace(/^\(Gửi lại[\s\S]*\)\n\n/, ''));
      const inOrder = texts.filter((text, index) => text !== texts[index - 1]);
      expect(inOrder).toEqual(expected);
      repeats += texts.length - inOrder.length;
    }
    expect(repeats).toBeLessThanOrEqual(KILLS * CHATS);
    await fake.close();
    await rm(folder, { recursive: true });
  });
});
