import type { SendFailureKind } from '../domain/errors.ts';
import type { PlatformName } from '../domain/message.ts';
import type { Session } from './database.ts';
import type { Claimed } from './reminder-queue.ts';
import { isPaused } from './send-paces.ts';

/** How fast a platform takes messages, for all processes together. */
export type SendPace = {
  /** Between two messages. */
  slotSeconds: number;
  /** Most messages that may arrive within any one second. */
  perSecond: number;
  /** Between two messages to the same chat. */
  chatSeconds: number;
};

export type StartRequest = { claimed: Claimed; platform: PlatformName; pace: SendPace; now: Date };

export type Started =
  /** Send it now: the attempt is on record, and nobody else can begin another. */
  | { status: 'go'; delivery: number }
  /** The platform's next slot is not free yet. */
  | { status: 'wait'; milliseconds: number }
  /** The claim is void: cancelled, or taken by another process. */
  | { status: 'void' };

/** A sender that wakes up this much late still gets the slot it was waiting for, so that the pace is kept on average. */
const LATENESS_MS = 30;
/** No slot lies further ahead; one that does was set under a clock that has since been put back. */
const FURTHEST_SLOT_SECONDS = 10;
/** An attempt without an end that began longer ago was cut short, or has long arrived. */
const LONGEST_FLIGHT_SECONDS = 5;

/**
 * Attempts that may have arrived within the last second: those that ended in it, and those still in flight. Answers come unevenly, and what is
 * sent evenly need not arrive so.
 */
const window = `select count(*) as count, min(ended_at) as first from deliveries
  where platform = $4 and started_at between $5::timestamptz - interval '${LONGEST_FLIGHT_SECONDS} seconds' and $5::timestamptz + interval '1 second'
    and (ended_at is null or ended_at > $5::timestamptz - interval '1 second')`;

/** Takes the platform's next slot and opens an attempt, in one statement: to be called right before sending. */
export async function startDelivery(
  session: Session,
  { claimed, platform, pace, now }: StartRequest,
): Promise<Started> {
  const rows = await session.query<{ delivery: number | null; slot: boolean; wait: number | null }>(
    `with recent as (${window}),
     slot as (
       update send_paces set next_slot_at =
         greatest(case when next_slot_at > $5 then null else next_slot_at end, $5::timestamptz - interval '${LATENESS_MS} milliseconds')
           + make_interval(secs => $6)
       where platform = $4 and not ${isPaused('$5')} and (select count from recent) < $8
         and (next_slot_at <= $5 or next_slot_at > $5::timestamptz + interval '${FURTHEST_SLOT_SECONDS} seconds')
       returning 1),
     started as (update reminders r set attempts = attempts + 1 from slot
       where r.id = $1 and r.claim = $2 and r.holder = $3 and r.status = 'claimed' returning r.id, r.attempts, r.via_id),
     closed as (update subscribers c set free_at = greatest(c.free_at, $5::timestamptz + make_interval(secs => $7))
       from started where c.id = started.via_id),
     opened as (insert into deliveries (reminder_id, attempt, subscriber_id, platform, holder, started_at)
       select id, attempts, via_id, $4, $3, $5 from started on conflict do nothing returning id)
     select (select id from opened) as delivery, exists (select from slot) as slot,
       (select extract(epoch from greatest(next_slot_at, case when ${isPaused('$5')} then paused_until end,
           case when recent.count >= $8 then coalesce(recent.first + interval '1 second', $5::timestamptz + interval '10 milliseconds') end)
         - $5::timestamptz)::float8 * 1000
        from send_paces, recent where platform = $4 and next_slot_at > '-infinity') as wait`,
    [claimed.id, claimed.claim, claimed.holder, platform, now, pace.slotSeconds, pace.chatSeconds, pace.perSecond],
  );
  const row = rows[0];
  if (row?.delivery) return { status: 'go', delivery: row.delivery };
  return row?.slot ? { status: 'void' } : { status: 'wait', milliseconds: Math.max(1, Math.ceil(row?.wait ?? 1)) };
}

