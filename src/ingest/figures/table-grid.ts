import type { Cell, TableBlock } from '../block.ts';

/**
 * A table as texts: headers joined downwards a column (all empty when it has none), what a line over all columns says ("Đơn vị tính: ha";
 * empty for none), and the rows of data with their cells.
 */
export type TableGrid = { headers: string[]; caption: string; rows: { texts: string[]; cells: Cell[] }[] };

const value =
  /^(?:(?:[≥≤<>=~]|trên|dưới|khoảng|từ|tối thiểu|tối đa|ít nhất|không quá|không dưới|hơn|giảm|tăng|thêm|đạt|còn|phấn đấu|duy trì|bình quân)\s*){0,4}\d[\d.,]*\s*(?:%|[-–]\s*\d.*)?/iu;
const year = /^(?:năm\s*)?(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2,4})?$/iu;
/** "6 tháng đầu năm", "9 tháng": a header, not a value. */
const span = /^\d{1,2}\s*(?:tháng|quý|năm)(?!\p{L})/iu;
const ordinal = /^\(?(?:\d{1,2}|[A-Z]|[IVX]{1,5})\)?(?:\s*=.*)?$/;

/** The grid of a table block; no rows when it has nothing but headers. */
export function tableGrid(stored: string, block: TableBlock): TableGrid {
  const isListed = /<br ?\/?>\s*[-–+•]\s/i.test(stored.slice(block.start, block.end));
  const all = (isListed ? block.rows.flatMap((cells) => linesOf(stored, cells)) : block.rows).map((cells) => ({
    cells,
    texts: cells.map((cell) => cellText(stored, cell)),
  }));
  const first = all.findIndex(({ texts }, at) => isData(texts) && !isBelow(all[at - 1]?.texts, texts));
  const headEnd = first < 0 ? all.length : first;
  const width = Math.max(0, ...block.rows.map((row) => row.length));
  const top = all.slice(0, headEnd).map(({ texts }) => texts);
  const head = top.filter((texts) => !isNumbering(texts) && !isCaption(texts));
  return {
    headers: overYears(Array.from({ length: width }, (_, column) => headerOf(head, column))),
    caption: top
      .filter(isCaption)
      .map((texts) => texts.find((text) => text !== '') ?? '')
      .join(' '),
    rows: all.slice(headEnd).filter(({ texts }) => !isNumbering(texts) && !isRepeated(texts, top)),
  };
}

/** A header that stands again on the next page. */
const isRepeated = (texts: readonly string[], top: readonly string[][]): boolean =>
  top.some((head) => head.every((text, at) => text === (texts[at] ?? '')));

/** A line of the table that one text fills says something of all of it. */
const isCaption = (texts: readonly string[]): boolean =>
  texts.length > 2 && new Set(texts.filter((text) => text !== '')).size < 2;

const lineBreak = /<br ?\/?>/gi;

/** A row whose cells list as many lines each ("- Tỷ lệ A<br>- Tỷ lệ B" beside "- 55%<br>- 2%") is so many rows; a cell of one line holds for the first. */
function linesOf(stored: string, cells: readonly Cell[]): Cell[][] {
  const lists = cells.map((cell) => brokenCell(stored, cell));
  const count = Math.max(...lists.map((lines) => lines.length));
  const isListed = count > 1 && lists.filter((lines) => lines.length === count).length > 1;
  if (count === 1) return [lists.flat()];
  if (!isListed || lists.some((lines) => lines.length !== 1 && lines.length !== count)) return [[...cells]];
  return Array.from({ length: count }, (_, line) =>
    cells.map((cell, at) => lists[at]?.[line] ?? { start: cell.end, end: cell.end }),
  );
}

function brokenCell(stored: string, { start, end }: Cell): Cell[] {
  const breaks = [...stored.slice(start, end).matchAll(lineBreak)];
  const starts = [start, ...breaks.map(({ 0: mark, index }) => start + index + mark.length)];
  const ends = [...breaks.map(({ index }) => start + index), end];
  return starts.map((from, at) => withoutBullet(stored, { start: from, end: ends[at] ?? end }));
}

function withoutBullet(stored: string, { start, end }: Cell): Cell {
  return { start: start + (/^\s*(?:[-–+•]\s+)?/.exec(stored.slice(start, end))?.[0].length ?? 0), end };
}

const cellText = (stored: string, cell: Cell): string =>
  stored
    .slice(cell.start, cell.end)
    .replace(/[*_]{2}/g, '')
    .replaceAll('\\|', '|')
    .replace(/\s+/g, ' ')
    .trim();

/** A row of data has a value behind its first two cells, or opens a group ("A | CHỈ TIÊU KINH TẾ"); years and numberings are headers. */
function isData(texts: string[]): boolean {
  if (isNumbering(texts)) return false;
  if (
    texts
      .slice(1)
      .some((text) => value.test(text) && !year.test(text) && !span.test(text) && !/^\d{1,2}[.)]\s/.test(text))
  )
    return true;
  return /^(?:[A-ZĐ]|[IVX]{1,4}|\d{1,2})\.?$/.test(texts[0] ?? '') && (texts[1] ?? '') !== '';
}

/** A second row of headers ("3 sao | 4 sao"): its first two cells are those above it, and no cell is a figure alone. */
const isBelow = (above: readonly string[] | undefined, texts: readonly string[]): boolean =>
  above !== undefined &&
  texts.slice(0, 2).every((text, at) => text === '' || text === above[at]) &&
  texts.every((text) => text === '' || /\p{L}/u.test(text));

/** "1 | 2 | 3 = 2/1": the row that numbers the columns. */
function isNumbering(texts: string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length >= 3 && filled.every((text) => ordinal.test(text)) && new Set(filled).size === filled.length;
}

const bareYear = /^(?:năm )?(?:19|20)\d\d$/iu;
const wordedYear = /^(\D{4,60}\s)((?:năm )?(?:19|20)\d\d)$/iu;

/** "2026 | Chỉ tiêu giao (%) 2027 | 2028": words in the middle of years in a row stand over all of them. */
function overYears(headers: string[]): string[] {
  const worded = headers.flatMap((header, at) => (wordedYear.test(header) ? [at] : []));
  const [at, another] = worded;
  if (at === undefined || another !== undefined || !bareYear.test(headers[at - 1] ?? '')) return headers;
  const words = wordedYear.exec(headers[at] ?? '')?.[1] ?? '';
  return headers.map((header) => (bareYear.test(header) ? `${words}${header}` : header));
}

/** All headers of a column, outer first; a cell left empty by a spanning one takes its text where something stands below. */
function headerOf(head: string[][], column: number): string {
  const parts: string[] = [];
  for (const [at, row] of head.entries()) {
    const own = row[column] ?? '';
    const isSpanned = own === '' && at + 1 < head.length && (head[at + 1]?.[column] ?? '') !== '';
    const text = isSpanned ? (row.slice(0, column).findLast((one) => one !== '') ?? '') : own;
    if (text !== '' && !parts.includes(text)) parts.push(text);
  }
  return parts.join(' ');
}
