import * as forms from './period-forms.ts';
import {
  nam,
  ofYear,
  type PeriodMatch,
  type PeriodOptions,
  type PeriodPattern,
  partOf,
  pattern,
  relativeYear,
  shifted,
  words,
  year,
} from './period-fragments.ts';

export const partPatterns: readonly PeriodPattern[] = [
  // quý IV/2026 · quý 1 năm 2026 · q4 2025 · quý III năm nay · quý II
  {
    pattern: pattern(
      `${words}(q|quy)[.\\s]{0,2}(iv|i{1,3}|[1-4])(?![a-z\\d])(?:${ofYear}|\\s{1,3}nam\\s{1,3}${relativeYear})?`,
    ),
    read: readQuarter,
  },
  // III/2024 of "quý II, III/2024"
  {
    pattern: pattern(
      `(?<=${words}quy\\s(?:iv|i{1,3}|[1-4])(?:\\s?,|\\s?-|\\s?&|\\sva)\\s?)()(iv|i{1,3}|[1-4])${ofYear}()??`,
    ),
    read: readQuarter,
  },
  // 6 tháng đầu năm 2026 · sáu tháng cuối năm · nửa đầu năm nay
  {
    pattern: pattern(
      `${words}(?:0?6|sau|nua)\\s{0,2}(?:thang\\s{1,3}|(?<=nua\\s{1,2}))(dau|cuoi)\\s{1,3}nam(?![a-z])(?:\\s{1,3}(?:${nam}${year}|${relativeYear}))?`,
    ),
    read: readHalf,
  },
  // 6T/2023 · 6 tháng năm 2023
  { pattern: pattern(`${words}0?6\\s?t(?:hang)?(?![a-z])()${ofYear}()??`), read: readHalf },
  // 9 tháng đầu năm 2026 · 9 tháng năm 2026 · 9T/2026 · hai tháng đầu năm
  {
    pattern: pattern(
      `(?<![a-z\\d]|\\d[.,/-])(\\d{1,2}|hai|ba|bon|nam|bay|tam|chin|muoi|muoi mot)\\s?t(?:hang)?(?![a-z])(?:(?:\\s{1,3}dau)?${ofYear}|\\s{1,3}dau\\s{1,3}nam(?![a-z])(?:\\s{1,3}${relativeYear})?)`,
    ),
    read: readMonths,
  },
  // tháng 11/2026 · tháng 11 năm 2026 · T11/2026
  { pattern: pattern(`${words}(?:thang\\s{0,2}|t)(1[0-2]|0?[1-9])${ofYear}`), read: readMonth },
  // 11/2026
  {
    pattern: pattern(
      `(?<![a-z\\d/.,-]|(?<![a-z])(?:so|luat|dinh|quyet|tu|thi|nd|nq|qd|tt|ct|kh)[\\s:]{1,3})(1[0-2]|0?[1-9])/${year}`,
    ),
    read: readMonth,
  },
  // tháng 7 (its year given)
  {
    pattern: pattern(
      `(?<![a-z\\d]|ngay\\s\\d{1,2}\\s|\\d\\s)thang\\s{1,2}(1[0-2]|0?[1-9])(?![\\d/.,]*\\d|\\s{1,3}nam(?![a-z])|\\s{0,2}[-–])()??`,
    ),
    read: readMonth,
  },
];

function readQuarter(match: RegExpMatchArray, options: PeriodOptions): PeriodMatch | 'no match' {
  const [, name, numeral = '', yearText, relative] = match;
  const quarter = forms.quarterNumber(numeral);
  if (quarter === null || (name === 'q' && yearText === undefined)) return 'no match';
  return partOf(yearText, relativeYearOf(relative, options), (year) => forms.quarterPeriod(quarter, year));
}

function readHalf(match: RegExpMatchArray, options: PeriodOptions): PeriodMatch {
  const [, half, yearText, relative] = match;
  const which = half === 'cuoi' ? 'cuối' : 'đầu';
  return partOf(yearText, relativeYearOf(relative, options), (year) => forms.halfPeriod(which, year));
}

function readMonths(match: RegExpMatchArray, options: PeriodOptions): PeriodMatch | 'no match' {
  const [, count = '', yearText, relative] = match;
  const months = monthWords[count] ?? Number(count);
  if (months < 2 || months > 11) return 'no match';
  return partOf(yearText, relativeYearOf(relative, options), (year) => forms.firstMonthsPeriod(months, year));
}

function readMonth(match: RegExpMatchArray): PeriodMatch {
  const [, month, yearText] = match;
  return partOf(yearText, null, (year) => forms.monthPeriod(Number(month), year));
}

const monthWords: Record<string, number> = {
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
};

const relativeYearOf = (word: string | undefined, options: PeriodOptions): number | null =>
  word === undefined ? null : shifted(word, options);
