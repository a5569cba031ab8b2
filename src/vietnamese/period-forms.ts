import type { Period } from '../domain/period.ts';
import { daysInMonth, isoDate } from './date.ts';

/** The canonical printed forms of periods, one function each. Years are full years; a null year leaves the days open. */

const firstDay = (year: number): string => `${year}-01-01`;
const lastDay = (year: number): string => `${year}-12-31`;
const romans = ['I', 'II', 'III', 'IV'] as const;

export const yearPeriod = (year: number): Period => ({
  text: String(year),
  kind: 'year',
  from: firstDay(year),
  to: lastDay(year),
});

export const rangePeriod = (first: number, last: number): Period => ({
  text: `${first}-${last}`,
  kind: 'range',
  from: firstDay(first),
  to: lastDay(last),
});

/** "năm học 2025-2026", by the years it lies in. */
export const schoolYearPeriod = (first: number): Period => ({
  ...rangePeriod(first, first + 1),
  text: `năm học ${first}-${first + 1}`,
});

/** "vụ đông 2024-2025", "mùa khô 2024": a season, by the years it lies in. */
export const seasonPeriod = (season: string, { first, last }: Years): Period => {
  const period = first === last ? yearPeriod(first) : rangePeriod(first, last);
  return { ...period, text: `${season} ${period.text}` };
};

export const untilPeriod = (year: number): Period => ({
  text: `đến ${year}`,
  kind: 'until',
  from: null,
  to: lastDay(year),
});

/** "trước 2028": by the last day of the year before. */
export const beforePeriod = (year: number): Period => ({
  text: `trước ${year}`,
  kind: 'until',
  from: null,
  to: lastDay(year - 1),
});

export const fromPeriod = (year: number): Period => ({
  text: `từ ${year}`,
  kind: 'from',
  from: firstDay(year),
  to: null,
});

export const yearEndPeriod = (year: number): Period => ({
  text: `cuối năm ${year}`,
  kind: 'year_end',
  from: lastDay(year),
  to: lastDay(year),
});

export type Years = { first: number; last: number };

const yearsText = (years: Years | null): string =>
  years === null ? '' : years.first === years.last ? ` ${years.first}` : ` ${years.first}-${years.last}`;
const yearsBounds = (years: Years | null) => ({
  from: years === null ? null : firstDay(years.first),
  to: years === null ? null : lastDay(years.last),
});

/** "hằng năm 2020-2025"; without years "hằng năm", to be completed from what governs the text. */
export const yearlyPeriod = (years: Years | null): Period => ({
  text: `hằng năm${yearsText(years)}`,
  kind: 'yearly',
  ...yearsBounds(years),
});

/** "bình quân hằng năm 2020-2025"; without years "bình quân hằng năm". */
export const yearlyAveragePeriod = (years: Years | null): Period => ({
  text: `bình quân hằng năm${yearsText(years)}`,
  kind: 'yearly_average',
  ...yearsBounds(years),
});

/** "hằng năm đến 2025": each year up to one, from a day that is not said. Takes "hằng năm" or "bình quân hằng năm" without years. */
export const yearlyUntil = (period: Period, year: number): Period => ({
  ...period,
  text: `${period.text} đến ${year}`,
  to: lastDay(year),
});

const monthsPeriod = (
  kind: Period['kind'],
  text: string,
  span: { year: number | null; first: number; last: number },
): Period => {
  const { year, first, last } = span;
  const to = year === null ? null : isoDate(year, last, daysInMonth(year, last));
  return { text, kind, from: year === null ? null : isoDate(year, first, 1), to };
};

/** "quý IV/2026"; without a year "quý IV". */
export function quarterPeriod(quarter: number, year: number | null): Period {
  const name = `quý ${romans[quarter - 1] ?? quarter}`;
  const text = year === null ? name : `${name}/${year}`;
  return monthsPeriod('quarter', text, { year, first: quarter * 3 - 2, last: quarter * 3 });
}

/** "6 tháng đầu năm 2026", "6 tháng cuối năm 2026"; without a year the year is left out. */
export function halfPeriod(half: 'đầu' | 'cuối', year: number | null): Period {
  const text = `6 tháng ${half} năm${year === null ? '' : ` ${year}`}`;
  return monthsPeriod('half', text, half === 'đầu' ? { year, first: 1, last: 6 } : { year, first: 7, last: 12 });
}

/** "9 tháng năm 2026"; without a year "9 tháng đầu năm". Six months are a half; other counts share the kind of nine ("10 tháng năm 2026"). */
export function firstMonthsPeriod(months: number, year: number | null): Period {
  if (months === 6) return halfPeriod('đầu', year);
  const text = year === null ? `${months} tháng đầu năm` : `${months} tháng năm ${year}`;
  return monthsPeriod('nine_months', text, { year, first: 1, last: months });
}

/** "tháng 11/2026"; without a year "tháng 11". */
export function monthPeriod(month: number, year: number | null): Period {
  const text = year === null ? `tháng ${month}` : `tháng ${month}/${year}`;
  return monthsPeriod('month', text, { year, first: month, last: month });
}

/** The number of a quarter written "IV" or "4"; null for anything else. */
export function quarterNumber(text: string): number | null {
  const roman = romans.indexOf(text.toUpperCase() as (typeof romans)[number]);
  if (roman >= 0) return roman + 1;
  return /^[1-4]$/.test(text) ? Number(text) : null;
}

/** A period that named no years ("hằng năm", "quý IV", "đến cuối nhiệm kỳ"), completed with those that govern the text; others come back as they are. */
export function withYears(period: Period, years: Years): Period {
  if (period.from !== null || period.to !== null) return period;
  const count = Number(/\d+/.exec(period.text)?.[0] ?? 0);
  if (period.kind === 'yearly') return yearlyPeriod(years);
  if (period.kind === 'yearly_average') return yearlyAveragePeriod(years);
  if (period.kind === 'quarter') return quarterPeriod(quarterNumber(period.text.slice(4)) ?? 1, years.last);
  if (period.kind === 'half') return halfPeriod(period.text.includes('cuối') ? 'cuối' : 'đầu', years.last);
  if (period.kind === 'month') return monthPeriod(count, years.last);
  if (period.kind === 'year_end') return yearEndPeriod(years.last);
  if (period.kind === 'until') return untilPeriod(years.last);
  if (period.kind === 'year') return yearPeriod(years.last);
  return period.kind === 'nine_months' ? firstMonthsPeriod(count, years.last) : period;
}
