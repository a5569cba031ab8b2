import type { Account, Role } from '../../domain/person.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Database } from '../../store/database.ts';
import { listPeople } from '../../store/people.ts';
import type { Gazetteer } from '../../vietnamese/gazetteer.ts';

/** What letting people in needs. */
export type PeopleDesk = {
  database: Database;
  gazetteer: Gazetteer;
  /** Accounts that the operator's settings make administrators. */
  admins: readonly Account[];
  /** Writes to somebody unasked; what cannot be sent is not sent. */
  tell(account: Account, reply: Reply): void;
};

export const roleNames: Readonly<Record<Role, string>> = {
  reader: 'người đọc',
  reviewer: 'người rà soát',
  administrator: 'quản trị',
};

/** Writes to every administrator, on one account each. */
export async function tellAdministrators(desk: PeopleDesk, reply: Reply): Promise<void> {
  const people = await listPeople(desk.database, 'administrator');
  const first = people.flatMap(({ accounts }) => accounts.slice(0, 1));
  const named = new Map(
    [...desk.admins, ...first].map((account) => [`${account.platform}:${account.accountId}`, account]),
  );
  for (const account of named.values()) desk.tell(account, reply);
}
