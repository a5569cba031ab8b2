import type { DirectiveDraft } from '../domain/directive.ts';
import type { Database, Session } from './database.ts';
import { saveDeadlines } from './deadlines.ts';
import { saveFigures } from './figures.ts';
import { type Original, saveOriginal } from './originals.ts';
import { savePassageVectors } from './passage-vectors.ts';
import { type PassageInput, savePassages } from './passages.ts';
import { saveRelations } from './relations.ts';
import { jsonParameter, storable } from './storable.ts';

export type DirectiveInput = {
  draft: Omit<DirectiveDraft, 'passages'> & { passages: PassageInput[] };
  original: Omit<Original, 'status' | 'reason'>;
  /** One vector a passage, in their order, and the name of the model that made them; null stores none. */
  vectors: { model: string; vectors: Float32Array[] } | null;
  /** Ids of older versions of the same document. */
  replaces?: string[];
  /** Runs in the same transaction once the rows are there; it stamps what it changes itself. */
  afterwards?: (session: Session, id: string) => Promise<void>;
};

/** Length of a directive's id: the first hex digits of its checksum. */
const ID_LENGTH = 12;

/** The id of the directive read from bytes with this checksum. */
export function directiveIdOf(sha256: string): string {
  return sha256.slice(0, ID_LENGTH);
}

/**
 * Stores a directive with all that was read from it, in one transaction, and gives its id. Bytes that are stored already change nothing
 * and are not `isNew`.
 */
export async function saveDirective(
  database: Database,
  input: DirectiveInput,
): Promise<{ id: string; isNew: boolean }> {
  const id = directiveIdOf(input.original.sha256);
  const isNew = await database.transaction(async (session) => {
    await saveOriginal(session, { ...input.original, status: 'ingested', reason: null });
    if (!(await insertDirective(session, id, input))) return false;
    const seqs = await savePassages(session, id, input.draft.passages);
    if (input.vectors) await savePassageVectors(session, seqs, input.vectors);
    await saveFigures(session, id, input.draft.figures);
    await saveDeadlines(session, id, input.draft.deadlines);
    await saveRelations(session, id, input.draft.relations ?? []);
    for (const replaced of input.replaces ?? []) await replace(session, replaced, id);
    await input.afterwards?.(session, id);
    await noteChange(session, [id]);
    return true;
  });
  return { id, isNew };
}

/** Marks a directive and what hangs on it as replaced by another one; its text can still be shown. */
export async function markReplaced(database: Database, id: string, by: string): Promise<void> {
  await database.transaction((session) => replace(session, id, by));
}

async function insertDirective(session: Session, id: string, { draft, original }: DirectiveInput): Promise<boolean> {
  const { metadata } = draft;
  const rows = await session.query(
    `insert into directives (id, sha256, source, type, number, title, issuer, locality_key, issued_on, period_from, period_to,
       metadata, text, pages, changed_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0) on conflict (id) do nothing returning id`,
    [
      id,
      original.sha256,
      storable(original.name),
      metadata.type,
      metadata.number,
      storable(metadata.title),
      metadata.issuer,
      metadata.locality?.key ?? null,
      metadata.date,
      metadata.period.from,
      metadata.period.to,
      jsonParameter(metadata),
      storable(draft.text),
      jsonParameter(draft.pages ?? []),
    ],
  );
  return rows.length === 1;
}

async function replace(session: Session, id: string, by: string): Promise<void> {
  await session.query(`update directives set status = 'replaced', replaced_by = $2 where id = $1`, [id, by]);
  await session.query(`update figures set status = 'replaced' where directive_id = $1`, [id]);
  await session.query(`update deadlines set status = 'replaced' where directive_id = $1`, [id]);
  await noteChange(session, [id]);
}

/** Raises the corpus version and stamps these directives with it. Last in a transaction: the counter's row is held until commit. */
export async function noteChange(session: Session, ids: string[]): Promise<void> {
  await session.query(
    `with raised as (update corpus set version = version + 1 returning version)
     update directives set changed_version = raised.version from raised where id = any($1)`,
    [ids],
  );
}
