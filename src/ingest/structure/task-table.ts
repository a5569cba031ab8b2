import type { Cell } from '../block.ts';
import type { Line, SourceText } from '../source-text.ts';
import { type CellLine, cellLines } from './cell-lines.ts';
import type { FoundTable } from './found-table.ts';

const longestHeader = 100;
const longestLine = 400;
const widest = 8;
const leastRows = 2;

const numberHeader = /^[\s*_]*(?:stt|tt|số tt|số thứ tự)[\s*_]*$/iu;
const taskHeader = /nhiệm vụ|nội dung|công việc|hoạt động|tên báo cáo|loại báo cáo|tên văn bản|đề án|sản phẩm/iu;
const timeHeader =
  /^(?!số ngày).*(?:thời (?:gian|hạn|điểm)|tiến độ|hạn (?:hoàn|gửi|nộp|báo)|ngày[^|]{0,30}(?:hoàn thành|gửi|nộp))/iu;
const ordinal = /^[\s*_]*(\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-HĐ])[.)]?[\s*_]*$/u;
const timeCell =
  /^[\s*_]*(?:(?:xong |hoàn thành )?(?:trước|trong|chậm nhất|muộn nhất|đến|hết|quý|tháng|năm|ngày|cuối|đầu|từ|hằng|hàng|mỗi|thường xuyên|định kỳ|theo|khi|sau|\d{1,2} ?giờ)(?!\p{L})|\d{1,2} ?[/.-] ?\d)/iu;
/** A line that goes on with the cell above it. */
const goesOn = /^(?:\p{Ll}|[(+–-])/u;
const unfinished = /(?:[,;–-]|\s(?:và|của|các|với|về))$/u;

/**
 * Tables of tasks copied with one cell a line: a header "TT | nội dung | … | thời gian hoàn thành", rows that count on. The line that names
 * a time settles where the cells of a row belong when lines are missing or broken. `[]` where no such header stands.
 */
export function findTaskTables(source: SourceText, usable: (index: number) => boolean): FoundTable[] {
  // A bare date looks like the hour of posting of a page; in a table it is a cell.
  const isCell = (line: Line, index: number) => usable(index) || timeCell.test(textOf(source, line));
  const lines = cellLines(source, isCell);
  const found: FoundTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = tableAt(source, lines, at);
    if (table === null) continue;
    found.push(table.found);
    at = table.end - 1;
  }
  return found;
}

const textOf = (source: SourceText, cell: Cell): string => source.text.slice(cell.start, cell.end).replace(/\s+/g, ' ');

function tableAt(
  source: SourceText,
  lines: readonly CellLine[],
  at: number,
): { found: FoundTable; end: number } | null {
  const first = lines[at];
  if (first === undefined || first.end - first.start > 14 || !numberHeader.test(textOf(source, first))) return null;
  const length = lines.slice(at, at + widest * 2).findIndex((line) => ordinal.test(textOf(source, line)));
  const header = length < 3 ? [] : joined(source, lines.slice(at, at + length));
  const names = header.map((cell) => textOf(source, cell));
  const due = names.findIndex((name) => timeHeader.test(name));
  const fits = names.length <= widest && names.every((name) => name.length <= longestHeader);
  if (!fits || due < 2 || !names.some((name, column) => column !== due && taskHeader.test(name))) return null;
  const { rows, end } = rowsFrom(source, lines, { from: at + length, width: names.length, due });
  const last = lines[end - 1];
  if (last === undefined || rows.filter((row) => timeCell.test(textOf(source, row[due] ?? last))).length < leastRows)
    return null;
  const stop = rows.at(-1)?.findLast((cell) => cell.end > cell.start)?.end ?? last.end;
  return {
    found: { start: first.start, end: stop, firstLine: first.index, lastLine: last.index, rows: [header, ...rows] },
    end,
  };
}

/** Lines put together where one goes on with the one above. */
function joined(source: SourceText, lines: readonly CellLine[]): Cell[] {
  const cells: Cell[] = [];
  for (const { start, end } of lines) {
    const last = cells.at(-1);
    const isNext =
      last !== undefined && (goesOn.test(textOf(source, { start, end })) || unfinished.test(textOf(source, last)));
    if (isNext && last !== undefined) last.end = end;
    else cells.push({ start, end });
  }
  return cells;
}

type Shape = { from: number; width: number; due: number };

function rowsFrom(source: SourceText, lines: readonly CellLine[], shape: Shape): { rows: Cell[][]; end: number } {
  const rows: Cell[][] = [];
  let at = shape.from;
  while (at < lines.length) {
    const number = lines[at];
    if (number === undefined || !ordinal.test(textOf(source, number))) break;
    const limit = Math.min(lines.length, at + 1 + shape.width * 3);
    let next = at + 1;
    while (next < limit && isOfRow(source, lines[next])) next++;
    const isLast = next >= lines.length || !ordinal.test(textOf(source, lines[next] ?? number));
    const cells = joined(source, lines.slice(at + 1, next));
    const taken = isLast ? untilTime(source, cells, shape) : cells;
    const stop = taken.at(-1)?.end ?? number.end;
    rows.push([number, ...placed(source, taken, shape)].map(({ start, end }) => ({ start, end })));
    at = next;
    if (isLast) {
      while (at > 0 && (lines[at - 1]?.start ?? 0) >= stop) at--;
      return { rows, end: at };
    }
  }
  return { rows, end: at };
}

/** A second header opens another table: no row goes over it, so that reading takes time in the length of the text. */
const isOfRow = (source: SourceText, line: CellLine | undefined): boolean =>
  line !== undefined &&
  line.end - line.start <= longestLine &&
  !ordinal.test(textOf(source, line)) &&
  !numberHeader.test(textOf(source, line));

/** The last row has no number behind it: it ends with its last column, or with its time where that is the last. */
function untilTime(source: SourceText, cells: readonly Cell[], { width, due }: Shape): Cell[] {
  const isTime = (cell: Cell | undefined) => cell !== undefined && timeCell.test(textOf(source, cell));
  let time = cells.findIndex((cell, at) => at > 0 && isTime(cell));
  // "Sau 10 ngày" beside "02/6/2021": the inner ones belong to columns before it.
  while (time > 0 && time < due - 1 && isTime(cells[time + 1])) time++;
  return cells.slice(0, time === -1 ? width - 1 : time + width - due);
}

/** The cells of a row in their columns (the number's left out): the time in its own, what stands before it from the right. */
function placed(source: SourceText, cells: readonly Cell[], { width, due }: Shape): Cell[] {
  const columns = width - 1;
  const end = cells.at(-1)?.end ?? 0;
  const empty = { start: end, end };
  if (cells.length === columns) return [...cells];
  const time = cells.findLastIndex((cell, at) => at > 0 && timeCell.test(textOf(source, cell)));
  const before = time === -1 ? [...cells] : cells.slice(0, time);
  const row = Array.from({ length: columns }, () => empty);
  const surplus = Math.max(0, before.length - (due - 1));
  const [first] = before;
  if (first !== undefined) row[0] = { start: first.start, end: before[surplus]?.end ?? first.end };
  for (const [at, cell] of before.slice(surplus + 1).entries()) row[at + 1] = cell;
  const behind = time === -1 ? [] : cells.slice(time);
  for (const [at, cell] of behind.slice(0, columns - due + 1).entries()) row[due - 1 + at] = cell;
  const [last, stop] = [row[columns - 1], behind.at(-1)?.end ?? 0];
  if (last !== undefined && last.end > last.start && stop > last.end)
    row[columns - 1] = { start: last.start, end: stop };
  return row;
}
