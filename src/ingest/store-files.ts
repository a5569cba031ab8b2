import type { DirectiveDraft, Metadata } from '../domain/directive.ts';
import type { EmbeddingModel } from '../domain/embedding.ts';
import { noTrace, type Trace } from '../domain/trace.ts';
import type { Database } from '../store/database.ts';
import { listDeadlines } from '../store/deadlines.ts';
import { findDirective, findDirectives } from '../store/directives.ts';
import { findFigures } from '../store/figures.ts';
import { saveOriginals } from '../store/originals.ts';
import { listPassages } from '../store/passages.ts';
import { type DirectiveInput, directiveIdOf, saveDirectives } from '../store/save-directive.ts';
import { directiveRow, emptyRow, type IngestRow } from './ingest-row.ts';
import type { ReadingResult } from './read-directive.ts';
import { settleRelations } from './relations/settle-relations.ts';

/** A file that was read, not stored yet; `known`: its bytes are stored already. */
export type ReadFile = { name: string; bytes: Uint8Array; sha256: string; reading: ReadingResult | 'known' };

export type StoreDeps = {
  database: Database;
  embedding: EmbeddingModel | null;
  now: Date;
  /** Default: off. */
  trace?: Trace;
};

/** Stores what files say in one transaction, those together that may be, and gives a row each in order. Throws only when the database does. */
export function storeFiles(files: readonly ReadFile[], deps: StoreDeps): Promise<IngestRow[]> {
  return (deps.trace ?? noTrace).step('ingest', { count: files.length }, () => storeAll(files, deps));
}

async function storeAll(files: readonly ReadFile[], deps: StoreDeps): Promise<IngestRow[]> {
  const stored = await storeDrafts(files.filter(isDrafted), deps);
  const rows: IngestRow[] = [];
  for (const file of files) rows.push(stored.get(file) ?? (await rowOfUnread(file, deps)));
  return rows;
}

/** A transaction of more text than this gains nothing and takes memory. */
const mostBytes = 4 * 2 ** 20;

/**
 * Whether a file may be stored together with these: not with the same bytes, nor with another version of the same document, which has to be
 * stored by the time the later one comes; nor where it makes too much of them.
 */
export function mayJoin(file: ReadFile, others: readonly ReadFile[]): boolean {
  const number = numberOf(file);
  const bytes = others.reduce((sum, other) => sum + other.bytes.length, file.bytes.length);
  if (bytes > mostBytes) return false;
  return others.every((other) => other.sha256 !== file.sha256 && (number === null || numberOf(other) !== number));
}

type DraftedFile = ReadFile & { reading: { status: 'read'; draft: DirectiveDraft } };

const isDrafted = (file: ReadFile): file is DraftedFile => file.reading !== 'known' && file.reading.status === 'read';
const numberOf = (file: ReadFile): string | null => (isDrafted(file) ? file.reading.draft.metadata.number : null);

/** The rows of those whose bytes nobody stored in the meantime. */
async function storeDrafts(
  files: readonly DraftedFile[],
  { database, embedding, now }: StoreDeps,
): Promise<Map<ReadFile, IngestRow>> {
  const rows = new Map<ReadFile, IngestRow>();
  if (files.length === 0) return rows;
  const drafts = files.map(({ reading }) => reading.draft);
  const replaced = await findReplaced(database, drafts);
  const inputs: DirectiveInput[] = [];
  for (const { name, bytes, sha256, reading } of files) {
    const { draft } = reading;
    const original = { sha256, name, bytes, receivedAt: now };
    inputs.push({
      draft,
      original,
      vectors: await embedPassages(embedding, draft),
      replaces: replaced(draft.metadata),
    });
  }
  const saved = await saveDirectives(database, inputs, settleRelations);
  for (const [index, file] of files.entries()) {
    const { id: document, isNew } = saved[index] ?? { id: '', isNew: false };
    const { draft } = file.reading;
    const status = replaced(draft.metadata).length > 0 ? 'replaced' : 'ingested';
    if (isNew) rows.set(file, directiveRow({ file: file.name, document, status }, draft.metadata, countsOf(draft)));
  }
  return rows;
}

/** The row of a file that brings no new directive. */
async function rowOfUnread({ name, bytes, sha256, reading }: ReadFile, deps: StoreDeps): Promise<IngestRow> {
  const { database, now } = deps;
  if (reading === 'known' || reading.status === 'read') return knownRow(database, { name, id: directiveIdOf(sha256) });
  const { status, reason } = reading;
  if (status === 'failed') await saveOriginals(database, [{ sha256, name, bytes, receivedAt: now, status, reason }]);
  return emptyRow({ file: name, document: null, status }, reason);
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
  const counts = countsOf({ passages, figures, deadlines });
  return directiveRow({ file: name, document: id, status: 'unchanged' }, known, counts);
}

type Counted = { passages: readonly unknown[]; figures: readonly { kind: string }[]; deadlines: readonly unknown[] };

function countsOf({ passages, figures, deadlines }: Counted): Pick<IngestRow, 'passages' | 'targets' | 'deadlines'> {
  const targets = figures.filter((figure) => figure.kind === 'target').length;
  return { passages: passages.length, targets, deadlines: deadlines.length };
}

async function embedPassages(embedding: EmbeddingModel | null, { passages }: DirectiveDraft) {
  if (embedding === null) return null;
  return { model: embedding.name, vectors: await embedding.embed(passages.map((passage) => passage.text)) };
}

/**
 * For each of these documents the ids of stored versions of it. Numbers begin again each year and in each place (Nghị định 30/2020/NĐ-CP,
 * Điều 15), so all three must agree. A web article that reports a document does not take the place of the signed text.
 */
async function findReplaced(
  database: Database,
  drafts: readonly DirectiveDraft[],
): Promise<(metadata: Metadata) => string[]> {
  const placed = drafts.map(({ metadata }) => metadata).filter(isPlaced);
  const [numbers, localityKeys] = [placed.map(({ number }) => number), placed.map(({ locality }) => locality.key)];
  const stored = placed.length === 0 ? [] : await findDirectives(database, { numbers, localityKeys });
  return (metadata) =>
    stored.filter((old) => isVersionOf(old, metadata) && (isSigned(metadata) || !isSigned(old))).map(({ id }) => id);
}

type Placed = Metadata & { number: string; date: string; locality: NonNullable<Metadata['locality']> };

const isPlaced = (metadata: Metadata): metadata is Placed =>
  metadata.number !== null && metadata.date !== null && metadata.locality !== null;

const isVersionOf = (old: Metadata, metadata: Metadata): boolean =>
  isPlaced(metadata) &&
  old.number === metadata.number &&
  old.locality?.key === metadata.locality.key &&
  old.date?.slice(0, 4) === metadata.date.slice(0, 4);

const isSigned = ({ signer, recipients }: Metadata): boolean => signer !== null || recipients.length > 0;
