import type { Cell } from '../block.ts';
import type { TableShape } from './column-count.ts';

/**
 * Cuts a run of cells into rows of equal width. More header cells than columns mean a second header row under spanning ones
 * ("Kế hoạch" over "2023 | 2024"): the spanning cell is repeated over its columns so that every column has both its headers.
 */
export function arrangeRows(cells: readonly Cell[], texts: readonly string[], shape: TableShape): Cell[][] {
  const head = headRows(cells.slice(0, shape.headCells), texts, shape.columns);
  const rows: Cell[][] = [];
  for (let at = shape.headCells; at < cells.length; at += shape.columns) {
    const row = cells.slice(at, at + shape.columns);
    const end = row.at(-1)?.end ?? 0;
    while (row.length < shape.columns) row.push({ start: end, end });
    rows.push(row);
  }
  return withoutEmptyColumns([...head, ...rows]);
}

/** Bars that close one row and open the next leave a column with nothing in it. */
function withoutEmptyColumns(rows: readonly Cell[][]): Cell[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const filled = Array.from({ length: width }, (_, column) =>
    rows.some((row) => (row[column]?.end ?? 0) > (row[column]?.start ?? 0)),
  );
  return rows.map((row) => row.filter((_, column) => filled[column]));
}

/** Header cells as one row, or as two where one of the first row spans the second. */
export function headRows(cells: readonly Cell[], texts: readonly string[], columns: number): Cell[][] {
  const isNumberHeader = /^(?:stt|tt|số tt|số thứ tự)$/iu.test(texts[0] ?? '');
  if (cells.length <= columns || cells.length >= columns * 2) return cutEven(cells, columns, isNumberHeader);
  const spanning = spanningHeader(cells.length, texts, columns);
  if (spanning === null) return cutEven(cells, columns, isNumberHeader);
  const { upper, at, span } = spanning;
  const top = cells.slice(0, upper);
  const parent = top[at];
  if (parent === undefined) return cutEven(cells, columns, isNumberHeader);
  const empty = { start: parent.end, end: parent.end };
  const first = [...top.slice(0, at), ...Array.from({ length: span }, () => parent), ...top.slice(at + 1)];
  const below = cells.slice(upper);
  const second = Array.from({ length: columns }, (_, column) => below[column - at] ?? empty);
  return [first, second];
}

/** A year at the end of the first row is the first of those in the second. */
const bareYear = /^(?:năm )?(?:19|20)\d\d$/iu;

/** One cell over `span` columns: `upper` cells in the first row, the rest under the spanning one, the last by preference. */
function spanningHeader(
  count: number,
  texts: readonly string[],
  columns: number,
): { upper: number; at: number; span: number } | null {
  for (let span = 2; span < columns; span++) {
    const upper = columns - span + 1;
    if (upper + span !== count || (bareYear.test(texts[upper - 1] ?? '') && bareYear.test(texts[upper] ?? '')))
      continue;
    const under = texts.slice(upper, count);
    const isTimeLike = under.every((text) =>
      /\d|năm|quý|tháng|kế hoạch|thực hiện|tổng|trong đó|nghị quyết|HĐND|giao|phấn đấu|trung ương|số lượng|tỷ lệ|giá trị/i.test(
        text,
      ),
    );
    const at = wideHeader(texts.slice(0, upper), under);
    if (isTimeLike && at !== null) return { upper, at, span };
  }
  return null;
}

/**
 * Which header of the first row spans those of the second: the one that says it is parted, hands out or plans rather than tells what was done.
 * The last one where none does; null where several might.
 */
function wideHeader(tops: readonly string[], under: readonly string[]): number | null {
  const isYears = under.every((text) => /(?:19|20)\d\d/.test(text));
  const fitting = tops.flatMap((text, at) =>
    at > 0 && spanning.test(text) && !(isYears && /(?:19|20)\d\d(?!\s*[-–])/.test(text)) ? [at] : [],
  );
  const planning = fitting.filter((at) => !/thực hiện|kết quả|ước|(?<!\p{L})TH(?!\p{L})/iu.test(tops[at] ?? ''));
  const [only, another] = planning.length > 0 ? planning : fitting;
  return another === undefined ? (only ?? tops.length - 1) : null;
}

const spanning = /trong đó|năm|kế hoạch|chỉ tiêu giao|giai đoạn|lộ trình|mục tiêu/iu;

function cutEven(cells: readonly Cell[], columns: number, isNumberHeader: boolean): Cell[][] {
  const rows: Cell[][] = [];
  const surplus = cells.length % columns;
  // Nobody can tell which of them heads which column.
  if (surplus > 0 && cells.length > columns && isNumberHeader) return [];
  const from = cells.length > columns ? surplus : 0;
  for (let at = from; at < cells.length; at += columns) {
    const row = cells.slice(at, at + columns);
    const end = row.at(-1)?.end ?? 0;
    while (row.length < columns) row.push({ start: end, end });
    rows.push(row);
  }
  return rows;
}
