import type { Box } from './crop.ts';
import { takeSpot } from './find-spots.ts';
import type { Picture } from './picture.ts';

/** Red, green, blue and opacity of each pixel, row by row. */
export type Pixels = ArrayLike<number>;

/** A red is a seal's when it lies so far above green and blue. */
const leastRed = 30;
/** Points a cell of the map in which seals are looked for. */
const cell = 2;
/** A seal is round and this wide, in points: 36 to 42 mm with what is printed around it (Nghị định 99/2016/NĐ-CP). */
const narrowest = 60;
const widest = 170;
const mostOblong = 1.4;

/**
 * The picture with the red of its round seals taken for paper: a seal stands over text as often as not. Red of any other shape stays:
 * stamps of secrecy are seen by it, and figures may be printed in red.
 */
export function dropSeals(picture: Picture, pixels: Pixels, perPoint: number): Picture {
  const { width, height } = picture;
  const size = { across: Math.ceil(width / (cell * perPoint)), down: Math.ceil(height / (cell * perPoint)) };
  const step = cell * perPoint;
  const map = redMap(pixels, picture, { ...size, step });
  const seals = blots(map, size).filter(isSeal);
  if (seals.length === 0) return picture;
  const grey = picture.grey.slice();
  for (const { left, top, right, bottom } of seals) {
    // A cell further out: not every pixel was looked at.
    for (let y = Math.max(0, Math.floor((top - 1) * step)); y < Math.min(height, (bottom + 1) * step); y++)
      for (let x = Math.max(0, Math.floor((left - 1) * step)); x < Math.min(width, (right + 1) * step); x++) {
        const at = y * width + x;
        if (isRed(pixels, at)) grey[at] = pixels[at * 4] ?? 255;
      }
  }
  return { ...picture, grey };
}

function isRed(pixels: Pixels, at: number): boolean {
  const [red, green, blue] = [pixels[at * 4] ?? 0, pixels[at * 4 + 1] ?? 0, pixels[at * 4 + 2] ?? 0];
  return red - Math.max(green, blue) >= leastRed;
}

type MapSize = { across: number; down: number };

/** 1 where a cell has red in it; every other pixel is looked at. */
function redMap(
  pixels: Pixels,
  { width, height }: Picture,
  { across, down, step }: MapSize & { step: number },
): Uint8Array {
  const map = new Uint8Array(across * down);
  for (let y = 0; y < height; y += 2) {
    const row = Math.min(down - 1, Math.floor(y / step)) * across;
    for (let x = 0; x < width; x += 2)
      if (isRed(pixels, y * width + x)) map[row + Math.min(across - 1, Math.floor(x / step))] = 1;
  }
  return map;
}

/** What of the map hangs together; cells one apart still do, since seals are worn. */
function blots(map: Uint8Array, { across }: MapSize): Box[] {
  const found: Box[] = [];
  for (let from = 0; from < map.length; from++)
    if (map[from] === 1) found.push(takeSpot(map, from, { across, reach: 2 }));
  return found;
}

function isSeal({ left, top, right, bottom }: Box): boolean {
  const [across, down] = [(right - left) * cell, (bottom - top) * cell];
  const [small, large] = [Math.min(across, down), Math.max(across, down)];
  return small >= narrowest && large <= widest && large <= small * mostOblong;
}
