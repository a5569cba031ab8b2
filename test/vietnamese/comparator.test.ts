import { describe, expect, it } from 'vitest';
import { comparatorAfter, comparatorBefore, deniedBefore, fromBefore } from '../../src/vietnamese/comparator.ts';
import { quantityText } from '../../src/vietnamese/quantity-text.ts';

const boundOf = (text: string) => comparatorBefore(quantityText(text), text.length)?.comparator ?? null;

describe('comparatorBefore', () => {
  it.each([
    ['trên ', '>'],
    ['hơn ', '>'],
    ['khoảng trên ', '>'],
    ['trên mức ', '>'],
    ['tối thiểu ', '>='],
    ['ít nhất là ', '>='],
    ['tối thiểu đạt ', '>='],
    ['không thấp hơn ', '>='],
    ['không dưới ', '>='],
    ['đạt và vượt ', '>='],
    ['≥ ', '>='],
    ['>=', '>='],
    ['dưới ', '<'],
    ['khoảng dưới ', '<'],
    ['thấp hơn ', '<'],
    ['< ', '<'],
    ['không quá ', '<='],
    ['không vượt quá ', '<='],
    ['tối đa ', '<='],
    ['không cao hơn ', '<='],
    ['≤ ', '<='],
    ['khoảng ', '~'],
    ['xấp xỉ ', '~'],
    ['gần ', '~'],
    ['toi thieu ', '>='],
    ['khong qua ', '<='],
  ])('reads "%s" as %s', (text, comparator) => {
    expect(boundOf(text)).toBe(comparator);
  });

  it.each(['', 'đạt ', 'từ ', 'gắn ', 'khoáng sản ', 'hôn nhân ', 'trên địa bàn ', 'quả ', 'là '])(
    'reads none in "%s"',
    (text) => {
      expect(boundOf(text)).toBeNull();
    },
  );
});

describe('comparatorAfter', () => {
  it.each([
    [' trở lên', '>='],
    [' trờ lên;', '>='],
    [' trở nên', '>='],
    [' trở xuống', '<='],
  ])('reads "%s" as %s', (text, comparator) => {
    expect(comparatorAfter(quantityText(text), 0)?.comparator).toBe(comparator);
  });

  it.each(['', ' trở lại', ' xã', ' trong năm'])('reads none in "%s"', (text) => {
    expect(comparatorAfter(quantityText(text), 0)).toBeNull();
  });
});

describe('fromBefore and deniedBefore', () => {
  it('finds "từ" but not its look-alikes', () => {
    expect(fromBefore(quantityText('giảm từ '), 8)).toBe(5);
    expect(fromBefore(quantityText('đầu tư '), 7)).toBeNull();
    expect(fromBefore(quantityText('thứ tự '), 7)).toBeNull();
  });

  it('turns a bound around where something must not be', () => {
    const text = quantityText('không để nợ xấu quá ');
    expect(deniedBefore(text, text.length, '=')?.comparator).toBe('<=');
    expect(deniedBefore(quantityText('không còn xã '), 13, '<')?.comparator).toBe('>=');
    expect(deniedBefore(quantityText('có '), 3, '<')).toBeNull();
  });
});
