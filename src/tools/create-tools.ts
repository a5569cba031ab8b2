import type { EmbeddingModel } from '../domain/embedding.ts';
import type { CorpusIndex } from '../retrieval/corpus-index.ts';
import { findPassages } from '../retrieval/find-passages.ts';
import type { Database } from '../store/database.ts';
import { createCatalogSource } from './catalog-source.ts';
import { type CorpusView, currentView } from './corpus-view.ts';
import { createReader } from './create-reader.ts';
import type { Language } from './language.ts';
import { createRelationSource } from './relation-source.ts';
import { createTextSource } from './text-source.ts';
import type { ToolContext } from './tool.ts';

export type ToolParts = {
  database: Database;
  language: Language;
  /** The word index of the corpus; shared with `chidao search`. */
  index: CorpusIndex;
  /** The model whose vectors are searched, or which one that is at the moment; null searches by words alone. */
  embedding: EmbeddingModel | (() => EmbeddingModel) | null;
  /** Figures and deadlines that nobody has reviewed are left out. Default: false. */
  isReviewedOnly?: boolean;
};

/** What the tools work with, as the corpus is now, as if the `hidden` directives were not there; nothing is loaded before the first call. Follows changes at the cost of what changed. */
export function createTools({
  database,
  language,
  index,
  embedding,
  isReviewedOnly = false,
}: ToolParts): (today: string, view?: CorpusView, hidden?: readonly string[]) => Promise<ToolContext> {
  const catalogs = createCatalogSource(database, { language, isReviewedOnly });
  const reader = createReader(language);
  const textOf = createTextSource(database);
  const relationsOf = createRelationSource(database);
  return async (today, view = currentView, hidden = []) => {
    const catalog = await catalogs.catalog(today, view, hidden);
    const isSeen = (document: string): boolean => !hidden.includes(document);
    const search: ToolContext['search'] = ({ text, documents, limit }) => {
      const searched =
        (documents ?? (hidden.length === 0 ? catalog.searched : catalog.directives.map(({ id }) => id)))?.filter(
          isSeen,
        ) ?? null;
      return findPassages(
        { database, index, embedding: typeof embedding === 'function' ? embedding() : embedding },
        { text, limit, ...(searched === null ? {} : { documents: [...searched] }) },
      );
    };
    return {
      catalog,
      reader,
      textOf: async (document) => (isSeen(document) ? textOf(document) : null),
      search,
      relationsOf: async (directive) =>
        (await relationsOf(directive))
          .filter(({ from }) => isSeen(from.id))
          .map((known) => (known.to === null || isSeen(known.to.id) ? known : { ...known, to: null })),
      today,
    };
  };
}
