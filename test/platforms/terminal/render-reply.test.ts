import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, paragraph, type Reply } from '../../../src/domain/reply.ts';
import { displayWidth } from '../../../src/platforms/display-width.ts';
import { renderReply } from '../../../src/platforms/terminal/render-reply.ts';
import { fullReply } from '../../support/replies.ts';

const piped = { columns: Number.POSITIVE_INFINITY, color: false };
const blocks = (...list: Block[]): Reply => ({ blocks: list, choices: [] });
const table = (...rows: string[][]): Block => ({ kind: 'table', rows });

describe('a reply at the terminal', () => {
  it('is plain where there is no colour', () => {
    expect(renderReply(fullReply, piped)).toBe(
      [
        'từ 7,5 % trở lên: tốc độ tăng trưởng kinh tế, Lâm Đồng, năm 2026 (chỉ tiêu).',
        '',
        'Địa phương  Thu',
        '─────────────────────────',
        'Kon Tum     3.505 tỷ đồng',
        '',
        '• một nghiêng',
        '• hai',
        '',
        'Kế hoạch 15/KH-UBND, UBND tỉnh Lâm Đồng, 12/01/2026',
        '  │ “Tốc độ tăng trưởng kinh tế đạt từ 7,5 % trở lên; thu ngân sách 3.505 tỷ đồng.”',
        '',
        'Gõ số để chọn:',
        '  1. Xem nguồn',
        '  2. So sánh',
      ].join('\n'),
    );
  });

  it('has its figure in bold where there is colour, also over a line break', () => {
    const reply = blocks(paragraph('Đạt ', { bold: 'từ 7,5 % trở lên mỗi năm' }, '.'));
    expect(renderReply(reply, { columns: 20, color: true })).toBe(
      'Đạt \u001b[1mtừ 7,5 % trở lên\u001b[22m\n\u001b[1mmỗi năm\u001b[22m.',
    );
  });

  it.each<[string, string[][], number, string]>([
    [
      'composed and decomposed letters',
      [
        ['ế', 'x'],
        ['ế'.normalize('NFD'), 'y'],
      ],
      40,
      'ế  x\n────\nế  y',
    ],
    [
      'wide letters',
      [
        ['日本', 'x'],
        ['abcd', 'y'],
      ],
      40,
      '日本  x\n───────\nabcd  y',
    ],
    ['a row that is short of cells', [['a', 'b', 'c'], ['1']], 40, 'a  b  c\n───────\n1'],
    [
      'line breaks inside cells',
      [
        ['a', 'b'],
        ['1\n2', 'x\ty'],
      ],
      40,
      'a    b\n────────\n1 2  x y',
    ],
    [
      'a cell that must be wrapped',
      [
        ['a', 'b'],
        ['1', 'một hai ba bốn'],
      ],
      12,
      'a  b\n──────────\n1  một hai\n   ba bốn',
    ],
  ])('aligns a table with %s', (_, rows, columns, expected) => {
    const text = renderReply(blocks(table(...rows)), { columns, color: false });
    expect(text.normalize('NFC')).toBe(expected.normalize('NFC'));
  });

  it('tells a table with too many columns as entries', () => {
    const header = Array.from({ length: 9 }, (_, index) => `chỉ tiêu ${index}`);
    const row = Array.from({ length: 9 }, (_, index) => (index === 3 ? '' : `giá trị ${index}`));
    const text = renderReply(blocks(table(header, row)), { columns: 40, color: false });
    expect(text).toMatch(/^• giá trị 0\n {2}chỉ tiêu 1: giá trị 1\n/);
    expect(text).not.toContain('chỉ tiêu 3');
  });

  it.each<[string, Reply]>([
    ['no block', blocks()],
    ['an empty paragraph', blocks(paragraph(''))],
    ['an empty table', blocks(table())],
    ['an empty list', blocks({ kind: 'list', items: [] })],
  ])('is empty for %s', (_, reply) => {
    expect(renderReply(reply, piped)).toBe('');
  });

  it('never passes the edge of the screen and loses no word', () => {
    const word = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('tỉnh', '3.505', '👍', 'ệ'));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 24, max: 80 }), (words, columns) => {
        const text = words.join(' ');
        const shown = renderReply(blocks(paragraph(text)), { columns, color: false });
        for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        const whole = renderReply(blocks(paragraph(text)), piped);
        expect(shown.replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''));
      }),
    );
  });
});
