import { findCandidates } from './find-candidates.ts';
import { PassageScorer } from './passage-scorer.ts';
import { rankingWeights } from './ranking-weights.ts';
import type { Titles } from './titles.ts';
import type { WordIndex } from './word-index.ts';
import { readWordQuery } from './word-query.ts';

export type WordHit = {
  slot: number;
  /** About 1 for a passage that has every word of the question close together, near 0 for one that shares a common word. */
  score: number;
};

export type WordSearch = {
  text: string;
  limit: number;
  /** The only texts that may be found, as many together as they lie; absent, all may. */
  among?: readonly (readonly number[])[];
  titles?: Titles;
};

const CANDIDATES = 1500;
const NEARNESS_CANDIDATES = 50;

/** The texts that match a question best by its words, best first; `[]` when no word of it occurs. Equal scores keep the order of adding. */
export function searchWords(index: WordIndex, { text, limit, among, titles }: WordSearch): WordHit[] {
  const query = readWordQuery(index, text);
  if (query.folded.length === 0) return [];
  const scorer = new PassageScorer(index, query);
  const most = Math.max(CANDIDATES, limit);
  const isFew = among !== undefined && among.reduce((sum, texts) => sum + texts.length, 0) <= most;
  const candidates = isFew ? among.flat() : findCandidates(index, query, { most, among, titles });
  const hits = candidates
    .map((slot) => ({ slot, score: scorer.score(slot, titles?.titleOf(slot) ?? null) }))
    .filter(({ score }) => score > 0)
    .sort(byScore)
    .slice(0, Math.max(NEARNESS_CANDIDATES, 2 * limit));
  for (const hit of hits) {
    for (const { syllables, weight } of rankingWeights.windows) {
      hit.score += weight * scorer.nearness(hit.slot, syllables);
    }
    hit.score /= query.ideal;
  }
  return hits.sort(byScore).slice(0, limit);
}

function byScore(a: WordHit, b: WordHit): number {
  return b.score - a.score || a.slot - b.slot;
}
