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
export async function addAudit(
  session: Session,
  { kind, actor, subject, detail = {} }: AuditEntry,
  at: Date,
): Promise<void> {
  const names = {
    actor: await nameInLog(session, actor),
    subject: subject === undefined ? null : await nameInLog(session, subject),
  };
  await session.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
  const [last] = await session.query<{ id: number; hash: string }>(
    'select id, hash from audit_log order by id desc limit 1',
  );
  // Through JSON, as it will be read back.
  const row: AuditRow = {
    id: (last?.id ?? 0) + 1,
    at,
    kind,
    ...names,
    detail: JSON.parse(jsonParameter(detail)),
    previous: last?.hash ?? '',
  };
  await session.query(
    'insert into audit_log (id, at, kind, actor, subject, detail, previous, hash) values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)',
    [row.id, at, kind, row.actor, row.subject, jsonParameter(row.detail), row.previous, hashOfRow(row)],
  );
}

/** "telegram:42" as an account; null for a name that is none. */
export function accountOfName(name: string): Account | null {
  const [, platform, accountId] = /^(telegram|zalo-oa|zalo-bot|terminal):(.+)$/s.exec(name) ?? [];
  return platform === undefined || accountId === undefined
    ? null
    : { platform: platform as Account['platform'], accountId };
}

async function nameInLog(session: Session, name: AuditName): Promise<string> {
  const account = typeof name === 'string' ? accountOfName(name) : name;
  if (account === null) return String(name);
  const key = (await findKey(session, account)) ?? (await makeKey(session, account));
  return pseudonym(accountName(account), key);
}

async function findKey(session: Session, { platform, accountId }: Account): Promise<string | null> {
  const rows = await session.query<{ key: string }>(
    'select key from audit_keys where platform = $1 and account_id = $2',
    [platform, accountId],
  );
  return rows[0]?.key ?? null;
}

/** Of several who make one at a moment, one does. */
async function makeKey(session: Session, account: Account): Promise<string> {
  const made = randomBytes(32).toString('hex');
  await session.query('insert into audit_keys (platform, account_id, key) values ($1, $2, $3) on conflict do nothing', [
    account.platform,
    account.accountId,
    made,
  ]);
  return (await findKey(session, account)) ?? made;
}

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
