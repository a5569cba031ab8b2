import { randomUUID } from 'node:crypto';
import type { PlatformName } from '../domain/message.ts';
import type { ClaimedChat, Inbox, InboxEvent } from '../domain/platform.ts';
import type { ChatKey } from './chats.ts';
import type { Database, Session } from './database.ts';
import { storable } from './storable.ts';

export type InboxOptions = {
  now: () => Date;
  /** How long a chat stays with a process that says nothing any more. */
  leaseSeconds?: number;
};

type Arrival = { platform: PlatformName; event: InboxEvent };

/** The inbox of all platforms in the database; any number of processes may hold one. */
export function createInbox(database: Database, { now, leaseSeconds = 60 }: InboxOptions): Inbox {
  const add = inBatches((arrivals: Arrival[]) => saveEvents(database, arrivals, now()));
  const leaseEnd = (): Date => new Date(now().getTime() + leaseSeconds * 1000);
  return {
    add: (platform, event) => add({ platform, event }),
    async claim(platform, limit) {
      const holder = randomUUID();
      const chats = await claimChats(database, platform, { limit, holder, now: now(), leaseUntil: leaseEnd() });
      return chats.map((chatId) => claimedChat({ database, chat: { platform, chatId }, holder, now, leaseEnd }));
    },
    async forget(before) {
      await pruneInbox(database, before);
      // The embedded database clears dead rows away only when told.
      if (database.kind === 'embedded')
        for (const table of ['inbox', 'inbox_chats']) await database.query(`vacuum ${table}`);
    },
  };
}

/** Repeats come for hours at most (Zalo about two, Telegram a day); what is remembered longer than `before` is forgotten. */
async function pruneInbox(session: Session, before: Date): Promise<void> {
  await session.query('delete from inbox where done_at < $1', [before]);
  await session.query(
    `delete from inbox_chats c where lease_until < $1
       and not exists (select 1 from inbox i where i.platform = c.platform and i.chat_id = c.chat_id and i.done_at is null)`,
    [before],
  );
}

/** Erases every event of a chat, worked off or not. */
export async function forgetInbox(session: Session, { platform, chatId }: ChatKey): Promise<void> {
  await session.query('delete from inbox where platform = $1 and chat_id = $2', [platform, chatId]);
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
  // Chats in one order for all processes, so that no two of them wait for each other.
  const added = await session.query<{ platform: string; eventId: string }>(
    `with arrived as (select * from rows from (json_to_recordset($1::json)
         as (platform text, event_id text, chat_id text, sent_at timestamptz, ready_at timestamptz, body text))
         with ordinality as a(platform, event_id, chat_id, sent_at, ready_at, body, place)),
       chats as (insert into inbox_chats (platform, chat_id) select distinct platform, chat_id from arrived order by 1, 2
         on conflict do nothing)
     insert into inbox (platform, event_id, chat_id, sent_at, ready_at, body)
       select platform, event_id, chat_id, sent_at, ready_at, body from arrived order by place
       on conflict do nothing returning platform, event_id as "eventId"`,
    [JSON.stringify(rows)],
  );
  const fresh = new Set(added.map(({ platform, eventId }) => `${platform} ${eventId}`));
  // The second of two alike in one batch is a repeat.
  return rows.map(({ platform, event_id: eventId }) => fresh.delete(`${platform} ${eventId}`));
}

type Claim = { limit: number; holder: string; now: Date; leaseUntil: Date };

async function claimChats(session: Session, platform: PlatformName, claim: Claim): Promise<string[]> {
  // Arrays, so that the few waiting events are read once and the chats then by their key, also without statistics.
  const rows = await session.query<{ chatId: string }>(
    `update inbox_chats c set holder = $2, lease_until = $3
     where c.platform = $1 and c.chat_id = any(array(
       select w.chat_id from inbox_chats w
       where w.platform = $1 and w.lease_until < $4 and w.chat_id = any(array(
         select distinct i.chat_id from inbox i where i.platform = $1 and i.done_at is null and i.ready_at <= $4))
       limit $5 for update skip locked))
     returning c.chat_id as "chatId"`,
    [platform, claim.holder, claim.leaseUntil, claim.now, claim.limit],
  );
  return rows.map(({ chatId }) => chatId);
}

type Holding = { database: Database; chat: ChatKey; holder: string; now: () => Date; leaseEnd: () => Date };
type EventRow = { id: number; eventId: string; chatId: string; sentAt: Date; body: string; attempts: number };

function claimedChat({ database, chat, holder, now, leaseEnd }: Holding): ClaimedChat {
  const { platform, chatId } = chat;
  return {
    async next(done) {
      // An event that is older than one that is ready has nothing to wait for either.
      const rows = await database.query<EventRow>(
        `with finished as (update inbox set done_at = $4, body = '' where id = $5),
           waiting as (select id, sent_at, ready_at from inbox
             where platform = $1 and chat_id = $2 and done_at is null and id is distinct from $5)
         update inbox set attempts = attempts + 1
         where id = (select id from waiting order by sent_at, id limit 1)
           and exists (select 1 from waiting where ready_at <= $4)
           and exists (select 1 from inbox_chats where platform = $1 and chat_id = $2 and holder = $3)
         returning id, event_id as "eventId", chat_id as "chatId", sent_at as "sentAt", body, attempts`,
        [platform, chatId, holder, now(), done],
      );
      const row = rows[0];
      return row === undefined ? null : { ...row, holdMilliseconds: 0 };
    },
    async finish(done) {
      await database.query("update inbox set done_at = $2, body = '' where id = $1", [done, now()]);
    },
    async renew() {
      const rows = await database.query(
        'update inbox_chats set lease_until = $4 where platform = $1 and chat_id = $2 and holder = $3 returning 1',
        [platform, chatId, holder, leaseEnd()],
      );
      return rows.length === 1;
    },
    async release() {
      await database.query(
        `update inbox_chats set holder = null, lease_until = '-infinity' where platform = $1 and chat_id = $2 and holder = $3`,
        [platform, chatId, holder],
      );
    },
  };
}

/** Many at once cost hardly more than one: what arrives while a statement runs goes into the next one together. */
function inBatches<Given, Result>(work: (given: Given[]) => Promise<Result[]>): (given: Given) => Promise<Result> {
  type Waiting = { given: Given; resolve: (result: Result) => void; reject: (error: unknown) => void };
  const waiting: Waiting[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, LARGEST_BATCH);
      try {
        const results = await work(batch.map(({ given }) => given));
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isRunning = false;
  };
  return (given) =>
    new Promise((resolve, reject) => {
      waiting.push({ given, resolve, reject });
      if (!isRunning) void run();
    });
}

const LARGEST_BATCH = 100;
