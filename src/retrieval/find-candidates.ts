import { rankingWeights } from './ranking-weights.ts';
import type { Titles } from './titles.ts';
import type { WordIndex } from './word-index.ts';
import type { WordQuery } from './word-query.ts';

/** Postings read for one question; the rarest terms come first, and what is left over are terms that tell little. */
const POSTINGS_BUDGET = 1_000_000;
const BUCKETS = 1024;

type List = { postings: Uint32Array; weight: number };

export type CandidateLimits = {
  /** About as many are given at most. */
  most: number;
  among: readonly (readonly number[])[] | undefined;
  titles: Titles | undefined;
};

/** The texts that may be the best for a question, by its rare terms alone, to be scored exactly afterwards. */
export function findCandidates(index: WordIndex, query: WordQuery, limits: CandidateLimits): number[] {
  const scores = index.blankScores('all');
  let budget = POSTINGS_BUDGET;
  for (const { postings, weight } of listsOf(index, query)) {
    if (postings.length > budget && budget < POSTINGS_BUDGET) break;
    budget -= postings.length;
    addPostings(index, scores, { postings, weight });
  }
  if (limits.titles) passTitlesOn(limits.titles, scores);
  return best(onlyAmong(index, scores, limits.among), limits.most).filter((slot) => index.lengths.get(slot) > 0);
}

/** The innermost loop of a search: plain variables only. */
function addPostings(index: WordIndex, scores: Float32Array, { postings, weight }: List): void {
  const lengths = index.lengths.values;
  const perTerm = (rankingWeights.k1 * rankingWeights.b) / index.averageLength;
  const base = rankingWeights.k1 * (1 - rankingWeights.b);
  const gain = weight * (rankingWeights.k1 + 1);
  for (let at = 0; at < postings.length; at++) {
    const posting = postings[at] ?? 0;
    const slot = posting >>> 8;
    const times = posting & 255;
    scores[slot] = (scores[slot] ?? 0) + (gain * times) / (times + base + perTerm * (lengths[slot] ?? 0));
  }
}

/** Below this share of the best title's score a title shares no more than words that nearly all titles have. */
const TITLE_SHARE = 0.15;

/** A title is no candidate, but what it scored lifts the texts under it. */
function passTitlesOn(titles: Titles, scores: Float32Array): void {
  let highest = 0;
  for (const { slot } of titles.all()) highest = Math.max(highest, scores[slot] ?? 0);
  for (const { slot: title, texts } of titles.all()) {
    const score = scores[title] ?? 0;
    scores[title] = 0;
    if (score <= TITLE_SHARE * highest) continue;
    for (const slot of texts) scores[slot] = (scores[slot] ?? 0) + rankingWeights.title * score;
  }
}

/**
 * The postings to read, rarest first: for a term typed with diacritics those of its exact spelling,
 * for one typed bare, or whose spelling no text holds, those of all spellings.
 */
function listsOf(index: WordIndex, query: WordQuery): List[] {
  const exact = new Set<number>();
  const lists: (List & { frequency: number })[] = [];
  for (const { terms, weight } of query.accented) {
    for (const term of terms) {
      exact.add(index.vocabulary.foldedOf.get(term));
      const postings = index.postingsOf(term);
      lists.push({ postings, weight, frequency: postings.length });
    }
  }
  for (const { terms, weight } of query.folded) {
    for (const folded of terms.filter((term) => !exact.has(term))) {
      const frequency = index.foldedFrequency.get(folded);
      for (const term of index.vocabulary.variantsOf[folded] ?? []) {
        lists.push({ postings: index.postingsOf(term), weight, frequency });
      }
    }
  }
  return lists.sort((a, b) => a.frequency - b.frequency);
}

function onlyAmong(index: WordIndex, scores: Float32Array, among: CandidateLimits['among']): Float32Array {
  if (!among) return scores;
  const kept = index.blankScores('among');
  for (const texts of among) for (const slot of texts) kept[slot] = scores[slot] ?? 0;
  return kept;
}

/** The places of the `most` highest scores above 0; of nearly equal ones at the border the first. */
function best(scores: Float32Array, most: number): number[] {
  const border = borderOf(scores, most);
  const found: number[] = [];
  const atBorder: number[] = [];
  for (let slot = 0; slot < scores.length; slot++) {
    const score = scores[slot] ?? 0;
    if (score >= border.to) found.push(slot);
    else if (score > 0 && score >= border.from && atBorder.length < most) atBorder.push(slot);
  }
  return found.concat(atBorder.slice(0, most - found.length));
}

/** Fewer than `most` scores lie at or above `to`, at least so many at or above `from` (which is 0 when there are not so many at all). */
function borderOf(scores: Float32Array, most: number): { from: number; to: number } {
  let highest = 0;
  for (let slot = 0; slot < scores.length; slot++) highest = Math.max(highest, scores[slot] ?? 0);
  if (highest === 0) return { from: 0, to: Number.POSITIVE_INFINITY };
  const sizes = new Uint32Array(BUCKETS + 1);
  const scale = BUCKETS / highest;
  for (let slot = 0; slot < scores.length; slot++) {
    const bucket = Math.trunc((scores[slot] ?? 0) * scale);
    sizes[bucket] = (sizes[bucket] ?? 0) + 1;
  }
  let bucket = BUCKETS;
  for (let taken = sizes[bucket] ?? 0; bucket > 0 && taken < most; taken += sizes[bucket] ?? 0) bucket--;
  return { from: bucket / scale, to: (bucket + 1) / scale };
}
