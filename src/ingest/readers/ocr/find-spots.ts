import type { Box } from './crop.ts';

/** Less is dust. */
const smallestSpot = 5;

/** Ink that hangs together: its box (`right` and `bottom` just outside) and how many pixels it has. */
export type Spot = Box & { area: number };

/** The spots of ink within a box, from left to right: as many as a figure has digits and commas, where none touch. */
export function findSpots(
  { ink, width }: { ink: Uint8Array; width: number },
  { left, top, right, bottom }: Box,
): Spot[] {
  const across = right - left;
  const open = new Uint8Array(Math.max(0, across * (bottom - top)));
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) open[(y - top) * across + x - left] = ink[y * width + x] === 1 ? 1 : 0;
  const spots: Spot[] = [];
  for (let at = 0; at < open.length; at++) {
    if (open[at] !== 1) continue;
    const spot = takeSpot(open, at, { across, reach: 1 });
    if (spot.area < smallestSpot) continue;
    spots.push({
      area: spot.area,
      left: spot.left + left,
      right: spot.right + left,
      top: spot.top + top,
      bottom: spot.bottom + top,
    });
  }
  return spots.sort((a, b) => a.left - b.left);
}

/** The spot here, which is taken away; pixels up to `reach` apart hang together. */
export function takeSpot(open: Uint8Array, from: number, { across, reach }: { across: number; reach: number }): Spot {
  const pixels = [from];
  const spot = { area: 0, left: across, right: 0, top: Number.POSITIVE_INFINITY, bottom: 0 };
  open[from] = 0;
  for (let next = 0; next < pixels.length; next++) {
    const at = pixels[next] ?? 0;
    const [x, y] = [at % across, Math.floor(at / across)];
    spot.left = Math.min(spot.left, x);
    spot.right = Math.max(spot.right, x + 1);
    spot.top = Math.min(spot.top, y);
    spot.bottom = Math.max(spot.bottom, y + 1);
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = Math.max(-reach, -x); dx <= Math.min(reach, across - 1 - x); dx++) {
        const to = at + dy * across + dx;
        if (open[to] !== 1) continue;
        open[to] = 0;
        pixels.push(to);
      }
    }
  }
  return { ...spot, area: pixels.length };
}
