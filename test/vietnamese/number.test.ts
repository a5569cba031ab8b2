import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, parseNumber } from '../../src/vietnamese/number.ts';
import { findNumberWords, parseNumberWords } from '../../src/vietnamese/number-words.ts';

describe('parseNumber', () => {
  it.each([
    ['3.505', 3505],
    ['1.909', 1909],
    ['116.000', 116000],
    ['12.345,67', 12345.67],
    ['1.234.567', 1234567],
    ['7,5', 7.5],
    ['0,5', 0.5],
    ['03', 3],
    ['05,5', 5.5],
    ['116 000', 116000],
    ['116\u00a0000,5', 116000.5],
    ['3.5', 3.5],
    ['57.83', 57.83],
    ['0.125', 0.125],
    ['1,234,567', 1234567],
    ['1,234.5', 1234.5],
    ['-1,5', -1.5],
    ['−2', -2],
    [' 42 ', 42],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
  it.each([
    '',
    'abc',
    '1e5',
    '1.234.56',
    '12.34.567',
    '1,2,3',
    '1..2',
    '5%',
    'năm',
    '.5',
    '5.',
    '9'.repeat(400),
    '0x10',
    '1 00',
  ])('does not read %j', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseNumber(text)));
  });
});

describe('formatNumber', () => {
  it.each([
    [3505.5, '3.505,5'],
    [116000, '116.000'],
    [0.125, '0,125'],
    [-1234.5, '-1.234,5'],
    [0, '0'],
    [1e21, '1.000.000.000.000.000.000.000'],
    [1e-7, '0,0000001'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('prints %d as %j', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
  it('prints what is read back as the same number', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, (value) => {
        expect(parseNumber(formatNumber(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('number words', () => {
  it.each([
    ['một', 1],
    ['mười', 10],
    ['mười lăm', 15],
    ['hai mươi mốt', 21],
    ['ba mươi tư', 34],
    ['năm mươi', 50],
    ['một trăm linh năm', 105],
    ['hai trăm', 200],
    ['một nghìn hai trăm lẻ năm', 1205],
    ['ba ngàn', 3000],
    ['năm vạn', 50000],
    ['ba triệu rưỡi', 3500000],
    ['một triệu hai', 1200000],
    ['hai tỉ', 2e9],
    ['hai trăm năm mươi nghìn tỷ', 2.5e14],
    ['nửa', 0.5],
    ['một nửa', 0.5],
    ['hai phẩy năm', 2.5],
    ['muoi lam', 15],
    ['hai muoi', 20],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumberWords(text)).toBe(value);
  });
  it.each(['', 'trăm', 'mươi', 'mười mười', 'một trăm lẻ', 'xã', 'hai ba', 'rưỡi', 'phẩy năm', 'linh'])(
    'does not read %j',
    (text) => {
      expect(parseNumberWords(text)).toBeNull();
    },
  );

  it('finds counts in running text and leaves words that only look like numbers', () => {
    const text =
      'Ít nhất một cơ sở và hai mươi lăm xã; một số nơi; trong năm 2023; thứ tư; đầu tư; không đạt; năm xã; một nghìn tỷ đồng';
    expect(findNumberWords(text).map(({ value, start, end }) => [value, text.slice(start, end)])).toEqual([
      [1, 'một'],
      [25, 'hai mươi lăm'],
      [1e12, 'một nghìn tỷ'],
    ]);
  });
  it('finds only words without marks of their own in a text without marks', () => {
    expect(findNumberWords('hai muoi xa nam 2023 tu nhan')).toEqual([{ value: 2, start: 0, end: 3 }]);
  });
  it('never throws', () => {
    const word = fc.constantFrom(
      'một',
      'năm',
      'mươi',
      'mười',
      'trăm',
      'linh',
      'rưỡi',
      'tỷ',
      'nghìn',
      'phẩy',
      'nửa',
      'xã',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        parseNumberWords(words.join(' '));
        findNumberWords(words.join(' '));
      }),
    );
  });
});
