import { rangePeriod } from '../../vietnamese/period-forms.ts';
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
  const ahead = mentions.filter((one) => one.start >= region.start && one.end <= quantity.start);
  return behind ?? lastOf(plain, ahead);
}

/**
 * The last of the times ahead of a value: the first of "giai đoạn 2021-2025, tầm nhìn 2030:", both of "năm 2024 và năm 2025". Null for none.
 */
function lastOf({ flat }: PlainText, ahead: readonly PeriodMention[]): PeriodMention | null {
  const last = ahead.at(-1);
  const before = ahead.at(-2);
  if (last === undefined || before === undefined) return last ?? null;
  const joint = flat.slice(before.end, last.start);
  if (/^,? ?(?:va )?(?:tam nhin|dinh huong)(?: den)? ?$/.test(joint) && /^ ?[:,]/.test(flat.slice(last.end)))
    return before;
  const [first, next] = [Number(before.period.text), Number(last.period.text)];
  const isPair = / ?va ?$/.test(joint) && joint.length <= 4 && next === first + 1;
  return isPair ? { ...last, period: rangePeriod(first, next), start: before.start } : last;
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
