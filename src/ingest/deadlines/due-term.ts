import { allMatches } from '../../vietnamese/all-matches.ts';
/** A point or stretch of time as a deadline names it, before its year and cycle are settled. Years are null where not written. */
export type DueTerm =
  | { kind: 'day'; year: number | null; month: number | null; day: number; place: DayPlace | null }
  | { kind: 'month'; year: number | null; month: number; isYearly?: boolean }
  | { kind: 'quarter'; year: number | null; quarter: number; isYearly?: boolean }
  | { kind: 'half'; year: number | null; half: 1 | 2 }
  | { kind: 'year'; year: number }
  | { kind: 'weekday'; weekday: number };

export type DayTerm = Extract<DueTerm, { kind: 'day' }>;

/** Which month or year a bare day belongs to: "ngày 15 của tháng cuối quý", "ngày 03 tháng sau", "05/01 năm sau", "15/11 hằng năm". */
export type DayPlace =
  | 'period_end'
  | 'every_month'
  | 'next_month'
  | 'quarter_end'
  | 'next_quarter'
  | 'every_year'
  | 'last_year'
  | 'next_year';

export type FoundTerm = { term: DueTerm; start: number; end: number };

type Pattern = { pattern: RegExp; read(groups: (string | undefined)[]): DueTerm | null };

const year = '((?:19|20)\\d\\d)';
const weekdays: ReadonlyMap<string, number> = new Map([
  ['hai', 1],
  ['ba', 2],
  ['tu', 3],
  ['nam', 4],
  ['sau', 5],
  ['bay', 6],
]);

