import type { Comparator, Direction } from '../domain/target.ts';
import { fold } from './fold.ts';
import { findQuantities } from './quantity.ts';

/** What of a figure its printed value needs. */
export type PrintableFigure = {
  valueText: string;
  comparator: Comparator;
  unit: string;
  direction: Direction;
  indicator: string;
};

/** Words of a bound as the document says it, by their folded form; the first is said where it says none of them. */
const boundWords: Partial<Record<Comparator, readonly (readonly [folded: string, printed: string])[]>> = {
  '>': [
    ['tren', 'trên'],
    ['hon', 'hơn'],
  ],
  '>=': [
    ['it nhat', 'ít nhất'],
    ['toi thieu', 'tối thiểu'],
    ['khong thap hon', 'không thấp hơn'],
    ['khong duoi', 'không dưới'],
  ],
  '<': [['duoi', 'dưới']],
  '<=': [
    ['khong qua', 'không quá'],
    ['toi da', 'tối đa'],
    ['khong vuot qua', 'không vượt quá'],
  ],
  '~': [
    ['khoang', 'khoảng'],
    ['xap xi', 'xấp xỉ'],
    ['gan', 'gần'],
  ],
};

const verbs: readonly (readonly [folded: string, printed: string])[] = [
  ['tang them', 'tăng thêm'],
  ['co them', 'có thêm'],
  ['duy tri', 'duy trì'],
  ['giu vung', 'giữ vững'],
  ['on dinh', 'ổn định ở mức'],
  ['giam con', 'còn'],
  ['xuong', 'còn'],
  ['con', 'còn'],
  ['giam', 'giảm'],
  ['tang', 'tăng'],
  ['them', 'thêm'],
];

/**
 * The value of a figure as an answer prints it: verb, bound, number and unit ("trên 40%", "từ 4% trở lên", "từ 7,5 đến 8%", "giảm 2%").
 * Its digits stand digit for digit in the quote; a value that cannot be taken apart is printed as it is written.
 */
export function formatQuantity(figure: PrintableFigure): string {
  const written = figure.valueText.replace(/\s+/g, ' ').trim();
  const quantity = findQuantities(written)[0];
  if (quantity === undefined || figure.unit === 'thứ hạng') return written;
  const unit = printedUnit(quantity.unit === '' ? figure.unit : figure.unit || quantity.unit);
  const number = written.slice(quantity.numberStart, quantity.numberEnd);
  const value = bounded(figure.comparator, { number, unit }, fold(written));
  return [verbOf(figure, fold(written.slice(0, quantity.numberStart))), value].filter((part) => part !== '').join(' ');
}

const printedUnit = (unit: string): string =>
  /^\p{Lu}\p{Ll}/u.test(unit) ? unit.charAt(0).toLowerCase() + unit.slice(1) : unit;

const joined = (number: string, unit: string): string =>
  unit === '' ? number : /^[%‰/]/.test(unit) ? `${number}${unit}` : `${number} ${unit}`;

function bounded(comparator: Comparator, { number, unit }: { number: string; unit: string }, folded: string): string {
  if (comparator === '=') return joined(number, unit);
  if (comparator === 'range') {
    const [low = number, high] = number.split(/%|[-–—÷]|đến|tới/u).filter((part) => /\d/.test(part));
    return high === undefined
      ? joined(number, unit)
      : `từ ${low.trim()} đến ${joined(high.trim().replace(/^\D+/, ''), unit)}`;
  }
  const words = boundWords[comparator] ?? [];
  const said = words.find(([form]) => folded.includes(form))?.[1];
  if (comparator === '>=' && said === undefined) return `từ ${joined(number, unit)} trở lên`;
  return `${said ?? words[0]?.[1] ?? ''} ${joined(number, unit)}`;
}

function verbOf({ direction, indicator }: PrintableFigure, before: string): string {
  const said = verbs.find(([form]) => new RegExp(`(?:^| )${form}(?= |$)`).test(before))?.[1];
  if (said !== undefined) return said;
  if (direction === 'maintain') return 'duy trì';
  return direction === 'decrease' && !/^(?:dat|con)/.test(before) && /giam/.test(fold(indicator)) ? 'giảm' : '';
}
