import { fold } from '../../../vietnamese/fold.ts';
import { columnCuts, columnsUnder, isFigure, isFigureRow, segmentsOf } from './bare-columns.ts';
import { type Line, lineText, type Row } from './page-lines.ts';

/** A table without lines among the rows of a page: rows `from`–`to` (just behind), its cells as lines; the first row is its header. */
export type BareTable = { from: number; to: number; rows: Line[][][] };

/** Times the size of letters: lines of a cell are closer, rows of a table further apart; further still and it has ended. */
const cellPitch = 1.38;
const headerPitch = 2.4;
const longestGap = 7;
const mostHeaderRows = 8;
const fewestRows = 2;
/** Two columns are a table only with so many figures. */
const fewestPairs = 3;

const headerWord =
  /(?:^| )(?:stt|tt|so tt)(?: |$)|chi tieu|noi dung|muc tieu|tieu chi|don vi|dvt|ke hoach|thuc hien|nam 20\d\d|dia phuong|xa, phuong/;

/**
 * The first table among these rows that nothing but the places of its words makes one: rows of figures under one another, columns that all
 * of them leave free, a header above that says so. Null when there is none; a table that cannot be read for sure is none.
 */
export function bareTable(rows: readonly Row[]): BareTable | null {
  for (let at = 0; at < rows.length; at++) {
    if (!isFigureRow(rows[at] as Row)) continue;
    const figures = figureRun(rows, at);
    const table = figures.length < fewestRows ? null : tableOf(rows, figures);
    if (table !== null) return table;
    at = figures.at(-1) ?? at;
  }
  return null;
}

/** The rows of figures that belong together, by their places. */
function figureRun(rows: readonly Row[], first: number): number[] {
  const run = [first];
  for (let at = first + 1; at < rows.length; at++) {
    const [row, last] = [rows[at], rows[run.at(-1) ?? first]];
    if (row === undefined || last === undefined || row.baseline - last.baseline > longestGap * row.size) break;
    if (isFigureRow(row)) run.push(at);
  }
  return run;
}

function tableOf(rows: readonly Row[], figures: readonly number[]): BareTable | null {
  const shown = figures.flatMap((at) => rows[at] ?? []);
  const cuts = columnCuts(shown);
  const [first = 0, last = 0] = [figures[0], figures.at(-1)];
  if (cuts.length === 0 || (cuts.length === 1 && figures.length < fewestPairs)) return null;
  const header = headerRows(rows, first, cuts);
  const titles = header === null ? null : headerCells(rows.slice(header.from, header.to), cuts);
  if (header === null || titles === null) return null;
  const to = wrapsEnd(rows, last, cuts);
  const body = bodyRows(rows.slice(header.to, to), cuts);
  return body === null ? null : { from: header.from, to, rows: [titles, ...body] };
}

/** The rows above the first figures that are its header; sections of the table between them are not. */
function headerRows(rows: readonly Row[], first: number, cuts: readonly number[]): { from: number; to: number } | null {
  let from = first;
  while (from > 0 && first - from < mostHeaderRows) {
    const [above, below] = [rows[from - 1], rows[from]];
    if (above === undefined || below === undefined || isText(above, cuts)) break;
    if (below.baseline - above.baseline > headerPitch * below.size) break;
    from--;
  }
  let to = first;
  while (
    to > from &&
    segmentsOf(rows[to - 1] as Row).every((one) => columnsUnder(one, cuts).from < Math.min(2, cuts.length))
  )
    to--;
  // A row whose first line has no figure yet stands above the first figures too: its number tells.
  const numbered = rows.slice(from, to).findIndex((row) => opensRows(row, cuts));
  if (numbered > 0) to = from + numbered;
  return to > from ? { from, to } : null;
}

const opensRows = (row: Row, cuts: readonly number[]): boolean =>
  segmentsOf(row).some((one) => columnsUnder(one, cuts).to === 0 && /^(?:0?1|I|A)[.)]?$/.test(lineText(one)));

/** A line of running text: it goes across all columns but the last. */
function isText(row: Row, cuts: readonly number[]): boolean {
  const segments = segmentsOf(row);
  return segments.some((one) => {
    const { from, to } = columnsUnder(one, cuts);
    return to - from >= Math.max(2, cuts.length - 1);
  });
}

/** One title a column: the lines above it from top to bottom; one that spans several stands in each. Null when it is no header. */
function headerCells(rows: readonly Row[], cuts: readonly number[]): Line[][] | null {
  const cells: Line[][] = Array.from({ length: cuts.length + 1 }, () => []);
  for (const segment of rows.flatMap(segmentsOf)) {
    const { from, to } = columnsUnder(segment, cuts);
    for (let column = from; column <= to; column++) cells[column]?.push(segment);
  }
  const said = fold(cells.map((lines) => lines.map(lineText).join(' ')).join(' '));
  const titled = cells.filter((lines) => lines.length > 0).length;
  return headerWord.test(said) && titled >= cells.length - 1 ? cells : null;
}

/** Behind the last line of the last cell. */
function wrapsEnd(rows: readonly Row[], last: number, cuts: readonly number[]): number {
  let to = last + 1;
  for (; to < rows.length; to++) {
    const [row, above] = [rows[to], rows[to - 1]];
    if (row === undefined || above === undefined || row.baseline - above.baseline > cellPitch * row.size) break;
    const isInCell = segmentsOf(row).every((one) => {
      const { from, to: end } = columnsUnder(one, cuts);
      // Numbers stand first where there are more than two columns: they open a row.
      return (from > 0 || cuts.length === 1) && from === end;
    });
    if (!isInCell) break;
  }
  return to;
}

/** Rows of cells: lines that stand close are one row, unless several of them have figures. Null when a figure stands across columns. */
function bodyRows(rows: readonly Row[], cuts: readonly number[]): Line[][][] | null {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const above = last?.at(-1);
    if (last !== undefined && above !== undefined && row.baseline - above.baseline <= cellPitch * row.size)
      last.push(row);
    else groups.push([row]);
  }
  const isTight = groups.some((group) => group.filter(isFigureRow).length > 1);
  const made = (isTight ? wrapped(rows, cuts) : groups).map((group) => cellsOf(group, cuts));
  return made.some((cells) => cells === null) ? null : made.flatMap((cells) => (cells === null ? [] : [cells]));
}

/** Each row of figures or with a number in front opens a row of cells; others go on with the one above. */
function wrapped(rows: readonly Row[], cuts: readonly number[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const opens = isFigureRow(row) || segmentsOf(row).some((one) => columnsUnder(one, cuts).from === 0);
    if (opens || groups.length === 0) groups.push([row]);
    else groups.at(-1)?.push(row);
  }
  return groups;
}

function cellsOf(rows: readonly Row[], cuts: readonly number[]): Line[][] | null {
  const cells: Line[][] = Array.from({ length: cuts.length + 1 }, () => []);
  for (const segment of rows.flatMap(segmentsOf)) {
    const { from, to } = columnsUnder(segment, cuts);
    if (from !== to && isFigure(segment)) return null;
    cells[from]?.push(segment);
  }
  return cells;
}
