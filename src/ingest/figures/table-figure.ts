import type { Locality } from '../../domain/locality.ts';
import type { Period } from '../../domain/period.ts';
import type { Direction } from '../../domain/target.ts';
import type { Quantity } from '../../vietnamese/quantity.ts';
import type { ClauseKind } from './clause-kind.ts';
import type { Span } from './plain-text.ts';

/** A figure of a table, offsets into the stored text. `note`: what does not add up, for a person to look at; null when nothing is amiss. */
export type TableFigure = {
  kind: Exclude<ClauseKind, 'none'>;
  indicator: string;
  parent: string | null;
  quantity: Pick<Quantity, 'min' | 'max' | 'comparator'>;
  unit: string;
  direction: Direction;
  period: Period;
  locality: Locality | null;
  quote: Span;
  value: Span;
  note: string | null;
};

/**
 * Where in its table a figure stands: its row and column, the row its row is a part of (null for none), and whether the row sums up the
 * others.
 */
export type PlacedFigure = { figure: TableFigure; row: number; column: number; whole: number | null; isTotal: boolean };
