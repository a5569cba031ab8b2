import { beforeAll, onTestFinished } from 'vitest';
import type { HandleMessage } from '../../../src/domain/message.ts';
import type { Platform } from '../../../src/domain/platform.ts';
import { sleep } from '../../../src/platforms/sleep.ts';
import { createZaloOa, type ZaloOaOptions } from '../../../src/platforms/zalo-oa/create-zalo-oa.ts';
import type { Database } from '../../../src/store/database.ts';
import { createInbox } from '../../../src/store/inbox.ts';
import { createSeal } from '../../../src/store/seal-text.ts';
import { createZaloLedger } from '../../../src/store/zalo-ledger.ts';
import { createConsentRecord, createTokenVault } from '../../../src/store/zalo-tokens.ts';
import { testDatabase } from '../../support/database.ts';
import { type FakeZaloOa, startFakeZaloOa } from '../../support/fake-zalo-oa.ts';
import { startWebhookServer, type WebhookServer } from '../../support/webhook-server.ts';
import { collectLog, type LogLine } from '../zalo-bot/bot-harness.ts';

export const PERSON = '7770001112223334445';

export type OaHarness = {
  fake: FakeZaloOa;
  server: WebhookServer;
  platform: Platform;
  database: Database;
  log: LogLine[];
  erased: string[];
};

/** Everything `createZaloOa` needs, on a database and a fake. */
export function oaOptions(database: Database, fake: FakeZaloOa, now: () => Date = () => new Date()) {
  return {
    account: { ...fake.account, refreshToken: 'rt-1', templateId: null },
    roots: fake.roots,
    prices: { message: 55, templateUid: 250, templatePhone: 350 },
    budget: null,
    inbox: createInbox(database, { now: () => new Date() }),
    vault: createTokenVault(database, { oaId: fake.account.oaId, seal: createSeal('a secret'), now }),
    consents: createConsentRecord(database, now),
    ledger: createZaloLedger(database, now),
    now,
    sleep: (milliseconds: number, signal?: AbortSignal) => sleep(Math.min(milliseconds, 20), signal),
  };
}

// The first opening of the database takes its time.
beforeAll(async () => void (await testDatabase()));

/** The bot on a fresh Official Account, with pauses of at most some milliseconds. */
export async function openZaloOa(
  handleMessage: HandleMessage,
  options: Partial<Omit<ZaloOaOptions, 'account'>> & { templateId?: string } = {},
): Promise<OaHarness> {
  const [fake, server, database] = await Promise.all([startFakeZaloOa(), startWebhookServer(), testDatabase()]);
  const log: LogLine[] = [];
  const erased: string[] = [];
  const { templateId, ...more } = options;
  const usual = oaOptions(database, fake, options.now);
  const platform = createZaloOa({
    ...usual,
    account: { ...usual.account, templateId: templateId ?? null },
    handleMessage,
    erase: async (chatId) => void erased.push(chatId),
    log: collectLog(log),
    ...more,
  });
  server.mount(platform);
  fake.state.webhookUrl = `${server.root}${platform.webhook?.path}`;
  onTestFinished(async () => {
    await platform.stop();
    await Promise.all([fake.close(), server.close()]);
  });
  return { fake, server, platform, database, log, erased };
}
