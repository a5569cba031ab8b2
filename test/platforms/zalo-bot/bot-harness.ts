import { beforeAll, onTestFinished } from 'vitest';
import type { HandleMessage } from '../../../src/domain/message.ts';
import type { Log, Platform } from '../../../src/domain/platform.ts';
import { sleep } from '../../../src/platforms/sleep.ts';
import { createZaloBot, type ZaloBotOptions } from '../../../src/platforms/zalo-bot/create-zalo-bot.ts';
import { createInbox } from '../../../src/store/inbox.ts';
import { testDatabase } from '../../support/database.ts';
import { type FakeZaloBot, startFakeZaloBot } from '../../support/fake-zalo-bot.ts';
import { startWebhookServer, type WebhookServer } from '../../support/webhook-server.ts';

export type LogLine = { level: 'info' | 'warn' | 'error'; fields: object; message: string };

export function collectLog(lines: LogLine[]): Log {
  const write = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

export type BotHarness = { fake: FakeZaloBot; server: WebhookServer; platform: Platform; log: LogLine[] };

// The first opening of the database takes its time.
beforeAll(async () => void (await testDatabase()));

/** The bot on a fresh loopback platform, polled or by webhook, with pauses of at most some milliseconds. */
export async function openZaloBot(
  mode: 'polling' | 'webhook',
  handleMessage: HandleMessage,
  options: Partial<ZaloBotOptions> = {},
): Promise<BotHarness> {
  const [fake, server, database] = await Promise.all([startFakeZaloBot(), startWebhookServer(), testDatabase()]);
  const log: LogLine[] = [];
  const now = () => new Date();
  const platform = createZaloBot({
    token: fake.token,
    apiRoot: fake.apiRoot,
    webhook: mode === 'webhook' ? { publicUrl: server.root, secret: 'secret-of-the-webhook' } : null,
    inbox: createInbox(database, { now }),
    handleMessage,
    log: collectLog(log),
    now,
    sleep: (milliseconds, signal) => sleep(Math.min(milliseconds, 20), signal),
    ...options,
  });
  server.mount(platform);
  onTestFinished(async () => {
    await platform.stop();
    await Promise.all([fake.close(), server.close()]);
  });
  return { fake, server, platform, log };
}
