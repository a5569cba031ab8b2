import { allMatches } from './all-matches.ts';
import { fold } from './fold.ts';

export type FoundDate = {
  /** ISO date. */
  date: string;
  start: number;
  end: number;
};

/** `year` completes dates that name none ("ngày 16 tháng 12", "trước 16/12"); without it such dates are left out. */
export type DateOptions = { year?: number | undefined };

const year = '((?:19|20)\\d\\d)';
const day = '(\\d{1,2})';
const month = '(\\d{1,2})';

type DatePattern = {
  /** Matches folded text. */
  pattern: RegExp;
  /** Places of day, month and year among the groups; year 0: taken from the options. */
  order: readonly [day: number, month: number, year: number];
};

/** In this order; an earlier pattern's match is never read again by a later one. */
const datePatterns: readonly DatePattern[] = [
  // ngày 19 tháng 8 năm 2021 · 19 tháng 8, 2021 · ngày 05 tháng 01 năm 2020
  {
    pattern: new RegExp(
      `(?<![\\d.,/])(?:ngay\\s{0,3})?${day}\\s{0,3}thang\\s{0,3}${month}\\s{0,3},?\\s{0,3}(?:nam)?\\s{0,3}${year}(?!\\d)`,
      'g',
    ),
    order: [1, 2, 3],
  },
  // 2022-12-29 · 2022/12/29
  { pattern: new RegExp(`(?<![\\d.,/-])${year}([-/])${month}\\2${day}(?![\\d/])`, 'g'), order: [4, 3, 1] },
  // 29/12/2022 · 26-1-2022 · 07/4/2014 · 01.02.2023 · 31 / 12 / 2023
  {
    pattern: new RegExp(`(?<![\\d,/.-])${day}\\s?([/.-])\\s?${month}\\s?\\2\\s?${year}(?![\\d]|/\\S)`, 'g'),
    order: [1, 3, 4],
  },
  // ngày 16 tháng 12 · ngày 16/12
  {
    pattern: new RegExp(
      `(?<![a-z])ngay\\s{1,3}${day}(?:\\s{0,3}thang\\s{0,3}|\\s?[/-]\\s?)${month}(?!\\s?[\\d/.,-]*\\d)`,
      'g',
    ),
    order: [1, 2, 0],
  },
  // trước 16/12 · đến hết 31/12 · 01/6 và 15/11
  {
    pattern: new RegExp(
      `(?<=(?<![a-z])(?:truoc|den|het|tu|sau|va|hoac|vao)\\s{1,3})${day}/${month}(?!\\s?[\\d/.,%-]*\\d|\\s?%)`,
      'g',
    ),
    order: [1, 2, 0],
  },
];

/**
 * Calendar dates in a text, in order, with offsets; days that do not exist (30/2, 31/4, month 13) give none.
 * Reads 29/12/2022, 26-1-2022, 01.02.2023, "ngày 19 tháng 8 năm 2021", ISO, with or without diacritics.
 */
export function findDates(text: string, options: DateOptions = {}): FoundDate[] {
  return findDatesIn(fold(text), options);
}

/** The same in a text that was folded already. */
export function findDatesIn(folded: string, options: DateOptions = {}): FoundDate[] {
  const found: FoundDate[] = [];
  for (const { pattern, order } of datePatterns) {
    if (order[2] === 0 && options.year === undefined) continue;
    for (const match of allMatches(pattern, folded)) {
      const date = isoOf(match, order, options.year ?? 0);
      const end = match.index + match[0].length;
      const isFree = found.every((other) => other.end <= match.index || other.start >= end);
      if (date !== null && isFree) found.push({ date, start: match.index, end });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

function isoOf(match: RegExpMatchArray, order: DatePattern['order'], defaultYear: number): string | null {
  const yearRead = order[2] === 0 ? defaultYear : Number(match[order[2]]);
  return isoDate(yearRead, Number(match[order[1]]), Number(match[order[0]]));
}

/** ISO date of a day that exists, else null. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
