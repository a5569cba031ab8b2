import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/ingest/figures/find-figures.ts';
import { tables, takeApart } from '../support/read-text.ts';

const opening =
  'ỦY BAN NHÂN DÂN TỈNH SƠN LA\n-------\n\nQUYẾT ĐỊNH\nVỀ VIỆC GIAO CHỈ TIÊU NĂM 2026\n\nĐiều 1. Giao chỉ tiêu năm 2026 cho các đơn vị như sau:\n\n';
const header = ['TT', 'Đơn vị', 'Số hộ nghèo đầu năm 2026 (hộ)', 'Chỉ tiêu giảm tỷ lệ hộ nghèo năm 2026 (%)'];
const rows = [
  ['1', 'Huyện Yên Châu', '2.115', '3,20'],
  ['2', 'Huyện Sông Mã', '4.020', '4,10'],
  ['3', 'Trường Cao đẳng Sơn La', '1', '0,10'],
  ['', 'Tổng cộng', '6.136', '3,60'],
];
const pipes = [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const cells = `|\n${[header, ...rows].map((row) => row.join('\n|\n')).join('\n|\n')}\n|\n`;

function linesOf(text: string): string[] {
  const { source, structure, metadata } = takeApart(text, 'van-ban.md');
  const { lexicon, gazetteer } = tables;
  return findFigures({
    text: source.text,
    blocks: structure.blocks,
    metadata,
    lexicon,
    gazetteer,
    today: '2026-11-22',
  }).map(
    ({ kind, indicator, min, unit, period, locality }) =>
      `${kind}: ${indicator} | ${min} ${unit} | ${period.text} | ${locality?.name ?? ''}`,
  );
}

describe('tables with a place a row', () => {
  it.each([
    ['with pipes', pipes],
    ['with one cell a line', cells],
  ])('%s: the column names the indicator, the row the place', (_title, table) => {
    expect(linesOf(`${opening}${table}`).filter((line) => line.startsWith('target'))).toEqual([
      'target: giảm tỷ lệ hộ nghèo | 3.2 % | 2026 | huyện Yên Châu',
      'target: giảm tỷ lệ hộ nghèo | 4.1 % | 2026 | huyện Sông Mã',
      'target: giảm tỷ lệ hộ nghèo - Trường Cao đẳng Sơn La | 0.1 % | 2026 | tỉnh Sơn La',
      'target: giảm tỷ lệ hộ nghèo | 3.6 % | 2026 | tỉnh Sơn La',
    ]);
  });

  it('takes the kind of place from the header where the cells leave it out', () => {
    const table =
      '| TT | Xã | Tỷ lệ hộ dùng nước sạch năm 2026 (%) |\n|---|---|---|\n| 1 | Chiềng Hặc | 95 |\n| 2 | Tú Nang | 92 |';
    expect(linesOf(`${opening}${table}`)).toEqual([
      'target: Tỷ lệ hộ dùng nước sạch | 95 % | 2026 | xã Chiềng Hặc',
      'target: Tỷ lệ hộ dùng nước sạch | 92 % | 2026 | xã Tú Nang',
    ]);
  });

  it('keeps a column of units a column of units', () => {
    const table = '| TT | Chỉ tiêu | Đơn vị | Năm 2026 |\n|---|---|---|---|\n| 1 | Tỷ lệ che phủ rừng | % | 47,5 |';
    expect(linesOf(`${opening}${table}`)).toEqual(['target: Tỷ lệ che phủ rừng | 47.5 % | 2026 | tỉnh Sơn La']);
  });
});
