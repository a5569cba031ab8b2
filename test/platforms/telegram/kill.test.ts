import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from '../../support/fake-telegram.ts';

const CHATS = 8;
const MESSAGES = 30;
const KILLS = 5;
const FIRST_CHAT = 9_000;

function startBot(fake: FakeTelegram, directory: string): ChildProcess {
  const script = join(import.meta.dirname, '../../support/telegram-echo-bot.ts');
  return spawn(process.execPath, [script, fake.apiRoot, fake.token, directory], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

describe('a bot killed in the middle of its work', () => {
  it('loses no message, and repeats at most the one in flight of each chat', { timeout: 180_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chidao-kill-'));
    const directory = join(folder, 'db');
    const fake = await startFakeTelegram();
    const chats = Array.from({ length: CHATS }, (_, chat) => FIRST_CHAT + chat);
    const written = () => chats.flatMap((chat) => fake.transcript(chat).filter(({ from }) => from === 'bot')).length;
    const expected = Array.from({ length: MESSAGES }, (_, index) => `câu ${index}`);
    for (const text of expected) for (const chat of chats) fake.say(chat, text);

    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = startBot(fake, directory);
      const exit = ended(child);
      // Somewhere in the work, at another place each time.
      const enough = Math.min(CHATS * MESSAGES - CHATS, written() + 11 + 7 * kill);
      await fake.until(() => written() >= enough);
      child.kill('SIGKILL');
      await exit;
    }
    const last = startBot(fake, directory);
    const exit = ended(last);
    await fake.until(() => chats.every((chat) => fake.transcript(chat).at(-1)?.text === `câu ${MESSAGES - 1}`));
    await fake.until(() => chats.every((chat) => fake.transcript(chat).at(-1)?.from === 'bot'));
    last.kill('SIGTERM');
    expect(await exit).toBe(0);

    let repeats = 0;
    for (const chat of chats) {
      const texts = (await fake.replies(chat)).map(({ text }) => text);
      const inOrder = texts.filter((text, index) => text !== texts[index - 1]);
      expect(inOrder).toEqual(expected);
      repeats += texts.length - inOrder.length;
    }
    expect(repeats).toBeLessThanOrEqual(KILLS * CHATS);
    expect(fake.state.queue.pendingCount).toBe(0);
    await fake.close();
    await rm(folder, { recursive: true });
  });
});
