import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../src/platforms/clean-text.ts';
import { displayWidth } from '../../src/platforms/display-width.ts';

describe('text made safe to show', () => {
  it.each<[string, string, string]>([
    ['keeps Vietnamese, composed or not', `Đắk Lắk ${'ế'.normalize('NFD')}`, `Đắk Lắk ${'ế'.normalize('NFD')}`],
    ['keeps emoji that are joined', '👨‍👩‍👧‍👦 ❤️', '👨‍👩‍👧‍👦 ❤️'],
    ['keeps line breaks and makes one of all kinds', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['makes tabs blanks', 'a\tb', 'a b'],
    ['takes figures out of a turned stretch', '\u202e5,7\u202c %', '5,7 %'],
    ['takes zero-width marks out', '3\u200b.5\u206005', '3.505'],
    ['takes terminal codes out', '\u001b[31mđỏ\u009b0m\u0007', '[31mđỏ0m'],
    ['takes tags that only machines see out', `a${String.fromCodePoint(0xe0041, 0xe0042)}b`, 'ab'],
    ['mends half characters', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('stands on one line where it must', () => {
    expect(cleanLine('  a \n\n b\t c ')).toBe('a b c');
  });

  it('holds no control mark but the line break, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(clean.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('the width of a text in columns', () => {
  it.each([
    ['', 0],
    ['Đắk Lắk', 7],
    ['Đắk Lắk'.normalize('NFD'), 7],
    ['日本', 4],
    ['👨‍👩‍👧‍👦', 2],
    ['🇻🇳', 2],
    ['a\u0301\u0302', 1],
    ['≥ 7,5 – 8 %…', 12],
  ])('%j takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
