import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { IncomingMessage } from '../../domain/message.ts';
import { createHttpServer } from '../../http/create-http-server.ts';
import { sleep } from '../../platforms/sleep.ts';
import { keepUpdate } from '../../platforms/telegram/keep-update.ts';
import { createTelegramWebhook } from '../../platforms/telegram/telegram-webhook.ts';
import { workInbox } from '../../platforms/work-inbox.ts';
import { openDatabase } from '../../store/database.ts';
import { createInbox } from '../../store/inbox.ts';
import { dataFolder, loadTables } from '../../tables.ts';
import { type Base, buildBase } from '../../wiring/base.ts';
import type { CommandContext } from '../command.ts';
import { ingestPaths } from '../ingest-paths.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { buildHandler } from './build-handler.ts';
import { dropSchema } from './drop-schema.ts';
import type { Load } from './load-webhook.ts';
import { quantile } from './quantile.ts';
import { lookupQuestions } from './sample-questions.ts';

type Update = Parameters<typeof keepUpdate>[1];

const secret = 'secret-of-the-bench';
const secondsFlatOut = 3;
const secondsPaced = 5;
/** In turns, so that what else the machine does falls on both alike. */
const rounds = 4;
const paced = 500;
const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent };

export const benchWebhook: Benchmark = {
  name: 'webhook',
  summary: 'webhook được ghi bền rồi xác nhận, so với một bot grammY trần trong cùng lần chạy (--db: trên PostgreSQL)',
  async run(context) {
    const { url } = context.config().database;
    if (url === null) return withTemporaryBase(context, (base) => measure(base, context));
    const location = { url, directory: null, schema: `bench_${randomUUID().replaceAll('-', '')}` };
    const base = buildBase(await openDatabase(location), loadTables());
    try {
      return await measure(base, context);
    } finally {
      await base.close();
      await dropSchema(location);
    }
  },
};

async function measure(base: Base, context: CommandContext): Promise<Measurement[]> {
  const tell = context.log;
  for await (const _ of ingestPaths(base, [join(dataFolder, 'directives')], context));
  const bot = await startBot(base, context);
  const { startBareBot } = await import('../../../test/support/start-bare-bot.ts');
  const bare = await startBareBot(secret);
  // Ids of their own for every run: repeats would cost nothing.
  let firstId = Math.floor(context.now().getTime() / 1000) % 1_000_000_000;
  const run = (url: string, perSecond: number | null): Promise<Load> => {
    firstId += 1_000_000;
    const seconds = perSecond === null ? secondsFlatOut : secondsPaced;
    return loadFrom({ url, secret, seconds, perSecond, firstId });
  };
  tell('làm nóng…');
  for (const url of [bare.url, bot.url]) await run(url, null);
  const [anchors, kept]: [Load[], Load[]] = [[], []];
  for (let round = 1; round <= rounds; round += 1) {
    tell(`bot grammY trần, rồi webhook của bot: vòng ${round}/${rounds}…`);
    anchors.push(await run(bare.url, null));
    kept.push(await run(bot.url, null));
  }
  tell(`${paced} cập nhật mỗi giây: bot grammY trần, rồi bot, vừa nhận vừa trả lời…`);
  const pacedAnchor = await run(bare.url, paced);
  bot.worker.start();
  const pacedLoad = await run(bot.url, paced);
  const { answered } = bot;
  await Promise.all([bot.stop(), bare.close()]);
  return rows({
    anchors,
    kept,
    pacedAnchor,
    pacedLoad,
    answered: answered(),
    isServer: base.database.kind === 'server',
  });
}

/** The HTTP server and the inbox of Telegram; answers are made and not sent. The first ones are made before, as a start does. */
async function startBot(base: Base, context: CommandContext) {
  const { now } = context;
  const inbox = createInbox(base.database, { now });
  const handle = buildHandler(base, context);
  for (const text of Array.from({ length: 30 }, () => lookupQuestions).flat())
    await handle(messageOf('warm', { messageId: '0', text, receivedAt: now() }));
  let count = 0;
  const worker = workInbox({
    inbox,
    platform: 'telegram',
    async work({ chatId, eventId, body, sentAt }) {
      const text = (JSON.parse(body) as Update).message?.text ?? '';
      await handle(messageOf(chatId, { messageId: eventId, text, receivedAt: sentAt }));
      count += 1;
    },
    log,
    now,
    sleep,
  });
  const counted = (what: string): void => {
    if (what === 'stored') worker.wake(0);
  };
  const keep = (update: Update) => keepUpdate({ inbox, isForUs: () => true, counted, now }, update);
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
  return {
    url: `http://127.0.0.1:${await server.start()}${webhook.path}`,
    worker,
    answered: () => count,
    async stop() {
      await worker.stop(60_000);
      await server.stop();
    },
  };
}

const messageOf = (
  chatId: string,
  said: Pick<IncomingMessage, 'messageId' | 'text' | 'receivedAt'>,
): IncomingMessage => ({
  platform: 'telegram',
  chatId,
  personId: chatId,
  personName: null,
  choice: null,
  isGroup: false,
  ...said,
});

type Measured = {
  anchors: Load[];
  kept: Load[];
  pacedAnchor: Load;
  pacedLoad: Load;
  /** How many were answered while updates came in. */
  answered: number;
  isServer: boolean;
};

function rows({ anchors, kept, pacedAnchor, pacedLoad, answered, isServer }: Measured): Measurement[] {
  const text = (value: number): string => value.toFixed(2).replace('.', ',');
  const rate = (loads: Load[]): number =>
    Math.round(loads.reduce((sum, { perSecond }) => sum + perSecond, 0) / loads.length);
  const failed = kept.reduce((sum, load) => sum + load.failed, 0);
  const share = rate(kept) / Math.max(1, rate(anchors));
  const bar = isServer ? 0.4 : 0.1;
  const where = isServer ? 'PostgreSQL' : 'nhúng';
  return [
    { what: 'bot grammY trần', measured: `${rate(anchors)}/s`, bar: '', anchor: 'chính nó', isMet: null },
    {
      what: `ghi bền rồi xác nhận (${where})`,
      measured: `${rate(kept)}/s`,
      bar: '',
      anchor: `p99 ${text(
        quantile(
          kept.map(({ p99 }) => p99),
          0.5,
        ),
      )} ms, hỏng ${failed}`,
      isMet: failed === 0,
    },
    {
      what: 'tỷ lệ',
      measured: text(share),
      bar: `≥ ${text(bar)}`,
      anchor: `bot grammY trần = 1; ${rounds} vòng xen kẽ`,
      isMet: share >= bar,
    },
    {
      what: `${paced}/s, vừa nhận vừa trả lời: p99`,
      measured: `${text(pacedLoad.p99)} ms (${pacedLoad.perSecond}/s, hỏng ${pacedLoad.failed}; trả lời ${answered})`,
      bar: '≤ 50 ms',
      anchor: `bot trần: p99 ${text(pacedAnchor.p99)} ms`,
      isMet: pacedLoad.p99 <= 50 && pacedLoad.failed === 0,
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
