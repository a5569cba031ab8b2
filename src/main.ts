import type { Engine } from './answer/engine.ts';
import type { Config } from './config.ts';
import type { EmbeddingModel } from './domain/embedding.ts';
import { CorpusIndex } from './retrieval/corpus-index.ts';
import { findPassages } from './retrieval/find-passages.ts';
import { hashingEmbedding } from './retrieval/hashing-embedding.ts';
import { loadCorpusVersion } from './store/corpus.ts';
import { type Database, openDatabase } from './store/database.ts';
import { listDeadlines } from './store/deadlines.ts';
import { findDirectives, loadDirectiveText } from './store/directives.ts';
import { findFigures } from './store/figures.ts';
import { loadTables, type Tables } from './tables.ts';
import { buildCatalog, type Catalog } from './tools/catalog.ts';
import { createReader, nameWriter } from './tools/create-reader.ts';

/** What every part is built from: opened once, closed in reverse. */
export type Base = {
  database: Database;
  tables: Tables;
  embedding: EmbeddingModel;
  index: CorpusIndex;
  engine: Engine;
  close(): Promise<void>;
};

/** Opens the database, reads the tables and builds the engine. Throws SettingError or DataError; nothing stays open then. */
export async function openBase(config: Config): Promise<Base> {
  const tables = loadTables();
  const database = await openDatabase(config.database);
  const parts = { database, tables, embedding: hashingEmbedding(), index: new CorpusIndex(database) };
  return { ...parts, engine: buildEngine(parts), close: () => database.close() };
}

type Parts = Pick<Base, 'database' | 'tables' | 'embedding' | 'index'>;

function buildEngine(parts: Parts): Engine {
  const { database, tables } = parts;
  const currentCatalog = followCatalog(parts);
  const reader = createReader(tables);
  return {
    tools: async (today) => ({
      catalog: await currentCatalog(),
      reader,
      textOf: (document) => loadDirectiveText(database, document),
      search: ({ text, documents, limit }) =>
        findPassages(parts, { text, limit, ...(documents === null ? {} : { documents: [...documents] }) }),
      today,
    }),
  };
}

/** The catalog of what is in force now, read anew only after the corpus has changed (by this process or another). */
function followCatalog({ database, tables }: Parts): () => Promise<Catalog> {
  const language = { gazetteer: tables.gazetteer, writeOut: nameWriter(tables) };
  let known: { version: number; catalog: Catalog } | null = null;
  return async () => {
    const version = await loadCorpusVersion(database);
    if (known?.version === version) return known.catalog;
    const directives = await findDirectives(database);
    const targets = await findFigures(database, {});
    const deadlines = await listDeadlines(database);
    known = { version, catalog: buildCatalog({ directives, targets, deadlines }, language) };
    return known.catalog;
  };
}

/** The day it is in a time zone, ISO. */
export function todayIn(timeZone: string, now: Date): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}
