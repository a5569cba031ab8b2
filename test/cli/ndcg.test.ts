import { describe, expect, it } from 'vitest';
import { ndcgAt10 } from '../../src/cli/bench/ndcg.ts';
import { quantile } from '../../src/cli/bench/quantile.ts';

const many = Array.from({ length: 12 }, (_, index) => `p${index}`);

describe('ndcgAt10', () => {
  it.each([
    ['the first place', ['a', 'b'], ['a'], 1],
    ['the second place', ['b', 'a'], ['a'], 0.6309],
    ['the tenth place', many, ['p9'], 0.2891],
    ['the eleventh place', many, ['p10'], 0],
    ['two of two, in order', ['a', 'b'], ['a', 'b'], 1],
    ['one of two', ['a', 'x'], ['a', 'b'], 0.6131],
    ['nothing found', [], ['a'], 0],
    ['nothing relevant', ['a'], [], 0],
  ])('for %s', (_, ranked, relevant, expected) => {
    expect(ndcgAt10(ranked, new Set(relevant))).toBeCloseTo(expected, 4);
  });
});

describe('quantile', () => {
  it.each([
    ['the median', [3, 1, 2], 0.5, 2],
    ['p95 of few', [1, 2, 3, 4], 0.95, 4],
    ['nothing', [], 0.5, 0],
  ])('gives %s', (_, values, share, expected) => expect(quantile(values, share)).toBe(expected));
});
