import { loosely, quoteOverlap } from './compare-text.ts';

/** The fields of a deadline that the judge compares (names as in `chidao deadlines --json`). */
export type JudgedDeadline = { what: string; who: string; to: string; due: string; quote: string };
/** Optional: borderline, neither missed nor wrong. */
export type GoldDeadline = JudgedDeadline & { optional: boolean };

export type DeadlineScore = {
  wanted: number;
  found: number;
  given: number;
  right: number;
  missed: JudgedDeadline[];
  wrong: { deadline: JudgedDeadline; disagrees: string }[];
};

const sameQuoteFrom = 0.7;

/** Judges the deadlines read from one document: the quotes overlap and both are due on the same days, or both on none. */
export function scoreDeadlines(gold: readonly GoldDeadline[], given: readonly JudgedDeadline[]): DeadlineScore {
  const isSame = (a: JudgedDeadline, b: JudgedDeadline): boolean =>
    quoteOverlap(a.quote, b.quote) >= sameQuoteFrom && dueKey(a.due) === dueKey(b.due);
  const wanted = gold.filter(({ optional }) => !optional);
  const missed = wanted.filter((row) => !given.some((deadline) => isSame(row, deadline)));
  const wrong = given
    .filter((deadline) => !gold.some((row) => isSame(row, deadline)))
    .map((deadline) => ({ deadline, disagrees: disagreement(gold, deadline) }));
  return {
    wanted: wanted.length,
    found: wanted.length - missed.length,
    given: given.length,
    right: given.length - wrong.length,
    missed,
    wrong,
  };
}

/**
 * What binds, however it is put: the dates with "trước" or "đến hết"; else the marks of a recurrence or a vague time in any order ("hằng năm,
 * trước ngày 20/7" = "trước ngày 20/7 hằng năm"); "none" for every way of saying that no date is given.
 */
function dueKey(due: string): string {
  const text = loosely(due).replace(/\b(thang \d{1,2}|quy [iv\d]{1,3}) nam (?=\d{4})/g, '$1/');
  const dates = text.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  if (dates.length > 0) return `${/\btruoc\b/.test(text) ? 'trước' : 'hết'} ${dates.join(' ')}`;
  const marks = [...text.replace(/\bhang\b|\bmoi\b/g, 'dinh ky').matchAll(timeMark)].map(([mark]) =>
    mark.replace(/\b0(?=\d)/g, ''),
  );
  // A day of a month is a day of every year, the last month of a quarter one of every quarter.
  const isYearly = marks.some((mark) => /^\d+\/\d{1,2}$/.test(mark));
  const isQuarterly = marks.includes('thang cuoi');
  const telling = marks.filter(
    (mark) => !(isYearly && mark === 'dinh ky nam') && !(isQuarterly && mark === 'dinh ky quy'),
  );
  return telling.length === 0
    ? /khong neu|theo quy dinh/.test(text)
      ? 'none'
      : text
    : [...new Set(telling)].sort().join(' ');
}

const timeMark =
  /dinh ky (?:ngay|tuan|thang|quy|nam)|\btruoc\b(?! lien)|thang cuoi|nam truoc|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|quy (?:i{1,3}|iv|[1-4])(?:\/\d{4})?|\d+(?:\/\d+)*/g;

function disagreement(gold: readonly JudgedDeadline[], deadline: JudgedDeadline): string {
  const row = gold.find((other) => quoteOverlap(other.quote, deadline.quote) >= sameQuoteFrom);
  return row === undefined ? '' : `due: ${deadline.due} ≠ ${row.due}`;
}
