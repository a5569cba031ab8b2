import type { PlatformName } from '../domain/message.ts';
import type { Session } from './database.ts';

/** One message on one platform. Platforms whose message ids are unique only within a chat put the chat into `messageId`. */
export type MessageKey = { platform: PlatformName; messageId: string };

/** True for whoever is first to take this message up; false for every repeat, in this process or another. */
export async function claimMessage(session: Session, message: MessageKey, seenAt: Date): Promise<boolean> {
  const rows = await session.query(
    'insert into seen_messages (platform, message_id, seen_at) values ($1, $2, $3) on conflict do nothing returning 1',
    [message.platform, message.messageId, seenAt],
  );
  return rows.length === 1;
}

/** Forgets messages seen before this instant; platforms repeat a message for a day at most (Telegram keeps updates 24 hours). */
export async function pruneSeenMessages(session: Session, before: Date): Promise<void> {
  await session.query('delete from seen_messages where seen_at < $1', [before]);
}
