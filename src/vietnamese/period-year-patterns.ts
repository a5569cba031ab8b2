import * as forms from './period-forms.ts';
import {
  bareYear,
  type PeriodMatch,
  type PeriodOptions,
  type PeriodPattern,
  type PeriodPreposition,
  pattern,
  plain,
  relativeSteps,
  relativeYear,
  shifted,
  words,
  year,
} from './period-fragments.ts';
import { averageWords, yearlyWords } from './period-range-patterns.ts';

const prepositions: Record<string, PeriodPreposition> = { trong: 'trong', vao: 'vào', dau: 'đầu', sau: 'sau' };

export const yearPatterns: readonly PeriodPattern[] = [
  // bình quân hằng năm · bình quân mỗi năm · bình quân/năm
  {
    pattern: pattern(`${words}(?:${averageWords})(?![a-z]|\\s{1,3}\\d)`),
    read: () => plain(forms.yearlyAveragePeriod(null)),
  },
  // hằng năm · hàng năm · mỗi năm
  { pattern: pattern(`${words}${yearlyWords}(?![a-z])`), read: () => plain(forms.yearlyPeriod(null)) },
  // (trong) năm 2023
  {
    pattern: pattern(
      `(?<![a-z\\d]|viet\\s)(?:(trong|vao|(?<!(?:phan|thi)\\s)dau|sau)\\s{1,3})?nam\\s{0,3}:?\\s{0,2}${year}`,
    ),
    read: ([, lead = '', named]) => plain(forms.yearPeriod(Number(named)), prepositions[lead] ?? null),
  },
  // năm nay · năm ngoái · năm tới
  {
    pattern: pattern(`(?<![a-z\\d]|(?:cac|nhung|nhieu|may|vai|hai|ba|\\d)\\s)nam\\s{1,3}${relativeYear}`),
    read: ([, word], options) => {
      const of = shifted(word, options);
      return of === null ? 'no match' : plain(forms.yearPeriod(of));
    },
  },
  // tháng này · quý trước
  { pattern: pattern(`(?<![a-z\\d]|\\d\\s)(thang|quy)\\s{1,3}(nay|truoc|sau|toi)(?![a-z])`), read: readRelativePart },
  // 2023
  {
    pattern: pattern(
      `(?<![a-z\\d]|\\d\\s|(?<!\\d)\\d{1,3}[.,]|[/-]|\\D\\.|(?<![a-z])(?:so|dt|sdt|thoai|tren|duoi|hon|khoang|gan|them)[\\s:]{1,2})${bareYear}`,
    ),
    read: ([, named]) => plain(forms.yearPeriod(Number(named))),
  },
];

function readRelativePart(match: RegExpMatchArray, { today }: PeriodOptions): PeriodMatch | 'no match' {
  if (today === undefined) return 'no match';
  const [, part, word = 'nay'] = match;
  const size = part === 'quy' ? 3 : 1;
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const month = now + (relativeSteps[word] ?? 0) * size;
  const of = Math.floor(month / 12);
  return plain(
    size === 3 ? forms.quarterPeriod(Math.floor((month % 12) / 3) + 1, of) : forms.monthPeriod((month % 12) + 1, of),
  );
}
