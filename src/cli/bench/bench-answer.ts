import { join } from 'node:path';
import { findFigures } from '../../store/figures.ts';
import { dataFolder } from '../../tables.ts';
import type { Base } from '../../wiring/base.ts';
import { todayIn } from '../../wiring/today.ts';
import { createChats } from '../ask.ts';
import type { CommandContext } from '../command.ts';
import { ingestPaths } from '../ingest-paths.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { quantile } from './quantile.ts';
import { sampleQuestions } from './sample-questions.ts';
import { decimal, megabytes, thousands } from './say-figure.ts';
import { type Spent, spend, spread } from './stopwatch.ts';
import type { SyntheticCorpus, SyntheticQuestion } from './synthetic-corpus.ts';
import { withCorpus } from './with-corpus.ts';

const usualSizes = [10_000, 100_000];
const usualQuestions = 300;

export const benchAnswer: Benchmark = {
  name: 'answer',
  summary:
    'thời gian một câu trả lời trên bản mẫu, 10.000 và 100.000 đoạn, một phần năm là chỉ tiêu (--db: trên PostgreSQL)',
  takes: ['passages', 'questions', 'keep'],
  async run(context, { passages, questions, keep }) {
    const count = questions ?? usualQuestions;
    const rows: Measurement[] = passages === null ? await measureSample(context, count) : [];
    for (const size of passages === null ? usualSizes : [passages])
      rows.push(
        ...(await withCorpus(context, { passages: size, keep }, (base, corpus) =>
          measureCorpus(base, corpus, { count, context }),
        )),
      );
    return rows;
  },
};

function measureSample(context: CommandContext, count: number): Promise<Measurement[]> {
  return withTemporaryBase(context, async (base) => {
    context.log('nạp bản mẫu…');
    for await (const _ of ingestPaths(base, [join(dataFolder, 'directives')], context));
    const questions = Array.from({ length: count }, (_, turn) => sampleQuestions[turn % sampleQuestions.length] ?? '');
    const { spent } = await timeAnswers(base, questions, context);
    return rowsOf('bản mẫu, nhúng', spent, { bar: 30, anchor: '' });
  });
}

type Measuring = { count: number; context: CommandContext };

async function measureCorpus(
  base: Base,
  corpus: SyntheticCorpus,
  { count, context }: Measuring,
): Promise<Measurement[]> {
  const questions = corpus.questions(count);
  const began = performance.now();
  await timeAnswers(base, ['khởi động'], context);
  const firstSeconds = (performance.now() - began) / 1000;
  const texts = questions.map(({ question }) => question);
  const { spent, answers } = await timeAnswers(base, texts, context);
  const lookups = questions.flatMap(({ figure }, at) => (figure === null ? [] : [{ ...figure, said: answers[at] }]));
  const right = lookups.filter(({ value, said }) => said?.includes(value)).length;
  const isServer = base.database.kind === 'server';
  const what = `${thousands(corpus.size.passages)} đoạn, ${isServer ? 'PostgreSQL' : 'nhúng'}`;
  const floor = await timeFigures(base, questions);
  const anchor = `chỉ đọc chỉ tiêu bằng SQL: ${spread(floor.clock)}`;
  const plain = { bar: '', anchor: '', isMet: null };
  return [
    ...rowsOf(what, spent, { bar: isServer ? 25 : 60, anchor }),
    { what: `${what}: câu đầu sau khi mở`, measured: `${decimal(firstSeconds)} s`, ...plain },
    { what: `${what}: nêu đúng số đã đặt`, measured: `${right}/${lookups.length}`, ...plain },
    { what: `${what}: bộ nhớ`, measured: megabytes(process.memoryUsage().rss), ...plain },
  ];
}

function rowsOf(what: string, { clock, cpu }: Spent, { bar, anchor }: { bar: number; anchor: string }): Measurement[] {
  return [
    {
      what: `${what}: p50 / p95`,
      measured: spread(clock),
      bar: `p95 ≤ ${bar} ms`,
      anchor,
      isMet: quantile(clock, 0.95) <= bar,
    },
    {
      what: `${what}: tính theo CPU`,
      measured: spread(cpu),
      bar: '',
      anchor: 'khi máy đang bận việc khác',
      isMet: null,
    },
  ];
}

/** Each answer and what it took, in order, after a few to warm up. */
async function timeAnswers(
  base: Base,
  questions: readonly string[],
  { config, now }: CommandContext,
): Promise<{ spent: Spent; answers: string[] }> {
  const chats = createChats(base, todayIn(config().settings.TZ, now()));
  for (const question of questions.slice(0, 20)) await chats.ask({ id: null, question, after: null });
  const spent: Spent = { clock: [], cpu: [] };
  const answers: string[] = [];
  for (const question of questions) {
    const { answer } = await spend(spent, () => chats.ask({ id: null, question, after: null }));
    answers.push(answer.text);
  }
  return { spent, answers };
}

/** What it takes to read the figures asked for from the database alone, by somebody who knows which they are. */
async function timeFigures({ database }: Base, questions: readonly SyntheticQuestion[]): Promise<Spent> {
  const spent: Spent = { clock: [], cpu: [] };
  for (const { figure } of questions) {
    if (figure === null) continue;
    await spend(spent, () => findFigures(database, { keys: [figure.key], localityKeys: [figure.localityKey] }));
  }
  return spent;
}
