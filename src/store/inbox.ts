import type { PlatformName } from '../domain/message.ts';
import type { ClaimedEvent, Inbox, InboxEvent } from '../domain/platform.ts';
import type { Database, Session } from './database.ts';
import { inBatches } from './in-batches.ts';
import { storable } from './storable.ts';

export type InboxOptions = {
  now: () => Date;
  /** How long a chat stays with a process that says nothing any more. */
  leaseSeconds?: number;
};

/** More waiting than a person can say in a minute: a crowd. */
const CROWD = 30;
/** A crowd rests after each turn for so many times as long as that took, but no longer than platforms make a chat wait between two messages. */
const REST_SHARE = 40;
const LONGEST_REST_MILLISECONDS = 1000;

type Arrival = { platform: PlatformName; event: InboxEvent };

/** The inbox of all platforms in the database; any number of processes may hold one. */
export function createInbox(database: Database, { now, leaseSeconds = 60 }: InboxOptions): Inbox {
  // Urgent, as platforms wait for it; a batch at a time, so that in between others have their turn.
  const add = inBatches((arrivals: Arrival[]) => saveEvents(database.urgent, arrivals, now()));
  const later = (milliseconds: number): Date => new Date(now().getTime() + milliseconds);
  return {
    add: (platform, event) => add({ platform, event }),
    claim: (platform, limit, isQuiet = true) =>
      claimEvents(database, { platform, limit, isQuiet, now: now(), leaseUntil: later(leaseSeconds * 1000) }),
    finish: (events, mayRest = true) => finishEvents(database, events, { now: now(), mayRest }),
    renew: (events) => holdChats(database, events, later(leaseSeconds * 1000)),
    giveBack: (event, milliseconds) => holdChats(database, [event], later(milliseconds)),
    async forget(before) {
      // The embedded database clears dead rows away only when told; counting is quick only then.
      if (database.kind === 'embedded')
        for (const table of ['inbox', 'inbox_chats']) await database.query(`vacuum ${table}`);
      await recount(database);
      await pruneInbox(database, before);
    },
  };
}

/** Repeats come for hours at most (Zalo about two, Telegram a day); what is remembered longer than `before` is forgotten. */
async function pruneInbox(session: Session, before: Date): Promise<void> {
  await session.query('delete from inbox where done_at < $1', [before]);
  await session.query(
    `delete from inbox_chats where (platform, chat_id) in (
       select platform, chat_id from inbox_chats where turn_at is null and lease_until < $1 for update skip locked)`,
    [before],
  );
}

/** What was erased beside the inbox (old texts) still counts as waiting, which costs a look at each turn. A chat that changes meanwhile is left as it is. */
async function recount(session: Session): Promise<void> {
  await session.query(
    `update inbox_chats c set waiting = counted.now, turn_at = case when counted.now > 0 then coalesce(c.turn_at, '-infinity') end from (
       select platform, chat_id, waiting, (select count(*) from inbox i
         where i.platform = chats.platform and i.chat_id = chats.chat_id and i.done_at is null) as now
       from inbox_chats chats) counted
     where c.platform = counted.platform and c.chat_id = counted.chat_id and c.waiting = counted.waiting
       and counted.now <> counted.waiting`,
  );
}

/** Gives for each arrival whether it is new. */
async function saveEvents(session: Session, arrivals: Arrival[], now: Date): Promise<boolean[]> {
  const rows = arrivals.map(({ platform, event }) => ({
    platform,
    event_id: storable(event.eventId),
    chat_id: storable(event.chatId),
    sent_at: event.sentAt,
    ready_at: new Date(now.getTime() + event.holdMilliseconds),
    body: storable(event.body),
  }));
  // Chats in one order for all processes and statements, so that no two of them wait for each other.
  const added = await session.query<{ platform: string; eventId: string }>(
    `with arrived as (select * from rows from (json_to_recordset($1::json)
         as (platform text, event_id text, chat_id text, sent_at timestamptz, ready_at timestamptz, body text))
         with ordinality as a(platform, event_id, chat_id, sent_at, ready_at, body, place)),
       added as (insert into inbox (platform, event_id, chat_id, sent_at, ready_at, body)
         select platform, event_id, chat_id, sent_at, ready_at, body from arrived order by place
         on conflict do nothing returning platform, event_id, chat_id),
       counted as (insert into inbox_chats as c (platform, chat_id, waiting, turn_at)
         select platform, chat_id, count(*), $2 from added group by 1, 2 order by 1, 2
         on conflict (platform, chat_id) do update set waiting = c.waiting + excluded.waiting,
           turn_at = coalesce(c.turn_at, excluded.turn_at))
     select platform, event_id as "eventId" from added`,
    [JSON.stringify(rows), now],
    'for good',
  );
  const fresh = new Set(added.map(({ platform, eventId }) => `${platform} ${eventId}`));
  // The second of two alike in one batch is a repeat.
  return rows.map(({ platform, event_id: eventId }) => fresh.delete(`${platform} ${eventId}`));
}

