import { expect, it } from 'vitest';
import { printedQuote } from '../../src/domain/citation.ts';

it.each([
  ['Tối thiểu **95%** văn bản', 'Tối thiểu 95% văn bản'],
  ['__Chủ đề:__ “Đoàn kết”', 'Chủ đề: “Đoàn kết”'],
  ['họ tên: ______', 'họ tên: ______'],
  ['2 * 3', '2 * 3'],
  ['', ''],
])('shows %j as %j', (quote, printed) => {
  expect(printedQuote({ quote })).toBe(printed);
});
