import type { Box } from '../ocr/crop.ts';
import type { PDFPageProxy } from './open-pdf.ts';

/** Points; smaller pictures hold no word that is read, larger ones are no stamp but the page itself. */
const narrowest = 18;
const lowest = 8;
const largestShare = 0.35;
/** Of a page that is a picture with words laid under it, what holds its head. */
const headShare = 0.36;
const mostPlaces = 4;

/** Where on a written page a stamp may stand that is none of its words: pictures, stamps laid over it, the head of a scan; in points. */
export async function stampPlaces(page: PDFPageProxy, pictures: readonly Box[]): Promise<Box[]> {
  const { width, height } = page.getViewport({ scale: 1 });
  const places: Box[] = [];
  for (const box of [...pictures, ...(await stampNotes(page))]) {
    const shown = {
      left: Math.max(0, box.left),
      top: Math.max(0, box.top),
      right: Math.min(width, box.right),
      bottom: Math.min(height, box.bottom),
    };
    const [across, down] = [shown.right - shown.left, shown.bottom - shown.top];
    if (across * down > width * height * largestShare)
      places.push({ left: 0, top: 0, right: width, bottom: height * headShare });
    else if (across >= narrowest && down >= lowest) places.push(shown);
  }
  const highestFirst = places.sort((a, b) => a.top - b.top);
  return highestFirst
    .filter((box, at) => !highestFirst.slice(0, at).some((other) => isSame(box, other)))
    .slice(0, mostPlaces);
}

const isSame = (one: Box, other: Box): boolean =>
  Math.abs(one.left - other.left) < 2 && Math.abs(one.top - other.top) < 2 && Math.abs(one.right - other.right) < 2;

const noteKinds = new Set(['Stamp', 'FreeText', 'Watermark']);

/** Stamps that a program laid over the page. */
async function stampNotes(page: PDFPageProxy): Promise<Box[]> {
  const notes = (await page.getAnnotations()) as { subtype: string; rect: number[] }[];
  const { height } = page.getViewport({ scale: 1 });
  return notes
    .filter(({ subtype }) => noteKinds.has(subtype))
    .map(({ rect: [left = 0, bottom = 0, right = 0, top = 0] }) => ({
      left,
      right,
      top: height - top,
      bottom: height - bottom,
    }));
}
