import type { Session } from './database.ts';

/** Opens the feed of a chat under the fingerprint of its token; the one before ends. Call it in a transaction. */
export async function openFeed(
  session: Session,
  { subscriber, tokenHash }: { subscriber: number; tokenHash: string },
  now: Date,
): Promise<void> {
  await closeFeed(session, subscriber, now);
  await session.query('insert into feeds (token_hash, subscriber_id, created_at) values ($1, $2, $3)', [
    tokenHash,
    subscriber,
    now,
  ]);
}

/** Ends the feed of a chat; false when it had none. */
export async function closeFeed(session: Session, subscriber: number, now: Date): Promise<boolean> {
  const rows = await session.query(
    'update feeds set revoked_at = $2 where subscriber_id = $1 and revoked_at is null returning token_hash',
    [subscriber, now],
  );
  return rows.length > 0;
}

/** The subscriber whose feed has this fingerprint; null for an unknown or ended one. */
export async function findFeed(session: Session, tokenHash: string): Promise<number | null> {
  const rows = await session.query<{ subscriber: number }>(
    'select subscriber_id as subscriber from feeds where token_hash = $1 and revoked_at is null',
    [tokenHash],
  );
  return rows[0]?.subscriber ?? null;
}
