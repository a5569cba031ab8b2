import { noPeriod, type Period } from '../../domain/period.ts';
import { type PeriodPreposition, withYears } from '../../vietnamese/period.ts';
import { fromPeriod, untilPeriod, yearlyUntil } from '../../vietnamese/period-forms.ts';

import { thisYear } from './open-mentions.ts';

export type MeantPeriod = { period: Period; preposition: PeriodPreposition | null };

/** `isMilestone`: one of several years set in a row. `issued`: the day the document was issued, ISO; null where unknown. */
export type PeriodContext = { isMilestone?: boolean; issued?: string | null };

/**
 * The period of a value: `named` is what its clause says (null: nothing); `governing` what holds above it, nearest first (sentence,
 * lead-in, headings, the document). "vào năm 2025" is a level to be reached by then, "đến 2025", but in a plan for 2025 or amid milestones;
 * "hằng năm" takes its years from the nearest span, "quý II" its year from the nearest time within a year, else from the day of issue.
 * Without any of them: `noPeriod`.
 */
export function resolvePeriod(
  named: MeantPeriod | null,
  governing: readonly Period[],
  { isMilestone = false, issued = null }: PeriodContext = {},
): Period {
  const known = governing.filter((period) => period.kind !== 'none');
  if (named === null) {
    const first = known[0];
    return first === undefined ? noPeriod : completed(first, known.slice(1), issued);
  }
  const { period, preposition } = named;
  // "sau năm 2025 duy trì 95%"
  if (period.kind === 'year' && preposition === 'sau') return fromPeriod(Number(period.text) + 1);
  const isPlanned = known.some((one) => one.kind === 'year' && one.text === period.text) && !isFar(period, issued);
  if (period.kind === 'year' && preposition === 'vào' && !isPlanned && !isMilestone)
    return untilPeriod(Number(period.text));
  return completed(period, known, issued);
}

/** "Mục tiêu 2030" in a paper of 2022: more than a year ahead. */
const isFar = (period: Period, issued: string | null): boolean =>
  issued !== null && Number(period.text) > Number(issued.slice(0, 4)) + 1;

function completed(period: Period, governing: readonly Period[], issued: string | null): Period {
  if (period.from !== null || period.to !== null) return period;
  const isOfTerm = period.kind.startsWith('yearly') || period.kind === 'until';
  return isOfTerm ? inTerm(period, governing) : inYear(period, governing, issued);
}

/** "hằng năm", "đến cuối nhiệm kỳ": of the nearest span; "hằng năm" under "đến năm 2025" up to then. */
function inTerm(period: Period, governing: readonly Period[]): Period {
  const span = governing.map(yearsWithin).find((years) => years !== null && years.first !== years.last);
  if (span != null) return withYears(period, span);
  const above = governing.find((one) => !one.kind.startsWith('yearly'));
  const isUntil = period.kind !== 'until' && above?.kind === 'until' && above.to?.endsWith('-12-31') === true;
  return isUntil ? yearlyUntil(period, Number(above.to?.slice(0, 4))) : period;
}

/** "quý II", "tháng 8", "cuối năm", "năm nay": of the nearest year; of the year of issue where a longer time governs. */
function inYear(period: Period, governing: readonly Period[], issued: string | null): Period {
  const years = governing.map(yearsWithin);
  const near = years.find((one) => one !== null && one.first === one.last)?.last;
  const year = period.text === thisYear && issued !== null ? Number(issued.slice(0, 4)) : near;
  if (year !== undefined) return withYears(period, { first: year, last: year });
  if (issued === null) return period.kind === 'year' ? noPeriod : period;
  const own = Number(issued.slice(0, 4));
  return withYears(period, { first: own, last: own });
}

const yearsWithin = ({ from, to }: Period): { first: number; last: number } | null =>
  from === null || to === null ? null : { first: Number(from.slice(0, 4)), last: Number(to.slice(0, 4)) };
