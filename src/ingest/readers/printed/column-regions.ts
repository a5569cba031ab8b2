import { isFramePhrase } from '../frame-table.ts';
import { type Line, lineText, type Row } from './page-lines.ts';

/**
 * Rows that are read alike. `text`: line by line. `frame`: the columns of a head or foot, each read down with its lines kept apart.
 * `columns`: columns of running text, each read down. `table`: rows of cells, one for each column, null where it is empty.
 */
export type Region =
  | { kind: 'text'; lines: Line[] }
  | { kind: 'frame'; columns: Line[][] }
  | { kind: 'columns'; columns: Line[][] }
  | { kind: 'table'; rows: (Line[] | null)[][] };

type Gap = { from: number; to: number };

/** Takes rows from top to bottom apart into regions, in reading order. */
export function columnRegions(rows: readonly Row[]): Region[] {
  const regions: Region[] = [];
  for (let at = 0; at < rows.length; ) {
    const run = columnRun(rows, at);
    const region = run === null ? null : regionOf(run.rows, run.gaps);
    if (run === null || region === null) {
      const last = regions.at(-1);
      const line = wholeLine(rows[at]);
      if (last?.kind === 'text') last.lines.push(...line);
      else regions.push({ kind: 'text', lines: line });
      at++;
    } else {
      regions.push(region);
      at += run.rows.length;
    }
  }
  return regions;
}

function wholeLine(row: Row | undefined): Line[] {
  const [first, ...others] = row?.lines ?? [];
  if (first === undefined) return [];
  return [
    { ...first, words: [first, ...others].flatMap(({ words }) => words), right: others.at(-1)?.right ?? first.right },
  ];
}

/** The rows from here on that leave the same gap free; null when there is no gap here. */
function columnRun(rows: readonly Row[], from: number): { rows: Row[]; gaps: Gap[] } | null {
  const first = rows[from];
  if (first === undefined || first.lines.length < 2) return null;
  let gaps = gapsOf(first).slice(1, -1);
  const run = [first];
  let lastFull = 1;
  const isFrame = hasFramePhrase(first);
  for (const row of rows.slice(from + 1)) {
    const above = run.at(-1) ?? first;
    const isFar = row.baseline - above.baseline > 2.2 * Math.max(row.size, above.size);
    if (isFar && row.lines.length < 2 && !isFrame) break;
    if (isFar && row.lines.length < 2 && row.baseline - above.baseline > 9 * row.size) break;
    const shared = sharedGaps(gaps, gapsOf(row)).filter(({ from: start, to }) => to - start >= row.size * 0.6);
    if (shared.length === 0) break;
    if (isFrame && row.lines.length < 2 && isCentred(row, shared)) break;
    gaps = shared;
    run.push(row);
    if (row.lines.length > 1) lastFull = run.length;
  }
  return { rows: isFrame ? run : run.slice(0, lastFull), gaps };
}

/** A lone line that stands across what is left and right of the gap belongs to neither: a title below the head. */
function isCentred(row: Row, gaps: readonly Gap[]): boolean {
  const [line] = row.lines;
  const gap = gaps[0];
  if (line === undefined || gap === undefined) return false;
  return /^(?:NGHỊ|QUYẾT|KẾ HOẠCH|CHỈ THỊ|CHƯƠNG TRÌNH|BÁO CÁO|THÔNG|CÔNG|TỜ TRÌNH|PHỤ LỤC|ĐỀ ÁN|HƯỚNG DẪN|KẾT LUẬN|LUẬT|Kính gửi)/u.test(
    lineText(line),
  );
}

/** What a row leaves free, the outside of its first and last line included. */
function gapsOf({ lines }: Row): Gap[] {
  const gaps: Gap[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const { left, right } of lines) {
    gaps.push({ from, to: left });
    from = right;
  }
  return [...gaps, { from, to: Number.POSITIVE_INFINITY }];
}

function sharedGaps(gaps: readonly Gap[], others: readonly Gap[]): Gap[] {
  return gaps.flatMap((gap) =>
    others
      .map(({ from, to }) => ({ from: Math.max(gap.from, from), to: Math.min(gap.to, to) }))
      .filter(({ from, to }) => to > from),
  );
}

