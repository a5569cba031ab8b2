import { type Period, yearsOf } from '../domain/period.ts';
import { periodCovers } from '../vietnamese/period.ts';

/**
 * Whether a target set for one period answers a question about another. A year inside a term is not answered by what is set for the
 * whole term, only by what is set for each of its years; the last year of a term is, because its targets are to be reached then.
 * `fallback` is the period its directive governs, for a target that names none.
 */
export function answersPeriod(target: Period, asked: Period | null, fallback: Period): boolean {
  if (asked === null || isTimeless(asked)) return true;
  const set = target.kind === 'none' ? fallback : target;
  if (isDay(set) || isDay(asked)) return set.to === asked.to && set.from === asked.from;
  const relation = periodCovers(set, asked);
  if (relation === 'same' || relation === 'ends_in') return true;
  if (relation !== 'within' && relation !== 'part') return false;
  if (set.kind === 'yearly') return true;
  return hasSameYears(set, asked) && isWholeYears(asked) && isWholeYears(set);
}

/** What was achieved over several years is not what was achieved in the last of them. */
export function isOfYears(period: Period, asked: Period | null): boolean {
  const [own, wanted] = [yearsOf(period), yearsOf(asked ?? period)];
  return own?.first === wanted?.first && own?.last === wanted?.last;
}

/** "hằng năm" without years restricts nothing. */
const isTimeless = (period: Period): boolean => period.from === null && period.to === null;

/** "đến 30/9/2026": a day inside a year stands for itself alone. */
const isDay = (period: Period): boolean =>
  period.kind === 'until' && period.to !== null && !period.to.endsWith('-12-31');

const partKinds: readonly Period['kind'][] = ['quarter', 'half', 'nine_months', 'month'];

const isWholeYears = (period: Period): boolean => !partKinds.includes(period.kind);

function hasSameYears(left: Period, right: Period): boolean {
  const [a, b] = [yearsOf(left), yearsOf(right)];
  return a !== null && b !== null && a.first === b.first && a.last === b.last;
}

/** A period as read in a sentence ("năm 2023", "giai đoạn 2021-2025"); empty when none is stated. */
export function periodWords(period: Period): string {
  if (period.kind === 'none') return '';
  if (period.kind === 'year') return /^\d/.test(period.text) ? `năm ${period.text}` : period.text;
  if (period.kind === 'range') return /^\d/.test(period.text) ? `giai đoạn ${period.text}` : period.text;
  if (period.kind === 'until') return period.text.replace(/^(đến|trước) (?=\d{4}$)/, '$1 năm ');
  return period.text;
}
