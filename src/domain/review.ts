import type { z } from 'zod';
import type { figureStatusSchema } from './target.ts';

/** What is reviewed: a figure or a deadline, by its id. */
export type Subject = { kind: 'figure' | 'deadline'; id: number };

/** Who reviews: "telegram:42", "cli:lan"; the product itself is "chidao". */
export type Reviewer = { id: string; name: string | null };

/**
 * approve, reject · correct: another value, which whoever corrects stands behind · reopen: back to proposed · keep: a later reading differs and
 * a person lets the value stand · withdraw: a machine's reading that no person had settled, and a later reading no longer finds.
 */
export type ReviewAct = 'approve' | 'correct' | 'reject' | 'reopen' | 'keep' | 'withdraw';

/** One line of the log, oldest first in a history. */
export type Review = Subject & {
  act: ReviewAct;
  reviewer: string;
  reviewerName: string | null;
  at: Date;
};

export type ReviewStatus = z.infer<typeof figureStatusSchema>;

/** How the bot treats what nobody has reviewed: answered with a word about it, or not answered. */
export type ReviewPolicy = {
  required: 'show' | 'hide';
  /** So many different people must approve before it counts. */
  approvals: 1 | 2;
};

/** The product's own hand in the log. */
export const productReviewer: Reviewer = { id: 'chidao', name: null };

/** Who stands behind the value as it is now: approvals of an earlier value do not count. */
export function approversOf(history: readonly Pick<Review, 'act' | 'reviewer'>[]): string[] {
  const last = history.findLastIndex(({ act }) => act === 'correct' || act === 'reopen' || act === 'reject');
  const since = history.slice(Math.max(0, last)).filter(({ act }) => act === 'approve' || act === 'correct');
  return [...new Set(since.map(({ reviewer }) => reviewer))];
}

/** Whether a person changed the value that was read. */
export const isCorrected = (history: readonly Pick<Review, 'act'>[]): boolean =>
  history.some(({ act }) => act === 'correct');

/** What an act makes of the status; `approvals` different people must stand behind a value. */
export function statusAfter(
  before: ReviewStatus,
  history: readonly Pick<Review, 'act' | 'reviewer'>[],
  approvals: number,
): ReviewStatus {
  const act = history.at(-1)?.act;
  if (act === 'reject' || act === 'withdraw') return 'rejected';
  if (act === 'reopen') return 'proposed';
  if (act === 'keep' || act === undefined) return before;
  return approversOf(history).length >= approvals ? 'approved' : 'proposed';
}
