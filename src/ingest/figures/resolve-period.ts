import { noPeriod, type Period } from '../../domain/period.ts';
import { type PeriodPreposition, withYears } from '../../vietnamese/period.ts';
import { untilPeriod, yearlyUntil } from '../../vietnamese/period-forms.ts';

export type MeantPeriod = { period: Period; preposition: PeriodPreposition | null };

/**
 * The period of a value: `named` is what its clause says (null: nothing); `governing` what holds above it, nearest first (sentence,
 * lead-in, headings, the document). "vào năm 2025" under a plan for 2020-2025 is the end of the plan: "đến 2025"; "hằng năm" takes its
 * years from the nearest span. One of several years set in a row (`isMilestone`) is that year. Without any of them: `noPeriod`.
 */
export function resolvePeriod(named: MeantPeriod | null, governing: readonly Period[], isMilestone = false): Period {
  const known = governing.filter((period) => period.kind !== 'none');
  if (named === null) {
    const first = known[0];
    return first === undefined ? noPeriod : completed(first, known.slice(1));
  }
  const span = known.find((period) => period.kind === 'range');
  const { period, preposition } = named;
  if (period.kind === 'year' && preposition === 'vào' && span !== undefined && !isMilestone)
    return untilPeriod(Number(period.text));
  return completed(period, known);
}

function completed(period: Period, governing: readonly Period[]): Period {
  const span = governing.find((one) => one.kind === 'range');
  if (span?.from != null && span.to != null) {
    return withYears(period, { first: Number(span.from.slice(0, 4)), last: Number(span.to.slice(0, 4)) });
  }
  const last = governing.find((one) => one.to !== null)?.to;
  // "Chỉ tiêu đến năm 2025: … hằng năm đạt 100%"
  const isOpen = period.kind.startsWith('yearly') && period.to === null;
  const above = governing.find((one) => !one.kind.startsWith('yearly'));
  if (isOpen && above?.kind === 'until' && above.to?.endsWith('-12-31'))
    return yearlyUntil(period, Number(above.to.slice(0, 4)));
  const isPartOfYear = period.kind === 'quarter' || period.kind === 'half' || period.kind === 'nine_months';
  if (!isPartOfYear || last == null) return period;
  const year = Number(last.slice(0, 4));
  return withYears(period, { first: year, last: year });
}
