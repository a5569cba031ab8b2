import { randomBytes } from 'node:crypto';
import { type Account, accountName } from '../domain/person.ts';
import { type AuditRow, hashOfRow, pseudonym } from './audit-hash.ts';
import type { Session } from './database.ts';
import { jsonParameter } from './storable.ts';

export type AuditKind =
  | 'question'
  | 'review'
  | 'admitted'
  | 'put_out'
  | 'role'
  | 'unit'
  | 'linked'
  | 'unlinked'
  | 'limited'
  | 'consent'
  | 'exported'
  | 'erased';

/** An account, or the name of a machine or of whoever sits at it ("cli:lan"). */
export type AuditName = Account | string;

export type AuditEntry = {
  kind: AuditKind;
  actor: AuditName;
  subject?: AuditName;
  /** Ids and words of our own; never text of a person. */
  detail?: Record<string, unknown>;
};

export type AuditLine = AuditRow & { hash: string };

/** Any number, the same in every process: writers take turns. */
const LOCK_KEY = 20_250_113;

/** Adds a row to the chain; in the transaction of what it tells of, as its last step, for others wait until it ends. */
export function addAudit(session: Session, entry: AuditEntry, at: Date): Promise<void> {
  return addAudits(session, [{ ...entry, at }]);
}

/** Adds several at once, in their order; see `addAudit`. */
export async function addAudits(session: Session, entries: readonly (AuditEntry & { at: Date })[]): Promise<void> {
  const nameOf = await readNames(
    session,
    entries.flatMap(({ actor, subject = [] }) => [actor, subject].flat()),
  );
  await session.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
  const [last] = await session.query<{ id: number; hash: string }>(
    'select id, hash from audit_log order by id desc limit 1',
  );
  const lines: AuditLine[] = [];
  for (const { at, kind, actor, subject, detail = {} } of entries) {
    const before = lines.at(-1) ?? last ?? { id: 0, hash: '' };
    const row: AuditRow = {
      id: before.id + 1,
      at,
      kind,
      actor: nameOf(actor),
      subject: subject === undefined ? null : nameOf(subject),
      // Through JSON, as it will be read back.
      detail: JSON.parse(jsonParameter(detail)),
      previous: before.hash,
    };
    lines.push({ ...row, hash: hashOfRow(row) });
  }
  await session.query(
    `insert into audit_log (id, at, kind, actor, subject, detail, previous, hash)
     select * from json_to_recordset($1::json) as l(id bigint, at timestamptz, kind text, actor text, subject text, detail jsonb, previous text, hash text)`,
    [jsonParameter(lines)],
  );
}

/** "telegram:42" as an account; null for a name that is none. */
export function accountOfName(name: string): Account | null {
  const [, platform, accountId] = /^(telegram|zalo-oa|zalo-bot|terminal):(.+)$/s.exec(name) ?? [];
  return platform === undefined || accountId === undefined
    ? null
    : { platform: platform as Account['platform'], accountId };
}

const newKey = (): string => randomBytes(32).toString('hex');

const accountIn = (name: AuditName): Account | null => (typeof name === 'string' ? accountOfName(name) : name);

/** What stands in the log for each of these names; accounts never written of get their keys. */
async function readNames(session: Session, names: readonly AuditName[]): Promise<(name: AuditName) => string> {
  const accounts = names.flatMap((name) => accountIn(name) ?? []);
  let keys = await findKeys(session, accounts);
  const unknown = accounts.filter((account) => !keys.has(accountName(account)));
  if (unknown.length > 0) {
    await makeKeys(session, unknown);
    keys = await findKeys(session, accounts);
  }
  return (name) => {
    const account = accountIn(name);
    if (account === null) return String(name);
    // Erased at this very moment: a key that nobody keeps.
    return pseudonym(accountName(account), keys.get(accountName(account)) ?? newKey());
  };
}

/** By the names of their accounts. */
async function findKeys(session: Session, accounts: readonly Account[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await session.query<Account & { key: string }>(
    `select k.platform, k.account_id as "accountId", k.key from unnest($1::text[], $2::text[]) as one(platform, id)
     join audit_keys k on k.platform = one.platform and k.account_id = one.id`,
    columnsOf(accounts),
  );
  return new Map(rows.map(({ key, ...account }) => [accountName(account), key]));
}

/** Of several who make one at a moment, one does; always in the same order, so that none waits for one that waits for it. */
async function makeKeys(session: Session, accounts: readonly Account[]): Promise<void> {
  const ordered = accounts.toSorted((one, other) => (accountName(one) < accountName(other) ? -1 : 1));
  const made = ordered.map(newKey);
  await session.query(
    `insert into audit_keys (platform, account_id, key) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing`,
    [...columnsOf(ordered), made],
  );
}

const columnsOf = (accounts: readonly Account[]): [string[], string[]] => [
  accounts.map(({ platform }) => platform),
  accounts.map(({ accountId }) => accountId),
];

/** The pseudonyms of these accounts, or of all that have one; accounts never written of have none. */
export async function listPseudonyms(
  session: Session,
  accounts: readonly Account[] | null = null,
): Promise<{ name: string; pseudonym: string }[]> {
  const names = accounts?.map(accountName) ?? null;
  const rows = await session.query<{ name: string; key: string }>(
    `select platform || ':' || account_id as name, key from audit_keys
     where $1::text[] is null or platform || ':' || account_id = any($1)`,
    [names],
  );
  return rows.map(({ name, key }) => ({ name, pseudonym: pseudonym(name, key) }));
}

/** Nobody can tell any more whose rows were these accounts'. */
export async function forgetPseudonyms(session: Session, accounts: readonly Account[]): Promise<void> {
  await session.query(`delete from audit_keys where platform || ':' || account_id = any($1)`, [
    accounts.map(accountName),
  ]);
}

/** Rows after an id, in order, at most so many; those that `about` did or that were done to them. */
export async function listAudit(
  session: Session,
  { after = 0, limit = 5000, about = null }: { after?: number; limit?: number; about?: readonly string[] | null } = {},
): Promise<AuditLine[]> {
  return session.query<AuditLine>(
    `select id, at, kind, actor, subject, detail, previous, hash from audit_log
     where id > $1 and ($3::text[] is null or actor = any($3) or subject = any($3)) order by id limit $2`,
    [after, limit, about],
  );
}

/** `broken`: the first row that is not as it was written, or that is missing; null for a whole chain. `head`: the last good hash, "" for none. */
export type AuditCheck = { rows: number; head: string; broken: { id: number; reason: string } | null };

/** Goes through the whole chain. `known`: a hash written down earlier, which must still be in it, else its end was cut off. */
export async function verifyAudit(session: Session, known: string | null = null): Promise<AuditCheck> {
  let [rows, head] = [0, ''];
  let isKnownThere = known === null;
  for (;;) {
    const lines = await listAudit(session, { after: rows });
    for (const line of lines) {
      const reason = faultOf(line, { id: rows + 1, previous: head });
      if (reason !== null) return { rows, head, broken: { id: rows + 1, reason } };
      [rows, head] = [line.id, line.hash];
      isKnownThere ||= head === known;
    }
    if (lines.length === 0) break;
  }
  return { rows, head, broken: isKnownThere ? null : { id: rows + 1, reason: 'cuối nhật ký đã bị cắt' } };
}

function faultOf(line: AuditLine, expected: Pick<AuditRow, 'id' | 'previous'>): string | null {
  if (line.id !== expected.id) return 'thiếu dòng này';
  if (line.previous !== expected.previous) return 'không nối với dòng trước';
  return hashOfRow(line) === line.hash ? null : 'nội dung đã bị sửa';
}
