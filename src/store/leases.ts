import type { Session } from './database.ts';

/** Something that one process at a time may do; `holder` is one random name for each who asks. */
export type LeaseKey = { name: string; holder: string };

/** True when the lease is this holder's for so many seconds from now: it was free, had run out, or was held already. */
export async function takeLease(session: Session, { name, holder }: LeaseKey, seconds: number): Promise<boolean> {
  const rows = await session.query(
    `insert into leases (name, holder, lease_until) values ($1, $2, now() + make_interval(secs => $3))
     on conflict (name) do update set holder = excluded.holder, lease_until = excluded.lease_until
       where leases.holder = excluded.holder or leases.lease_until < now()
     returning 1`,
    [name, holder, seconds],
  );
  return rows.length === 1;
}

/** Free for others at once; nothing happens when another holder has it. */
export async function releaseLease(session: Session, { name, holder }: LeaseKey): Promise<void> {
  await session.query('delete from leases where name = $1 and holder = $2', [name, holder]);
}
