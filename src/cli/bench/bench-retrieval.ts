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

/** Beside the checkout, as the sets may not be shipped with the product. */
const folder = join('..', 'shared', 'benchmarks');

const sets = [
  { name: 'xquad-vi', asWritten: 0.965, bare: 0.96, anchor: 'BM25 thường: 0,967 / 0,963' },
  { name: 'mlqa-vi-dev', asWritten: 0.82, bare: 0.8, anchor: 'BM25 thường: 0,820 / 0,802' },
];

const querySchema = z.object({ id: z.string(), text: z.string() });
type Query = z.infer<typeof querySchema>;

export const benchRetrieval: Benchmark = {
  name: 'retrieval',
  summary: 'nDCG@10 tìm đoạn trên xquad-vi và mlqa-vi-dev, có dấu và không dấu',
  async run(context) {
    if (!existsSync(folder)) {
      context.log(`Không có ${folder}: đặt hai bộ xquad-vi, mlqa-vi-dev vào đó rồi chạy lại.`);
      return null;
    }
    const rows: Measurement[] = [];
    for (const { name, asWritten, bare, anchor } of sets) {
      context.log(`đang đo ${name}…`);
      const measured = await measureSet(name, context);
      rows.push(row(`${name}, như đã viết`, measured.asWritten, { bar: asWritten, anchor }));
      rows.push(row(`${name}, bỏ dấu`, measured.bare, { bar: bare, anchor }));
    }
    return rows;
  },
};

function row(what: string, score: number, { bar, anchor }: { bar: number; anchor: string }): Measurement {
  const text = (value: number): string => value.toFixed(4).replace('.', ',');
  return { what, measured: text(score), bar: `≥ ${text(bar)}`, anchor, isMet: score >= bar };
}

function measureSet(name: string, context: CommandContext): Promise<{ asWritten: number; bare: number }> {
  return withTemporaryBase(context, async (base) => {
    for await (const _ of ingestPassages(base, join(folder, name, 'corpus.jsonl'), context));
    const queries = readJsonLines(join(folder, name, 'queries.jsonl'), querySchema);
    const relevant = readRelevant(join(folder, name, 'qrels.tsv'));
    const bare = queries.map((query) => ({ ...query, text: fold(query.text.normalize('NFC')) }));
    return { asWritten: await meanNdcg(base, queries, relevant), bare: await meanNdcg(base, bare, relevant) };
  });
}

async function meanNdcg(base: Base, queries: Query[], relevant: Map<string, Set<string>>): Promise<number> {
  const judged = queries.filter(({ id }) => relevant.has(id));
  let total = 0;
  for (const { id, text } of judged) {
    const ranked = await findPassages(base, { text, limit: 10 });
    total += ndcgAt10(
      ranked.map(({ passage }) => passage.id),
      relevant.get(id) ?? new Set(),
    );
  }
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