/** Nothing was sent: removes the attempt, should it have been opened, and gives the claim back, also when it was taken for dead meanwhile. */
export async function takeBackStart(session: Session, { id, claim, holder, via }: Claimed): Promise<void> {
  await session.query(
    `with closed as (delete from deliveries where reminder_id = $1 and holder = $3 and (outcome is null or reason = 'process ended')),
     opened as (update subscribers set free_at = '-infinity' where id = $4)
     update reminders set status = 'planned', holder = null, lease_until = null, reason = null, settled_at = null
     where id = $1 and claim = $2 and holder = $3 and (status = 'claimed' or status = 'unknown' and reason = 'process ended')`,
    [id, claim, holder, via],
  );
}

/** How a failed attempt leaves the reminder: tried again at an instant, or given up. */
export type Verdict = { status: 'planned'; nextTryAt: Date } | { status: 'failed'; nextTryAt?: never };

export type FailureNote = { kind: SendFailureKind; reason: string };

export type Settlement = { claimed: Claimed; delivery: number; freeAt: Date; now: Date };

/** The platform took it. Also corrects an attempt that was given up as unknown meanwhile. `lists`: what a digest has told of. */
export async function settleSent(
  session: Session,
  { claimed, delivery, freeAt, now }: Settlement,
  { receipt, lists }: { receipt: string; lists: number[] },
): Promise<void> {
  await session.query(
    `with closed as (update deliveries set outcome = 'sent', receipt = $3, reason = null, ended_at = $4 where id = $2 returning reminder_id),
     listed as (update reminders set listed_in = $1 where id = any($6)),
     opened as (update subscribers set free_at = $7 where id = $5),
     calm as (update send_paces p set failures_in_row = 0 from subscribers c where c.id = $5 and p.platform = c.platform and p.failures_in_row > 0)
     update reminders r set status = 'sent', reason = null, failure_kind = null, settled_at = $4, lease_until = null from closed
     where r.id = closed.reminder_id and r.id = $1`,
    [claimed.id, delivery, receipt, now, claimed.via, lists, freeAt],
  );
}

/** The platform refused it, or was never reached. */
export async function settleFailed(
  session: Session,
  { claimed, delivery, freeAt, now }: Settlement,
  { failure, verdict }: { failure: FailureNote; verdict: Verdict },
): Promise<void> {
  await session.query(
    `with closed as (update deliveries set outcome = 'failed', failure_kind = $3, reason = $4, ended_at = $5
       where id = $2 and outcome is distinct from 'sent' returning reminder_id),
     opened as (update subscribers set free_at = $9 where id = $8)
     update reminders r set status = $6, failure_kind = $3, reason = $4, next_try_at = coalesce($7, r.next_try_at), lease_until = null,
       settled_at = case when $6 = 'planned' then null else $5::timestamptz end from closed
     where r.id = closed.reminder_id and r.id = $1 and r.status in ('claimed', 'unknown')`,
    [
      claimed.id,
      delivery,
      failure.kind,
      failure.reason,
      now,
      verdict.status,
      verdict.nextTryAt ?? null,
      claimed.via,
      freeAt,
    ],
  );
}

/** Nobody knows whether it arrived: never sent again by itself. */
export async function settleUnknown(
  session: Session,
  { claimed, delivery, freeAt, now }: Settlement,
  reason: string,
): Promise<void> {
  await session.query(
    `with closed as (update deliveries set outcome = 'unknown', reason = $3, ended_at = $4 where id = $2 and outcome is null returning reminder_id),
     opened as (update subscribers set free_at = $6 where id = $5)
     update reminders r set status = 'unknown', reason = $3, settled_at = $4, lease_until = null from closed
     where r.id = closed.reminder_id and r.id = $1`,
    [claimed.id, delivery, reason, now, claimed.via, freeAt],
  );
}

/** One attempt as the audit shows it. */
export type Delivery = {
  attempt: number;
  platform: PlatformName;
  chatId: string;
  startedAt: Date;
  endedAt: Date | null;
  outcome: 'sent' | 'failed' | 'unknown' | null;
  failureKind: SendFailureKind | null;
  receipt: string | null;
  reason: string | null;
};

/** The attempts of a reminder in their order; `[]` when it was never tried. */
export async function listDeliveries(session: Session, reminder: number): Promise<Delivery[]> {
  return session.query<Delivery>(
    `select l.attempt, c.platform, c.chat_id as "chatId", l.started_at as "startedAt", l.ended_at as "endedAt", l.outcome,
       l.failure_kind as "failureKind", l.receipt, l.reason
     from deliveries l join subscribers c on c.id = l.subscriber_id where l.reminder_id = $1 order by l.attempt`,
    [reminder],
  );
}
