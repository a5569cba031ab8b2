import { parseRef } from '../../conversation/review/subject-ref.ts';
import type { Reviewer, Subject } from '../../domain/review.ts';
import type { Base } from '../../wiring/base.ts';
import { type CommandContext, UsageError } from '../command.ts';

/** What every step of `chidao review` works with; `words`: what was typed after its name. */
export type ReviewWork = {
  base: Base;
  context: CommandContext;
  reviewer: Reviewer;
  document: string | null;
  words: string[];
  isJson: boolean;
};

/** "12" or "h5". Throws UsageError for anything else. */
export function subjectOf(word: string | undefined): Subject {
  const subject = parseRef(word);
  if (subject === null) throw new UsageError(`«${word ?? ''}» không phải một mục: 12 là chỉ tiêu, h5 là thời hạn.`);
  return subject;
}

/** How many people must approve, by the settings. */
export const approvalsOf = ({ context }: ReviewWork): 1 | 2 =>
  context.config().settings.REVIEW_APPROVALS === 2 ? 2 : 1;
