import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createHttpServer } from '../../http/create-http-server.ts';
import { sleep } from '../../platforms/sleep.ts';
import { keepUpdate } from '../../platforms/telegram/keep-update.ts';
import { createTelegramWebhook } from '../../platforms/telegram/telegram-webhook.ts';
import { workInbox } from '../../platforms/work-inbox.ts';
import { type Database, openDatabase } from '../../store/database.ts';
import { createInbox } from '../../store/inbox.ts';
import type { CommandContext } from '../command.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { dropSchema } from './drop-schema.ts';
import type { Load } from './load-webhook.ts';

const secret = 'secret-of-the-bench';
const seconds = 5;
const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent };

export const benchWebhook: Benchmark = {
  name: 'webhook',
  summary: 'webhook được ghi bền rồi xác nhận, so với một bot grammY trần trong cùng lần chạy (--db: trên PostgreSQL)',
  async run(context) {
    const { url } = context.config().database;
    if (url === null) return withTemporaryBase(context, ({ database }) => measure(database, context));
    const location = { url, directory: null, schema: `bench_${randomUUID().replaceAll('-', '')}` };
    const database = await openDatabase(location);
    try {
      return await measure(database, context);
    } finally {
      await database.close();
      await dropSchema(location);
    }
  },
};

async function measure(database: Database, { log: tell, now }: CommandContext): Promise<Measurement[]> {
  const inbox = createInbox(database, { now });
  const worker = workInbox({ inbox, platform: 'telegram', work: async () => {}, log, now, sleep });
  const counted = (what: string): void => {
    if (what === 'stored') worker.wake(0);
  };
  const keep = (update: Parameters<typeof keepUpdate>[1]) =>
    keepUpdate({ inbox, isForUs: () => true, counted, now }, update);
  const webhook = createTelegramWebhook({ secret, keep, counted, log });
  const server = createHttpServer({
    port: 0,
    webhooks: [webhook],
    consents: [],
    calendarOf: async () => null,
    checkReadiness: async () => [],
    metrics: async () => '',
    metricsToken: null,
    log,
  });
  const address = `http://127.0.0.1:${await server.start()}${webhook.path}`;
  const { startBareBot } = await import('../../../test/support/start-bare-bot.ts');
  const bare = await startBareBot(secret);
  // Ids of their own for every run: repeats would cost nothing.
  let firstId = Math.floor(now().getTime() / 1000) % 1_000_000_000;
  const run = (url: string, perSecond: number | null): Promise<Load> => {
    firstId += 1_000_000;
    return loadFrom({ url, secret, seconds, perSecond, firstId });
  };
  tell('làm nóng…');
  for (const url of [bare.url, address]) await run(url, null);
  tell(`bot grammY trần, rồi webhook của bot, ${seconds} giây mỗi bên…`);
  const anchor = await run(bare.url, null);
  const kept = await run(address, null);
  tell('500 cập nhật mỗi giây, vừa nhận vừa xử lý…');
  worker.start();
  const paced = await run(address, 500);
  await worker.stop(60_000);
  await server.stop();
  await bare.close();
  return rows({ anchor, kept, paced, isServer: database.kind === 'server' });
}

type Measured = { anchor: Load; kept: Load; paced: Load; isServer: boolean };

function rows({ anchor, kept, paced, isServer }: Measured): Measurement[] {
  const text = (value: number): string => value.toFixed(2).replace('.', ',');
  const share = kept.perSecond / Math.max(1, anchor.perSecond);
  const bar = isServer ? 0.4 : 0.1;
  const where = isServer ? 'PostgreSQL' : 'nhúng';
  return [
    { what: 'bot grammY trần', measured: `${anchor.perSecond}/s`, bar: '', anchor: 'chính nó', isMet: null },
    {
      what: `ghi bền rồi xác nhận (${where})`,
      measured: `${kept.perSecond}/s`,
      bar: '',
      anchor: `p99 ${text(kept.p99)} ms, hỏng ${kept.failed}`,
      isMet: kept.failed === 0,
    },
    { what: 'tỷ lệ', measured: text(share), bar: `≥ ${text(bar)}`, anchor: 'bot grammY trần = 1', isMet: share >= bar },
    {
      what: '500/s, vừa nhận vừa xử lý: p99',
      measured: `${text(paced.p99)} ms (${paced.perSecond}/s, hỏng ${paced.failed})`,
      bar: '≤ 50 ms',
      anchor: `bot trần hết sức: p99 ${text(anchor.p99)} ms`,
      isMet: paced.p99 <= 50 && paced.failed === 0,
    },
  ];
}

function loadFrom(plan: object): Promise<Load> {
  const child = fork(new URL('./load-webhook.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    child.once('message', (load) => resolve(load as Load));
    child.once('error', reject);
    child.send(plan);
  });
}
