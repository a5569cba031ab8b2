import { openEmbeddedDatabase } from './embedded-database.ts';
import { migrate } from './migrate.ts';
import { openServerDatabase } from './server-database.ts';

/** Something that runs SQL: the database itself, or the one connection of an open transaction. */
export type Session = {
  /**
   * Rows of one statement; `[]` for a statement that returns none. Parameters are `$1`, `$2`, … `planned`: `once` lets a server keep the
   * plan of a read for the connection, which must then never depend on the parameters, as that of a read by a whole key; `for good`
   * is for what looks for no rows at all; default `anew`.
   */
  query<Row>(sql: string, parameters?: readonly unknown[], planned?: 'anew' | 'once' | 'for good'): Promise<Row[]>;
};

export type Database = Session & {
  kind: 'embedded' | 'server';
  /** Goes before whatever else waits for a connection: for short statements that somebody outside counts the milliseconds of. */
  urgent: Session;
  /**
   * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
   * Inside, use the session handed in: the embedded database has a single connection, so `database.query` there would wait for itself
   * (it throws instead).
   */
  transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /** Waits for what is running, closes and gives the data directory free. Safe to call twice. */
  close(): Promise<void>;
};

export type DatabaseSettings = {
  /** `postgres://…` of a server with pgvector; null for the embedded database. */
  url: string | null;
  /** Data directory of the embedded database, made when absent; null keeps everything in memory (tests). Ignored with a `url`. */
  directory: string | null;
  /** Schema to work in, made when absent; server only. Default `public`. */
  schema?: string;
  /** Only these migrations, so that an older backup finds the tables it was made of; `migrate` brings the rest. Default all. */
  migrations?: readonly string[];
  /** Dump of a data directory to begin a new embedded database from, instead of making one (tests: half a second instead of three). */
  template?: Blob;
};

/**
 * Opens the database and brings its tables up to date.
 * Throws SettingError when the directory is in use by another process or unusable, when the server cannot be reached or lacks
 * pgvector, and when the tables were made by a newer version of the program.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const database =
    settings.url === null
      ? await openEmbeddedDatabase(settings.directory, settings.template)
      : await openServerDatabase(settings.url, settings.schema ?? 'public');
  try {
    await migrate(database, settings.migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
