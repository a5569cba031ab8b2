import { describe, expect, it } from 'vitest';
import { percent, tableLines } from '../../src/cli/print-table.ts';

describe('tableLines', () => {
  it('aligns texts to the left, figures to the right, whatever marks the letters bear', () => {
    const rows = [
      ['chỉ tiêu', 'mức'],
      ['hộ nghèo'.normalize('NFD'), '4%'],
      ['rừng', '57,83%'],
    ];
    expect(tableLines(rows).map((line) => line.normalize('NFC'))).toEqual([
      'chỉ tiêu     mức',
      '────────  ──────',
      'hộ nghèo      4%',
      'rừng      57,83%',
    ]);
  });

  it('gives no line without rows', () => expect(tableLines([])).toEqual([]));
});

describe('percent', () => {
  it.each([
    [1, 3, '33,3%'],
    [1, 1, '100%'],
    [0, 5, '0%'],
    [0, 0, '–'],
  ])('%d of %d is %s', (part, whole, text) => expect(percent(part, whole)).toBe(text));
});
