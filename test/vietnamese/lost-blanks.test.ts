import { describe, expect, it } from 'vitest';
import { isSyllable, lostBlanks } from '../../src/vietnamese/lost-blanks.ts';

/** The text with its lost blanks shown as "·". */
const shown = (text: string): string => {
  const lost = new Set(lostBlanks(text));
  return [...text].map((letter, at) => `${lost.has(at) ? '·' : ''}${letter}`).join('');
};

describe('lostBlanks', () => {
  it.each([
    ['nướchợp vệ sinh', 'nước·hợp vệ sinh'],
    ['kinhtế', 'kinh·tế'],
    ['PHÁTTRIỂN', 'PHÁT·TRIỂN'],
    ['Kếhoạch giaiđoạn', 'Kế·hoạch giai·đoạn'],
    ['ban hành tổchức cơquan', 'ban hành tổ·chức cơ·quan'],
    ['xuất khẩuđạt88%, cho25.000 lao động', 'xuất khẩu·đạt·88%, cho·25.000 lao động'],
    ['tháng11 năm2020', 'tháng·11 năm·2020'],
  ])('finds where a blank was lost in «%s»', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    'Đắk Lắk, Krông Pắc, Đăk Tô, Hđ',
    'UBND, HĐND, BGDĐT, QĐ-UBND',
    'H5N1 CO2 m2 km2 KV1 covid19',
    'nghiêng khuỷu quyển ngoằn rượu giếng giữ gìn quốc xoong',
    'côngan phụnữ',
    'internet logistics website',
    '',
  ])('leaves «%s» alone', (text) => {
    expect(lostBlanks(text)).toEqual([]);
  });

  it('knows a syllable by its spelling, its stop by its tone', () => {
    expect(['hợp', 'hop'].map(isSyllable)).toEqual([true, false]);
    expect(['uỷ', 'ủy', 'hoà', 'hòa', 'quyết', 'nướ', 'ngễ'].map(isSyllable)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
  });
});
