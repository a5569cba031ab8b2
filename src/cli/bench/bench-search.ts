import { findPassages } from '../../retrieval/find-passages.ts';
import type { Base } from '../../wiring/base.ts';
import type { CommandContext } from '../command.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { PlainBm25 } from './plain-bm25.ts';
import { quantile } from './quantile.ts';
import { decimal, megabytes, thousands } from './say-figure.ts';
import { type Spent, spend, spread } from './stopwatch.ts';
import type { SyntheticCorpus, SyntheticSearch } from './synthetic-corpus.ts';
import { withCorpus } from './with-corpus.ts';

const usualPassages = 100_000;
const usualQuestions = 400;
const limit = 10;

export const benchSearch: Benchmark = {
  name: 'search',
  summary: 'thời gian tìm đoạn theo từ ngữ trên 100.000 đoạn (--passages 1000000; --db: trên PostgreSQL)',
  takes: ['passages', 'questions', 'keep'],
  run: (context, { passages, questions, keep }) =>
    withCorpus(context, { passages: passages ?? usualPassages, keep }, (base, corpus) =>
      measure(base, corpus, { searches: corpus.searches(questions ?? usualQuestions), context }),
    ),
};

type Measuring = { searches: SyntheticSearch[]; context: CommandContext };

async function measure(base: Base, corpus: SyntheticCorpus, { searches, context }: Measuring): Promise<Measurement[]> {
  context.log('lập chỉ mục trong bộ nhớ…');
  const began = performance.now();
  await findPassages(base, { text: 'khởi động', limit });
  const seconds = (performance.now() - began) / 1000;
  const own = await timed(searches, {
    search: async (text) => (await findPassages(base, { text, limit })).map(({ passage }) => passage.text),
    wanted: ({ passage }) => passage,
  });
  const rss = process.memoryUsage().rss;
  context.log('BM25 thường trên cùng các đoạn…');
  const index = new PlainBm25();
  for (const draft of corpus.drafts()) for (const { text } of draft.passages) index.add(text);
  const plain = await timed(searches, {
    search: async (text) => index.search(text, limit),
    wanted: ({ slot }) => slot,
  });
  const { passages } = corpus.size;
  const bar = passages > usualPassages ? 60 : 40;
  const what = `${thousands(passages)} đoạn, ${base.database.kind === 'server' ? 'PostgreSQL' : 'nhúng'}`;
  const none = { bar: '', isMet: null };
  return [
    {
      what: `${what}: p50 / p95`,
      measured: spread(own.spent.clock),
      bar: `p95 ≤ ${bar} ms`,
      anchor: `BM25 thường: ${spread(plain.spent.clock)}`,
      isMet: quantile(own.spent.clock, 0.95) <= bar,
    },
    {
      what: `${what}: tính theo CPU`,
      measured: spread(own.spent.cpu),
      anchor: `BM25 thường: ${spread(plain.spent.cpu)}`,
      ...none,
    },
    {
      what: `${what}: đoạn gốc trong 10 đoạn đầu`,
      measured: hits(own),
      anchor: `BM25 thường: ${hits(plain)}`,
      ...none,
    },
    { what: `${what}: lập chỉ mục khi mở`, measured: `${decimal(seconds)} s`, anchor: '', ...none },
    { what: `${what}: bộ nhớ`, measured: megabytes(rss), anchor: '', ...none },
  ];
}

type Timed = { spent: Spent; found: number };

const hits = ({ found, spent }: Timed): string => `${decimal((100 * found) / spent.clock.length)} %`;

type Way<Hit> = { search: (text: string) => Promise<Hit[]>; wanted: (one: SyntheticSearch) => Hit };

/** What each search takes, after a few to warm up, and how often the passage that the words were taken from was found. */
async function timed<Hit>(searches: readonly SyntheticSearch[], { search, wanted }: Way<Hit>): Promise<Timed> {
  for (const { text } of searches.slice(0, 20)) await search(text);
  const spent: Spent = { clock: [], cpu: [] };
  let found = 0;
  for (const one of searches) {
    const hits = await spend(spent, () => search(one.text));
    if (hits.includes(wanted(one))) found += 1;
  }
  return { spent, found };
}
