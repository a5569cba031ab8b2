import { printRef } from '../../conversation/review/subject-ref.ts';
import type { ReviewStatus, Subject } from '../../domain/review.ts';
import { listForBulk } from '../../store/review-queue.ts';
import { type Deed, type ReviewOutcome, reviewSubject } from '../../store/reviews.ts';
import { UsageError } from '../command.ts';
import { approvalsOf, type ReviewWork, subjectOf } from './review-work.ts';

/** One act for each subject named, or for every undoubted figure of `--document` where it is an approval. Exit 1 when any did not happen. */
export async function reviewRefs(work: ReviewWork, act: 'approve' | 'reject' | 'reopen'): Promise<number> {
  const subjects = work.words.length > 0 ? work.words.map(subjectOf) : await subjectsOf(work, act);
  const deed: Deed = { act, reviewer: work.reviewer, at: work.context.now(), approvals: approvalsOf(work) };
  let isAllDone = true;
  for (const subject of subjects) {
    const outcome = await reviewSubject(work.base.database, { subject, turn: null }, deed);
    printOutcome(work, subject, outcome);
    isAllDone &&= outcome.result === 'done';
  }
  return isAllDone ? 0 : 1;
}

async function subjectsOf({ base, context, document, reviewer }: ReviewWork, act: string): Promise<Subject[]> {
  if (document === null || act !== 'approve') throw new UsageError('Cần ít nhất một mục, ví dụ 12 hoặc h5.');
  const { ids, doubtful } = await listForBulk(base.database, { document, heading: null, reviewer });
  if (doubtful > 0) context.log(`${doubtful} số liệu máy đọc chưa chắc, phải duyệt từng mục.`);
  return ids.map((id) => ({ kind: 'figure', id }));
}

const statusWords: Readonly<Record<ReviewStatus, string>> = {
  proposed: 'chờ duyệt',
  approved: 'đã duyệt',
  rejected: 'đã bác',
  replaced: 'văn bản đã được thay thế',
};

/** One row a subject: what became of it, and how it stands now. */
export function printOutcome({ context, isJson }: ReviewWork, subject: Subject, outcome: ReviewOutcome): void {
  const ref = printRef(subject);
  const status = outcome.result === 'unknown' ? null : outcome.status;
  const words = status === null ? 'không có mục này' : statusWords[status];
  const line = `${ref}: ${outcome.result === 'done' || status === null ? '' : 'không đổi, '}${words}`;
  context.out(isJson ? JSON.stringify({ ref, result: outcome.result, status }) : line);
}
