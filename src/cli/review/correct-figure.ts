import { findCorrection } from '../../conversation/review/find-correction.ts';
import { loadSubject } from '../../conversation/review/load-subject.ts';
import { loadDirectiveText } from '../../store/directives.ts';
import { reviewSubject } from '../../store/reviews.ts';
import { UsageError } from '../command.ts';
import { printOutcome } from './review-refs.ts';
import { approvalsOf, type ReviewWork, subjectOf } from './review-work.ts';

/** Sets the value typed, if the document says it; exit 1 when it does not. */
export async function correctFigure(work: ReviewWork): Promise<number> {
  const [ref, typed] = work.words;
  if (typed === undefined || work.words.length > 2)
    throw new UsageError('Cần một mục và một giá trị: review correct 12 "45%".');
  const subject = subjectOf(ref);
  const { database } = work.base;
  const loaded = await loadSubject(database, subject);
  if (loaded === null) return printed(work, `${ref}: không có mục này`);
  const text = (await loadDirectiveText(database, loaded.directive.id)) ?? '';
  const found = findCorrection(loaded, text, typed);
  if (found === 'unclear') return printed(work, `«${typed}» không phải một giá trị đọc được.`);
  if (found === null)
    return printed(work, `Văn bản không ghi «${typed}», nên không sửa được: mỗi số liệu phải có câu gốc.`);
  const deed = {
    act: 'correct',
    reviewer: work.reviewer,
    at: work.context.now(),
    approvals: approvalsOf(work),
  } as const;
  const outcome = await reviewSubject(
    database,
    { subject, turn: loaded.history.length },
    { ...deed, value: found.value },
  );
  work.context.log(`Câu gốc: “${found.value.quote}”`);
  printOutcome(work, subject, outcome);
  return outcome.result === 'done' ? 0 : 1;
}

function printed({ context }: ReviewWork, line: string): number {
  context.log(line);
  return 1;
}
