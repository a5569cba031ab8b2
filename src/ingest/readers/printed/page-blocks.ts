import { isFrameTable } from '../frame-table.ts';
import type { GridCell } from '../table-lines.ts';
import { bareTable } from './bare-table.ts';
import { columnRegions, type Region } from './column-regions.ts';
import { marked } from './marks.ts';
import { type Line, lineText, pageRows, type Row } from './page-lines.ts';
import type { PrintedPage, Word } from './printed-page.ts';
import { type RuledGrid, ruledGrids } from './ruled-grid.ts';

/** The edges between which text runs. */
export type Margins = { left: number; right: number };

/**
 * A stretch of a page. `flow`: running text, to be joined into paragraphs. `frame`: lines of a head or foot that stand for themselves.
 * `table`: its cells; `edges` where its columns begin, to know it again on the next page.
 */
export type PageBlock =
  | { kind: 'flow'; page: number; lines: Line[]; margins: Margins }
  | { kind: 'frame'; page: number; lines: Line[] }
  | { kind: 'table'; page: number; rows: GridCell[][]; edges: number[] };

/** A page in reading order; `leftOut` are lines that are none of its text (running heads, page numbers). */
export function pageBlocks(page: PrintedPage, leftOut: (line: Line) => boolean): PageBlock[] {
  const grids = ruledGrids(page.rules).filter((grid) => isShown(grid, page.words));
  const inside = (word: Word) => grids.some((grid) => isInside(word, grid));
  const rows = pageRows(page.words.filter((word) => !inside(word)))
    .map((row) => ({ ...row, lines: row.lines.filter((line) => !leftOut(line)) }))
    .filter(({ lines }) => lines.length > 0);
  const margins = marginsOf(rows, page.width);
  const blocks: PageBlock[] = [];
  let from = 0;
  for (const grid of grids) {
    const above = rows.findIndex((row, at) => at >= from && row.baseline > grid.top);
    const to = above === -1 ? rows.length : above;
    blocks.push(...flowBlocks(rows.slice(from, to), page.number, margins));
    blocks.push(...gridBlocks(grid, page));
    from = to;
  }
  return [...blocks, ...flowBlocks(rows.slice(from), page.number, margins)];
}

/** A grid of one column is a box around text. */
const isShown = (grid: RuledGrid, words: readonly Word[]): boolean =>
  grid.rows.some((row) => row.length > 1) && words.some((word) => isInside(word, grid));

const isInside = (word: Word, box: { left: number; right: number; top: number; bottom: number }): boolean => {
  const x = (word.left + word.right) / 2;
  const y = word.baseline - word.size * 0.3;
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
};

function gridBlocks(grid: RuledGrid, { words, number }: PrintedPage): PageBlock[] {
  const own = words.filter((word) => isInside(word, grid));
  const rows = grid.rows.map((row) =>
    row.map((cell) => ({
      ...cell,
      lines: pageRows(own.filter((word) => isInside(word, cell))).flatMap(({ lines }) => lines),
    })),
  );
  const cells = rows.map((row) => row.map(({ lines, across, down }) => ({ text: cellText(lines), across, down })));
  const texts = rows.map((row) => row.map(({ lines }) => lines.map(lineText).join('\n')));
  const edges = [...new Set(grid.rows.flatMap((row) => row.map(({ left }) => Math.round(left))))].sort((a, b) => a - b);
  if (!isFrameTable(texts)) return [{ kind: 'table', page: number, rows: cells, edges }];
  const widest = Math.max(...rows.map((row) => row.length));
  return Array.from(
    { length: widest },
    (_, x): PageBlock => ({
      kind: 'frame',
      page: number,
      lines: rows.flatMap((row) => row[x]?.lines ?? []),
    }),
  );
}

/** The lines of a cell on one line; "đồng/" and "năm" are one word. */
const cellText = (lines: readonly Line[]): string =>
  lines
    .map(markedLine)
    .join(' ')
    .replace(/(\p{L}\/) (?=\p{L})/gu, '$1');

export const markedLine = (line: Line): string => line.words.map(marked).join(' ');

function flowBlocks(rows: readonly Row[], page: number, margins: Margins): PageBlock[] {
  const table = bareTable(rows);
  if (table === null) return columnRegions(rows).flatMap((region) => regionBlocks(region, page, margins));
  const cells = table.rows.map((row) => row.map((lines) => ({ text: cellText(lines), across: 1, down: 1 })));
  return [
    ...flowBlocks(rows.slice(0, table.from), page, margins),
    { kind: 'table', page, rows: cells, edges: [] },
    ...flowBlocks(rows.slice(table.to), page, margins),
  ];
}

function regionBlocks(region: Region, page: number, margins: Margins): PageBlock[] {
  switch (region.kind) {
    case 'text':
      return [{ kind: 'flow', page, lines: region.lines, margins }];
    case 'frame':
      return region.columns.map((lines): PageBlock => ({ kind: 'frame', page, lines }));
    case 'columns':
      return region.columns.map((lines): PageBlock => ({ kind: 'flow', page, lines, margins: edgesOf(lines) }));
    case 'table': {
      const rows = region.rows.map((cells) =>
        cells.map((lines) => ({ text: cellText(lines ?? []), across: 1, down: 1 })),
      );
      return [{ kind: 'table', page, rows, edges: [] }];
    }
  }
}

const edgesOf = (lines: readonly Line[]): Margins => ({
  left: Math.min(...lines.map(({ left }) => left)),
  right: Math.max(...lines.map(({ right }) => right)),
});

/** The edges that several of the lines reach: a speck beside a scanned line takes it further out. */
function usualEdges(lines: readonly Line[]): Margins {
  const beyond = Math.floor(lines.length * 0.15);
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const rights = lines.map(({ right }) => right).sort((a, b) => b - a);
  return { left: lefts[beyond] ?? Number.POSITIVE_INFINITY, right: rights[beyond] ?? Number.NEGATIVE_INFINITY };
}

/** Shares of the width of a page that its text takes where no line shows it. */
const usualMargins = { left: 0.14, right: 0.93 };

/** The edges of the long lines of a page; of a usual page where none is long. */
function marginsOf(rows: readonly Row[], width: number): Margins {
  const single = rows.flatMap(({ lines }) => (lines.length === 1 ? lines : []));
  const longest = Math.max(0, ...single.map(({ left, right }) => right - left));
  const own = usualEdges(single.filter(({ left, right }) => right - left >= longest * 0.8));
  if (longest >= width * 0.7) return own;
  const usual = { left: width * usualMargins.left, right: width * usualMargins.right };
  return { left: Math.min(own.left, usual.left), right: Math.max(own.right, usual.right) };
}
