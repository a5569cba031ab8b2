import type { Directive } from '../domain/directive.ts';
import type { Target } from '../domain/target.ts';
import type { CatalogRows } from './catalog.ts';

/**
 * Which state of the corpus is asked about. current: what counts today · day: what counted on that day (`isOpen`: no period is asked for, so
 * that what had run out by then is left out) · before: the values before the last change of each, unchanged ones as they are ·
 * first: the values set first · all: everything ever set.
 */
export type CorpusView =
  | { kind: 'current' | 'before' | 'first' | 'all' }
  | { kind: 'day'; day: string; isOpen: boolean };

export const currentView: CorpusView = { kind: 'current' };

export type ViewedRows = Pick<CatalogRows, 'directives' | 'targets' | 'deadlines'>;

/** The rows that count in a view. `today`: ISO date. */
export function rowsInView(rows: ViewedRows, view: CorpusView, today: string): ViewedRows {
  const successors = new Set(rows.targets.map(({ id }) => id));
  // A figure that was rejected, or that nobody has reviewed where that is asked for, takes no other one's place.
  const isReplaced = (target: Target): boolean =>
    hasSuccessor(target) && isCounted(target.replacedByFigure ?? null, successors);
  if (view.kind === 'current' || view.kind === 'day') {
    const isPast = view.kind === 'day';
    const day = isPast ? view.day : today;
    const isLapsed = (target: Target): boolean => isPast && view.isOpen && hasRunOut(target, day);
    return {
      directives: rows.directives.filter((one) => !isOver(one, day) && (!isPast || isThere(one, day))),
      targets: rows.targets.filter((one) => !(isReplaced(one) && isOver(one, day)) && !isLapsed(one)),
      deadlines: rows.deadlines.filter((deadline) => !isOver(deadline, day)),
    };
  }
  return view.kind === 'all' ? rows : { ...rows, targets: earlierTargets(rows.targets, view.kind, isReplaced) };
}

const isCounted = (successor: number | null, known: ReadonlySet<number>): boolean =>
  successor === null || known.has(successor);

type Replaceable = Pick<Directive, 'replacedBy' | 'replacedOn'>;

const hasSuccessor = ({ replacedBy }: Replaceable): boolean => (replacedBy ?? null) !== null;

/** Another one has taken its place by this day. */
const isOver = (row: Replaceable, day: string): boolean => hasSuccessor(row) && (row.replacedOn ?? '') <= day;

/** Issued, in force and not ended on this day, as far as the document tells. */
const isThere = ({ date, effectiveFrom, effectiveTo, period }: Directive, day: string): boolean =>
  (effectiveFrom ?? date ?? period.from ?? '') <= day && day <= (effectiveTo ?? '9999');

const hasRunOut = ({ period }: Target, day: string): boolean =>
  period.to !== null && period.to.slice(0, 4) < day.slice(0, 4);

/** Without those that took another one's place; for the values before the last change, only without the last of each chain. */
function earlierTargets(
  targets: readonly Target[],
  kind: 'before' | 'first',
  isReplaced: (target: Target) => boolean,
): Target[] {
  const replaced = new Map(targets.filter(isReplaced).map((target) => [target.id, target]));
  const followed = new Set([...replaced.values()].flatMap(({ replacedByFigure }) => replacedByFigure ?? []));
  return targets.filter((target) => {
    if (kind === 'first') return !followed.has(target.id);
    const next = replaced.get(target.id)?.replacedByFigure ?? null;
    return next === null ? !followed.has(target.id) || replaced.has(target.id) : !replaced.has(next);
  });
}
