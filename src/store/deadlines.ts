import type { Deadline, DeadlineFinding } from '../domain/deadline.ts';
import type { Session } from './database.ts';
import type { Owned } from './owned.ts';
import { deadlineStatus } from './replaced-status.ts';
import { jsonParameter } from './storable.ts';
import { where } from './where.ts';

export type DeadlineFilter = {
  ids?: number[];
  documents?: string[];
  kinds?: Deadline['kind'][];
  /** Default: `proposed` and `approved`. */
  statuses?: Deadline['status'][];
  /** Also those that another document took the place of, each with the status that review gave it. Default: they count as `replaced`. */
  withReplaced?: boolean;
  /** Only those with a last day, and it lies in this span (ISO dates, both included). */
  dueFrom?: string;
  dueTo?: string;
};

/** Stores deadlines in the order given. */
export async function saveDeadlines(session: Session, deadlines: readonly Owned<DeadlineFinding>[]): Promise<void> {
  if (deadlines.length === 0) return;
  await session.query(
    `insert into deadlines (directive_id, kind, what, who, "to", due, due_on, rule, heading, quote, start_offset, end_offset)
     select d.document, d.kind, d.what, d.who, d."to", d.due, d."dueDate", d.rule, d.heading, d.quote, d.start, d."end"
     from json_to_recordset($1::json) as d(place int, document text, kind text, what text, who text, "to" text, due text,
       "dueDate" date, rule text, heading text[], quote text, start int, "end" int)
     order by d.place`,
    [jsonParameter(deadlines.map((deadline, place) => ({ ...deadline, place })))],
  );
}

/** Deadlines by their last day, those without one last; `[]` when none matches. An absent filter does not restrict. */
export async function listDeadlines(session: Session, filter: DeadlineFilter = {}): Promise<Deadline[]> {
  const status = filter.withReplaced === true ? 'status' : deadlineStatus;
  const { clause, parameters } = where([
    ['id = any(?)', filter.ids],
    ['directive_id = any(?)', filter.documents],
    ['kind = any(?)', filter.kinds],
    [`${status} = any(?)`, filter.statuses ?? ['proposed', 'approved']],
    ['due_on >= ?', filter.dueFrom],
    ['due_on <= ?', filter.dueTo],
  ]);
  return session.query<Deadline>(
    `select id, directive_id as document, ${status} as status, kind, what, who, "to", due, due_on as "dueDate", rule, heading, quote,
       start_offset as start, end_offset as "end", replaced_by as "replacedBy", replaced_on as "replacedOn"
     from deadlines ${clause} order by due_on nulls last, directive_id, id`,
    parameters,
  );
}
