import type { NamedValue } from './named-value.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText } from './plain-text.ts';
import type { Block } from './read-figure.ts';

/** The period said with a value: right behind it before one that stands ahead of it. Null where its clause says none. */
export function valueMention(block: Block, { clause, span }: NamedValue): PeriodMention | null {
  const { plain, mentions } = block;
  const { quantity, tail, region } = clause;
  const end = Math.max(quantity.end, span.end <= tail.end ? span.end : 0);
  const isNear = (one: PeriodMention): boolean => {
    const between = plain.flat.slice(end, one.start);
    // "100%, riêng năm 2023 không thấp hơn 98%": the time of what follows.
    if (!between.includes(',')) return true;
    return /^[ .]*$/.test(plain.flat.slice(one.end, tail.end)) && !/(?:rieng|trong do)[^,]*$/.test(between);
  };
  const behind = mentions.find(
    (one) =>
      one.start >= quantity.end &&
      one.end <= tail.end &&
      isNear(one) &&
      !isOfBracket(block, one) &&
      !isInTail(plain, one, quantity.end) &&
      !/duy tri $/.test(plain.flat.slice(Math.max(0, one.start - 8), one.start)),
  );
  return behind ?? mentions.findLast((one) => one.start >= region.start && one.end <= quantity.start) ?? null;
}

/** "100% các xã có phân bổ ngân sách hằng năm cho …": how often those do it, amid words that go on. */
const isInTail = ({ flat }: PlainText, { period, start, end }: PeriodMention, valueEnd: number): boolean =>
  period.kind === 'yearly' && start - valueEnd > 2 && /^ [a-z§]/.test(flat.slice(end));

/** "75% (quý II/2026: 68%)", "2 bậc (năm 2024 xếp thứ 38)": the time of what else the bracket says, not of the value before it. */
const isOfBracket = ({ plain }: Block, mention: PeriodMention): boolean =>
  plain.brackets.some((one) => {
    if (one.start >= mention.start || mention.end > one.end) return false;
    const rest = `${plain.folded.slice(one.start, mention.start)} ${plain.folded.slice(mention.end, one.end)}`;
    return /\d|xep|dat|uoc|thuc hien|ket qua|(?<![a-z])(?:la|co) /.test(rest);
  });
