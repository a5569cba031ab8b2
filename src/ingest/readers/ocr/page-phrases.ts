import { buildPhrases, type Phrases } from '../../../vietnamese/phrases.ts';
import type { SeenLine, SeenWord } from './seen-word.ts';

/** Words recognised with more stand as they are. */
const sure = 90;

/**
 * The phrases that a page says clearly in small letters: a name is written alike all over a document, and marks over capitals, as in its
 * head, are pressed flat.
 */
export const pagePhrases = (lines: readonly SeenLine[]): Phrases =>
  buildPhrases(lines.flatMap(({ words }) => sureRuns(words)));

function sureRuns(words: readonly SeenWord[]): string[] {
  const runs: string[][] = [[]];
  for (const { text, confidence, isDoubtful } of words) {
    if (isDoubtful || confidence < sure || text === text.toUpperCase()) runs.push([]);
    else runs.at(-1)?.push(text);
  }
  return runs.map((run) => run.join(' '));
}
