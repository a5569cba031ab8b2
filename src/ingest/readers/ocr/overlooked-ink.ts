import type { Box } from './crop.ts';

type Ink = { ink: Uint8Array; width: number; height: number };
type Row = { foot: (x: number) => number; height: number; boxes: readonly Box[] };

/** A stretch across a row. */
export type Span = { left: number; right: number };

/** Shares of the height of a row: the part above its foot that every letter has ink in, and how far ink may stand beside a word. */
const bandTop = 0.5;
const bandFoot = 0.1;
const beside = 0.15;
/** Narrower is dust; ink is one stretch over gaps like those between letters. */
const narrowest = 0.3;
const widestGap = 0.3;

/** Where there is ink on the height of a row that no word covers: words at the ends of lines and single signs are overlooked at times. */
export function overlookedInk({ ink, width, height: depth }: Ink, { foot, height, boxes }: Row): Span[] {
  const reach = Math.round(height * beside);
  const covered = new Uint8Array(width);
  for (const { left, right } of boxes) covered.fill(1, Math.max(0, left - reach), Math.min(width, right + reach));
  const isInk = (x: number): boolean => {
    const bottom = Math.min(depth, Math.round(foot(x) - height * bandFoot));
    for (let y = Math.max(0, Math.round(foot(x) - height * bandTop)); y < bottom; y++)
      if (ink[y * width + x] === 1) return true;
    return false;
  };
  const spans: Span[] = [];
  for (let x = 0; x < width; x++) {
    if (covered[x] === 1 || !isInk(x)) continue;
    const last = spans.at(-1);
    if (last !== undefined && x - last.right <= height * widestGap) last.right = x + 1;
    else spans.push({ left: x, right: x + 1 });
  }
  return spans.filter(({ left, right }) => right - left >= height * narrowest);
}
