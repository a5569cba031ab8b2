import type { Target } from '../domain/target.ts';
import { fold } from '../vietnamese/fold.ts';
import { placeIdentity } from './same-place.ts';

/**
 * Whether two documents set different values for one thing: the same indicator × locality × period, of one kind (a target is never weighed
 * against a result) and one unit. A year, the end of a term and a yearly average are different periods.
 */
export function areRivals(a: Target, b: Target): boolean {
  return (
    a.document !== b.document &&
    a.kind === b.kind &&
    placeIdentity(a.locality) === placeIdentity(b.locality) &&
    a.period.text === b.period.text &&
    (a.parent === null) === (b.parent === null) &&
    isSameThing(a, b) &&
    plainUnit(a) === plainUnit(b) &&
    !(a.min === b.min && a.max === b.max && a.comparator === b.comparator)
  );
}

const isSameThing = (a: Target, b: Target): boolean =>
  (a.key !== null && a.key === b.key) || plainName(a) === plainName(b);

const plainName = ({ indicator }: Target): string =>
  fold(indicator)
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
const plainUnit = ({ unit }: Target): string =>
  fold(unit)
    .replace(/\bty\b/g, 'ti')
    .replace(/\bngan\b/g, 'nghin')
    .replace(/\s/g, '');

/** Groups of figures that disagree, each with all that do, in the order given; figures that another one replaced are not counted. Mostly none. */
export function findDisagreements(targets: readonly Target[]): Target[][] {
  const groups: Target[][] = [];
  for (const target of targets.filter(({ replacedBy }) => typeof replacedBy !== 'string')) {
    const group = groups.find((others) => others.some((other) => areRivals(other, target)));
    if (group === undefined) groups.push([target]);
    else group.push(target);
  }
  return groups.filter(({ length }) => length > 1);
}
