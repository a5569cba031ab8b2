import type { NumberToken } from './quantity-number.ts';
import { bounds, type Quantity } from './quantity-value.ts';

const before = /(?<![a-z])(?:nhom|top|trong so|trong(?: nhom)?) {1,2}$/;
const after =
  / {1,2}(?:quoc gia|nuoc|tinh(?:, thanh pho)?|thanh pho|huyen(?:, (?:thi xa|thanh pho|quan)){0,3}|xa(?:, phuong)?|phuong|dia phuong|bo(?:, nganh)?|nganh|[§s]o(?:, nganh)?|don vi|truong|vi tri)(?: [a-z§,]{1,10}){0,6}? (?:dan dau|hang dau|cao nhat|tot nhat|dung dau)/y;

const top = /(?<![a-z])top(?: [d§]au)? {1,2}$/;
const topOf =
  / {1,2}(?:ca nuoc|toan quoc|toan tinh|trong tinh|cua (?:tinh|ca nuoc)|the gioi|tinh, thanh pho|tinh|quoc gia|nuoc|huyen|xa)(?![a-z])/y;

/** A rank, "nhóm 40 nước dẫn đầu": at most that place, in the unit "thứ hạng"; null when the number is none. */
export function rankAt(text: string, folded: string, { value, start, end }: NumberToken): Quantity | null {
  const head = folded.slice(Math.max(0, start - 14), start);
  after.lastIndex = end;
  topOf.lastIndex = end;
  const found = before.test(head) && after.test(folded) ? after : top.test(head) && topOf.test(folded) ? topOf : null;
  return found === null ? null : rankOf(text, { value, span: { start, end: found.lastIndex }, number: { start, end } });
}

type Rank = { value: number; span: { start: number; end: number }; number: { start: number; end: number } };

const rankOf = (text: string, { value, span, number }: Rank): Quantity => ({
  ...bounds('<=', value, value),
  comparator: '<=',
  unit: 'thứ hạng',
  kind: 'measure',
  valueText: text.slice(span.start, span.end),
  start: span.start,
  end: span.end,
  numberStart: number.start,
  numberEnd: number.end,
  unitStart: number.end,
  unitEnd: span.end,
});

const place =
  /(?<![a-z§])(?:xep |dung |dat |giu |o )?(?:xep hang|hang (?:§hu|thu)|(?:§hu|thu) (?:hang|bac)|vi (?:§hu|thu|tri)(?: (?:§hu|thu))?|(?<=xep |dung )(?:§hu|thu)) {1,2}(?:tu )?(\d{1,3})(?:\/\d{1,3})?(?: [a-z§,]{1,10}){0,6}? tro len(?![a-z])/g;

/** "xếp vị thứ 03/08 huyện, thành phố trở lên": that place or a better one, which is a smaller number. Empty when no rank has such a bound. */
export function rankQuantities(text: string, folded: string): Quantity[] {
  if (!folded.includes('tro len')) return [];
  return [...folded.matchAll(place)].map((match) => {
    const [words, digits = ''] = match;
    const start = match.index + words.search(/\d/);
    const number = { start, end: start + digits.length };
    return rankOf(text, {
      value: Number(digits),
      span: { start: match.index, end: match.index + words.length },
      number,
    });
  });
}
