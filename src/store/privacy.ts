import { type Account, accountName } from '../domain/person.ts';
import { addAudit, forgetPseudonyms, listAudit, listPseudonyms } from './audit.ts';
import type { Session } from './database.ts';
import { privacyTables } from './privacy-tables.ts';

/** What somebody said when asked whether their last questions may be remembered. */
export type Consent = 'unasked' | 'asked' | 'agreed' | 'refused';

/** What the person said on whichever of their accounts, the latest word first. */
export async function loadConsent(session: Session, { platform, accountId }: Account): Promise<Consent> {
  const rows = await session.query<{ agreed: boolean | null }>(
    `select c.agreed from consents c where (c.platform, c.account_id) in (
       select $1, $2 union select a.platform, a.account_id from person_accounts own join person_accounts a using (person_id)
       where own.platform = $1 and own.account_id = $2)
     order by c.answered_at desc nulls last limit 1`,
    [platform, accountId],
    'once',
  );
  const [said] = rows;
  if (said === undefined) return 'unasked';
  return said.agreed === null ? 'asked' : said.agreed ? 'agreed' : 'refused';
}

/** The question was put. */
export async function noteConsentAsked(session: Session, { platform, accountId }: Account, now: Date): Promise<void> {
  await session.query(
    'insert into consents (platform, account_id, asked_at) values ($1, $2, $3) on conflict do nothing',
    [platform, accountId, now],
  );
}

/** The answer, which may be given anew at any time. */
export async function saveConsent(
  session: Session,
  { account, agreed }: { account: Account; agreed: boolean },
  now: Date,
): Promise<void> {
  await session.query(
    `insert into consents (platform, account_id, asked_at, answered_at, agreed) values ($1, $2, $3, $3, $4)
     on conflict (platform, account_id) do update set answered_at = excluded.answered_at, agreed = excluded.agreed`,
    [account.platform, account.accountId, now, agreed],
  );
  await addAudit(session, { kind: 'consent', actor: account, detail: { agreed } }, now);
}

/** Everything that is stored about these accounts, table by table. */
export async function collectPersonalData(
  session: Session,
  accounts: readonly Account[],
): Promise<Record<string, unknown[]>> {
  const names = accounts.map(accountName);
  const found: Record<string, unknown[]> = {};
  for (const { name, read } of privacyTables) if (read !== null) found[name] = await session.query(read, [names]);
  const about = (await listPseudonyms(session, accounts)).map(({ pseudonym }) => pseudonym);
  const lines = about.length === 0 ? [] : await listAudit(session, { about, limit: 100_000 });
  found.nhat_ky_kiem_tra = lines.map(({ id, at, kind, detail }) => ({ id, at, kind, detail }));
  return found;
}

/** Erases all of it but the log of reviews, and takes away what tells whose the rows of the audit log are. Call it in a transaction. */
export async function erasePersonalData(session: Session, accounts: readonly Account[], now: Date): Promise<void> {
  const names = accounts.map(accountName);
  const [first] = accounts;
  // Before the key goes: the row itself cannot be told from any other's afterwards.
  if (first !== undefined) await addAudit(session, { kind: 'erased', actor: first }, now);
  for (const { erase } of privacyTables) if (erase !== null) await session.query(erase, [names]);
  await forgetPseudonyms(session, accounts);
}

/** Removes what was said before an instant: the memory of chats, messages not worked off, questions of review, wishes to be let in. */
export async function forgetOldTexts(session: Session, before: Date): Promise<void> {
  const texts = [
    'delete from chats where updated_at < $1',
    'delete from inbox where sent_at < $1',
    'delete from allowances where at < $1',
    'delete from submissions where received_at < $1',
    'delete from review_prompts where asked_at < $1',
    'delete from join_requests where asked_at < $1',
    'delete from link_codes where created_at < $1',
  ];
  for (const sql of texts) await session.query(sql, [before]);
}
