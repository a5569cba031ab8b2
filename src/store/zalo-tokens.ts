import { createHash } from 'node:crypto';
import type { ConsentRecord, StoredTokens, TokenPair, TokenVault } from '../domain/zalo-oa.ts';
import type { Database } from './database.ts';
import type { Seal } from './seal-text.ts';

export type VaultOptions = { oaId: string; seal: Seal; now: () => Date };

type TokenRow = StoredTokens & { seed: string | null };

const digestOf = (seed: string): string => createHash('sha256').update(seed).digest('hex');

/** The token pair of one Official Account in the database. */
export function createTokenVault(database: Database, { oaId, seal, now }: VaultOptions): TokenVault {
  const sealed = (pair: TokenPair) => [seal.close(pair.accessToken), seal.close(pair.refreshToken), pair.expiresAt];
  const change = async (sql: string, parameters: unknown[]): Promise<boolean> =>
    (await database.query(`${sql} returning 1`, parameters)).length === 1;
  return {
    async read() {
      const rows = await database.query<TokenRow>(
        `select access_token as "accessToken", refresh_token as "refreshToken", expires_at as "expiresAt", generation, status,
           claimed_at as "claimedAt" from zalo_tokens where oa_id = $1`,
        [oaId],
      );
      const row = rows[0];
      if (row === undefined) return null;
      return { ...row, accessToken: seal.open(row.accessToken), refreshToken: seal.open(row.refreshToken) };
    },
    begin: (pair, seed) =>
      change(
        `insert into zalo_tokens as t (oa_id, access_token, refresh_token, expires_at, seed_digest, updated_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (oa_id) do update set access_token = excluded.access_token, refresh_token = excluded.refresh_token,
           expires_at = excluded.expires_at, generation = t.generation + 1, status = 'valid', claimed_by = null, claimed_at = null,
           seed_digest = coalesce(excluded.seed_digest, t.seed_digest), updated_at = excluded.updated_at
         where excluded.seed_digest is null
           or (t.status <> 'valid' and t.seed_digest is distinct from excluded.seed_digest)`,
        [oaId, ...sealed(pair), seed === undefined ? null : digestOf(seed), now()],
      ),
    claim: (generation) =>
      change(
        `update zalo_tokens set claimed_by = gen_random_uuid()::text, claimed_at = $3
         where oa_id = $1 and generation = $2 and status = 'valid' and claimed_by is null`,
        [oaId, generation, now()],
      ),
    async release(generation) {
      await database.query(
        'update zalo_tokens set claimed_by = null, claimed_at = null where oa_id = $1 and generation = $2',
        [oaId, generation],
      );
    },
    replace: (generation, pair) =>
      change(
        `update zalo_tokens set access_token = $3, refresh_token = $4, expires_at = $5, generation = generation + 1,
           status = 'valid', claimed_by = null, claimed_at = null, updated_at = $6
         where oa_id = $1 and generation = $2`,
        [oaId, generation, ...sealed(pair), now()],
      ),
    giveUp: (generation, status) =>
      change(
        `update zalo_tokens set status = $3, updated_at = $4 where oa_id = $1 and generation = $2 and status = 'valid'`,
        [oaId, generation, status, now()],
      ),
  };
}

/** A link that was not followed for so long is no longer good. */
const CONSENT_MINUTES = 60;

export function createConsentRecord(database: Database, now: () => Date): ConsentRecord {
  const oldest = () => new Date(now().getTime() - CONSENT_MINUTES * 60_000);
  return {
    async save({ state, verifier }) {
      await database.query('delete from zalo_consents where created_at < $1', [oldest()]);
      await database.query('insert into zalo_consents (state, verifier, created_at) values ($1, $2, $3)', [
        state,
        verifier,
        now(),
      ]);
    },
    async take(state) {
      const rows = await database.query<{ verifier: string; createdAt: Date }>(
        'delete from zalo_consents where state = $1 returning verifier, created_at as "createdAt"',
        [state],
      );
      const row = rows[0];
      return row === undefined || row.createdAt < oldest() ? null : row.verifier;
    },
  };
}
