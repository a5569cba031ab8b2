import { describe, expect, it } from 'vitest';
import { dayAt, findDay, readTypedDate } from '../../../src/conversation/review/date-in-text.ts';
import { findValue, readTypedValue, valueAt } from '../../../src/conversation/review/value-in-text.ts';
import type { Quote } from '../../../src/domain/citation.ts';

const text = `I. MỤC TIÊU
1. Tỷ lệ che phủ rừng đạt 52,5%, riêng biên giới 61,5%.
2. GRDP tăng từ 7,5 đến 8%; thu ngân sách 2.350 tỷ đồng (tăng 12%).
3. Hộ nghèo giảm trên 4,5%, không quá 1.200 hộ.
| Trồng rừng | 500 ha | 12 |
Báo cáo trước ngày 15/12/2024 và chậm nhất ngày 30 tháng 6 năm 2024; họp lúc 08 giờ ngày 05/3.
`.normalize('NFC');

const quoteOf = (quote: string): Quote => {
  const start = text.indexOf(quote);
  return { quote, start, end: start + quote.length };
};
const forest = quoteOf('Tỷ lệ che phủ rừng đạt 52,5%');

describe('a value typed by a person', () => {
  it.each([
    ['61,5%', '61,5%'],
    ['61,5', '61,5%'],
    ['Đúng là: 61,5 %.', '61,5%'],
    ['đạt 52,5%', 'đạt 52,5%'],
    ['từ 7,5 đến 8%', 'từ 7,5 đến 8%'],
    ['7,5-8%', 'từ 7,5 đến 8%'],
    ['2.350 tỷ', '2.350 tỷ đồng'],
    ['trên 4,5%', 'trên 4,5%'],
    ['4,5%', 'trên 4,5%'],
    ['không quá 1.200 hộ', 'không quá 1.200 hộ'],
    ['500 ha', '500 ha'],
    ['“61,5%”', '61,5%'],
    ['61,5%'.normalize('NFD'), '61,5%'],
  ])('%s is found where the document says it', (typed, said) => {
    const value = readTypedValue(typed);
    const found = value === null ? null : findValue(text, value, forest);
    expect(said).toContain(found?.quantity.valueText ?? 'nothing');
    const { quote, start, end } = found?.quote ?? { quote: '', start: 0, end: 0 };
    expect(quote).not.toBe('');
    expect(text.slice(start, end)).toBe(quote);
    expect(text.slice(found?.quantity.start, found?.quantity.end)).toBe(found?.quantity.valueText);
  });

  it.each([
    '99%',
    '5%',
    '52',
    '2,5%',
    '350 tỷ đồng',
    '2.350 triệu',
    'dưới 52,5%',
    '7,5%',
    '1.200.000',
    '0%',
    '12.5',
    '8 ha',
  ])('%s, which the document does not say, is not found', (typed) => {
    const value = readTypedValue(typed);
    expect(value === null ? null : findValue(text, value, forest)).toBeNull();
  });

  it.each([
    '',
    'x',
    'nhiều hơn',
    '12 và 15%',
    '45% 46%',
    'bao nhiêu %?',
    `1${'0'.repeat(200)}`,
    '5'.repeat(100_000),
    '15/12/2024',
    'tăng',
  ])('%j is no value', (typed) => expect(readTypedValue(typed)).toBeNull());
});

describe('offsets of a value', () => {
  it('give a value only where one stands, with the sentence that holds it, whatever the offsets', () => {
    const found = new Set<string>();
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 1; end <= Math.min(text.length, start + 24); end++) {
        const stood = valueAt(text, { start, end }, forest);
        if (stood === null) continue;
        expect(text.slice(start, end)).toBe(stood.quantity.valueText);
        expect(text.slice(stood.quote.start, stood.quote.end)).toBe(stood.quote.quote);
        expect(stood.quote.quote).toContain(stood.quantity.valueText);
        found.add(stood.quantity.valueText);
      }
    }
    expect([...found]).toEqual(
      expect.arrayContaining(['61,5%', 'từ 7,5 đến 8%', '2.350 tỷ đồng', 'trên 4,5%', '500 ha']),
    );
    expect([...found]).not.toContain('5%');
  });

  it.each([
    [-5, 3],
    [0, 0],
    [9, 5],
    [1e9, 1e9 + 5],
    [Number.NaN, 3],
  ])('%d to %d hold none', (start, end) => expect(valueAt(text, { start, end }, forest)).toBeNull());
});

describe('a day typed by a person', () => {
  const near = quoteOf('Báo cáo trước ngày 15/12/2024');
  it.each([
    ['15/12/2024', 'trước 2024-12-15', '2024-12-14'],
    ['ngày 30 tháng 6 năm 2024', 'chậm nhất 2024-06-30', '2024-06-30'],
    ['30/6', null, null],
    ['30/6/2024', 'chậm nhất 2024-06-30', '2024-06-30'],
  ])('%s is found with what binds it', (typed, due, dueDate) => {
    const date = readTypedDate(typed, 2024);
    const found = date === null ? null : findDay(text, { date, near, year: 2024 });
    expect([found?.due ?? null, found?.dueDate ?? null]).toEqual([due, dueDate]);
    if (found !== null) expect(dayAt(text, found, { near, year: 2024 })).toEqual(found);
  });
  it.each(['31/12/2024', '16/12/2024', '30/2/2024', 'mai', ''])('%j is not found', (typed) => {
    const date = readTypedDate(typed, 2024);
    expect(date === null ? null : findDay(text, { date, near, year: 2024 })).toBeNull();
  });
});
