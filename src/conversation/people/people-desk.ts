import { type Account, accountName, type Role } from '../../domain/person.ts';
import type { Platform } from '../../domain/platform.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Database } from '../../store/database.ts';
import { admitPerson, findPerson, listPeople } from '../../store/people.ts';
import type { Gazetteer } from '../../vietnamese/gazetteer.ts';
import type { Turn } from '../feature.ts';

/** What letting people in needs. */
export type PeopleDesk = {
  database: Database;
  gazetteer: Gazetteer;
  /** Accounts that the operator's settings make administrators. */
  admins: readonly Account[];
  /** Writes to somebody unasked; what cannot be sent is not sent. */
  tell(account: Account, reply: Reply): void;
  /** Null where no mail server is set. */
  email(): Pick<Platform, 'send'> | null;
};

export const roleNames: Readonly<Record<Role, string>> = {
  reader: 'người đọc',
  reviewer: 'người rà soát',
  administrator: 'quản trị',
};

export const accountOf = ({ message }: Turn): Account => ({
  platform: message.platform,
  accountId: message.personId,
});

/** The person who speaks; whoever has their rights from the settings, or from open access, gets a profile now. */
export async function personOf(turn: Turn, { database }: PeopleDesk): Promise<number> {
  const account = accountOf(turn);
  const person = await findPerson(database, account);
  if (person !== null) return person.id;
  const { speaker, message } = turn;
  const name = message.personName ?? accountName(account);
  return admitPerson(database, { account, name, role: speaker.role, by: 'máy chủ' }, message.receivedAt);
}

/** Writes to every administrator, on one account each. */
export async function tellAdministrators(desk: PeopleDesk, reply: Reply): Promise<void> {
  const people = await listPeople(desk.database, 'administrator');
  const first = people.flatMap(({ accounts }) => accounts.slice(0, 1));
  const named = new Map(
    [...desk.admins, ...first].map((account) => [`${account.platform}:${account.accountId}`, account]),
  );
  for (const account of named.values()) desk.tell(account, reply);
}
