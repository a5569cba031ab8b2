import type { PlatformName } from '../domain/message.ts';
import type { QuietHours } from '../domain/reminder.ts';
import type { Session } from './database.ts';
import { isPaused } from './send-paces.ts';

/** A reminder this process may send now, once, for as long as its lease runs. */
export type ClaimedReminder = {
  id: number;
  /** Number of this claim; a later one makes it void. */
  claim: number;
  duty: number | null;
  occurrence: string;
  step: string;
  subscriber: number;
  dueAt: Date;
  attempts: number;
  /** The chat it goes to. */
  via: number;
  platform: PlatformName;
  chatId: string;
  isGroup: boolean;
  /** Of the subscriber, as is the name of the superior who will be told if nobody acknowledges; null for none. */
  quiet: QuietHours;
  superior: string | null;
};

export type ClaimRequest = {
  now: Date;
  /** One random id a process. */
  holder: string;
  leaseSeconds: number;
  limit: number;
  /** Those this process can send on. */
  platforms: PlatformName[];
};

/** So many due rows are looked at for each one that can be claimed; a chat with many of them does not hide the others. */
const SCAN_FACTOR = 8;

/** An instant that lies further ahead than anything sets it was set under a clock that has since been put back. */
const FURTHEST_SECONDS = 180;

const isPassed = (column: string, now: string) =>
  `(${column} <= ${now} or ${column} > ${now}::timestamptz + interval '${FURTHEST_SECONDS} seconds')`;

/**
 * Takes the reminders that are due, the longest due first, at most one a chat; a chat stays closed until the reminder is settled or released.
 * Any number of processes may do so at once: chats another one is claiming for are passed over. `[]` when nothing can be sent now.
 */
export async function claimDue(session: Session, request: ClaimRequest): Promise<ClaimedReminder[]> {
  const { now, holder, leaseSeconds, limit, platforms } = request;
  return session.query<ClaimedReminder>(
    // The order of the joins is fixed (offset 0): without statistics, which the embedded database never gathers by itself, the planner would
    // compare every due reminder with every chat.
    `with open as (select array_agg(platform) as platforms from send_paces where platform = any($5) and not ${isPaused('$1')}),
     due as (
       select r.id, c.id as via, r.next_try_at
       from (select id, via_id, next_try_at from reminders where status = 'planned' and next_try_at <= $1
           and (select platforms from open) is not null order by next_try_at, id offset 0) r
         cross join lateral (select id from subscribers c where c.id = r.via_id and c.unreachable_at is null
           and c.platform = any((select platforms from open)::text[]) and ${isPassed('c.free_at', '$1')} for update skip locked offset 0) c
       limit $4 * ${SCAN_FACTOR}),
     first as (select * from (select distinct on (via) * from due order by via, next_try_at, id) each order by next_try_at, id limit $4),
     closed as (update subscribers c set free_at = $1::timestamptz + make_interval(secs => $3) from first where c.id = first.via)
     update reminders r set status = 'claimed', holder = $2, lease_until = $1::timestamptz + make_interval(secs => $3), claim = claim + 1
     from first join subscribers c on c.id = first.via, subscribers o
     where r.id = first.id and r.status = 'planned' and o.id = r.subscriber_id
     returning r.id, r.claim, r.duty_id as duty, r.occurrence, r.step, r.subscriber_id as subscriber, r.due_at as "dueAt", r.attempts,
       c.id as via, c.platform, c.chat_id as "chatId", c.is_group as "isGroup",
       jsonb_build_object('from', o.quiet_from, 'to', o.quiet_to) as quiet,
       case when o.escalates and o.superior_accepted_at is not null then (select s.name from subscribers s where s.id = o.superior_id) end as superior`,
    [now, holder, leaseSeconds, limit, platforms],
  );
}

export type Claimed = Pick<ClaimedReminder, 'id' | 'claim' | 'via'> & { holder: string };

