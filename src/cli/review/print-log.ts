import { printRef } from '../../conversation/review/subject-ref.ts';
import { listReviewEntries } from '../../store/review-log.ts';
import { UsageError } from '../command.ts';
import type { ReviewWork } from './review-work.ts';

/** Who did what to the figures and deadlines of a document, oldest first. */
export async function printLog({ base, context, document, isJson }: ReviewWork): Promise<number> {
  if (document === null) throw new UsageError('Cần --document MÃ.');
  for (const entry of await listReviewEntries(base.database, document)) {
    const { kind, id, act, reviewer, at, statusBefore, statusAfter, valueBefore, valueAfter } = entry;
    const ref = printRef({ kind, id });
    const row = { ref, act, reviewer, at, from: statusBefore, to: statusAfter, before: valueBefore, after: valueAfter };
    context.out(
      isJson
        ? JSON.stringify(row)
        : `${at.toISOString()}  ${reviewer}  ${ref}  ${act}: ${statusBefore} → ${statusAfter}`,
    );
  }
  return 0;
}
