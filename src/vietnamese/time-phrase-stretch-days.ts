import { addDays, dateOf, weekday } from '../domain/calendar-date.ts';
import type { Stretch } from './time-phrase-piece.ts';

export type StretchDays = { first: string; last: string };

/**
 * First and last day of a stretch. An open one ("cuối tháng"), or a month or quarter without its year, is the present one, or the next where
 * `isOver` says that the present one no longer serves.
 */
export function stretchDays(of: Stretch, today: string, isOver: (days: StretchDays) => boolean): StretchDays {
  const present = daysOf(of, today, 0);
  const isFixed = of.by !== null || of.year !== null;
  return isFixed || !isOver(present) ? present : daysOf(of, today, 1);
}

function daysOf({ unit, by, number, year }: Stretch, today: string, later: number): StretchDays {
  const [thisYear, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const step = (by ?? 0) + (number === null ? later : 0);
  const inYear = (year ?? thisYear) + (number === null ? 0 : later);
  if (unit === 'week') {
    const first = addDays(today, 1 - weekday(today) + 7 * step);
    return { first, last: addDays(first, 6) };
  }
  if (unit === 'month') return months(inYear, (number ?? thisMonth) + step, 1);
  if (unit === 'quarter') return months(inYear, ((number ?? Math.ceil(thisMonth / 3)) + step) * 3 - 2, 3);
  return months((year ?? thisYear) + step, 1, 12);
}

function months(year: number, first: number, count: number): StretchDays {
  return { first: dateOf(year, first, 1), last: dateOf(year, first + count - 1, 31) };
}

const unitNames = { week: 'tuần', month: 'tháng', quarter: 'quý', year: 'năm' };

/** "tháng 12/2026", "quý I/2027", "năm 2026", "tuần từ 23/11/2026 đến 29/11/2026". */
export function sayStretch(of: Stretch, { first, last }: StretchDays): string {
  const year = first.slice(0, 4);
  const month = Number(first.slice(5, 7));
  const name = unitNames[of.unit];
  if (of.unit === 'week') return `${name} từ ${said(first)} đến ${said(last)}`;
  if (of.unit === 'month') return `${name} ${month}/${year}`;
  if (of.unit === 'quarter') return `${name} ${['I', 'II', 'III', 'IV'][(month - 1) / 3]}/${year}`;
  return `${name} ${year}`;
}

const said = (date: string): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
