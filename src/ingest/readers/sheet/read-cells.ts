import { DataError } from '../../../domain/errors.ts';
import { attribute, readXml } from '../read-xml.ts';
import type { GridCell } from '../table-lines.ts';
import { shownNumber } from './number-format.ts';
import type { SheetRow } from './write-sheet.ts';

/** What cells refer to: texts said in several, and the format each style shows numbers in. */
export type Workbook = { texts: readonly string[]; formats: readonly string[]; is1904: boolean };

/** Rows of a sheet, how many hidden rows and columns were passed over, and the lines printed above and below each page. */
export type SheetCells = { rows: SheetRow[]; hidden: number; frame: string[] };

type Place = { column: number; row: number };
type Range = { from: Place; to: Place };
type Reading = {
  book: Workbook;
  rows: Map<number, Map<number, string>>;
  merges: Range[];
  hiddenColumns: Range[];
  hiddenRows: number;
  isHiddenRow: boolean;
  row: number;
  column: number;
  cells: number;
  cell: { type: string; style: number; isFormula: boolean };
  value: string;
  isInValue: boolean;
  frame: string[];
  isInFrame: boolean;
};

const widestSheet = 256;
const mostCells = 400_000;

/** Reads the cells of a sheet as they are shown; a formula by the value it had when the file was saved. Throws DataError beyond any table's size. */
export function readCells(xml: string, book: Workbook): SheetCells {
  const reading: Reading = {
    book,
    rows: new Map(),
    merges: [],
    hiddenColumns: [],
    hiddenRows: 0,
    isHiddenRow: false,
    row: -1,
    column: -1,
    cells: 0,
    cell: { type: 'n', style: 0, isFormula: false },
    value: '',
    isInValue: false,
    frame: [],
    isInFrame: false,
  };
  readXml(xml, {
    open: (name, attributes) => openElement(reading, name, attributes),
    close: (name) => closeElement(reading, name),
    text(content) {
      if (reading.isInValue) reading.value += content;
      else if (reading.isInFrame) reading.frame.push(...frameLines(content));
    },
  });
  return { rows: arranged(reading), hidden: reading.hiddenRows + reading.hiddenColumns.length, frame: reading.frame };
}

const frameElement = /^(?:odd|even|first)(?:Header|Footer)$/;

/** "&C&\"Times New Roman,Bold\"&14MẬT": left, middle and right part of a header, with codes of font and size. */
const frameLines = (coded: string): string[] =>
  coded
    .split(/&[LCR]/)
    .map((part) => part.replace(/&"[^"]*"|&\d{1,3}|&K[0-9A-F]{6}|&[A-Z&]/g, ' ').trim())
    .filter((line) => line !== '');

function openElement(reading: Reading, name: string, attributes: string): void {
  if (name === 'v' || name === 't') reading.isInValue = true;
  else if (frameElement.test(name)) reading.isInFrame = true;
  else if (name === 'c') {
    const place = placeOf(attribute(attributes, 'r') ?? '');
    reading.column = place?.column ?? reading.column + 1;
    reading.cell = {
      type: attribute(attributes, 't') ?? 'n',
      style: Number(attribute(attributes, 's') ?? 0),
      isFormula: false,
    };
    reading.value = '';
  } else if (name === 'f') reading.cell.isFormula = true;
  else if (name === 'row') {
    reading.row = Number(attribute(attributes, 'r') ?? reading.row + 2) - 1;
    reading.column = -1;
    reading.isHiddenRow = isTrue(attribute(attributes, 'hidden'));
  } else if (name === 'col' && isTrue(attribute(attributes, 'hidden'))) {
    const from = Number(attribute(attributes, 'min')) - 1;
    const to = Number(attribute(attributes, 'max')) - 1;
    reading.hiddenColumns.push({ from: { column: from, row: 0 }, to: { column: to, row: 0 } });
  } else if (name === 'mergeCell') {
    const [from, to] = (attribute(attributes, 'ref') ?? '').split(':').map(placeOf);
    if (from && to && reading.merges.length < mostCells) reading.merges.push({ from, to });
  }
}

const isTrue = (value: string | null): boolean => value === '1' || value === 'true';

function closeElement(reading: Reading, name: string): void {
  if (name === 'v' || name === 't') reading.isInValue = false;
  else if (frameElement.test(name)) reading.isInFrame = false;
  else if (name === 'c') keepCell(reading);
  else if (name === 'row' && reading.isHiddenRow && reading.rows.delete(reading.row)) reading.hiddenRows++;
}

function keepCell(reading: Reading): void {
  const text = shown(reading);
  if (text.trim() === '') return;
  if (reading.column >= widestSheet)
    throw new DataError(`Bảng tính quá rộng (hơn ${widestSheet} cột), không phải bảng của văn bản chỉ đạo.`, 'xlsx');
  if (++reading.cells > mostCells) throw new DataError('Bảng tính quá dài, vượt cỡ một văn bản.', 'xlsx');
  const row = reading.rows.get(reading.row) ?? new Map<number, string>();
  reading.rows.set(reading.row, row);
  row.set(reading.column, text);
}

function shown({ cell, value, book }: Reading): string {
  switch (cell.type) {
    case 's':
      return book.texts[Number(value)] ?? '';
    case 'b':
      return '';
    case 'inlineStr':
    case 'str':
    case 'e':
      return value;
    case 'd':
      return value.slice(0, 10).split('-').reverse().join('/');
    default: {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value;
      const format = book.formats[cell.style] ?? '';
      return shownNumber({ value: number, format, is1904: book.is1904, isComputed: cell.isFormula });
    }
  }
}

/** "AB12" → column 27, row 11; null when it is no place. */
function placeOf(reference: string): Place | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match?.[1] === undefined) return null;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) - 1 };
}

/** Rows from top to bottom, cells without gaps, merged ones spanning; hidden columns taken out. */
function arranged({ rows, merges, hiddenColumns }: Reading): SheetRow[] {
  const width = Math.max(0, ...[...rows.values()].map((row) => Math.max(...row.keys()) + 1));
  const isHidden = (column: number) =>
    hiddenColumns.some(({ from, to }) => column >= from.column && column <= to.column);
  const shown = Array.from({ length: width }, (_, column) => column).filter((column) => !isHidden(column));
  const owners = new Map(merges.map((range) => [`${range.from.column} ${range.from.row}`, range]));
  const indexes = [...rows.keys()].sort((a, b) => a - b);
  const taken = indexes.map(() => new Set<number>());
  return indexes.map((index, y) => {
    const cells = shown.flatMap((column): GridCell[] => {
      if (taken[y]?.has(column) === true) return [];
      const text = rows.get(index)?.get(column) ?? '';
      const range = owners.get(`${column} ${index}`);
      if (range === undefined) return [{ text, across: 1, down: 1 }];
      const covered = shown.filter((other) => other >= column && other <= range.to.column);
      const past = indexes.findIndex((other) => other > range.to.row);
      const bottom = past === -1 ? indexes.length : past;
      for (let row = y; row < bottom; row++) for (const other of covered) taken[row]?.add(other);
      return [{ text, across: covered.length, down: bottom - y }];
    });
    return { index, cells };
  });
}
