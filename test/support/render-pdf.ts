import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { FormatSample, SampleBlock, SampleCell } from './format-sample.ts';

const fonts = createRequire(import.meta.url)
  .resolve('@expo-google-fonts/tinos/package.json')
  .replace('package.json', '');
const tinos: PdfFonts = {
  regular: `${fonts}400Regular/Tinos_400Regular.ttf`,
  bold: `${fonts}700Bold/Tinos_700Bold.ttf`,
};

type Pdf = InstanceType<typeof PDFDocument>;
const left = 85;
const width = 453;
const bottom = 785;

/** Font files. */
export type PdfFonts = { regular: string; bold: string };

/**
 * `pageNumbers` stand in the middle above the text; `runningHead` on every page; `stamp` in the head; tables `bare` have no lines;
 * `picture`: laid below the number of the document, 90 points wide.
 */
export type PdfStyle = { runningHead?: string; stamp?: string; bare?: boolean; fonts?: PdfFonts; picture?: Buffer };

/** A sample as a PDF laid out as Nghị định 30/2020/NĐ-CP has it: A4, first lines indented, justified, tables with lines over page ends; pages that are pictures behind it. */
export async function renderPdf(
  sample: FormatSample,
  style: PdfStyle = {},
  scans: readonly Buffer[] = [],
): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margins: { top: 57, bottom: 0, left, right: 57 }, bufferPages: true });
  const parts: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
  });
  const { regular, bold } = style.fonts ?? tinos;
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  writeHead(pdf, sample, style);
  for (const block of sample.blocks) writeBlock(pdf, block, style);
  writeFoot(pdf, sample);
  writeEdges(pdf, style);
  for (const scan of scans) pdf.addPage({ size: 'A4', margin: 0 }).image(scan, 0, 0, { width: 595.28 });
  pdf.end();
  return done;
}

const column = (pdf: Pdf, texts: readonly string[], { x, y, wide }: { x: number; y: number; wide: number }): void => {
  let at = y;
  for (const text of texts) {
    pdf.text(text, x, at, { width: wide, align: 'center' });
    at = pdf.y + 2;
  }
};

function writeHead(pdf: Pdf, { frame }: FormatSample, { stamp, picture }: PdfStyle): void {
  pdf.font('bold').fontSize(11);
  column(pdf, [...frame.issuer.split(/ (?=TỈNH|THÀNH PHỐ)/), `Số: ${frame.number}`], { x: 70, y: 57, wide: 180 });
  const lines = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', frame.place];
  column(pdf, lines, { x: 262, y: 57, wide: 290 });
  pdf.moveTo(345, 91).lineTo(470, 91).lineWidth(0.5).stroke();
  if (picture !== undefined) pdf.image(picture, 100, 105, { width: 90 });
  if (stamp !== undefined) pdf.fontSize(16).text(stamp, 80, 120, { width: 100, align: 'center' });
  pdf.fontSize(13).text('', left, 140);
  pdf.text(frame.type, { width, align: 'center' });
  pdf.text(frame.title, left + 40, pdf.y, { width: width - 80, align: 'center' });
  pdf.font('regular').text('', left, pdf.y + 14);
}

function writeBlock(pdf: Pdf, block: SampleBlock, { bare = false }: PdfStyle): void {
  if (block.kind === 'table') {
    writeTable(pdf, block.rows, bare);
    return;
  }
  pdf.fontSize(13);
  const options = {
    width,
    indent: block.kind === 'unit' ? 0 : 28,
    align: block.kind === 'unit' ? 'right' : 'justify',
  } as const;
  writeWrapped(pdf, block.text, options);
  pdf.y += 5;
}

/** Line by line, so that a paragraph may run over a page end. */
function writeWrapped(pdf: Pdf, text: string, { indent, align }: { indent: number; align: 'right' | 'justify' }): void {
  const words = text.split(' ');
  let inset = indent;
  for (let at = 0; at < words.length; ) {
    let to = at + 1;
    while (to < words.length && pdf.widthOfString(words.slice(at, to + 1).join(' ')) <= width - inset) to++;
    const line = words.slice(at, to).join(' ');
    if (pdf.y + 18 > bottom) newPage(pdf);
    const rest = width - inset - pdf.widthOfString(line);
    const isLast = to === words.length;
    const spread = isLast || align === 'right' ? 0 : rest / Math.max(1, to - at - 1);
    const y = pdf.y;
    pdf.text(line, left + inset + (align === 'right' ? rest : 0), y, { lineBreak: false, wordSpacing: spread });
    pdf.y = y + 19;
    inset = 0;
    at = to;
  }
}

