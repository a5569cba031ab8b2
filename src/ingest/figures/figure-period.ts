import type { Period } from '../../domain/period.ts';
import { yearlyPeriod, yearPeriod } from '../../vietnamese/period-forms.ts';
import type { ReadState } from './enter-segment.ts';
import { mentionTelling } from './find-cues.ts';
import type { NamedValue } from './named-value.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText } from './plain-text.ts';
import type { Block, ReadFigure } from './read-figure.ts';
import { resolvePeriod } from './resolve-period.ts';
import { valueMention } from './value-mention.ts';

/** `shared`: the period it takes from the end of a list of values; `turn`: from a row of periods in turn; null for none. */
type Said = {
  kind: ReadFigure['kind'];
  block: Block;
  state: ReadState;
  value: NamedValue;
  shared: PeriodMention | null;
  turn: PeriodMention | null;
};

/** The period of a value and where it is said; `mention` is null where what stands above it tells. */
export function figurePeriod({ kind, block, state, value, shared, turn }: Said): {
  mention: PeriodMention | null;
  period: Period;
} {
  const mention = turn ?? valueMention(block, value) ?? shared;
  const { governing } = block.place;
  const leads = [state.lead, state.outerLead?.lead ?? null].filter(
    (lead) => lead !== null && !(kind === 'target' && isOver(lead, { block, state })),
  );
  const spoken = value.goesOn && state.whole?.period.kind === 'range' ? [state.whole.period] : [];
  const above = [...leads.flatMap((lead) => lead?.period ?? []), ...spoken, ...governing];
  const period = turn === null ? periodOf({ block, state, value, mention }, above) : resolvePeriod(turn, above);
  return { mention, period: period.kind === 'none' ? (dayBefore(block, value) ?? period) : period };
}

/** "100% hộ ký cam kết, hoàn thành trước ngày 25/3/2024": the time of a value that nothing else tells. Null where no day is said. */
function dayBefore({ plain }: Block, { clause: { region, tail } }: NamedValue): Period | null {
  const [, day, month, year] = lastDay.exec(plain.flat.slice(region.start, tail.end)) ?? [];
  if (day === undefined || month === undefined) return null;
  const to = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { text: `trước ${Number(day)}/${Number(month)}/${year}`, kind: 'until', from: null, to };
}

const lastDay = /(?<![a-z])truoc (?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)/;

/** "Nhiệm kỳ 2020-2025 …. Nhiệm kỳ tới, phấn đấu …": no goal is for a time of an earlier sentence that is over or told of results. */
const isOver = (lead: PeriodMention, { block, state }: { block: Block; state: ReadState }): boolean =>
  lead.start < state.sentenceStart && (state.isLeadOfResults || mentionTelling(lead, block.place.plan) === 'result');

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

/** "giải quyết việc làm cho 1.100 lao động/năm": so much is done every year of a term; "sản lượng 5.000 tấn/năm" is a level of its end. */
const isDoneYearly = ({ flat }: PlainText, { clause: { quantity, head, region } }: NamedValue): boolean =>
  /^(?:count|measure|rate)$/.test(quantity.kind) &&
  /^(?!.*lượt)[^/%]+\/ ?năm$/u.test(quantity.unit) &&
  head.startsWith !== 'noun' &&
  !/(?:binh quan|trung binh)/.test(flat.slice(region.start, quantity.start));

/** What the value says; else a part takes the period of its whole, and a total of a term the term. */
function periodOf({ block, state, value, mention }: Timed, governing: readonly Period[]): Period {
  const { region, tail } = value.clause;
  const issued = block.place.plan.date;
  if (mention !== null) {
    const years = new Set(block.mentions.filter((one) => one.period.kind === 'year').map((one) => one.period.text));
    return resolvePeriod(mention, governing, { isMilestone: years.size >= fewestYears, issued });
  }
  const { whole } = state;
  const isOfWhole = whole !== null && (value.parent === whole.named.name || isShareOf(value, whole.named.name));
  if (isOfWhole) return whole.period;
  const ofYear = wholeYear.test(block.plain.flat.slice(region.start, tail.end)) ? yearAbove(governing) : null;
  if (ofYear !== null) return ofYear;
  if (
    isDoneYearly(block.plain, value) &&
    governing[0]?.kind !== 'year' &&
    governing.some((one) => one.kind === 'range' && /^\d/.test(one.text))
  )
    return resolvePeriod({ period: yearlyPeriod(null), preposition: null }, governing);
  const isOfTerm = wholeTerm.test(block.plain.flat.slice(region.start, tail.end));
  const term = isOfTerm ? governing.find((one) => one.kind === 'range') : undefined;
  return resolvePeriod(null, term === undefined ? governing : [term], { issued });
}
