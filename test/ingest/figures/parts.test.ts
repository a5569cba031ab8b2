import { describe, expect, it } from 'vitest';
import { noPeriod, type Period } from '../../../src/domain/period.ts';
import { plainText } from '../../../src/ingest/figures/plain-text.ts';
import { resolvePeriod } from '../../../src/ingest/figures/resolve-period.ts';
import { sectionKind } from '../../../src/ingest/figures/section-kind.ts';
import { splitSegments } from '../../../src/ingest/figures/split-segments.ts';
import { readColumn } from '../../../src/ingest/figures/table-columns.ts';
import type { PeriodPreposition } from '../../../src/vietnamese/period.ts';
import { parsePeriod } from '../../../src/vietnamese/period.ts';

const period = (text: string): Period => parsePeriod(text) ?? noPeriod;

describe('plainText', () => {
  it('collapses white space, drops emphasis, and leads back to the stored text', () => {
    const stored = 'x **Tỷ  lệ\n hộ** nghèo (KV1)';
    const plain = plainText(stored, 2, stored.length);
    expect(plain.text).toBe('Tỷ lệ hộ nghèo (KV1)');
    expect(plain.flat).toBe('ty le ho ngheo ~~~~~');
    expect(stored.charAt(plain.offset(plain.text.indexOf('nghèo')))).toBe('n');
  });

  it('takes a stray bracket for a character and a list number for none', () => {
    expect(plainText('a (b', 0, 4).brackets).toEqual([]);
    expect(plainText('(1) a (b (c) d)', 0, 15).brackets).toEqual([{ start: 6, end: 15 }]);
  });
});

describe('splitSegments', () => {
  const parts = (text: string): string[] => {
    const plain = plainText(text, 0, text.length);
    return splitSegments(plain).map(({ start, end, sentence }) => `${sentence}:${plain.text.slice(start, end).trim()}`);
  };

  it.each([
    ['A đạt 5%; B đạt 6%. C đạt 7%.', ['0:A đạt 5%', '0:B đạt 6%', '1:C đạt 7%']],
    ['đạt 3.505 tỷ đồng, tăng 7,5%', ['0:đạt 3.505 tỷ đồng, tăng 7,5%']],
    ['gồm: (1) A 5%; (2) B 6%', ['0:gồm:', '0:(1) A 5%', '0:(2) B 6%']],
    ['A 8% (trong đó: B 4%; C 5%), D 6%', ['0:A 8% (trong đó: B 4%; C 5%), D 6%']],
    ['tại TP. Vinh đạt 5%', ['0:tại TP. Vinh đạt 5%']],
    ['', []],
  ])('splits "%s"', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});

describe('sectionKind', () => {
  it.each([
    [['II. MỤC TIÊU, CHỈ TIÊU'], 'goal'],
    [['Phương hướng, nhiệm vụ năm 2026'], 'goal'],
    [['Chỉ tiêu', 'Công tác y tế'], 'goal'],
    [['Mục tiêu', 'Nhiệm vụ, giải pháp'], 'task'],
    [['Nhiệm vụ trọng tâm'], 'task'],
    [['Kết quả thực hiện năm 2025', 'Công tác chỉ đạo'], 'result'],
    [['Kết quả thực hiện các chỉ tiêu năm 2025'], 'result'],
    [['Đánh giá tình hình'], 'result'],
    [['Hiện trạng'], 'result'],
    [['Kinh phí thực hiện'], 'idle'],
    [['Hình thức khen thưởng'], 'idle'],
    [['Một số quy định về bình xét'], 'idle'],
    [['Nhiệm vụ thời gian tới'], 'task'],
    [['Báo cáo kết quả thực hiện năm 2025 và phương hướng, nhiệm vụ năm 2026'], 'plain'],
    [['Lời nói đầu'], 'plain'],
    [[], 'plain'],
  ])('reads %j as %s', (heading, kind) => {
    expect(sectionKind(heading)).toBe(kind);
  });
});

describe('resolvePeriod', () => {
  it.each<[string | null, PeriodPreposition | null, string[], string]>([
    [null, null, ['2021-2025'], '2021-2025'],
    [null, null, [], 'không nêu'],
    [null, null, ['hằng năm', '2021-2025'], 'hằng năm 2021-2025'],
    ['2025', 'vào', ['2021-2025'], 'đến 2025'],
    ['2025', 'vào', ['2025'], '2025'],
    ['2025', null, ['2021-2025'], '2025'],
    ['đến 2030', 'đến', ['2026-2030'], 'đến 2030'],
    ['hằng năm', null, ['2025-2030'], 'hằng năm 2025-2030'],
    ['bình quân hằng năm', null, ['đến 2025', '2020-2025'], 'bình quân hằng năm 2020-2025'],
    ['hằng năm', null, ['2026'], 'hằng năm'],
    ['quý IV', null, ['2026'], 'quý IV/2026'],
    ['cuối năm 2026', 'cuối', ['2026'], 'cuối năm 2026'],
  ])('%s (%s) under %j is %s', (named, preposition, governing, expected) => {
    const meant = named === null ? null : { period: period(named), preposition };
    expect(resolvePeriod(meant, governing.map(period)).text).toBe(expected);
  });
});

describe('readColumn', () => {
  const role = (header: string): string => {
    const column = readColumn(header, 2026);
    return column.role === 'value' ? `${column.kind} ${column.period?.text ?? '-'}` : column.role;
  };

  it.each([
    ['STT', 'number'],
    ['Chỉ tiêu', 'name'],
    ['Nội dung chỉ tiêu', 'name'],
    ['Đơn vị tính', 'unit'],
    ['ĐVT', 'unit'],
    ['Xã, phường', 'entity'],
    ['Kế hoạch năm 2026', 'target 2026'],
    ['Mục tiêu đến năm 2030', 'target đến 2030'],
    ['Năm 2026', 'target 2026'],
    ['Chỉ tiêu năm 2026 Tỷ lệ BHYT (%)', 'target 2026'],
    ['Thực hiện năm 2024', 'observation 2024'],
    ['Ước thực hiện năm 2025', 'estimate 2025'],
    ['Năm 2025 Kế hoạch', 'idle'],
    ['Năm 2025', 'observation 2025'],
    ['Ghi chú', 'idle'],
    ['Cơ quan chủ trì', 'idle'],
    ['So sánh KH/TH (%)', 'idle'],
    ['Kinh phí (triệu đồng)', 'idle'],
  ])('reads "%s" as %s', (header, expected) => {
    expect(role(header)).toBe(expected);
  });
});
