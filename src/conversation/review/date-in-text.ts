import { addDays } from '../../domain/calendar-date.ts';
import type { Quote } from '../../domain/citation.ts';
import { findDates } from '../../vietnamese/date.ts';
import { fold } from '../../vietnamese/fold.ts';
import { sentenceAt } from './value-in-text.ts';

/** A day where a document says it, with what binds it; `start` and `end` are those of the day in the stored text. */
export type StoodDate = { due: string; dueDate: string; start: number; end: number; quote: Quote };

/** What somebody typed as the right day ("15/12/2026", "trước ngày 15/12/2026"); null when it is no day. */
export function readTypedDate(typed: string, year: number): string | null {
  const [only, second] = findDates(typed.normalize('NFC').trim(), { year });
  return only === undefined || second !== undefined || typed.length > 60 ? null : only.date;
}

/** Where the document says this day: in the quote itself, else at the nearest place of its text; null when nowhere. */
export function findDay(
  text: string,
  { date, near, year }: { date: string; near: Quote; year: number },
): StoodDate | null {
  const places = findDates(text, { year }).filter((found) => found.date === date);
  const distance = ({ start }: { start: number }): number =>
    start >= near.start && start < near.end ? -1 : Math.abs(start - near.start);
  const [place] = places.sort((left, right) => distance(left) - distance(right));
  return place === undefined ? null : dayAt(text, place, { near, year });
}

/** The day that stands at exactly these offsets; null when none does. */
export function dayAt(
  text: string,
  { start, end }: { start: number; end: number },
  { near, year }: { near: Quote; year: number },
): StoodDate | null {
  const isInside = start >= near.start && end <= near.end;
  const quote = isInside ? near : sentenceAt(text, start);
  const found =
    quote === null ? undefined : findDates(quote.quote, { year }).find((one) => quote.start + one.start === start);
  if (quote === null || found === undefined || quote.start + found.end !== end) return null;
  const head = fold(text.slice(Math.max(0, start - 14), start)).replace(/\s+/g, ' ');
  return { ...bounded(found.date, head), start, end, quote };
}

function bounded(date: string, head: string): { due: string; dueDate: string } {
  if (/truoc (?:ngay )?$/.test(head)) return { due: `trước ${date}`, dueDate: addDays(date, -1) };
  if (/het (?:ngay )?$/.test(head)) return { due: `đến hết ${date}`, dueDate: date };
  return { due: `chậm nhất ${date}`, dueDate: date };
}
