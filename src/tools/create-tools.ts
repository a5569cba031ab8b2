import type { EmbeddingModel } from '../domain/embedding.ts';
import type { RankedPassage } from '../domain/passage.ts';
import type { CorpusIndex } from '../retrieval/corpus-index.ts';
import { findPassages } from '../retrieval/find-passages.ts';
import type { SemanticIndex } from '../retrieval/semantic-index.ts';
import type { Database } from '../store/database.ts';
import { createCatalogSource } from './catalog-source.ts';
import { type CorpusView, currentView } from './corpus-view.ts';
import { createReader } from './create-reader.ts';
import type { Language } from './language.ts';
import { createRelationSource } from './relation-source.ts';
import { createTextSource } from './text-source.ts';
import type { FoundByMeaning, PassageQuery, ToolContext } from './tool.ts';

export type ToolParts = {
  database: Database;
  language: Language;
  /** The word index of the corpus; shared with `chidao search`. */
  index: CorpusIndex;
  /** The lexical model beside the words; null searches by words alone. */
  embedding: EmbeddingModel | null;
  /** Searched where the words found nothing; default: there is none. */
  semantic?: SemanticIndex | null;
  /** Figures and deadlines that nobody has reviewed are left out. Default: false. */
  isReviewedOnly?: boolean;
};

/** What the tools work with, as the corpus is now, as if the `hidden` directives were not there; nothing is loaded before the first call. Follows changes at the cost of what changed. */
export function createTools({
  database,
  language,
  index,
  embedding,
  semantic = null,
  isReviewedOnly = false,
}: ToolParts): (today: string, view?: CorpusView, hidden?: readonly string[]) => Promise<ToolContext> {
  const catalogs = createCatalogSource(database, { language, isReviewedOnly });
  const reader = createReader(language);
  const textOf = createTextSource(database);
  const relationsOf = createRelationSource(database);
  return async (today, view = currentView, hidden = []) => {
    const catalog = await catalogs.catalog(today, view, hidden);
    const isSeen = (document: string): boolean => !hidden.includes(document);
    const searched = (documents: readonly string[] | null) =>
      (documents ?? (hidden.length === 0 ? catalog.searched : catalog.directives.map(({ id }) => id)))?.filter(isSeen);
    const searchWith = ({ text, documents, limit }: PassageQuery, model: EmbeddingModel | null) => {
      const among = searched(documents);
      return findPassages(
        { database, index, embedding: model },
        { text, limit, ...(among === undefined ? {} : { documents: among }) },
      );
    };
    const search: ToolContext['search'] = (query) => searchWith(query, embedding);
    const searchMeaning =
      semantic === null ? {} : { searchMeaning: byMeaning(semantic, { searchWith, search, searched }) };
    return {
      ...searchMeaning,
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

type Searching = {
  searchWith: (query: PassageQuery, model: EmbeddingModel) => Promise<RankedPassage[]>;
  search: ToolContext['search'];
  searched: (documents: readonly string[] | null) => readonly string[] | undefined;
};

/** With the index that is complete now; as by words alone where there is none or its endpoint is down. */
function byMeaning(semantic: SemanticIndex, { searchWith, search, searched }: Searching) {
  return async (query: PassageQuery): Promise<FoundByMeaning> => {
    const model = semantic.current();
    if (model === null) return { ranked: await search(query), gap: 'making' };
    const ranked = await searchWith(query, model);
    if (semantic.isResting()) return { ranked: await search(query), gap: 'endpoint' };
    const among = searched(query.documents);
    const isWithheld = semantic.heldBack().some((id) => among?.includes(id) ?? true);
    return { ranked, gap: isWithheld ? 'withheld' : null };
  };
}
