import type { SendFailureKind } from '../domain/errors.ts';
import type { PlatformName } from '../domain/message.ts';
import type { Session } from './database.ts';
import type { Claimed, FailureNote, Verdict } from './reminder-queue.ts';

/** How fast a platform takes messages, for all processes together. */
export type SendPace = { slotSeconds: number; chatSeconds: number };

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

const isPaused = (now: string) =>
  `(paused_until > ${now} and paused_until <= ${now} + make_interval(secs => pause_seconds + 1))`;

/** Makes the platforms' rows where they are missing; before the first `startDelivery`. */
export async function ensurePaces(session: Session, platforms: PlatformName[]): Promise<void> {
  await session.query('insert into send_paces (platform) select unnest($1::text[]) on conflict do nothing', [
    platforms,
  ]);
}

/** Takes the platform's next slot and opens an attempt, in one statement: to be called right before sending. */
export async function startDelivery(
  session: Session,
  { claimed, platform, pace, now }: StartRequest,
): Promise<Started> {
  const rows = await session.query<{ delivery: number | null; slot: boolean; wait: number | null }>(
    `with slot as (
       update send_paces set next_slot_at =
         greatest(case when next_slot_at > $5 then null else next_slot_at end, $5 - interval '${LATENESS_MS} milliseconds') + make_interval(secs => $6)
       where platform = $4 and not ${isPaused('$5')}
         and (next_slot_at <= $5 or next_slot_at > $5 + interval '${FURTHEST_SLOT_SECONDS} seconds')
       returning 1),
     started as (update reminders r set attempts = attempts + 1 from slot
       where r.id = $1 and r.claim = $2 and r.holder = $3 and r.status = 'claimed' returning r.id, r.attempts, r.via_id),
     closed as (update subscribers c set free_at = greatest(c.free_at, $5 + make_interval(secs => $7)) from started where c.id = started.via_id),
     opened as (insert into deliveries (reminder_id, attempt, subscriber_id, holder, started_at)
       select id, attempts, via_id, $3, $5 from started on conflict do nothing returning id)
     select (select id from opened) as delivery, exists (select from slot) as slot,
       (select extract(epoch from greatest(next_slot_at, case when ${isPaused('$5')} then paused_until end) - $5)::float8 * 1000
        from send_paces where platform = $4 and next_slot_at > '-infinity') as wait`,
    [claimed.id, claimed.claim, claimed.holder, platform, now, pace.slotSeconds, pace.chatSeconds],
  );
  const row = rows[0];
  if (row?.delivery) return { status: 'go', delivery: row.delivery };
  return row?.slot ? { status: 'void' } : { status: 'wait', milliseconds: Math.max(1, Math.ceil(row?.wait ?? 1)) };
}

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
     opened as (update subscribers set free_at = $7 where id = $5)
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

/** Nobody sends on this platform for so long. A pause that ends later stays. */
export async function pausePlatform(
  session: Session,
  { platform, seconds }: { platform: PlatformName; seconds: number },
  now: Date,
): Promise<void> {
  await session.query(
    `update send_paces set pause_seconds = case when ${isPaused('$3')} then greatest(pause_seconds, $2) else $2 end,
       paused_until = case when ${isPaused('$3')} then greatest(paused_until, $3 + make_interval(secs => $2))
         else $3 + make_interval(secs => $2) end
     where platform = $1`,
    [platform, seconds, now],
  );
}

/** Counts the platform's silence: gives how many attempts in a row were left without a proper answer; an answer sets the count to zero. */
export async function countSilence(session: Session, platform: PlatformName, isSilent: boolean): Promise<number> {
  const rows = await session.query<{ failures: number }>(
    `update send_paces set failures_in_row = case when $2 then failures_in_row + 1 else 0 end
     where platform = $1 and ($2 or failures_in_row > 0) returning failures_in_row as failures`,
    [platform, isSilent],
  );
  return rows[0]?.failures ?? 0;
}

/** The chat has another id now. When that one is known already, this one's messages go there. */
export async function moveChat(session: Session, via: number, chatId: string): Promise<void> {
  const moved = await session.query(
    `update subscribers c set chat_id = $2
     where id = $1 and not exists (select from subscribers o where o.platform = c.platform and o.chat_id = $2) returning id`,
    [via, chatId],
  );
  if (moved.length > 0) return;
  await session.query(
    `with new_chat as (select o.id from subscribers o join subscribers c on c.platform = o.platform where c.id = $1 and o.chat_id = $2 and o.id <> $1),
     old as (update subscribers set fallback_id = new_chat.id, unreachable_at = coalesce(unreachable_at, created_at) from new_chat where subscribers.id = $1)
     update reminders r set via_id = new_chat.id from new_chat where r.via_id = $1 and r.status = 'planned'`,
    [via, chatId],
  );
}

/**
 * Nobody can be reached in this chat: what is still to come goes to its owner's other chat, where there is one that can be reached.
 * Gives whether there is.
 */
export async function markUnreachable(session: Session, via: number, now: Date): Promise<boolean> {
  const rows = await session.query<{ other: number | null }>(
    `with marked as (update subscribers set unreachable_at = $2 where id = $1 returning fallback_id),
     other as (select o.id from marked join subscribers o on o.id = marked.fallback_id where o.unreachable_at is null),
     turned as (update reminders r set via_id = other.id from other where r.via_id = $1 and r.status in ('planned', 'claimed'))
     select (select id from other) as other`,
    [via, now],
  );
  return Boolean(rows[0]?.other);
}

/** Only this reminder goes to the owner's other chat; false when there is none that can be reached. */
export async function turnToOtherChat(session: Session, reminder: number): Promise<boolean> {
  const rows = await session.query(
    `update reminders r set via_id = o.id from subscribers c join subscribers o on o.id = c.fallback_id
     where r.id = $1 and c.id = r.via_id and c.id = r.subscriber_id and o.unreachable_at is null returning r.id`,
    [reminder],
  );
  return rows.length > 0;
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
