import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/vietnamese/date.ts';

const dates = (text: string, year?: number): string[] => findDates(text, { year }).map((found) => found.date);

describe('findDates', () => {
  it.each([
    ['ngày 29/12/2022', '2022-12-29'],
    ['26-1-2022', '2022-01-26'],
    ['ngày 07/4/2014 của Bộ Chính trị', '2014-04-07'],
    ['01.02.2023', '2023-02-01'],
    ['Hà Nội, ngày 05 tháng 01 năm 2020', '2020-01-05'],
    ['ngay 19 thang 8 nam 2021', '2021-08-19'],
    ['ngày\n19 tháng 8\nnăm 2021', '2021-08-19'],
    ['2022-12-29', '2022-12-29'],
    ['đến hết ngày 31/12/2023.', '2023-12-31'],
    ['29/2/2024', '2024-02-29'],
    ['ngày 30 / 4 / 2025', '2025-04-30'],
  ])('reads %j as %s', (text, date) => {
    expect(dates(text)).toEqual([date]);
  });

  it('gives the span of the date', () => {
    const text = 'Trước ngày 16 tháng 12 năm 2025, gửi về Sở Nội vụ';
    expect(findDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ngày 16 tháng 12 năm 2025']);
  });

  it.each([
    '30/2/2022',
    '31/4/2023',
    '1/13/2023',
    '0/1/2023',
    '29/2/2023',
    '15/2021/NĐ-CP',
    '41/2019/QĐ-UBND',
    '1/1/2023/abc',
    '4/100.000 dân',
    '24/24',
    '3.505 tỷ',
    '',
    '12/2023',
  ])('finds none in %j', (text) => {
    expect(dates(text, 2025)).toEqual([]);
  });

  it('completes dates without a year only when a year is given', () => {
    const text = 'trước ngày 01/6 và 15/11 hằng năm; ngày 16 tháng 12; trước 20/6';
    expect(dates(text)).toEqual([]);
    expect(dates(text, 2025)).toEqual(['2025-06-01', '2025-11-15', '2025-12-16', '2025-06-20']);
  });

  it('never throws and stays inside the text', () => {
    const part = fc.constantFrom('ngày ', 'tháng ', 'năm ', '31', '/', '-', '2', '2023', ' ', '.', '0', 'đến ');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        for (const { date, start, end } of findDates(text, { year: 2024 })) {
          expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
