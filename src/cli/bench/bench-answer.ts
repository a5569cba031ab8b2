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
    const { times } = await timeAnswers(base, questions, context);
    return rowsOf('bản mẫu, nhúng', times, { bar: 30, anchor: '' });
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
  const { times, answers } = await timeAnswers(base, texts, context);
  const lookups = questions.flatMap(({ figure }, at) => (figure === null ? [] : [{ ...figure, said: answers[at] }]));
  const right = lookups.filter(({ value, said }) => said?.includes(value)).length;
  const isServer = base.database.kind === 'server';
  const what = `${thousands(corpus.size.passages)} đoạn, ${isServer ? 'PostgreSQL' : 'nhúng'}`;
  const floor = await timeFigures(base, questions);
  const anchor = `chỉ đọc chỉ tiêu bằng SQL: ${decimal(quantile(floor, 0.5))} / ${decimal(quantile(floor, 0.95))} ms`;
  const plain = { bar: '', anchor: '', isMet: null };
  return [
    ...rowsOf(what, times, { bar: isServer ? 25 : 60, anchor }),
    { what: `${what}: câu đầu sau khi mở`, measured: `${decimal(firstSeconds)} s`, ...plain },
    { what: `${what}: nêu đúng số đã đặt`, measured: `${right}/${lookups.length}`, ...plain },
    { what: `${what}: bộ nhớ`, measured: megabytes(process.memoryUsage().rss), ...plain },
  ];
}

function rowsOf(what: string, times: number[], { bar, anchor }: { bar: number; anchor: string }): Measurement[] {
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  return [
    {
      what: `${what}: p50 / p95`,
      measured: `${decimal(p50)} / ${decimal(p95)} ms`,
      bar: `p95 ≤ ${bar} ms`,
      anchor,
      isMet: p95 <= bar,
    },
  ];
}

/** Each answer and its milliseconds, in order, after a few to warm up. */
async function timeAnswers(
  base: Base,
  questions: readonly string[],
  { config, now }: CommandContext,
): Promise<{ times: number[]; answers: string[] }> {
  const chats = createChats(base, todayIn(config().settings.TZ, now()));
  for (const question of questions.slice(0, 20)) await chats.ask({ id: null, question, after: null });
  const times: number[] = [];
  const answers: string[] = [];
  for (const question of questions) {
    const { answer, ms } = await chats.ask({ id: null, question, after: null });
    times.push(ms);
    answers.push(answer.text);
  }
  return { times, answers };
}

/** Milliseconds of reading the figures asked for from the database alone, by somebody who knows which they are. */
async function timeFigures({ database }: Base, questions: readonly SyntheticQuestion[]): Promise<number[]> {
  const times: number[] = [];
  for (const { figure } of questions) {
    if (figure === null) continue;
    const began = performance.now();
    await findFigures(database, { keys: [figure.key], localityKeys: [figure.localityKey] });
    times.push(performance.now() - began);
  }
  return times;
}
