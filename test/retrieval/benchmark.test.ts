import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { CorpusIndex } from '../../src/retrieval/corpus-index.ts';
import { findPassages } from '../../src/retrieval/find-passages.ts';
import { hashingEmbedding } from '../../src/retrieval/hashing-embedding.ts';
import { saveDirective } from '../../src/store/save-directive.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import { testDatabase } from '../support/database.ts';
import { sampleDirective } from '../support/sample-directive.ts';

const folder = new URL('../../../shared/benchmarks/', import.meta.url);
const isThere = existsSync(folder);
const why = isThere ? '' : ' (SKIPPED: ../shared/benchmarks is absent; put the two sets there to run it)';

/** Floors of the product: nDCG@10 with the built-in embedding, as written and typed without diacritics. */
const sets = [
  { name: 'xquad-vi', asWritten: 0.965, bare: 0.96 },
  { name: 'mlqa-vi-dev', asWritten: 0.82, bare: 0.8 },
];

type Line = { id: string; text: string };
type Search = (text: string) => Promise<string[]>;

describe.skipIf(!isThere).each(sets)(`the search over $name${why}`, ({ name, asWritten, bare }) => {
  let queries: Line[] = [];
  let relevant = new Map<string, string>();
  let search: Search;

  beforeAll(async () => {
    queries = await readLines(`${name}/queries.jsonl`);
    relevant = await readRelevant(name);
    search = await indexed(await readLines(`${name}/corpus.jsonl`));
  }, 60_000);

  it(`reaches an nDCG@10 of ${asWritten} on the questions as written`, async () => {
    expect(await ndcgAt10(search, queries, relevant)).toBeGreaterThanOrEqual(asWritten);
  }, 120_000);

  it(`reaches an nDCG@10 of ${bare} on the questions typed without diacritics`, async () => {
    const typed = queries.map(({ id, text }) => ({ id, text: fold(text) }));
    expect(await ndcgAt10(search, typed, relevant)).toBeGreaterThanOrEqual(bare);
  }, 120_000);
});

async function indexed(corpus: Line[]): Promise<Search> {
  const database = await testDatabase();
  const embedding = hashingEmbedding();
  await saveDirective(database, await sampleDirective({ title: 'Tập đo', passages: corpus, embedding }));
  const index = new CorpusIndex(database);
  return async (text) => {
    const ranked = await findPassages({ database, index, embedding }, { text, limit: 10 });
    return ranked.map(({ passage }) => passage.id);
  };
}

async function ndcgAt10(search: Search, queries: Line[], relevant: Map<string, string>): Promise<number> {
  let total = 0;
  for (const { id, text } of queries) {
    const place = (await search(text)).indexOf(relevant.get(id) ?? '');
    if (place >= 0) total += 1 / Math.log2(place + 2);
  }
  return total / queries.length;
}

async function readLines(path: string): Promise<Line[]> {
  const text = await readFile(new URL(path, folder), 'utf8');
  return text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Line] : []));
}

/** One relevant passage for each question, as both sets have it. */
async function readRelevant(name: string): Promise<Map<string, string>> {
  const text = await readFile(new URL(`${name}/qrels.tsv`, folder), 'utf8');
  const rows = text
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  return new Map(rows.flatMap(([query, passage]) => (query && passage ? [[query, passage] as const] : [])));
}
