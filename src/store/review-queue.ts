import type { Reviewer, Subject } from '../domain/review.ts';
import type { Session } from './database.ts';

/** What waits for a reviewer: of everything in force, or of one directive. */
export type Queue = { reviewer: Reviewer; document: string | null };

/** Figures come before deadlines, each in the order they were read. Whoever stands behind a value already is not asked again. */
const waiting = (kind: Subject['kind'], table: string): string =>
  `select ${kind === 'figure' ? 0 : 1} as place, s.id from ${table} s join directives d on d.id = s.directive_id
   where s.status = 'proposed' and d.status = 'in_force' and ($2::text is null or s.directive_id = $2) and not exists (
     select from reviews r where r.kind = '${kind}' and r.subject = s.id and r.reviewer = $1 and r.act in ('approve', 'correct')
       and r.id >= coalesce((select max(x.id) from reviews x where x.kind = '${kind}' and x.subject = s.id and x.act in ('correct', 'reopen')), 0))`;

const queue = `${waiting('figure', 'figures')} union all ${waiting('deadline', 'deadlines')}`;

const places = ['figure', 'deadline'] as const;

/** The next subject after another one, or the first of all; null when nothing waits. */
export async function nextWaiting(
  session: Session,
  { reviewer, document }: Queue,
  after: Subject | null,
): Promise<Subject | null> {
  const rows = await session.query<{ place: number; id: number }>(
    `select place, id from (${queue}) q where (place, id) > ($3::int, $4::bigint) order by place, id limit 1`,
    [reviewer.id, document, after === null ? -1 : places.indexOf(after.kind), after?.id ?? 0],
  );
  const [row] = rows;
  const kind = row === undefined ? undefined : places[row.place];
  return row === undefined || kind === undefined ? null : { kind, id: row.id };
}

/** How many subjects wait for this reviewer. */
export async function countWaiting(session: Session, { reviewer, document }: Queue): Promise<number> {
  const rows = await session.query<{ count: number }>(`select count(*) as count from (${queue}) q`, [
    reviewer.id,
    document,
  ]);
  return rows[0]?.count ?? 0;
}

/** Figures read with less than this, or with a note, are looked at one by one. */
const doubtBelow = 0.6;

/** The proposed figures that can be approved together: those of a directive, or of one of its headings; and how many are too doubtful for that. */
export async function listForBulk(
  session: Session,
  { document, heading, reviewer }: { document: string; heading: readonly string[] | null; reviewer: Reviewer },
): Promise<{ ids: number[]; doubtful: number }> {
  const rows = await session.query<{ id: number; isDoubtful: boolean }>(
    `select s.id, s.confidence < ${doubtBelow} or s.note is not null as "isDoubtful"
     from figures s join (${waiting('figure', 'figures')}) w on w.id = s.id
     where $3::text[] is null or s.heading = $3 order by s.id`,
    [reviewer.id, document, heading],
  );
  return {
    ids: rows.filter(({ isDoubtful }) => !isDoubtful).map(({ id }) => id),
    doubtful: rows.filter(({ isDoubtful }) => isDoubtful).length,
  };
}
