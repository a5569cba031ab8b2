import { bindingBefore, carriedBinding, withoutHour } from './due-binding.ts';
import { cycleOf } from './due-cycle.ts';
import { type DayTerm, type DueTerm, type FoundTerm, findDueTerms } from './due-term.ts';
import { periodBefore, periodBehind, type ReportPeriod } from './report-period.ts';
import { shareBetween } from './share-dues.ts';
import { takeTurns } from './take-turns.ts';

/** before: not on that day any more · by: that day at the latest · within: any time inside · on: that very day. */
export type DueBinding = 'before' | 'by' | 'within' | 'on';

/** How often a report is due, by the words around its date. */
export type DueCycle = 'week' | 'month' | 'quarter' | 'half' | 'nine' | 'year';

/** A date that binds someone. Offsets in the folded text it was found in, from the binding word to the end. */
export type BoundDue = {
  binding: DueBinding;
  term: DueTerm;
  /** "17:00", or null. */
  hour: string | null;
  cycle: DueCycle | null;
  /** The stretch that a report due then is of, where one is named beside the date; else null. */
  period: ReportPeriod | null;
  /** The day from which on it runs ("từ ngày 01/3 đến ngày 15/3"), or null. */
  from: DayTerm | null;
  /** Days of the month that share one recurrence ("ngày 15 và ngày 30 hằng tháng"); just the own day for most, none without a day. */
  days: number[];
  start: number;
  end: number;
};

/** More dates than this in one clause are a list of something else. */
const mostTerms = 24;

/** Dates that bind, in order. */
export function findBoundDues(folded: string): BoundDue[] {
  const terms = findDueTerms(folded).slice(0, mostTerms);
  const dues: BoundDue[] = [];
  let from = 0;
  for (const [at, found] of terms.entries()) {
    const bound = bindingBefore(folded, found) ?? carriedBinding(folded, found, dues.at(-1));
    if (bound === null || isOfLastWeek(folded, found)) continue;
    const behind = periodBehind(folded, found.end);
    const period = behind ?? periodBefore(folded, from, bound.start);
    dues.push({
      ...bound,
      term: yearlyBy(found.term, folded.slice(from, bound.start)),
      period,
      cycle: cycleOf(found.term, period, {
        before: folded.slice(Math.max(from, bound.start - 90), bound.start),
        after: folded.slice(found.end, terms[at + 1]?.start),
      }),
      from: fromDay(folded, terms[at - 1], bound.start),
      days: found.term.kind === 'day' ? [found.term.day] : [],
      end: found.end,
    });
    from = behind?.end ?? found.end;
  }
  return shareBetween(takeTurns(folded, dues));
}

/** The day right before a last day, where "từ" leads it: "từ ngày 01/3 đến ngày 15/3". */
function fromDay(folded: string, before: FoundTerm | undefined, start: number): DayTerm | null {
  if (before === undefined || before.term.kind !== 'day' || !/^[ ,)]{0,3}$/.test(folded.slice(before.end, start)))
    return null;
  const head = withoutHour(folded.slice(Math.max(0, before.start - 40), before.start));
  const isMoved = /(?<![a-z])(?:lui|doi|gia han|dieu chinh|chuyen|keo dai)(?: [a-z]+){0,6} tu/.test(head);
  return !isMoved && /(?<![a-z])(?:tu|bat dau|ke tu)(?: ngay)? ?$/.test(head) ? before.term : null;
}

/** "thứ Sáu tuần cuối tháng" comes once a month. */
const isOfLastWeek = (folded: string, { term, end }: FoundTerm): boolean =>
  term.kind === 'weekday' && /^ tuan (?:cuoi|dau)/.test(folded.slice(end));

/** "Hằng năm, trước ngày 30 tháng 11", "báo cáo kết quả hằng năm … trước ngày 05/12": the words before make it a day of every year. */
function yearlyBy(term: DueTerm, before: string): DueTerm {
  const isBare = term.kind === 'day' && term.month !== null && term.year === null && term.place === null;
  return isBare && /(?:hang|moi) nam[^.;]{0,90}$/.test(before) ? { ...term, place: 'every_year' } : term;
}
