import { lengthNorm, saturated } from './passage-scorer.ts';
import type { WordIndex } from './word-index.ts';
import type { WordQuery } from './word-query.ts';

/** Postings read for one question; the rarest terms come first, and what is left over are terms that tell little. */
const POSTINGS_BUDGET = 400_000;
const BUCKETS = 1024;

type List = { postings: Uint32Array; weight: number };

/** At most `limit` texts that may be the best for a question, by its rare terms alone; `isAllowed` leaves texts out. */
export function findCandidates(
  index: WordIndex,
  query: WordQuery,
  { limit, isAllowed }: { limit: number; isAllowed: (slot: number) => boolean },
): number[] {
  const scores = new Float32Array(index.size);
  const touched: number[] = [];
  let budget = POSTINGS_BUDGET;
  for (const { postings, weight } of listsOf(index, query)) {
    if (budget < 0) break;
    budget -= postings.length;
    for (let at = 0; at < postings.length; at++) {
      const posting = postings[at] ?? 0;
      const slot = posting >>> 8;
      if (scores[slot] === 0) touched.push(slot);
      scores[slot] = (scores[slot] ?? 0) + weight * saturated(posting & 255, lengthNorm(index, slot));
    }
  }
  const found = touched.filter((slot) => index.lengths.get(slot) > 0 && isAllowed(slot));
  return found.length <= limit ? found : best(found, scores, limit);
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

/** The `limit` highest, give or take those that share the last bucket. */
function best(slots: number[], scores: Float32Array, limit: number): number[] {
  const highest = slots.reduce((high, slot) => Math.max(high, scores[slot] ?? 0), 0);
  const bucketOf = (slot: number) => Math.floor(((scores[slot] ?? 0) / highest) * (BUCKETS - 1));
  const sizes = new Uint32Array(BUCKETS);
  for (const slot of slots) sizes[bucketOf(slot)] = (sizes[bucketOf(slot)] ?? 0) + 1;
  let bucket = BUCKETS - 1;
  for (let taken = sizes[bucket] ?? 0; bucket > 0 && taken < limit; taken += sizes[bucket] ?? 0) bucket--;
  return slots.filter((slot) => bucketOf(slot) >= bucket).slice(0, 2 * limit);
}
