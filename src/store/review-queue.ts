import type { Reviewer, Subject } from '../domain/review.ts';
import type { Session } from './database.ts';

/** What waits for a reviewer: of everything in force but the `hidden`, or of one directive. */
export type Queue = { reviewer: Reviewer; document: string | null; hidden: readonly string[] };

const tables = { figure: 'figures', deadline: 'deadlines' } as const;

/** What is proposed and in force; whoever stands behind a value already is not asked again. Parameters: $1 the reviewer, $2 a directive or null, $3 the hidden ones. */
const waiting = (kind: Subject['kind']): string =>
  `from ${tables[kind]} s join directives d on d.id = s.directive_id
   where s.status = 'proposed' and d.status = 'in_force' and ($2::text is null or s.directive_id = $2) and s.directive_id <> all($3::text[]) and not exists (
     select from reviews r where r.kind = '${kind}' and r.subject = s.id and r.reviewer = $1 and r.act in ('approve', 'correct')
       and r.id >= coalesce((select max(x.id) from reviews x where x.kind = '${kind}' and x.subject = s.id and x.act in ('correct', 'reopen')), 0))`;

/** The next subject after another one, or the first of all, figures before deadlines and each in the order they were read; null when none waits. */
export async function nextWaiting(session: Session, queue: Queue, after: Subject | null): Promise<Subject | null> {
  const figure =
    after?.kind === 'deadline' ? null : await nextOf(session, queue, { kind: 'figure', id: after?.id ?? 0 });
  return figure ?? nextOf(session, queue, { kind: 'deadline', id: after?.kind === 'deadline' ? after.id : 0 });
}

async function nextOf(
  session: Session,
  { reviewer, document, hidden }: Queue,
  { kind, id }: Subject,
): Promise<Subject | null> {
  const [row] = await session.query<{ id: number }>(
    `select s.id ${waiting(kind)} and s.id > $4::bigint order by s.id limit 1`,
    [reviewer.id, document, hidden, id],
  );
  return row === undefined ? null : { kind, id: row.id };
}

/** How many subjects wait for this reviewer. */
export async function countWaiting(session: Session, { reviewer, document, hidden }: Queue): Promise<number> {
  const rows = await session.query<{ count: number }>(
    `select (select count(*) ${waiting('figure')}) + (select count(*) ${waiting('deadline')}) as count`,
    [reviewer.id, document, hidden],
  );
  return rows[0]?.count ?? 0;
}

/** Figures read with less than this, with a note, or otherwise by a second reader, are looked at one by one. */
const doubtBelow = 0.6;

/** The proposed figures that can be approved together: those of a directive, or of one of its headings; and how many are too doubtful for that. */
export async function listForBulk(
  session: Session,
  { document, heading, reviewer }: { document: string; heading: readonly string[] | null; reviewer: Reviewer },
): Promise<{ ids: number[]; doubtful: number }> {
  const rows = await session.query<{ id: number; isDoubtful: boolean }>(
    `select s.id, s.confidence < ${doubtBelow} or s.note is not null or exists (
       select from suggestions g where g.kind = 'figure' and g.subject = s.id and g.settled_at is null) as "isDoubtful"
     ${waiting('figure')} and ($4::text[] is null or s.heading = $4) order by s.id`,
    [reviewer.id, document, [], heading],
  );
  return {
    ids: rows.filter(({ isDoubtful }) => !isDoubtful).map(({ id }) => id),
    doubtful: rows.filter(({ isDoubtful }) => isDoubtful).length,
  };
}
