import { rankingWeights as weights } from './ranking-weights.ts';
import type { WordIndex } from './word-index.ts';
import type { QueryPair, WordQuery } from './word-query.ts';

/** BM25's count of a term: 1 for one occurrence in a text of average length, at most k1 + 1. */
export function saturated(times: number, norm: number): number {
  return (times * (weights.k1 + 1)) / (times + norm);
}

/** What a text's length does to its counts. */
export function lengthNorm(index: WordIndex, slot: number): number {
  return weights.k1 * (1 - weights.b + (weights.b * index.lengths.get(slot)) / index.averageLength);
}

/** Scores texts of an index for one question by reading their sequences of terms. Made for one question, then thrown away. */
export class PassageScorer {
  private readonly index: WordIndex;
  /** Weight of the term at each place of the query + 1. */
  private readonly accentedWeight: Float64Array;
  private readonly foldedWeight: Float64Array;
  /** For each accented term of the index its place in the query + 1, exactly and folded; 0 when not asked for. */
  private readonly accentedPlace: Uint8Array;
  private readonly foldedPlace: Uint8Array;
  /** Rarity of the term at each place; place 0 stands for terms not asked for. */
  private readonly rarity: Float64Array;
  private readonly titlePlaces = new Map<number, Uint8Array>();
  private readonly accentedTimes: Uint16Array;
  private readonly foldedTimes: Uint16Array;
  private readonly accentedPairs: PairCounter;
  private readonly foldedPairs: PairCounter;

  constructor(index: WordIndex, query: WordQuery) {
    this.index = index;
    this.accentedWeight = Float64Array.of(0, ...query.accented.map(({ weight }) => weight));
    this.foldedWeight = Float64Array.of(0, ...query.folded.map(({ weight }) => weight));
    this.accentedPlace = new Uint8Array(index.vocabulary.size);
    this.foldedPlace = new Uint8Array(index.vocabulary.size);
    query.accented.forEach(({ terms }, place) => {
      for (const term of terms) this.accentedPlace[term] = place + 1;
    });
    query.folded.forEach(({ terms }, place) => {
      for (const folded of terms) {
        for (const term of index.vocabulary.variantsOf[folded] ?? []) this.foldedPlace[term] = place + 1;
      }
    });
    this.rarity = Float64Array.of(0, ...query.rarity);
    this.accentedTimes = new Uint16Array(query.accented.length + 1);
    this.foldedTimes = new Uint16Array(query.folded.length + 1);
    this.accentedPairs = new PairCounter(query.accented.length, query.accentedPairs);
    this.foldedPairs = new PairCounter(query.folded.length, query.foldedPairs);
  }

  /** Terms and pairs of the question in one text; a term that it lacks and the title above it has counts in part. */
  score(slot: number, title: number | null): number {
    const inTitle = title === null ? null : this.placesIn(title);
    this.count(this.index.sequenceOf(slot));
    const norm = lengthNorm(this.index, slot);
    let score = this.accentedPairs.score(norm) + this.foldedPairs.score(norm);
    const { accentedWeight, foldedWeight, accentedTimes, foldedTimes, rarity } = this;
    for (let place = 1; place < accentedWeight.length; place++) {
      const times = accentedTimes[place] ?? 0;
      if (times > 0) score += (accentedWeight[place] ?? 0) * saturated(times, norm);
    }
    for (let place = 1; place < foldedWeight.length; place++) {
      const times = foldedTimes[place] ?? 0;
      if (times > 0) score += (foldedWeight[place] ?? 0) * saturated(times, norm);
      else if (inTitle !== null && inTitle[place] === 1) score += weights.title * (rarity[place] ?? 0);
    }
    return score;
  }

  /** The most of the question (summed rarity of its terms) that stands within so many syllables of one text. */
  nearness(slot: number, syllables: number): number {
    const sequence = this.index.sequenceOf(slot);
    const inside = this.foldedTimes.fill(0);
    const { rarity } = this;
    let now = 0;
    let most = 0;
    for (let at = 0; at < sequence.length; at++) {
      const entering = this.placeAt(sequence, at);
      inside[entering] = (inside[entering] ?? 0) + 1;
      if (inside[entering] === 1) now += rarity[entering] ?? 0;
      const leaving = at >= syllables ? this.placeAt(sequence, at - syllables) : 0;
      if (leaving > 0) inside[leaving] = (inside[leaving] ?? 0) - 1;
      if (leaving > 0 && inside[leaving] === 0) now -= rarity[leaving] ?? 0;
      if (now > most) most = now;
    }
    return most;
  }

  /** 1 at the place of each folded term that stands in a title. */
  private placesIn(title: number): Uint8Array {
    const known = this.titlePlaces.get(title);
    if (known) return known;
    const places = new Uint8Array(this.rarity.length);
    const sequence = this.index.sequenceOf(title);
    for (let at = 0; at < sequence.length; at++) places[this.placeAt(sequence, at)] = 1;
    this.titlePlaces.set(title, places);
    return places;
  }

  private placeAt(sequence: Uint32Array, at: number): number {
    return this.foldedPlace[sequence[at] ?? 0] ?? 0;
  }

  /** The innermost loop of a search, over every term of every candidate: most are not asked for, and fields are read once. */
  private count(sequence: Uint32Array): void {
    const { foldedPlace, accentedPlace, foldedTimes, accentedTimes, foldedPairs, accentedPairs } = this;
    accentedTimes.fill(0);
    foldedTimes.fill(0);
    accentedPairs.clear();
    foldedPairs.clear();
    let previousFolded = 0;
    let previousAccented = 0;
    for (let at = 0; at < sequence.length; at++) {
      const term = sequence[at] ?? 0;
      const folded = foldedPlace[term] ?? 0;
      if (folded === 0) {
        previousFolded = 0;
        previousAccented = 0;
        continue;
      }
      const accented = accentedPlace[term] ?? 0;
      foldedTimes[folded] = (foldedTimes[folded] ?? 0) + 1;
      accentedTimes[accented] = (accentedTimes[accented] ?? 0) + 1;
      if (previousFolded > 0) foldedPairs.count(previousFolded, folded);
      if (previousAccented > 0) accentedPairs.count(previousAccented, accented);
      previousFolded = folded;
      previousAccented = accented;
    }
  }
}

/** How often each pair of the question stands side by side in the text at hand. Places are those in the query + 1. */
class PairCounter {
  /** Weight of each pair, by its number + 1. */
  private readonly weights: Float64Array;
  private readonly width: number;
  /** Number of the pair + 1 for left × right; 0 for two terms that were not side by side in the question. */
  private readonly pairAt: Uint16Array;
  private readonly times: Uint16Array;

  constructor(terms: number, pairs: QueryPair[]) {
    this.weights = Float64Array.of(0, ...pairs.map(({ weight }) => weight));
    this.width = terms + 1;
    this.pairAt = new Uint16Array(this.width * this.width);
    this.times = new Uint16Array(pairs.length + 1);
    pairs.forEach(({ left, right }, number) => {
      this.pairAt[(left + 1) * this.width + right + 1] = number + 1;
    });
  }

  clear(): void {
    this.times.fill(0);
  }

  count(left: number, right: number): void {
    const pair = this.pairAt[left * this.width + right] ?? 0;
    if (pair > 0) this.times[pair] = (this.times[pair] ?? 0) + 1;
  }

  score(norm: number): number {
    const { times, weights: weightOf } = this;
    let score = 0;
    for (let number = 1; number < times.length; number++) {
      const count = times[number] ?? 0;
      if (count > 0) score += (weightOf[number] ?? 0) * saturated(count, norm);
    }
    return score;
  }
}
