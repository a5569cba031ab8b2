import { describe, expect, it } from 'vitest';
import type { Direction } from '../../src/domain/target.ts';
import { findQuantities } from '../../src/vietnamese/quantity.ts';
import { formatQuantity } from '../../src/vietnamese/quantity-format.ts';

/** Value as written, direction, name, unit where the value does not hold it → as an answer prints it. */
const printed: readonly [value: string, direction: Direction, indicator: string, expected: string, unit?: string][] = [
  ['đạt trên 40%', 'increase', 'tỉ lệ che phủ rừng', 'trên 40%'],
  ['giảm từ 4% trở lên', 'decrease', 'Tỷ lệ hộ nghèo', 'giảm từ 4% trở lên'],
  ['từ 4% trở lên', 'decrease', 'giảm tỷ lệ hộ nghèo', 'giảm từ 4% trở lên'],
  ['Bình quân từ 7,5-8%', 'increase', 'Tăng trưởng kinh tế (GRDP)', 'từ 7,5 đến 8%'],
  ['6% - 6,5%', 'level', 'Lãi', 'từ 6 đến 6,5%'],
  ['khoảng 555 nghìn người', 'level', 'Dân số trung bình', 'khoảng 555 nghìn người'],
  ['không quá 3%', 'level', 'Bội chi', 'không quá 3%'],
  ['2%', 'decrease', 'giảm tỉ lệ hộ nghèo', 'giảm 2%'],
  ['giảm 2,0%', 'decrease', 'Tỷ lệ hộ nghèo', 'giảm 2,0%'],
  ['giảm còn 4,8%', 'level', 'tỷ lệ hộ nghèo', 'còn 4,8%'],
  ['tăng thêm 6 trường', 'increase', 'trường đạt chuẩn', 'tăng thêm 6 trường'],
  ['Tăng thêm hơn 50 trường', 'increase', 'trường đạt chuẩn', 'tăng thêm hơn 50 trường'],
  ['có thêm 03 xã', 'increase', 'xã đạt chuẩn', 'có thêm 03 xã'],
  ['duy trì 15 bác sĩ/vạn dân', 'maintain', 'bác sĩ/vạn dân', 'duy trì 15 bác sĩ/vạn dân'],
  ['95%', 'maintain', 'cơ quan đạt chuẩn', 'duy trì 95%'],
  ['tối thiểu 5 xã', 'level', 'xã', 'tối thiểu 5 xã'],
  ['ít nhất một cơ sở', 'level', 'cơ sở', 'ít nhất một cơ sở'],
  ['≥ 95%', 'level', 'Tỷ lệ', 'từ 95% trở lên'],
  ['< 3%', 'level', 'Tỷ lệ', 'dưới 3%'],
  ['11,00', 'increase', 'Tốc độ tăng GRDP', '11,00%', '%'],
  ['88,60', 'level', 'GRDP bình quân đầu người', '88,60 triệu đồng', 'Triệu đồng'],
  ['0,4 - 0,6', 'decrease', 'Mức giảm tỷ lệ hộ nghèo', 'giảm từ 0,4 đến 0,6 điểm %', 'Điểm %'],
  ['đạt trên 18,4 ngàn tỉ đồng', 'level', 'Thu ngân sách', 'trên 18,4 ngàn tỉ đồng'],
  ['4/100.000 trẻ đẻ sống', 'level', 'Tỷ số tử vong mẹ', '4/100.000 trẻ đẻ sống'],
  ['40 nước dẫn đầu', 'level', 'Chỉ số đổi mới sáng tạo', '40 nước dẫn đầu', 'thứ hạng'],
];

describe('formatQuantity', () => {
  it.each(printed)('prints %s (%s)', (valueText, direction, indicator, expected, unit) => {
    const quantity = findQuantities(valueText)[0];
    const figure = {
      valueText,
      direction,
      indicator,
      comparator: quantity?.comparator ?? '=',
      unit: unit ?? quantity?.unit ?? '',
    };
    expect(formatQuantity(figure)).toBe(expected);
  });

  it('prints what it cannot take apart as written', () => {
    expect(
      formatQuantity({ valueText: 'như năm trước', direction: 'level', indicator: 'x', comparator: '=', unit: '' }),
    ).toBe('như năm trước');
  });

  it('prints only digits of the value and its unit', () => {
    for (const [valueText, direction, indicator, , unit = ''] of printed) {
      const quantity = findQuantities(valueText)[0];
      const figure = {
        valueText,
        direction,
        indicator,
        comparator: quantity?.comparator ?? '=',
        unit: unit || (quantity?.unit ?? ''),
      };
      const digits = formatQuantity(figure).match(/\d[\d.,]*/g) ?? [];
      for (const digit of digits) expect(`${valueText} ${unit}`).toContain(digit);
    }
  });
});
