import { type GridCell, mostColumns } from './table-lines.ts';

/** A cell with the lines of its text and the columns and rows it covers. */
type Drawn = { lines: string[]; from: number; to: number; top: number; bottom: number };

/**
 * The rows of a drawn table, its lines as they stand with "+", "-", "=" and "|" for the drawing. A cell goes on over lines until a line is
 * ruled below it, and over columns where no bar parts them. Null where bars stand off the corners, or where lines without a rule between
 * may be one row or several.
 */
export function drawnCells(lines: readonly string[]): GridCell[][] | null {
  const corners = cornersOf(lines);
  if (corners.length < 3 || corners.length > mostColumns + 1) return null;
  const ruled = ruledRows(lines, corners);
  if (ruled === null) return null;
  const cells: Drawn[] = [];
  let open: (Drawn | undefined)[] = [];
  let row = -1;
  for (const line of ruled) {
    const rules = rulesOf(line, corners);
    if (rules.includes(true)) {
      row++;
      open = open.map((cell, at) => (rules[at] === true ? undefined : cell));
    }
    const pieces = piecesOf(line, corners);
    if (pieces === null) return null;
    for (const { from, to, text } of pieces) {
      if (rules[from] === true) continue;
      const above = open[from];
      const goesOn = above !== undefined && above.from === from && above.to === to;
      const cell = goesOn ? above : { lines: [], from, to, top: row, bottom: row };
      if (!goesOn) cells.push(cell);
      for (let at = from; at <= to; at++) open[at] = cell;
      if (text !== '') cell.lines.push(text);
      cell.bottom = row;
    }
  }
  return rowsOf(cells);
}

/** Where a rule meets another, in one of the lines. */
function cornersOf(lines: readonly string[]): number[] {
  const at = lines.flatMap((line) => [...line.matchAll(corner)].map(({ index }) => index));
  return [...new Set(at)].sort((a, b) => a - b);
}

const corner = /\+(?=[-=])|(?<=[-=])\+/g;
const bar = /\||\+(?=[-=])|(?<=[-=])\+/g;

/** Of each column, whether the line rules off what stands above it. */
const rulesOf = (line: string, corners: readonly number[]): boolean[] =>
  corners.slice(1).map((end, at) => /^[-=:]+$/.test(line.slice((corners[at] ?? 0) + 1, end)));

type Piece = { from: number; to: number; text: string };

/** What a line has between its bars; null when a bar stands where no corner is. */
function piecesOf(line: string, corners: readonly number[]): Piece[] | null {
  const bars = new Set([...line.matchAll(bar)].map(({ index }) => index));
  if ([...bars].some((at) => !corners.includes(at)) || !bars.has(corners[0] ?? 0)) return null;
  const pieces: Piece[] = [];
  let from = 0;
  for (let to = 0; to + 1 < corners.length; to++) {
    if (to + 2 < corners.length && !bars.has(corners[to + 1] ?? 0)) continue;
    pieces.push({ from, to, text: line.slice((corners[from] ?? 0) + 1, corners[to + 1]).trim() });
    from = to + 1;
  }
  return pieces;
}

function rowsOf(cells: readonly Drawn[]): GridCell[][] {
  const rows = [...Map.groupBy(cells, ({ top }) => top)].sort(([a], [b]) => a - b);
  return rows.map(([top, own]) =>
    own
      .sort((a, b) => a.from - b.from)
      .map(({ lines, from, to, bottom }) => ({
        text: lines.join(' '),
        across: to - from + 1,
        down: bottom - top + 1,
      })),
  );
}

const figure = /^(?:[<>≥≤~±+-]\s*)?\d[\d.,]*\s*%?$/;
const ordinal = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ]|[a-zđ])[.)]?$/u;

/**
 * The lines with a rule put between rows that have none: lines that each hold figures, or a number of a row. Null where a line between
 * such rows may be a row of its own or go on with the one above, and where the lines of a header may be one row or two.
 */
function ruledRows(lines: readonly string[], corners: readonly number[]): string[] | null {
  const rule = lines[0] ?? '';
  const written: string[] = [];
  let rules = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    let end = at + 1;
    if (rulesOf(line, corners).includes(true)) {
      rules++;
      written.push(line);
      at = end;
      continue;
    }
    while (end < lines.length && !rulesOf(lines[end] ?? '', corners).includes(true)) end++;
    const band = lines.slice(at, end).map((one) => ({ line: one, texts: textsOf(one, corners) }));
    const isApart = rules > 1 && isSeveral(band.map(({ texts }) => texts));
    if (rules < 2 && isLevelled(band.map(({ texts }) => texts))) return null;
    const isNumbered = band.every(({ texts }) => !hasFigure(texts) || ordinal.test(texts[0] ?? ''));
    for (const [place, { line: one, texts }] of band.entries()) {
      const opens = opensRow(texts);
      if (isApart && !opens && !goesOn(texts.find((text) => text !== '') ?? '', isNumbered)) return null;
      if (isApart && opens && place > 0) written.push(rule);
      written.push(one);
    }
    at = end;
  }
  return written;
}

const textsOf = (line: string, corners: readonly number[]): string[] =>
  corners.slice(1).map((end, at) => line.slice((corners[at] ?? 0) + 1, end).trim());

const hasFigure = (texts: readonly string[]): boolean => texts.slice(1).some((text) => figure.test(text));

const opensRow = (texts: readonly string[]): boolean => ordinal.test(texts[0] ?? '') || hasFigure(texts);

/** Words without figures go on with the row above where they open small, or where every row has its number and these name no parts. */
const goesOn = (words: string, isNumbered: boolean): boolean =>
  /^(?:[\p{Ll}(]|$)/u.test(words) || (isNumbered && !/^(?:[-–+•*]|trong |bao gồm|gồm|chia ra)/iu.test(words));

/** Lines that are rows each: some column has two whole figures, or two numbers of rows. */
const isSeveral = (band: readonly (readonly string[])[]): boolean =>
  (band[0] ?? []).some((_, at) => {
    const whole = at === 0 ? ordinal : figure;
    return band.filter((texts) => whole.test(texts[at] ?? '')).length > 1;
  });

/** A header of several lines in which a cell opens below the one beside it: perhaps under a header that spans both. */
const isLevelled = ([first = [], ...below]: readonly (readonly string[])[]): boolean =>
  first.some(
    (text, at) => text === '' && (first[at - 1] ?? '') !== '' && below.some((texts) => (texts[at] ?? '') !== ''),
  );
