import type { Passage, PassageDraft } from '../domain/passage.ts';
import type { Session } from './database.ts';
import type { Owned } from './owned.ts';
import { jsonParameter } from './storable.ts';
import { where } from './where.ts';

/** A stored passage with the number that indexes know it by. */
export type StoredPassage = Passage & { seq: number };

/** A passage to store; without an `id` of its own it gets `<directive id>:<ordinal>`. */
export type PassageInput = PassageDraft & { id?: string };

const columns = 'seq, id, directive_id as document, ordinal, heading, text, start_offset as start, end_offset as "end"';

/** Stores passages and gives their numbers in the same order. */
export async function savePassages(session: Session, passages: readonly Owned<PassageInput>[]): Promise<number[]> {
  if (passages.length === 0) return [];
  const rows = await session.query<{ seq: number }>(
    `insert into passages (id, directive_id, ordinal, heading, text, start_offset, end_offset)
     select p.id, p.document, p.ordinal, p.heading, p.text, p.start, p."end"
     from json_to_recordset($1::json)
       as p(place int, id text, document text, ordinal int, heading text[], text text, start int, "end" int)
     order by p.place
     returning seq`,
    [jsonParameter(passages.map((one, place) => ({ id: `${one.document}:${one.ordinal}`, ...one, place })))],
  );
  // Identity values are given out in the order of the select; the order of `returning` is not promised.
  return rows.map((row) => row.seq).sort((a, b) => a - b);
}

/** The passages with these numbers, in no promised order; unknown numbers are left out. */
export async function loadPassages(session: Session, seqs: number[]): Promise<StoredPassage[]> {
  if (seqs.length === 0) return [];
  return session.query<StoredPassage>(`select ${columns} from passages where seq = any($1::bigint[])`, [seqs]);
}

export type PassageFilter = { documents?: string[]; ids?: string[] };

/** Passages in the order of their directives' text; `[]` when none matches. An absent filter does not restrict. */
export async function listPassages(session: Session, filter: PassageFilter): Promise<StoredPassage[]> {
  const { clause, parameters } = where([
    ['directive_id = any(?)', filter.documents],
    ['id = any(?)', filter.ids],
  ]);
  return session.query<StoredPassage>(
    `select ${columns} from passages ${clause} order by directive_id, ordinal, seq`,
    parameters,
  );
}
