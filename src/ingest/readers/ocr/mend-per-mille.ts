import type { Box } from './crop.ts';
import type { Spot } from './find-spots.ts';

/** Fewer pixels are a flaw of the print, not the inside of a ring. */
const smallestHole = 3;

/**
 * "‰" is no sign that recognition knows: it says "%". Three rings show it, where "%" has two. Null when `said` ends with no such sign, or
 * with one that is right.
 */
export function mendPerMille(
  said: string,
  { ink, width }: { ink: Uint8Array; width: number },
  { box, spots }: { box: Box; spots: readonly Spot[] },
): string | null {
  const [, before = '', behind = ''] = /^([<>≤≥~]?\d[\d.,]*)?%[oO0ọ]?([.,;:)]*)$/u.exec(said) ?? [];
  if (!said.includes('%') || before.length + behind.length + 1 < said.replace(/%[oO0ọ]/u, '%').length) return null;
  const digits = before.replace(/\D/g, '').length;
  const left = digits === 0 ? box.left : digitsEnd(spots, digits, box);
  return holesIn({ ink, width }, { ...box, left }) === 3 ? `${before}‰${behind}` : null;
}

/** Where the last of the digits ends: they are the tall spots from the left. */
function digitsEnd(spots: readonly Spot[], digits: number, box: Box): number {
  const height = Math.max(...spots.map(({ top, bottom }) => bottom - top));
  const tall = spots.filter(({ top, bottom }) => bottom - top > height * 0.7);
  return tall[digits - 1]?.right ?? box.left;
}

/** How many stretches of paper are shut in by ink. */
function holesIn({ ink, width }: { ink: Uint8Array; width: number }, box: Box): number {
  const across = box.right - box.left + 2;
  const down = box.bottom - box.top + 2;
  if (across < 3 || down < 3) return 0;
  const open = new Uint8Array(across * down).fill(1);
  for (let y = 1; y < down - 1; y++)
    for (let x = 1; x < across - 1; x++)
      if (ink[(y - 1 + box.top) * width + x - 1 + box.left] === 1) open[y * across + x] = 0;
  flood(open, 0, across);
  let holes = 0;
  for (let at = 0; at < open.length; at++) if (open[at] === 1 && flood(open, at, across) >= smallestHole) holes++;
  return holes;
}

/** Takes the stretch of paper here away; how large it was. Corners let nothing through. */
function flood(open: Uint8Array, from: number, across: number): number {
  const pixels = [from];
  open[from] = 0;
  for (let next = 0; next < pixels.length; next++) {
    const at = pixels[next] ?? 0;
    const x = at % across;
    for (const to of [at - across, at + across, x === 0 ? -1 : at - 1, x === across - 1 ? -1 : at + 1]) {
      if (open[to] !== 1) continue;
      open[to] = 0;
      pixels.push(to);
    }
  }
  return pixels.length;
}
