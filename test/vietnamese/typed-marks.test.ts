import { describe, expect, it } from 'vitest';
import { withTypedMarks } from '../../src/vietnamese/typed-marks.ts';

describe('a message typed while the input method was off', () => {
  it.each([
    ['tyr leej daan soos tham gia baor hieemr y tees', 'tỷ lệ dân số tham gia bảo hiểm y tế'],
    ['dduwa nguwowif ddi lamf vieecj owr nuwowcs ngoaif', 'đưa người đi làm việc ở nước ngoài'],
    ['giair ngaan voons ddaauf tuw coong', 'giải ngân vốn đầu tư công'],
    ['to6ng3 gia1 tri5 san3 xua6t1', 'tổng giá trị sản xuất'],
    ['d9ie6u2 tri5 no6i5 tru1 lu7o7t5', 'điều trị nội trú lượt'],
    ['ti3 le65 che phu3 ru7ng2 Bến Tre nam 2025 bn', 'tỉ lệ che phủ rừng Bến Tre nam 2025 bn'],
  ])('reads %j', (typed, meant) => {
    expect(withTypedMarks(typed)).toBe(meant);
  });

  it.each([
    'ty le ho ngheo cao bang 2023',
    'GRDP KV1 va KV2 nam 2025',
    'kv1 tang bao nhieu, kv2 tang bao nhieu',
    'covid19 va h1n1',
    'Tỷ lệ hộ nghèo năm 2023?',
    'what percent of households by 2025',
    'How many social housing units must Dong Nai complete',
    'who leads this scheme, how and when must it end',
    'nq57 xuat khau cong nghe cao',
    '',
  ])('leaves %j alone', (typed) => {
    expect(withTypedMarks(typed)).toBe(typed);
  });
});
