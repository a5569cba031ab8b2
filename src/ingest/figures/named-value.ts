import type { Direction } from '../../domain/target.ts';
import type { Clause } from './link-values.ts';
import type { Span } from './plain-text.ts';

/** A value with its name. `span` is the shortest stretch of plain text with both. */
export type NamedValue = {
  clause: Clause;
  name: string;
  parent: string | null;
  direction: Direction;
  span: Span;
  /** Where verb, comparator, number and unit stand. */
  value: Span;
  /** A change said after the level of the same thing ("…, tăng 10%"), or the same thing at another time. */
  goesOn: boolean;
};

/** "Nhãn:" before a value; `folded` is its name as patterns read it. */
export type Label = { name: string; folded: string; span: Span };

/** What "trong đó" speaks of: the thing whose parts follow. */
export type Whole = {
  name: string;
  direction: Direction;
  unit: string;
  /** Its parts stand in brackets, where everything is a part. */
  isBracketed: boolean;
};

/** What earlier clauses left for the later ones of a sentence. */
export type Carry = {
  /** The last thing measured that stands on its own. */
  subject: NamedValue | null;
  /** Set after "trong đó": what the following parts are parts of. */
  whole: Whole | null;
  /** The last part of the whole. */
  part: NamedValue | null;
  /** The subject said its bound again at another time: where it then stands without one, none is meant. */
  repeatsBound: boolean;
  /** The last label that is not itself the name of one value: a field ("Y tế") or an indicator with parts ("Cơ cấu kinh tế"). */
  label: Label | null;
};

export const emptyCarry = (): Carry => ({ subject: null, whole: null, part: null, label: null, repeatsBound: false });

/** Where the verbs, the comparator, the number and the unit of a clause stand together. */
export const valueSpan = ({ head, quantity }: Clause): Span => ({ start: head.verbStart, end: quantity.end });