function newPage(pdf: Pdf): void {
  pdf.addPage();
  pdf.x = left;
  pdf.y = 62;
}

function writeTable(pdf: Pdf, rows: readonly SampleCell[][], bare: boolean): void {
  pdf.fontSize(11);
  const count = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.across, 0)));
  const narrow = (rows[0]?.[0]?.text.length ?? 0) <= 4 ? 34 : 170;
  const wide = count > 4 ? 150 : 190;
  const others = (width - narrow - wide) / Math.max(1, count - 2);
  const edges = [0, narrow, narrow + wide];
  while (edges.length <= count) edges.push((edges.at(-1) ?? 0) + others);
  const headers = headerRows(rows);
  const placed = placeCells(rows);
  const heights = rows.map((_, y) => rowHeight(pdf, placed, { y, edges }));
  let top = pdf.y + 4;
  for (let y = 0; y < rows.length; y++) {
    const height = heights[y] ?? 0;
    if (top + height > bottom) {
      newPage(pdf);
      pdf.fontSize(11);
      top = pdf.y;
      for (let header = 0; header < headers; header++) {
        drawRow(pdf, placed, { y: header, top, heights, edges, bare });
        top += heights[header] ?? 0;
      }
    }
    drawRow(pdf, placed, { y, top, heights, edges, bare });
    top += height;
  }
  pdf.x = left;
  pdf.y = top + 8;
}

type Placed = SampleCell & { x: number; y: number };

function placeCells(rows: readonly SampleCell[][]): Placed[] {
  const taken = new Set<string>();
  return rows.flatMap((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while (taken.has(`${x} ${y}`)) x++;
      const placed = { ...cell, x, y };
      for (let down = 0; down < cell.down; down++)
        for (let across = 0; across < cell.across; across++) taken.add(`${x + across} ${y + down}`);
      x += cell.across;
      return placed;
    });
  });
}

const headerRows = (rows: readonly SampleCell[][]): number => Math.max(...(rows[0] ?? []).map(({ down }) => down));

function rowHeight(pdf: Pdf, cells: readonly Placed[], { y, edges }: { y: number; edges: number[] }): number {
  const own = cells.filter((cell) => cell.y === y && cell.down === 1);
  const heights = own.map(({ text, x, across }) =>
    pdf.heightOfString(text || ' ', { width: (edges[x + across] ?? 0) - (edges[x] ?? 0) - 8 }),
  );
  return Math.max(16, ...heights) + 7;
}

type RowPlace = { y: number; top: number; heights: number[]; edges: number[]; bare: boolean };

function drawRow(pdf: Pdf, cells: readonly Placed[], { y, top, heights, edges, bare }: RowPlace): void {
  for (const { text, x, across, down, y: row } of cells) {
    if (row !== y) continue;
    const [from, to] = [left + (edges[x] ?? 0), left + (edges[x + across] ?? 0)];
    const height = heights.slice(y, y + down).reduce((sum, one) => sum + one, 0);
    if (!bare)
      pdf
        .lineWidth(0.5)
        .rect(from, top, to - from, height)
        .stroke();
    const align = x === 1 ? 'left' : 'center';
    pdf.text(text, from + 4, top + 4, { width: to - from - 8, align });
  }
}

function writeFoot(pdf: Pdf, { frame }: FormatSample): void {
  if (pdf.y + 110 > bottom) newPage(pdf);
  const y = pdf.y + 12;
  pdf.fontSize(10).text('Nơi nhận:', left, y);
  pdf.text('- Như trên;', left, y + 14);
  pdf.text('- Lưu: VT.', left, y + 28);
  pdf.font('bold').fontSize(12);
  pdf.text('CHỦ TỊCH', 330, y, { width: 200, align: 'center' });
  pdf.text(frame.signer, 330, y + 80, { width: 200, align: 'center' });
}

function writeEdges(pdf: Pdf, { runningHead }: PdfStyle): void {
  const { count } = pdf.bufferedPageRange();
  pdf.font('regular').fontSize(11);
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    if (runningHead !== undefined) pdf.text(runningHead, left, 800, { width, align: 'right', lineBreak: false });
    if (page > 0) pdf.text(String(page + 1), left, 34, { width, align: 'center', lineBreak: false });
  }
}
