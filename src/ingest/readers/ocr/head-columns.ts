import type { Box } from './crop.ts';
import type { Picture } from './picture.ts';

/** Points a cell of the map of ink, and how dark ink is. */
const cell = 2;
const dark = 140;
const fewestDark = 2;
/** A head lies in the upper third. The gap between its columns runs in the middle, so wide and long at least, in points. */
const headShare = 0.33;
const gapFrom = 0.3;
const gapTo = 0.65;
const narrowestGap = 8;
const shortestGap = 44;

/**
 * The two columns of the head of a document (Nghị định 30/2020/NĐ-CP): issuer and number on the left, name of the state and date on the
 * right, above the first line that stands across. Their lines are not level with one another and are run together when read as one block.
 * Null when the page has no such head.
 */
export function headColumns(page: Picture, perPoint: number): { left: Box; right: Box; bottom: number } | null {
  const step = cell * perPoint;
  const rows = inkMap(page, step);
  const first = rows.findIndex(hasInk);
  const at = first === -1 ? null : gapIn(rows.slice(first, first + shortestGap / cell));
  if (at === null) return null;
  const crossed = rows.findIndex((row, y) => y > first && hasInk(row.slice(at - 1, at + 2)));
  // The line that crosses the gap begins below the last row without any ink.
  const free = rows.slice(0, crossed === -1 ? rows.length : crossed).findLastIndex((row) => !hasInk(row));
  if (free <= first) return null;
  const [top, bottom, cut] = [Math.max(0, first - 1), free + 0.5, at + 0.5].map((cells) => Math.round(cells * step));
  return {
    left: { left: 0, top: top ?? 0, right: cut ?? 0, bottom: bottom ?? 0 },
    right: { left: cut ?? 0, top: top ?? 0, right: page.width, bottom: bottom ?? 0 },
    bottom: bottom ?? 0,
  };
}

const hasInk = (row: readonly boolean[]): boolean => row.some((isInk) => isInk);

/** Where there is ink in the upper part of a page, cell by cell. */
function inkMap({ grey, width, height }: Picture, step: number): boolean[][] {
  const across = Math.floor(width / step);
  return Array.from({ length: Math.floor((height * headShare) / step) }, (_, row) => {
    const counts = new Uint16Array(across);
    for (let y = Math.floor(row * step); y < (row + 1) * step; y++)
      for (let x = 0; x < width; x++)
        if ((grey[y * width + x] ?? 255) < dark) {
          const at = Math.floor(x / step);
          if (at < across) counts[at] = (counts[at] ?? 0) + 1;
        }
    return Array.from(counts, (count) => count >= fewestDark);
  });
}

/** The middle of the widest place in the middle of these rows that none of them has ink in; null when it is narrow. */
function gapIn(rows: readonly boolean[][]): number | null {
  const across = rows[0]?.length ?? 0;
  let widest = { from: 0, length: 0 };
  let from = Math.floor(across * gapFrom);
  for (let at = from; at <= Math.floor(across * gapTo); at++) {
    if (rows.some((row) => row[at])) from = at + 1;
    else if (at + 1 - from > widest.length) widest = { from, length: at + 1 - from };
  }
  return widest.length * cell < narrowestGap ? null : widest.from + (widest.length >> 1);
}
