import { GrowingInts } from './growing-ints.ts';
import { tokensOf } from './terms.ts';
import { Vocabulary } from './vocabulary.ts';

const SEQUENCE_CHUNK_BITS = 18;
const SEQUENCE_CHUNK = 1 << SEQUENCE_CHUNK_BITS;
const PAIR_CELL_BITS = 22;
const FEW_PAIR_CELL_BITS = 18;
const MAX_TF = 255;

/**
 * The words of many short texts, held in memory: for each term the texts it stands in, and each text as its sequence of terms.
 * Candidates are found through the first, and scored exactly (pairs and nearness included) through the second. About 2.5 kB a text of 1.1 kB.
 * Texts are known by the number that `add` gives; numbers of removed texts are not used again.
 */
export class WordIndex {
  readonly vocabulary = new Vocabulary();
  /** Texts in which a folded term stands. */
  readonly foldedFrequency = new GrowingInts(1024);
  /** Texts in which an accented term stands. */
  readonly accentedFrequency = new GrowingInts(1024);
  /** Terms in each text; 0 for a removed one. */
  readonly lengths = new GrowingInts(1024);
  /** Texts that are in, removed ones left out. */
  count = 0;
  private totalLength = 0;
  private readonly starts = new GrowingInts(1024);
  private readonly chunks: Uint32Array[] = [];
  private used = 0;
  /** For each accented term: text number << 8 | times it stands there. */
  private readonly postings: GrowingInts[] = [];
  private readonly scratch = new Map<'all' | 'among', Float32Array>();
  private pairCells = new Uint32Array(1 << FEW_PAIR_CELL_BITS);
  private readonly timesInText = new GrowingInts(1024);
  /** The last text, counted from 1, in which a term was counted: each text counts once. */
  private round = 0;
  private readonly accentedRound = new GrowingInts(1024);
  private readonly foldedRound = new GrowingInts(1024);

  /** Numbers given out so far: one more than the highest. */
  get size(): number {
    return this.lengths.length;
  }

  get averageLength(): number {
    return this.count === 0 ? 1 : Math.max(1, this.totalLength / this.count);
  }

  /** Takes a text in and gives its number. Texts beyond 2^18 terms are cut there. */
  add(text: string): number {
    const slot = this.lengths.length;
    const sequence = this.reserve(tokensOf(text));
    this.starts.set(slot, this.used - sequence.length);
    this.lengths.set(slot, sequence.length);
    this.post(slot, sequence);
    this.countTerms(sequence, 1);
    return slot;
  }

  /** Takes a text out: it is found no more and frequencies are as if it had never been there. */
  remove(slot: number): void {
    const sequence = this.sequenceOf(slot);
    if (sequence.length === 0) return;
    this.countTerms(sequence, -1);
    this.lengths.set(slot, 0);
  }

  /** The accented terms of a text in their order; empty for a removed one. A view: do not keep or change it. */
  sequenceOf(slot: number): Uint32Array {
    const start = this.starts.get(slot);
    const chunk = this.chunks[start >>> SEQUENCE_CHUNK_BITS];
    const offset = start & (SEQUENCE_CHUNK - 1);
    return chunk === undefined ? new Uint32Array() : chunk.subarray(offset, offset + this.lengths.get(slot));
  }

  /** Where an accented term stands, each as text number << 8 | times (255 and more is 255); removed texts may still be among them. */
  postingsOf(term: number): Uint32Array {
    const list = this.postings[term];
    return list === undefined ? new Uint32Array() : list.values.subarray(0, list.length);
  }

  /** How often two folded terms stand side by side; may count too many where different pairs share a cell. */
  pairFrequency(left: number, right: number): number {
    return this.pairCells[this.pairCell(left, right)] ?? 0;
  }

  /** A score of 0 for each text. The same array each time: a new one of a million places costs as much as reading half a million postings. */
  blankScores(use: 'all' | 'among'): Float32Array {
    const known = this.scratch.get(use);
    if (known !== undefined && known.length >= this.size) return known.subarray(0, this.size).fill(0);
    const made = new Float32Array(Math.ceil(this.size * 1.2));
    this.scratch.set(use, made);
    return made.subarray(0, this.size);
  }

  private reserve(tokens: string[]): Uint32Array {
    const length = Math.min(tokens.length, SEQUENCE_CHUNK);
    const room = this.chunks.length * SEQUENCE_CHUNK - this.used;
    if (room < length) {
      this.used = this.chunks.length * SEQUENCE_CHUNK;
      this.chunks.push(new Uint32Array(SEQUENCE_CHUNK));
    }
    const offset = this.used & (SEQUENCE_CHUNK - 1);
    const chunk = this.chunks[this.used >>> SEQUENCE_CHUNK_BITS] ?? new Uint32Array();
    for (let at = 0; at < length; at++) chunk[offset + at] = this.vocabulary.idOf(tokens[at] ?? '');
    this.used += length;
    return chunk.subarray(offset, offset + length);
  }

  private post(slot: number, sequence: Uint32Array): void {
    const times = this.timesInText;
    for (let at = 0; at < sequence.length; at++) times.add(sequence[at] ?? 0, 1);
    for (let at = 0; at < sequence.length; at++) {
      const term = sequence[at] ?? 0;
      const found = times.get(term);
      if (found === 0) continue;
      times.set(term, 0);
      let list = this.postings[term];
      if (list === undefined) {
        list = new GrowingInts(2);
        this.postings[term] = list;
      }
      list.push(slot * (MAX_TF + 1) + Math.min(found, MAX_TF));
    }
  }

  private countTerms(sequence: Uint32Array, by: 1 | -1): void {
    if (sequence.length === 0) return;
    this.round++;
    let previous = -1;
    for (let at = 0; at < sequence.length; at++) {
      const term = sequence[at] ?? 0;
      const folded = this.vocabulary.foldedOf.get(term);
      if (previous >= 0) this.countPair(previous, folded, by);
      previous = folded;
      if (this.accentedRound.get(term) === this.round) continue;
      this.accentedRound.set(term, this.round);
      this.accentedFrequency.add(term, by);
      if (this.foldedRound.get(folded) === this.round) continue;
      this.foldedRound.set(folded, this.round);
      this.foldedFrequency.add(folded, by);
    }
    this.count += by;
    this.totalLength += by * sequence.length;
    this.growPairs();
  }

  private countPair(left: number, right: number, by: 1 | -1): void {
    const cell = this.pairCell(left, right);
    this.pairCells[cell] = (this.pairCells[cell] ?? 0) + by;
  }

  private pairCell(left: number, right: number): number {
    const mixed = Math.imul(Math.imul(left, 0x9e3779b1) ^ (right + 0x7f4a7c15), 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) >>> 0) & (this.pairCells.length - 1);
  }

  /** More cells once there are as many pairs as cells; counting anew costs less than adding one text in a hundred. */
  private growPairs(): void {
    if (this.totalLength < this.pairCells.length || this.pairCells.length >= 1 << PAIR_CELL_BITS) return;
    this.pairCells = new Uint32Array(this.pairCells.length * 4);
    const folded = this.vocabulary.foldedOf;
    for (let slot = 0; slot < this.size; slot++) {
      const sequence = this.sequenceOf(slot);
      for (let at = 1; at < sequence.length; at++) {
        this.countPair(folded.get(sequence[at - 1] ?? 0), folded.get(sequence[at] ?? 0), 1);
      }
    }
  }
}
