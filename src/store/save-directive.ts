import type { DirectiveDraft } from '../domain/directive.ts';
import type { Database, Session } from './database.ts';
import { saveDeadlines } from './deadlines.ts';
import { saveFigures } from './figures.ts';
import { type Original, saveOriginals } from './originals.ts';
import { ownedBy } from './owned.ts';
import { type PassageVector, pairVectors, savePassageVectors } from './passage-vectors.ts';
import { type PassageInput, savePassages } from './passages.ts';
import { saveRelations } from './relations.ts';
import { jsonParameter } from './storable.ts';

export type DirectiveInput = {
  draft: Omit<DirectiveDraft, 'passages'> & { passages: PassageInput[] };
  original: Omit<Original, 'status' | 'reason'>;
  /** One vector a passage, in their order, and the name of the model that made them; null stores none. */
  vectors: { model: string; vectors: Float32Array[] } | null;
  /** Ids of older versions of the same document. */
  replaces?: string[];
};

export type SavedDirective = { id: string; isNew: boolean };

/** What a transaction did to the corpus: new directives with their numbers, and the ids of those that ceased to be in force. */
export type Changed = { added: readonly { id: string; number: string | null }[]; gone: readonly string[] };

/** Length of a directive's id: the first hex digits of its checksum. */
const ID_LENGTH = 12;

/** The id of the directive read from bytes with this checksum. */
export function directiveIdOf(sha256: string): string {
  return sha256.slice(0, ID_LENGTH);
}

/**
 * Stores directives, no two of the same bytes, with all that was read from them, in one transaction, and gives their ids in order. Bytes that
 * are stored already change nothing and are not `isNew`. `afterwards` runs in the same transaction; it stamps what it changes itself.
 */
export async function saveDirectives(
  database: Database,
  inputs: readonly DirectiveInput[],
  afterwards: (session: Session, changed: Changed) => Promise<void> = async () => {},
): Promise<SavedDirective[]> {
  const named = inputs.map((input) => ({ ...input, id: directiveIdOf(input.original.sha256) }));
  const added = await database.transaction(async (session) => {
    await saveOriginals(
      session,
      named.map(({ original }) => ({ ...original, status: 'ingested', reason: null })),
    );
    const ids = await insertDirectives(session, named);
    const fresh = named.filter(({ id }) => ids.has(id));
    await saveFound(session, fresh);
    const replaced = fresh.flatMap(({ id, replaces = [] }) => replaces.map((old) => ({ id: old, by: id })));
    await replace(session, replaced);
    const gone = replaced.map(({ id }) => id);
    await afterwards(session, { added: fresh.map(({ id, draft }) => ({ id, number: draft.metadata.number })), gone });
    if (ids.size > 0) await noteChange(session, [...ids, ...gone]);
    return ids;
  });
  return named.map(({ id }) => ({ id, isNew: added.has(id) }));
}

/** Stores a single one. */
export async function saveDirective(database: Database, input: DirectiveInput): Promise<SavedDirective> {
  const [saved] = await saveDirectives(database, [input]);
  if (saved === undefined) throw new Error('a directive was stored and has no id');
  return saved;
}

/** Marks a directive and what hangs on it as replaced by another one; its text can still be shown. */
export async function markReplaced(database: Database, id: string, by: string): Promise<void> {
  await database.transaction(async (session) => {
    await replace(session, [{ id, by }]);
    await noteChange(session, [id]);
  });
}

type NamedInput = DirectiveInput & { id: string };

/** The ids of those that were not stored before. */
async function insertDirectives(session: Session, inputs: readonly NamedInput[]): Promise<Set<string>> {
  const rows = inputs.map(({ id, original, draft: { metadata, text, pages = [] } }) => ({
    ...metadata,
    ...{ id, text, pages, metadata, sha256: original.sha256, source: original.name },
    localityKey: metadata.locality?.key ?? null,
    from: metadata.period.from,
    to: metadata.period.to,
  }));
  const added = await session.query<{ id: string }>(
    `insert into directives (id, sha256, source, type, number, title, issuer, locality_key, issued_on, period_from, period_to,
       metadata, text, pages, changed_version)
     select d.id, d.sha256, d.source, d.type, d.number, d.title, d.issuer, d."localityKey", d.date, d."from", d."to", d.metadata, d.text, d.pages, 0
     from json_to_recordset($1::json) as d(id text, sha256 text, source text, type text, number text, title text, issuer text,
       "localityKey" text, date date, "from" date, "to" date, metadata jsonb, text text, pages jsonb)
     on conflict (id) do nothing returning id`,
    [jsonParameter(rows)],
  );
  return new Set(added.map(({ id }) => id));
}

/** The vectors of passages by the model that made them, `seqs` being the numbers of all passages in order. */
function vectorsByModel(inputs: readonly NamedInput[], seqs: readonly number[]): Map<string, PassageVector[]> {
  const byModel = new Map<string, PassageVector[]>();
  let from = 0;
  for (const { draft, vectors } of inputs) {
    const own = seqs.slice(from, from + draft.passages.length);
    from += own.length;
    if (vectors === null) continue;
    byModel.set(vectors.model, [...(byModel.get(vectors.model) ?? []), ...pairVectors(own, vectors.vectors)]);
  }
  return byModel;
}

async function saveFound(session: Session, inputs: readonly NamedInput[]): Promise<void> {
  const owned = <Row extends object>(rowsOf: (draft: DirectiveInput['draft']) => readonly Row[]) =>
    inputs.flatMap(({ id, draft }) => ownedBy(id, rowsOf(draft)));
  const seqs = await savePassages(
    session,
    owned(({ passages }) => passages),
  );
  for (const [model, vectors] of vectorsByModel(inputs, seqs)) await savePassageVectors(session, model, vectors);
  await saveFigures(
    session,
    owned(({ figures }) => figures),
  );
  await saveDeadlines(
    session,
    owned(({ deadlines }) => deadlines),
  );
  await saveRelations(
    session,
    owned(({ relations = [] }) => relations),
  );
}

async function replace(session: Session, replaced: readonly { id: string; by: string }[]): Promise<void> {
  if (replaced.length === 0) return;
  const ids = replaced.map(({ id }) => id);
  // Not joined to a table of pairs: without statistics that reads all directives.
  await session.query(
    `update directives set status = 'replaced', replaced_by = ($2::text[])[array_position($1::text[], id)] where id = any($1)`,
    [ids, replaced.map(({ by }) => by)],
  );
  await session.query(`update figures set status = 'replaced' where directive_id = any($1)`, [ids]);
  await session.query(`update deadlines set status = 'replaced' where directive_id = any($1)`, [ids]);
}

/** Raises the corpus version and stamps these directives with it. Last in a transaction: the counter's row is held until commit. */
export async function noteChange(session: Session, ids: string[]): Promise<void> {
  await session.query(
    `with raised as (update corpus set version = version + 1 returning version)
     update directives set changed_version = raised.version from raised where id = any($1)`,
    [ids],
  );
}
