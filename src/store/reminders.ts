import type { Duty, Reminder, ReminderStatus } from '../domain/reminder.ts';
import type { ChatKey } from './chats.ts';
import type { Session } from './database.ts';
import { tellable } from './visibility.ts';

export type ReminderFilter = {
  ids?: number[];
  subscribers?: number[];
  duties?: number[];
  statuses?: ReminderStatus[];
  /** Due in this span (the end excluded). */
  dueFrom?: Date;
  dueTo?: Date;
  /** At most so many. Default: all. */
  limit?: number;
};

const columns = `r.id, r.duty_id as duty, r.occurrence, r.step, r.subscriber_id as subscriber, r.due_at as "dueAt",
  r.next_try_at as "nextTryAt", r.status, r.attempts, r.reason, r.failure_kind as "failureKind", r.settled_at as "settledAt",
  r.listed_in as "listedIn"`;

/** Reminders by the instant they are due; `[]` when none matches. An absent filter does not restrict. */
export async function listReminders(session: Session, filter: ReminderFilter = {}): Promise<Reminder[]> {
  return session.query<Reminder>(
    `select ${columns} from reminders r
     where ($1::bigint[] is null or r.id = any($1)) and ($2::bigint[] is null or r.subscriber_id = any($2))
       and ($3::bigint[] is null or r.duty_id = any($3)) and ($4::text[] is null or r.status = any($4))
       and ($5::timestamptz is null or r.due_at >= $5) and ($6::timestamptz is null or r.due_at < $6)
     order by r.due_at, r.id limit $7`,
    [
      filter.ids ?? null,
      filter.subscribers ?? null,
      filter.duties ?? null,
      filter.statuses ?? null,
      filter.dueFrom ?? null,
      filter.dueTo ?? null,
      filter.limit ?? null,
    ],
  );
}

/** What could not be sent, or nobody knows whether it was; newest first. */
export async function listDeadLetters(session: Session, limit: number): Promise<Reminder[]> {
  return session.query<Reminder>(
    `select ${columns} from reminders r where r.status in ('failed', 'unknown') order by r.settled_at desc, r.id desc limit $1`,
    [limit],
  );
}

/** How many reminders stand in each status. */
export async function countReminders(session: Session): Promise<Partial<Record<ReminderStatus, number>>> {
  const rows = await session.query<{ status: ReminderStatus; count: number }>(
    'select status, count(*) as count from reminders group by status',
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/**
 * One more message about the same occurrence at another instant; neither the duty nor its other steps change. Null when the reminder is not
 * this subscriber's. Asking twice for the same minute adds one.
 */
export async function snoozeReminder(
  session: Session,
  { id, subscriber, until }: { id: number; subscriber: number; until: Date },
  now: Date,
): Promise<number | null> {
  const step = `snooze-${until.toISOString().slice(0, 16)}`;
  const rows = await session.query<{ id: number }>(
    `insert into reminders (duty_id, occurrence, step, subscriber_id, via_id, due_at, next_try_at, created_at)
     select duty_id, occurrence, $3, subscriber_id, via_id, $4, $4, $5 from reminders r
     where id = $1 and duty_id is not null and (subscriber_id = $2
       or exists (select from deliveries l where l.reminder_id = r.id and l.subscriber_id = $2))
     on conflict (subscriber_id, duty_id, occurrence, step) do update set due_at = excluded.due_at
     returning id`,
    [id, subscriber, step, until, now],
  );
  return rows[0]?.id ?? null;
}

/** The occurrences a chat is reminded of in a span of days (both included), by day; `submitted` where it has said so. */
export async function listOccurrences(
  session: Session,
  { subscriber, from, to }: { subscriber: number; from: string; to: string },
): Promise<{ duty: number; occurrence: string; submitted: boolean }[]> {
  return session.query<{ duty: Duty['id']; occurrence: string; submitted: boolean }>(
    `select distinct r.duty_id as duty, r.occurrence, exists (select from acknowledgements a where a.duty_id = r.duty_id
       and a.occurrence = r.occurrence and a.subscriber_id = $1 and a.kind = 'submitted' and a.withdrawn_at is null) as submitted
     from reminders r join duties d on d.id = r.duty_id
     where r.subscriber_id = $1 and r.occurrence between $2 and $3 and r.step <> 'escalation' and d.status = 'active' and ${tellable('d', '$1::bigint')}
     order by r.occurrence, duty`,
    [subscriber, from, to],
  );
}

/** What a chat was reminded of and has not submitted: the last reminder of each occurrence, the latest first. */
export type OpenReminder = { id: number; duty: number; occurrence: string };

/** Open reminders sent to this chat since an instant, also in place of its owner's other chat; `[]` for none. */
export async function listOpenReminders(
  session: Session,
  { subscriber, since }: { subscriber: number; since: Date },
): Promise<OpenReminder[]> {
  return session.query<OpenReminder>(
    `select id, duty, occurrence from (
       select distinct on (r.duty_id, r.occurrence) r.id, r.duty_id as duty, r.occurrence, r.settled_at from reminders r join duties d on d.id = r.duty_id and ${tellable('d', '$1::bigint')}
       where $1 in (r.subscriber_id, r.via_id) and r.status = 'sent' and r.duty_id is not null and r.step <> 'escalation'
         and r.settled_at >= $2
         and not exists (select from acknowledgements a where a.duty_id = r.duty_id and a.occurrence = r.occurrence
           and a.subscriber_id = r.subscriber_id and a.kind = 'submitted' and a.withdrawn_at is null)
       order by r.duty_id, r.occurrence, r.settled_at desc, r.id desc) last
     order by settled_at desc, id desc`,
    [subscriber, since],
  );
}

/** The reminder that a chat was sent after everything else it was told: a number typed now means its choices. Null when the bot spoke since. */
export async function lastWordReminder(session: Session, chat: ChatKey): Promise<number | null> {
  const rows = await session.query<{ id: number }>(
    `select r.id from reminders r join subscribers c on c.id = r.via_id
     where c.platform = $1 and c.chat_id = $2 and r.status = 'sent' and r.duty_id is not null and r.step <> 'escalation'
       and r.settled_at > coalesce((select updated_at from chats t where t.platform = $1 and t.chat_id = $2), '-infinity')
     order by r.settled_at desc, r.id desc limit 1`,
    [chat.platform, chat.chatId],
  );
  return rows[0]?.id ?? null;
}
