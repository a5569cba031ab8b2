import type { Account } from '../domain/person.ts';
import type { Session } from './database.ts';
import { storable } from './storable.ts';

/** A newcomer's wish to be let in. */
export type JoinRequest = Account & { code: string; name: string; wish: string; askedAt: Date };

const columns = 'platform, account_id as "accountId", code, name, wish, asked_at as "askedAt"';

/** Keeps a wish; one that is open already keeps its code. A wish that was declined may be said again. Gives the code. */
export async function saveJoinRequest(session: Session, request: JoinRequest): Promise<string> {
  const { platform, accountId, code, name, wish, askedAt } = request;
  const rows = await session.query<{ code: string }>(
    `insert into join_requests (platform, account_id, code, name, wish, asked_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (platform, account_id) do update set name = excluded.name, wish = excluded.wish, asked_at = excluded.asked_at,
       code = case when join_requests.decided_at is null then join_requests.code else excluded.code end,
       decided_at = null, decision = null, decided_by = null
     returning code`,
    [platform, accountId, code, storable(name), storable(wish), askedAt],
  );
  return rows[0]?.code ?? code;
}

/** Those that nobody decided yet, the oldest first. */
export async function listJoinRequests(session: Session): Promise<JoinRequest[]> {
  return session.query<JoinRequest>(
    `select ${columns} from join_requests where decided_at is null order by asked_at limit 100`,
  );
}

/** Decides one; null when there is none with this code, or it was decided. */
export async function decideJoinRequest(
  session: Session,
  { code, decision, by }: { code: string; decision: 'admitted' | 'declined'; by: string },
  now: Date,
): Promise<JoinRequest | null> {
  const rows = await session.query<JoinRequest>(
    `update join_requests set decided_at = $2, decision = $3, decided_by = $4
     where code = $1 and decided_at is null returning ${columns}`,
    [code, now, decision, by],
  );
  return rows[0] ?? null;
}

/** Counts one more answer to somebody who is not let in, and gives how many they had this day. */
export async function countRefusal(session: Session, { platform, accountId }: Account, day: string): Promise<number> {
  const rows = await session.query<{ times: number }>(
    `insert into refusals (platform, account_id, day, times) values ($1, $2, $3, 1)
     on conflict (platform, account_id, day) do update set times = refusals.times + 1 returning times`,
    [platform, accountId, day],
  );
  await session.query('delete from refusals where day < $1::date - 7', [day]);
  return rows[0]?.times ?? 1;
}
