import { inkOf, type Picture } from './picture.ts';

/** A speck is smaller than a full stop: this share of a square point. */
const speckArea = 0.65;

/** The picture as ink on white paper: without its grey ground and its specks of dust, spots too small for any sign. */
export function despeckle(picture: Picture, perPoint: number): Picture {
  const { width, height } = picture;
  const ink = inkOf(picture);
  const most = Math.max(1, Math.round(speckArea * perPoint * perPoint));
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] !== 1) continue;
    const spot = spotAt(ink, { at, most, width });
    if (spot.length <= most) for (const pixel of spot) ink[pixel] = 0;
  }
  return { grey: onWhite(picture, ink), width, height };
}

/** Letters keep their soft edges, which are no more than two pixels from their ink. */
function onWhite({ grey, width, height }: Picture, ink: Uint8Array): Uint8Array {
  const result = new Uint8Array(grey.length).fill(255);
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] === 0) continue;
    const x = at % width;
    const [left, right] = [Math.max(-x, -2), Math.min(width - 1 - x, 2)];
    for (let dy = -2; dy <= 2; dy++) {
      const row = at + dy * width;
      if (row < 0 || row >= height * width) continue;
      for (let dx = left; dx <= right; dx++) result[row + dx] = grey[row + dx] ?? 255;
    }
  }
  return result;
}

/** The pixels of ink that hang together from here; they are taken off the ink. It stops looking beyond the size of a speck. */
function spotAt(ink: Uint8Array, { at, most, width }: { at: number; most: number; width: number }): number[] {
  const spot = [at];
  ink[at] = 2;
  for (let next = 0; next < spot.length; next++) {
    const from = spot[next] ?? 0;
    for (const side of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]) {
      const to = from + side;
      if (ink[to] === 3) return markLarge(ink, spot, most);
      if (ink[to] !== 1) continue;
      ink[to] = 2;
      spot.push(to);
    }
    if (spot.length > most * 4) return markLarge(ink, spot, most);
  }
  return spot.length <= most ? spot : markLarge(ink, spot, most);
}

/** Part of something larger: what touches it later is no speck either. */
function markLarge(ink: Uint8Array, spot: readonly number[], most: number): number[] {
  for (const pixel of spot) ink[pixel] = 3;
  return Array.from({ length: most + 1 }, () => 0);
}
