import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder } from '../../tables.ts';
import { buildPeople } from '../../wiring/build-people.ts';
import { createLog } from '../../wiring/log.ts';
import { createMessageHandler, standingFeatures } from '../../wiring/message-handler.ts';
import { ingestPaths } from '../ingest-paths.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { quantile } from './quantile.ts';
import { sampleQuestions } from './sample-questions.ts';

const questions = 200_000;
const chats = 2000;
const samples = 100;
const program = join(import.meta.dirname, '..', '..', 'chidao.mjs');

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

export const benchMemory: Benchmark = {
  name: 'memory',
  summary: 'bộ nhớ khi nghỉ, và qua 200.000 câu hỏi của 2.000 cuộc trò chuyện',
  run: (context) =>
    withTemporaryBase(context, async (base) => {
      const idle = await idleBytes();
      for await (const _ of ingestPaths(base, [join(dataFolder, 'directives')], context));
      const config = { ...context.config(), access: 'open' as const };
      const people = buildPeople(base, config, new Map());
      const features = standingFeatures(base, config, people);
      const handle = createMessageHandler(base, config, { log: createLog('error'), features, people });
      const resident: number[] = [];
      for (let turn = 0; turn < questions; turn += 1) {
        const person = String(turn % chats);
        await handle({
          platform: 'telegram',
          chatId: person,
          personId: person,
          personName: null,
          messageId: String(turn),
          text: sampleQuestions[turn % sampleQuestions.length] ?? '',
          choice: null,
          isGroup: false,
          receivedAt: context.now(),
        });
        if ((turn + 1) % (questions / samples) === 0) {
          resident.push(process.memoryUsage().rss);
          context.log(`${turn + 1} câu: ${megabytes(resident.at(-1) ?? 0)}`);
        }
      }
      return rows(idle, resident);
    }),
};

function rows(idle: number, resident: readonly number[]): Measurement[] {
  // The first fifth fills caches; the rest must stay level.
  const early = quantile(resident.slice(samples * 0.2, samples * 0.4), 0.5);
  const late = quantile(resident.slice(samples * 0.8), 0.5);
  const growth = late / early - 1;
  const said = `${(growth * 100).toFixed(1).replace('.', ',')} %`;
  return [
    {
      what: 'khi nghỉ, cơ sở dữ liệu nhúng',
      measured: megabytes(idle),
      bar: '≤ 350 MB',
      anchor: 'PGlite trống: 180–240 MB',
      isMet: idle <= 350 * 2 ** 20,
    },
    { what: 'sau 40.000–80.000 câu (trung vị)', measured: megabytes(early), bar: '', anchor: '', isMet: null },
    { what: 'sau 160.000–200.000 câu (trung vị)', measured: megabytes(late), bar: '', anchor: '', isMet: null },
    { what: 'tăng thêm', measured: said, bar: '≤ 10 %', anchor: '', isMet: growth <= 0.1 },
  ];
}

/** What a started bot takes that nobody asks anything; on systems without /proc not known, 0. */
async function idleBytes(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'chidao-bench-'));
  const start = () =>
    spawn(process.execPath, [program, 'start', '--db', join(folder, 'db')], { stdio: ['pipe', 'pipe', 'ignore'] });
  try {
    // The first start makes the database, which takes memory that no later one does.
    const first = start();
    first.stdin.end('chào bạn\n');
    await new Promise((resolve) => first.once('exit', resolve));
    const child = start();
    child.stdin.write('chào bạn\n');
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await sleep(5000);
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    child.stdin.end();
    await new Promise((resolve) => child.once('exit', resolve));
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
