import type { Box } from './crop.ts';
import { findSpots } from './find-spots.ts';

type Ink = { ink: Uint8Array; width: number };

/**
 * "≥" and "≤" are no signs that recognition knows: it says ">", "<" or "=". The bar below shows them: a row of ink as wide as the sign in the
 * lower half of its box, where the arm of an angle fills less. Null when `said` begins with no such sign.
 */
export function mendComparator(said: string, ink: Ink, box: Box): string | null {
  const [, signs, rest = ''] = /^([<>»«]|=[<>]?|[<>]=|[zZ]$)(.*)$/u.exec(said) ?? [];
  if (signs === undefined) return null;
  const place = signBox(ink, box);
  if (place === null || !hasBar(ink, place) || isEquals(ink, place)) return null;
  return (isBelow(ink, place) ? '≤' : '≥') + rest;
}

/** The box of the first sign: its leftmost spot and those above and below it. */
function signBox(ink: Ink, box: Box): Box | null {
  const [first, ...others] = findSpots(ink, box).filter(
    ({ right, left }) => right - left >= (box.bottom - box.top) * 0.25,
  );
  if (first === undefined) return null;
  return others
    .filter(({ left, right }) => (left + right) / 2 < first.right)
    .reduce<Box>(
      (all, { left, right, top, bottom }) => ({
        left: Math.min(all.left, left),
        right: Math.max(all.right, right),
        top: Math.min(all.top, top),
        bottom: Math.max(all.bottom, bottom),
      }),
      first,
    );
}

/** Two bars, one above the other. */
function isEquals({ ink, width }: Ink, { left, right, top, bottom }: Box): boolean {
  for (let y = top; y < top + (bottom - top) * 0.4; y++) {
    let count = 0;
    for (let x = left; x < right; x++) count += ink[y * width + x] === 1 ? 1 : 0;
    if (count >= (right - left) * barWidth) return true;
  }
  return false;
}

/** The upper arm of "≤" begins at the right. */
function isBelow({ ink, width }: Ink, { left, right, top, bottom }: Box): boolean {
  let sum = 0;
  let count = 0;
  for (let y = top; y < top + (bottom - top) * 0.2; y++)
    for (let x = left; x < right; x++)
      if (ink[y * width + x] === 1) {
        sum += x;
        count++;
      }
  return count > 0 && sum / count > (left + right) / 2;
}

/** Shares of the sign: the bar is as wide as the sign, and stands in its lower part. */
const barWidth = 0.78;
const barTop = 0.6;

function hasBar({ ink, width }: Ink, { left, right, top, bottom }: Box): boolean {
  for (let y = Math.floor(top + (bottom - top) * barTop); y < bottom; y++) {
    let longest = 0;
    let run = 0;
    for (let x = left; x < right; x++) {
      run = ink[y * width + x] === 1 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    if (longest >= (right - left) * barWidth) return true;
  }
  return false;
}
