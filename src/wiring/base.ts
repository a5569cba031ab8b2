import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { HidingEngine } from '../conversation/hiding-engine.ts';
import type { EmbeddingModel } from '../domain/embedding.ts';
import { noTrace, type Trace } from '../domain/trace.ts';
import type { ReadFileAsDirective } from '../ingest/read-directive.ts';
import { CorpusIndex } from '../retrieval/corpus-index.ts';
import { hashingEmbedding } from '../retrieval/hashing-embedding.ts';
import type { SemanticIndex } from '../retrieval/semantic-index.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { loadTables, type Tables } from '../tables.ts';
import { createTools } from '../tools/create-tools.ts';
import { buildEmbedding } from './build-embedding.ts';
import { buildModel, type ModelSurroundings } from './build-model.ts';
import { buildTrace } from './build-trace.ts';
import { createReadingPool, type ReadingPool } from './reading-pool.ts';
import { traceEngine, traceReading } from './trace-engine.ts';

/** What every part is built from: opened once, closed in reverse. */
export type Base = {
  database: Database;
  tables: Tables;
  embedding: EmbeddingModel;
  index: CorpusIndex;
  /** Searched by meaning, where an embedding model is configured. */
  semantic: SemanticIndex | null;
  engine: HidingEngine;
  /** Reads files in threads of their own. */
  read: ReadFileAsDirective;
  /** Where time goes; off unless a collector is configured. */
  trace: Trace;
  close(): Promise<void>;
};

/** One line for the person who runs the program: progress of what takes over a second. */
export type Tell = (line: string) => void;

/** Whether there is an embedded database to be opened; a server is asked when it is. */
export const isMade = ({ directory }: Config['database']): boolean =>
  directory === null || existsSync(join(directory, 'PG_VERSION'));

/** Opens the configured database. Throws SettingError. */
export function openStore({ database }: Config, tell: Tell): Promise<Database> {
  if (!isMade(database)) tell('Đang tạo cơ sở dữ liệu mới, mất vài giây…');
  return openDatabase(database);
}

/** `willRead`: files are read as soon as the base is open, so the reading starts up beside the database. */
export type BaseSurroundings = ModelSurroundings & { willRead?: boolean };

/** Opens the database, reads the tables and builds the engine, with a model where one is configured. Throws SettingError or DataError; nothing stays open then. */
export async function openBase(config: Config, surroundings: BaseSurroundings): Promise<Base> {
  const reading = createReadingPool();
  if (surroundings.willRead === true) reading.begin();
  try {
    return await openAround(reading, config, surroundings);
  } catch (error) {
    await reading.close();
    throw error;
  }
}

async function openAround(reading: ReadingPool, config: Config, surroundings: ModelSurroundings): Promise<Base> {
  const { tell } = surroundings;
  const tables = loadTables();
  const database = await openStore(config, tell);
  const semantic = buildEmbedding(database, config, surroundings);
  await semantic?.choose();
  const isReviewedOnly = config.settings.REVIEW_REQUIRED === 'hide';
  const base = buildBase(database, tables, { isReviewedOnly, semantic, reading });
  const model = buildModel(database, config, surroundings);
  return tracedBase(model === null ? base : { ...base, engine: { ...base.engine, model } }, config);
}

/** The base with its work told in steps, where a collector is configured. */
async function tracedBase(base: Base, config: Config): Promise<Base> {
  const trace = await buildTrace(config);
  if (trace === null) return base;
  return {
    ...base,
    trace,
    engine: traceEngine(base.engine, trace),
    read: traceReading(base.read, trace),
    async close() {
      await base.close();
      await trace.close();
    },
  };
}

type BaseTerms = {
  /** Answers leave out what nobody has reviewed. Default: false. */
  isReviewedOnly?: boolean;
  semantic?: SemanticIndex | null;
  /** Closed with the base. */
  reading?: ReadingPool;
};

/** The same over a database that is open already; closing the base closes it. */
export function buildBase(database: Database, tables: Tables, terms: BaseTerms = {}): Base {
  const { isReviewedOnly = false, semantic = null, reading = createReadingPool() } = terms;
  const parts = { database, tables, embedding: hashingEmbedding(), index: new CorpusIndex(database), semantic };
  const { index } = parts;
  const { embedding } = parts;
  const engine = { tools: createTools({ database, language: tables, index, embedding, semantic, isReviewedOnly }) };
  return {
    ...parts,
    engine,
    read: reading.read,
    trace: noTrace,
    async close() {
      await reading.close();
      await database.close();
    },
  };
}
