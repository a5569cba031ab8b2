import { isFramePhrase } from '../frame-table.ts';
import { type GridCell, tableLines } from '../table-lines.ts';
import type { TextLayout } from '../text-layout.ts';

/** A row of a sheet: its place, and its cells from the first column on without gaps. Rows without a word are not there. */
export type SheetRow = { index: number; cells: GridCell[] };

/** Rows left empty that part one table from the next. */
const partingRows = 2;

/**
 * Writes a sheet as text: what stands above and below a table (titles, units, notes, the frame of a letter) as lines, the rest as pipe rows.
 * A sheet may hold several tables, one below the other.
 */
export function writeSheet(layout: TextLayout, rows: readonly SheetRow[]): void {
  for (const stretch of stretches(rows)) writeStretch(layout, stretch);
}

function stretches(rows: readonly SheetRow[]): SheetRow[][] {
  const found: SheetRow[][] = [];
  let bottom = -1;
  for (const row of rows) {
    const open = found.at(-1);
    if (open === undefined || row.index > bottom + partingRows) found.push([row]);
    else open.push(row);
    bottom = Math.max(bottom, row.index);
  }
  return found;
}

const filled = (row: SheetRow): GridCell[] => row.cells.filter(({ text }) => text.trim() !== '');

function writeStretch(layout: TextLayout, rows: readonly SheetRow[]): void {
  const frame = frameEnd(rows);
  const first = rows.findIndex((row, at) => at >= frame && filled(row).length > 1);
  if (first === -1) {
    writeLines(layout, rows);
    return;
  }
  const below = Math.max(first + 1, rows.length - footRows);
  const foot = rows.findIndex((row, at) => at >= below && isFrameRow(row));
  const body = rows.slice(0, foot === -1 ? rows.length : foot);
  const last = body.findLastIndex((row) => filled(row).length > 1);
  writeLines(layout, rows.slice(0, first));
  layout.rows(tableLines(rows.slice(first, last + 1).map((row) => row.cells)));
  writeLines(layout, rows.slice(last + 1));
}

const isFrameRow = (row: SheetRow): boolean => filled(row).some(({ text }) => isFramePhrase(text));

const frameRows = 8;
/** Recipients and signature stand in the last rows. */
const footRows = 20;

/** How many rows the frame takes: issuer, name of the state, number, place and date. */
function frameEnd(rows: readonly SheetRow[]): number {
  let end = rows.slice(0, frameRows).findLastIndex((row) => filled(row).length < 4 && isFrameRow(row)) + 1;
  const isFurther = (row: SheetRow | undefined) =>
    row !== undefined && filled(row).length === 2 && filled(row).some(({ text }) => /^\s*số|ngày/iu.test(text));
  while (end > 0 && isFurther(rows[end])) end++;
  return end;
}

/** Lines above or below a table; two halves side by side (issuer and name of the state) one after the other. */
function writeLines(layout: TextLayout, rows: readonly SheetRow[]): void {
  const widest = Math.max(0, ...rows.map((row) => filled(row).length));
  if (widest < 2) {
    for (const row of rows) layout.paragraph(filled(row)[0]?.text ?? '');
    return;
  }
  const paired = rows.findLastIndex((row) => filled(row).length > 1) + 1;
  for (let side = 0; side < widest; side++)
    for (const [at, row] of rows.slice(0, paired).entries()) layout.paragraph(filled(row)[side]?.text ?? '', at > 0);
  for (const row of rows.slice(paired)) layout.paragraph(filled(row)[0]?.text ?? '');
}
