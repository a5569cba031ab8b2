import type { Cell } from '../block.ts';
import { isBlank, type SourceText } from '../source-text.ts';
import { columnCount } from './column-count.ts';
import type { FoundTable } from './found-table.ts';
import { filledGroups } from './group-rows.ts';
import { isCapsLine } from './line-shape.ts';
import { type MarkerStyle, parseMarker } from './marker.ts';
import { arrangeRows } from './table-rows.ts';

const leastBars = 4;
const longestCell = 1200;
const linesPerCell = 14;

/** A line that opens a section stands in no cell. */
const sections: ReadonlySet<MarkerStyle> = new Set(['article', 'part', 'chapter', 'annex']);

type Cluster = { firstLine: number; lastLine: number; cells: Cell[] };

/**
 * Tables written one cell a line (or a few lines) between bare "|" lines, as HTML tables come out of many converters. Two bars with
 * nothing between are an empty cell. The number of columns is found from the running numbers in the first column, else from which
 * columns hold numbers; where neither tells, there is no table and the cells stay text.
 */
export function findCellTables(source: SourceText, usable: (index: number) => boolean): FoundTable[] {
  const tables: FoundTable[] = [];
  for (const cluster of clusters(source, usable)) {
    const said = cluster.cells.map((cell) => source.text.slice(cell.start, cell.end).replace(/\s+/g, ' '));
    const { cells, texts } = filledGroups(cluster.cells, said);
    const shape = columnCount(texts);
    if (shape === null) continue;
    const rows = arrangeRows(cells, texts, shape);
    const filled = cluster.cells.filter((cell) => cell.end > cell.start);
    const start = filled[0]?.start ?? 0;
    const end = filled.at(-1)?.end ?? start;
    tables.push({ start, end, firstLine: cluster.firstLine, lastLine: cluster.lastLine, rows });
  }
  return tables;
}

function isBar(source: SourceText, index: number): boolean {
  const line = source.lines[index];
  return line !== undefined && line.end - line.start === 1 && source.text[line.start] === '|';
}

/** Stretches of lines with bars close together, cut into cells. */
function clusters(source: SourceText, usable: (index: number) => boolean): Cluster[] {
  const bars: number[] = [];
  for (let index = 0; index < source.lines.length; index++) if (usable(index) && isBar(source, index)) bars.push(index);
  const groups: number[][] = [];
  for (const bar of bars) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group !== undefined && previous !== undefined && isCellBetween(source, usable, [previous, bar]))
      group.push(bar);
    else groups.push([bar]);
  }
  return groups.filter((group) => group.length >= leastBars).map((group) => clusterOf(source, group, usable));
}

function isCellBetween(source: SourceText, usable: (index: number) => boolean, [from, to]: [number, number]): boolean {
  if (to - from > linesPerCell) return false;
  const start = source.lines[from]?.end ?? 0;
  const end = source.lines[to]?.start ?? 0;
  if (end - start > longestCell) return false;
  for (let index = from + 1; index < to; index++) {
    const line = source.lines[index];
    if (line === undefined || isBlank(line)) continue;
    if (!usable(index) || sections.has(parseMarker(source.text.slice(line.start, line.end))?.style ?? 'bullet'))
      return false;
  }
  return true;
}

function clusterOf(source: SourceText, bars: readonly number[], usable: (index: number) => boolean): Cluster {
  const first = bars[0] ?? 0;
  const cells: Cell[] = [];
  const opening = openingCell(source, first, usable);
  if (opening !== null)
    cells.push({ start: source.lines[opening]?.start ?? 0, end: source.lines[first - 1]?.end ?? 0 });
  for (let at = 0; at + 1 < bars.length; at++) cells.push(cellBetween(source, bars[at] ?? 0, bars[at + 1] ?? 0));
  return { firstLine: opening ?? first, lastLine: bars.at(-1) ?? first, cells };
}

/** The line of a first cell that stands above the first bar: short, and right above it. Null when the table opens with its bar. */
function openingCell(source: SourceText, firstBar: number, usable: (index: number) => boolean): number | null {
  const index = firstBar - 1;
  const line = source.lines[index];
  if (line === undefined || !usable(index) || isBlank(line) || line.end - line.start > 60) return null;
  const text = source.text.slice(line.start, line.end);
  if (isCapsLine(text) && text.split(' ').length > 2) return null;
  if (/[.:;]$/.test(text) || /^(?:biểu|bảng|đơn vị tính|đvt:)/i.test(text)) return null;
  return /^(?:stt|tt|số tt|số thứ tự)$/i.test(text) || parseMarker(`${text} X`) === null ? index : null;
}

function cellBetween(source: SourceText, from: number, to: number): Cell {
  const inner = source.lines.slice(from + 1, to).filter((line) => !isBlank(line));
  const at = (source.lines[from]?.end ?? 0) + 1;
  const empty = Math.min(at, source.text.length);
  return { start: inner[0]?.start ?? empty, end: inner.at(-1)?.end ?? empty };
}
