import { type Box, cropped } from '../ocr/crop.ts';
import type { Recogniser } from '../ocr/recogniser.ts';
import { lineText, pageRows } from '../printed/page-lines.ts';
import { drawPage } from './draw-page.ts';
import type { OpenPdf, PDFPageProxy } from './open-pdf.ts';

/** White around what is looked at, as a share of its size: a stamp that fills its picture is no page. */
const margin = 0.6;

/** What is printed at these places of a page (points), a line each; empty when nothing can be read there. */
export async function pictureText(
  open: OpenPdf,
  page: PDFPageProxy,
  { places, recogniser }: { places: readonly Box[]; recogniser: Recogniser },
): Promise<string> {
  if (places.length === 0) return '';
  const { picture, perPoint } = await drawPage(open, page);
  const lines: string[] = [];
  for (const place of places) {
    const box = scaled(place, perPoint);
    const [across, down] = [(box.right - box.left) * margin, (box.bottom - box.top) * margin];
    const wide = {
      left: box.left - across,
      top: box.top - down,
      right: box.right + across,
      bottom: box.bottom + down,
    };
    const crop = cropped(picture, { box: wide, shown: [box], scale: 1 });
    const { words } = await recogniser.recognise(crop.picture, { number: page.pageNumber, perPoint });
    lines.push(...pageRows(words).flatMap((row) => row.lines.map(lineText)));
  }
  return lines.join('\n');
}

const scaled = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: Math.round(left * by),
  top: Math.round(top * by),
  right: Math.round(right * by),
  bottom: Math.round(bottom * by),
});
