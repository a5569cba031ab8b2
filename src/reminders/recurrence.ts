import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { addDays, dateOf } from '../domain/calendar-date.ts';
import { type RuleParts, ruleParts } from '../domain/recurrence-rule.ts';
import { lunarOccurrences } from './lunar-occurrences.ts';
import { withShortMonths } from './short-months.ts';
import type { WorkingDays } from './working-days.ts';

/** A rule and the first day (or instant) it holds; `time` "08:30" matters only where UNTIL names an hour. */
export type Recurrence = { rrule: string; start: string; time?: string | null };

export type RecurrenceContext = {
  /** Needed by rules with X-WORKDAY. */
  calendar: WorkingDays;
  zone?: string;
};

const ZONE = 'Asia/Ho_Chi_Minh';

/**
 * The days of a rule from `from` to `to`, both included, in order; empty when there are none. A day that a month has not (30, 31, 29/2) falls
 * on the last day of that month: a monthly report is owed in February too. Throws RangeError for a text that is no rule.
 */
export function occurrences(
  rule: Recurrence,
  { from, to }: { from: string; to: string },
  { calendar, zone = ZONE }: RecurrenceContext,
): string[] {
  const parts = ruleParts(rule.rrule);
  if (parts === null) throw new RangeError(`not a recurrence rule: ${rule.rrule}`);
  const start = rule.start.slice(0, 10);
  const first = start > from ? start : from;
  if (first > to) return [];
  if (parts.get('RSCALE') === 'VIETNAMESE') return lunarOccurrences(parts, { first, last: to });
  const nth = Number(parts.get('X-WORKDAY'));
  if (Number.isInteger(nth) && nth !== 0) return nthWorkingDays(parts, { nth, first, last: to, calendar });
  const days = civilDays(parts, { rule: { ...rule, start }, first, last: to, zone });
  return parts.get('X-WORKDAY') === 'ONLY' ? days.filter(calendar.isWorkingDay) : days;
}

/** By RFC 5545 at the rule's own hour in its zone; the zone and clock of the host play no part. */
function civilDays(
  parts: RuleParts,
  { rule, first, last, zone }: { rule: Recurrence; first: string; last: string; zone: string },
): string[] {
  const time = (rule.time ?? '00:00').replace(':', '');
  const rrule = new RRuleTemporal({
    temporal: Temporal,
    rruleString: `DTSTART;TZID=${zone}:${rule.start.replaceAll('-', '')}T${time}00\nRRULE:${withShortMonths(parts)}`,
  });
  const at = (date: string, clock: string) => Temporal.ZonedDateTime.from(`${date}T${clock}[${zone}]`);
  const found = rrule.between(at(first, '00:00:00'), at(last, '23:59:59'), true);
  return [...new Set(found.map((each) => each.toPlainDate().toString()))];
}

/** The n-th working day of each month, or the n-th from its end. */
function nthWorkingDays(
  parts: RuleParts,
  { nth, first, last, calendar }: { nth: number; first: string; last: string; calendar: WorkingDays },
): string[] {
  const months = parts.get('BYMONTH')?.split(',').map(Number) ?? null;
  const days: string[] = [];
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = nextMonth(month)) {
    const day = nth > 0 ? calendar.add(addDays(month, -1), nth) : calendar.add(nextMonth(month), nth);
    const isMeant = months === null || months.includes(Number(month.slice(5, 7)));
    if (isMeant && day >= first && day <= last && day.slice(0, 7) === month.slice(0, 7)) days.push(day);
  }
  return days;
}

const nextMonth = (first: string): string => dateOf(Number(first.slice(0, 4)), Number(first.slice(5, 7)) + 1, 1);
