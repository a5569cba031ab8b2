import { lightAt, type Picture } from './picture.ts';

/** A rectangle in pixels; `right` and `bottom` are just outside. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** White around what is cut out: letters at the very edge are read badly. */
const border = 12;

/** A part of a picture, enlarged, and the way back from its pixels. */
export type Crop = {
  source: Picture;
  shown: readonly Box[];
  picture: Picture;
  toSource(x: number, y: number): { x: number; y: number };
};

/** What stands within `box`, and there only within `shown`, so many times as large. */
export function cropped(
  source: Picture,
  { box, shown, scale }: { box: Box; shown: readonly Box[]; scale: number },
): Crop {
  const width = Math.ceil((box.right - box.left) * scale) + 2 * border;
  const height = Math.ceil((box.bottom - box.top) * scale) + 2 * border;
  const grey = new Uint8Array(width * height).fill(255);
  for (const part of shown) {
    const [left, right] = [part.left - box.left, part.right - box.left].map((x) => Math.round(x * scale) + border) as [
      number,
      number,
    ];
    const [top, bottom] = [part.top - box.top, part.bottom - box.top].map((y) => Math.round(y * scale) + border) as [
      number,
      number,
    ];
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
        grey[y * width + x] = lightAt(source, (x - border) / scale + box.left, (y - border) / scale + box.top);
      }
    }
  }
  return {
    source,
    shown,
    picture: { grey, width, height },
    toSource: (x, y) => ({ x: (x - border) / scale + box.left, y: (y - border) / scale + box.top }),
  };
}
