import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { drawPage } from '../../src/ingest/readers/pdf/draw-page.ts';
import { openPdf } from '../../src/ingest/readers/pdf/open-pdf.ts';

/**
 * How bad a scan is: `skew` in degrees, `noise` 0..1 of specks, `blur` in pixels, `stamp` printed red over the head, a round `seal` over
 * the text, `fade` 0..1 of the ink lost, `dotsPerInch` of the scanner and `quality` of its JPEG.
 */
export type ScanFaults = {
  skew?: number;
  noise?: number;
  blur?: number;
  stamp?: string;
  seal?: boolean;
  fade?: number;
  dotsPerInch?: number;
  quality?: number;
};

const drawnAt = 300;

const stampFont = '600 66px sans-serif';

/** The pages of a PDF as an office scanner gives them: pictures of 300 dots an inch, not quite straight, with specks. */
export async function scanPages(pdf: Uint8Array, faults: ScanFaults = {}): Promise<Canvas[]> {
  const open = await openPdf(pdf);
  try {
    const pages: Canvas[] = [];
    for (let number = 1; number <= open.document.numPages; number++) {
      const { picture } = await drawPage(open, await open.document.getPage(number));
      const canvas = createCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      const image = context.createImageData(picture.width, picture.height);
      for (const [at, grey] of picture.grey.entries()) image.data.set([grey, grey, grey, 255], at * 4);
      context.putImageData(image, 0, 0);
      pages.push(spoilt(canvas, { ...faults, ...(number === 1 ? {} : { stamp: '' }) }));
    }
    return pages;
  } finally {
    await open.close();
  }
}

/** The pages as a PDF of pictures only. */
export async function renderScan(pdf: Uint8Array, faults: ScanFaults = {}): Promise<Uint8Array> {
  const { dotsPerInch = drawnAt, quality = 85 } = faults;
  const pages = await scanPages(pdf, faults);
  const scan = new PDFDocument({ autoFirstPage: false });
  const parts: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve) => {
    scan.on('data', (part: Buffer) => parts.push(part));
    scan.on('end', () => resolve(Buffer.concat(parts)));
  });
  for (const page of pages) {
    const size: [number, number] = [(page.width * 72) / drawnAt, (page.height * 72) / drawnAt];
    const picture = resized(page, dotsPerInch / drawnAt).toBuffer('image/jpeg', quality);
    scan.addPage({ size, margin: 0 }).image(picture, 0, 0, { width: size[0] });
  }
  scan.end();
  return done;
}

function resized(page: Canvas, scale: number): Canvas {
  if (scale === 1) return page;
  const canvas = createCanvas(Math.round(page.width * scale), Math.round(page.height * scale));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(page, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function spoilt(
  page: Canvas,
  { skew = 0, noise = 0, blur = 0, stamp = '', seal = false, fade = 0 }: ScanFaults,
): Canvas {
  const canvas = createCanvas(page.width, page.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f2ec';
  context.fillRect(0, 0, page.width, page.height);
  if (blur > 0) context.filter = `blur(${blur}px)`;
  context.globalCompositeOperation = 'multiply';
  context.translate(page.width / 2, page.height / 2);
  context.rotate((skew * Math.PI) / 180);
  context.globalAlpha = 1 - fade;
  context.drawImage(page, -page.width / 2, -page.height / 2);
  context.globalAlpha = 1;
  context.resetTransform();
  context.filter = 'none';
  if (stamp !== '') drawStamp(context, stamp);
  if (seal) drawSeal(context, page);
  addSpecks(context, page, noise);
  return canvas;
}

function drawStamp(context: SKRSContext2D, text: string): void {
  context.save();
  context.translate(450, 600);
  context.rotate(-0.03);
  context.font = stampFont;
  context.strokeStyle = '#b3202a';
  context.fillStyle = '#b3202a';
  context.lineWidth = 6;
  const { width } = context.measureText(text);
  context.strokeRect(-30, -75, width + 60, 105);
  context.fillText(text, 0, 0);
  context.restore();
}

/** The round red seal of an office, over the text in the middle of the page. */
function drawSeal(context: SKRSContext2D, { width, height }: Canvas): void {
  context.save();
  context.globalAlpha = 0.6;
  context.strokeStyle = '#c8283c';
  context.fillStyle = '#c8283c';
  context.translate(width * 0.6, height * 0.45);
  for (const [radius, line] of [
    [210, 8],
    [160, 4],
  ] as const) {
    context.lineWidth = line;
    context.beginPath();
    context.arc(0, 0, radius, 0, 2 * Math.PI);
    context.stroke();
  }
  context.font = '600 34px sans-serif';
  for (const letter of 'ỦY BAN NHÂN DÂN ★ ') {
    context.rotate((2 * Math.PI) / 18);
    context.fillText(letter, -12, -172);
  }
  context.restore();
}

/** Dark specks, the same on every run. */
function addSpecks(context: SKRSContext2D, { width, height }: Canvas, noise: number): void {
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  context.fillStyle = 'rgba(60,60,60,0.8)';
  for (let at = 0; at < noise * 20_000; at++)
    context.fillRect(next() * width, next() * height, 1 + 2 * next(), 1 + 2 * next());
}
