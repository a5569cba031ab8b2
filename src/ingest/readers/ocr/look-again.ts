import { isSyllable } from '../encoding/vietnamese-share.ts';
import type { Box } from './crop.ts';
import type { SeenLine, SeenWord } from './seen-word.ts';

/** Words recognised with less are looked at again. */
const sure = 80;

/** The line has a figure, which is never taken at one glance, or a word that was not recognised well, that is none, or that was overlooked. */
export const isWeak = ({ words, overlooked }: SeenLine): boolean => overlooked.length > 0 || words.some(isWeakWord);

const isWeakWord = (word: SeenWord): boolean =>
  /\d/.test(word.text) || word.isDoubtful || word.confidence < sure || !isPlausible(word.text);

/** Vietnamese syllables, figures and capitals are; "dulịch" is not. */
export function isPlausible(text: string): boolean {
  const letters = text.replace(/[^\p{L}]+/gu, ' ').trim();
  return letters === '' || /\d/.test(text) || letters.split(' ').every((word) => isSyllable(word) || isSign(word));
}

const isSign = (word: string): boolean => word === word.toUpperCase() && !/[^\0-\x7fĐ]/.test(word);

/**
 * Two readings of the same line as one: of words that stand in the same place the likelier ones, and those that only one of them saw.
 * `block`: the lines around it, whose words are none of its own.
 */
export function mergedReadings(line: SeenLine, second: readonly SeenWord[], block: readonly SeenLine[]): SeenWord[] {
  const others = block.flatMap((other) => (other === line ? [] : other.words));
  const own = second
    .filter((word) => isLevel(word, line.box) && !others.some((other) => isOver(word, other)))
    .map((word) => onFootOf(line.words[0] ?? word, word));
  return clustersOf(line.words, own).flatMap(({ ones, others }) => chosen(ones, others));
}

/** A line that is looked at alone shows its foot less clearly than the block did. */
const onFootOf = ({ baseline, size }: SeenWord, word: SeenWord): SeenWord => ({ ...word, baseline, size });

/** Not what the line above or below reaches in with. */
function isLevel({ top, bottom }: Box, line: Box): boolean {
  const [middle, edge] = [(top + bottom) / 2, (line.bottom - line.top) * 0.15];
  return middle > line.top + edge && middle < line.bottom - edge;
}

/** Both stand in the same place. */
function isOver(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const smaller = Math.min(
    (one.right - one.left) * (one.bottom - one.top),
    (other.right - other.left) * (other.bottom - other.top),
  );
  return across > 0 && down > 0 && across * down > smaller * 0.4;
}

type Cluster = { left: number; right: number; ones: SeenWord[]; others: SeenWord[] };

/** Words of both readings that stand over one another. */
function clustersOf(first: readonly SeenWord[], second: readonly SeenWord[]): Cluster[] {
  const all = [
    ...first.map((word) => ({ word, isFirst: true })),
    ...second.map((word) => ({ word, isFirst: false })),
  ].sort((a, b) => a.word.left - b.word.left);
  const clusters: Cluster[] = [];
  for (const { word, isFirst } of all) {
    const last = clusters.at(-1);
    const shared = last === undefined ? 0 : last.right - word.left;
    const isOver = last !== undefined && shared > 0.3 * Math.min(word.right - word.left, last.right - last.left);
    const cluster = isOver && last !== undefined ? last : { left: word.left, right: word.right, ones: [], others: [] };
    if (cluster !== last) clusters.push(cluster);
    cluster.right = Math.max(cluster.right, word.right);
    (isFirst ? cluster.ones : cluster.others).push(word);
  }
  return clusters;
}

/** Fewer, and what only one reading saw was dust. */
const leastAlone = 60;

function chosen(ones: readonly SeenWord[], others: readonly SeenWord[]): readonly SeenWord[] {
  if (others.length === 0) return ones.filter((word) => /\d/.test(word.text) || word.confidence >= leastAlone);
  if (ones.length === 0) return others.filter((word) => word.confidence >= leastAlone).map(doubtedFigure);
  const [said, other] = [textOf(ones), textOf(others)];
  if (said === other) return ones.map((word, at) => agreed(word, others[at] ?? word));
  const better = isBetter(others, ones) ? others : ones;
  return /\d/.test(said + other) ? better.map((word) => ({ ...word, isDoubtful: true })) : better;
}

/** Signs at the end of a word are dust as often as not: for them alone the first reading stands. What saw less missed something. */
function isBetter(others: readonly SeenWord[], ones: readonly SeenWord[]): boolean {
  const [said, other] = [lettersOf(ones), lettersOf(others)];
  // The unit above a column; its brackets are taken for digits.
  if (/^\(%\)$/.test(textOf(ones))) return false;
  if (said === other)
    return textOf(others).includes(' ') === textOf(ones).includes(' ') ? false : likelihood(others) > likelihood(ones);
  if (said.includes(other)) return false;
  return other.includes(said) || likelihood(others) > likelihood(ones);
}

const lettersOf = (words: readonly SeenWord[]): string => textOf(words).replace(/[^\p{L}\d]/gu, '');

/** A word that was read twice alike is sure; a figure that was doubted stays so. */
const agreed = (word: SeenWord, other: SeenWord): SeenWord => ({
  ...word,
  confidence: Math.max(word.confidence, other.confidence),
  isDoubtful: /\d/.test(word.text) ? word.isDoubtful || other.isDoubtful : word.isDoubtful && other.isDoubtful,
});

const doubtedFigure = (word: SeenWord): SeenWord => (/\d/.test(word.text) ? { ...word, isDoubtful: true } : word);

const textOf = (words: readonly SeenWord[]): string => words.map(({ text }) => text).join(' ');

/** Confidence, less where a word is none. */
function likelihood(words: readonly SeenWord[]): number {
  const scores = words.map((word) => word.confidence - (isPlausible(word.text) ? 0 : 30));
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** The box of a line, as wide as the text it stands in: words at its ends may not have been seen. */
export const wholeLine = ({ box }: SeenLine, lines: readonly SeenLine[]): Box => ({
  left: Math.min(...lines.map((line) => line.box.left)),
  right: Math.max(...lines.map((line) => line.box.right)),
  top: box.top,
  bottom: box.bottom,
});
