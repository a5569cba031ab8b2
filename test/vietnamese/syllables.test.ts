import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalSyllable, foldedSyllable, syllables } from '../../src/vietnamese/syllables.ts';

const texts = (text: string): string[] => syllables(text).map((syllable) => syllable.text);

describe('syllables', () => {
  it.each([
    ['Thu ngân sách đạt 3.505 tỷ đồng', ['Thu', 'ngân', 'sách', 'đạt', '3.505', 'tỷ', 'đồng']],
    ['tăng 7,5-8%/năm.', ['tăng', '7,5', '8', 'năm']],
    ['Số: 15/KH-UBND', ['Số', '15', 'KH', 'UBND']],
    ['KV1 đạt 4,5%; 26/1/2022', ['KV', '1', 'đạt', '4,5', '26', '1', '2022']],
    ['Đắk R’Lấp', ['Đắk', 'R', 'Lấp']],
    ['năm 2023.', ['năm', '2023']],
    ['', []],
    ['… – “”', []],
  ])('cuts %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('gives offsets that hold in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { text: token, start, end } of syllables(text)) expect(text.slice(start, end)).toBe(token);
      }),
    );
  });
});

describe('canonicalSyllable', () => {
  it.each([
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
    ['Tỷ', 'tỉ'],
    ['kỹ', 'kĩ'],
    ['lý', 'lí'],
    ['quý', 'quí'],
    ['sỹ', 'sĩ'],
    ['Hoà'.normalize('NFD'), 'hòa'],
  ])('takes %s and %s for one', (left, right) => {
    expect(canonicalSyllable(left)).toBe(canonicalSyllable(right));
  });
  it.each([
    ['hóa', 'hòa'],
    ['ma', 'mà'],
    ['thu', 'thư'],
    ['thuy', 'thui'],
    ['hay', 'hai'],
    ['đa', 'da'],
  ])('keeps %s and %s apart', (left, right) => {
    expect(canonicalSyllable(left)).not.toBe(canonicalSyllable(right));
  });
  it('folds y and i together without marks too', () => {
    expect(foldedSyllable('Tỷ')).toBe('ti');
    expect(foldedSyllable('kỹ')).toBe('ki');
    expect(foldedSyllable('thuỷ')).toBe('thuy');
    expect(foldedSyllable('y')).toBe('y');
  });
});
