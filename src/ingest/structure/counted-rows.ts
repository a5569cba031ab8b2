import type { Cell } from '../block.ts';
import { isSumName } from '../sum-name.ts';
import type { CellLine } from './cell-lines.ts';

/** Columns of a table told by its header: the words before the values (number left out, name first), the values, the words behind. */
export type CountedShape = { lead: number; values: number; tail: number };

/** A row of a table copied one cell a line: its cells by column, where its text ends and the last source line it takes. */
export type CountedRow = { cells: Cell[]; end: number; lastLine: number };

type Run = { texts: (line: CellLine) => string; from: number; shape: CountedShape; longestLine: number };

/** The header of a table; where it stands again behind a page break, the table goes on as another. */
export const numberHeader = /^[\s*_]*(?:stt|tt|số tt|số thứ tự)[\s*_]*$/iu;
const counted = /^[\s*_(]*(\d{1,3})[.)]?[\s*_]*$/;
const path = /^\d{1,2}(?:\.\d{1,2})+[.)]?$/;
const group = /^[\s*_(]*(?:[IVX]{1,5}|[A-ZĐ])[.)]?[\s*_]*$/u;
const letter = /^[a-zđ][.)]?$/u;
const value =
  /^(?!\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4}|$))(?:(?:[<>≥≤~±+-]|trên|dưới|khoảng|từ|hơn|tối thiểu|tối đa|ít nhất|không quá|không dưới|đạt|tăng|giảm|thêm|còn|phấn đấu|duy trì|bình quân|giữ|vững|ổn định|xấp xỉ)\s*){0,4}\d[\d.,/]*(?:\s?(?:%|[-–]\s?\d|\(|\p{L}[^.;]{0,40}$|$)|$)|^[-–…]+$/iu;
/** "1.000 con" in a column of units. */
const manyOf = /^1[.,]?0{2,3}\s\p{L}/u;
const longestValue = 90;
const longestNote = 120;

/**
 * Rows from `from` on, and how many of them have all their values. A row opens with its number, or with none where a part stands below a
 * numbered row; it ends behind its last value. Rows behind the last complete one are left out.
 */
export function countedRows(lines: readonly CellLine[], run: Run): { rows: CountedRow[]; complete: number } {
  const rows: CountedRow[] = [];
  let [at, kept, complete, number] = [run.from, 0, 0, 0];
  while (at < lines.length) {
    const row = rowAt(lines, at, { ...run, number });
    if (row === null) break;
    number = row.number ?? number;
    at = row.next;
    rows.push(row.row);
    if (!row.isComplete) continue;
    complete++;
    kept = rows.length;
  }
  const valued = rows.filter(({ cells }) => cells.slice(1 + run.shape.lead).some(({ start, end }) => end > start));
  return { rows: rows.slice(0, kept), complete: complete * 2 > valued.length ? complete : 0 };
}

type Found = { row: CountedRow; next: number; number: number | null; isComplete: boolean };

function rowAt(lines: readonly CellLine[], from: number, run: Run & { number: number }): Found | null {
  const { shape, texts } = run;
  const first = lines[from];
  if (first === undefined) return null;
  const isNumbered = opens(lines, from, run);
  const own = isNumbered ? texts(first) : '';
  const scan = { lines, run: { ...run, own, isGroup: isNumbered && !counted.test(own) }, isNumbered };
  const words = wordsFrom(scan, isNumbered || isEmpty(first) ? from + 1 : from);
  if (words === null || words.length === 0) return null;
  const values = valuesFrom(scan, words.at(-1)?.at ?? from);
  const isFull = values.length === shape.values;
  const isComplete = isFull && values.some(({ line }) => !isEmpty(line));
  if (!isNumbered && !isComplete) return null;
  const last = (values.at(-1) ?? words.at(-1))?.at ?? from;
  const next = isComplete ? behindTail(scan, last + 1) : last + 1;
  const number = isNumbered ? { ...first } : { start: first.start, end: first.start };
  const named = placedWords(
    words.map(({ line }) => line),
    shape.lead,
  );
  const taken: Cell[] = [number, ...named, ...(isFull ? values.map(({ line }) => line) : [])];
  const end = taken.at(-1)?.end ?? first.end;
  const width = 1 + shape.lead + shape.values + shape.tail;
  const cells = Array.from({ length: width }, (_, column): Cell => taken[column] ?? { start: end, end });
  const lastLine = lines[next - 1]?.index ?? first.index;
  const count = counted.exec(own)?.[1];
  return {
    row: { cells, end, lastLine },
    next,
    number: count === undefined ? null : Number(count),
    isComplete,
  };
}

const isEmpty = ({ start, end }: CellLine): boolean => start === end;

type Scan = {
  lines: readonly CellLine[];
  run: Run & { number: number; own: string; isGroup: boolean };
  isNumbered: boolean;
};
type Taken = { line: CellLine; at: number };

/** The words of a row from `from` up to its first value or the next row. Null where prose stands. */
function wordsFrom({ lines, run, isNumbered }: Scan, from: number): Taken[] | null {
  const words: Taken[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (words.length > 0 && (isNumbered ? nextNumber : opens)(lines, at, run))) break;
    const isUnit = words.length > 0 && words.length === run.shape.lead - 1 && manyOf.test(run.texts(line));
    if (isEmpty(line) ? words.length >= run.shape.lead : isValue(line, run) && !isUnit) break;
    if (
      line.end - line.start > run.longestLine ||
      numberHeader.test(run.texts(line)) ||
      words.length > run.shape.lead + 5
    )
      return null;
    words.push({ line, at });
  }
  return words;
}

