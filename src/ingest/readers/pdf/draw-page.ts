import { dropSeals } from '../ocr/drop-seals.ts';
import { greyPicture, type Picture } from '../ocr/picture.ts';
import type { OpenPdf, PDFPageProxy } from './open-pdf.ts';

/** What office scanners give. */
const dotsPerInch = 300;
/** A page that would take more is drawn smaller. */
const mostPixels = 12e6;

type Canvas = {
  canvas: unknown;
  context: { getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } };
};
type CanvasFactory = { create(width: number, height: number): Canvas; destroy(canvas: Canvas): void };

/** A page as a picture of about 300 dots an inch, on white, and its pixels a point. */
export async function drawPage(
  { document }: OpenPdf,
  page: PDFPageProxy,
): Promise<{ picture: Picture; perPoint: number }> {
  const { width, height } = page.getViewport({ scale: 1 });
  const perPoint = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)));
  const viewport = page.getViewport({ scale: perPoint });
  const size = { width: Math.max(1, Math.round(viewport.width)), height: Math.max(1, Math.round(viewport.height)) };
  const factory = document.canvasFactory as CanvasFactory;
  const drawn = factory.create(size.width, size.height);
  try {
    await page.render({ canvas: drawn.canvas as never, canvasContext: drawn.context as never, viewport }).promise;
    const { data } = drawn.context.getImageData(0, 0, size.width, size.height);
    return { picture: dropSeals(greyPicture(data, size), data, perPoint), perPoint };
  } finally {
    factory.destroy(drawn);
  }
}
