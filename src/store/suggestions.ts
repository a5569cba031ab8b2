import type { Subject } from '../domain/review.ts';
import type { Session } from './database.ts';
import type { Correction } from './reviews.ts';
import { jsonParameter } from './storable.ts';

/** A later reading of a document differs from what a person settled, or a second one from the first. `finding` null: it finds nothing there any more. */
export type Suggestion = { subject: Subject; document: string; finding: Correction | null };

export type StoredSuggestion = Suggestion & { id: number };

/** Keeps those that were never made before, settled ones included, and gives how many. */
export async function saveSuggestions(
  session: Session,
  suggestions: readonly Suggestion[],
  foundAt: Date,
): Promise<number> {
  if (suggestions.length === 0) return 0;
  const rows = suggestions.map(({ subject, document, finding }) => ({ ...subject, document, finding }));
  const saved = await session.query(
    `insert into suggestions (kind, subject, directive_id, finding, found_at)
     select s.kind, s.id, s.document, nullif(s.finding, 'null'), $2
     from jsonb_to_recordset($1::jsonb) as s(kind text, id bigint, document text, finding jsonb)
     on conflict do nothing returning id`,
    [jsonParameter(rows), foundAt],
  );
  return saved.length;
}

const columns = `id, kind, subject, directive_id as document, finding`;
type Row = { id: number; kind: Subject['kind']; subject: number; document: string; finding: Correction | null };
const toSuggestion = ({ id, kind, subject, document, finding }: Row): StoredSuggestion => ({
  id,
  subject: { kind, id: subject },
  document,
  finding,
});

/** The open one made first, of one directive or of all but the `hidden`; null when none is open. */
export async function nextSuggestion(
  session: Session,
  document: string | null,
  hidden: readonly string[] = [],
): Promise<StoredSuggestion | null> {
  const [row] = await session.query<Row>(
    `select ${columns} from suggestions
     where settled_at is null and ($1::text is null or directive_id = $1) and directive_id <> all($2::text[]) order by id limit 1`,
    [document, hidden],
  );
  return row === undefined ? null : toSuggestion(row);
}

/** All open ones, of one directive or of all, in the order they were made. */
export async function listOpenSuggestions(session: Session, document: string | null): Promise<StoredSuggestion[]> {
  const rows = await session.query<Row>(
    `select ${columns} from suggestions where settled_at is null and ($1::text is null or directive_id = $1) order by id`,
    [document],
  );
  return rows.map(toSuggestion);
}

/** The suggestion if it is still open; null else. */
export async function findOpenSuggestion(session: Session, id: number): Promise<StoredSuggestion | null> {
  const [row] = await session.query<Row>(`select ${columns} from suggestions where id = $1 and settled_at is null`, [
    id,
  ]);
  return row === undefined ? null : toSuggestion(row);
}

/** Closes a suggestion. True for whoever does so first. */
export async function settleSuggestion(
  session: Session,
  { id, by, at }: { id: number; by: string; at: Date },
): Promise<boolean> {
  const rows = await session.query(
    'update suggestions set settled_at = $2, settled_by = $3 where id = $1 and settled_at is null returning id',
    [id, at, by],
  );
  return rows.length === 1;
}
