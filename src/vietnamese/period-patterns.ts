import type { Period } from '../domain/period.ts';
import * as forms from './period-forms.ts';

/** The word that binds a period to its sentence. `so với`: a comparison, not the time meant. `tầm nhìn`: an outlook beyond the plan. */
export type PeriodPreposition =
  | 'đến'
  | 'vào'
  | 'trong'
  | 'từ'
  | 'trước'
  | 'sau'
  | 'đầu'
  | 'cuối'
  | 'hết'
  | 'giai đoạn'
  | 'nhiệm kỳ'
  | 'so với'
  | 'tầm nhìn';

/** `today` (ISO date) is what "năm nay" and "tháng này" count from; `year` completes quarters and half-years that name none (else today's year). */
export type PeriodOptions = { today?: string | undefined; year?: number | undefined };

/** `inYear` completes a part of a year that was named without its year; its `period` has no days then. */
export type PeriodMatch = {
  period: Period;
  preposition: PeriodPreposition | null;
  inYear?: (year: number) => Period;
};

/**
 * One way of naming a period, matched on folded text. `read` gives the period, null for what only looks like one (and stays taken:
 * the years of an anniversary are not read again), or 'no match' to leave the text to later patterns.
 */
export type PeriodPattern = {
  pattern: RegExp;
  read: (match: RegExpMatchArray, options: PeriodOptions) => PeriodMatch | null | 'no match';
};

const words = '(?<![a-z\\d])';
const year = '((?:19|20)\\d\\d)(?!\\d|[.,]\\d|\\s?%|/[a-z\\d]|-[a-z])';
const dash = '\\s{0,2}[-–—−]\\s{0,2}';
const nam = '(?:nam\\s{1,3})?';
const relativeYear = '(nay|ngoai|truoc|sau|toi)(?![a-z])';
const ofYear = `(?:\\s{0,2}(?:[/,-]|nam(?![a-z]))?\\s{0,3}${nam}${year})`;
/** What makes a bare 4-digit number a count and no year. */
const counted =
  '(?!\\s{0,2}(?:%|m2|m3|ty|ti|trieu|nghin|ngan|dong|usd|ha|km|kg|tan|ho|nguoi|xa|thon|lao dong|luot|giuong|bac si|truong|hoc sinh|' +
  'lop|cay|doanh nghiep|hop tac xa|htx|san pham|tieu chi|van ban|ho so|vu|don vi|co so|mo hinh|dai bieu|dang vien|doan vien|hoi vien|' +
  'suat|nha|can|cong trinh|du an|to chuc|ca nhan|tap the)(?![a-z]))(?!\\s\\d{3}(?!\\d))';
const bareYear = `((?:19[89]|20[0-6])\\d)(?!\\d|[.,:]\\d|[/-][a-z\\d])${counted}`;

const pattern = (source: string): RegExp => new RegExp(source, 'g');
const todaysYear = ({ today }: PeriodOptions): number | null =>
  today === undefined ? null : Number(today.slice(0, 4));

const relativeSteps: Record<string, number> = { nay: 0, ngoai: -1, truoc: -1, sau: 1, toi: 1 };
const shifted = (word: string | undefined, options: PeriodOptions): number | null => {
  const now = todaysYear(options);
  return now === null ? null : now + (relativeSteps[word ?? 'nay'] ?? 0);
};

/** A part of a year: in the year named, or open for whatever year governs the text. */
function partOf(
  year: string | undefined,
  relative: number | null,
  inYear: (year: number | null) => Period,
): PeriodMatch {
  const named = year === undefined ? relative : Number(year);
  return named === null ? { period: inYear(null), preposition: null, inYear } : plain(inYear(named));
}

const plain = (period: Period, preposition: PeriodPreposition | null = null): PeriodMatch => ({ period, preposition });

/** Plans reach at most this far; longer spans are anniversaries ("1930-2025"). */
const longestPlanYears = 30;

