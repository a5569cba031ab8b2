import type { Locality } from '../domain/locality.ts';
import type { Account, Person, Role } from '../domain/person.ts';
import type { Session } from './database.ts';
import { jsonParameter, storable } from './storable.ts';

const columns = `p.id, p.name, p.role, p.unit, p.locality,
  (select coalesce(jsonb_agg(jsonb_build_object('platform', a.platform, 'accountId', a.account_id) order by a.linked_at), '[]'::jsonb)
   from person_accounts a where a.person_id = p.id) as accounts`;

/** Null for an account of nobody who is let in. */
export async function findPerson(session: Session, { platform, accountId }: Account): Promise<Person | null> {
  const rows = await session.query<Person>(
    `select ${columns} from people p join person_accounts own on own.person_id = p.id
     where own.platform = $1 and own.account_id = $2 and p.ended_at is null`,
    [platform, accountId],
    'once',
  );
  return rows[0] ?? null;
}

/** Null for an unknown person, or one who is no longer let in. */
export async function loadPerson(session: Session, id: number): Promise<Person | null> {
  const rows = await session.query<Person>(`select ${columns} from people p where p.id = $1 and p.ended_at is null`, [
    id,
  ]);
  return rows[0] ?? null;
}

/** Everybody who is let in, or those of a role; the latest first. */
export async function listPeople(session: Session, role: Role | null = null): Promise<Person[]> {
  return session.query<Person>(
    `select ${columns} from people p where p.ended_at is null and ($1::text is null or p.role = $1) order by p.id desc`,
    [role],
  );
}

export type Admission = { account: Account; name: string; role: Role; by: string };

/** Lets an account in as a new person, and gives the person's id. One that is let in already gets the role, if that is the higher one. */
export async function admitPerson(session: Session, admission: Admission, now: Date): Promise<number> {
  const { account, name, role, by } = admission;
  const known = await findPerson(session, account);
  if (known !== null) {
    await session.query(
      `update people set role = $2 where id = $1
       and array_position(array['reader', 'reviewer', 'administrator'], role) < array_position(array['reader', 'reviewer', 'administrator'], $2)`,
      [known.id, role],
    );
    return known.id;
  }
  const rows = await session.query<{ id: number }>(
    'insert into people (name, role, admitted_by, admitted_at) values ($1, $2, $3, $4) returning id',
    [storable(name), role, by, now],
  );
  const id = rows[0]?.id ?? 0;
  await linkAccount(session, { person: id, account }, now);
  return id;
}

/** From now on the account is this person's, whoever's it was. */
export async function linkAccount(
  session: Session,
  { person, account }: { person: number; account: Account },
  now: Date,
): Promise<void> {
  await session.query(
    `insert into person_accounts (platform, account_id, person_id, linked_at) values ($1, $2, $3, $4)
     on conflict (platform, account_id) do update set person_id = excluded.person_id, linked_at = excluded.linked_at`,
    [account.platform, account.accountId, person, now],
  );
}

/** The account is nobody's any more. */
export async function unlinkAccount(session: Session, { platform, accountId }: Account): Promise<void> {
  await session.query('delete from person_accounts where platform = $1 and account_id = $2', [platform, accountId]);
}

/** Two people turned out to be one: all accounts are the first one's, whose profile stays; what it does not say is taken over. */
export async function joinPeople(
  session: Session,
  { into, from }: { into: number; from: number },
  now: Date,
): Promise<void> {
  await session.query('update person_accounts set person_id = $1 where person_id = $2', [into, from]);
  await session.query(
    `update people p set unit = coalesce(p.unit, o.unit), locality = coalesce(p.locality, o.locality) from people o
     where p.id = $1 and o.id = $2`,
    [into, from],
  );
  await endPerson(session, from, now);
}

export async function setRole(session: Session, id: number, role: Role): Promise<void> {
  await session.query('update people set role = $2 where id = $1 and ended_at is null', [id, role]);
}

/** Not let in any more, on any platform. */
export async function endPerson(session: Session, id: number, now: Date): Promise<void> {
  await session.query('update people set ended_at = $2 where id = $1 and ended_at is null', [id, now]);
}

/** What is given is changed. */
export async function saveProfile(
  session: Session,
  id: number,
  profile: { unit?: string | null; locality?: Locality | null },
): Promise<void> {
  await session.query(
    `update people set unit = case when $2 then $3 else unit end, locality = case when $4 then $5::jsonb else locality end
     where id = $1`,
    [
      id,
      profile.unit !== undefined,
      profile.unit == null ? null : storable(profile.unit),
      profile.locality !== undefined,
      profile.locality == null ? null : jsonParameter(profile.locality),
    ],
  );
}
