import type { PlatformName } from '../domain/message.ts';
import type { Session } from './database.ts';
import { storable } from './storable.ts';

/** A file or link somebody handed in and has not confirmed yet; `id` is random. */
export type Submission = {
  id: string;
  platform: PlatformName;
  personId: string;
  /** File name or link. */
  name: string;
  bytes: Uint8Array;
  receivedAt: Date;
};

/** Keeps it beside the corpus. */
export async function saveSubmission(session: Session, submission: Submission): Promise<void> {
  const { id, platform, personId, name, bytes, receivedAt } = submission;
  await session.query(
    'insert into submissions (id, platform, person_id, name, bytes, received_at) values ($1, $2, $3, $4, $5, $6)',
    [id, platform, personId, storable(name), Buffer.from(bytes), receivedAt],
  );
}

/** What this person handed in under this id; null when it was confirmed, cancelled or forgotten, or somebody else's. */
export async function findSubmission(
  session: Session,
  { id, platform, personId }: Pick<Submission, 'id' | 'platform' | 'personId'>,
): Promise<Submission | null> {
  const [row] = await session.query<Submission>(
    `select id, platform, person_id as "personId", name, bytes, received_at as "receivedAt" from submissions
     where id = $1 and platform = $2 and person_id = $3`,
    [id, platform, personId],
  );
  return row ?? null;
}

/** Forgets it, bytes and all. */
export async function dropSubmission(session: Session, id: string): Promise<void> {
  await session.query('delete from submissions where id = $1', [id]);
}

/** Forgets what was handed in before this instant. */
export async function pruneSubmissions(session: Session, before: Date): Promise<void> {
  await session.query('delete from submissions where received_at < $1', [before]);
}
