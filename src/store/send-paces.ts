import type { PlatformName } from '../domain/message.ts';
import type { Session } from './database.ts';

/**
 * SQL: whether the row of send_paces is paused at `now` (a parameter). A pause that would last longer than it was made for was made under a
 * clock that has since been put back, and does not count.
 */
export const isPaused = (now: string): string =>
  `coalesce(paused_until > ${now} and paused_until <= ${now}::timestamptz + make_interval(secs => pause_seconds + 1), false)`;

/** Makes the platforms' rows where they are missing; before the first `startDelivery`. */
export async function ensurePaces(session: Session, platforms: PlatformName[]): Promise<void> {
  await session.query('insert into send_paces (platform) select unnest($1::text[]) on conflict do nothing', [
    platforms,
  ]);
}

/** Nobody sends on this platform for so long. A pause that ends later stays. */
export async function pausePlatform(
  session: Session,
  { platform, seconds }: { platform: PlatformName; seconds: number },
  now: Date,
): Promise<void> {
  await session.query(
    `update send_paces set pause_seconds = case when ${isPaused('$3')} then greatest(pause_seconds, $2) else $2 end,
       paused_until = case when ${isPaused('$3')} then greatest(paused_until, $3::timestamptz + make_interval(secs => $2))
         else $3::timestamptz + make_interval(secs => $2) end
     where platform = $1`,
    [platform, seconds, now],
  );
}

/** One more attempt that the platform left without a proper answer: gives how many in a row. A message that arrives sets the count to zero. */
export async function countSilence(session: Session, platform: PlatformName): Promise<number> {
  const rows = await session.query<{ failures: number }>(
    'update send_paces set failures_in_row = failures_in_row + 1 where platform = $1 returning failures_in_row as failures',
    [platform],
  );
  return rows[0]?.failures ?? 1;
}
