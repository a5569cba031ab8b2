import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Metadata } from '../domain/directive.ts';
import { noPeriod } from '../domain/period.ts';
import { directiveRow, type IngestRow } from '../ingest/ingest-row.ts';
import { findDirective } from '../store/directives.ts';
import { directiveIdOf, saveDirective } from '../store/save-directive.ts';
import { toNfc } from '../vietnamese/normalize.ts';
import type { Base } from '../wiring/base.ts';
import type { CommandContext } from './command.ts';
import { readJsonLines } from './read-json-lines.ts';

const recordSchema = z.object({ id: z.string().min(1), text: z.string() });
type PassageRecord = z.infer<typeof recordSchema>;

/** Passages of one stored directive: as many as go into the database in one step. */
const recordsADirective = 5000;

/**
 * Loads records `{id, text}` as passages that keep those ids, for retrieval benchmarks: no targets or deadlines are read from them. One row
 * a stored directive; the same records again change nothing. Throws DataError for a wrong line.
 */
export async function* ingestPassages(
  base: Base,
  file: string,
  { now, log }: Pick<CommandContext, 'now' | 'log'>,
): AsyncGenerator<IngestRow> {
  const records = readJsonLines(file, recordSchema);
  for (let from = 0; from < records.length; from += recordsADirective) {
    const part = records.slice(from, from + recordsADirective);
    const isWhole = records.length <= recordsADirective;
    const title = isWhole ? basename(file) : `${basename(file)} (${from + 1}–${from + part.length})`;
    yield await saveRecords(base, part, { file, title, now: now() });
    if (!isWhole) log(`${from + part.length}/${records.length} đoạn…`);
  }
}

type Origin = { file: string; title: string; now: Date };

async function saveRecords(
  { database, embedding }: Base,
  records: PassageRecord[],
  origin: Origin,
): Promise<IngestRow> {
  const { file, title, now } = origin;
  const bytes = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const document = directiveIdOf(sha256);
  const metadata = metadataOf(title);
  const counts = { passages: records.length, targets: 0, deadlines: 0 };
  if ((await findDirective(database, document)) !== null) {
    return directiveRow({ file, document, status: 'unchanged' }, metadata, counts);
  }
  const { text, passages } = layOut(records);
  await saveDirective(database, {
    draft: { metadata, text, passages, figures: [], deadlines: [] },
    original: { sha256, name: title, bytes, receivedAt: now },
    vectors: { model: embedding.name, vectors: await embedding.embed(passages.map((passage) => passage.text)) },
  });
  return directiveRow({ file, document, status: 'ingested' }, metadata, counts);
}

/** The records one after the other in one text, each a passage at its place. */
function layOut(records: PassageRecord[]) {
  let start = 0;
  const passages = records.map((record, ordinal) => {
    const text = toNfc(record.text);
    const passage = { id: record.id, ordinal, heading: [], text, start, end: start + text.length };
    start = passage.end + 2;
    return passage;
  });
  return { text: passages.map((passage) => passage.text).join('\n\n'), passages };
}

function metadataOf(title: string): Metadata {
  const unknown = { number: null, issuer: null, locality: null, date: null, signer: null };
  return { type: 'khác', title, period: noPeriod, recipients: [], ...unknown };
}
