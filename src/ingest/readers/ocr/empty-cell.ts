import type { RuledCell } from '../printed/ruled-grid.ts';
import { type Box, cropped } from './crop.ts';
import { findSpots } from './find-spots.ts';
import { inkOf, type Picture } from './picture.ts';
import type { SeenWord } from './seen-word.ts';

/** Points that remains of the lines reach into a cell, and how high the lowest letter is. */
const edge = 2;
const lowestLetter = 3;
const room = 3;

/** What is printed in a cell in which no word was seen: a lone figure in a column is overlooked at times. Null when nothing is. */
export function emptyCell(
  page: Picture,
  { cell, words, perPoint }: { cell: RuledCell; words: readonly SeenWord[]; perPoint: number },
): Box | null {
  const inside: Box = {
    left: Math.round((cell.left + edge) * perPoint),
    top: Math.round((cell.top + edge) * perPoint),
    right: Math.round((cell.right - edge) * perPoint),
    bottom: Math.round((cell.bottom - edge) * perPoint),
  };
  if (inside.right - inside.left < 10 || inside.bottom - inside.top < 10) return null;
  if (words.some((word) => isIn(word, inside))) return null;
  const { picture, toSource } = cropped(page, { box: inside, shown: [inside], scale: 1 });
  const spots = findSpots(
    { ink: inkOf(picture), width: picture.width },
    { left: 0, top: 0, right: picture.width, bottom: picture.height },
  );
  const letters = spots.filter(({ top, bottom }) => bottom - top >= lowestLetter * perPoint);
  if (letters.length === 0) return null;
  const start = toSource(Math.min(...letters.map(({ left }) => left)), Math.min(...letters.map(({ top }) => top)));
  const end = toSource(
    Math.max(...letters.map(({ right }) => right)),
    Math.max(...letters.map(({ bottom }) => bottom)),
  );
  const free = room * perPoint;
  return { left: start.x - free, top: start.y - free, right: end.x + free, bottom: end.y + free };
}

const isIn = ({ left, right, top, bottom }: SeenWord, box: Box): boolean => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
};
