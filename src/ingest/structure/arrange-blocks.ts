import type { DocumentBlock, TextBlock } from '../block.ts';
import type { SourceText } from '../source-text.ts';
import type { FoundTable } from './found-table.ts';
import { type HeadingShape, headingName, headingShape } from './heading-shape.ts';
import { type HeadingTree, headingTree } from './heading-tree.ts';
import type { Paragraph } from './join-lines.ts';
import type { MarkerStyle } from './marker.ts';
import { parseTypeLine } from './type-line.ts';

/** A numbered point of at most this length is an entry of a list; a longer one is a paragraph. */
const longestItem = 250;
/** An attached plan or rule begins anew: its name ranks with annexes. */
const attachedRank = 10;

type Piece = { paragraph: Paragraph } | { table: FoundTable };

/** The blocks of a body in reading order, each under its headings. */
export function arrangeBlocks(
  source: SourceText,
  paragraphs: readonly Paragraph[],
  tables: readonly FoundTable[],
): DocumentBlock[] {
  const pieces = inOrder(byFirstUse(paragraphs), tables);
  const tree = headingTree();
  const blocks: DocumentBlock[] = [];
  for (const [at, piece] of pieces.entries()) {
    if ('table' in piece) {
      const { start, end, rows } = piece.table;
      blocks.push({ kind: 'table', heading: tree.path(), start, end, rows });
      continue;
    }
    blocks.push(textBlock({ source, pieces, at, previous: blocks.at(-1) }, piece.paragraph, tree));
  }
  return blocks;
}

const loose: ReadonlySet<MarkerStyle> = new Set(['letter', 'roman', 'article']);
const looseRank = 50;

/** "A." stands above "I." in most documents and below it in some, "Điều" above or below both: the one that comes first is the outer one. */
function byFirstUse(paragraphs: readonly Paragraph[]): Paragraph[] {
  const order = new Set(
    paragraphs.flatMap(({ marker }) => (marker !== null && loose.has(marker.style) ? [marker.style] : [])),
  );
  const ranks = new Map([...order].map((style, at) => [style, looseRank + at * 10]));
  return paragraphs.map((one) => {
    const rank = one.marker === null ? undefined : ranks.get(one.marker.style);
    return one.marker === null || rank === undefined ? one : { ...one, marker: { ...one.marker, rank } };
  });
}

function inOrder(paragraphs: readonly Paragraph[], tables: readonly FoundTable[]): Piece[] {
  const pieces: Piece[] = [...paragraphs.map((paragraph) => ({ paragraph })), ...tables.map((table) => ({ table }))];
  return pieces.sort((a, b) => startOf(a) - startOf(b));
}

const startOf = (piece: Piece): number => ('table' in piece ? piece.table.start : piece.paragraph.start);

type Place = { source: SourceText; pieces: readonly Piece[]; at: number; previous: DocumentBlock | undefined };

function textBlock(place: Place, paragraph: Paragraph, tree: HeadingTree): TextBlock {
  const { start, end, marker } = paragraph;
  const text = place.source.text.slice(start, end);
  const shape = attachedTitle(text) ?? headingShape(text, marker);
  if (shape !== null && (shape.sure || hasContentBelow(place, paragraph))) {
    return { kind: 'heading', heading: tree.open(shape.name, shape.rank), start, end };
  }
  if (marker === null) return { kind: 'paragraph', heading: tree.path(), start, end };
  tree.close(marker.rank);
  if (marker.style === 'article') tree.open(articleName(text), marker.rank);
  const kind = marker.style === 'bullet' || text.length <= longestItem ? 'list_item' : 'paragraph';
  return { kind: marker.style === 'article' ? 'paragraph' : kind, heading: tree.path(), start, end };
}

function attachedTitle(text: string): HeadingShape | null {
  const firstLine = text.slice(0, 80).split('\n')[0] ?? '';
  return parseTypeLine(firstLine) === null
    ? null
    : { name: headingName(text).slice(0, 200), rank: attachedRank, sure: true };
}

function articleName(text: string): string {
  return /^\S+\s+\d{1,3}/.exec(text.replace(/^[*_]+/, ''))?.[0] ?? 'Điều';
}

/**
 * A short numbered line names what stands below it when something deeper or unnumbered does; with a sibling right below (or right
 * above, itself an entry) it is an entry of a list.
 */
function hasContentBelow({ source, pieces, at, previous }: Place, own: Paragraph): boolean {
  const next = pieces[at + 1];
  if (next === undefined) return false;
  if ('table' in next) return true;
  const before = pieces[at - 1];
  if (
    previous?.kind === 'list_item' &&
    before !== undefined &&
    'paragraph' in before &&
    isSibling(before.paragraph, own)
  ) {
    return source.text.slice(own.start, own.end).endsWith(':');
  }
  const below = next.paragraph.marker;
  if (below === null) return own.marker !== null || next.paragraph.end - next.paragraph.start > 60;
  return own.marker === null || below.rank > own.marker.rank;
}

function isSibling(first: Paragraph, second: Paragraph): boolean {
  return first.marker !== null && second.marker !== null && first.marker.rank === second.marker.rank;
}
