import { addDays } from '../domain/calendar-date.ts';
import type { OnceWhen, RecurringWhen, When } from '../domain/when.ts';
import { describeRule } from './describe-rule.ts';
import { sayDay, sayShortDate, sayTime } from './say-day.ts';

/** How long before something people asked to be reminded. */
export type LeadTimes = { days?: readonly number[]; minutes?: readonly number[] };

/**
 * What was understood, in full, for the person to confirm: "thứ Sáu, ngày 27/11/2026, 15 giờ" · "thứ Ba, ngày 24/11/2026 (trước ngày 25/11/2026)" ·
 * "ngày 19 hằng tháng (trước ngày 20), nhắc trước 3 ngày". Reading it again gives the same moment or rule.
 */
export function describeWhen(when: When, lead: LeadTimes = {}): string {
  const own = when.kind === 'once' ? describeOnce(when) : describeRecurring(when);
  return [own, ...describeLead(lead)].join(', ');
}

function describeOnce({ at, dayOnly, bound = 'on' }: OnceWhen): string {
  const date = at.slice(0, 10);
  const time = dayOnly ? null : sayTime(at.slice(11, 16));
  if (bound === 'before')
    return time === null ? `${sayDay(date)} (trước ngày ${dayAfter(date)})` : `trước ${time}, ${sayDay(date)}`;
  const day = time === null ? sayDay(date) : `${sayDay(date)}, ${time}`;
  return bound === 'by' ? `chậm nhất ${day}` : day;
}

const dayAfter = (date: string): string => sayShortDate(addDays(date, 1));

function describeRecurring({ rrule, start, time, bound = 'on' }: RecurringWhen): string {
  const { words, until, bracket } = describeRule(rrule, { start: start.slice(0, 10), bound });
  const hour =
    time === null ? '' : `, ${bound === 'before' ? 'trước ' : bound === 'by' ? 'chậm nhất ' : ''}${sayTime(time)}`;
  const isByDay = bound === 'by' && time === null;
  const restated = bound === 'before' && time === null ? bracket : '';
  return `${isByDay ? 'chậm nhất ' : ''}${words}${restated}${hour}${until}`;
}

function describeLead({ days = [], minutes = [] }: LeadTimes): string[] {
  const of = (amounts: readonly number[], unit: string): string[] =>
    amounts.length === 0 ? [] : [`nhắc trước ${listed(amounts)} ${unit}`];
  return [...of(days, 'ngày'), ...of(minutes, 'phút')];
}

/** "7, 3 và 1" */
const listed = (amounts: readonly number[]): string =>
  amounts.length < 2 ? amounts.join('') : `${amounts.slice(0, -1).join(', ')} và ${amounts.at(-1)}`;
