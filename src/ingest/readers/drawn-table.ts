import { drawnCells } from './drawn-cells.ts';
import { tableLines } from './table-lines.ts';

/** Lines drawn as "+---+---+" or with the box signs of old printers, all of one width: 1:1, so that columns stay where they are. */
const plainSigns = (line: string): string =>
  /[\u2500-\u257f]/.test(line)
    ? line
        .replace(/[│┃║╎┆┊╏┇┋]/g, '|')
        .replace(/[─━═╌┄┈╍┅┉]/g, '-')
        .replace(/[\u2500-\u257f]/g, '+')
    : line;

/** A line that rules off a row: from corner to corner. */
export const isRule = (line: string): boolean => /^\s*\+(?:[-=: ]*\+)+\s*$/.test(line) && /[-=]{2}/.test(line);

/**
 * A text with its drawn tables ("+---+" around cells that may go on over several lines) written as rows with bars, as every other format
 * has them. A drawing whose cells cannot be told apart with certainty stays as it is.
 */
export function pipedTables(text: string): string {
  if (!/^[ \t]*[+\u2500-\u257f]/m.test(text)) return text;
  const lines = text.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!isRule(plainSigns(line))) {
      written.push(line);
      continue;
    }
    let end = at + 1;
    while (end < lines.length && /^\s*[|+]/.test(plainSigns(lines[end] ?? ''))) end++;
    const drawn = lines.slice(at, end);
    const cells = drawnCells(drawn.map(plainSigns));
    written.push(...(cells === null ? drawn : tableLines(cells)));
    at = end - 1;
  }
  return written.join('\n');
}