/** The number of a document stands beside its place and date. */
const numberOrDate = /^Số\s?[:.]?\s?\d*\S{0,20}$|^[\p{L} .-]{2,40}, ?ngày .{1,20}tháng .{1,20}năm \d{0,4}$/iu;

const hasFramePhrase = (row: Row): boolean =>
  row.lines.some((line) => isFramePhrase(lineText(line))) ||
  (row.lines.length > 1 && row.lines.some((line) => numberOrDate.test(lineText(line))));

function regionOf(rows: readonly Row[], gaps: readonly Gap[]): Region | null {
  const cuts = gaps.map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b);
  const cells = rows.map((row) => cellsOf(row, cuts));
  if (rows.some(hasFramePhrase)) return { kind: 'frame', columns: columnsOf(cells, cuts.length + 1) };
  if (isTable(cells)) return { kind: 'table', rows: joinedRows(cells, rows) };
  return isRunningText(cells) ? { kind: 'columns', columns: columnsOf(cells, cuts.length + 1) } : null;
}

type Cells = (Line[] | null)[];

function cellsOf({ lines }: Row, cuts: readonly number[]): Cells {
  const cells: Cells = Array.from({ length: cuts.length + 1 }, () => null);
  for (const line of lines) {
    const column = cuts.filter((cut) => cut < (line.left + line.right) / 2).length;
    cells[column] = [...(cells[column] ?? []), line];
  }
  return cells;
}

const columnsOf = (rows: readonly Cells[], count: number): Line[][] =>
  Array.from({ length: count }, (_, column) => rows.flatMap((cells) => joinedLine(cells[column] ?? null)));

/** Lines of one row in one column are one line. */
function joinedLine(lines: Line[] | null): Line[] {
  const [first] = lines ?? [];
  if (first === undefined || lines === null) return [];
  return [{ ...first, words: lines.flatMap(({ words }) => words), right: lines.at(-1)?.right ?? first.right }];
}

const textOf = (lines: Line[] | null): string => (lines ?? []).map(lineText).join(' ');

/** Three columns and more, or a column of figures. */
function isTable(rows: readonly Cells[]): boolean {
  const width = rows[0]?.length ?? 0;
  const full = rows.filter((cells) => cells.filter((cell) => cell !== null).length >= Math.min(width, 3));
  if (width >= 3) return full.length >= 3;
  const figures = rows.filter((cells) =>
    /^[<>≤≥~]?\s?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?\p{L}{0,8}%?$/u.test(textOf(cells[1] ?? null)),
  );
  return rows.length >= 3 && figures.length >= rows.length * 0.6;
}

/** Columns of text are filled: their lines are long. */
function isRunningText(rows: readonly Cells[]): boolean {
  const lengths = rows.flatMap((cells) => cells.flatMap((cell) => (cell === null ? [] : [textOf(cell).length])));
  return rows.length >= 5 && lengths.reduce((sum, length) => sum + length, 0) / lengths.length >= 25;
}

/** A row whose first cell or whose last ones are empty, right below another, goes on with it. */
function joinedRows(rows: readonly Cells[], heights: readonly Row[]): Cells[] {
  const joined: Cells[] = [];
  for (const [at, cells] of rows.entries()) {
    const last = joined.at(-1);
    const pitch = (heights[at]?.baseline ?? 0) - (heights[at - 1]?.baseline ?? 0);
    const isClose = pitch <= 1.5 * (heights[at]?.size ?? 0);
    const filled = cells.filter((cell) => cell !== null).length;
    const hasFigure = cells.some((cell) => /^\d[\d.,]*%?$/.test(textOf(cell)));
    if (last !== undefined && isClose && cells[0] === null && filled < cells.length && !hasFigure) {
      for (const [column, cell] of cells.entries())
        if (cell !== null) last[column] = [...(last[column] ?? []), ...cell];
    } else joined.push(cells);
  }
  return joined;
}
