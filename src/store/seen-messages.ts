import type { PlatformName } from '../domain/message.ts';
import type { Session } from './database.ts';

/** One message on one platform. Platforms whose message ids are unique only within a chat put the chat into `messageId`. */
export type MessageKey = { platform: PlatformName; messageId: string };

/** Who takes the message up and when; `holder` is one random id a process. */
export type Claim = { holder: string; seenAt: Date };

/** A message that brought the process down this often is left alone, or it would do so for ever. */
const MAX_ATTEMPTS = 3;

/**
 * True when the message is to be answered by this holder: nobody took it up before, or another holder did and never completed it
 * (its process died). False for a repeat of what was completed, of what this holder has in hand, and after three crashes.
 */
export async function claimMessage(session: Session, message: MessageKey, claim: Claim): Promise<boolean> {
  const rows = await session.query(
    `insert into seen_messages (platform, message_id, seen_at, holder) values ($1, $2, $3, $4)
     on conflict (platform, message_id)
     do update set seen_at = excluded.seen_at, holder = excluded.holder, attempts = seen_messages.attempts + 1
       where seen_messages.done_at is null and seen_messages.holder <> excluded.holder and seen_messages.attempts < $5
     returning 1`,
    [message.platform, message.messageId, claim.seenAt, claim.holder, MAX_ATTEMPTS],
  );
  return rows.length === 1;
}

/** The message is answered (or needs no answer): every later claim of it gives false. */
export async function completeMessage(session: Session, message: MessageKey, doneAt: Date): Promise<void> {
  await session.query('update seen_messages set done_at = $3 where platform = $1 and message_id = $2', [
    message.platform,
    message.messageId,
    doneAt,
  ]);
}

/** Forgets messages seen before this instant; platforms repeat a message for a day at most (Telegram keeps updates 24 hours). */
export async function pruneSeenMessages(session: Session, before: Date): Promise<void> {
  await session.query('delete from seen_messages where seen_at < $1', [before]);
}
