import { buildPhrases, type Phrases } from '../../../vietnamese/phrases.ts';
import type { SeenLine, SeenWord } from './seen-word.ts';

/** Words recognised with more stand as they are. */
const sure = 90;

/** The phrases that a page says clearly: a name is written alike all over a document. */
export const pagePhrases = (lines: readonly SeenLine[]): Phrases =>
  buildPhrases(lines.flatMap(({ words }) => sureRuns(words)));

function sureRuns(words: readonly SeenWord[]): string[] {
  const runs: string[][] = [[]];
  for (const { text, confidence, isDoubtful } of words) {
    if (isDoubtful || confidence < sure) runs.push([]);
    else runs.at(-1)?.push(text);
  }
  return runs.map((run) => run.join(' '));
}
