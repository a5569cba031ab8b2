import type { Cell } from '../block.ts';
import { isBlank, type Line, type SourceText, trimmed } from '../source-text.ts';
import { isSumName } from '../sum-name.ts';
import type { FoundTable } from './found-table.ts';

const maxColumns = 120;

/** Tables of lines with their cells between bars (Markdown) or tabs: two such lines in a row or more. `usable` says which lines are body. */
export function findPipeTables(source: SourceText, usable: (index: number) => boolean): FoundTable[] {
  const tables: FoundTable[] = [];
  let rows: Row[] = [];
  const close = () => {
    const table = tableOf(source, rows);
    if (table !== null) tables.push(table);
    rows = [];
  };
  let isDrawn = false;
  for (const [index, line] of source.lines.entries()) {
    isDrawn = isDrawnRule(source.text, line) || (isDrawn && !isBlank(line));
    const cells = usable(index) && !isDrawn ? rowCells(source.text, line) : null;
    if (cells === null) close();
    else rows.push({ index, cells });
  }
  close();
  return tables;
}

/** "+----+---": what its reader left drawn has cells that nobody can tell apart. */
const isDrawnRule = (text: string, { start, end }: Line): boolean =>
  text[start] === '+' && end - start > 4 && /^\+[-=+: ]+\+$/.test(text.slice(start, Math.min(end, start + 2000)));

type Row = { index: number; cells: Cell[] };

/** The cells of a line, or null when it is no row. A drawn line "|---|---|" is a row without cells. */
function rowCells(text: string, trimmedLine: Line): Cell[] | null {
  const isPiped = text.slice(trimmedLine.start, trimmedLine.end).includes('|');
  const line = isPiped ? trimmedLine : withTabs(text, trimmedLine);
  const content = text.slice(line.start, line.end);
  const separator = isPiped ? '|' : content.includes('\t') ? '\t' : null;
  if (separator === null || content.length < 3) return null;
  if (/^[|\s:+-]+$/.test(content)) return content.includes('-') ? [] : null;
  const cells: Cell[] = [];
  let at = line.start;
  for (let bar = nextBar(content, separator, 0); at <= line.end; bar = nextBar(content, separator, at - line.start)) {
    const end = bar === -1 ? line.end : line.start + bar;
    cells.push(trimmed(text, at, end));
    at = end + 1;
    if (bar === -1) break;
  }
  if (content.startsWith('|')) cells.shift();
  if (content.endsWith('|')) cells.pop();
  if (cells.length < 2 || cells.length > maxColumns) return null;
  const [first] = cells;
  const isListItem =
    !isPiped && cells.length === 2 && first !== undefined && marker.test(text.slice(first.start, first.end));
  return isListItem ? null : cells;
}

/** "-<tab>Tỷ lệ …: 1,40%", as word processors copy the items of a list. */
const marker = /^(?:[-–—•·+*o]|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-zđ]\)|[IVX]{1,5}\.)$/u;

/** A tab before the first word opens an empty cell, one behind the last closes it. */
function withTabs(text: string, line: Line): Line {
  let start = line.start;
  while (start > 0 && (text[start - 1] === '\t' || text[start - 1] === ' ')) start--;
  let end = line.end;
  while (end < text.length && (text[end] === '\t' || text[end] === ' ')) end++;
  return { start, end };
}

/** A bar behind a backslash is a letter of its cell. */
function nextBar(content: string, separator: string, from: number): number {
  let bar = content.indexOf(separator, from);
  while (bar > 0 && separator === '|' && content[bar - 1] === '\\') bar = content.indexOf(separator, bar + 1);
  return bar;
}

function tableOf(source: SourceText, rows: readonly Row[]): FoundTable | null {
  const filled = withFirstCells(source, rows).filter((row) => row.cells.length > 0);
  const first = rows[0];
  const last = rows.at(-1);
  if (filled.length < 2 || first === undefined || last === undefined) return null;
  const columns = columnsOf(source.text, filled);
  const { width } = columns;
  if (width === 2 && source.text[source.lines[first.index]?.start ?? 0] !== '|' && !isPairs(source.text, filled))
    return null;
  const start = source.lines[first.index]?.start ?? 0;
  const end = source.lines[last.index]?.end ?? 0;
  const even = filled.map((row) => padded(source.text, row.cells, columns));
  return { start, end, firstLine: first.index, lastLine: last.index, rows: even };
}

/** Where the rows open without a bar, a bar that opens one stands behind an empty first cell. */
function withFirstCells({ text, lines }: SourceText, rows: readonly Row[]): Row[] {
  const opens = ({ index }: Row): boolean => text[lines[index]?.start ?? 0] === '|';
  const bare = rows.filter((row) => !opens(row)).length;
  if (bare * 2 <= rows.length) return [...rows];
  return rows.map((row) => {
    const start = lines[row.index]?.start ?? 0;
    return opens(row) && row.cells.length > 0 ? { ...row, cells: [{ start, end: start }, ...row.cells] } : row;
  });
}

/** Two columns by tabs alone are a table when the second one holds figures; heads and feet are set so too. */
function isPairs(text: string, rows: readonly { cells: Cell[] }[]): boolean {
  const told = rows.filter(
    ({ cells: [, second] }) => second !== undefined && /\d/.test(text.slice(second.start, second.end)),
  );
  return rows.length > 2 && told.length > rows.length / 2;
}

/**
 * A row that is too short lacks its last cells; one that sums up may span its first two and lack others at its end: its figures stand where
 * others have theirs, or, where that may be in several ways, nowhere.
 */
function padded(text: string, cells: Cell[], { width, isFigures }: Columns): Cell[] {
  const [first, second] = cells;
  const missing = width - cells.length;
  const end = cells.at(-1)?.end ?? 0;
  const empty = (count: number, at: number) => Array.from({ length: count }, () => ({ start: at, end: at }));
  const isSum = missing > 0 && first !== undefined && isSumName(text.slice(first.start, first.end));
  if (!isSum || (second !== undefined && second.end === second.start)) return [...cells, ...empty(missing, end)];
  const ways = Array.from({ length: missing + 1 }, (_, at) => at).filter((shift) =>
    cells.every((cell, at) => at === 0 || cell.end === cell.start || isFigures[at + shift] === true),
  );
  const [only, another] = ways;
  if (only === undefined || another !== undefined) return [first, ...empty(width - 1, first.end)];
  return [first, ...empty(only, first.end), ...cells.slice(1), ...empty(missing - only, end)];
}

/** How wide a table is, and which columns hold figures in most of its whole rows. */
type Columns = { width: number; isFigures: boolean[] };

function columnsOf(text: string, rows: readonly Row[]): Columns {
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  const whole = rows.slice(1).filter(({ cells }) => cells.length === width);
  const isFigures = Array.from({ length: width }, (_, at) => {
    const told = whole.map(({ cells }) => text.slice(cells[at]?.start, cells[at]?.end)).filter((said) => said !== '');
    return told.filter((said) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(said)).length * 2 > told.length;
  });
  return { width, isFigures };
}
