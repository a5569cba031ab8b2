import type { Metadata } from '../../domain/directive.ts';
import type { Locality } from '../../domain/locality.ts';
import type { Direction } from '../../domain/target.ts';
import type { DocumentBlock } from '../block.ts';

/** What the reading of figures is given: the stored text, its blocks, what the document says of itself, and the two tables it asks. */
export type FigureInput = {
  text: string;
  blocks: readonly DocumentBlock[];
  metadata: Metadata;
  lexicon: { keyOf: (name: string, unit?: string, direction?: Direction) => string | null };
  /** ISO date: no document was issued after it. */
  today: string;
  gazetteer: { find: (text: string) => readonly { locality: Locality; start: number; end: number }[] };
};