/** The values behind the words of a row that end at `last`, as many as the table has columns of them at most. */
function valuesFrom({ lines, run }: Scan, last: number): Taken[] {
  const values: Taken[] = [];
  for (let at = last + 1; values.length < run.shape.values; at++) {
    const line = lines[at];
    if (line === undefined || !(isEmpty(line) || isValue(line, run)) || nextNumber(lines, at, run)) break;
    values.push({ line, at });
  }
  return values;
}

const isValue = (line: CellLine, { texts }: Run): boolean =>
  line.end - line.start <= longestValue && value.test(texts(line));

/** Where the columns of words behind the values of a row end. */
function behindTail({ lines, run }: Scan, from: number): number {
  let at = from;
  for (let line = lines[at]; line !== undefined && at < from + run.shape.tail * 2; line = lines[++at])
    if (
      opens(lines, at, run) ||
      line.end - line.start > longestNote ||
      isPart(run.texts(line)) ||
      isSumName(run.texts(line))
    )
      break;
  return at;
}

const isPart = (text: string): boolean => /^[-–+•*]\s|^(?:trong (?:số )?đó|bao gồm)/iu.test(text);

/** A number of a row: words stand below it. */
function opens(lines: readonly CellLine[], at: number, { texts }: Run): boolean {
  const line = lines[at];
  const below = lines[at + 1];
  if (line === undefined || below === undefined || below.end === below.start) return false;
  const text = texts(line);
  const isNumber =
    counted.test(text) || path.test(text) || group.test(text) || letter.test(text) || /^[-–+]$/.test(text);
  return isNumber && /\p{L}{2}/u.test(texts(below)) && !value.test(texts(below));
}

/** Whether the line at `at` counts on from the row before rather than being a value of it. */
function nextNumber(
  lines: readonly CellLine[],
  at: number,
  run: Run & { number: number; own: string; isGroup: boolean },
): boolean {
  const line = lines[at];
  if (line === undefined || !opens(lines, at, run)) return false;
  const text = run.texts(line);
  const count = Number(counted.exec(text)?.[1] ?? Number.NaN);
  const before = Number(counted.exec(run.own)?.[1] ?? run.number);
  if (Number.isNaN(count)) return group.test(text) || letter.test(text) || path.test(text);
  return count === before + 1 || (run.isGroup && count === 1);
}

/** The words of a row in its columns: name lines joined where there are more than the header has columns. */
function placedWords(words: readonly CellLine[], lead: number): Cell[] {
  const [first] = words;
  if (first === undefined || words.length <= lead) return [...words, ...emptyAfter(words, lead)];
  const surplus = words.length - lead;
  return [{ start: first.start, end: words[surplus]?.end ?? first.end }, ...words.slice(surplus + 1)];
}

const emptyAfter = (words: readonly CellLine[], lead: number): Cell[] => {
  const end = words.at(-1)?.end ?? 0;
  return Array.from({ length: lead - words.length }, () => ({ start: end, end }));
};
