import type { Cell } from '../block.ts';
import { isBlank, type Line, type SourceText } from '../source-text.ts';
import type { FoundTable } from './found-table.ts';

const longestCell = 90;
const longestHeader = 60;
const widest = 9;
const leastRows = 3;
/** Columns of words before the first figure of a row: a running number, a name and a unit at the most. */
const mostNames = 3;

const figure = /^(?:[<>≥≤~±+-]|trên|dưới|khoảng|từ|hơn)?\s*\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%?$|^[-–]$/iu;
const timed = /(?:19|20)\d\d|kế hoạch|chỉ tiêu|mục tiêu|giao|thực hiện|đơn vị|ĐVT|số lượng/iu;
/** Lines that end a thought stand in no cell. */
const closes = /[.;:]$/;
const section = /^[\s*_#]*(?:điều|phần|chương|phụ lục|mục)\s/iu;

type CellLine = Line & { index: number; isFigure: boolean };

/**
 * Tables written one cell a line with nothing between, as text copied from a page comes: a header of as many short lines as there are
 * columns, and below it rows whose words and figures stand in the same places. `[]` where no such pattern is kept for three rows.
 */
export function findLineTables(source: SourceText, usable: (index: number) => boolean): FoundTable[] {
  const found: FoundTable[] = [];
  for (const run of runsOf(source, usable)) {
    let from = 0;
    for (let at = 1; at < run.length; at++) {
      if (run[at]?.isFigure !== true || run[at - 1]?.isFigure === true) continue;
      const table = tableAt(source, run, { from, first: at });
      if (table === null) continue;
      found.push(table.found);
      from = table.end;
      at = from;
    }
  }
  return found;
}

/** Stretches of short lines, blank ones left out, that no line of prose or section breaks. */
function runsOf({ lines, text }: SourceText, usable: (index: number) => boolean): CellLine[][] {
  const runs: CellLine[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) continue;
    const length = line.end - line.start;
    const words = text.slice(line.start, Math.min(line.end, line.start + longestCell + 1));
    if (!usable(index) || length > longestCell || closes.test(words) || section.test(words)) runs.push([]);
    else runs.at(-1)?.push({ ...line, index, isFigure: figure.test(words) });
  }
  return runs.filter((run) => run.some(({ isFigure }) => isFigure) && run.length >= leastRows * 2);
}

/** The table whose first figure stands at `first` of a run and whose header stands from `from` on; `end`: where it ends in the run. Null for none. */
function tableAt(
  source: SourceText,
  run: readonly CellLine[],
  { from, first }: { from: number; first: number },
): { found: FoundTable; end: number } | null {
  for (let names = 1; names <= mostNames; names++) {
    for (let width = names + 1; width <= widest; width++) {
      const start = first - names;
      if (start - width < from) continue;
      const header = run.slice(start - width, start);
      if (!isHeader(source, header)) continue;
      const { rows, end } = rowsFrom(run, { start, width });
      if (isCut(source, header, { rows, above: run[start - width - 1] })) continue;
      const [top, last] = [header[0], run[end - 1]];
      if (rows.length < leastRows || top === undefined || last === undefined) continue;
      const cells = [header, ...rows].map((row) => row.map(({ start, end }): Cell => ({ start, end })));
      return {
        found: { start: top.start, end: last.end, firstLine: top.index, lastLine: last.index, rows: cells },
        end,
      };
    }
  }
  return null;
}

const numberHeader = /^(?:stt|tt|số tt|số thứ tự)$/iu;

/** A header that lost its first cells: "TT" stands above it, or nothing heads a column that counts its rows. */
function isCut(
  { text }: SourceText,
  header: readonly CellLine[],
  { rows, above }: { rows: readonly CellLine[][]; above: CellLine | undefined },
): boolean {
  const said = (cell: CellLine | undefined): string => (cell === undefined ? '' : text.slice(cell.start, cell.end));
  if (numberHeader.test(said(above))) return true;
  const counts = rows.map(([first]) => said(first)).filter((number) => number !== '');
  const isCounted = counts.length > 1 && counts.every((number, at) => Number(number) === at + 1);
  return isCounted && !numberHeader.test(said(header[0]));
}

function isHeader({ text }: SourceText, header: readonly CellLine[]): boolean {
  const texts = header.map(({ start, end }) => text.slice(start, end));
  return (
    header.every(({ isFigure, start, end }) => !isFigure && end - start <= longestHeader) &&
    texts.slice(1).some((words) => timed.test(words))
  );
}

/**
 * Rows from `start` on in which words and figures stand where they stand in the first, the last of them a figure. A row without its running
 * number ("Trong đó: …") has an empty cell there.
 */
function rowsFrom(
  run: readonly CellLine[],
  { start, width }: { start: number; width: number },
): { rows: CellLine[][]; end: number } {
  const pattern = run.slice(start, start + width);
  const rows: CellLine[][] = [];
  let end = start;
  if (pattern.at(-1)?.isFigure !== true) return { rows, end };
  const fits = (row: readonly CellLine[], from: number): boolean =>
    row.length === width - from && row.every((cell, at) => cell.isFigure === pattern[at + from]?.isFigure);
  while (end < run.length) {
    const row = run.slice(end, end + width);
    const short = row.slice(0, width - 1);
    const [first] = row;
    if (first !== undefined && fits(row, 0)) rows.push(row);
    else if (first !== undefined && pattern[0]?.isFigure === true && fits(short, 1))
      rows.push([{ ...first, end: first.start }, ...short]);
    else break;
    end += rows.at(-1)?.[0]?.end === first.start ? width - 1 : width;
  }
  return { rows, end };
}
