import type { DocumentBlock } from '../block.ts';
import type { ActorContext } from './actor-context.ts';
import type { Clause } from './clause.ts';

/** Where a clause stands: its block, the number of it, and who has to act around. */
export type DutyPlace = { block: Exclude<DocumentBlock, { kind: 'table' }>; at: number; actors: ActorContext };

/**
 * What a clause says: who acts (null: said elsewhere), where the duty begins in it, where its quote begins in the source, and the clause
 * before: its duty, and where it begins when it is of the same sentence.
 */
export type SaidDuty = {
  clause: Clause;
  who: string | null;
  from: number;
  start: number;
  before: { text: string; start: number | null };
};
