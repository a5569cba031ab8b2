import type { Session } from './database.ts';

/** The chat has another id now. When that one is a subscriber already, this one's messages go there. */
export async function moveChat(session: Session, via: number, chatId: string): Promise<void> {
  const moved = await session.query(
    `update subscribers c set chat_id = $2
     where id = $1 and not exists (select from subscribers o where o.platform = c.platform and o.chat_id = $2) returning id`,
    [via, chatId],
  );
  if (moved.length > 0) return;
  await session.query(
    `with new_chat as (select o.id from subscribers o join subscribers c on c.platform = o.platform
       where c.id = $1 and o.chat_id = $2 and o.id <> $1),
     old as (update subscribers set fallback_id = new_chat.id, unreachable_at = coalesce(unreachable_at, created_at)
       from new_chat where subscribers.id = $1)
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
    `with marked as (update subscribers set unreachable_at = $2 where id = $1),
     other as (select id from next_chat($1, null) as id where id is not null),
     turned as (update reminders r set via_id = other.id from other where r.via_id = $1 and r.status in ('planned', 'claimed'))
     select (select id from other) as other`,
    [via, now],
  );
  return Boolean(rows[0]?.other);
}

/** Only this reminder goes to the owner's next chat; false when there is none that can be reached, or it has been to all of them. */
export async function turnToOtherChat(session: Session, reminder: number): Promise<boolean> {
  const rows = await session.query(
    `update reminders r set via_id = next_chat(via_id, subscriber_id)
     where id = $1 and next_chat(via_id, subscriber_id) is not null returning id`,
    [reminder],
  );
  return rows.length > 0;
}
