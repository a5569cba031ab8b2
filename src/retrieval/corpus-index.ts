import {
  type IndexedDirective,
  type IndexedPassage,
  listChangedDirectives,
  listIndexedPassages,
  loadCorpusVersion,
} from '../store/corpus.ts';
import type { Database } from '../store/database.ts';
import { GrowingInts } from './growing-ints.ts';
import { searchWords } from './search-words.ts';
import type { Titles } from './titles.ts';
import { WordIndex } from './word-index.ts';

/** Restricts a search to some directives; an absent field does not restrict. */
export type CorpusFilter = {
  /** Ids of directives. */
  documents?: string[];
  /** Keys of the localities that directives bind. */
  localityKeys?: string[];
  /** Directives whose period meets this one (ISO dates; null is open); those that state none are kept. */
  period?: { from: string | null; to: string | null };
};

export type CorpusHit = { seq: number; score: number };

/** A directive in the index: its title is a text of its own there, never found itself. */
type Entry = { directive: IndexedDirective; slot: number; texts: number[] };

const PASSAGES_A_BATCH = 2_000;
const DIRECTIVES_A_BATCH = 500;
const NO_TITLE = 0xffffffff;
/** An index of which more than this share was removed is built anew: removed texts still take room. */
const MAX_REMOVED_SHARE = 0.5;

/**
 * The passages of all directives in force, indexed by their words in this process. Follows the database: each change, by this process or
 * another, costs as much as the directives it touches.
 */
export class CorpusIndex {
  private readonly database: Database;
  private words = new WordIndex();
  private entries = new Map<string, Entry>();
  private seqOf = new GrowingInts();
  private titleOf = new GrowingInts();
  private version = 0;
  private following: Promise<void> | null = null;

  constructor(database: Database) {
    this.database = database;
  }

  /** Passages that can be found. */
  get size(): number {
    return this.words.count - this.entries.size;
  }

  /** Takes in what has changed since the last call; cheap when nothing has. */
  follow(): Promise<void> {
    this.following ??= this.takeChanges().finally(() => {
      this.following = null;
    });
    return this.following;
  }

  /** The passages that match best by their words, best first; `[]` when none holds any word of the text. */
  search(text: string, limit: number, filter: CorpusFilter = {}): CorpusHit[] {
    const among = this.slotsFor(filter);
    const hits = searchWords(this.words, { text, limit, titles: this.titles(), ...(among ? { among } : {}) });
    return hits.map(({ slot, score }) => ({ seq: this.seqOf.get(slot), score }));
  }

  /** The directives that a filter leaves; null when it does not restrict. */
  documentsFor(filter: CorpusFilter): string[] | null {
    return this.entriesFor(filter)?.map(({ directive }) => directive.id) ?? null;
  }

  private slotsFor(filter: CorpusFilter): number[][] | null {
    return this.entriesFor(filter)?.map(({ texts }) => texts) ?? null;
  }

  private entriesFor(filter: CorpusFilter): Entry[] | null {
    const { documents, localityKeys, period } = filter;
    if (!documents && !localityKeys && !period) return null;
    const entries = documents
      ? documents.flatMap((id) => this.entries.get(id) ?? [])
      : Array.from(this.entries.values());
    return entries.filter(
      ({ directive }) =>
        (!localityKeys || (directive.localityKey !== null && localityKeys.includes(directive.localityKey))) &&
        (!period || meets(directive, period)),
    );
  }

  private titles(): Titles {
    return {
      titleOf: (slot) => {
        const title = this.titleOf.get(slot);
        return title === NO_TITLE ? null : title;
      },
      all: () => this.entries.values(),
    };
  }

  private async takeChanges(): Promise<void> {
    const version = await loadCorpusVersion(this.database);
    if (version === this.version) return;
    if (version < this.version || this.isMostlyRemoved()) this.clear();
    const changed = await listChangedDirectives(this.database, this.version);
    for (let from = 0; from < changed.length; from += DIRECTIVES_A_BATCH) {
      await this.takeDirectives(changed.slice(from, from + DIRECTIVES_A_BATCH));
    }
    this.version = version;
  }

  private async takeDirectives(changed: IndexedDirective[]): Promise<void> {
    for (const { id } of changed) this.removeEntry(id);
    const inForce = changed.filter(({ isInForce }) => isInForce);
    for (const directive of inForce) this.addEntry(directive);
    const documents = inForce.map(({ id }) => id);
    for (let afterSeq = 0; ; ) {
      const passages = await listIndexedPassages(this.database, { documents, afterSeq, limit: PASSAGES_A_BATCH });
      for (const passage of passages) this.addPassage(passage);
      const last = passages.at(-1);
      if (!last || passages.length < PASSAGES_A_BATCH) return;
      afterSeq = last.seq;
    }
  }

  private addEntry(directive: IndexedDirective): void {
    const { title, number, issuer, localityName } = directive;
    const slot = this.words.add([title, number, issuer, localityName].filter(Boolean).join('\n'));
    this.titleOf.set(slot, NO_TITLE);
    this.entries.set(directive.id, { directive, slot, texts: [] });
  }

  private addPassage({ seq, document, heading, text }: IndexedPassage): void {
    const entry = this.entries.get(document);
    if (!entry) return;
    const above = heading.filter((line) => !text.includes(line));
    const slot = this.words.add([...above, text].join('\n'));
    this.seqOf.set(slot, seq);
    this.titleOf.set(slot, entry.slot);
    entry.texts.push(slot);
  }

  private removeEntry(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    for (const slot of [entry.slot, ...entry.texts]) this.words.remove(slot);
    this.entries.delete(id);
  }

  private isMostlyRemoved(): boolean {
    return this.words.size > PASSAGES_A_BATCH && this.words.count < (1 - MAX_REMOVED_SHARE) * this.words.size;
  }

  private clear(): void {
    this.words = new WordIndex();
    this.entries = new Map();
    this.seqOf = new GrowingInts();
    this.titleOf = new GrowingInts();
    this.version = 0;
  }
}

function meets(directive: IndexedDirective, period: { from: string | null; to: string | null }): boolean {
  const { periodFrom, periodTo } = directive;
  const endsBefore = periodTo !== null && period.from !== null && periodTo < period.from;
  const startsAfter = periodFrom !== null && period.to !== null && periodFrom > period.to;
  return !endsBefore && !startsAfter;
}
