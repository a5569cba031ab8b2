/** A cell of a table as a file gives it; it covers `across` columns and `down` rows. */
export type GridCell = { text: string; across: number; down: number };

/** Wider tables are no tables of a directive. */
export const mostColumns = 120;

const number = /^[\s([<>≤≥=~+-]*\d[\d.,\s]*[%‰)\]]?$/;

/**
 * The rows of a table as Markdown pipe lines, every row with as many cells as the widest. A cell over several columns of the header stands
 * in each of them, elsewhere in its first; a cell over several rows stands in each of them unless it is a number, which is said once.
 */
export function tableLines(rows: readonly (readonly GridCell[])[]): string[] {
  const grid = spread(rows);
  const width = Math.min(mostColumns, Math.max(0, ...grid.map((row) => row.length)));
  const used = Array.from({ length: width }, (_, at) => grid.some((row) => (row[at] ?? '') !== ''));
  return grid
    .map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '').filter((_, at) => used[at] === true))
    .filter((row) => row.some((text) => text !== ''))
    .map(pipeLine);
}

export const pipeLine = (texts: readonly string[]): string => `| ${texts.map(cellText).join(' | ')} |`;

/** Most cells are plain words: only those with runs of blanks, line ends or bars are rewritten. */
const cellText = (text: string): string =>
  /\s\s|[\t\n\r\u00a0|]/.test(text) ? text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim() : text.trim();

function spread(rows: readonly (readonly GridCell[])[]): string[][] {
  const headDepth = Math.max(1, ...(rows[0] ?? []).map((cell) => cell.down));
  const grid: string[][] = rows.map(() => []);
  const taken: boolean[][] = rows.map(() => []);
  for (const [y, cells] of rows.entries()) {
    let x = 0;
    for (const cell of cells) {
      while (taken[y]?.[x] === true) x++;
      if (x >= mostColumns) break;
      place({ grid, taken }, { x, y, cell: withinHead(cell, y, headDepth) });
      x += cell.across;
    }
  }
  return grid;
}

type Placed = GridCell & { repeats: boolean };

/** A header that spans all columns is a caption, not a header of each. */
function withinHead(cell: GridCell, y: number, headDepth: number): Placed {
  return { ...cell, repeats: y < headDepth && headDepth > 1 };
}

function place(
  { grid, taken }: { grid: string[][]; taken: boolean[][] },
  { x, y, cell }: { x: number; y: number; cell: Placed },
): void {
  const bottom = Math.min(grid.length, y + Math.max(1, cell.down));
  const right = Math.min(mostColumns, x + Math.max(1, cell.across));
  for (let row = y; row < bottom; row++) {
    for (let column = x; column < right; column++) {
      const isShown = (row === y || !number.test(cell.text)) && (column === x || cell.repeats);
      const own = grid[row];
      const used = taken[row];
      if (own === undefined || used === undefined) continue;
      own[column] = isShown ? cell.text : (own[column] ?? '');
      used[column] = true;
    }
  }
}
