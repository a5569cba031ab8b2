import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, paragraph, type Reply } from '../../../src/domain/reply.ts';
import type { Message } from '../../../src/platforms/telegram/send-message.ts';
import { toHtml } from '../../../src/platforms/telegram/to-html.ts';
import { writeLetter } from '../../../src/platforms/telegram/write-letter.ts';
import { parseHtml } from '../../support/fake-telegram-html.ts';
import { citation } from '../../support/replies.ts';

const reply = (...blocks: Block[]): Reply => ({ blocks, choices: [] });
const words = (one: Reply) => writeLetter(one).messages.filter((message) => 'marks' in message);
const textsOf = (messages: Message[]) => messages.map((message) => ('marks' in message ? message.text : message.kind));
const html = (one: Reply) => words(one).map(toHtml);
const choices = (...labels: string[]) => labels.map((label) => ({ label, message: label }));

describe('a reply for Telegram', () => {
  it.each<[string, Block, string]>([
    ['bold and italic', paragraph({ bold: '7,5 %' }, ' của ', { italic: 'GRDP' }), '<b>7,5 %</b> của <i>GRDP</i>'],
    ['a list', { kind: 'list', items: [['một'], [{ bold: 'hai' }]] }, '• một\n• <b>hai</b>'],
    [
      'a narrow table in columns',
      {
        kind: 'table',
        rows: [
          ['Năm', 'Mức'],
          ['2025', '7 %'],
          ['2026', '7,5 %'],
        ],
      },
      '<pre>Năm   Mức\n2025  7 %\n2026  7,5 %</pre>',
    ],
    [
      'a wide table as entries',
      {
        kind: 'table',
        rows: [
          ['Chỉ tiêu', 'Mức', 'Văn bản'],
          ['Tốc độ tăng trưởng kinh tế', '7,5 %', '15/KH-UBND'],
        ],
      },
      '• <b>Tốc độ tăng trưởng kinh tế</b>\n   Mức: 7,5 %\n   Văn bản: 15/KH-UBND',
    ],
    [
      'a source and its quote',
      { kind: 'citation', label: 'KH 15', citation: { ...citation, quote: 'đạt <7,5 %' } },
      '<i>KH 15</i>\n<blockquote>“đạt &lt;7,5 %”</blockquote>',
    ],
  ])('shows %s', (_, block, expected) => {
    expect(html(reply(block))).toEqual([expected]);
  });

  it('folds a long quote', () => {
    const long = { ...citation, quote: 'câu rất dài '.repeat(40) };
    expect(html(reply({ kind: 'citation', label: 'KH 15', citation: long }))[0]).toContain('<blockquote expandable>');
  });

  it.each<[string, Reply]>([
    ['no block', reply()],
    ['an empty paragraph', reply(paragraph('', { bold: '' }))],
    ['a paragraph of marks that show nothing', reply(paragraph('\u200b\u202e\ufeff'))],
    ['an empty table', reply({ kind: 'table', rows: [] })],
  ])('is no message for %s', (_, empty) => {
    expect(writeLetter(empty)).toEqual({ messages: [], keyboard: null });
  });

  it('loses no cell, word or quote, and is taken by Telegram, whatever it holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('<i>', '&lt;', '3.505', '\ud800'),
    );
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.array(text).map((spans) => paragraph(...spans.map((span, index) => (index % 2 ? { bold: span } : span)))),
      fc
        .array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
        .map((rows) => ({ kind: 'table' as const, rows })),
      fc
        .tuple(text, text)
        .map(([label, quote]) => ({ kind: 'citation' as const, label, citation: { ...citation, quote } })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        for (const message of words(reply(...blocks))) {
          const parsed = parseHtml(toHtml(message));
          expect(parsed.text).toBe(message.text);
          expect(message.text.length).toBeLessThanOrEqual(4096);
        }
      }),
    );
  });
});

describe('pictures and files', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  const image: Block = { kind: 'image', png, alt: 'Lịch tháng 11' };
  const file: Block = { kind: 'file', name: 'lich.ics', mediaType: 'text/calendar', bytes: png, alt: 'Tệp lịch' };

  it('stand between the words as in the reply, with the buttons under the last', () => {
    const letter = writeLetter({ ...reply(paragraph('a'), image, paragraph('b'), file), choices: choices('x') });
    expect(textsOf(letter.messages)).toEqual(['a', 'image', 'b', 'file', expect.stringContaining('1. x')]);
  });

  it('too big for Telegram are told in words', () => {
    const huge: Block = { ...image, png: new Uint8Array(10 * 1024 * 1024 + 1) };
    expect(textsOf(writeLetter(reply(paragraph('a'), huge)).messages)).toEqual(['a\n\nLịch tháng 11']);
  });
});

describe('the choices of a reply', () => {
  it('are buttons, short ones side by side, long ones below each other', () => {
    const letter = writeLetter({
      blocks: [paragraph('Chọn năm')],
      choices: choices('2024', '2025', '2026', 'Tất cả các năm của kế hoạch', 'Nguồn'),
      choicesToken: 't',
    });
    expect(letter.keyboard?.map((row) => row.map(({ text }) => text))).toEqual([
      ['2024', '2025', '2026'],
      ['Tất cả các năm của kế hoạch'],
      ['Nguồn'],
    ]);
    expect(textsOf(letter.messages)).toEqual(['Chọn năm']);
  });

  it('have a message above them when nothing else is said', () => {
    const letter = writeLetter({ blocks: [], choices: choices('2025'), choicesToken: 't' });
    expect(textsOf(letter.messages)).toEqual(['Mời chọn:']);
  });

  it.each<[string, Partial<Reply>, number]>([
    ['without a token there are no buttons', {}, 0],
    ['with a payload over 64 bytes there are no buttons', { choicesToken: 'x'.repeat(64) }, 0],
    ['with a label too long for a button', { choices: choices('a', 'chữ '.repeat(40).trim()), choicesToken: 't' }, 2],
    [
      'with more than fit',
      { choices: choices(...Array.from({ length: 60 }, (_, i) => `mục ${i}`)), choicesToken: 't' },
      24,
    ],
  ])('are told in words too: %s', (_, more, buttons) => {
    const letter = writeLetter({ blocks: [paragraph('Chọn')], choices: choices('một', 'hai'), ...more });
    const text = textsOf(letter.messages).join('\n');
    for (const [index, { label }] of (more.choices ?? choices('một', 'hai')).entries()) {
      expect(text).toContain(`${index + 1}. ${label}`);
    }
    expect(letter.keyboard?.flat() ?? []).toHaveLength(buttons);
  });

  it('never make a button Telegram refuses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 40 }),
        fc.string(),
        (labels, token) => {
          const letter = writeLetter({ blocks: [], choices: choices(...labels), choicesToken: token });
          for (const button of letter.keyboard?.flat() ?? []) {
            expect(button.text).not.toBe('');
            expect(button.text.isWellFormed()).toBe(true);
            expect('callback_data' in button && Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64);
          }
        },
      ),
    );
  });
});
