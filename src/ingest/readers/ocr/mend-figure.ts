import type { Spot } from './find-spots.ts';

/** A figure as it was said, and what its ink shows it to be. `isDoubtful`: what was said and what is seen differ. */
export type MendedFigure = { text: string; isDoubtful: boolean };

const plainFigure = /^(\D{0,2}?)(\d[\d.,]*\d|\d)(\D{0,3})$/u;
/** How amounts are written in Vietnamese: dots between thousands, a comma before decimals. */
const vietnamese = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/** Shares of the height of the digits: how low a sign between them is, and how far a comma reaches below their foot. */
const lowSign = 0.55;
const commaTail = 0.1;
/** A sign widens the step from digit to digit by a half; print is uneven. */
const widerStep = 1.25;
const widestPlainStep = 0.98;
/** Lower digits have no signs to be told apart. */
const fewestPixels = 8;

/**
 * A figure with its dots and commas as its ink shows them: recognition leaves commas out with full confidence ("73,5" → "735") and takes
 * dots for commas ("1.120" → "1,120"). A sign counts where its spot lies low between two digits that stand further apart than others.
 * Left alone where the spots do not match the digits, and where the result is no way to write an amount.
 */
export function mendFigure(said: string, spots: readonly Spot[]): MendedFigure {
  const [, before = '', figure = '', after = ''] = plainFigure.exec(said) ?? [];
  if (figure === '') return { text: said, isDoubtful: false };
  const row = digitRow(spots, { before, digits: figure.replace(/\D/g, '').length, after });
  const signs = row === null ? null : signsBetween(spots, row);
  if (signs === null) return { text: said, isDoubtful: spots.length > said.length };
  const seen = withSigns(figure, signs);
  if (seen === figure) return { text: said, isDoubtful: false };
  return { text: vietnamese.test(seen) ? before + seen + after : said, isDoubtful: true };
}

/** The digits with the signs between them; a comma that was said is not made a dot by a foot that was cut off, nor the other way round. */
function withSigns(figure: string, signs: readonly string[]): string {
  const digits = figure.replace(/\D/g, '');
  const seen = Array.from(digits, (digit, at) => digit + (signs[at] ?? '')).join('');
  const isSameElsewhere = seen.replaceAll(',', '.') === figure.replaceAll(',', '.');
  return isSameElsewhere && vietnamese.test(figure) && !isUnusual(figure) ? figure : seen;
}

/** Three digits behind a comma are rarely meant: a dot lost its roundness. */
const isUnusual = (figure: string): boolean => /^\d{1,3},\d{3}$/.test(figure);

/** The spots of the digits alone; null when spots touch or are torn. */
function digitRow(
  spots: readonly Spot[],
  { before, digits, after }: { before: string; digits: number; after: string },
): Spot[] | null {
  const heights = spots.map(({ top, bottom }) => bottom - top).sort((a, b) => b - a);
  const height = heights[Math.min(digits, heights.length) >> 1] ?? 0;
  const tall = spots.filter(({ top, bottom }) => bottom - top > height * 0.75);
  const [ahead, behind] = [tallSigns(before), tallSigns(after)];
  if (height < fewestPixels || tall.length !== ahead + digits + behind) return null;
  const row = tall.slice(ahead, ahead + digits);
  const foot = median(row.map(({ bottom }) => bottom));
  const isEven = row.every(
    ({ top, bottom }) => Math.abs(bottom - foot) <= height * 0.2 && bottom - top <= height * 1.3,
  );
  return isEven ? row : null;
}

const tallSigns = (signs: string): number => signs.replace(/[^%‰()/]/g, '').length;

/** The sign behind each digit, empty for none. */
function signsBetween(spots: readonly Spot[], row: readonly Spot[]): string[] {
  const foot = median(row.map(({ bottom }) => bottom));
  const height = median(row.map(({ top, bottom }) => bottom - top));
  const steps = row.slice(1).map((spot, at) => centre(spot) - centre(row[at] ?? spot));
  const marks = row.slice(1).map((next, at) => markBetween(spots, { last: row[at] ?? next, next, foot, height }));
  const plain = steps.filter((_, at) => marks[at] === '');
  const widest = plain.length === 0 ? widestPlainStep * height : widerStep * median(plain);
  return marks.map((mark, at) => ((steps[at] ?? 0) >= widest ? mark : ''));
}

type Between = { last: Spot; next: Spot; foot: number; height: number };

function markBetween(spots: readonly Spot[], { last, next, foot, height }: Between): string {
  const mark = spots.find(
    (spot) =>
      centre(spot) > last.left + (last.right - last.left) / 2 &&
      centre(spot) < next.left + (next.right - next.left) / 2 &&
      spot !== last &&
      spot !== next &&
      spot.bottom - spot.top < height * lowSign &&
      spot.right - spot.left < height * lowSign &&
      spot.top > foot - height * 0.4 &&
      spot.bottom > foot - height * 0.12,
  );
  if (mark === undefined) return '';
  return mark.bottom - foot > height * commaTail ? ',' : '.';
}

const centre = ({ left, right }: Spot): number => (left + right) / 2;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
