import { createHash } from 'node:crypto';
import type { EmbeddingModel } from '../domain/embedding.ts';
import type { Trace } from '../domain/trace.ts';
import type { Database } from '../store/database.ts';
import { findDirective } from '../store/directives.ts';
import { directiveIdOf } from '../store/save-directive.ts';
import type { IngestRow } from './ingest-row.ts';
import type { ReadFileAsDirective } from './read-directive.ts';
import type { ReadOptions } from './readers/reader.ts';
import { type ReadFile, storeFiles } from './store-files.ts';

/** A file as handed in: its name (or link) and its bytes. */
export type IngestedFile = Pick<ReadFile, 'name' | 'bytes'>;

/** `today`: ISO date in the operator's time zone. `embedding` null stores passages that can be found by words only. */
export type IngestDeps = {
  database: Database;
  read: ReadFileAsDirective;
  embedding: EmbeddingModel | null;
  now: Date;
  today: string;
  /** Default: off. */
  trace?: Trace;
};

/**
 * Reads a file and stores what it says, in one transaction. The same bytes again: `unchanged`. Another version of a stored document (same
 * number, issuer's place and year): `replaced`, the old one stays and is marked so. `failed`: the bytes are kept with the reason.
 * `refused`: marked as a state secret, nothing is kept. Throws only when the database does.
 */
export async function ingestFile(file: IngestedFile, deps: IngestDeps): Promise<IngestRow> {
  const [row] = await storeFiles([await readNewFile(file, deps)], deps);
  if (row === undefined) throw new Error('a file was stored and has no row');
  return row;
}

/**
 * The first half of it, which changes nothing: what a file says, or that its bytes are stored already. `known`: the ids of directives stored
 * so far, for many files; without it the database is asked.
 */
export async function readNewFile(
  file: IngestedFile,
  { database, read, today, known }: IngestDeps & { known?: ReadonlySet<string> },
  options: ReadOptions = {},
): Promise<ReadFile> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const id = directiveIdOf(sha256);
  const isKnown = known?.has(id) ?? (await findDirective(database, id)) !== null;
  return { ...file, sha256, reading: isKnown ? 'known' : await read(file, { today, ...options }) };
}
