import type { Session } from './database.ts';
import { storable } from './storable.ts';

/** What was handed in. `reason`: why it was refused or could not be read (Vietnamese), null when it was read. */
export type Original = {
  /** SHA-256 of the bytes, 64 hex digits; its first 12 are the directive's id. */
  sha256: string;
  /** File name or link. */
  name: string;
  /** Null for a refused document: a state secret is not kept. */
  bytes: Uint8Array | null;
  receivedAt: Date;
  status: 'ingested' | 'failed' | 'refused';
  reason: string | null;
};

export type OriginalSummary = Omit<Original, 'bytes'>;

/**
 * Keeps originals, or replaces what was said of the same bytes before (a file that failed once may be read by a newer version), but for
 * those that a directive was read from. No two may have the same bytes.
 */
export async function saveOriginals(session: Session, originals: readonly Original[]): Promise<void> {
  if (originals.length === 0) return;
  const rows = originals.map((_, index) => `($${[1, 2, 3, 4, 5, 6].map((column) => 6 * index + column).join(', $')})`);
  await session.query(
    `insert into originals (sha256, name, bytes, received_at, status, reason) values ${rows.join(', ')}
     on conflict (sha256) do update set name = excluded.name, bytes = coalesce(excluded.bytes, originals.bytes),
       status = excluded.status, reason = excluded.reason
     where originals.status <> 'ingested'`,
    originals.flatMap(({ sha256, name, bytes, receivedAt, status, reason }) => [
      sha256,
      storable(name),
      bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      receivedAt,
      status,
      reason,
    ]),
  );
}

/** What is known of these bytes; null when they were never handed in. */
export async function findOriginal(session: Session, sha256: string): Promise<OriginalSummary | null> {
  const rows = await session.query<OriginalSummary>(
    'select sha256, name, received_at as "receivedAt", status, reason from originals where sha256 = $1',
    [sha256],
  );
  return rows[0] ?? null;
}

/** The bytes as they were handed in; null when unknown or not kept. */
export async function loadOriginalBytes(session: Session, sha256: string): Promise<Uint8Array | null> {
  const rows = await session.query<{ bytes: Buffer | null }>('select bytes from originals where sha256 = $1', [sha256]);
  return rows[0]?.bytes ?? null;
}
