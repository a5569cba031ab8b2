import { lengthNorm, saturated } from './passage-scorer.ts';
import { rankingWeights } from './ranking-weights.ts';
import type { Titles } from './titles.ts';
import type { WordIndex } from './word-index.ts';
import type { WordQuery } from './word-query.ts';

/** Postings read for one question; the rarest terms come first, and what is left over are terms that tell little. */
const POSTINGS_BUDGET = 400_000;
const BUCKETS = 1024;

type List = { postings: Uint32Array; weight: number };

export type CandidateLimits = {
  /** About as many are given at most. */
  most: number;
  among: number[] | undefined;
  titles: Titles | undefined;
};

/** The texts that may be the best for a question, by its rare terms alone, to be scored exactly afterwards. */
export function findCandidates(index: WordIndex, query: WordQuery, limits: CandidateLimits): number[] {
  const scores = new Float32Array(index.size);
  const touched: number[] = [];
  const add = (slot: number, amount: number) => {
    if (scores[slot] === 0) touched.push(slot);
    scores[slot] = (scores[slot] ?? 0) + amount;
  };
  let budget = POSTINGS_BUDGET;
  for (const { postings, weight } of listsOf(index, query)) {
    if (budget < 0) break;
    budget -= postings.length;
    for (let at = 0; at < postings.length; at++) {
      const posting = postings[at] ?? 0;
      const slot = posting >>> 8;
      add(slot, weight * saturated(posting & 255, lengthNorm(index, slot)));
    }
  }
  if (limits.titles) addTitles(limits.titles, { touched: touched.slice(), scores, add });
  const found = touched.filter((slot) => index.lengths.get(slot) > 0 && !limits.titles?.textsUnder(slot));
  return best(onlyAmong(found, limits.among, index.size), scores, limits.most);
}

type Scores = { touched: number[]; scores: Float32Array; add: (slot: number, amount: number) => void };

function addTitles(titles: Titles, { touched, scores, add }: Scores): void {
  for (const title of touched) {
    const texts = titles.textsUnder(title);
    for (const slot of texts ?? []) add(slot, rankingWeights.title * (scores[title] ?? 0));
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

function onlyAmong(slots: number[], among: number[] | undefined, size: number): number[] {
  if (!among) return slots;
  const isIn = new Uint8Array(size);
  for (const slot of among) isIn[slot] = 1;
  return slots.filter((slot) => isIn[slot] === 1);
}

/** The highest, together with all that share the last one's bucket, but never more than twice as many. */
function best(slots: number[], scores: Float32Array, most: number): number[] {
  if (slots.length <= most) return slots;
  const highest = slots.reduce((high, slot) => Math.max(high, scores[slot] ?? 0), 0);
  const bucketOf = (slot: number) => Math.floor(((scores[slot] ?? 0) / highest) * (BUCKETS - 1));
  const sizes = new Uint32Array(BUCKETS);
  for (const slot of slots) sizes[bucketOf(slot)] = (sizes[bucketOf(slot)] ?? 0) + 1;
  let bucket = BUCKETS - 1;
  for (let taken = sizes[bucket] ?? 0; bucket > 0 && taken < most; taken += sizes[bucket] ?? 0) bucket--;
  return slots.filter((slot) => bucketOf(slot) >= bucket).slice(0, 2 * most);
}
