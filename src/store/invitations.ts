import type { Role } from '../domain/person.ts';
import type { Session } from './database.ts';

/** What a one-time code is for: to be let in with a role, or to join one more account to a person. */
export type Invitation = { role: Role; person: null } | { role: null; person: number };

/** Keeps a code's fingerprint until it is used or too old. */
export async function issueInvitation(
  session: Session,
  { codeHash, invitation, by, expiresAt }: { codeHash: string; invitation: Invitation; by: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  await session.query(
    `insert into invitations (code_hash, role, person_id, issued_by, issued_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [codeHash, invitation.role, invitation.person, by, now, expiresAt],
  );
}

/** Uses a code up; null for one that is unknown, used or too old. */
export async function takeInvitation(
  session: Session,
  { codeHash, by }: { codeHash: string; by: string },
  now: Date,
): Promise<(Invitation & { issuedBy: string }) | null> {
  const rows = await session.query<Invitation & { issuedBy: string }>(
    `update invitations set used_at = $2, used_by = $3
     where code_hash = $1 and used_at is null and expires_at > $2 returning role, person_id as person, issued_by as "issuedBy"`,
    [codeHash, now, by],
  );
  return rows[0] ?? null;
}

/** Uses up a code that joins accounts, and gives whose it is; null for one that is unknown, used, too old, of another kind, or of `besides`. */
export async function takeLinkInvitation(
  session: Session,
  { codeHash, by, besides }: { codeHash: string; by: string; besides: number | null },
  now: Date,
): Promise<number | null> {
  const rows = await session.query<{ person: number }>(
    `update invitations set used_at = $2, used_by = $3
     where code_hash = $1 and used_at is null and expires_at > $2 and person_id is distinct from $4 and person_id is not null
     returning person_id as person`,
    [codeHash, now, by, besides],
  );
  return rows[0]?.person ?? null;
}
