import type { Duty, DutyDraft, Ladder } from '../domain/reminder.ts';
import type { Session } from './database.ts';
import { jsonParameter, storable } from './storable.ts';

export type DutyFilter = {
  ids?: number[];
  origins?: string[];
  sources?: Duty['source'][];
  documents?: string[];
  owners?: number[];
  /** Those that have one of these topics. */
  topics?: string[];
  /** Not those of these directives. */
  hidden?: readonly string[];
  /** Default: `active`. */
  statuses?: Duty['status'][];
};

const columns = `d.id, d.origin, d.source, d.status, d.what, d.who, d."to", d.due_text as "dueText", d.due_on as "dueDate", d.rule, d.regime,
  d.starts_on as "startsOn", d.ends_on as "endsOn", d.due_time as "dueTime", d.directive_id as document, d.deadline_id as deadline, d.heading,
  case when d.quote is not null then jsonb_build_object('quote', d.quote, 'start', d.start_offset, 'end', d.end_offset) end as quote,
  d.ladder, d.topics, d.overrides, d.owner_id as owner, d.created_at as "createdAt", d.ended_at as "endedAt"`;

/** Duties in the order they came to be known; `[]` when none matches. An absent filter does not restrict. */
export async function findDuties(session: Session, filter: DutyFilter = {}): Promise<Duty[]> {
  return session.query<Duty>(
    `select ${columns} from duties d
     where ($1::bigint[] is null or d.id = any($1)) and ($2::text[] is null or d.origin = any($2))
       and ($3::text[] is null or d.source = any($3)) and ($4::text[] is null or d.directive_id = any($4))
       and ($5::bigint[] is null or d.owner_id = any($5)) and ($6::text[] is null or d.topics && $6) and d.status = any($7)
       and (d.directive_id is null or d.directive_id <> all($8))
     order by d.id`,
    [
      filter.ids ?? null,
      filter.origins ?? null,
      filter.sources ?? null,
      filter.documents ?? null,
      filter.owners ?? null,
      filter.topics ?? null,
      filter.statuses ?? ['active'],
      filter.hidden ?? [],
    ],
  );
}

/** Stores duties that are not known yet, and takes up again those that had ended. Gives the ids of all, in the order of the drafts. */
export async function saveDuties(session: Session, drafts: DutyDraft[], now: Date): Promise<number[]> {
  if (drafts.length === 0) return [];
  const rows = drafts.map(({ quote, ...draft }) => ({ ...draft, ...(quote ?? {}) }));
  await session.query(
    `insert into duties (origin, source, what, who, "to", due_text, due_on, rule, regime, starts_on, ends_on, due_time, directive_id,
       deadline_id, heading, quote, start_offset, end_offset, ladder, topics, owner_id, created_at)
     select d.origin, d.source, d.what, d.who, d."to", d."dueText", d."dueDate", d.rule, d.regime, d."startsOn", d."endsOn", d."dueTime",
       d.document, d.deadline, d.heading, d.quote, d.start, d."end", d.ladder, d.topics, d.owner, $2
     from jsonb_to_recordset($1::jsonb) as d(origin text, source text, what text, who text, "to" text, "dueText" text, "dueDate" date,
       rule text, regime text, "startsOn" date, "endsOn" date, "dueTime" text, document text, deadline bigint, heading text[], quote text,
       start int, "end" int, ladder jsonb, topics text[], owner bigint)
     on conflict (origin) do update set status = 'active', ended_at = null, planned_until = null, created_at = excluded.created_at
       where duties.status = 'ended'`,
    [jsonParameter(rows), now],
  );
  const saved = await session.query<{ id: number; origin: string }>(
    'select id, origin from duties where origin = any($1)',
    [drafts.map(({ origin }) => storable(origin))],
  );
  const idOf = new Map(saved.map(({ id, origin }) => [origin, id]));
  return drafts.flatMap(({ origin }) => idOf.get(storable(origin)) ?? []);
}

/** How many duties in their own words a chat has that are not over by this day. */
export async function countOwnDuties(session: Session, owner: number, today: string): Promise<number> {
  const rows = await session.query<{ count: number }>(
    `select count(*) as count from duties where owner_id = $1 and status = 'active' and (due_on is null or due_on >= $2)`,
    [owner, today],
  );
  return rows[0]?.count ?? 0;
}

