import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { saveDirective } from '../../store/save-directive.ts';
import { dataFolder, readTableFiles } from '../../tables.ts';
import type { Base } from '../../wiring/base.ts';
import { todayIn } from '../../wiring/today.ts';
import { createChats } from '../ask.ts';
import type { CommandContext } from '../command.ts';
import { ingestPaths } from '../ingest-paths.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { quantile } from './quantile.ts';
import { sampleQuestions } from './sample-questions.ts';
import { SyntheticCorpus, type SyntheticQuestion } from './synthetic-corpus.ts';

const size = { directives: 2000, passages: 100_000, targets: 20_000 };
const questionCount = 300;

export const benchAnswer: Benchmark = {
  name: 'answer',
  summary: 'thời gian một câu trả lời trên bản mẫu, và trên 100.000 đoạn với 20.000 chỉ tiêu',
  run: (context) =>
    withTemporaryBase(context, async (base) => {
      context.log('nạp bản mẫu…');
      for await (const _ of ingestPaths(base, [join(dataFolder, 'directives')], context));
      const today = todayIn(context.config().settings.TZ, context.now());
      const sample = await timeAnswers(
        base,
        Array.from({ length: questionCount }, (_, turn) => sampleQuestions[turn % sampleQuestions.length] ?? ''),
        today,
      );
      const corpus = new SyntheticCorpus(readTableFiles(dataFolder), size);
      await fill(base, corpus, context);
      const questions = corpus.questions(questionCount);
      const began = performance.now();
      await timeAnswers(base, ['khởi động'], today);
      const firstSeconds = (performance.now() - began) / 1000;
      const large = await timeAnswers(
        base,
        questions.map(({ question }) => question),
        today,
      );
      const lookups = questions.filter(({ value }) => value !== null);
      const right = await countRight(base, lookups, today);
      return [
        ...rows('bản mẫu', sample, 30),
        ...rows('100.000 đoạn', large, 60),
        {
          what: '100.000 đoạn: câu đầu sau khi mở',
          measured: `${firstSeconds.toFixed(1).replace('.', ',')} s`,
          bar: '',
          anchor: 'lập chỉ mục trong bộ nhớ',
          isMet: null,
        },
        {
          what: '100.000 đoạn: có số liệu đã đặt',
          measured: `${right}/${lookups.length}`,
          bar: '',
          anchor: '',
          isMet: null,
        },
        {
          what: 'bộ nhớ của tiến trình',
          measured: `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
          bar: '',
          anchor: '',
          isMet: null,
        },
      ];
    }),
};

function rows(what: string, times: number[], bar: number): Measurement[] {
  const text = (ms: number): string => `${ms.toFixed(1).replace('.', ',')} ms`;
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  return [
    { what: `${what}: p50`, measured: text(p50), bar: '', anchor: 'bản thử trước: 9 ms', isMet: null },
    {
      what: `${what}: p95`,
      measured: text(p95),
      bar: `≤ ${bar} ms`,
      anchor: 'bản thử trước: 20 ms',
      isMet: p95 <= bar,
    },
  ];
}

/** Milliseconds of each answer, in order, after one round to warm up. */
async function timeAnswers(base: Base, questions: string[], today: string): Promise<number[]> {
  const chats = createChats(base, today);
  for (const question of questions.slice(0, 20)) await chats.ask({ id: null, question, after: null });
  const times: number[] = [];
  for (const question of questions) times.push((await chats.ask({ id: null, question, after: null })).ms);
  return times;
}

/** How many answers give the value that the corpus sets: a benchmark of an engine that answers nothing would be worth nothing. */
async function countRight(base: Base, questions: SyntheticQuestion[], today: string): Promise<number> {
  const chats = createChats(base, today);
  let right = 0;
  for (const { question, value } of questions) {
    const { answer } = await chats.ask({ id: null, question, after: null });
    if (value !== null && answer.text.includes(value)) right += 1;
  }
  return right;
}

async function fill(
  { database, embedding }: Base,
  corpus: SyntheticCorpus,
  { log, now }: CommandContext,
): Promise<void> {
  let done = 0;
  for (const draft of corpus.drafts()) {
    const bytes = Buffer.from(draft.text);
    await saveDirective(database, {
      draft,
      original: {
        sha256: createHash('sha256').update(draft.metadata.title).update(bytes).digest('hex'),
        name: `${draft.metadata.number}.txt`,
        bytes,
        receivedAt: now(),
      },
      vectors: { model: embedding.name, vectors: await embedding.embed(draft.passages.map(({ text }) => text)) },
    });
    done += 1;
    if (done % 200 === 0) log(`đã tạo ${done}/${size.directives} văn bản…`);
  }
}
