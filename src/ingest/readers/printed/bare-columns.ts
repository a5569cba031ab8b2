import type { Line, Row } from './page-lines.ts';
import { lineText } from './page-lines.ts';
import type { Word } from './printed-page.ts';

/** Shares of the size of letters: words of one cell stand closer, cells of one row further apart. */
const cellGap = 0.8;
/** Points: a narrower free stretch parts no columns. */
const narrowest = 3;

const figure = /^(?:(?:trên|dưới|khoảng|tối thiểu|ít nhất)\s)?[<>≤≥~]?\s?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%?$/iu;

/** The words of a row in groups that stand apart. */
export function segmentsOf({ lines, size }: Row): Line[] {
  const segments: Line[] = [];
  for (const line of lines) {
    for (const word of line.words) {
      const last = segments.at(-1);
      if (last !== undefined && word.left - last.right <= cellGap * size) {
        last.words.push(word);
        last.right = Math.max(last.right, word.right);
      } else segments.push({ ...line, words: [word], left: word.left, right: word.right });
    }
  }
  return segments;
}

export const isFigure = (segment: Line): boolean => figure.test(lineText(segment));

/** A row of a table: a figure that is no year stands behind something else, apart from it. */
export const isFigureRow = (row: Row): boolean =>
  segmentsOf(row)
    .slice(1)
    .some((segment) => isFigure(segment) && !/^(?:19|20)\d{2}$/.test(lineText(segment)));

/**
 * Where columns part, from rows that have figures: the middles of what all of them leave free, where words of each stand further apart than in
 * a phrase. Points from the left, in order.
 */
export function columnCuts(rows: readonly Row[]): number[] {
  const words = rows.map((row) => row.lines.flatMap((line) => line.words));
  const size = rows[0]?.size ?? 0;
  return freeStretches(words.flat()).flatMap(({ from, to }) => {
    const gaps = words.map((row) => gapAt(row, { from, to })).filter((gap) => gap !== null);
    return gaps.length > 0 && Math.min(...gaps) >= cellGap * size ? [(from + to) / 2] : [];
  });
}

type Stretch = { from: number; to: number };

function freeStretches(words: readonly Word[]): Stretch[] {
  const stretches: Stretch[] = [];
  let reached = Number.POSITIVE_INFINITY;
  for (const { left, right } of [...words].sort((a, b) => a.left - b.left)) {
    if (left - reached >= narrowest) stretches.push({ from: reached, to: left });
    reached = reached === Number.POSITIVE_INFINITY ? right : Math.max(reached, right);
  }
  return stretches;
}

/** How far the words on both sides of a stretch stand from one another in a row; null when there are none on one side. */
function gapAt(row: readonly Word[], { from, to }: Stretch): number | null {
  const before = Math.max(...row.filter(({ right }) => right <= from + 0.5).map(({ right }) => right));
  const behind = Math.min(...row.filter(({ left }) => left >= to - 0.5).map(({ left }) => left));
  return Number.isFinite(before) && Number.isFinite(behind) ? behind - before : null;
}

/** The columns that a segment reaches into, from–to. */
export function columnsUnder({ left, right }: Line, cuts: readonly number[]): { from: number; to: number } {
  const within = (x: number): number => cuts.filter((cut) => cut < x).length;
  return { from: within(left + narrowest), to: within(right - narrowest) };
}
