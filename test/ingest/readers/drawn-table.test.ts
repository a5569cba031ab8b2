import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../src/ingest/readers/plain-text.ts';

function linesOf(lines: readonly string[]): string[] {
  const read = readPlainText(new TextEncoder().encode(lines.join('\n')));
  if ('failed' in read) throw new Error(read.failed);
  return read.text.split('\n').filter((line) => line !== '');
}

const read: [what: string, lines: string[], expected: string[]][] = [
  [
    'cells that go on over lines',
    [
      '+----+-------------+-------+',
      '| TT | Chỉ tiêu    | Kế    |',
      '|    |             | hoạch |',
      '|    |             | 2026  |',
      '+====+=============+=======+',
      '| 1  | Tỷ lệ hộ    | 3,5   |',
      '|    | nghèo (%)   |       |',
      '+----+-------------+-------+',
      '| 2  | Số xã đạt   | -     |',
      '|    | chuẩn       |       |',
      '+----+-------------+-------+',
    ],
    ['| TT | Chỉ tiêu | Kế hoạch 2026 |', '| 1 | Tỷ lệ hộ nghèo (%) | 3,5 |', '| 2 | Số xã đạt chuẩn | - |'],
  ],
  [
    'headers over several columns and rows, drawn with box signs',
    [
      '┌────┬──────────┬───────────────┐',
      '│ TT │ Chỉ tiêu │   Kế hoạch    │',
      '│    │          ├───────┬───────┤',
      '│    │          │ 2026  │ 2027  │',
      '├────┼──────────┼───────┼───────┤',
      '│ 1  │ Hộ nghèo │ 3,5   │ 2,5   │',
      '└────┴──────────┴───────┴───────┘',
    ],
    ['| TT | Chỉ tiêu | Kế hoạch | Kế hoạch |', '| TT | Chỉ tiêu | 2026 | 2027 |', '| 1 | Hộ nghèo | 3,5 | 2,5 |'],
  ],
  [
    'rows of one line each without a rule between, one of them going on',
    [
      '+----+-------------+------+',
      '| TT | Chỉ tiêu    | 2026 |',
      '+----+-------------+------+',
      '| 1  | Hộ nghèo    | 3,5  |',
      '| 2  | Xã đạt      | 12   |',
      '|    | chuẩn       |      |',
      '| 3  | Số hộ       | 150  |',
      '+----+-------------+------+',
    ],
    ['| TT | Chỉ tiêu | 2026 |', '| 1 | Hộ nghèo | 3,5 |', '| 2 | Xã đạt chuẩn | 12 |', '| 3 | Số hộ | 150 |'],
  ],
];

const kept: [what: string, lines: string[]][] = [
  [
    'rows without numbers where a line may be a row or go on',
    [
      '+-------------+------+',
      '| Chỉ tiêu    | 2026 |',
      '+-------------+------+',
      '| Hộ nghèo    | 3,5  |',
      '| Xã đạt      | 12   |',
      '| Bộ tiêu chí |      |',
      '+-------------+------+',
    ],
  ],
  [
    'a header of two lines that may be two rows',
    [
      '+----------+----------+------+',
      '| Chỉ tiêu | Kế hoạch |      |',
      '|          | 2026     | 2027 |',
      '+----------+----------+------+',
      '| Hộ nghèo | 3,5      | 2,5  |',
      '+----------+----------+------+',
    ],
  ],
  [
    'bars that stand off the corners',
    ['+----+------+', '| a | 2026 |', '+----+------+', '| Hộ nghèo | 3,5  |', '+----+------+'],
  ],
  ['signs that draw nothing', ['+ Lúa: 5.000 ha', '+ Ngô: 300 ha', '+-+ ghi chú']],
];

describe('drawn tables', () => {
  it.each(read)('reads %s', (_, lines, expected) => {
    expect(linesOf(['Biểu 1', '', ...lines, '', 'Điều 2. Thi hành'])).toEqual([
      'Biểu 1',
      ...expected,
      'Điều 2. Thi hành',
    ]);
  });

  it.each(kept)('leaves %s as it is', (_, lines) => {
    expect(linesOf(lines)).toEqual(lines);
  });

  it('takes hostile drawings in stride', () => {
    for (const hostile of [
      '+-'.repeat(300_000),
      `+${'-+'.repeat(50)}\n${'| '.repeat(200_000)}\n`,
      '+--+\n'.repeat(100_000),
    ])
      expect(linesOf([hostile, 'hết']).length).toBeGreaterThan(0);
  });
});
