import type { Cell } from '../block.ts';

/** A table as found in the text, before it has its place under a heading. `lines`: the source lines it takes, first and last. */
export type FoundTable = { start: number; end: number; firstLine: number; lastLine: number; rows: Cell[][] };
