import { describe, expect, it } from 'vitest';
import { reportTerms } from '../../src/tools/report-terms.ts';

describe('reportTerms', () => {
  it.each([
    ['báo cáo quý III gửi Sở Nội vụ', ['q3']],
    ['bao cao quy 3 nop khi nao', ['q3']],
    ['báo cáo 6 tháng và báo cáo năm', ['m6', 'nam']],
    ['báo cáo 06 tháng đầu năm', ['m6']],
    ['tổng kết năm trước ngày nào', ['nam']],
    ['sơ kết chiến dịch', ['so ket']],
    ['báo cáo sơ kết học kỳ I', ['so ket', 'h1']],
    ['hằng tháng, trước ngày 16', ['thang']],
  ])('hears in “%s” the times reported on', (text, terms) => {
    expect(reportTerms(text).map(({ term }) => term)).toEqual(terms);
  });

  it.each(['quy chế làm việc', 'năm 2025', 'tháng 7 năm 2024', 'quyết định số 3', 'báo cáo kết quả'])(
    'hears none in “%s”',
    (text) => {
      expect(reportTerms(text)).toEqual([]);
    },
  );
});
