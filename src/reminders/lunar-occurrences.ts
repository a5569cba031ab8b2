import { fromLunar, type LunarDate, lastOfLunarMonth } from '../domain/lunar-date.ts';
import { partNumbers, type RuleParts } from '../domain/recurrence-rule.ts';

type Month = Omit<LunarDate, 'day'>;

/**
 * The days of a lunar rule between two days, both included: BYMONTHDAY of every lunar month, leap months too, or of the months of BYMONTH, never
 * a leap one. Day 30 of a month of 29 is its last; -1 is the last. COUNT, INTERVAL and other parts are not read.
 */
export function lunarOccurrences(parts: RuleParts, { first, last }: { first: string; last: string }): string[] {
  const days = partNumbers(parts, 'BYMONTHDAY');
  const found: string[] = [];
  for (let year = Number(first.slice(0, 4)) - 1; year <= Number(last.slice(0, 4)); year++)
    for (const month of monthsOf(parts, year)) for (const day of days) found.push(...dayOf(month, day));
  return [...new Set(found)].filter((date) => date >= first && date <= last).sort();
}

function monthsOf(parts: RuleParts, year: number): Month[] {
  const named = partNumbers(parts, 'BYMONTH');
  const plain = (named.length > 0 ? named : Array.from({ length: 12 }, (_, at) => at + 1)).map((month) => ({
    year,
    month,
    isLeap: false,
  }));
  return named.length > 0 ? plain : [...plain, ...plain.map((month) => ({ ...month, isLeap: true }))];
}

function dayOf(month: Month, day: number): string[] {
  const date = day === -1 ? lastOfLunarMonth(month) : (fromLunar({ ...month, day }) ?? lastOf30(month, day));
  return date === null ? [] : [date];
}

const lastOf30 = (month: Month, day: number): string | null => (day === 30 ? lastOfLunarMonth(month) : null);