/** Ends a duty in a chat's own words with all that was still planned. False when the chat has no such duty: nothing changed. */
export async function endOwnDuty(
  session: Session,
  { id, owner }: { id: number; owner: number },
  now: Date,
): Promise<boolean> {
  const rows = await session.query(
    `update duties set status = 'ended', ended_at = $3 where id = $1 and owner_id = $2 and status = 'active' returning id`,
    [id, owner, now],
  );
  if (rows.length === 0) return false;
  await dropReminders(session, { duties: [id], reason: 'duty ended' }, now);
  return true;
}

/**
 * Takes back what was planned for these duties and is not on its way: rows never tried are removed, so that they can be planned anew,
 * the others are cancelled.
 */
export async function dropReminders(
  session: Session,
  { duties, reason }: { duties: number[]; reason: string },
  now: Date,
): Promise<void> {
  if (duties.length === 0) return;
  await session.query(
    `delete from reminders where duty_id = any($1) and status in ('planned', 'claimed') and attempts = 0`,
    [duties],
  );
  await session.query(
    `update reminders set status = 'cancelled', reason = $2, settled_at = $3 where duty_id = any($1) and status = 'planned'`,
    [duties, reason, now],
  );
}

/** The topic of this one duty, which can be followed by itself from now on; null for an unknown or ended one and for a chat's own words. */
export async function openDutyTopic(session: Session, id: number): Promise<string | null> {
  const own = `'duty:' || origin`;
  const rows = await session.query<{ topic: string }>(
    `update duties set topics = case when ${own} = any(topics) then topics else topics || (${own}) end
     where id = $1 and status = 'active' and source <> 'own' returning ${own} as topic`,
    [id],
  );
  return rows[0]?.topic ?? null;
}

/** Another ladder for one duty, whoever follows it; null: that of each subscriber. */
export async function setDutyLadder(session: Session, id: number, ladder: Ladder | null): Promise<void> {
  await session.query('update duties set ladder = $2::jsonb where id = $1', [
    id,
    ladder === null ? null : JSON.stringify(ladder),
  ]);
}

/**
 * Whoever follows this directive's duty is no longer reminded of that report ("commune:monthly") by the regime's computed date: of the one around its
 * date, or of all while its rule runs. Null undoes it. False when there is no such duty of a directive.
 */
export async function setOverride(
  session: Session,
  { id, regime }: { id: number; regime: string | null },
  now: Date,
): Promise<boolean> {
  const rows = await session.query(
    `with changed as (select id, overrides from duties where id = $1 and source = 'directive' and status = 'active'),
     again as (update duties d set planned_until = least(d.planned_until, $3) from changed where d.regime = changed.overrides)
     update duties d set overrides = $2 from changed where d.id = changed.id returning d.id`,
    [id, regime, now],
  );
  await session.query(
    `delete from reminders r using duties d where d.id = r.duty_id and d.regime = $1 and r.status = 'planned' and r.attempts = 0
       and r.occurrence <@ any(${silencedSpans('d', 'r.subscriber_id')})`,
    [regime],
  );
  return rows.length > 0;
}

/** SQL: the spans of days in which a subscriber is not reminded of a duty of the regime, since a directive they follow sets the date; `{}` for none. */
export function silencedSpans(duty: string, subscriber: string): string {
  return `array(select override_span(o.overrides, o.due_on, o.starts_on, o.ends_on) from duties o
    join subscriptions os on os.topic = any(o.topics) and os.ended_at is null
    where o.overrides = ${duty}.regime and o.status = 'active' and os.subscriber_id = ${subscriber})`;
}

/** Puts these topics in the place of all that begin so ("unit:"); whoever follows a new one is planned for from now on. */
export async function replaceTopics(
  session: Session,
  { prefix, changes }: { prefix: string; changes: { id: number; topics: string[] }[] },
  now: Date,
): Promise<void> {
  if (changes.length === 0) return;
  await session.query(
    `update duties d set planned_until = least(d.planned_until, $3),
       topics = array(select t from unnest(d.topics) t where not starts_with(t, $2)) || n.topics
     from jsonb_to_recordset($1::jsonb) as n(id bigint, topics text[]) where n.id = d.id`,
    [jsonParameter(changes), prefix, now],
  );
}
