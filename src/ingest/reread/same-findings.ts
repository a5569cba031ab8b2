import type { DeadlineFinding } from '../../domain/deadline.ts';
import type { Figure } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';

/** The same thing at the same place and time. */
export const relatedFigures = (left: Figure, right: Figure): boolean =>
  fold(left.indicator) === fold(right.indicator) &&
  left.kind === right.kind &&
  left.period.text === right.period.text &&
  (left.locality?.key ?? null) === (right.locality?.key ?? null);

/** The same thing with the same value. */
export const sameFigures = (left: Figure, right: Figure): boolean =>
  relatedFigures(left, right) &&
  left.min === right.min &&
  left.max === right.max &&
  left.comparator === right.comparator &&
  fold(left.unit) === fold(right.unit) &&
  left.direction === right.direction;

/** The same work of the same people. */
export const relatedDeadlines = (left: DeadlineFinding, right: DeadlineFinding): boolean =>
  left.kind === right.kind && fold(left.what) === fold(right.what) && fold(left.who) === fold(right.who);

/** The same work, due the same day. */
export const sameDeadlines = (left: DeadlineFinding, right: DeadlineFinding): boolean =>
  relatedDeadlines(left, right) && left.dueDate === right.dueDate && left.rule === right.rule && left.to === right.to;
