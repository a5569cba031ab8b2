import type { Period } from '../../domain/period.ts';
import { yearPeriod } from '../../vietnamese/period-forms.ts';
import type { ReadState } from './enter-segment.ts';
import type { NamedValue } from './named-value.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText } from './plain-text.ts';
import type { Block } from './read-figure.ts';
import { resolvePeriod } from './resolve-period.ts';

/** `next`: the value behind it; `turn`: the period it takes from a row of periods in turn, or null. */
type Said = {
  block: Block;
  state: ReadState;
  value: NamedValue;
  next: NamedValue | undefined;
  turn: PeriodMention | null;
};

/** The period of a value and where it is said; `mention` is null where what stands above it tells. */
export function figurePeriod({ block, state, value, next, turn }: Said): {
  mention: PeriodMention | null;
  period: Period;
} {
  const mention = turn ?? mentionOf(block, value) ?? sharedMention(block, value, next);
  const { governing } = block.place;
  const above = state.lead === null ? governing : [state.lead.period, ...governing];
  return { mention, period: turn?.period ?? periodOf({ block, state, value, mention }, above) };
}

/** "… 18.000 tỷ đồng, chiếm 38,4% GDP": a share of the economy of what was just said. */
const isShareOf = ({ goesOn, name }: NamedValue, whole: string): boolean =>
  goesOn && name.startsWith(`${whole} so với`);

const wholeYear = /(?<![a-z])ca nam(?= |$)/;

/** "6 tháng cuối năm 2023 … thu ngân sách cả năm": the year that the part of a year said above lies in. Null where none is above. */
function yearAbove(governing: readonly Period[]): Period | null {
  const isPart = /^(?:half|quarter|month|nine_months)$/.test(governing[0]?.kind ?? '');
  const last = governing.find(({ to }) => to !== null)?.to;
  return isPart && last != null ? yearPeriod(Number(last.slice(0, 4))) : null;
}

type Timed = { block: Block; state: ReadState; value: NamedValue; mention: PeriodMention | null };

/** From so many years on, a block sets milestones year by year. */
const fewestYears = 3;

const wholeTerm = /(?<![a-z\d])(?:(?:0?5|nam) nam(?! (?:19|20)\d)|(?:ca|toan) (?:giai doan|nhiem ky|thoi ky))(?![a-z])/;

/** What the value says; else a part takes the period of its whole, and a total of a term the term. */
function periodOf({ block, state, value, mention }: Timed, governing: readonly Period[]): Period {
  const { region, tail } = value.clause;
  if (mention !== null) {
    const years = new Set(block.mentions.filter((one) => one.period.kind === 'year').map((one) => one.period.text));
    return resolvePeriod(mention, governing, years.size >= fewestYears);
  }
  const { whole } = state;
  const isOfWhole = whole !== null && (value.parent === whole.named.name || isShareOf(value, whole.named.name));
  if (isOfWhole) return whole.period;
  const ofYear = wholeYear.test(block.plain.flat.slice(region.start, tail.end)) ? yearAbove(governing) : null;
  if (ofYear !== null) return ofYear;
  const isOfTerm = wholeTerm.test(block.plain.flat.slice(region.start, tail.end));
  const term = isOfTerm ? governing.find((one) => one.kind === 'range') : undefined;
  return resolvePeriod(null, term === undefined ? governing : [term]);
}

/** The period said with a value: right behind it before one that stands ahead of it. */
function mentionOf(block: Block, { clause, span }: NamedValue): PeriodMention | null {
  const { plain, mentions } = block;
  const { quantity, tail, region } = clause;
  const end = Math.max(quantity.end, span.end <= tail.end ? span.end : 0);
  const isNear = (one: PeriodMention): boolean =>
    !plain.flat.slice(end, one.start).includes(',') || /^[ .]*$/.test(plain.flat.slice(one.end, tail.end));
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

const longestShared = 60;

/** "350 tổ và 180 điểm trong năm 2026": the time behind the second of two values joined by "và" is that of the first. */
function sharedMention(block: Block, value: NamedValue, next: NamedValue | undefined): PeriodMention | null {
  if (next === undefined || value.clause.quantity.kind !== next.clause.quantity.kind) return null;
  const between = block.plain.flat.slice(value.clause.quantity.end, next.clause.quantity.start);
  if (!/ va (?:co |dat |tren )?$/.test(between) || /[;.:]/.test(between) || between.length > longestShared) return null;
  const mention = mentionOf(block, next);
  return mention !== null && mention.start >= next.clause.quantity.end ? mention : null;
}

/** "100% các xã có phân bổ ngân sách hằng năm cho …": how often those do it, amid words that go on. */
const isInTail = ({ flat }: PlainText, { period, start, end }: PeriodMention, valueEnd: number): boolean =>
  period.kind === 'yearly' && start - valueEnd > 2 && /^ [a-z§]/.test(flat.slice(end));

/** "75% (quý II/2026: 68%)": the time of the value inside the bracket, not of the one before it. */
const isOfBracket = ({ plain, quantities }: Block, mention: PeriodMention): boolean =>
  plain.brackets.some(
    (one) =>
      one.start < mention.start &&
      mention.end <= one.end &&
      quantities.some((quantity) => quantity.start >= mention.end && quantity.end < one.end),
  );
