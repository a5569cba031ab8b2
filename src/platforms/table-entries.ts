/** One row told as a list entry: its first cell, then "column: value" for every other cell that is not empty. */
export type TableEntry = { title: string; details: string[] };

/** A table too wide for the screen as entries, header row left out; empty when there is no row below the header. */
export function tableEntries(rows: string[][]): TableEntry[] {
  const [header = [], ...body] = rows;
  return body.map((row) => ({
    title: row[0] ?? '',
    details: row.flatMap((cell, column) => (column === 0 || cell === '' ? [] : [withHeader(header[column], cell)])),
  }));
}

function withHeader(header: string | undefined, cell: string): string {
  return header ? `${header}: ${cell}` : cell;
}
