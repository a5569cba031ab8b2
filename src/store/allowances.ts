import type { PlatformName } from '../domain/message.ts';
import type { Session } from './database.ts';
import { storable } from './storable.ts';

export type Spending = {
  platform: PlatformName;
  /** A person's account, or "group " and the chat. */
  owner: string;
  /** So many messages at once or spread over a minute; 1 or more. */
  perMinute: number;
  sentAt: Date;
};

/** `first`: too many, and nobody has said so yet. */
export type Verdict = 'allowed' | 'first' | 'again';

/** Messages left at this one: those left before, and those regained since, up to a minute's worth. */
const left = `least($3::float8, a.left_over + greatest(0, extract(epoch from excluded.at - a.at)) / 60 * $3::float8)`;

/** Takes one message off what its sender may still send, whichever process it came to. Judged by when messages were sent. */
export async function spendAllowance(
  session: Session,
  { platform, owner, perMinute, sentAt }: Spending,
): Promise<Verdict> {
  // Told again only after a pause, not at every message that slips through.
  const rows = await session.query<{ verdict: Verdict }>(
    `insert into allowances as a (platform, owner, left_over, at, verdict) values ($1, $2, $3::float8 - 1, $4, 'allowed')
     on conflict (platform, owner) do update set
       left_over = ${left} - case when ${left} >= 1 then 1 else 0 end,
       at = greatest(a.at, excluded.at),
       is_told = ${left} < 1 or (a.is_told and ${left} < $3::float8 / 2),
       verdict = case when ${left} >= 1 then 'allowed' when a.is_told then 'again' else 'first' end
     returning verdict`,
    [platform, storable(owner), perMinute, sentAt],
  );
  return rows[0]?.verdict ?? 'allowed';
}
