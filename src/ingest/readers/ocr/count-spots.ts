import type { Box } from './crop.ts';

/** Less is dust. */
const smallestSpot = 5;

/**
 * How many spots of ink hang together within a box: as many as a figure has digits and commas. Recognition leaves commas out with full
 * confidence ("3,1" → "31"); the ink shows them.
 */
export function countSpots(
  { ink, width }: { ink: Uint8Array; width: number },
  { left, top, right, bottom }: Box,
): number {
  const across = right - left;
  const open = new Uint8Array(across * (bottom - top));
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) open[(y - top) * across + x - left] = ink[y * width + x] === 1 ? 1 : 0;
  let spots = 0;
  for (let at = 0; at < open.length; at++) if (open[at] === 1 && takeSpot(open, at, across) >= smallestSpot) spots++;
  return spots;
}

/** The size of the spot here, which is taken away. */
function takeSpot(open: Uint8Array, from: number, across: number): number {
  const spot = [from];
  open[from] = 0;
  for (let next = 0; next < spot.length; next++) {
    const at = spot[next] ?? 0;
    const x = at % across;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = x === 0 ? 0 : -1; dx <= (x === across - 1 ? 0 : 1); dx++) {
        const to = at + dy * across + dx;
        if (open[to] !== 1) continue;
        open[to] = 0;
        spot.push(to);
      }
    }
  }
  return spot.length;
}
