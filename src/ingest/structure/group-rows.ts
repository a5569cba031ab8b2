import type { Cell } from '../block.ts';

const counted = /^\(?(\d{1,3})[.)]?$/;
const maxColumns = 14;
const grouped = /^\(?(?:[IVX]{1,5}|[A-ZĐ])[.)]?$/;

/**
 * The cells of a run with the rows of its groups ("I | Hạ tầng số") filled up to the width of the header: converters drop the cells that a
 * group spans. The run as it is where no numbered header opens it, or where its rows do not follow each other at that width.
 */
export function filledGroups(cells: readonly Cell[], texts: readonly string[]): { cells: Cell[]; texts: string[] } {
  const asIs = { cells: [...cells], texts: [...texts] };
  const width = texts.findIndex((text) => grouped.test(text));
  if (width < 3 || width > maxColumns || !/^(?:stt|tt|số tt|số thứ tự)$/iu.test(texts[0] ?? '')) return asIs;
  if (isTwoRows(texts, width)) return asIs;
  const filled = { cells: cells.slice(0, width), texts: texts.slice(0, width) };
  for (let at = width; at < cells.length; ) {
    const length = rowLength(texts, at, width);
    if (length === null) return asIs;
    filled.cells.push(...cells.slice(at, at + length));
    filled.texts.push(...texts.slice(at, at + length));
    at += length;
    const end = cells[at - 1]?.end ?? 0;
    for (let missing = at >= cells.length ? 0 : width - length; missing > 0; missing--) {
      filled.cells.push({ start: end, end });
      filled.texts.push('');
    }
  }
  return filled;
}

/** The cells above the first group are two rows of headers when the rows below count on at less than their number. */
function isTwoRows(texts: readonly string[], width: number): boolean {
  const first = texts.findIndex((text, at) => at >= width && counted.exec(text)?.[1] === '1');
  const next = texts.findIndex(
    (text, at) => at > first + 2 && counted.exec(text)?.[1] === '2' && /\p{L}{2}/u.test(texts[at + 1] ?? ''),
  );
  return first >= 0 && next > first && next - first < width;
}

/** A group ends where its first row is numbered "1"; other rows fill the width. Null where a row opens with no number. */
function rowLength(texts: readonly string[], at: number, width: number): number | null {
  const first = texts[at] ?? '';
  if (!grouped.test(first)) return counted.test(first) ? Math.min(width, texts.length - at) : null;
  for (let length = 2; length < width; length++) {
    const isEmpty = texts.slice(at + 2, at + length).every((text) => text === '');
    if (isEmpty && counted.exec(texts[at + length] ?? '')?.[1] === '1') return length;
  }
  return Math.min(width, texts.length - at);
}
