import type { NumberToken } from './quantity-number.ts';
import { bounds, type Quantity } from './quantity-value.ts';

const before = /(?<![a-z])(?:nhom|top|trong so|trong(?: nhom)?) {1,2}$/;
const after =
  / {1,2}(?:quoc gia|nuoc|tinh(?:, thanh pho)?|thanh pho|dia phuong|bo(?:, nganh)?|nganh|don vi|truong|vi tri)(?: [a-z§,]{1,10}){0,6}? (?:dan dau|hang dau|cao nhat|tot nhat|dung dau)/y;

/** A rank, "nhóm 40 nước dẫn đầu": at most that place, in the unit "thứ hạng"; null when the number is none. */
export function rankAt(text: string, folded: string, { value, start, end }: NumberToken): Quantity | null {
  if (!before.test(folded.slice(Math.max(0, start - 14), start))) return null;
  after.lastIndex = end;
  if (!after.test(folded)) return null;
  const unitEnd = after.lastIndex;
  return {
    ...bounds('<=', value, value),
    comparator: '<=',
    unit: 'thứ hạng',
    kind: 'measure',
    valueText: text.slice(start, unitEnd),
    start,
    end: unitEnd,
    numberStart: start,
    numberEnd: end,
    unitStart: end,
    unitEnd,
  };
}
