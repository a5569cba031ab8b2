import type { Review, ReviewStatus, Subject } from '../domain/review.ts';
import type { Session } from './database.ts';
import { jsonParameter } from './storable.ts';

/** One line of the log with all it holds. Values only where the act changed them. */
export type ReviewEntry = Review & {
  document: string;
  statusBefore: ReviewStatus;
  statusAfter: ReviewStatus;
  valueBefore: unknown;
  valueAfter: unknown;
};

/** Adds lines to the log. */
export async function addReviews(session: Session, entries: readonly ReviewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await session.query(
    `insert into reviews (kind, subject, directive_id, act, reviewer, reviewer_name, at, status_before, status_after, value_before, value_after)
     select r.kind, r.id, r.document, r.act, r.reviewer, r."reviewerName", r.at, r."statusBefore", r."statusAfter",
       nullif(r."valueBefore", 'null'), nullif(r."valueAfter", 'null')
     from jsonb_to_recordset($1::jsonb) as r(place int, kind text, id bigint, document text, act text, reviewer text, "reviewerName" text,
       at timestamptz, "statusBefore" text, "statusAfter" text, "valueBefore" jsonb, "valueAfter" jsonb)
     order by r.place`,
    [jsonParameter(entries.map((entry, place) => ({ ...entry, place })))],
  );
}

/** What was said of these subjects, oldest first; a subject nobody reviewed is not in the map. */
export async function listReviews(
  session: Session,
  kind: Subject['kind'],
  ids: readonly number[],
): Promise<Map<number, Review[]>> {
  const rows = await session.query<Review>(
    `select kind, subject as id, act, reviewer, reviewer_name as "reviewerName", at
     from reviews where kind = $1 and subject = any($2::bigint[]) order by reviews.id`,
    [kind, ids],
  );
  return Map.groupBy(rows, ({ id }) => id);
}

/** The log of one directive with the values, oldest first. */
export async function listReviewEntries(session: Session, document: string): Promise<ReviewEntry[]> {
  return session.query<ReviewEntry>(
    `select kind, subject as id, act, reviewer, reviewer_name as "reviewerName", at, directive_id as document,
       status_before as "statusBefore", status_after as "statusAfter", value_before as "valueBefore", value_after as "valueAfter"
     from reviews where directive_id = $1 order by reviews.id`,
    [document],
  );
}
