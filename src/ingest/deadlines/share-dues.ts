import type { BoundDue } from './bound-due.ts';

/** Dates of one clause with what is said once for several of them: how often, the year, and days of one recurrence made one. */
export const shareBetween = (dues: readonly BoundDue[]): BoundDue[] => joinMonthDays(shareYears(shareCycles(dues)));

/** "Sáu tháng một lần, trước ngày 10/6 và ngày 10/12": how often holds for both. */
function shareCycles(dues: readonly BoundDue[]): BoundDue[] {
  return dues.map((due, at) => {
    const last = dues[at - 1];
    const isNext = last !== undefined && due.start - last.end <= 10 && last.term.kind === due.term.kind;
    return isNext && due.cycle === null && due.period === null ? { ...due, cycle: last.cycle } : due;
  });
}

/** "trước ngày 10/6 và ngày 05/12/2026", "… 01/6 và 15/11 hằng năm": what only the last date of a clause says holds for those before it. */
function shareYears(dues: readonly BoundDue[]): BoundDue[] {
  const shared: BoundDue[] = [];
  for (const due of [...dues].reverse()) {
    const next = shared.at(-1);
    const { term } = due;
    const isBare = term.kind === 'day' && term.year === null && term.place === null;
    if (
      next === undefined ||
      !isBare ||
      next.term.kind !== 'day' ||
      (term.month === null) !== (next.term.month === null)
    ) {
      shared.push(due);
      continue;
    }
    const isNear = next.start - due.end <= 6;
    const { year } = next.term;
    // A day with a stretch of its own is of no other's month.
    const isApart = due.period !== null || next.period !== null;
    const place = isApart && next.term.place !== 'every_year' ? null : next.term.place;
    const takes = isNear || place === 'every_year' || (place === 'every_month' && due.cycle === null);
    const cycle = due.cycle ?? (isNear && !isApart ? next.cycle : null);
    shared.push(takes ? { ...due, term: { ...term, year, place }, cycle } : due);
  }
  return shared.reverse();
}

/** Two days of every month on which a thing is due are one recurrence. */
function joinMonthDays(dues: readonly BoundDue[]): BoundDue[] {
  const joined: BoundDue[] = [];
  for (const due of dues) {
    const last = joined.at(-1);
    const isPair =
      last?.term.kind === 'day' &&
      due.term.kind === 'day' &&
      last.binding === 'on' &&
      due.binding === 'on' &&
      due.start - last.end <= 6;
    if (
      isPair &&
      last.term.kind === 'day' &&
      last.term.place === 'every_month' &&
      due.term.kind === 'day' &&
      due.term.place === 'every_month'
    ) {
      joined[joined.length - 1] = { ...due, start: last.start, days: [...last.days, ...due.days] };
    } else joined.push(due);
  }
  return joined;
}
