import type { Deadline, DeadlineFinding } from '../domain/deadline.ts';
import type { Session } from './database.ts';

export type DeadlineFilter = {
  ids?: number[];
  documents?: string[];
  kinds?: Deadline['kind'][];
  /** Default: `proposed` and `approved`. */
  statuses?: Deadline['status'][];
  /** Only those with a last day, and it lies in this span (ISO dates, both included). */
  dueFrom?: string;
  dueTo?: string;
};

/** Stores the deadlines of one directive in the order given. */
export async function saveDeadlines(session: Session, document: string, deadlines: DeadlineFinding[]): Promise<void> {
  if (deadlines.length === 0) return;
  await session.query(
    `insert into deadlines (directive_id, kind, what, who, "to", due, due_on, rule, heading, quote, start_offset, end_offset)
     select $1, d.kind, d.what, d.who, d."to", d.due, d."dueDate", d.rule, d.heading, d.quote, d.start, d."end"
     from jsonb_to_recordset($2::jsonb) as d(place int, kind text, what text, who text, "to" text, due text, "dueDate" date,
       rule text, heading text[], quote text, start int, "end" int)
     order by d.place`,
    [document, JSON.stringify(deadlines.map((deadline, place) => ({ ...deadline, place })))],
  );
}

/** Deadlines by their last day, those without one last; `[]` when none matches. An absent filter does not restrict. */
export async function listDeadlines(session: Session, filter: DeadlineFilter = {}): Promise<Deadline[]> {
  return session.query<Deadline>(
    `select id, directive_id as document, status, kind, what, who, "to", due, due_on as "dueDate", rule, heading, quote,
       start_offset as start, end_offset as "end"
     from deadlines
     where ($1::bigint[] is null or id = any($1)) and ($2::text[] is null or directive_id = any($2))
       and ($3::text[] is null or kind = any($3)) and status = any($4)
       and ($5::date is null or due_on >= $5) and ($6::date is null or due_on <= $6)
     order by due_on nulls last, directive_id, id`,
    [
      filter.ids ?? null,
      filter.documents ?? null,
      filter.kinds ?? null,
      filter.statuses ?? ['proposed', 'approved'],
      filter.dueFrom ?? null,
      filter.dueTo ?? null,
    ],
  );
}
