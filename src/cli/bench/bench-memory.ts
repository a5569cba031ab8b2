import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { dataFolder } from '../../tables.ts';
import { buildPeople } from '../../wiring/build-people.ts';
import { createLog } from '../../wiring/log.ts';
import { createMessageHandler, standingFeatures } from '../../wiring/message-handler.ts';
import type { CommandContext } from '../command.ts';
import { ingestPaths } from '../ingest-paths.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { idleBytes } from './idle-bytes.ts';
import { quantile } from './quantile.ts';
import { sampleQuestions } from './sample-questions.ts';
import { decimal, megabytes, thousands } from './say-figure.ts';
import { withBenchBase } from './with-bench-base.ts';

const usualQuestions = 20_000;
const chats = 2000;
const samples = 50;

export const benchMemory: Benchmark = {
  name: 'memory',
  summary: `bộ nhớ khi nghỉ, và qua ${thousands(usualQuestions)} câu hỏi của ${thousands(chats)} cuộc trò chuyện (--questions 200000; --db: trên PostgreSQL)`,
  takes: ['questions'],
  async run(context, { questions }) {
    const idle = await idleBytes();
    const kept = await bytesWhileAsked(questions ?? usualQuestions, context);
    return [...idleRows(idle), ...rows(questions ?? usualQuestions, kept)];
  },
};

/** What a process holds after a full collection: everything, and objects alone. */
type Held = { rss: number; heap: number };

/** Held after every fiftieth of so many questions. */
function bytesWhileAsked(questions: number, context: CommandContext): Promise<Held[]> {
  return withBenchBase(context, null, async (base) => {
    for await (const _ of ingestPaths(base, [join(dataFolder, 'directives')], context));
    const config = { ...context.config(), access: 'open' as const };
    const people = buildPeople(base, config, new Map());
    const features = standingFeatures(base, config, people);
    const handle = createMessageHandler(base, config, { log: createLog('error'), features, people });
    const collect = collector();
    const held: Held[] = [];
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
      if ((turn + 1) % Math.ceil(questions / samples) > 0) continue;
      collect();
      const { rss, heapUsed } = process.memoryUsage();
      held.push({ rss, heap: heapUsed });
      context.log(`${thousands(turn + 1)} câu: ${megabytes(rss)}, đối tượng ${megabytes(heapUsed)}`);
    }
    return held;
  });
}

/** A full collection, which a process can ask for only when it was told so at its start, or in a context made after it was told. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

function idleRows({ product, floor }: { product: number; floor: number }): Measurement[] {
  return [
    {
      what: 'khi nghỉ, cơ sở dữ liệu nhúng',
      measured: megabytes(product),
      bar: '≤ 350 MB',
      anchor: `riêng PGlite với pgvector: ${megabytes(floor)}`,
      isMet: product <= 350 * 2 ** 20,
    },
  ];
}

function rows(questions: number, held: readonly Held[]): Measurement[] {
  // The first fifth fills caches; the rest must stay level.
  const early = held.slice(samples * 0.2, samples * 0.4);
  const late = held.slice(samples * 0.8);
  return (['rss', 'heap'] as const).map((part) => {
    const middle = (some: readonly Held[]): number =>
      quantile(
        some.map((one) => one[part]),
        0.5,
      );
    const growth = middle(late) / middle(early) - 1;
    return {
      what: `${part === 'rss' ? 'bộ nhớ của tiến trình' : 'đối tượng'} tăng thêm qua ${thousands(questions)} câu`,
      measured: `${decimal(growth * 100)} %`,
      bar: part === 'rss' ? '≤ 10 %' : '',
      anchor: `${megabytes(middle(early))} ở 20–40 % số câu, ${megabytes(middle(late))} ở 80–100 %`,
      isMet: part === 'rss' ? growth <= 0.1 : null,
    };
  });
}
