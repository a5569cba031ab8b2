import { displayWidth } from './display-width.ts';
import { wrapText } from './wrap-lines.ts';

const GAP = '  ';
const NARROWEST_COLUMN = 6;

/** Columns the table takes when no cell is wrapped. */
export function tableWidth(rows: string[][]): number {
  return totalWidth(naturalWidths(rows));
}

/**
 * Each row as one or more lines with its cells aligned, in no more than `width` columns: the widest columns are wrapped first.
 * Null when there are too many columns for that width. Cells hold no line breaks.
 */
export function alignTable(rows: string[][], width: number): string[][] | null {
  const widths = naturalWidths(rows);
  while (totalWidth(widths) > width) {
    const widest = widths.indexOf(Math.max(...widths));
    const current = widths[widest] ?? 0;
    if (current <= NARROWEST_COLUMN) return null;
    widths[widest] = current - 1;
  }
  return rows.map((row) => alignRow(row, widths));
}

function alignRow(row: string[], widths: number[]): string[] {
  const cells = widths.map((width, column) => wrapText(row[column] ?? '', width));
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, column) => padRight(cells[column]?.[line] ?? '', width))
      .join(GAP)
      .trimEnd(),
  );
}

function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function naturalWidths(rows: string[][]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
  }
  return widths;
}

function totalWidth(widths: number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, widths.length - 1);
}
