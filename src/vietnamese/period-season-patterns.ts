import { seasonPeriod } from './period-forms.ts';
import { dash, nam, type PeriodPattern, pattern, plain, words, year } from './period-fragments.ts';

/** Seasons of crops and of the weather, by their words without diacritics. */
const seasons: Readonly<Record<string, string>> = {
  'vu dong xuan': 'vụ đông xuân',
  'vu he thu': 'vụ hè thu',
  'vu thu dong': 'vụ thu đông',
  'vu xuan he': 'vụ xuân hè',
  'vu thu mua': 'vụ thu mùa',
  'vu chiem xuan': 'vụ chiêm xuân',
  'vu dong': 'vụ đông',
  'vu xuan': 'vụ xuân',
  'vu mua': 'vụ mùa',
  'mua kho': 'mùa khô',
  'mua mua bao': 'mùa mưa bão',
  'mua mua lu': 'mùa mưa lũ',
  'mua mua': 'mùa mưa',
  'mua lu': 'mùa lũ',
};

const named = Object.keys(seasons)
  .sort((one, other) => other.length - one.length)
  .map((name) => name.replaceAll(' ', '(?:\\s{1,3}|\\s?[-–]\\s?)'))
  .join('|');

/** The season a match names; the years it lies in are at most two. */
export const seasonPatterns: readonly PeriodPattern[] = [
  // vụ đông xuân 2023-2024 · vụ Đông năm 2024 – 2025 · mùa khô 2024
  {
    pattern: pattern(
      `${words}(${named})\\s{0,3},?\\s{0,2}${nam}((?:19|20)\\d\\d)(?:${dash}${nam}${year}|(?!\\d|${dash}\\d{4}|\\s?%))`,
    ),
    read: ([, name = '', first, last]) => {
      const years = { first: Number(first), last: Number(last ?? first) };
      const season = seasons[name.replace(/[\s–-]+/g, ' ')];
      if (season === undefined || years.last < years.first || years.last > years.first + 1) return 'no match';
      return plain(seasonPeriod(season, years));
    },
  },
];
