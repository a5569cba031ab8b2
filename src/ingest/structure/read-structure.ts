import type { DocumentBlock } from '../block.ts';
import { isBlank, type Line, type SourceText } from '../source-text.ts';
import { arrangeBlocks } from './arrange-blocks.ts';
import { findCellTables } from './cell-table.ts';
import { findCountedTables } from './counted-table.ts';
import { type DocumentFoot, findFeet } from './document-feet.ts';
import { findHead } from './document-head.ts';
import { findFlatTables } from './flat-table.ts';
import type { FoundTable } from './found-table.ts';
import type { DocumentHead } from './head-parts.ts';
import { joinLines } from './join-lines.ts';
import { findLineTables } from './line-table.ts';
import { findFurniture } from './page-furniture.ts';
import { findPipeTables } from './pipe-table.ts';
import { findSpacedTables } from './spaced-table.ts';
import { findTaskTables } from './task-table.ts';

/** A document taken apart: what stands above and below its body, and the body as blocks. The title opens the blocks and heads nothing. */
export type Structure = {
  head: DocumentHead;
  feet: DocumentFoot[];
  furniture: ReadonlySet<number>;
  blocks: DocumentBlock[];
};

/** In this order: each leaves the lines of its tables to no other, and the surest come first. */
const finders = [
  findCellTables,
  findPipeTables,
  findTaskTables,
  findCountedTables,
  findFlatTables,
  findSpacedTables,
  findLineTables,
];

/** Takes a document apart. Any text gives a structure; one without letters gives no blocks. Time is linear in its length. */
export function readStructure(source: SourceText): Structure {
  const furniture = findFurniture(source);
  const head = findHead(source, furniture);
  const feet = findFeet(source, furniture, head.end);
  const taken = new Set([...furniture, ...head.lines, ...feet.flatMap((foot) => foot.lines)]);
  const isBody = (index: number) => !taken.has(index);
  const tables = finders.flatMap((find) => {
    const found = find(source, isBody);
    takeLines(found, taken);
    return found;
  });
  for (const [index, line] of source.lines.entries()) if (isDrawing(source, line)) taken.add(index);
  const paragraphs = joinLines(source, isBody);
  const body = arrangeBlocks(source, paragraphs, tables);
  const title: DocumentBlock[] = head.title === null ? [] : [{ kind: 'heading', heading: [], ...head.title }];
  return { head, feet, furniture, blocks: [...title, ...body].sort((a, b) => a.start - b.start) };
}

function takeLines(tables: readonly FoundTable[], taken: Set<number>): void {
  for (const table of tables) for (let index = table.firstLine; index <= table.lastLine; index++) taken.add(index);
}

function isDrawing(source: SourceText, line: Line): boolean {
  const text = source.text.slice(line.start, Math.min(line.end, line.start + 200));
  return !isBlank(line) && (/^[|\s]{1,20}$/.test(text) || (line.end - line.start < 200 && !/[\p{L}\d]/u.test(text)));
}