/** Gives a claim back unsent, to be tried again from `nextTryAt` on; the chat is open again. Nothing happens when the claim is void. */
export async function releaseClaim(
  session: Session,
  { id, claim, via, holder }: Claimed,
  at: { now: Date; nextTryAt: Date },
): Promise<void> {
  await session.query(
    `with released as (update reminders set status = 'planned', next_try_at = $5, holder = null, lease_until = null
       where id = $1 and claim = $2 and holder = $3 and status = 'claimed' returning id)
     update subscribers set free_at = $6 from released where subscribers.id = $4`,
    [id, claim, holder, via, at.nextTryAt, at.now],
  );
}

/** Settles a claimed reminder without sending anything: nothing left to say, or its turn is over. */
export async function dropClaim(
  session: Session,
  { id, claim, via, holder }: Claimed,
  { status, reason, now }: { status: 'cancelled' | 'held_over'; reason: string; now: Date },
): Promise<void> {
  await session.query(
    `with dropped as (update reminders set status = $5, reason = $6, settled_at = $7, lease_until = null
       where id = $1 and claim = $2 and holder = $3 and status = 'claimed' returning id)
     update subscribers set free_at = $7 from dropped where subscribers.id = $4`,
    [id, claim, holder, via, status, reason, now],
  );
}

/**
 * Takes up what died with its process. Claims that were never started are planned again; those that were may have arrived and become `unknown`.
 * `everyOther` does not wait for leases to run out: for a database only one process can hold. Gives how many of each.
 */
export async function recoverClaims(
  session: Session,
  { now, holder, leaseSeconds, everyOther }: { now: Date; holder: string; leaseSeconds: number; everyOther: boolean },
): Promise<{ again: number; unknown: number }> {
  const rows = await session.query<{ again: number; unknown: number }>(
    `with dead as (select id, exists (select from deliveries l where l.reminder_id = r.id and l.outcome is null) as started
       from reminders r where status = 'claimed'
         and (lease_until <= $1 or lease_until > $1::timestamptz + make_interval(secs => $3 + 1) or $4 and holder <> $2) for update skip locked),
     again as (update reminders r set status = 'planned', holder = null, lease_until = null
       from dead where r.id = dead.id and not dead.started returning r.via_id),
     unknown as (update reminders r set status = 'unknown', reason = 'process ended', settled_at = $1, lease_until = null
       from dead where r.id = dead.id and dead.started returning r.id, r.via_id),
     ended as (update deliveries l set outcome = 'unknown', reason = 'process ended', ended_at = $1
       from unknown where l.reminder_id = unknown.id and l.outcome is null),
     opened as (update subscribers c set free_at = $1 from (select via_id from again union select via_id from unknown) v where c.id = v.via_id)
     select (select count(*) from again) as again, (select count(*) from unknown) as unknown`,
    [now, holder, leaseSeconds, everyOther],
  );
  return rows[0] ?? { again: 0, unknown: 0 };
}

/**
 * Takes out of the queue what came due too long ago: the next digest tells of it. What is due in a chat that cannot be reached any more has
 * failed; a digest nobody could be sent for a day gives way to the next. Gives how many were held over and how many given up.
 */
export async function holdOver(
  session: Session,
  { now, windowSeconds }: { now: Date; windowSeconds: number },
): Promise<{ heldOver: number; failed: number }> {
  const rows = await session.query<{ heldOver: number; failed: number }>(
    `with failed as (update reminders r set status = 'failed', failure_kind = 'recipient', reason = 'chat unreachable', settled_at = $1
       from subscribers c where c.id = r.via_id and c.unreachable_at is not null and r.status = 'planned' and r.next_try_at <= $1 returning r.id),
     held as (update reminders r set status = case when duty_id is null then 'cancelled' else 'held_over' end,
         reason = 'too late', settled_at = $1
       where r.status = 'planned' and r.next_try_at <= $1 and r.due_at < $1::timestamptz - make_interval(secs => $2)
         and not exists (select from subscribers c where c.id = r.via_id and c.unreachable_at is not null) returning duty_id)
     select (select count(*) from held where duty_id is not null) as "heldOver", (select count(*) from failed) as failed`,
    [now, windowSeconds],
  );
  return rows[0] ?? { heldOver: 0, failed: 0 };
}
