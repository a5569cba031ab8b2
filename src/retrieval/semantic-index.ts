import type { Directive } from '../domain/directive.ts';
import type { EmbeddingModel } from '../domain/embedding.ts';
import { ModelError } from '../domain/errors.ts';
import type { Database } from '../store/database.ts';
import { findDirectives } from '../store/directives.ts';
import {
  beginEmbeddingIndex,
  completeEmbeddingIndex,
  countUnembedded,
  findEmbeddingIndex,
  lastCompleteIndex,
  listUnembedded,
  type Unembedded,
} from '../store/embedding-indexes.ts';
import { makeNearGraph } from '../store/near-graph.ts';
import { pairVectors, savePassageVectors } from '../store/passage-vectors.ts';

const passagesAtOnce = 64;
/** After a failure questions are searched by words alone for so long, instead of waiting each time. */
const restMilliseconds = 30_000;

export type SemanticParts = {
  database: Database;
  /** The model that is configured. */
  wanted: EmbeddingModel;
  /** A model of that endpoint for questions, which wait for it: the wanted one, or the one whose index is complete while the wanted one's is not. */
  named: (model: string) => EmbeddingModel;
  /** Whether the text of a directive may be sent to the endpoint; what may not is searched by words alone. */
  mayLeave: (directive: Directive) => boolean;
  /** Whether a text bears a mark of secrecy: it is never sent. */
  isSecret: (text: string) => boolean;
  now: () => Date;
  /** Told once each time the endpoint stops answering. */
  unreachable: (error: ModelError) => void;
};

/** One index of vectors a model, made up in the background; searched with the wanted one once it is complete, with the one before it until then. */
export class SemanticIndex {
  private readonly parts: SemanticParts;
  private open: readonly string[] = [];
  private withheld: readonly string[] = [];
  private searched: EmbeddingModel | null = null;
  private restsUntil = 0;

  constructor(parts: SemanticParts) {
    this.parts = parts;
  }

  /** Decides which index questions are searched with now. */
  async choose(): Promise<void> {
    const { database, wanted, named, mayLeave } = this.parts;
    const directives = await findDirectives(database);
    this.open = directives.filter(mayLeave).map(({ id }) => id);
    this.withheld = directives.filter((directive) => !mayLeave(directive)).map(({ id }) => id);
    const own = await findEmbeddingIndex(database, wanted.name);
    const before = await lastCompleteIndex(database);
    const searched = own?.completedAt ? own : before;
    this.searched = searched === null ? null : this.patient(named(searched.model));
  }

  /** The model to embed a question with; null when no index is complete. Its `embed` gives no vector while the endpoint is down. */
  current(): EmbeddingModel | null {
    return this.searched;
  }

  /** The endpoint did not answer when it was asked last, and is not asked again yet. */
  isResting(): boolean {
    return performance.now() < this.restsUntil;
  }

  /** Ids of directives that may not be sent to the endpoint and so are searched by words alone. */
  heldBack(): readonly string[] {
    return this.withheld;
  }

  /**
   * Embeds every passage that may leave and has no vector yet, each batch stored before the next, so that a stopped run goes on where it
   * was; one that is told to stop ends after its batch. Gives how many were embedded. Throws ModelError when the endpoint fails; what was stored stays.
   */
  async makeUp(progress: (done: number, all: number) => void, signal?: AbortSignal): Promise<number> {
    const { database, wanted, now } = this.parts;
    await this.choose();
    const unembedded = { model: wanted.name, documents: this.open };
    const all = await countUnembedded(database, unembedded);
    let done = 0;
    for (let after = 0; ; ) {
      if (signal?.aborted === true) return done;
      const passages = await listUnembedded(database, unembedded, { after, limit: passagesAtOnce });
      if (passages.length === 0) break;
      after = passages.at(-1)?.seq ?? after;
      done += await this.embed(passages);
      progress(done, Math.max(all, done));
    }
    await completeEmbeddingIndex(database, wanted.name, now());
    await this.choose();
    return done;
  }

  /** Gives how many got their vector: what bears a mark of secrecy stays here. */
  private async embed(passages: readonly Unembedded[]): Promise<number> {
    const { database, wanted, isSecret } = this.parts;
    const harmless = passages.filter((passage) => !isSecret(withContext(passage)));
    if (harmless.length === 0) return 0;
    const vectors = await wanted.embed(harmless.map(withContext));
    await this.checkLength(vectors[0]?.length ?? 0);
    const seqs = harmless.map(({ seq }) => seq);
    await savePassageVectors(database, wanted.name, pairVectors(seqs, vectors));
    return harmless.length;
  }

  /** A model that gives vectors of another length under the same name is not the one that made the index. */
  private async checkLength(length: number): Promise<void> {
    const { database, wanted } = this.parts;
    await beginEmbeddingIndex(database, wanted.name, length);
    await makeNearGraph(database, { model: wanted.name, dimensions: length });
    const index = await findEmbeddingIndex(database, wanted.name);
    if (index !== null && index.dimensions !== length)
      throw new ModelError(`vectors of length ${length} for an index of ${index.dimensions}`);
  }

  private patient(model: EmbeddingModel): EmbeddingModel {
    return {
      name: model.name,
      dimensions: model.dimensions,
      kind: model.kind,
      embed: async (texts) => {
        if (this.isResting()) return [];
        try {
          return await model.embed(texts);
        } catch (error) {
          if (!(error instanceof ModelError)) throw error;
          this.restsUntil = performance.now() + restMilliseconds;
          this.parts.unreachable(error);
          return [];
        }
      },
    };
  }
}

/** A row of a table says little without what it is a table of. */
const withContext = ({ title, heading, above, text }: Unembedded): string =>
  [[title, ...heading].join(' › '), above, text].filter((part) => part !== '').join('\n');
