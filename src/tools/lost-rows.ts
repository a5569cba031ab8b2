import type { Catalog } from './catalog.ts';
import type { IndexedTarget } from './match-targets.ts';
import { placeIdentity } from './same-place.ts';

/** More values than these for one thing are no value and its better one. */
const mostValues = 2;

/** Of the figures of each document; they stay the same as long as its catalog does. */
const known = new WeakMap<readonly IndexedTarget[], ReadonlySet<IndexedTarget>>();

/**
 * Whether a document gives several values under just this name, for this place and time: rows of a table that lost what they are rows of.
 * Nobody can tell which of them is asked for.
 */
export function isLostRow(entry: IndexedTarget, catalog: Pick<Catalog, 'targetsOf'>): boolean {
  const all = catalog.targetsOf(entry.target.document);
  const lost = known.get(all) ?? lostRows(all);
  known.set(all, lost);
  return lost.has(entry);
}

function lostRows(all: readonly IndexedTarget[]): ReadonlySet<IndexedTarget> {
  const rows = Map.groupBy(all, ({ target }) =>
    [
      target.indicator,
      target.parent,
      target.period.text,
      target.unit,
      target.kind,
      placeIdentity(target.locality),
    ].join('|'),
  );
  return new Set([...rows.values()].filter((same) => valuesOf(same) > mostValues).flat());
}

const valuesOf = (rows: readonly IndexedTarget[]): number =>
  new Set(rows.map(({ target: { comparator, min, max } }) => `${comparator} ${min} ${max}`)).size;
