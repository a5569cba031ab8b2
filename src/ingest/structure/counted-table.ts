import type { Cell } from '../block.ts';
import { isBlank, type SourceText } from '../source-text.ts';
import { type CellLine, cellLines } from './cell-lines.ts';
import { type CountedRow, type CountedShape, countedRows, numberHeader } from './counted-rows.ts';
import type { FoundTable } from './found-table.ts';
import { headRows } from './table-rows.ts';

const longestHeader = 70;
const longestLine = 400;
const widest = 12;
const leastRows = 2;

const ordinal =
  /^[\s*_(]*(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ]|[a-zđ])[.)]?[\s*_]*$/u; /** A column of groups beside the names: "Nhóm chỉ tiêu", "Lĩnh vực". */
const groupHeader = /^(?:nhóm|lĩnh vực|trụ cột)(?!\p{L})/iu;
/** "1=2+3": the number of a column that sums up others. */
const summed = /^\(?\d{1,2}\)?\s?=[\d\s()+:/*x-]{1,20}%?$/;
const goesOn = /^(?:\p{Ll}|[(/–-])/u;
/** Columns of words behind the name: units, explanations, who does it. */
const wordsHeader =
  /^(?:đơn vị|ĐVT|giải thích|diễn giải|mô tả|cách tính|ghi chú|căn cứ|nguồn|cơ quan|chủ trì|phối hợp|sở,? ngành|thời gian|người|phụ trách)/iu;

/**
 * Tables of figures copied with one cell a line under a header that opens with "STT": rows that count on, groups without values, parts
 * without a number, names and headers over several lines. Where a row lost an empty cell nobody can tell which figure is of which year: it keeps its name only.
 */
export function findCountedTables(source: SourceText, usable: (index: number) => boolean): FoundTable[] {
  const lines = cellLines(source, (_, index) => usable(index));
  const found: FoundTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = tableAt(source, lines, at);
    if (table === null) continue;
    found.push(table);
    at = lines.findLastIndex((line) => line.index <= table.lastLine);
  }
  return found;
}

const textOf = (source: SourceText, cell: Cell): string => source.text.slice(cell.start, cell.end).replace(/\s+/g, ' ');

function tableAt(source: SourceText, lines: readonly CellLine[], at: number): FoundTable | null {
  const first = lines[at];
  if (first === undefined || first.end - first.start > 14 || !numberHeader.test(textOf(source, first))) return null;
  const window = lines.slice(at, at + widest * 3);
  const length = window.findIndex((line, place) => place > 0 && ordinal.test(textOf(source, line)));
  const header = window.slice(0, length).filter((line) => !isBlank(line));
  if (length < 3 || header.some(({ start, end }) => end - start > longestHeader)) return null;
  const from = at + length + numbering(source, lines, at + length);
  let best: { table: FoundTable; rows: number } | null = null;
  for (const head of headersOf(source, header)) {
    const shape = shapeOf(source, head);
    if (shape === null) continue;
    const { rows, complete } = countedRows(lines, { texts: (line) => textOf(source, line), from, shape, longestLine });
    if (complete < leastRows || complete <= (best?.rows ?? 0)) continue;
    best = { table: tableOf(first, head, rows), rows: complete };
  }
  return best?.table ?? null;
}

/** How many lines number the columns ("1 | 2 | 3", "A | B | 1 | 2") below the header. */
function numbering(source: SourceText, lines: readonly CellLine[], from: number): number {
  const length = lines
    .slice(from, from + widest + 1)
    .findIndex((line) => !ordinal.test(textOf(source, line)) && !summed.test(textOf(source, line)));
  // The number of the first row stands right behind them.
  return length > 3 ? length - 1 : 0;
}

/** "Thực hiện" over "năm 2022", "So sánh" over "KH 2026/TH 2025 (%)": a header that says nothing without the line below it. */
const bareHeader =
  /^(?:ước )?(?:thực hiện|kế hoạch|chỉ tiêu|mục tiêu|so sánh|tỷ lệ|dự kiến|ước tính|kết quả|đơn vị)(?: giao| thực hiện)?$/iu;

const closes = /^(?:năm|đến|giai đoạn|quý|tháng|hết|so với|\d|(?:ƯTH|UTH|KH|TH)(?:\s|\d))/iu;

/** The header as it may have stood: lines that go on joined, every line a cell, and a second row under a cell that spans it. */
function headersOf(source: SourceText, lines: readonly CellLine[]): Cell[][][] {
  const plain = lines.map(({ start, end }): Cell => ({ start, end }));
  const joined = joinedCells(plain, 1, (_, below) => goesOn.test(textOf(source, below)));
  const closed = joinedCells(
    joined,
    2,
    (above, below) => bareHeader.test(textOf(source, above)) && closes.test(textOf(source, below)),
  );
  const flat = [joined, plain, closed].filter(
    (cells, at, all) => all.findIndex((one) => one.length === cells.length) === at,
  );
  const spanned = flat.flatMap((cells) => {
    const texts = cells.map((cell) => textOf(source, cell));
    return Array.from({ length: Math.max(0, cells.length - 3) }, (_, less) => cells.length - 1 - less)
      .map((columns) => headRows(cells, texts, columns))
      .filter((rows) => rows.length === 2 && rows.every((row) => row.length === rows[0]?.length));
  });
  return [...flat.map((cells) => [cells]), ...spanned];
}

/** Cells put together, from the column `from` on, where one goes on with the one above. */
function joinedCells(cells: readonly Cell[], from: number, isOne: (above: Cell, below: Cell) => boolean): Cell[] {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last !== undefined && joined.length > from && isOne(last, cell)) last.end = cell.end;
    else joined.push({ ...cell });
  }
  return joined;
}

function shapeOf(source: SourceText, head: readonly Cell[][]): CountedShape | null {
  const [top = []] = head;
  if (top.length < 3 || top.length > widest) return null;
  const isGrouped = groupHeader.test(textOf(source, top[1] ?? { start: 0, end: 0 }));
  const isWords = top
    .slice(1)
    .map((cell, at) => at === 0 || (at === 1 && isGrouped) || wordsHeader.test(textOf(source, cell)));
  const lead = isWords.indexOf(false);
  const last = isWords.lastIndexOf(false);
  if (lead < 1 || isWords.slice(lead, last).includes(true)) return null;
  return { lead, values: last - lead + 1, tail: isWords.length - 1 - last };
}

function tableOf(first: CellLine, head: readonly Cell[][], rows: readonly CountedRow[]): FoundTable {
  const last = rows.at(-1);
  return {
    start: first.start,
    end: last?.end ?? first.end,
    firstLine: first.index,
    lastLine: last?.lastLine ?? first.index,
    rows: [...head, ...rows.map(({ cells }) => cells)].map((row) => row.map(({ start, end }) => ({ start, end }))),
  };
}
