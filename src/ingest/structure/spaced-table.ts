import type { Cell } from '../block.ts';
import { isBlank, type Line, type SourceText } from '../source-text.ts';
import { isSumName } from '../sum-name.ts';
import type { FoundTable } from './found-table.ts';

const longestLine = 300;
/** Lines of a header, or of a row that goes on. */
const mostBetween = 6;
const mostBlank = 1;
const leastColumns = 3;

const header = /^(?:STT|TT|Số TT)\s+(?=\p{L})/iu;
/** The number of a row, its words right behind it; "1." and "I." open points of prose too. */
const numbered = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ]|[a-zđ])\s+(?=[\p{L}(])/u;
const opens = /^(?:0?1|I|A)\s+(?=\p{L})/u;
const section =
  /^[\s*_#]*(?:(?:điều|phần|chương|phụ lục|mục|biểu|bảng|nơi nhận|căn cứ)(?!\p{L})|(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ])[.)]\s|[-–+•*]\s\p{Lu}.{80})/iu;
const gap = / {2,}|\t+/g;

/**
 * Tables with one row a line under a header that opens with "STT": where wide blanks part as many cells in header and rows they are read;
 * else nobody can tell where a cell ends, and each line is kept as one cell, so that no number of a row is taken for a figure.
 */
export function findSpacedTables(source: SourceText, usable: (index: number) => boolean): FoundTable[] {
  const found: FoundTable[] = [];
  for (let at = 0; at < source.lines.length; at++) {
    const lines = linesFrom(source, at, usable);
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) continue;
    const rows = partedRows(source, lines) ?? lines.map(({ start, end }) => [{ start, end }]);
    found.push({ start: first.start, end: last.end, firstLine: first.index, lastLine: last.index, rows });
    at = last.index;
  }
  return found;
}

type IndexedLine = Line & { index: number };

const textOf = ({ text }: SourceText, { start, end }: Cell): string =>
  text.slice(start, Math.min(end, start + longestLine + 1));

/** The lines of the table whose header stands at `at`, up to its last row; none where it opens no table. */
function linesFrom(source: SourceText, at: number, usable: (index: number) => boolean): IndexedLine[] {
  const top = source.lines[at];
  if (top === undefined || isBlank(top) || !usable(at) || !header.test(textOf(source, top))) return [];
  const lines: IndexedLine[] = [];
  let [kept, rows, blank] = [0, 0, 0];
  for (let index = at; index < source.lines.length && blank <= mostBlank; index++) {
    const line = source.lines[index];
    if (line === undefined) break;
    blank = isBlank(line) ? blank + 1 : 0;
    if (blank > 0) continue;
    const said = textOf(source, line);
    if (!usable(index) || said.length > longestLine || section.test(said)) break;
    lines.push({ ...line, index });
    const isRow = rows > 0 ? numbered.test(said) || isSumRow(said) : opens.test(said);
    if (isRow) [rows, kept] = [rows + 1, lines.length];
    else if (lines.length - kept > mostBetween) break;
  }
  return rows < 2 ? [] : lines.slice(0, kept);
}

const isSumRow = (said: string): boolean => isSumName(said.replace(/(?<![\s\d.,%–-])[\s\d.,%–-]+$/u, ''));

/** Header and rows in their cells where the gaps of one line tell; null where most rows have not as many as the header. */
function partedRows(source: SourceText, lines: readonly IndexedLine[]): Cell[][] | null {
  const parted = lines.map((line) => cellsOf(source, line));
  const [head = [], ...rows] = parted;
  const whole = rows.filter((cells) => cells.length === head.length).length;
  if (head.length < leastColumns || whole < 2 || whole * 2 < rows.length) return null;
  return parted.flatMap((cells) => {
    const row = placed(source, cells, head.length);
    return row === null ? [] : [row];
  });
}

function cellsOf(source: SourceText, line: IndexedLine): Cell[] {
  const said = textOf(source, line);
  const gaps = [...said.matchAll(gap)];
  const starts = [0, ...gaps.map(({ 0: blanks, index }) => index + blanks.length)];
  const ends = [...gaps.map(({ index }) => index), said.length];
  return starts.map((start, at) => ({ start: line.start + start, end: line.start + (ends[at] ?? start) }));
}

/** The cells of a row in the columns of its header: a group has none behind its name, a sum spans its first two. Null where that cannot be told. */
function placed(source: SourceText, cells: readonly Cell[], width: number): Cell[] | null {
  const [first] = cells;
  const end = cells.at(-1)?.end ?? 0;
  if (first === undefined || cells.length > width) return null;
  if (cells.length === width) return [...cells];
  const empty = (count: number, at: number): Cell[] => Array.from({ length: count }, () => ({ start: at, end: at }));
  if (isSumName(textOf(source, first)) && cells.length === width - 1)
    return [first, ...empty(1, first.end), ...cells.slice(1)];
  const isGroup = cells.length === 2 && numbered.test(`${textOf(source, first)} X`);
  return isGroup ? [...cells, ...empty(width - 2, end)] : null;
}
