import type { Session } from './database.ts';
import { jsonParameter } from './storable.ts';

/** A value that only a model takes for a target. The quote stands verbatim at its offsets in the directive's text. */
export type UnseenFigure = {
  indicator: string;
  valueText: string;
  heading: string[];
  quote: string;
  start: number;
  end: number;
};

export type StoredUnseen = UnseenFigure & { id: number; document: string };

/** Keeps those never found before, settled ones included. */
export async function saveUnseen(
  session: Session,
  { document, found }: { document: string; found: readonly UnseenFigure[] },
  at: Date,
): Promise<void> {
  if (found.length === 0) return;
  await session.query(
    `insert into unseen_figures (directive_id, indicator, value_text, heading, quote, start_offset, end_offset, found_at)
     select $1, f.indicator, f."valueText", f.heading, f.quote, f.start, f."end", $3
     from jsonb_to_recordset($2::jsonb) as f(indicator text, "valueText" text, heading text[], quote text, start int, "end" int)
     on conflict do nothing`,
    [document, jsonParameter(found), at],
  );
}

/** The open one found first, of one directive or of all in force but the `hidden`; null when none is open. */
export async function nextUnseen(
  session: Session,
  document: string | null,
  hidden: readonly string[] = [],
): Promise<StoredUnseen | null> {
  const [row] = await session.query<StoredUnseen>(
    `select u.id, u.directive_id as document, u.indicator, u.value_text as "valueText", u.heading, u.quote,
       u.start_offset as start, u.end_offset as "end"
     from unseen_figures u join directives d on d.id = u.directive_id
     where u.settled_at is null and d.status = 'in_force' and ($1::text is null or u.directive_id = $1) and u.directive_id <> all($2::text[])
     order by u.id limit 1`,
    [document, hidden],
  );
  return row ?? null;
}

/** Closes one. True for whoever does so first. */
export async function settleUnseen(
  session: Session,
  { id, by, at }: { id: number; by: string; at: Date },
): Promise<boolean> {
  const rows = await session.query(
    'update unseen_figures set settled_at = $2, settled_by = $3 where id = $1 and settled_at is null returning id',
    [id, at, by],
  );
  return rows.length === 1;
}
