import type { Period } from '../domain/period.ts';

/**
 * How a target's period answers the period asked for, best first:
 * same · ends_in (a range, "đến" or "cuối năm" that ends in the year asked, or in the year the range asked ends in) ·
 * within (the time asked lies inside the target's: 2023 of 2021-2025, or of "hằng năm 2021-2025") ·
 * part (the target's lies inside the time asked: quý IV/2026 of 2026) · none.
 * Only `same` answers outright; for the others the reader must be shown the target's own period.
 */
export type PeriodRelation = 'same' | 'ends_in' | 'within' | 'part' | 'none';

const earliest = '0000-01-01';
const latest = '9999-12-31';

/** Whether two periods share a day; periods without any day share none. */
export function periodsOverlap(left: Period, right: Period): boolean {
  if (isDayless(left) || isDayless(right)) return false;
  return (left.from ?? earliest) <= (right.to ?? latest) && (right.from ?? earliest) <= (left.to ?? latest);
}

const isDayless = (period: Period): boolean => period.from === null && period.to === null;

/** Relation of the period of a target to the period asked for. A period without days relates only to itself. */
export function periodCovers(target: Period, asked: Period): PeriodRelation {
  if (target.text === asked.text) return 'same';
  if (isDayless(target) || isDayless(asked)) return 'none';
  if (endsWhereAsked(target, asked)) return 'ends_in';
  if (target.from !== null && lies(asked, target)) return 'within';
  if (isLastOfYearly(target, asked)) return 'within';
  return asked.from !== null && target.from !== null && lies(target, asked) ? 'part' : 'none';
}

/** "hằng năm đến 2025" holds for 2025; from when on is not said. */
const isLastOfYearly = (target: Period, asked: Period): boolean =>
  target.kind === 'yearly' && target.from === null && asked.kind === 'year' && asked.to === target.to;

const lies = (inner: Period, outer: Period): boolean =>
  (inner.from ?? inner.to ?? earliest) >= (outer.from ?? earliest) && (inner.to ?? latest) <= (outer.to ?? latest);

const endKinds: readonly Period['kind'][] = ['range', 'until', 'year_end', 'year'];

/** Ends are compared among kinds that state a level or a total at their end; months and yearly rates have none. */
function endsWhereAsked(target: Period, asked: Period): boolean {
  if (!endKinds.includes(target.kind) || !endKinds.includes(asked.kind)) return false;
  return target.to !== null && target.to === asked.to && !isYearOf(target, asked);
}

/** A plain year is not an answer for a whole range asked that happens to end in it. */
const isYearOf = (target: Period, asked: Period): boolean => target.kind === 'year' && asked.kind === 'range';
