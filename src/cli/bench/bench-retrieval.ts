import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findPassages } from '../../retrieval/find-passages.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Base } from '../../wiring/base.ts';
import type { CommandContext } from '../command.ts';
import { ingestPassages } from '../ingest-passages.ts';
import { readJsonLines } from '../read-json-lines.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { ndcgAt10 } from './ndcg.ts';
import { PlainBm25 } from './plain-bm25.ts';
import { decimal } from './say-figure.ts';

/** Beside the checkout, as the sets may not be shipped with the product. */
const folder = join('..', 'shared', 'benchmarks');

const sets = [
  { name: 'xquad-vi', asWritten: 0.965, bare: 0.96 },
  { name: 'mlqa-vi-dev', asWritten: 0.82, bare: 0.8 },
];

/** A question, and a passage. */
const lineSchema = z.object({ id: z.string(), text: z.string() });
type Line = z.infer<typeof lineSchema>;

export const benchRetrieval: Benchmark = {
  name: 'retrieval',
  summary: 'nDCG@10 tìm đoạn trên xquad-vi và mlqa-vi-dev, có dấu và không dấu',
  async run(context) {
    if (!existsSync(folder)) {
      context.log(`Không có ${folder}: đặt hai bộ xquad-vi, mlqa-vi-dev vào đó rồi chạy lại.`);
      return null;
    }
    const rows: Measurement[] = [];
    for (const { name, asWritten, bare } of sets) {
      context.log(`đang đo ${name}…`);
      const measured = await measureSet(name, context);
      rows.push(row(`${name}, như đã viết`, measured.asWritten, asWritten));
      rows.push(row(`${name}, bỏ dấu`, measured.bare, bare));
    }
    return rows;
  },
};

/** nDCG@10 of the product and of plain BM25. */
type Scored = { own: number; plain: number };

function row(what: string, { own, plain }: Scored, bar: number): Measurement {
  const text = (value: number): string => decimal(value, 4);
  return {
    what,
    measured: text(own),
    bar: `≥ ${text(bar)}`,
    anchor: `BM25 thường: ${text(plain)}`,
    isMet: own >= bar,
  };
}

function measureSet(name: string, context: CommandContext): Promise<{ asWritten: Scored; bare: Scored }> {
  return withTemporaryBase(context, async (base) => {
    for await (const _ of ingestPassages(base, join(folder, name, 'corpus.jsonl'), context));
    const queries = readJsonLines(join(folder, name, 'queries.jsonl'), lineSchema);
    const relevant = readRelevant(join(folder, name, 'qrels.tsv'));
    const bare = queries.map((query) => ({ ...query, text: fold(query.text.normalize('NFC')) }));
    const plain = plainSearch(readJsonLines(join(folder, name, 'corpus.jsonl'), lineSchema));
    const own = ownSearch(base);
    const score = async (asked: Line[]): Promise<Scored> => ({
      own: await meanNdcg(asked, relevant, own),
      plain: await meanNdcg(asked, relevant, plain),
    });
    return { asWritten: await score(queries), bare: await score(bare) };
  });
}

/** Ids of passages, best first. */
type Search = (text: string) => Promise<string[]>;

const ownSearch =
  (base: Base): Search =>
  async (text) =>
    (await findPassages(base, { text, limit: 10 })).map(({ passage }) => passage.id);

function plainSearch(passages: readonly Line[]): Search {
  const index = new PlainBm25();
  for (const { text } of passages) index.add(text);
  return async (text) => index.search(text, 10).map((slot) => passages[slot]?.id ?? '');
}

async function meanNdcg(queries: Line[], relevant: Map<string, Set<string>>, search: Search): Promise<number> {
  const judged = queries.filter(({ id }) => relevant.has(id));
  let total = 0;
  for (const { id, text } of judged) total += ndcgAt10(await search(text), relevant.get(id) ?? new Set());
  return total / judged.length;
}

/** Lines of "query-id, corpus-id, score" under a header. */
function readRelevant(file: string): Map<string, Set<string>> {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  const relevant = rows.filter(([, , score]) => Number(score) > 0);
  return new Map(
    [...Map.groupBy(relevant, ([query]) => query ?? '')].map(([query, group]) => [
      query,
      new Set(group.map(([, passage]) => passage ?? '')),
    ]),
  );
}
