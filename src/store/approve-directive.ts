import type { Reviewer } from '../domain/review.ts';
import type { Database } from './database.ts';
import { listDeadlines } from './deadlines.ts';
import { findFigures } from './figures.ts';
import { reviewMany } from './reviews.ts';

/** Approves all that was read from a directive and waits; for what somebody has checked as a whole. */
export async function approveDirective(
  database: Database,
  document: string,
  { reviewer, at }: { reviewer: Reviewer; at: Date },
): Promise<void> {
  const filter = { documents: [document], statuses: ['proposed' as const] };
  const deed = { act: 'approve', reviewer, at, approvals: 1 } as const;
  const figures = (await findFigures(database, filter)).map(({ id }) => id);
  const deadlines = (await listDeadlines(database, filter)).map(({ id }) => id);
  await reviewMany(database, { kind: 'figure', ids: figures, expected: figures.length }, deed);
  await reviewMany(database, { kind: 'deadline', ids: deadlines, expected: deadlines.length }, deed);
}
