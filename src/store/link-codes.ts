import type { Session } from './database.ts';

export type LinkCode = { subscriber: number; codeHash: string; address: string };

/** Keeps a code that was sent to a mailbox. */
export async function issueLinkCode(
  session: Session,
  { subscriber, codeHash, address }: LinkCode,
  now: Date,
): Promise<void> {
  await session.query(
    'insert into link_codes (code_hash, subscriber_id, address, created_at) values ($1, $2, $3, $4)',
    [codeHash, subscriber, address, now],
  );
}

/** Uses up a code that this chat had sent to a mailbox, and gives the address; null for an unknown, used or old one. */
export async function takeLinkCode(
  session: Session,
  { codeHash, by, since }: { codeHash: string; by: number; since: Date },
  now: Date,
): Promise<string | null> {
  const rows = await session.query<{ address: string }>(
    `update link_codes set used_at = $4
     where code_hash = $1 and used_at is null and created_at >= $3 and subscriber_id = $2 and address is not null returning address`,
    [codeHash, by, since, now],
  );
  return rows[0]?.address ?? null;
}

/** How many mails with codes a chat has had sent since an instant. */
export async function countLinkMails(session: Session, subscriber: number, since: Date): Promise<number> {
  const rows = await session.query<{ count: number }>(
    'select count(*) as count from link_codes where subscriber_id = $1 and address is not null and created_at >= $2',
    [subscriber, since],
  );
  return rows[0]?.count ?? 0;
}
