import type { Cell } from '../block.ts';
import type { TableShape } from './column-count.ts';
import { spanHeaders } from './span-headers.ts';

/**
 * Cuts a run of cells into rows of equal width. More header cells than columns mean a second header row under spanning ones
 * ("Kế hoạch" over "2023 | 2024"): the spanning cell is repeated over its columns so that every column has both its headers.
 */
export function arrangeRows(cells: readonly Cell[], texts: readonly string[], shape: TableShape): Cell[][] {
  const head = headRows(cells.slice(0, shape.headCells), texts, shape.columns);
  const rows: Cell[][] = [];
  for (let at = shape.headCells; at < cells.length; at += shape.columns) {
    const row = cells.slice(at, at + shape.columns);
    const end = row.at(-1)?.end ?? 0;
    while (row.length < shape.columns) row.push({ start: end, end });
    rows.push(row);
  }
  return withoutEmptyColumns([...head, ...rows]);
}

/** Bars that close one row and open the next leave a column with nothing in it. */
function withoutEmptyColumns(rows: readonly Cell[][]): Cell[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const filled = Array.from({ length: width }, (_, column) =>
    rows.some((row) => (row[column]?.end ?? 0) > (row[column]?.start ?? 0)),
  );
  return rows.map((row) => row.filter((_, column) => filled[column]));
}

/** Header cells as one row, or as two where one of the first row spans the second. */
export function headRows(cells: readonly Cell[], texts: readonly string[], columns: number): Cell[][] {
  const isNumberHeader = /^(?:stt|tt|số tt|số thứ tự)$/iu.test(texts[0] ?? '');
  if (cells.length <= columns || cells.length >= columns * 2) return cutEven(cells, columns, isNumberHeader);
  const spanned = spanHeaders(texts.slice(0, cells.length), columns);
  if (spanned === null) return cutEven(cells, columns, isNumberHeader);
  const end = cells.at(-1)?.end ?? 0;
  const empty = { start: end, end };
  return [
    spanned.map(({ top }) => cells[top] ?? empty),
    spanned.map(({ below }) => (below === null ? empty : (cells[below] ?? empty))),
  ];
}

function cutEven(cells: readonly Cell[], columns: number, isNumberHeader: boolean): Cell[][] {
  const rows: Cell[][] = [];
  const surplus = cells.length % columns;
  // Nobody can tell which of them heads which column.
  if (surplus > 0 && cells.length > columns && isNumberHeader) return [];
  const from = cells.length > columns ? surplus : 0;
  for (let at = from; at < cells.length; at += columns) {
    const row = cells.slice(at, at + columns);
    const end = row.at(-1)?.end ?? 0;
    while (row.length < columns) row.push({ start: end, end });
    rows.push(row);
  }
  return rows;
}
