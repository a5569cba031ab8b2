import type { Comparator } from '../domain/target.ts';
import type { UnitKind } from './unit.ts';

/**
 * A number with its comparator and unit, as one stretch of the text: `text.slice(start, end) === valueText`. Numbers are not
 * rescaled. A one-sided bound leaves the other side null. `unit` is as written, white space collapsed; empty for a bare number.
 */
export type Quantity = {
  min: number | null;
  max: number | null;
  comparator: Comparator;
  unit: string;
  kind: Exclude<UnitKind, 'idle'>;
  valueText: string;
  start: number;
  end: number;
  /** Where the number (or number word) starts and where the last number ends. */
  numberStart: number;
  numberEnd: number;
  /** Where the unit stands; both equal `numberEnd` for a bare number. */
  unitStart: number;
  unitEnd: number;
};

/** Which sides of a value a comparator leaves open. */
export function bounds(comparator: Comparator, low: number, high: number): { min: number | null; max: number | null } {
  if (comparator === '>' || comparator === '>=') return { min: low, max: null };
  if (comparator === '<' || comparator === '<=') return { min: null, max: high };
  return { min: low, max: high };
}

/** The same number under a comparator that was said before and is meant here too. */
export function withComparator(quantity: Quantity, comparator: Comparator): Quantity {
  const value = quantity.min ?? quantity.max ?? 0;
  return { ...quantity, ...bounds(comparator, value, value), comparator };
}
