import type { Deadline } from '../../domain/deadline.ts';
import type { Directive } from '../../domain/directive.ts';
import type { Review, Subject } from '../../domain/review.ts';
import type { Target } from '../../domain/target.ts';
import type { Session } from '../../store/database.ts';
import { listDeadlines } from '../../store/deadlines.ts';
import { findDirective } from '../../store/directives.ts';
import { findFigures } from '../../store/figures.ts';
import { listReviews } from '../../store/review-log.ts';
import type { Correction } from '../../store/reviews.ts';

/** A figure or deadline with what a reviewer needs to judge it. */
export type LoadedSubject = {
  subject: Subject;
  directive: Directive;
  finding: { kind: 'figure'; figure: Target } | { kind: 'deadline'; deadline: Deadline };
  history: Review[];
};

const statuses: Target['status'][] = ['proposed', 'approved', 'rejected', 'replaced'];

/** Null when there is no such figure or deadline, or its directive is one of the `hidden`. */
export async function loadSubject(
  session: Session,
  subject: Subject,
  hidden: readonly string[] = [],
): Promise<LoadedSubject | null> {
  const finding = await loadFinding(session, subject);
  if (finding === null) return null;
  const { document } = finding.kind === 'figure' ? finding.figure : finding.deadline;
  const directive = hidden.includes(document) ? null : await findDirective(session, document);
  if (directive === null) return null;
  const reviews = await listReviews(session, subject.kind, [subject.id]);
  return { subject, directive, finding, history: reviews.get(subject.id) ?? [] };
}

async function loadFinding(session: Session, { kind, id }: Subject): Promise<LoadedSubject['finding'] | null> {
  if (kind === 'figure') {
    const [figure] = await findFigures(session, { ids: [id], statuses });
    return figure === undefined ? null : { kind, figure };
  }
  const [deadline] = await listDeadlines(session, { ids: [id], statuses });
  return deadline === undefined ? null : { kind, deadline };
}

/** The status of what was loaded. */
export const statusOf = ({ finding }: LoadedSubject): Target['status'] =>
  finding.kind === 'figure' ? finding.figure.status : finding.deadline.status;

/** The quote of what was loaded, with its heading. */
export function quoteOf({ finding }: LoadedSubject): Pick<Target, 'quote' | 'start' | 'end' | 'heading'> {
  return finding.kind === 'figure' ? finding.figure : finding.deadline;
}

/** The same with another value. */
export function withValue(loaded: LoadedSubject, value: Correction): LoadedSubject {
  const { finding } = loaded;
  return finding.kind === 'figure'
    ? { ...loaded, finding: { kind: 'figure', figure: { ...finding.figure, ...value } } }
    : { ...loaded, finding: { kind: 'deadline', deadline: { ...finding.deadline, ...value } } };
}
