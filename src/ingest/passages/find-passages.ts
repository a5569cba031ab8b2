import type { PassageDraft } from '../../domain/passage.ts';
import type { DocumentBlock, TableBlock } from '../block.ts';
import type { Line, SourceText } from '../source-text.ts';
import { splitLong } from './split-long.ts';

/** A passage is not longer than this; a block that is, is cut at the ends of sentences. */
export const longestPassage = 1200;
/** Paragraphs shorter than this go together with their neighbour. */
const shortPassage = 200;

type Group = Line & { heading: string[]; isList: boolean; isLead: boolean };

/**
 * The pieces of a document that are searched and cited: a paragraph, a list with the line that leads to it, a table, each under its headings.
 * Exact stretches of the text, in order; page furniture, head and foot are in none. `[]` for a document that says nothing.
 */
export function findPassages(source: SourceText, blocks: readonly DocumentBlock[]): PassageDraft[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      open = null;
      if (isAlone(blocks, at)) groups.push(groupOf(source, block));
      continue;
    }
    if (block.kind === 'table') {
      open = null;
      for (const part of tableParts(block))
        groups.push({ ...part, heading: block.heading, isList: false, isLead: false });
      continue;
    }
    const next = groupOf(source, block);
    if (open !== null && joins(source, open, next)) {
      Object.assign(open, { end: next.end, isList: next.isList, isLead: next.isLead });
    } else {
      groups.push(next);
      open = next;
    }
  }
  const pieces = groups.flatMap((group) =>
    splitLong(source, group, longestPassage).map((piece) => ({ ...piece, heading: group.heading })),
  );
  return pieces.map(({ start, end, heading }, ordinal) => ({
    ordinal,
    heading,
    text: source.text.slice(start, end),
    start,
    end,
  }));
}

function groupOf(source: SourceText, block: DocumentBlock): Group {
  const isLead = source.text[block.end - 1] === ':';
  return { start: block.start, end: block.end, heading: block.heading, isList: block.kind === 'list_item', isLead };
}

/** A heading that nothing stands under: the title, or a line that only looks like a heading. */
function isAlone(blocks: readonly DocumentBlock[], at: number): boolean {
  const own = blocks[at];
  const next = blocks[at + 1];
  return own !== undefined && (next === undefined || next.heading.length <= own.heading.length);
}

function joins(source: SourceText, open: Group, next: Group): boolean {
  const length = next.end - open.start;
  if (length > longestPassage || open.heading.join('\n') !== next.heading.join('\n')) return false;
  if (source.text.slice(open.end, next.start).trim() !== '') return false;
  return open.isLead || (open.isList && next.isList) || open.end - open.start < shortPassage;
}

/** Rows of a table in stretches that fit; each keeps its rows whole. */
function tableParts(table: TableBlock): Line[] {
  const parts: Line[] = [];
  for (const row of table.rows) {
    const filled = row.filter((cell) => cell.end > cell.start);
    const start = Math.min(...filled.map((cell) => cell.start));
    const end = Math.max(...filled.map((cell) => cell.end));
    const last = parts.at(-1);
    if (!Number.isFinite(start) || (last !== undefined && start < last.end)) continue;
    if (last !== undefined && end - last.start <= longestPassage) last.end = end;
    else parts.push({ start, end });
  }
  return parts;
}
