import { expect, it } from 'vitest';
import { hashingEmbedding } from '../../src/retrieval/hashing-embedding.ts';

const model = hashingEmbedding();
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
async function nearness(left: string, right: string): Promise<number> {
  const [a, b] = await model.embed([left, right]);
  return a && b ? cosine(a, b) : Number.NaN;
}

it('gives vectors of its length and of length 1, one a text, and zeros for a text without words', async () => {
  const vectors = await model.embed(['hộ nghèo', 'x', '', '🎯']);
  expect(vectors.map((vector) => vector.length)).toEqual(Array(4).fill(model.dimensions));
  expect(vectors.map((vector) => cosine(vector, vector))).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5), 0, 0]);
});

it('gives the same vector for the same text, in another model too and among other texts', async () => {
  const [alone] = await model.embed(['giảm nghèo bền vững']);
  const [, among] = await hashingEmbedding().embed(['khác', 'giảm nghèo bền vững']);
  expect(among).toEqual(alone);
});

it('puts spellings of the same words near each other, and other words far away', async () => {
  const text = 'tỷ lệ hộ nghèo giảm';
  const other = await nearness(text, 'đường giao thông nông thôn');
  expect(await nearness(text, 'TỈ LỆ HỘ NGHÈO GIẢM')).toBeCloseTo(1, 5);
  for (const near of ['ty le ho ngheo giam', 'tỷ lê hộ nghèoo giảm', 'giảm hộ nghèo']) {
    expect(await nearness(text, near)).toBeGreaterThan(0.4 + other);
  }
});
