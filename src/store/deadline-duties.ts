import type { Session } from './database.ts';
import { dropReminders } from './duties.ts';

/** A sentence, its place and what it asks make one duty, also when the directive is read again. */
const origin = `'deadline:' || l.directive_id || ':' || l.start_offset || ':' || l.due || ':' || l.what`;

/** Rules run on for this many days after the period a directive governs: the last report of a year is due in the next. */
const GRACE_DAYS = 31;

const live = `l.status in ('proposed', 'approved') and (l.replaced_by is null or l.replaced_on > $1::date) and l.kind in ('report', 'finish') and v.status = 'in_force'
  and (l.due_on >= $1::date or l.rule is not null and coalesce(v.period_to + ${GRACE_DAYS}, 'infinity'::date) >= $1::date)
  and (l.due_on is not null or l.rule is not null)`;

/**
 * Makes a duty of every deadline that is still to come, and ends the duties whose deadline was rejected or replaced, with what was planned.
 * Deadlines without a day ("theo quy định") and campaigns that merely end make none. Gives how many began and ended.
 */
export async function syncDeadlineDuties(
  session: Session,
  { today, now }: { today: string; now: Date },
): Promise<{ begun: number; ended: number }> {
  const begun = await session.query(
    `insert into duties (origin, source, what, who, "to", due_text, due_on, rule, starts_on, ends_on, due_time, directive_id, deadline_id,
       heading, quote, start_offset, end_offset, topics, created_at)
     select distinct on (1) ${origin}, 'directive', l.what, l.who, l."to", l.due, l.due_on, case when l.due_on is null then l.rule end,
       coalesce(l.due_on, v.issued_on, $1::date), case when l.due_on is null then v.period_to + ${GRACE_DAYS} end,
       lpad(substring(l.due from '(\\d{1,2}:\\d{2})'), 5, '0'), l.directive_id, l.id, l.heading, l.quote, l.start_offset, l.end_offset,
       array_remove(array['directive:' || l.directive_id, 'locality:' || v.locality_key], null), $2
     from deadlines l join directives v on v.id = l.directive_id
     where ${live}
     order by 1, l.id
     on conflict (origin) do update set status = 'active', ended_at = null, planned_until = null, created_at = excluded.created_at,
       deadline_id = excluded.deadline_id where duties.status = 'ended'
     returning id`,
    [today, now],
  );
  const ended = await session.query<{ id: number }>(
    `update duties d set status = 'ended', ended_at = $1
     where d.source = 'directive' and d.status = 'active' and not exists (
       select from deadlines l join directives v on v.id = l.directive_id
       where l.directive_id = d.directive_id and ${origin} = d.origin and l.status in ('proposed', 'approved') and v.status = 'in_force'
         and (l.replaced_by is null or l.replaced_on > $2::date))
     returning d.id`,
    [now, today],
  );
  await dropReminders(session, { duties: ended.map(({ id }) => id), reason: 'deadline replaced' }, now);
  return { begun: begun.length, ended: ended.length };
}
