import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atom, joinRich, marked, plain, type RichText } from '../../src/platforms/rich-text.ts';
import { splitMessage } from '../../src/platforms/split-message.ts';
import { TEXT_LIMIT } from '../../src/platforms/telegram/text-limit.ts';
import { toHtml } from '../../src/platforms/telegram/to-html.ts';
import { parseHtml } from '../support/fake-telegram-html.ts';

const texts = (rich: RichText, limit: number) => splitMessage(rich, limit).map(({ text }) => text);
const squeezed = (text: string) => text.replaceAll(/\s/g, '');

describe('a text cut into messages', () => {
  it.each<[string, string, number, string[]]>([
    ['short enough', 'một hai', 20, ['một hai']],
    ['between blocks first', 'một hai\n\nba bốn\nnăm', 14, ['một hai', 'ba bốn\nnăm']],
    ['between lines next', 'một hai ba.\nbốn năm', 16, ['một hai ba.', 'bốn năm']],
    ['between sentences next', 'Một hai. Ba bốn năm', 14, ['Một hai.', 'Ba bốn năm']],
    ['between words next', 'một hai ba bốn', 11, ['một hai ba', 'bốn']],
    ['not between a number and its unit', 'tổng thu là 3.505 tỷ', 19, ['tổng thu', 'là 3.505 tỷ']],
    ['not inside a range', 'mức đạt từ 7,5 - 8%', 17, ['mức đạt', 'từ 7,5 - 8%']],
    ['not before a dash', 'mức 24 - 25% GDP', 9, ['mức', '24 - 25%', 'GDP']],
    ['not after the number of an item', 'phần đầu 1. Mở', 12, ['phần', 'đầu 1. Mở']],
    ['a word too long for a message', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a word too long, beside its number', 'abcd123456xy', 7, ['abcd', '123456x', 'y']],
    ['nothing', '', 10, []],
    ['blanks only', ' \n \n\n  ', 3, []],
    ['a sea of blanks', `a${' '.repeat(50)}b`, 5, ['a', '                                         b'.slice(-5)]],
  ])('%s', (_, text, limit, expected) => {
    const parts = texts(plain(text), limit);
    if (text.includes('     ')) expect(parts.map((part) => part.trim())).toEqual(expected.map((part) => part.trim()));
    else expect(parts).toEqual(expected);
  });

  it('keeps a row or a citation whole when it fits a message', () => {
    const rows = Array.from({ length: 30 }, (_, index) =>
      atom(plain(`• dòng ${index}\n   kỳ: 2026\n   giá trị: ${index * 1000}`)),
    );
    const parts = splitMessage(joinRich(rows, '\n'), 100);
    expect(parts.flatMap(({ text }) => text.split(/\n(?=•)/))).toEqual(rows.map(({ text }) => text));
  });

  it('cuts a citation longer than a message, each part a quote of its own', () => {
    const quote = marked('quote', plain('câu văn dài. '.repeat(60).trim()));
    const parts = splitMessage(atom(quote), 200);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(part.marks).toEqual([{ start: 0, end: part.text.length, kind: 'quote' }]);
  });

  it.each([
    ['emoji', '😀', 5],
    ['a family', '👨‍👩‍👧‍👦', 15],
    ['letters with loose marks', 'e\u0302\u0301', 8],
    ['flags', '🇻🇳', 6],
  ])('never cuts %s in two', (_, character, limit) => {
    for (const text of texts(plain(character.repeat(20)), limit)) {
      expect(text.replaceAll(character, '')).toBe('');
    }
  });

  it('cuts even a single character that is longer than a message, at a place that is well-formed', () => {
    const parts = texts(plain('👍🏽'.repeat(1) + '\u200d👍🏽'.repeat(40)), 21);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(21);
      expect(part.isWellFormed()).toBe(true);
    }
  });

  it('is quick on a megabyte of each kind of hostile text', () => {
    for (const text of ['a'.repeat(1e6), ' '.repeat(1e6), '1,'.repeat(5e5), '\n'.repeat(1e6), 'ế '.repeat(5e5)]) {
      for (const part of texts(plain(text), TEXT_LIMIT)) expect(part.length).toBeLessThanOrEqual(TEXT_LIMIT);
    }
  });
});

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.toWellFormed()),
  fc.constantFrom(
    '<b>',
    '</pre>',
    '&amp;',
    '3.505 tỷ đồng',
    '7,5-8%',
    '\n',
    '\n\n',
    '. ',
    '👨‍👩‍👧‍👦',
    'Kế hoạch',
    '①',
    '   ',
  ),
);
const leaf = fc.array(words, { maxLength: 12 }).map((list) => plain(list.join(' ')));
const piece = fc.oneof(
  leaf,
  leaf.map((rich) => marked('bold', rich)),
  leaf.map((rich) => marked('pre', atom(rich))),
  fc.tuple(leaf, leaf).map(([a, b]) => atom(joinRich([marked('italic', a), marked('long_quote', b)], '\n'))),
  fc.tuple(leaf, leaf).map(([a, b]) => marked('quote', joinRich([a, marked('bold', b)], ' '))),
);
const anyRich = fc.array(piece, { maxLength: 12 }).map((list) => joinRich(list, '\n\n'));

describe('whatever is cut', () => {
  it('keeps the limit, loses nothing but blanks and leaves every tag whole', () => {
    fc.assert(
      fc.property(anyRich, fc.integer({ min: 8, max: 200 }), (rich, limit) => {
        const parts = splitMessage(rich, limit);
        expect(squeezed(parts.map(({ text }) => text).join(''))).toBe(squeezed(rich.text));
        for (const part of parts) {
          expect(part.text.length).toBeLessThanOrEqual(limit);
          expect(part.text.isWellFormed()).toBe(true);
          const parsed = parseHtml(toHtml(part));
          expect(parsed.text).toBe(part.text);
          expect(parsed.entities).toHaveLength(part.marks.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never has a number in two messages', () => {
    const number = fc.constantFrom('3.505', '7,5-8%', '116.000', '24', '2026-2030', '15/KH-UBND', '≥40%');
    const word = fc.constantFrom('tỷ', 'đồng', 'năm', 'tăng', 'từ', 'đến.', 'xã\n', 'và;');
    const text = fc.array(fc.oneof(number, word), { minLength: 1, maxLength: 200 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 16, max: 80 }), (whole, limit) => {
        const numbers = (all: string) => all.match(/\S*\d\S*/g) ?? [];
        expect(texts(plain(whole), limit).flatMap(numbers)).toEqual(numbers(whole));
      }),
    );
  });
});

describe('HTML for Telegram', () => {
  it.each<[string, RichText, string]>([
    ['escapes', plain('a < b && "c" > d'), 'a &lt; b &amp;&amp; "c" &gt; d'],
    [
      'nests',
      marked('quote', joinRich([plain('x'), marked('bold', plain('<y>'))], ' ')),
      '<blockquote>x <b>&lt;y&gt;</b></blockquote>',
    ],
    [
      'puts marks side by side',
      joinRich([marked('bold', plain('a')), marked('italic', plain('b'))], ''),
      '<b>a</b><i>b</i>',
    ],
    ['folds a long quote', marked('long_quote', plain('q')), '<blockquote expandable>q</blockquote>'],
    ['leaves an empty mark out', marked('bold', plain('')), ''],
  ])('%s', (_, rich, html) => {
    expect(toHtml(rich)).toBe(html);
  });
});
