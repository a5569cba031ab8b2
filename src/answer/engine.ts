import type { EmbeddingModel } from '../domain/embedding.ts';
import type { CorpusIndex } from '../retrieval/corpus-index.ts';
import { findPassages } from '../retrieval/find-passages.ts';
import type { Database } from '../store/database.ts';
import { createCatalogSource } from '../tools/catalog-source.ts';
import { createReader } from '../tools/create-reader.ts';
import type { Language } from '../tools/language.ts';
import { createTextSource } from '../tools/text-source.ts';
import type { ToolContext } from '../tools/tool.ts';

/** Everything answers are made from. `tools` gives what is in the corpus now; `today` is an ISO date. */
export type Engine = {
  tools: (today: string) => Promise<ToolContext>;
};

export type EngineParts = {
  database: Database;
  language: Language;
  /** The word index of the corpus; shared with `chidao search`. */
  index: CorpusIndex;
  /** The model whose vectors were stored; null searches by words alone. */
  embedding: EmbeddingModel | null;
};

/** Builds the engine; nothing is loaded before the first question. */
export function createEngine({ database, language, index, embedding }: EngineParts): Engine {
  const catalogs = createCatalogSource(database, language);
  const reader = createReader(language);
  const textOf = createTextSource(database);
  const search: ToolContext['search'] = ({ text, documents, limit }) =>
    findPassages(
      { database, index, embedding },
      { text, limit, ...(documents === null ? {} : { documents: [...documents] }) },
    );
  return { tools: async (today) => ({ catalog: await catalogs.current(), reader, textOf, search, today }) };
}
