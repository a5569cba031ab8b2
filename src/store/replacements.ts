import type { Session } from './database.ts';
import { noteChange } from './save-directive.ts';
import { jsonParameter } from './storable.ts';

/** Since when (ISO date, null: not known) a directive, one of its figures or a deadline is replaced, and by which document and figure. */
export type Replacement = { by: string; on: string | null };
export type Replacements = {
  directives: (Replacement & { id: string })[];
  figures: (Replacement & { id: number; byFigure: number | null })[];
  deadlines: (Replacement & { id: number })[];
};

/** Sets what is replaced in these directives anew, all of it at once; what is not named stands again. */
export async function setReplacements(session: Session, documents: string[], next: Replacements): Promise<void> {
  await session.query(
    `update directives d set replaced_by = r.by, replaced_on = r."on"::date
     from unnest($1::text[]) as one(id) left join jsonb_to_recordset($2::jsonb) as r(id text, by text, "on" text) on r.id = one.id
     where d.id = one.id and d.status = 'in_force'`,
    [documents, jsonParameter(next.directives)],
  );
  await session.query(
    `update figures f set replaced_by = r.by, replaced_by_figure = r."byFigure", replaced_on = r."on"::date
     from figures one left join jsonb_to_recordset($2::jsonb) as r(id bigint, by text, "byFigure" bigint, "on" text) on r.id = one.id
     where f.id = one.id and one.directive_id = any($1::text[]) and (one.replaced_by is not null or r.id is not null)`,
    [documents, jsonParameter(next.figures)],
  );
  await session.query(
    `update deadlines l set replaced_by = r.by, replaced_on = r."on"::date
     from deadlines one left join jsonb_to_recordset($2::jsonb) as r(id bigint, by text, "on" text) on r.id = one.id
     where l.id = one.id and one.directive_id = any($1::text[]) and (one.replaced_by is not null or r.id is not null)`,
    [documents, jsonParameter(next.deadlines)],
  );
  await noteChange(session, documents);
}

/** The directives of which something is replaced by one of these, which no longer count: older versions, or withdrawn ones. */
export async function findLeftBehind(session: Session, gone: readonly string[]): Promise<string[]> {
  if (gone.length === 0) return [];
  const rows = await session.query<{ id: string }>(
    `select id from directives where replaced_by = any($1) and status = 'in_force'
     union select directive_id from figures where replaced_by = any($1)
     union select directive_id from deadlines where replaced_by = any($1)`,
    [gone],
  );
  return rows.map(({ id }) => id);
}

/** Takes a directive out of what counts, its rows and text kept, so that old citations still resolve. False when it was not in force. */
export async function withdrawRow(session: Session, id: string): Promise<boolean> {
  const rows = await session.query(
    `update directives set status = 'refused' where id = $1 and status = 'in_force' returning id`,
    [id],
  );
  if (rows.length === 1) await noteChange(session, [id]);
  return rows.length === 1;
}
