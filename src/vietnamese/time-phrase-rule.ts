import { addDays, daysInMonth, weekday } from '../domain/calendar-date.ts';
import { lastOfLunarMonth, toLunar } from '../domain/lunar-date.ts';
import type { Refusal } from './time-phrase-hour.ts';
import type { Reading } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';

/** An RRULE without DTSTART, and whether it holds a day (INTERVAL, UNTIL and COUNT apart). */
export type RulePlan = { rrule: string; holds(date: string): boolean };

/** Day of a month; 29 to 31 fall on the last day of a shorter one, -1 is the last. */
export type MonthDay = { month: number; day: number };

const weekdayCodes = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const dayNumber = (date: string): number => Number(date.slice(8));
const monthNumber = (date: string): number => Number(date.slice(5, 7));
const yearNumber = (date: string): number => Number(date.slice(0, 4));
const lastDay = (date: string): number => daysInMonth(yearNumber(date), monthNumber(date));

const withInterval = (every: number): string => (every === 1 ? '' : `;INTERVAL=${every}`);

export const daily = (every: number): RulePlan => ({ rrule: `FREQ=DAILY${withInterval(every)}`, holds: () => true });

export function everyWorkingDay({ calendar }: Reading): RulePlan | Refusal {
  if (calendar === undefined) return refuse(refusals.noCalendar);
  return { rrule: 'FREQ=DAILY;X-WORKDAY=ONLY', holds: (date) => calendar.isWorkingDay(date) };
}

export const weekly = (days: readonly number[], every: number): RulePlan => ({
  rrule: `FREQ=WEEKLY${withInterval(every)};BYDAY=${days.map((day) => weekdayCodes[day]).join(',')}`,
  holds: (date) => days.includes(weekday(date)),
});

/** Days of every month, or of the months named; -1 is the last. */
export function monthly(
  days: readonly number[],
  { every, months }: { every: number; months: readonly number[] | null },
): RulePlan | Refusal {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const long = sorted.filter((day) => day > 28 || day < 0);
  if (long.length > 1) return refuse(refusals.twoLongDays);
  const byMonth = months === null ? '' : `;BYMONTH=${months.join(',')}`;
  const holds = (date: string): boolean => {
    const isOn = sorted.some(
      (day) => day === dayNumber(date) || (dayNumber(date) === lastDay(date) && (day === -1 || day > lastDay(date))),
    );
    return isOn && (months === null || months.includes(monthNumber(date)));
  };
  return { rrule: `FREQ=MONTHLY${withInterval(every)}${byMonth};${monthDays(sorted)}`, holds };
}

/** A set of candidates a month, of which the last is taken where the day wished is not there (RFC 5545 would leave that month out). */
function monthDays(sorted: readonly number[]): string {
  const longest = sorted.find((day) => day > 28);
  if (longest === undefined) return `BYMONTHDAY=${sorted.join(',')}`;
  const short = sorted.filter((day) => day <= 28);
  const stretch = [28, 29, 30, 31].filter((day) => day <= longest && !short.includes(day));
  return `BYMONTHDAY=${[...short, ...stretch].join(',')};BYSETPOS=${[...short.map((_, at) => at + 1), -1].join(',')}`;
}

export function nthOfMonth(
  nth: number,
  day: number | 'working',
  { reading, months, every }: { reading: Reading; months: readonly number[] | null; every: number },
): RulePlan | Refusal {
  const byMonth = months === null ? '' : `;BYMONTH=${months.join(',')}`;
  const isInMonths = (date: string): boolean => months === null || months.includes(monthNumber(date));
  if (day !== 'working') {
    const ofMonth = (date: string): number =>
      nth > 0 ? Math.ceil(dayNumber(date) / 7) : -Math.ceil((lastDay(date) - dayNumber(date) + 1) / 7);
    return {
      rrule: `FREQ=MONTHLY${withInterval(every)}${byMonth};BYDAY=${nth}${weekdayCodes[day]}`,
      holds: (date) => weekday(date) === day && ofMonth(date) === nth && isInMonths(date),
    };
  }
  const { calendar } = reading;
  if (calendar === undefined) return refuse(refusals.noCalendar);
  if (every !== 1) return refuse(refusals.nthEvery);
  const edge = (date: string): string =>
    nth > 0 ? addDays(date, -dayNumber(date)) : addDays(date, lastDay(date) - dayNumber(date) + 1);
  return {
    rrule: `FREQ=MONTHLY${byMonth};X-WORKDAY=${nth}`,
    holds: (date) => isInMonths(date) && calendar.add(edge(date), nth) === date,
  };
}

/** Days of the year. Several are told apart by their place among all days that their months and days make together. */
export function yearly(days: readonly MonthDay[], every: number): RulePlan | Refusal {
  const [first] = days;
  if (first === undefined) return refuse(refusals.whichDayOfYear);
  const same = days.every(({ day }) => day === first.day);
  const isLeapDay = days.some(({ month, day }) => month === 2 && day === 29);
  if (isLeapDay && days.length > 1) return refuse(refusals.manyDays);
  const months = [...new Set(days.map(({ month }) => month))].sort((a, b) => a - b);
  if (same && first.day > 0 && every === 1 && isEachQuarter(months)) return monthly([first.day], { every, months });
  const prefix = `FREQ=YEARLY${withInterval(every)};BYMONTH=${months.join(',')}`;
  const holds = (date: string): boolean =>
    days.some(
      ({ month, day }) =>
        month === monthNumber(date) &&
        (day === dayNumber(date) || ((day === -1 || day > lastDay(date)) && dayNumber(date) === lastDay(date))),
    );
  if (isLeapDay) return { rrule: `${prefix};BYMONTHDAY=28,29;BYSETPOS=-1`, holds };
  if (same) return { rrule: `${prefix};BYMONTHDAY=${first.day}`, holds };
  if (days.some(({ day }) => day < 0)) return refuse(refusals.manyDays);
  const numbers = [...new Set(days.map(({ day }) => day))].sort((a, b) => a - b);
  const all = months.flatMap((month) =>
    numbers.filter((day) => day <= daysInMonth(2027, month)).map((day) => ({ month, day })),
  );
  if (all.some(({ month, day }) => month === 2 && day === 29) || (numbers.includes(29) && months.includes(2)))
    return refuse(refusals.manyDays);
  const places = all.flatMap((one, at) =>
    days.some(({ month, day }) => month === one.month && day === one.day) ? [at + 1] : [],
  );
  return { rrule: `${prefix};BYMONTHDAY=${numbers.join(',')};BYSETPOS=${places.join(',')}`, holds };
}

const isEachQuarter = (months: readonly number[]): boolean =>
  months.length === 4 && months.every((month, at) => month === (months[0] ?? 0) + 3 * at);

/** Days of every lunar month, or of one month of the lunar year; -1, and 30 in a month of 29, is the last. */
export function lunar(days: readonly number[], month: number | null): RulePlan {
  const byMonth = month === null ? 'FREQ=MONTHLY' : `FREQ=YEARLY;BYMONTH=${month}`;
  return {
    rrule: `RSCALE=VIETNAMESE;${byMonth};BYMONTHDAY=${days.join(',')}`,
    holds: (date) => {
      const on = toLunar(date);
      if (month !== null && (on.month !== month || on.isLeap)) return false;
      const isLast = (days.includes(-1) || days.includes(30)) && lastOfLunarMonth(on) === date;
      return isLast || days.includes(on.day);
    },
  };
}

const refuse = (reason: string): Refusal => ({ kind: 'refused', reason });
