import type { Session } from './database.ts';

/** All names ("telegram:42") of whoever bears this one: the accounts they have linked, this one first. Of an unknown one itself alone. */
export async function listSamePerson(session: Session, name: string): Promise<string[]> {
  const colon = name.indexOf(':');
  const rows = await session.query<{ name: string }>(
    `select a.platform || ':' || a.account_id as name from person_accounts own join person_accounts a using (person_id)
     where own.platform = $1 and own.account_id = $2 order by a.linked_at`,
    [name.slice(0, colon), name.slice(colon + 1)],
  );
  return [...new Set([name, ...rows.map((row) => row.name)])];
}
