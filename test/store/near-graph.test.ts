import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { findNearestPassages, makeNearGraph } from '../../src/store/near-graph.ts';
import { listNearestPassages } from '../../src/store/passage-vectors.ts';
import { type DirectiveInput, saveDirectives } from '../../src/store/save-directive.ts';
import { testDatabase } from '../support/database.ts';
import { sampleDirective } from '../support/sample-directive.ts';

const model = "mô hình 'thử'";
const dimensions = 64;
const directives = 200;
const passagesEach = 10;
const limit = 10;

/** The same numbers each time. */
const random = ((state) => () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
})(7);

/** Texts of one kind lie near each other, as those of real models do. */
const middles = Array.from({ length: 30 }, () => Float32Array.from({ length: dimensions }, () => random() - 0.5));
const someVector = (): Float32Array => {
  const middle = middles[Math.floor(random() * middles.length)] ?? new Float32Array(dimensions);
  return middle.map((value) => value + (random() - 0.5) * 0.8);
};

let database: Database;
let ids: string[];

beforeAll(async () => {
  database = await testDatabase();
  await makeNearGraph(database, { model, dimensions });
  const saved = await saveDirectives(database, await Promise.all(Array.from({ length: directives }, directiveOf)));
  ids = saved.map(({ id }) => id);
  await database.query('analyze');
});

async function directiveOf(_: unknown, number: number): Promise<DirectiveInput> {
  const passages = Array.from({ length: passagesEach }, (_, ordinal) => `đoạn ${number} ${ordinal}`);
  const directive = await sampleDirective({ title: `Kế hoạch ${number}`, passages });
  return { ...directive, vectors: { model, vectors: passages.map(someVector) } };
}

describe('the graph of near vectors', () => {
  it.each([1, 2, 8, 50, 200])(
    'gives what looking at each vector gives where one directive in %d may be seen',
    async (nth) => {
      const documents = nth === 1 ? null : ids.filter((_, at) => at % nth === 0);
      let [same, all] = [0, 0];
      for (let turn = 0; turn < 15; turn += 1) {
        const query = { model, vector: someVector(), documents, limit };
        const exact = await listNearestPassages(database, query);
        const found = await findNearestPassages(database, query);
        expect(found).toHaveLength(exact.length);
        const seqs = new Set(exact.map(({ seq }) => seq));
        same += found.filter(({ seq }) => seqs.has(seq)).length;
        all += exact.length;
      }
      expect(all).toBeGreaterThan(0);
      expect(same / all).toBeGreaterThanOrEqual(0.98);
    },
  );

  it('is what a server searches by, and is made once', async () => {
    await makeNearGraph(database, { model, dimensions });
    const graphs = await database.query(
      `select from pg_indexes where schemaname = current_schema() and tablename = 'passage_vectors' and indexdef like '%hnsw%'
         and indexdef like '%' || quote_literal($1) || '%'`,
      [model],
    );
    expect(graphs).toHaveLength(database.kind === 'server' ? 1 : 0);
  });

  it('finds nothing of a model that has no vectors', async () => {
    const query = { model: 'khác', vector: someVector(), documents: null, limit };
    expect(await findNearestPassages(database, query)).toEqual([]);
  });
});
