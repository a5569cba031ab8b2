import { beforeEach, describe, expect, it } from 'vitest';
import type { EmbeddingModel } from '../../src/domain/embedding.ts';
import { CorpusIndex } from '../../src/retrieval/corpus-index.ts';
import { findPassages, type PassageQuery } from '../../src/retrieval/find-passages.ts';
import { hashingEmbedding } from '../../src/retrieval/hashing-embedding.ts';
import type { Database } from '../../src/store/database.ts';
import { markReplaced, saveDirective } from '../../src/store/save-directive.ts';
import { emptyTables, testDatabase } from '../support/database.ts';
import { cityOfHue, type SampleDirective, sampleDirective } from '../support/sample-directive.ts';

const embedding = hashingEmbedding();
let database: Database;
let index: CorpusIndex;
beforeEach(async () => {
  database = await testDatabase();
  index = new CorpusIndex(database);
});

const save = async (sample: SampleDirective) =>
  (await saveDirective(database, await sampleDirective({ embedding, ...sample }))).id;
async function texts(query: Partial<PassageQuery> & { text: string }): Promise<string[]> {
  const ranked = await findPassages({ database, index, embedding }, { limit: 5, ...query });
  return ranked.map(({ passage }) => passage.text);
}

const hue = {
  title: 'Kế hoạch của thành phố Huế',
  passages: ['Trồng 500 ha rừng', 'Giảm hộ nghèo còn 2%'],
  metadata: { locality: cityOfHue },
};
const other = { title: 'Chỉ thị của tỉnh Lào Cai', passages: ['Trồng 900 ha rừng', 'Thi đua lập thành tích'] };

describe('passages are found', () => {
  it('with all of their fields and a score', async () => {
    const document = await save(hue);
    const [best] = await findPassages({ database, index, embedding }, { text: 'hộ nghèo', limit: 1 });
    expect(best).toEqual({
      passage: {
        id: `${document}:1`,
        document,
        ordinal: 1,
        heading: [],
        text: 'Giảm hộ nghèo còn 2%',
        start: 19,
        end: 39,
      },
      score: expect.any(Number),
    });
  });

  it('by words of the title above them', async () => {
    await save(hue);
    await save(other);
    expect((await texts({ text: 'Huế trồng rừng' }))[0]).toBe('Trồng 500 ha rừng');
    expect((await texts({ text: 'trong rung lao cai' }))[0]).toBe('Trồng 900 ha rừng');
  });

  it('by spelling alone when every word is misspelt', async () => {
    await save(hue);
    expect((await texts({ text: 'ngheooo nghhheo' }))[0]).toBe('Giảm hộ nghèo còn 2%');
  });

  it('without any embedding, by words', async () => {
    await save({ ...hue, embedding: undefined as never });
    const ranked = await findPassages({ database, index, embedding: null }, { text: 'hộ nghèo', limit: 5 });
    expect(ranked[0]?.passage.text).toBe('Giảm hộ nghèo còn 2%');
  });

  it('by meaning that no word shows, when the embedding knows it', async () => {
    const meaning: EmbeddingModel = {
      name: 'two topics',
      dimensions: 2,
      kind: 'semantic',
      embed: async (all) => all.map((text) => Float32Array.from(/rừng|cây/.test(text) ? [1, 0] : [0, 1])),
    };
    await save({ ...hue, embedding: meaning });
    const sources = { database, index, embedding: meaning };
    const ranked = await findPassages(sources, { text: 'cây', limit: 1 });
    expect(ranked.map(({ passage }) => passage.text)).toEqual(['Trồng 500 ha rừng']);
    expect(await findPassages(sources, { text: 'cây', limit: 1, documents: [] })).toEqual([]);
  });
});

describe('nothing is found', () => {
  it.each(['', '🎯', '...'])('for %j', async (text) => {
    await save(hue);
    expect(await texts({ text })).toEqual([]);
  });

  it('in an empty corpus', async () => {
    expect(await texts({ text: 'hộ nghèo' })).toEqual([]);
  });
});

describe('a search can be restricted', () => {
  beforeEach(async () => {
    await save({
      ...hue,
      metadata: { ...hue.metadata, period: { text: '', kind: 'range', from: '2021-01-01', to: '2025-12-31' } },
    });
    await save(other);
  });

  const both = ['Trồng 500 ha rừng', 'Trồng 900 ha rừng'];
  const cases: [string, Omit<PassageQuery, 'text' | 'limit'>, string[]][] = [
    ['not at all', {}, both],
    ['to a locality', { localityKeys: ['hue'] }, both.slice(0, 1)],
    ['to one that nothing binds', { localityKeys: ['da-nang'] }, []],
    ['to no document', { documents: [] }, []],
    ['to an unknown document', { documents: ['000000000000'] }, []],
    ['to a period that one governs and the other leaves open', { period: { from: '2025-06-01', to: null } }, both],
    ['to a later period', { period: { from: '2026-01-01', to: '2026-12-31' } }, both.slice(1)],
    ['to an earlier period', { period: { from: null, to: '2020-12-31' } }, both.slice(1)],
  ];
  it.each(cases)('%s', async (_, filter, expected) => {
    expect((await texts({ text: 'ha rừng', ...filter })).sort()).toEqual(expected);
  });
});

describe('the index follows the corpus', () => {
  it('when a directive comes in, is replaced, or another process stores one', async () => {
    const first = await save(hue);
    expect(await texts({ text: 'trồng rừng' })).toEqual(['Trồng 500 ha rừng']);
    const elsewhere = new CorpusIndex(database);
    await elsewhere.follow();
    const second = await save(other);
    expect((await texts({ text: 'trồng rừng' })).sort()).toEqual(['Trồng 500 ha rừng', 'Trồng 900 ha rừng']);
    await markReplaced(database, first, second);
    expect(await texts({ text: 'trồng rừng' })).toEqual(['Trồng 900 ha rừng']);
    await elsewhere.follow();
    expect(elsewhere.size).toBe(2);
    expect(elsewhere.search('trồng rừng', 5)).toEqual(index.search('trồng rừng', 5));
  });

  it('when many ask at once', async () => {
    await save(hue);
    const answers = await Promise.all(Array.from({ length: 8 }, () => texts({ text: 'hộ nghèo' })));
    expect(new Set(answers.map(([best]) => best))).toEqual(new Set(['Giảm hộ nghèo còn 2%']));
    expect(index.size).toBe(2);
  });

  it('when the database was put back to an earlier state', async () => {
    await save(hue);
    await save(other);
    await index.follow();
    await emptyTables(database);
    await save(other);
    expect(await texts({ text: 'trồng rừng' })).toEqual(['Trồng 900 ha rừng']);
    expect(index.size).toBe(2);
  });

  it('with more passages than are read at a time', async () => {
    await save({
      title: 'Dài',
      passages: Array.from({ length: 4100 }, (_, n) => `Thôn số ${n}`),
      embedding: undefined as never,
    });
    expect((await texts({ text: 'thôn số 4099' }))[0]).toBe('Thôn số 4099');
    expect(index.size).toBe(4100);
  });
});
