import type { QuietHours, ReminderStatus, Subscriber } from '../domain/reminder.ts';
import type { Session } from './database.ts';
import { tellable } from './visibility.ts';

/** SQL: a reminder that should have been told of and was not, as far as anybody knows. */
const missed = `r.status in ('held_over', 'unknown', 'failed') and r.listed_in is null and r.duty_id is not null and r.step <> 'escalation'
  and not exists (select from acknowledgements a where a.duty_id = r.duty_id and a.occurrence = r.occurrence
    and a.subscriber_id = r.subscriber_id and a.kind = 'submitted' and a.withdrawn_at is null)`;

export type DigestReader = Pick<Subscriber, 'id' | 'digest' | 'quiet'>;

/** Who asked for a digest. */
export async function listDigestReaders(session: Session): Promise<DigestReader[]> {
  return session.query<DigestReader>(
    `select id, digest, jsonb_build_object('from', quiet_from, 'to', quiet_to) as quiet from subscribers
     where digest <> 'none' order by id`,
  );
}

/**
 * Chats with missed reminders that no digest since an hour ago, nor any still to come within a day, tells of. `isSure`: at least one surely did
 * not arrive.
 */
export async function listMissedReaders(
  session: Session,
  now: Date,
): Promise<{ id: number; quiet: QuietHours; isSure: boolean }[]> {
  return session.query<{ id: number; quiet: QuietHours; isSure: boolean }>(
    `select c.id, jsonb_build_object('from', c.quiet_from, 'to', c.quiet_to) as quiet, bool_or(r.status <> 'unknown') as "isSure"
     from reminders r join subscribers c on c.id = r.subscriber_id
     where ${missed}
       and (c.unreachable_at is null or next_chat(c.id, null) is not null)
       and not exists (select from reminders g where g.subscriber_id = c.id and g.duty_id is null
         and g.due_at between $1::timestamptz - interval '1 hour' and $1::timestamptz + interval '1 day')
     group by c.id order by c.id`,
    [now],
  );
}

export type PlannedDigest = { subscriber: number; day: string; step: string; at: Date };

/** Adds the digests that are not there yet; gives how many. */
export async function insertDigests(session: Session, digests: PlannedDigest[], now: Date): Promise<number> {
  if (digests.length === 0) return 0;
  const rows = await session.query(
    `insert into reminders (duty_id, occurrence, step, subscriber_id, via_id, due_at, next_try_at, created_at)
     select null, g.day, g.step, c.id, case when c.unreachable_at is null then c.id else coalesce(next_chat(c.id, null), c.id) end, g.at, g.at, $2
     from jsonb_to_recordset($1::jsonb) as g(subscriber bigint, day date, step text, at timestamptz) join subscribers c on c.id = g.subscriber
     on conflict do nothing returning id`,
    [JSON.stringify(digests), now],
  );
  return rows.length;
}

export type MissedReminder = { id: number; duty: number; occurrence: string; dueAt: Date; status: ReminderStatus };

/** What a chat should have been told of and was not, the oldest first. */
export async function listMissed(session: Session, subscriber: number): Promise<MissedReminder[]> {
  return session.query<MissedReminder>(
    `select r.id, r.duty_id as duty, r.occurrence, r.due_at as "dueAt", r.status from reminders r join duties d on d.id = r.duty_id
     where r.subscriber_id = $1 and ${missed} and ${tellable('d', '$1::bigint')} order by r.due_at, r.id`,
    [subscriber],
  );
}
