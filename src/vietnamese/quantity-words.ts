import { comparatorBefore } from './comparator.ts';
import { bounds, type Quantity } from './quantity-value.ts';
import { unitAfter } from './unit.ts';

const values: Record<string, number> = { mot: 1, hai: 2, ba: 3, bon: 4 };
/** Only after a bound or a word of adding is a number word a quantity; "một số", "hai bên", "năm" are not. */
const bounded =
  /(?<![a-z0-9§])(?:it nhat|toi thieu|khong qua|toi [d§]a|co them|tang them|them|thanh lap moi) (?:co |la |duoc |dat )?(mot|hai|ba|bon)(?= (?!so(?! )|phan|ben|it|cach|trong|thang|nam|tuan|lan(?!\/)|muc|chut|buoc)[a-z§])/g;

/** Numbers written as words with a bound and a counted noun: "ít nhất một cơ sở". Empty when there are none. */
export function wordQuantities(text: string, folded: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of folded.matchAll(bounded)) {
    const numberEnd = match.index + match[0].length;
    const numberStart = numberEnd - (match[1]?.length ?? 0);
    const value = values[match[1] ?? ''] ?? 0;
    const unit = unitAfter(folded, numberEnd, () => true);
    if (unit.kind !== 'count' && unit.kind !== 'rate') continue;
    const before = comparatorBefore(folded, numberStart);
    const comparator = before?.comparator ?? '=';
    const start = before?.start ?? numberStart;
    found.push({
      ...bounds(comparator, value, value),
      comparator,
      unit: text.slice(unit.start, unit.end).replace(/\s+/g, ' '),
      kind: unit.kind,
      valueText: text.slice(start, unit.end),
      start,
      end: unit.end,
      numberStart,
      numberEnd,
      unitStart: unit.start,
      unitEnd: unit.end,
    });
  }
  return found;
}
