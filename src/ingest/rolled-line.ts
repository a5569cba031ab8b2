import { allMatches } from '../vietnamese/all-matches.ts';

/** Shorter lines are left as they are, and those with fewer points. */
const shortestRoll = 400;
const fewestPoints = 3;

/**
 * Where a point, a section or an article begins inside a line: "… II. KINH PHÍ …", "… như sau: 1. Phát triển …", "… đúng hạn. d) Tối thiểu …".
 * A number stands behind something that ends, or behind a heading in capitals; the letter of a point behind anything.
 */
const opening =
  /(?<=[.;:)\]”"…]|\p{Lu}{2}|\d) +(?=(?:[IVX]{1,5}[.)]|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]) ?\p{Lu})|(?<=[.;:]) +(?=[-–+•] ?\p{Lu})| (?=[a-zđ]\) ?\p{Lu})|(?<=[.;:)]|\p{Lu}{2}) (?=Điều \d{1,3}\. ?\p{Lu}|(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|Nơi nhận) ?:)/gu;

/** Where a line that holds a whole document, or a long stretch of one, has to be cut so that each point opens a line; `[]` for other lines. */
export function cutsOf(line: string): number[] {
  if (line.length < shortestRoll) return [];
  const cuts = allMatches(opening, line).map((match) => match.index);
  return cuts.length < fewestPoints ? [] : cuts;
}
