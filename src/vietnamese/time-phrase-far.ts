import type { Piece, Reading } from './time-phrase-piece.ts';

/** Nobody plans further ahead; a later year is a slip. */
const yearsAhead = 10;
const daysOf = { day: 1, workday: 1, week: 7, month: 30, year: 365 };

/** The last year that reminders are taken for. */
export const lastYear = ({ today }: Reading): number => Number(today.slice(0, 4)) + yearsAhead;

/** Whether a piece by itself lies beyond the last year, before anything is computed with it. */
export function isTooFar(piece: Piece, reading: Reading): boolean {
  const longest = (yearsAhead + 1) * 366;
  if (piece.type === 'minutes') return piece.minutes > longest * 1440;
  if (piece.type === 'count') return Math.abs(piece.count) * daysOf[piece.unit] > longest;
  return (yearOf(piece) ?? 0) > lastYear(reading);
}

function yearOf(piece: Piece): number | null {
  if (piece.type === 'date') return Number(piece.date.slice(0, 4));
  if (piece.type === 'lunar') return piece.year;
  if (piece.type === 'part' || piece.type === 'stretch') return piece.of.year;
  return piece.type === 'nth' ? (piece.of?.year ?? null) : null;
}
