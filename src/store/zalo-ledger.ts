import { localDate } from '../domain/vietnam-time.ts';
import type { SendRecord, ZaloChat, ZaloLedger, ZaloRoute } from '../domain/zalo-oa.ts';
import type { Database, Session } from './database.ts';
import { storable } from './storable.ts';

const unknownChat: ZaloChat = { lastInteractionAt: null, mutedUntil: null, phone: null };

/** First day of the month of an instant in Việt Nam, ISO. */
export const monthOf = (instant: Date): string => `${localDate(instant).slice(0, 7)}-01`;

/** Windows and costs of the Official Account in the database. */
export function createZaloLedger(database: Database, now: () => Date): ZaloLedger {
  return {
    async chat(chatId) {
      const rows = await database.query<ZaloChat>(
        `select last_interaction_at as "lastInteractionAt", muted_until as "mutedUntil", phone from zalo_chats where chat_id = $1`,
        [storable(chatId)],
      );
      return rows[0] ?? unknownChat;
    },
    async interacted(chatId, at) {
      const rows = await database.query<ZaloChat>(
        `insert into zalo_chats as c (chat_id, last_interaction_at) values ($1, $2)
         on conflict (chat_id) do update set last_interaction_at = greatest(c.last_interaction_at, excluded.last_interaction_at)
         returning last_interaction_at as "lastInteractionAt", muted_until as "mutedUntil", phone`,
        [storable(chatId), at],
      );
      return rows[0] ?? unknownChat;
    },
    async mute(chatId, until) {
      await database.query(
        `insert into zalo_chats as c (chat_id, muted_until) values ($1, $2)
         on conflict (chat_id) do update set muted_until = greatest(c.muted_until, excluded.muted_until)`,
        [storable(chatId), until],
      );
    },
    async savePhone(chatId, phone) {
      await database.query(
        'insert into zalo_chats (chat_id, phone) values ($1, $2) on conflict (chat_id) do update set phone = excluded.phone',
        [storable(chatId), storable(phone)],
      );
    },
    open: (send, budget) => database.transaction((session) => openSend(session, { ...send, budget, now: now() })),
    async settle(record, end) {
      await database.transaction((session) => settleSend(session, record, end));
    },
    async receipt(messageIds, kind, at) {
      const column = kind === 'seen' ? 'seen_at' : 'received_at';
      await database.query(
        `update zalo_sends set ${column} = coalesce(${column}, $2), received_at = coalesce(received_at, $2) where message_id = any($1)`,
        [messageIds, at],
      );
    },
    async isOurs(messageId) {
      return (await database.query('select 1 from zalo_sends where message_id = $1', [messageId])).length > 0;
    },
  };
}

type Opening = { chatId: string; route: ZaloRoute; cost: number; budget: number | null; now: Date };

async function openSend(session: Session, { chatId, route, cost, budget, now }: Opening): Promise<SendRecord | null> {
  const month = monthOf(now);
  if (cost > 0) {
    await session.query('insert into zalo_months (month) values ($1) on conflict do nothing', [month]);
    const paid = await session.query(
      'update zalo_months set spent = spent + $2 where month = $1 and ($3::integer is null or spent + $2 <= $3) returning 1',
      [month, cost, budget],
    );
    if (paid.length === 0) return null;
  }
  const rows = await session.query<SendRecord>(
    'insert into zalo_sends (chat_id, route, cost, month, started_at) values ($1, $2, $3, $4, $5) returning id',
    [storable(chatId), route, cost, month, now],
  );
  return rows[0] ?? null;
}

type End = Parameters<ZaloLedger['settle']>[1];

async function settleSend(session: Session, { id }: SendRecord, { status, messageId, quotaType }: End): Promise<void> {
  const rows = await session.query<{ cost: number; month: string }>(
    `update zalo_sends set status = $2, message_id = $3, quota_type = $4 where id = $1 and status = 'open' returning cost, month`,
    [id, status, messageId ?? null, quotaType ?? null],
  );
  const row = rows[0];
  if (status !== 'failed' || row === undefined || row.cost === 0) return;
  await session.query('update zalo_months set spent = spent - $2 where month = $1', [row.month, row.cost]);
  await session.query('update zalo_sends set cost = 0 where id = $1', [id]);
}

/** What the messages of a month came to, by way: only those that arrived or may have. */
export type MonthCost = { month: string; route: ZaloRoute; messages: number; cost: number; received: number };

/** Months from `since` (first day, ISO) on, the latest first; empty when nothing was sent. */
export async function listMonthCosts(session: Session, since: string): Promise<MonthCost[]> {
  return session.query<MonthCost>(
    `select month, route, count(*)::integer as messages, sum(cost)::integer as cost, count(received_at)::integer as received
     from zalo_sends where month >= $1 and status <> 'failed' group by month, route order by month desc, route`,
    [since],
  );
}
