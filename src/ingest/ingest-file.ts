import { createHash } from 'node:crypto';
import type { DirectiveDraft, Metadata } from '../domain/directive.ts';
import type { EmbeddingModel } from '../domain/embedding.ts';
import type { Database } from '../store/database.ts';
import { listDeadlines } from '../store/deadlines.ts';
import { findDirective, findDirectives } from '../store/directives.ts';
import { findFigures } from '../store/figures.ts';
import { saveOriginal } from '../store/originals.ts';
import { listPassages } from '../store/passages.ts';
import { directiveIdOf, saveDirective } from '../store/save-directive.ts';
import { directiveRow, emptyRow, type IngestRow } from './ingest-row.ts';
import type { ReadFileAsDirective, ReadingResult } from './read-directive.ts';
import type { ReadOptions } from './readers/reader.ts';
import { settleRelations } from './relations/settle-relations.ts';

/** A file as handed in: its name (or link) and its bytes. */
export type IngestedFile = { name: string; bytes: Uint8Array };

/** `today`: ISO date in the operator's time zone. `embedding` null stores passages that can be found by words only. */
export type IngestDeps = {
  database: Database;
  read: ReadFileAsDirective;
  embedding: EmbeddingModel | null;
  now: Date;
  today: string;
};

/** A file that was read, not stored yet. */
export type ReadFile = IngestedFile & { sha256: string; reading: ReadingResult | 'known' };

/**
 * Reads a file and stores what it says, in one transaction. The same bytes again: `unchanged`. Another version of a stored document (same
 * number, issuer's place and year): `replaced`, the old one stays and is marked so. `failed`: the bytes are kept with the reason.
 * `refused`: marked as a state secret, nothing is kept. Throws only when the database does.
 */
export async function ingestFile(file: IngestedFile, deps: IngestDeps): Promise<IngestRow> {
  return storeFile(await readNewFile(file, deps), deps);
}

/** The first half of it, which changes nothing: what a file says, or that its bytes are stored already. */
export async function readNewFile(
  file: IngestedFile,
  { database, read, today }: IngestDeps,
  options: ReadOptions = {},
): Promise<ReadFile> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const isKnown = (await findDirective(database, directiveIdOf(sha256))) !== null;
  return { ...file, sha256, reading: isKnown ? 'known' : await read(file, { today, ...options }) };
}

/** The second half. */
export async function storeFile({ name, bytes, sha256, reading }: ReadFile, deps: IngestDeps): Promise<IngestRow> {
  const { database, now } = deps;
  if (reading === 'known') return knownRow(database, { name, id: directiveIdOf(sha256) });
  if (reading.status === 'refused') return emptyRow({ file: name, document: null, status: 'refused' }, reading.reason);
  const original = { sha256, name, bytes, receivedAt: now };
  if (reading.status === 'failed') {
    await saveOriginal(database, { ...original, status: 'failed', reason: reading.reason });
    return emptyRow({ file: name, document: null, status: 'failed' }, reading.reason);
  }
  const { draft } = reading;
  const replaces = await replacedBy(database, draft.metadata);
  const vectors = await embedPassages(deps.embedding, draft);
  const { id: document, isNew } = await saveDirective(database, {
    draft,
    original,
    vectors,
    replaces,
    afterwards: settleRelations,
  });
  if (!isNew) return knownRow(database, { name, id: document });
  const status = replaces.length > 0 ? 'replaced' : 'ingested';
  return directiveRow({ file: name, document, status }, draft.metadata, countsOf(draft));
}

/** The row of bytes that are stored already. */
async function knownRow(database: Database, { name, id }: { name: string; id: string }): Promise<IngestRow> {
  const known = await findDirective(database, id);
  if (known === null) throw new Error('a stored directive vanished');
  const documents = [id];
  const passages = await listPassages(database, { documents });
  const figures = await findFigures(database, {
    documents,
    statuses: ['proposed', 'approved', 'rejected', 'replaced'],
  });
  const deadlines = await listDeadlines(database, {
    documents,
    statuses: ['proposed', 'approved', 'rejected', 'replaced'],
  });
  return directiveRow({ file: name, document: id, status: 'unchanged' }, known, {
    passages: passages.length,
    targets: figures.filter((figure) => figure.kind === 'target').length,
    deadlines: deadlines.length,
  });
}

function countsOf({
  passages,
  figures,
  deadlines,
}: DirectiveDraft): Pick<IngestRow, 'passages' | 'targets' | 'deadlines'> {
  const targets = figures.filter((figure) => figure.kind === 'target').length;
  return { passages: passages.length, targets, deadlines: deadlines.length };
}

async function embedPassages(embedding: EmbeddingModel | null, { passages }: DirectiveDraft) {
  if (embedding === null) return null;
  return { model: embedding.name, vectors: await embedding.embed(passages.map((passage) => passage.text)) };
}

/**
 * Ids of stored versions of the same document. Numbers begin again each year and in each place (Nghị định 30/2020/NĐ-CP, Điều 15), so all
 * three must agree. A web article that reports a document does not take the place of the signed text.
 */
async function replacedBy(database: Database, metadata: Metadata): Promise<string[]> {
  const { number, date, locality } = metadata;
  if (number === null || date === null || locality === null) return [];
  const year = date.slice(0, 4);
  const span = { issuedFrom: `${year}-01-01`, issuedTo: `${year}-12-31` };
  const same = await findDirectives(database, { numbers: [number], localityKeys: [locality.key], ...span });
  return same.filter((old) => isSigned(metadata) || !isSigned(old)).map((old) => old.id);
}

const isSigned = ({ signer, recipients }: Metadata): boolean => signer !== null || recipients.length > 0;