type Claim = { platform: PlatformName; limit: number; isQuiet: boolean; now: Date; leaseUntil: Date };

async function claimEvents(session: Session, claim: Claim): Promise<ClaimedEvent[]> {
  const { platform, limit, isQuiet, now, leaseUntil } = claim;
  const longAgo = new Date(now.getTime() - LONGEST_REST_MILLISECONDS);
  // An event that is older than one that is ready has nothing to wait for either. Written so that each chat's events are found by its key, also
  // where the planner knows no statistics. `attempts` tells whether another process had the event since this statement began.
  const rows = await session.query<Omit<ClaimedEvent, 'holdMilliseconds'>>(
    `with turns as (select c.chat_id from inbox_chats c
         where c.platform = $1 and c.turn_at is not null and c.lease_until < $3 and (select true from inbox i
             where i.platform = $1 and i.chat_id = c.chat_id and i.done_at is null and i.ready_at <= $3 limit 1)
           and (c.waiting <= ${CROWD} or c.turn_at < $5 or $6 and not exists (select from inbox_chats o
             where o.platform = $1 and o.turn_at is not null and o.lease_until < $3 and o.waiting <= ${CROWD}))
         order by c.turn_at limit $2 for update skip locked),
       next as (select i.* from turns, lateral (select id, attempts from inbox i
         where i.platform = $1 and i.chat_id = turns.chat_id and i.done_at is null order by i.sent_at, i.id limit 1) i),
       taken as (update inbox i set attempts = i.attempts + 1 from next where i.id = next.id and i.attempts = next.attempts
         returning i.id, i.event_id, i.chat_id, i.sent_at, i.body, i.attempts)
     update inbox_chats c set lease_until = $4 from taken t where c.platform = $1 and c.chat_id = t.chat_id
     returning t.id, t.event_id as "eventId", t.chat_id as "chatId", t.sent_at as "sentAt", t.body, t.attempts, c.waiting > ${CROWD} as "isOfCrowd"`,
    [platform, limit, now, leaseUntil, longAgo, isQuiet],
  );
  return rows.map((row) => ({ ...row, holdMilliseconds: 0 }));
}

/** SQL: those of the events ($1 their ids, $2 their attempts) that nobody else has taken over meanwhile, locked with their chats. */
const held = `select i.id, i.platform, i.chat_id from inbox i join inbox_chats c using (platform, chat_id)
  where i.id = any($1::bigint[]) and (i.id, i.attempts) in (select * from unnest($1::bigint[], $2::int[])) and i.done_at is null
  order by i.platform, i.chat_id for update`;

const keysOf = (events: readonly ClaimedEvent[]): [number[], number[]] => [
  events.map(({ id }) => id),
  events.map(({ attempts }) => attempts),
];

/** Their chats go to the end of the queue. Gives how long the longest of those rest that are crowds still. */
async function finishEvents(
  session: Session,
  events: readonly ClaimedEvent[],
  { now, mayRest }: { now: Date; mayRest: boolean },
): Promise<number> {
  const rests = events.map(({ tookMilliseconds = 0 }) =>
    mayRest ? Math.min(tookMilliseconds * REST_SHARE, LONGEST_REST_MILLISECONDS) : 0,
  );
  const rows = await session.query<{ rest: number }>(
    `with held as (${held}),
       done as (update inbox i set done_at = $3, body = '' from held where i.id = held.id)
     update inbox_chats c set waiting = c.waiting - 1, turn_at = case when c.waiting > 1 then $3::timestamptz end,
       lease_until = case when c.waiting > ${CROWD} and rest > 0 then $3::timestamptz + rest * interval '1 millisecond' else '-infinity' end
     from held join unnest($1::bigint[], $4::float8[]) as rests(id, rest) using (id)
     where c.platform = held.platform and c.chat_id = held.chat_id
     returning case when c.waiting >= ${CROWD} then rest else 0 end as rest`,
    [...keysOf(events), now, rests],
  );
  return Math.max(0, ...rows.map(({ rest }) => rest));
}

async function holdChats(session: Session, events: readonly ClaimedEvent[], until: Date): Promise<void> {
  await session.query(
    `with held as (${held})
     update inbox_chats c set lease_until = $3 from held where c.platform = held.platform and c.chat_id = held.chat_id`,
    [...keysOf(events), until],
  );
}
