import { describe, expect, it } from 'vitest';
import { findPassages, longestPassage } from '../../src/ingest/passages/find-passages.ts';
import { takeApart } from './support/read-text.ts';

function passages(text: string) {
  const { source, structure } = takeApart(text);
  return findPassages(source, structure.blocks);
}

const sentence =
  'Các cấp, các ngành tập trung thực hiện tốt nhiệm vụ được giao trong năm, bảo đảm chất lượng và tiến độ. ';
const long = sentence.repeat(3).trim();

describe('passages', () => {
  it('are one a paragraph, under their headings', () => {
    const read = passages(`I. MỤC TIÊU\n${long}\n${long}\nII. GIẢI PHÁP\n${long}`);
    expect(read.map(({ heading }) => heading)).toEqual([['MỤC TIÊU'], ['MỤC TIÊU'], ['GIẢI PHÁP']]);
  });

  it('keep a list with the line that leads to it', () => {
    const read = passages(
      `${long}\n\nPhấn đấu đến cuối năm đạt:\n- Thu ngân sách 100 tỷ đồng;\n- Trồng mới 20 ha rừng.`,
    );
    expect(read.at(-1)?.text).toBe('Phấn đấu đến cuối năm đạt:\n- Thu ngân sách 100 tỷ đồng;\n- Trồng mới 20 ha rừng.');
  });

  it('cut long paragraphs at ends of sentences', () => {
    const read = passages(`I. NỘI DUNG\n${sentence.repeat(40).trim()}`);
    expect(read.length).toBeGreaterThan(2);
    expect(read.every(({ text }) => text.length <= longestPassage && text.endsWith('.'))).toBe(true);
  });

  it('keep whole rows of tables', () => {
    const rows = Array.from(
      { length: 60 },
      (_, row) => `| ${row + 1} | Chỉ tiêu thứ ${row + 1} của kế hoạch năm | ${row}% |`,
    );
    const read = passages(`${long}\n\n| TT | Chỉ tiêu | Mức |\n|---|---|---|\n${rows.join('\n')}`);
    const tables = read.slice(1);
    expect(tables.length).toBeGreaterThan(1);
    expect(tables.every(({ text }) => /%$/.test(text))).toBe(true);
  });

  it('leave out head, recipients and signature', () => {
    const read = passages(
      `ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 2/KH-UBND\nKẾ HOẠCH\nTrồng cây năm 2024\n1. ${long}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn Hai`,
    );
    const all = read.map(({ text }) => text).join('\n');
    expect(all).not.toMatch(/Nơi nhận|Lê Văn Hai|ỦY BAN/);
    expect(all).toMatch(/Trồng cây năm 2024/);
  });

  it('keep a line that only looks like a heading', () => {
    expect(passages(`${long}\n\n**Chủ đề năm: Kỷ cương, sáng tạo**`).at(-1)?.text).toBe(
      '**Chủ đề năm: Kỷ cương, sáng tạo**',
    );
  });
});
