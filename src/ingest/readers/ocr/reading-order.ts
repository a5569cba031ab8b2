import type { RuledCell, RuledGrid } from '../printed/ruled-grid.ts';
import { type Box, type Crop, cropped } from './crop.ts';
import { headColumns } from './head-columns.ts';
import type { Picture } from './picture.ts';

/** Pixels a point at which text is read well and fast, and at which the commas of small figures are read, too: 200 and 300 dots an inch. */
const textScale = 200 / 72;
const tableScale = 300 / 72;

/**
 * The parts of a page to be recognised, each a block of text of its own: its head column by column, what else stands outside of tables, and each table column by column,
 * since words far apart on a line are run together or lost. `grids` are in points.
 */
export function readingOrder(page: Picture, grids: readonly RuledGrid[], perPoint: number): Crop[] {
  const text = withoutBoxes(
    page,
    grids.map((grid) => inPixels(grid, perPoint)),
  );
  const part = (box: Box, scale: number) => cropped(text, { box, shown: [box], scale: scale / perPoint });
  const head = headColumns(text, perPoint);
  const body = { left: 0, top: head?.bottom ?? 0, right: page.width, bottom: page.height };
  const heads = head === null ? [] : [part(head.left, textScale), part(head.right, textScale)];
  return [...heads, part(body, textScale), ...grids.flatMap((grid) => columnsOf(page, grid, perPoint))];
}

const inPixels = ({ left, top, right, bottom }: Box, perPoint: number): Box => ({
  left: Math.round(left * perPoint),
  top: Math.round(top * perPoint),
  right: Math.round(right * perPoint),
  bottom: Math.round(bottom * perPoint),
});

function withoutBoxes(page: Picture, boxes: readonly Box[]): Picture {
  const grey = page.grey.slice();
  for (const { left, top, right, bottom } of boxes)
    for (let y = Math.max(0, top); y < Math.min(page.height, bottom); y++)
      grey.fill(255, y * page.width + Math.max(0, left), y * page.width + Math.min(page.width, right));
  return { ...page, grey };
}

/** The cells below one another in each column, and those that cover several columns together. */
function columnsOf(page: Picture, grid: RuledGrid, perPoint: number): Crop[] {
  const columns = new Map<number, RuledCell[]>();
  for (const cell of grid.rows.flat()) {
    const key = cell.across === 1 ? cell.left : -1;
    columns.set(key, [...(columns.get(key) ?? []), cell]);
  }
  return [...columns.values()].map((cells) => {
    const shown = cells.map((cell) => inPixels(cell, perPoint));
    const box = {
      left: Math.min(...shown.map(({ left }) => left)),
      top: Math.min(...shown.map(({ top }) => top)),
      right: Math.max(...shown.map(({ right }) => right)),
      bottom: Math.max(...shown.map(({ bottom }) => bottom)),
    };
    return cropped(page, { box, shown, scale: tableScale / perPoint });
  });
}
