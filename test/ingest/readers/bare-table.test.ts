import { expect, it } from 'vitest';
import { bareTable } from '../../../src/ingest/readers/printed/bare-table.ts';
import { lineText, pageRows } from '../../../src/ingest/readers/printed/page-lines.ts';

const letter = 5;

/** Words at their places: `x:phrase` for each group on a line, lines 14 points apart and 24 where one is empty. */
function rowsOf(lines: readonly string[]) {
  let baseline = 100;
  const words = lines.flatMap((line) => {
    baseline += line === '' ? 10 : 14;
    return [...line.matchAll(/(\d+):([^|]+)/g)].flatMap(([, at = '', phrase = '']) => {
      let left = Number(at);
      return phrase
        .trim()
        .split(' ')
        .map((text) => {
          const word = { text, left, right: left + text.length * letter, baseline, size: 11, isDoubtful: false };
          left = word.right + 3;
          return word;
        });
    });
  });
  return pageRows(words);
}

const cellsOf = (lines: readonly string[]) =>
  bareTable(rowsOf(lines))?.rows.map((row) => row.map((cell) => cell.map(lineText).join(' '))) ?? null;

it('reads rows of figures under a header as a table, phrases over several lines as one cell', () => {
  const lines = [
    '100:TT | 130:Chỉ tiêu | 300:ĐVT | 360:Năm 2025 | 430:Năm 2026',
    '',
    '100:1 | 130:Tỷ lệ hộ dùng nước | 300:% | 365:61,5 | 435:66',
    '130:hợp vệ sinh',
    '',
    '100:2 | 130:Số trường | 300:Trường | 365:512 | 435:≥ 530',
  ];
  expect(cellsOf(lines)).toEqual([
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2025', 'Năm 2026'],
    ['1', 'Tỷ lệ hộ dùng nước hợp vệ sinh', '%', '61,5', '66'],
    ['2', 'Số trường', 'Trường', '512', '≥ 530'],
  ]);
});

it('lets a title over two columns stand in both', () => {
  const lines = [
    '360:Năm 2025 kế hoạch tỉnh',
    '100:TT | 130:Chỉ tiêu | 350:Giao | 440:Làm',
    '',
    '100:1 | 130:Số xã | 355:61 | 445:66',
    '',
    '100:2 | 130:Số trường | 355:512 | 445:530',
  ];
  expect(cellsOf(lines)?.[0]).toEqual(['TT', 'Chỉ tiêu', 'Năm 2025 kế hoạch tỉnh Giao', 'Năm 2025 kế hoạch tỉnh Làm']);
});

it.each([
  ['running text with figures', ['100:Phấn đấu đạt 95 % số hộ và 12 xã', '100:trong đó 3 xã nâng cao và 40 thôn đạt']],
  ['figures without a header', ['100:A | 200:12 | 300:14', '100:B | 200:13 | 300:15', '100:C | 200:13 | 300:15']],
  ['one row of figures', ['100:TT | 130:Chỉ tiêu | 360:Năm 2025', '100:1 | 130:Số xã | 365:61']],
  [
    'the head of a document',
    ['100:ỦY BAN NHÂN DÂN | 300:CỘNG HÒA XÃ HỘI', '100:Số: 12/KH-UBND | 300:Huế, ngày 12 tháng 01 năm 2026'],
  ],
])('%s is none', (_, lines) => expect(cellsOf(lines)).toBeNull());
