import { GrowingInts } from '../../retrieval/growing-ints.ts';
import { fold } from '../../vietnamese/fold.ts';

const k1 = 1.2;
const b = 0.75;

/**
 * BM25 over typed arrays and nothing else, the texts in lower case without marks: what anybody would write in an hour, and the floor that
 * `chidao bench` puts beside the product's search.
 */
export class PlainBm25 {
  readonly #terms = new Map<string, GrowingInts>();
  readonly #lengths = new GrowingInts();
  #total = 0;

  /** Texts are known by the order in which they are added, from 0. */
  add(text: string): void {
    const slot = this.#lengths.length;
    const words = wordsOf(text);
    this.#lengths.push(words.length);
    this.#total += words.length;
    for (const [word, same] of Map.groupBy(words, (one) => one)) {
      const postings = this.#terms.get(word) ?? new GrowingInts();
      this.#terms.set(word, postings);
      postings.push(slot * 256 + Math.min(255, same.length));
    }
  }

  /** The texts that score best, best first. */
  search(text: string, limit: number): number[] {
    const count = this.#lengths.length;
    const scores = new Float32Array(count);
    const average = this.#total / count;
    for (const word of new Set(wordsOf(text))) {
      const { values, length } = this.#terms.get(word) ?? new GrowingInts();
      const rarity = Math.log(1 + (count - length + 0.5) / (length + 0.5));
      for (let at = 0; at < length; at++) {
        const slot = (values[at] ?? 0) >>> 8;
        const times = (values[at] ?? 0) & 255;
        const norm = k1 * (1 - b + (b * this.#lengths.get(slot)) / average);
        scores[slot] = (scores[slot] ?? 0) + (rarity * times * (k1 + 1)) / (times + norm);
      }
    }
    return best(scores, limit);
  }
}

const wordsOf = (text: string): string[] => fold(text.normalize('NFC')).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Equal scores keep the order of adding. */
function best(scores: Float32Array, limit: number): number[] {
  const kept: number[] = [];
  for (let slot = 0; slot < scores.length; slot++) {
    const score = scores[slot] ?? 0;
    const worst = scores[kept.at(-1) ?? -1] ?? 0;
    if (score === 0 || (kept.length === limit && score <= worst)) continue;
    const place = kept.findIndex((other) => (scores[other] ?? 0) < score);
    kept.splice(place === -1 ? kept.length : place, 0, slot);
    if (kept.length > limit) kept.pop();
  }
  return kept;
}