/** On folded text with single blanks; an earlier pattern's match is not read again. */
const patterns: readonly Pattern[] = [
  {
    pattern: new RegExp(`(?<![\\d.,/])(?:ngay )?(\\d{1,2}) ?([/.-]) ?(\\d{1,2}) ?\\2 ?${year}(?!\\d)`, 'g'),
    read: ([d, , m, y]) => day(d, m, y),
  },
  {
    pattern: new RegExp(`(?<![\\d.,/])(?:ngay )?(\\d{1,2}) thang (\\d{1,2})(?:,? nam | ?[/.-] ?)${year}(?!\\d)`, 'g'),
    read: ([d, m, y]) => day(d, m, y),
  },
  {
    pattern: /(?<![a-z])ngay (\d{1,2})(?: thang | ?[/-] ?)(\d{1,2})(?![\d/%]|[.,]\d)/g,
    read: ([d, m]) => day(d, m, undefined),
  },
  {
    pattern:
      /(?<=(?:truoc|nhat|het|den|va|tu|vao|han:?|,|;|khanh|dip|le) |(?:hai|ba|tu|nam|sau|bay|nhat|khanh),? ?\()(\d{1,2})(?:\/| thang )(\d{1,2})(?![\d/%]|[.,]\d)/g,
    read: ([d, m]) => day(d, m, undefined),
  },
  {
    pattern:
      /(?<=(?:truoc|cham nhat|den het) )(\d{1,2})-(\d{1,2})(?![\d/%]|[.,]\d| ?(?:ngay|gio|tuan|thang|nam|phut))/g,
    read: ([d, m]) => day(d, m, undefined),
  },
  { pattern: /(?<![a-z])ngay (?:mung |mong )?(\d{1,2})(?![\d/]|[.,]\d)/g, read: ([d]) => day(d, undefined, undefined) },
  { pattern: /(?<![a-z])ngay cuoi (?:cung )?(?:cua )?(?=thang)/g, read: () => day('31', undefined, undefined) },
  // "tháng 9 - 10/2026", "quý II, III/2026": until the end of the last.
  {
    pattern: new RegExp(
      `(?<!\\d )(?<![a-z])thang \\d{1,2} ?(?:[-–]|va) ?(?:thang )?(\\d{1,2})(?: ?[/.] ?|,? nam )${year}(?!\\d)`,
      'g',
    ),
    read: ([m, y]) => month(m, y),
  },
  {
    pattern: new RegExp(
      `(?<![a-z])qu[yi] (?:i{1,3}|[1-3]) ?(?:[-–,]|va) ?(?:quy )?(i{1,3}|iv|[1-4])(?![a-z\\d])(?:(?: ?[/.-] ?|,? nam |,? )${year}(?!\\d))?`,
      'g',
    ),
    read: ([q, y]) => ({ kind: 'quarter', quarter: quarterOf(q ?? ''), year: yearOf(y) }),
  },
  {
    pattern: new RegExp(`(?<!\\d )(?<![a-z])thang (\\d{1,2})(?: ?[/.-] ?|,? nam )${year}(?!\\d)`, 'g'),
    read: ([m, y]) => month(m, y),
  },
  { pattern: /(?<!\d )(?<![a-z])thang (\d{1,2})(?![\d/%]|[.,]\d)/g, read: ([m]) => month(m, undefined) },
  {
    pattern: new RegExp(
      `(?<![a-z])qu[yi] (i{1,3}|iv|[1-4])(?![a-z\\d])(?:(?: ?[/.-] ?|,? nam |,? )${year}(?!\\d))?`,
      'g',
    ),
    read: ([q, y]) => ({ kind: 'quarter', quarter: quarterOf(q ?? ''), year: yearOf(y) }),
  },
  {
    pattern: new RegExp(`(?<![a-z\\d])(?:0?6|sau) thang (dau|cuoi)(?: cua)?(?: nam(?: ${year})?)?`, 'g'),
    read: ([half, y]) => ({ kind: 'half', half: half === 'dau' ? 1 : 2, year: yearOf(y) }),
  },
  {
    // Not the weekday of a date: "thứ Sáu, ngày 20/3".
    pattern: /(?<![a-z])(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat))(?![a-z\d])(?!,? ?\(?(?:ngay \d|\d{1,2}\/\d))/g,
    read: ([name, sunday]) => ({ kind: 'weekday', weekday: sunday !== undefined ? 7 : weekdayOf(name ?? '') }),
  },
  {
    pattern: new RegExp(`(?<![a-z])nam ${year}(?!\\d| ?[-–/] ?\\d)`, 'g'),
    read: ([y]) => ({ kind: 'year', year: Number(y) }),
  },
];

/** Every point of time in a folded text with single blanks, in order, tails such as "hằng năm" and "của tháng sau" included. */
export function findDueTerms(folded: string): FoundTerm[] {
  const found: FoundTerm[] = [];
  for (const { pattern, read } of patterns) {
    for (const match of allMatches(pattern, folded)) {
      const end = match.index + match[0].length;
      if (found.some((other) => other.start < end && match.index < other.end)) continue;
      const term = read(match.slice(1));
      if (term !== null) found.push(withTail({ term, start: match.index, end }, folded));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const tails: readonly (readonly [DayPlace, RegExp])[] = [
  ['quarter_end', /^,? ?(?:cua )?thang cuoi (?:cung )?(?:cua )?(?:moi |hang )?quy/],
  ['period_end', /^,? ?(?:cua )?thang cuoi (?:cua )?ky(?: bao cao)?/],
  ['next_quarter', /^,? ?(?:cua )?thang dau (?:tien )?(?:cua )?quy (?:sau|tiep theo|ke tiep|lien ke)/],
  ['next_month', /^,? ?(?:cua )?thang (?:sau|ke tiep|tiep theo|lien ke|ke sau)(?: lien ke)?/],
  ['every_month', /^,? ?(?:(?:hang|moi|cac) thang|cua thang|thang bao cao)(?! \d)/],
  ['last_year', /^,? ?(?:cua )?nam truoc(?: lien ke| do)?(?! (?:ngay|thoi|han|khi|thang|quy|thu|\d))/],
  ['next_year', /^,? ?(?:cua )?nam (?:sau|ke tiep|tiep theo|lien ke|ke sau)/],
  ['every_year', /^,? ?(?:(?:hang|moi|cac) nam|(?:cua )?nam bao cao)/],
];

/** "ngày cuối tháng" without which month */
const lastOfMonth = /^thang(?! \d| (?:cuoi|dau|cua|nay|sau))(?![a-z])/;

function withTail({ term, start, end }: FoundTerm, folded: string): FoundTerm {
  if ((term.kind === 'month' || term.kind === 'quarter') && term.year === null) {
    const tail = /^,? ?(?:cua )?(?:hang|moi|cac) nam/.exec(folded.slice(end, end + 20));
    return tail === null
      ? { term, start, end }
      : { term: { ...term, isYearly: true }, start, end: end + tail[0].length };
  }
  if (term.kind === 'weekday') {
    const tail = /^ (?:hang|moi|trong|cua) tuan/.exec(folded.slice(end, end + 14));
    return { term, start, end: end + (tail?.[0].length ?? 0) };
  }
  if (term.kind !== 'day' || term.year !== null) return { term, start, end };
  const rest = folded.slice(end, end + 50);
  if (term.day === 31 && lastOfMonth.test(rest))
    return { term: { ...term, place: 'every_month' }, start, end: end + 5 };
  for (const [place, pattern] of tails) {
    const match = pattern.exec(rest);
    if (match === null || (term.month !== null) !== place.endsWith('year')) continue;
    return { term: { ...term, place }, start, end: end + match[0].length };
  }
  return { term, start, end };
}

function day(d: string | undefined, m: string | undefined, y: string | undefined): DueTerm | null {
  const value = { day: Number(d), month: m === undefined ? null : Number(m), year: yearOf(y) };
  const isReal = value.day >= 1 && value.day <= 31 && (value.month === null || (value.month >= 1 && value.month <= 12));
  return isReal ? { kind: 'day', ...value, place: null } : null;
}

function month(m: string | undefined, y: string | undefined): DueTerm | null {
  const value = Number(m);
  return value >= 1 && value <= 12 ? { kind: 'month', month: value, year: yearOf(y) } : null;
}

const yearOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function quarterOf(text: string): number {
  return /^\d$/.test(text) ? Number(text) : ['i', 'ii', 'iii', 'iv'].indexOf(text) + 1;
}

function weekdayOf(name: string): number {
  return /^\d$/.test(name) ? Number(name) - 1 : (weekdays.get(name) ?? 1);
}
