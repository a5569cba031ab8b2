import type { Config } from './config.ts';
import type { EmbeddingModel } from './domain/embedding.ts';
import { CorpusIndex } from './retrieval/corpus-index.ts';
import { hashingEmbedding } from './retrieval/hashing-embedding.ts';
import { type Database, openDatabase } from './store/database.ts';
import { loadTables, type Tables } from './tables.ts';

/** What every part is built from: opened once, closed in reverse. */
export type Base = {
  database: Database;
  tables: Tables;
  embedding: EmbeddingModel;
  index: CorpusIndex;
  close(): Promise<void>;
};

/** Opens the database and reads the tables. Throws SettingError or DataError; nothing stays open then. */
export async function openBase(config: Config): Promise<Base> {
  const tables = loadTables();
  const database = await openDatabase(config.database);
  return {
    database,
    tables,
    embedding: hashingEmbedding(),
    index: new CorpusIndex(database),
    close: () => database.close(),
  };
}
