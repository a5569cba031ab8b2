import type { Ladder, QuietHours } from '../domain/reminder.ts';
import type { Session } from './database.ts';
import { silencedSpans } from './duties.ts';
import { tellable } from './visibility.ts';

/** Subscribers of one duty who share a ladder and quiet hours. */
export type LadderGroup = {
  duty: number;
  /** Null: the usual one. */
  ladder: Ladder | null;
  quiet: QuietHours;
  /** What lies before is planned already, or was before anybody asked. */
  from: Date;
};

/** One step of one occurrence for a group, by its place in the list of groups. */
export type PlannedStep = { group: number; occurrence: string; step: string; at: Date };

/** Any number, the same in every process: planners take turns. */
const LOCK_KEY = 20_250_109;

/** Other planners wait until this transaction ends. */
export async function lockPlanning(session: Session): Promise<void> {
  await session.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
}

const wished = 'coalesce(s.ladder, d.ladder, c.ladder)';
const followed = `duties d join subscriptions s on s.topic = any(d.topics) and s.ended_at is null join subscribers c on c.id = s.subscriber_id and ${tellable('d', 'c.id')}`;

/** Groups not planned up to `until` yet. A mark that lies beyond it by more than a day was made under a wrong clock and does not count. */
export async function findUnplanned(session: Session, until: Date): Promise<LadderGroup[]> {
  return session.query<LadderGroup>(
    `select duty, ladder, jsonb_build_object('from', quiet_from, 'to', quiet_to) as quiet, min(coalesce(mark, asked)) as "from"
     from (
       select d.id as duty, ${wished} as ladder, c.quiet_from, c.quiet_to, greatest(d.created_at, s.created_at) as asked,
         case when d.planned_until is null or s.planned_until is null or least(d.planned_until, s.planned_until) > $1::timestamptz + interval '1 day'
           then null else least(d.planned_until, s.planned_until) end as mark
       from ${followed} where d.status = 'active') pair
     where coalesce(mark, asked) < $1 group by duty, ladder, quiet_from, quiet_to order by duty`,
    [until],
  );
}

/** Groups of the duties that are followed at all. */
export async function findFollowed(session: Session): Promise<LadderGroup[]> {
  return session.query<LadderGroup>(
    `select d.id as duty, ${wished} as ladder, jsonb_build_object('from', c.quiet_from, 'to', c.quiet_to) as quiet,
       min(greatest(d.created_at, s.created_at)) as "from"
     from ${followed} where d.status = 'active' group by d.id, ${wished}, c.quiet_from, c.quiet_to order by d.id`,
  );
}

/** From now on everything counts as planned up to this instant. */
export async function markPlanned(session: Session, until: Date): Promise<void> {
  await session.query(
    `update duties set planned_until = $1 where status = 'active' and planned_until is distinct from $1`,
    [until],
  );
  await session.query(
    'update subscriptions set planned_until = $1 where ended_at is null and planned_until is distinct from $1',
    [until],
  );
}

/**
 * Takes back what is planned for a subscriber by its ladder and still lies ahead; the next planning makes it anew from now on. What is due and waits
 * for its turn stays.
 */
export async function forgetPlanned(session: Session, subscriber: number, now: Date): Promise<void> {
  await session.query(
    `delete from reminders where subscriber_id = $1 and status in ('planned', 'claimed') and attempts = 0
       and duty_id is not null and step <> 'escalation' and not starts_with(step, 'snooze-') and due_at > $2`,
    [subscriber, now],
  );
  await session.query(
    'update subscriptions set planned_until = least(planned_until, $2) where subscriber_id = $1 and ended_at is null',
    [subscriber, now],
  );
}

/**
 * Adds the rows that are not there yet: one for each step and each subscriber of its group who asked before it, has not submitted, and does
 * not follow a directive that sets another date for the same report. Gives how many were added.
 */
export async function insertSteps(
  session: Session,
  { groups, steps, to }: { groups: LadderGroup[]; steps: PlannedStep[]; to: 'subscribers' | 'superiors' },
  now: Date,
): Promise<number> {
  if (steps.length === 0) return 0;
  const rows = await session.query<{ count: number }>(
    `with pair as materialized (
       select g.place, d.id as duty, c.id as asker, greatest(d.created_at, s.created_at) as asked, r.id as receiver,
         case when r.unreachable_at is null then r.id else coalesce(next_chat(r.id, null), r.id) end as via,
         case when d.regime is not null then ${silencedSpans('d', 'c.id')} end as silenced
       from jsonb_to_recordset($1::jsonb) as g(place int, duty bigint, ladder jsonb, quiet jsonb)
         join (${followed}) on d.id = g.duty
         join subscribers r on ${to === 'subscribers' ? 'r.id = c.id' : 'r.id = c.superior_id and c.escalates and c.superior_accepted_at is not null'}
       where c.quiet_from = g.quiet->>'from' and c.quiet_to = g.quiet->>'to' and ${wished} is not distinct from nullif(g.ladder, 'null')),
     added as (
       insert into reminders (duty_id, occurrence, step, subscriber_id, via_id, due_at, next_try_at, created_at)
       select p.duty, t.occurrence, t.step, p.receiver, p.via, t.at, t.at, $3
       from pair p join jsonb_to_recordset($2::jsonb) as t("group" int, occurrence date, step text, at timestamptz) on t."group" = p.place
       where t.at >= p.asked and (p.silenced is null or not t.occurrence <@ any(p.silenced)) and not exists (select from acknowledgements a where a.duty_id = p.duty and a.occurrence = t.occurrence
         and a.subscriber_id = p.asker and a.kind = 'submitted' and a.withdrawn_at is null)
       on conflict do nothing returning 1)
     select count(*) as count from added`,
    [JSON.stringify(groups.map((group, place) => ({ ...group, place }))), JSON.stringify(steps), now],
  );
  return rows[0]?.count ?? 0;
}

/** Counts the tables of reminders anew for the planner of queries; to be called when many rows came in. A tenth of a second. */
export async function countAnew(session: Session): Promise<void> {
  await session.query('analyze subscribers, subscriptions, duties, reminders, deliveries');
}
