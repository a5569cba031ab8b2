import type { DocumentBlock } from '../block.ts';
import { sourceText } from '../source-text.ts';
import { readStructure } from './read-structure.ts';

/** The blocks of a stored NFC text from `bodyStart` on, in reading order; `[]` when it says nothing. */
export function findBlocks(text: string, bodyStart = 0): DocumentBlock[] {
  return readStructure(sourceText(text, bodyStart)).blocks;
}
