import { onTestFinished } from 'vitest';
import type { HandleMessage } from '../../../src/domain/message.ts';
import type { Inbox, Platform } from '../../../src/domain/platform.ts';
import { sleep } from '../../../src/platforms/sleep.ts';
import { createTelegram, type TelegramOptions } from '../../../src/platforms/telegram/create-telegram.ts';
import type { Database } from '../../../src/store/database.ts';
import { createInbox } from '../../../src/store/inbox.ts';
import { testDatabase } from '../../support/database.ts';
import { type FakeTelegram, startFakeTelegram } from '../../support/fake-telegram.ts';

export const CHAT = 4_001;
export const OTHER_CHAT = 4_002;
export const GROUP = -100_500;

export type LogLine = { level: 'info' | 'warn' | 'error'; fields: object; message: string };

export type TelegramHarness = { fake: FakeTelegram; platform: Platform; log: LogLine[] };

/** The bot on a fresh loopback server, with pauses of at most some milliseconds; both are stopped when the test is over. */
export async function openTelegram(
  handleMessage: HandleMessage,
  options: Partial<TelegramOptions> = {},
): Promise<TelegramHarness> {
  const [fake, database] = await Promise.all([startFakeTelegram(), testDatabase()]);
  const log: LogLine[] = [];
  const platform = createTelegramOn(fake, {
    handleMessage,
    inbox: openInbox(database),
    log: collectLog(log),
    ...options,
  });
  onTestFinished(async () => {
    await platform.stop();
    await fake.close();
  });
  return { fake, platform, log };
}

/** Where updates are kept, as another process would have it. */
export const openInbox = (database: Database): Inbox => createInbox(database, { now: () => new Date() });

export function createTelegramOn(
  fake: Pick<FakeTelegram, 'token' | 'apiRoot'>,
  options: Partial<TelegramOptions> & Pick<TelegramOptions, 'handleMessage' | 'inbox'>,
): Platform {
  return createTelegram({
    token: fake.token,
    apiRoot: fake.apiRoot,
    commands: [{ command: 'help', description: 'Xem cách hỏi' }],
    log: collectLog([]),
    now: () => new Date('2026-11-22T08:00:00Z'),
    sleep: (milliseconds, signal) => sleep(Math.min(milliseconds, 20), signal),
    stopPatienceMilliseconds: 10_000,
    ...options,
  });
}

export function collectLog(lines: LogLine[]): TelegramOptions['log'] {
  const write = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
