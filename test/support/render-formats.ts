import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import ExcelJS from 'exceljs';
import type { FormatSample, SampleBlock, SampleCell } from './format-sample.ts';

export type Format = 'txt' | 'md' | 'docx' | 'xlsx' | 'csv' | 'html';
export const formats: readonly Format[] = ['txt', 'md', 'docx', 'xlsx', 'csv', 'html'];

/** The bytes of a sample as a file of a format. */
export async function renderFormat(sample: FormatSample, format: Format): Promise<Uint8Array> {
  switch (format) {
    case 'txt':
      return bytesOf(plainText(sample, (grid) => grid.map((row) => row.join('\t'))));
    case 'md':
      return bytesOf(plainText(sample, markdownRows));
    case 'docx':
      return word(sample);
    case 'xlsx':
      return excel(sample);
    case 'csv':
      return bytesOf(csvOf(sheetRows(sample)));
    case 'html':
      return bytesOf(page(sample));
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const state = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
const issuerOf = ({ frame }: FormatSample): string[] => frame.issuer.split(/ (?=TỈNH|THÀNH PHỐ)/);
const recipients = ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'];
const signature = ({ frame }: FormatSample): string[] => ['CHỦ TỊCH', frame.signer];

function markdownRows(grid: readonly string[][]): string[] {
  const rows = grid.map((row) => `| ${row.join(' | ')} |`);
  const rule = `|${(grid[0] ?? []).map(() => '---').join('|')}|`;
  return [rows[0] ?? '', rule, ...rows.slice(1)];
}

function plainText(sample: FormatSample, rowsOf: (grid: string[][]) => string[]): string {
  const { frame, blocks } = sample;
  const body = blocks.map((block) => (block.kind === 'table' ? rowsOf(block.grid).join('\n') : block.text));
  return [
    issuerOf(sample).join('\n'),
    state.join('\n'),
    `Số: ${frame.number}`,
    frame.place,
    `${frame.type}\n${frame.title}`,
    ...body,
    recipients.join('\n'),
    signature(sample).join('\n\n'),
  ].join('\n\n');
}

const marks = [/^[IVX]+\. /, /^\d+\. /, /^[a-z]\) /];

async function word(sample: FormatSample): Promise<Uint8Array> {
  const center = { alignment: AlignmentType.CENTER };
  const lines = (texts: readonly string[]) => texts.map((text) => new Paragraph({ ...center, text }));
  const cell = (texts: readonly string[]) => new TableCell({ children: lines(texts) });
  const { frame } = sample;
  const head = new Table({
    rows: [
      new TableRow({ children: [cell(issuerOf(sample)), cell(state)] }),
      new TableRow({ children: [cell([`Số: ${frame.number}`]), cell([frame.place])] }),
    ],
  });
  const foot = new Table({ rows: [new TableRow({ children: [cell(recipients), cell(signature(sample))] })] });
  const children = [
    head,
    ...lines([frame.type, frame.title]),
    ...sample.blocks.flatMap((block) => wordBlock(block)),
    foot,
  ];
  const levels = [
    { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' },
    { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
    { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)' },
  ];
  const document = new Document({ numbering: { config: [{ reference: 'list', levels }] }, sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Numbers are left to Word, as officials do. */
function wordBlock(block: SampleBlock): (Paragraph | Table)[] {
  if (block.kind === 'table') {
    const rows = block.rows.map((row) => new TableRow({ children: row.map(wordCell) }));
    return [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } })];
  }
  const level = marks.findIndex((mark) => mark.test(block.text));
  if (level === -1 || block.kind === 'unit') return [new Paragraph({ text: block.text })];
  const text = block.text.replace(marks[level] ?? '', '');
  return [
    new Paragraph({ children: [new TextRun({ text, bold: level === 0 })], numbering: { reference: 'list', level } }),
  ];
}

const wordCell = ({ text, across, down }: SampleCell): TableCell =>
  new TableCell({
    children: [new Paragraph(text)],
    ...(across > 1 ? { columnSpan: across } : {}),
    ...(down > 1 ? { rowSpan: down } : {}),
  });

type SheetRow = { texts: string[]; cells: SampleCell[] };

/** The document as one sheet: lines in the first column, tables below one another, two empty rows between. */
function sheetRows(sample: FormatSample): SheetRow[] {
  const { frame, blocks } = sample;
  const line = (...texts: string[]): SheetRow => ({
    texts,
    cells: texts.map((text) => ({ text, across: 1, down: 1 })),
  });
  const empty = line('');
  const body = blocks.flatMap((block) =>
    block.kind === 'table'
      ? [...block.rows.map((cells, y) => ({ texts: block.grid[y] ?? [], cells })), empty, empty, empty]
      : [line(block.text)],
  );
  return [
    line(issuerOf(sample).join(' '), '', '', state[0] ?? ''),
    line(`Số: ${frame.number}`, '', '', state[1] ?? ''),
    line('', '', '', frame.place),
    line(frame.type),
    line(frame.title),
    ...body,
  ];
}

function csvOf(rows: readonly SheetRow[]): string {
  const width = Math.max(...rows.map((row) => row.texts.length));
  const field = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows
    .map(({ texts }) => Array.from({ length: width }, (_, at) => field(texts[at] ?? '')).join(';'))
    .join('\r\n');
}

async function excel(sample: FormatSample): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  for (const [y, { texts, cells }] of sheetRows(sample).entries()) {
    let placed = 0;
    for (const [x, text] of texts.entries()) {
      const own = cells[placed];
      if (text === '' || own === undefined) continue;
      const at = cells.findIndex((cell, index) => index >= placed && cell.text === text);
      placed = at + 1;
      const { across, down } = cells[at] ?? own;
      const cell = sheet.getCell(y + 1, x + 1);
      setValue(cell, text);
      if (across > 1 || down > 1) sheet.mergeCells(y + 1, x + 1, y + down, x + across);
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Figures are typed as numbers and shown by their format. */
function setValue(cell: ExcelJS.Cell, text: string): void {
  const isNumber = /^\d{1,3}(?:\.\d{3})*(?:,\d+)?$/.test(text);
  cell.value = isNumber ? Number(text.replaceAll('.', '').replace(',', '.')) : text;
  if (isNumber && text.includes('.')) cell.numFmt = '#,##0';
  else if (isNumber && text.includes(',')) cell.numFmt = `0.${'0'.repeat(text.length - text.indexOf(',') - 1)}`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function page(sample: FormatSample): string {
  const lines = (texts: readonly string[]) => texts.map((text) => `<p align="center">${escaped(text)}</p>`).join('');
  const { frame } = sample;
  const body = sample.blocks.map((block) =>
    block.kind === 'table' ? pageTable(block.rows) : `<p>${escaped(block.text)}</p>`,
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Cổng thông tin</title><script>var view = "<p>12%</p>";</script></head><body>
<div class="top-menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức - Sự kiện</a></li><li><a href="/vb">Văn bản chỉ đạo</a></li></ul></div>
<div id="wrapper"><div class="left"><ul><li><a href="/1">Lịch công tác tuần này của lãnh đạo tỉnh</a></li><li><a href="/2">Công khai ngân sách năm 2025 đạt 98%</a></li><li><a href="/3">Hỏi đáp</a></li></ul></div>
<div class="detail"><table><tr><td>${lines(issuerOf(sample))}</td><td>${lines(state)}</td></tr><tr><td>${lines([`Số: ${frame.number}`])}</td><td>${lines([frame.place])}</td></tr></table>
${lines([frame.type, frame.title])}
${body.join('\n')}
<table><tr><td>${lines(recipients)}</td><td>${lines(signature(sample))}</td></tr></table></div></div>
<footer>Bản quyền thuộc Cổng thông tin điện tử. Lượt truy cập: 1.234.567</footer></body></html>`;
}

function pageTable(rows: readonly SampleCell[][]): string {
  const cell = ({ text, across, down }: SampleCell) =>
    `<td${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan=${down}` : ''}><p>${escaped(text)}</p></td>`;
  return `<table border="1">${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</table>`;
}
