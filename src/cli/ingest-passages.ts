import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import { noPeriod } from '../domain/period.ts';
import type { Base } from '../main.ts';
import { saveDirective } from '../store/save-directive.ts';
import { toNfc } from '../vietnamese/normalize.ts';
import { readJsonLines } from './read-json-lines.ts';

const recordSchema = z.object({ id: z.string().min(1), text: z.string() });
type PassageRecord = z.infer<typeof recordSchema>;

/** Passages of one stored directive: as many as go into the database in one step. */
const recordsADirective = 5000;

type Loading = { now: Date; progress(done: number, all: number): void };

/**
 * Loads records `{id, text}` as passages that keep those ids, for retrieval benchmarks: no targets or deadlines are read from them. Gives
 * how many there were. The same records again change nothing. Throws DataError for a wrong line.
 */
export async function ingestPassages(base: Base, file: string, { now, progress }: Loading): Promise<number> {
  const records = readJsonLines(file, recordSchema);
  for (let from = 0; from < records.length; from += recordsADirective) {
    const part = records.slice(from, from + recordsADirective);
    const name =
      records.length > recordsADirective ? `${basename(file)} (${from + 1}–${from + part.length})` : basename(file);
    await saveRecords(base, part, { name, now });
    progress(from + part.length, records.length);
  }
  return records.length;
}

async function saveRecords(
  { database, embedding }: Base,
  records: PassageRecord[],
  { name, now }: { name: string; now: Date },
): Promise<void> {
  const bytes = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'));
  const texts = records.map((record) => toNfc(record.text));
  const text = texts.join('\n\n');
  let start = 0;
  const passages = texts.map((passage, ordinal) => {
    const at = start;
    start += passage.length + 2;
    return { id: records[ordinal]?.id ?? '', ordinal, heading: [], text: passage, start: at, end: at + passage.length };
  });
  await saveDirective(database, {
    draft: {
      metadata: {
        type: 'khác',
        number: null,
        title: name,
        issuer: null,
        locality: null,
        date: null,
        period: noPeriod,
        signer: null,
        recipients: [],
      },
      text,
      passages,
      figures: [],
      deadlines: [],
    },
    original: { sha256: createHash('sha256').update(bytes).digest('hex'), name, bytes, receivedAt: now },
    vectors: { model: embedding.name, vectors: await embedding.embed(texts) },
  });
}
