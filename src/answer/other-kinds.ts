import { type LookUpResult, lookUpTarget } from '../tools/look-up-target.ts';
import { isOfYears } from '../tools/period-answer.ts';
import type { ToolContext } from '../tools/tool.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Question } from './read-question.ts';
import type { AskedSide } from './sides.ts';

/** One thing of a question, at one place and time. */
export type Wanted = { words: string; side: AskedSide; question: Question };

const reportedKinds: Question['kinds'] = ['observation', 'estimate'];

/**
 * A question of a time that does not say whether it means what was planned or what was reached gets both; one for what was reached gets
 * the plan of those years beside it. Null where there is nothing to add.
 */
export async function otherKinds(
  { words, side, question }: Wanted,
  result: LookUpResult,
  context: ToolContext,
): Promise<LookUpResult | null> {
  const isForResult = !question.kinds.includes('target');
  if (side.period === null || (isForResult ? result.found.length === 0 : !isOpenToResults(question))) return null;
  const kinds: Question['kinds'] = isForResult ? ['target'] : reportedKinds;
  const other = await lookUpTarget.run({ words, ...side, documents: question.documents, kinds }, context);
  const found = other.found.filter(({ target }) => isOfYears(target.period, side.period));
  if (found.length === 0 || (other.isNarrower && result.found.length > 0)) return null;
  return { ...(result.found.length > 0 ? result : other), found: [...result.found, ...found] };
}

/** A figure of a time named may be what was achieved; a word of planning says that it is not. */
export function isOpenToResults({ text, recognised }: Question): boolean {
  const planned =
    /chi tieu|muc tieu|phan dau|ke hoach|(?<![a-z])giao(?! thong| duc)|dat ra|de ra|(?<![a-z])(?:se|phai|can)(?![a-z])/;
  return (recognised.wantsNumber || recognised.kind === 'figure') && !planned.test(fold(text));
}
