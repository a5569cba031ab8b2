import { isSumName } from '../sum-name.ts';

/** Shape of a table whose cells come in one run: `columns`, and how many cells stand before the first row of figures. */
export type TableShape = { columns: number; headCells: number };

const maxColumns = 14;

/** Finds the shape of a run of cell texts, or null when it cannot be told. Takes time in cells × 14. */
export function columnCount(cells: readonly string[]): TableShape | null {
  return byRunningNumbers(cells) ?? byColumnKinds(cells);
}

type Ordinal = { kind: 'number' | 'roman' | 'letter' | 'path' | 'dash'; value: number };

/** What a cell of the first column counts: 1, 01, 1., I, A, a), 1.2, or a dash. Null for anything else. */
function parseOrdinal(cell: string): Ordinal | null {
  const text = cell.replace(/[*_\s]/g, '').replace(/[.)]$/, '');
  if (/^\d{1,3}$/.test(text)) return { kind: 'number', value: Number(text) };
  if (/^\d{1,2}(?:\.\d{1,2}){1,3}$/.test(text))
    return { kind: 'path', value: Number(text.slice(text.lastIndexOf('.') + 1)) };
  if (/^[-–+*]$/.test(text)) return { kind: 'dash', value: 0 };
  if (/^[IVX]{1,5}$/.test(text)) return { kind: 'roman', value: romanValue(text) };
  if (/^[A-Za-zđĐ]$/.test(text)) return { kind: 'letter', value: text.toLowerCase().charCodeAt(0) };
  return null;
}

function romanValue(text: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  const digits = [...text].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

function follows(first: Ordinal, second: Ordinal): boolean {
  if (first.kind === second.kind)
    return second.value === first.value + 1 || (first.kind === 'dash' && second.kind === 'dash');
  return second.value <= 1 || second.kind !== 'number' || first.kind === 'path' || first.kind === 'dash';
}

function byRunningNumbers(cells: readonly string[]): TableShape | null {
  const ordinals = cells.map(parseOrdinal);
  const isFigure = cells.map(isFigureCell);
  const sums = cells.map(isSumName);
  let best: { shape: TableShape; rows: number; sure: number } | null = null;
  const openings = ordinals.flatMap((ordinal, at) => (ordinal !== null && isFirst(ordinal) ? [at] : [])).slice(0, 12);
  for (const headCells of openings) {
    for (let columns = 2; columns <= maxColumns; columns++) {
      const rows = Math.floor((cells.length - headCells) / columns);
      if (rows < 2 || headCells < columns) continue;
      const sure = countRows({ ordinals, sums }, { headCells, columns, rows });
      const named = Array.from({ length: rows }, (_, row) => isFigure[headCells + row * columns + 1] !== true);
      const isNamed = named.filter((one) => one).length >= rows * 0.8;
      if (sure.counted < rows * 0.7 || sure.following < 1 || !isNamed) continue;
      if (best === null || sure.following > best.sure)
        best = { shape: { columns, headCells }, rows, sure: sure.following };
    }
  }
  return best?.shape ?? null;
}

const isFirst = (ordinal: Ordinal): boolean =>
  ordinal.value === 1 || (ordinal.kind === 'letter' && ordinal.value === 97);

/** Rows whose first cell counts (or is empty), and how many of them count on from the row before. */
function countRows(
  { ordinals, sums }: { ordinals: readonly (Ordinal | null)[]; sums: readonly boolean[] },
  { headCells, columns, rows }: { headCells: number; columns: number; rows: number },
): { counted: number; following: number } {
  let counted = 0;
  let following = 0;
  for (let row = 0; row < rows; row++) {
    const own = ordinals[headCells + row * columns];
    const before = ordinals[headCells + (row - 1) * columns];
    if (own !== null || sums[headCells + row * columns] === true) counted++;
    if (row > 0 && own && before && own.kind !== 'dash' && follows(before, own)) following++;
  }
  return { counted, following };
}

const isFigureCell = (cell: string): boolean => /^(?=\D*\d)[\s<>≥≤~±%\d.,\-–/]*$/.test(cell);

/** Without running numbers: the width at which every column is all figures or all words below one header row. */
function byColumnKinds(cells: readonly string[]): TableShape | null {
  const isFigure = cells.map(isFigureCell);
  for (let columns = 2; columns <= maxColumns; columns++) {
    // Bars that close a row and open the next leave an empty cell behind every row but the last.
    const isClosed = (cells.length + 1) % columns === 0 && cells[columns - 1] === '';
    const rows = (cells.length + (isClosed ? 1 : 0)) / columns;
    if (!Number.isInteger(rows) || rows < 3) continue;
    const kinds = Array.from({ length: columns }, (_, column) => figureShare(cells, isFigure, { column, columns }));
    const isEven = kinds.every((share) => share <= 0.15 || share >= 0.85);
    const isNamed = (kinds[0] ?? 1) <= 0.15 || (isNumbered(cells, columns) && (kinds[1] ?? 1) <= 0.15);
    if (isEven && isNamed && kinds.some((share) => share >= 0.85)) return { columns, headCells: columns };
  }
  return null;
}

/** Whether a first column holds small numbers of rows only, where it holds anything. */
const isNumbered = (cells: readonly string[], columns: number): boolean =>
  cells.every((cell, at) => at < columns || at % columns !== 0 || cell === '' || /^\d{1,3}\.?$/.test(cell));

/** The share of figures among the filled cells of a column below its header. */
function figureShare(
  cells: readonly string[],
  isFigure: readonly boolean[],
  { column, columns }: { column: number; columns: number },
): number {
  let figures = 0;
  let all = 0;
  for (let at = columns + column; at < isFigure.length; at += columns) {
    if (cells[at] === '') continue;
    all++;
    if (isFigure[at]) figures++;
  }
  return all === 0 ? 0 : figures / all;
}