function readRange(match: RegExpMatchArray): PeriodMatch | null {
  const [, average, yearly, lead, from, to] = match;
  const years = { first: Number(from), last: Number(to) };
  if (years.last <= years.first || years.last - years.first > longestPlanYears) return null;
  if (average !== undefined) return plain(forms.yearlyAveragePeriod(years));
  if (yearly !== undefined) return plain(forms.yearlyPeriod(years));
  const range = forms.rangePeriod(years.first, years.last);
  return plain(
    range,
    lead === 'nhiem ky' ? 'nhiệm kỳ' : lead === 'giai doan' ? 'giai đoạn' : lead === 'tu' ? 'từ' : null,
  );
}

const averageWords =
  '(?:binh quan|trung binh)\\s{1,3}(?:(?:hang|moi|tung)\\s{1,3})?nam|(?:binh quan|trung binh)\\s?/\\s?nam';
const yearlyWords = '(?:hang|moi|tung)\\s{1,3}nam';
const rangeLead = `(?:(${averageWords})[\\s,(]{1,3})?(?:(${yearlyWords})[\\s,(]{1,3})?`;
const rangeName = '(?:(?:trong\\s{1,3})?(giai doan|nhiem ky|thoi ky|nien khoa|tu|cac nam|nam hoc)\\s{0,3}[(:]?)?';
const rangeJoint = `(?:${dash}|\\s{1,3}(?:den|toi)\\s{1,3}(?:het\\s{1,3}|cuoi\\s{1,3})?)${nam}`;

const rangePatterns: readonly PeriodPattern[] = [
  // (bình quân) hằng năm giai đoạn 2021-2025 · nhiệm kỳ 2020 – 2025 · từ năm 2021 đến năm 2025 · (2021-2025)
  {
    pattern: pattern(
      `(?<![a-z\\d]|\\d[.,]|[/-])${rangeLead}${rangeName}\\s{0,3}(?:\\d{1,2}\\s{1,3}(?=nam))?${nam}((?:19|20)\\d\\d)${rangeJoint}${year}`,
    ),
    read: readRange,
  },
  // giai doan 2021 2025 (typed without the dash)
  { pattern: pattern(`${words}()??()??(giai doan|nhiem ky)\\s{1,3}((?:19|20)\\d\\d)\\s${year}`), read: readRange },
];

const partPatterns: readonly PeriodPattern[] = [
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

const edgePatterns: readonly PeriodPattern[] = [
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
    read: ([, named]) => plain(forms.untilPeriod(Number(named)), 'trước'),
  },
];

const prepositions: Record<string, PeriodPreposition> = { trong: 'trong', vao: 'vào', dau: 'đầu', sau: 'sau' };

const yearPatterns: readonly PeriodPattern[] = [
  // bình quân hằng năm · bình quân mỗi năm · bình quân/năm
  {
    pattern: pattern(`${words}(?:${averageWords})(?![a-z]|\\s{1,3}\\d)`),
    read: () => plain(forms.yearlyAveragePeriod(null)),
  },
  // hằng năm · hàng năm · mỗi năm
  { pattern: pattern(`${words}${yearlyWords}(?![a-z])`), read: () => plain(forms.yearlyPeriod(null)) },
  // (trong) năm 2023
  {
    pattern: pattern(`(?<![a-z\\d]|viet\\s)(?:(trong|vao|dau|sau)\\s{1,3})?nam\\s{0,3}:?\\s{0,2}${year}`),
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
      `(?<![a-z\\d]|\\d[\\s.,]|[/.-]|(?<![a-z])(?:so|dt|sdt|thoai|tren|duoi|hon|khoang|gan|them)[\\s:]{1,2})${bareYear}`,
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

/** In this order: a match is never read again by a later pattern. */
export const periodPatterns: readonly PeriodPattern[] = [
  ...rangePatterns,
  ...partPatterns,
  ...edgePatterns,
  ...yearPatterns,
];
