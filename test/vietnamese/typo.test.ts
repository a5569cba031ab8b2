import { describe, expect, it } from 'vitest';
import { isPossibleSyllable, isWithinOneEdit } from '../../src/vietnamese/typo.ts';

describe('isWithinOneEdit', () => {
  it.each([
    ['ngeo', 'ngheo'],
    ['nong', 'nong'],
    ['bagn', 'bang'],
    ['nonng', 'nong'],
    ['rung', 'rong'],
    ['a', ''],
  ])('lets %j pass for %j', (left, right) => {
    expect(isWithinOneEdit(left, right)).toBe(true);
    expect(isWithinOneEdit(right, left)).toBe(true);
  });
  it.each([
    ['nong', 'lung'],
    ['bang', 'bagns'],
    ['abcd', 'badc'],
    ['ab', ''],
  ])('keeps %j from %j', (left, right) => {
    expect(isWithinOneEdit(left, right)).toBe(false);
    expect(isWithinOneEdit(right, left)).toBe(false);
  });
});

describe('isPossibleSyllable', () => {
  it.each('nghieng ngheo giuong quyen thuyet khuya oanh yeu gi gia ghe ke ca uong trach nhuech'.split(' '))(
    'accepts %s',
    (word) => {
      expect(isPossibleSyllable(word)).toBe(true);
    },
  );
  it.each('ngeo bagn tm ce ka qa nghan gha jobs wifi str kron dak'.split(' '))('rejects %s', (word) => {
    expect(isPossibleSyllable(word)).toBe(false);
  });
});
