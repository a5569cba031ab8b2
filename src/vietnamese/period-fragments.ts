import type { Period } from '../domain/period.ts';

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

export const words = '(?<![a-z\\d])';
export const year = '((?:19|20)\\d\\d)(?!\\d|[.,]\\d{1,3}(?!\\d)|\\s?%|/[a-z\\d]|-[a-z])';
export const dash = '\\s{0,2}[-–—−]\\s{0,2}';
export const nam = '(?:nam\\s{1,3})?';
export const relativeYear = '(nay|ngoai|truoc|sau|toi)(?![a-z])';
export const ofYear = `(?:\\s{0,2}(?:[/,-]|nam(?![a-z]))?\\s{0,3}${nam}${year})`;
/** What makes a bare 4-digit number a count and no year. */
const counted =
  '(?!\\s{0,2}(?:%|m2|m3|(?:ty|ti)(?!\\s(?:le|trong|suat|so)(?![a-z]))|trieu|nghin|ngan|dong|usd|ha|km|kg|tan|ho|nguoi|xa|thon|lao dong|luot|giuong|bac si|truong|hoc sinh|' +
  'lop|cay|doanh nghiep|hop tac xa|htx|san pham|tieu chi|van ban|ho so|vu|don vi|co so|mo hinh|dai bieu|dang vien|doan vien|hoi vien|' +
  'suat|nha|can|cong trinh|du an|to chuc|ca nhan|tap the)(?![a-z]))(?!\\s\\d{3}(?!\\d))';
export const bareYear = `((?:19[89]|20[0-6])\\d)(?!\\d|[.,:]\\d{1,3}(?!\\d)|[/-][a-z\\d])${counted}`;

export const pattern = (source: string): RegExp => new RegExp(source, 'g');
const todaysYear = ({ today }: PeriodOptions): number | null =>
  today === undefined ? null : Number(today.slice(0, 4));

export const relativeSteps: Record<string, number> = { nay: 0, ngoai: -1, truoc: -1, sau: 1, toi: 1 };
export const shifted = (word: string | undefined, options: PeriodOptions): number | null => {
  const now = todaysYear(options);
  return now === null ? null : now + (relativeSteps[word ?? 'nay'] ?? 0);
};

/** A part of a year: in the year named, or open for whatever year governs the text. */
export function partOf(
  year: string | undefined,
  relative: number | null,
  inYear: (year: number | null) => Period,
): PeriodMatch {
  const named = year === undefined ? relative : Number(year);
  return named === null ? { period: inYear(null), preposition: null, inYear } : plain(inYear(named));
}

export const plain = (period: Period, preposition: PeriodPreposition | null = null): PeriodMatch => ({
  period,
  preposition,
});
