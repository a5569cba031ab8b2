import type { Period } from '../domain/period.ts';
import { allMatches } from './all-matches.ts';
import { findDatesIn } from './date.ts';
import { fold, hasDiacritics } from './fold.ts';
import type { PeriodMatch, PeriodOptions, PeriodPreposition } from './period-fragments.ts';
import { periodPatterns } from './period-patterns.ts';
import { canonicalSyllable, syllables } from './syllables.ts';

export { parsePeriod } from './parse-period.ts';
export { withYears } from './period-forms.ts';
export type { PeriodOptions, PeriodPreposition } from './period-fragments.ts';
export { type PeriodRelation, periodCovers, periodsOverlap } from './period-relation.ts';

export type FoundPeriod = { period: Period; start: number; end: number; preposition: PeriodPreposition | null };

/**
 * The periods a text names, in order, with offsets: years, ranges, "đến năm 2025", "hằng năm", quarters, halves, months and, with `today`,
 * relative ones; with or without diacritics. Dates, numbers of documents and plain numbers are not periods. Empty when there are none.
 * "hằng năm" and a quarter whose year is unknown come without days; complete them with `withYears`.
 */
export function findPeriods(text: string, options: PeriodOptions = {}): FoundPeriod[] {
  const folded = fold(text);
  // One mark a character: a text of nothing but periods is read in the time of its length.
  const taken = new Uint8Array(folded.length);
  for (const { start, end } of findDatesIn(folded)) taken.fill(1, start, end);
  const found: Match[] = [];
  for (const { pattern, read } of periodPatterns) {
    for (const match of allMatches(pattern, folded)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (taken.subarray(span.start, span.end).includes(1)) continue;
      if (!isSpelledSo(text.slice(span.start, span.end))) continue;
      const reading = read(match, options);
      if (reading === 'no match') continue;
      taken.fill(1, span.start, span.end);
      if (reading !== null) pushIfMeant({ ...reading, ...span }, { text, folded }, found);
    }
  }
  found.sort((left, right) => left.start - right.start);
  return found.flatMap((match, at) => completed(match, { next: found[at + 1], folded, options }));
}

/** "quý I và 6 tháng đầu năm 2026": a part of a year named without it takes the year of the next one in the list, else the one given. */
function completed(
  match: Match,
  { next, folded, options }: { next: Match | undefined; folded: string; options: PeriodOptions },
): FoundPeriod[] {
  const { start, end, preposition, inYear } = match;
  if (inYear === undefined) return [{ period: match.period, start, end, preposition }];
  const isListed = next !== undefined && listJoint.test(folded.slice(end, next.start));
  const listed = isListed ? Number(next.period.to?.slice(0, 4) ?? Number.NaN) : Number.NaN;
  const given = options.year ?? Number(options.today?.slice(0, 4) ?? Number.NaN);
  const year = Number.isNaN(listed) ? given : listed;
  if (Number.isNaN(year) && match.period.kind === 'month') return [];
  return [{ period: Number.isNaN(year) ? match.period : inYear(year), start, end, preposition }];
}

const listJoint = /^\s{0,2},?\s{0,2}(?:va\s{1,2})?(?:ca\s{1,2})?$/;

type Span = { start: number; end: number };
type Match = PeriodMatch & Span;

function pushIfMeant(match: Match, { text, folded }: { text: string; folded: string }, found: Match[]): void {
  const from = Math.max(0, match.start - 40);
  const before = folded.slice(from, match.start);
  if (basePrice.test(before)) return;
  // "dân số năm 2026", "công đoàn cơ sở năm 2026" compare nothing.
  const isCompared = comparison.test(before) && !/s[ốởổ] $/iu.test(text.slice(from, match.start));
  const preposition = isCompared ? 'so với' : outlook.test(before) ? 'tầm nhìn' : match.preposition;
  found.push({ ...match, preposition });
}

/** "theo giá so sánh (năm) 2010" names a base of prices, no period. */
const basePrice = /(?<![a-z])gia (?:so sanh|co dinh|goc|hien hanh) ?$/;
const comparison =
  /(?<![a-z])(?<!(?:^|[^a-z])(?:co|tru|dan|chi|he|doi|tong|ho) )(?:so (?:voi )?(?:cung ky|thoi diem|ket qua|thuc hien|muc|thoi ky)?|cung ky|so voi|thay (?:vi|cho)) {0,2}$/;
const outlook = /(?<![a-z])(?:tam nhin|dinh huong|huong toi) (?:den )?$/;

/** Accented words of the language of periods; a match over any other accented word ("đầu tư 2023", "nằm 2023") is none. */
const periodWords = new Set(
  (
    'năm nãm đến tới từ quý quí tháng giai đoạn nhiệm kỳ hằng hàng mỗi từng bình quân cuối đầu hết vào của cả sáu chín kể trở về nửa nay ngoái ' +
    'trước sau này các học với tầm nhìn là đi ở thời kì và niên khóa vụ mùa đông xuân hè thu chiêm khô mưa bão lũ'
  )
    .split(' ')
    .map(canonicalSyllable),
);

function isSpelledSo(slice: string): boolean {
  if (!hasDiacritics(slice)) return true;
  return syllables(slice).every(({ text }) => !hasDiacritics(text) || periodWords.has(canonicalSyllable(text)));
}
