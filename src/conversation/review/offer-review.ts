import type { Answer } from '../../answer/answer.ts';
import { printedValue } from '../../answer/write-parts.ts';
import type { Choice } from '../../domain/reply.ts';
import type { Session } from '../../store/database.ts';
import { findFigures } from '../../store/figures.ts';
import { printRef } from './subject-ref.ts';

/** The way from an answer with one figure that nobody has reviewed to its review; `[]` for any other answer. */
export async function offerReview(session: Session, { figures }: Pick<Answer, 'figures'>): Promise<Choice[]> {
  const [only, second] = figures;
  if (only === undefined || second !== undefined) return [];
  const proposed = await findFigures(session, { documents: [only.document], statuses: ['proposed'] });
  const figure = proposed.find((one) => one.quote === only.quote && printedValue(one) === only.text);
  if (figure === undefined) return [];
  return [{ label: 'Rà soát số liệu này', message: `/duyet ${printRef({ kind: 'figure', id: figure.id })}` }];
}
