import { RRuleTemporal } from 'rrule-temporal';
import { addDays, dateOf } from '../domain/calendar-date.ts';
import { type RuleParts, ruleParts } from '../domain/recurrence-rule.ts';
import { wallTime } from '../domain/zoned-time.ts';
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
  const until =
    onTheWall(parts, zone)
      .get('UNTIL')
      ?.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3') ?? to;
  const last = until < to ? until : to;
  if (parts.get('RSCALE') === 'VIETNAMESE') return lunarOccurrences(parts, { first, last });
  const nth = Number(parts.get('X-WORKDAY'));
  if (Number.isInteger(nth) && nth !== 0) return nthWorkingDays(parts, { nth, first, last, calendar });
  const days = civilDays(parts, { rule: { ...rule, start }, first, last: to, zone });
  return parts.get('X-WORKDAY') === 'ONLY' ? days.filter(calendar.isWorkingDay) : days;
}

/**
 * By RFC 5545 at the rule's own hour. Reckoned as if the wall clock were UTC: days and hours come out as on the wall, whatever the zone and clock
 * of the host, and six times as fast as in a zone.
 */
function civilDays(
  parts: RuleParts,
  { rule, first, last, zone }: { rule: Recurrence; first: string; last: string; zone: string },
): string[] {
  const time = (rule.time ?? '00:00').replace(':', '');
  const rrule = new RRuleTemporal({
    rruleString: `DTSTART:${rule.start.replaceAll('-', '')}T${time}00Z\nRRULE:${withShortMonths(onTheWall(parts, zone))}`,
  });
  const found = rrule.between(new Date(`${first}T00:00:00Z`), new Date(`${last}T23:59:59Z`), true);
  return [...new Set(found.map(({ epochMilliseconds }) => new Date(epochMilliseconds).toISOString().slice(0, 10)))];
}

/** UNTIL is written in UTC (RFC 5545, 3.3.10); here it is what the wall clock shows then, or the end of a day without an hour. */
function onTheWall(parts: RuleParts, zone: string): RuleParts {
  const until = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(parts.get('UNTIL') ?? '');
  if (until === null) return parts;
  const [, year, month, day, hour = '23', minute = '59', second = '59', isUtc = ''] = until;
  const wall =
    isUtc === ''
      ? { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` }
      : wallTime(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`, zone);
  const value = `${wall.date.replaceAll('-', '')}T${wall.time.replace(':', '')}${second}Z`;
  return new Map([...parts, ['UNTIL', value]]);
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
