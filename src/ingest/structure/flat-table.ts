import { findQuantities } from '../../vietnamese/quantity.ts';
import type { Cell } from '../block.ts';
import { isBlank, type Line, type SourceText } from '../source-text.ts';
import type { FoundTable } from './found-table.ts';

const longestLine = 300;
const longestUnit = 4;
const leastRows = 2;

const opening = /^(?:STT|TT|Số TT)\s+(?=\p{L})/iu;
const timed =
  /(?<!\p{L})(?:(?:ước|kết quả|thực hiện|kế hoạch|chỉ tiêu|mục tiêu|dự kiến|giao|TH|KH|ƯTH|năm|đến|hết)\s+)+(?:19|20)\d\d(?:\s*\([^()\s]{1,12}\))?/giu;
const unitHeader = /(?<!\p{L})(?:ĐVT|Đơn vị tính|Đơn vị)\s*$/iu;
const comparison = /^(?:so sánh|tỷ lệ|tăng)[^\n]{0,40}$/iu;
const ordinal = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ]|[a-zđ]|[-+])[.)]?(?=\s)/u;
const value =
  '(?:(?:trên|dưới|khoảng|tối thiểu|tối đa|ít nhất|không quá|không dưới|hơn|từ)\\s)?(?:[<>≥≤~]\\s?)?\\d[\\d.,]*(?:\\s?[-–]\\s?\\d[\\d.,]*)?%?|[-–](?=\\s|$)';
const endsInFigure = /(?:^|\s)[-–\d.,%]+$/u;

type Shape = { header: Cell[]; hasUnit: boolean; values: number };

/**
 * Tables with one row a line and nothing but blanks between the cells, as text copied from a printed page has them: a header
 * "TT Chỉ tiêu ĐVT Thực hiện 2025 Kế hoạch 2026", rows that end in as many figures. A row with fewer figures is left out.
 */
export function findFlatTables(source: SourceText, usable: (index: number) => boolean): FoundTable[] {
  const found: FoundTable[] = [];
  for (let at = 0; at < source.lines.length; at++) {
    const line = source.lines[at];
    const shape = line === undefined || !usable(at) ? null : shapeOf(source, line);
    if (line === undefined || shape === null) continue;
    const rows: Cell[][] = [];
    let [last, missed] = [at, 0];
    for (let index = at + 1; index < source.lines.length && missed < 2; index++) {
      const below = source.lines[index];
      if (below === undefined || isBlank(below)) continue;
      const cells = usable(index) ? rowCells(source, below, shape) : null;
      missed = cells === null ? missed + 1 : 0;
      // A numbered line that lost a figure is no prose: it stays within the table, unread.
      if (cells !== null || isNumbered(source, below)) last = index;
      if (cells !== null) rows.push(cells);
    }
    const end = source.lines[last]?.end ?? line.end;
    if (rows.length < leastRows) continue;
    found.push({ start: line.start, end, firstLine: at, lastLine: last, rows: [shape.header, ...rows] });
    at = last;
  }
  return found;
}

const isNumbered = ({ text }: SourceText, line: Line): boolean =>
  /^\d{1,3}\s+(?=\p{L})/u.test(text.slice(line.start, line.start + 20));

function shapeOf({ text }: SourceText, line: Line): Shape | null {
  const said = text.slice(line.start, Math.min(line.end, line.start + longestLine));
  const number = opening.exec(said)?.[0];
  if (number === undefined) return null;
  // "Chỉ tiêu" right behind the number names the rows, even before "Mục tiêu đến năm 2030".
  const from =
    number.length + (/^(?:các )?(?:chỉ tiêu|mục tiêu)\s+/iu.exec(said.slice(number.length))?.[0].length ?? 0);
  const heads = [...said.slice(from).matchAll(timed)].map(({ 0: head, index }) =>
    moved({ start: index, end: index + head.length }, from),
  );
  const [first, last] = [heads[0], heads.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isTight = heads.every(({ start }, at) => at === 0 || said.slice(heads[at - 1]?.end, start).trim() === '');
  const rest = said.slice(last.end).trim();
  if (!isTight || (rest !== '' && !/^ghi chú$/iu.test(rest) && !comparison.test(rest))) return null;
  const compared = comparison.test(rest) ? [{ start: said.length - rest.length, end: said.length }] : [];
  const names = said.slice(0, first.start).trimEnd();
  const unitAt = unitHeader.exec(names)?.index ?? names.length;
  const hasUnit = unitAt < names.length;
  const unit = hasUnit ? [{ start: unitAt, end: names.length }] : [];
  const nameEnd = names.slice(0, unitAt).trimEnd().length;
  const name = { start: number.length, end: nameEnd };
  const header = [{ start: 0, end: number.trimEnd().length }, name, ...unit, ...heads, ...compared];
  if (nameEnd <= number.length || (!hasUnit && /ĐVT|\sđơn vị(?: tính)?(?=\s|$)/iu.test(names))) return null;
  return { header: header.map((cell) => moved(cell, line.start)), hasUnit, values: heads.length + compared.length };
}

const moved = ({ start, end }: Cell, by: number): Cell => ({ start: start + by, end: end + by });

/** The cells of a row; null for a line that is none. */
function rowCells({ text }: SourceText, line: Line, { hasUnit, values }: Shape): Cell[] | null {
  if (line.end - line.start > longestLine) return null;
  const said = text.slice(line.start, line.end);
  const number = ordinal.exec(said)?.[0] ?? '';
  const figures = new RegExp(`(?:\\s+(?:${value})){${values}}$`, 'u').exec(said);
  if (figures === null || figures.index <= number.length) return null;
  const start = number.length + (/^\s*/.exec(said.slice(number.length))?.[0].length ?? 0);
  const words = said.slice(start, figures.index);
  if (!/\p{L}{2}/u.test(words) || (endsInFigure.test(words) && !words.endsWith('%'))) return null;
  const unit = hasUnit ? unitLength(words) : 0;
  const nameEnd = start + words.slice(0, words.length - unit).trimEnd().length;
  const cells = [
    { start: 0, end: number.length },
    { start, end: nameEnd },
    ...(hasUnit ? [{ start: figures.index - unit, end: figures.index }] : []),
    ...[...figures[0].matchAll(new RegExp(`(?<=\\s)(?:${value})`, 'gu'))].map(({ 0: one, index }) =>
      moved({ start: index, end: index + one.length }, figures.index),
    ),
  ];
  return cells.length === 2 + (hasUnit ? 1 : 0) + values ? cells.map((cell) => moved(cell, line.start)) : null;
}

/** How many of the last letters of a row's words are its unit: as many words as make one. */
function unitLength(words: string): number {
  const parts = words.split(/\s+/);
  for (let count = Math.min(longestUnit, parts.length - 1); count > 0; count--) {
    const tail = parts.slice(-count).join(' ');
    const isUnit = /^[%‰]$/.test(tail) || findQuantities(`1 ${tail.toLowerCase()}`)[0]?.unit === tail.toLowerCase();
    if (isUnit && words.endsWith(tail)) return tail.length;
  }
  return 0;
}
