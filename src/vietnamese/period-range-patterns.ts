import * as forms from './period-forms.ts';
import {
  bareYear,
  dash,
  nam,
  type PeriodMatch,
  type PeriodPattern,
  pattern,
  plain,
  relativeYear,
  shifted,
  words,
  year,
} from './period-fragments.ts';

/** Plans reach at most this far; longer spans are anniversaries ("1930-2025"). */
const longestPlanYears = 30;

function readRange(match: RegExpMatchArray): PeriodMatch | null {
  const [, average, yearly, lead, from, to] = match;
  const years = { first: Number(from), last: Number(to) };
  if (years.last <= years.first || years.last - years.first > longestPlanYears) return null;
  if (average !== undefined) return plain(forms.yearlyAveragePeriod(years));
  if (yearly !== undefined) return plain(forms.yearlyPeriod(years));
  const isSchoolYear = lead === 'nam hoc' && years.last === years.first + 1;
  const range = isSchoolYear ? forms.schoolYearPeriod(years.first) : forms.rangePeriod(years.first, years.last);
  return plain(
    range,
    lead === 'nhiem ky' ? 'nhiệm kỳ' : lead === 'giai doan' ? 'giai đoạn' : lead === 'tu' ? 'từ' : null,
  );
}

export const averageWords =
  '(?:binh quan|trung binh)\\s{1,3}(?:(?:hang|moi|tung)\\s{1,3})?nam|(?:binh quan|trung binh)\\s?/\\s?nam';
export const yearlyWords = '(?:hang|moi|tung)\\s{1,3}nam';
const rangeLead = `(?:(${averageWords})[\\s,(]{1,3})?(?:(${yearlyWords})[\\s,(]{1,3})?`;
const rangeName =
  '(?:(?:trong\\s{1,3})?(giai doan|nhiem ky|thoi ky|nien khoa|(?<!(?<![a-z])(?:dau|thu|vat|linh|kinh)\\s)tu|cac nam|nam hoc)\\s{0,3}[(:]?(?:(?<=(?:doan|ky)\\s{0,3})tu\\s{1,3})?)?';
const rangeJoint = `(?:${dash}|\\s{1,3}(?:den|toi)\\s{1,3}(?:het\\s{1,3}|cuoi\\s{1,3})?)${nam}`;

export const rangePatterns: readonly PeriodPattern[] = [
  // (bình quân) hằng năm giai đoạn 2021-2025 · nhiệm kỳ 2020 – 2025 · từ năm 2021 đến năm 2025 · (2021-2025)
  {
    pattern: pattern(
      `(?<![a-z\\d]|\\d[.,]|[/-])${rangeLead}${rangeName}\\s{0,3}(?:\\d{1,2}\\s{1,3}(?=nam))?${nam}((?:19|20)\\d\\d)${rangeJoint}${year}`,
    ),
    read: readRange,
  },
  // giai doan 2021 2025 (typed without the dash) · giai đoạn 20212025 (a converter dropped it)
  { pattern: pattern(`${words}()??()??(giai doan|nhiem ky)\\s{1,3}((?:19|20)\\d\\d)\\s?${year}`), read: readRange },
];

export const edgePatterns: readonly PeriodPattern[] = [
  // (đến) cuối năm 2020 · cuối năm nay
  {
    pattern: pattern(
      `${words}(?:(den|toi|vao)\\s{1,3})?cuoi\\s{1,3}(?:nam\\s{1,3}(?:${year}|${relativeYear})|${bareYear})`,
    ),
    read: ([, lead, named, relative, bare], options) => {
      const of = relative === undefined ? Number(named ?? bare) : shifted(relative, options);
      return of === null
        ? 'no match'
        : plain(forms.yearEndPeriod(of), lead === undefined ? 'cuối' : lead === 'vao' ? 'vào' : 'đến');
    },
  },
  // đến (hết) năm 2025 · tới 2025 · hết năm 2025
  {
    pattern: pattern(
      `${words}(?:(?:den|toi)\\s{1,3}(?:het\\s{1,3})?|het\\s{1,3}(?=nam))(?:nam\\s{1,3}(?:${year}|${relativeYear})|${bareYear})`,
    ),
    read: ([, named, relative, bare], options) => {
      const of = relative === undefined ? Number(named ?? bare) : shifted(relative, options);
      return of === null ? 'no match' : plain(forms.untilPeriod(of), 'đến');
    },
  },
  // từ năm 2025 (trở đi) · kể từ 2025
  {
    pattern: pattern(
      `(?<![a-z\\d]|(?<![a-z])(?:dau|thu|vat|linh|kinh)\\s)(?:ke\\s{1,3})?tu\\s{1,3}(?:dau\\s{1,3})?(?:nam\\s{1,3}${year}|${bareYear})(?:\\s{1,3}(?:tro di|ve sau))?`,
    ),
    read: ([, named, bare]) => plain(forms.fromPeriod(Number(named ?? bare)), 'từ'),
  },
  // trước năm 2030
  {
    pattern: pattern(`${words}truoc\\s{1,3}nam\\s{1,3}${year}`),
    read: ([, named]) => plain(forms.beforePeriod(Number(named)), 'trước'),
  },
];
