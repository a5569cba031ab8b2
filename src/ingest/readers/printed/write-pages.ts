import { fold } from '../../../vietnamese/fold.ts';
import type { ReadResult } from '../reader.ts';
import { type GridCell, tableLines } from '../table-lines.ts';
import { type TextLayout, textLayout } from '../text-layout.ts';
import { addLine, type Paragraph, type PlacedLine } from './join-lines.ts';
import { pageMark, readMarks } from './marks.ts';
import { markedLine, type PageBlock, pageBlocks } from './page-blocks.ts';
import type { PrintedPage } from './printed-page.ts';
import { runningLines } from './running-lines.ts';

type Table = Extract<PageBlock, { kind: 'table' }>;

/** The stored text of printed pages: paragraphs and tables joined over their breaks, page numbers and running heads left out. */
export function writePages(pages: readonly PrintedPage[]): ReadResult {
  const isRunning = runningLines(pages);
  const blocks = pages.flatMap((page) => pageBlocks(page, isRunning(page)));
  const layout = textLayout();
  const toText = pageOpener();
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    const end = runEnd(blocks, at);
    const run = blocks.slice(at, end);
    at = end;
    if (block?.kind === 'table') writeTable(layout, run as Table[], toText);
    else if (block?.kind === 'frame') for (const line of linesOf(block)) writeFrameLine(layout, line, toText);
    else for (const paragraph of paragraphsOf(run)) writeParagraph(layout, paragraph, toText);
  }
  const written = layout.result();
  return 'failed' in written ? written : readMarks(written);
}

/** Blocks of one kind in a row are read together, tables only while they go on over a page end. */
function runEnd(blocks: readonly PageBlock[], from: number): number {
  const first = blocks[from];
  let to = from + 1;
  for (; to < blocks.length; to++) {
    const [last, next] = [blocks[to - 1], blocks[to]];
    if (first === undefined || last === undefined || next?.kind !== first.kind || first.kind === 'frame') break;
    if (last.kind === 'table' && next.kind === 'table' && !isContinued(last, next)) break;
  }
  return to;
}

/** A table goes on when the next page begins with one whose columns stand alike. */
function isContinued(last: Table, next: Table): boolean {
  if (next.page !== last.page + 1) return false;
  if (next.edges.length === 0 || last.edges.length === 0) return next.rows[0]?.length === last.rows[0]?.length;
  const shift = (next.edges[0] ?? 0) - (last.edges[0] ?? 0);
  const known = next.edges.filter((edge) => last.edges.some((other) => Math.abs(edge - shift - other) <= 6));
  return known.length === next.edges.length || known.length === last.edges.length;
}

type PageText = (page: number, text: string) => string;

/** Notes each page once, where its first text stands. */
function pageOpener(): PageText {
  let last = 0;
  return (page, text) => {
    if (page <= last || text === '') return text;
    last = page;
    return pageMark(page) + text;
  };
}

function linesOf(block: Exclude<PageBlock, Table>): PlacedLine[] {
  const margins = block.kind === 'flow' ? block.margins : { left: 0, right: 0 };
  return block.lines.map((line, at) => {
    const above = block.lines[at - 1];
    return { ...line, page: block.page, margins, gap: above === undefined ? null : line.baseline - above.baseline };
  });
}

function paragraphsOf(blocks: readonly PageBlock[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const block of blocks) if (block.kind !== 'table') for (const line of linesOf(block)) addLine(paragraphs, line);
  return paragraphs;
}

function writeParagraph(layout: TextLayout, { lines, isCentred }: Paragraph, toText: PageText): void {
  const said = lines.map((line) => toText(line.page, markedLine(line)));
  // A centred title keeps its lines, but where one ends in the middle of a phrase.
  layout.paragraph(said.join(isCentred ? '\n' : ' ').replace(/([-–,])\n/g, '$1 '));
}

function writeFrameLine(layout: TextLayout, line: PlacedLine, toText: PageText): void {
  layout.paragraph(toText(line.page, markedLine(line)), line.gap !== null);
}

function writeTable(layout: TextLayout, tables: readonly Table[], toText: PageText): void {
  const rows: GridCell[][] = [];
  for (const table of tables) {
    for (const row of withoutHeader(table.rows, rows)) {
      const cells = row.map((cell) => ({ ...cell }));
      const first = cells.find(({ text }) => text !== '');
      if (first !== undefined) first.text = toText(table.page, first.text);
      rows.push(cells);
    }
  }
  layout.rows(tableLines(rows));
}

/** The rows below the header that the page repeats; recognition may have read it a little differently. */
function withoutHeader(rows: readonly GridCell[][], above: readonly GridCell[][]): readonly GridCell[][] {
  let repeated = 0;
  while (repeated < rows.length && repeated < above.length && isAlike(rows[repeated], above[repeated])) repeated++;
  return rows.slice(repeated);
}

type Row = readonly GridCell[] | undefined;

const rowKey = (row: Row): string =>
  fold((row ?? []).map(({ text }) => text.replace(/\p{Co}/gu, '')).join('|')).replace(/\s+/g, '');

function isAlike(row: Row, other: Row): boolean {
  const [key, otherKey] = [rowKey(row), rowKey(other)];
  if (key === otherKey) return true;
  if (row?.length !== other?.length || /\d[.,]\d/.test(key + otherKey)) return false;
  const [pairs, otherPairs] = [pairsOf(key), pairsOf(otherKey)];
  const shared = [...pairs].filter((pair) => otherPairs.has(pair)).length;
  return key.length >= 12 && shared >= 0.7 * Math.max(pairs.size, otherPairs.size);
}

const pairsOf = (text: string): Set<string> => new Set(Array.from(text, (letter, at) => letter + (text[at + 1] ?? '')));
