import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';

const megabyte = 2 ** 20;

const wordBody = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;

/** A Word file made of one body, and what else is to lie in its archive. */
export const wordFile = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(wordBody(body)),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** An Excel file of one sheet, its rows as XML. */
export const excelFile = (rows: string): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

export async function goodWord(): Promise<Uint8Array> {
  const children = Array.from(
    { length: 40 },
    (_, at) => new Paragraph(`${at}. Các sở, ban, ngành triển khai kế hoạch.`),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

export async function goodExcel(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  for (let at = 0; at < 40; at++) sheet.addRow([at, `Chỉ tiêu ${at}`, '%', at / 7]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The archive says of its first part that it unpacks to this many bytes. */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at < lying.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return lying;
}

function locked(bytes: Uint8Array): Uint8Array {
  const marked = bytes.slice();
  marked[6] = (marked[6] ?? 0) | 1;
  return marked;
}

const oldOffice = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ]);

/** Files nobody can read, and what the person is told. */
export async function brokenFiles(): Promise<[what: string, bytes: Uint8Array, says: RegExp][]> {
  const [word, excel] = await Promise.all([goodWord(), goodExcel()]);
  const columns = Array.from({ length: 10_000 }, () => cell('a')).join('');
  return [
    ['a Word file locked by a password', locked(word), /mật khẩu/],
    ['a Word file encrypted by Office', oldOffice('EncryptedPackage'), /mật khẩu/],
    ['an old Word file', oldOffice('WordDocument'), /Word đời cũ/],
    ['an old Excel file', oldOffice('Workbook'), /Excel đời cũ/],
    ['half a Word file', word.subarray(0, word.length / 2), /cắt cụt|hỏng/],
    ['half an Excel file', excel.subarray(0, excel.length / 2), /cắt cụt|hỏng/],
    ['a Word file without text', wordFile('<w:p/>'), /không có nội dung/],
    ['a Word file with a document type', typed(), /hỏng/],
    ['a Word file cut within its text', zipSync({ 'word/document.xml': strToU8('<w:document><w:body><w:p>') }), /hỏng/],
    ['a Word file nested without end', wordFile('<w:tbl><w:tr><w:tc>'.repeat(5000)), /hỏng/],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(80 * megabyte).fill(32) }, { level: 9 }), /quá lớn/],
    [
      'a bomb that lies',
      claiming(zipSync({ 'word/document.xml': new Uint8Array(80 * megabyte).fill(32) }), 1000),
      /hỏng|cắt cụt/,
    ],
    ['an archive that claims gigabytes', claiming(word, 0xfffffff0), /quá lớn/],
    ['an archive of files', zipSync({ 'a.txt': strToU8('Kế hoạch'), 'b.docx': word }), /giải nén/],
    ['an OpenDocument file', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }), /OpenDocument/],
    ['a sheet of ten thousand columns', excelFile(`<row>${columns}</row>`), /quá rộng/],
    ['an Excel file without sheets', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), /không có nội dung/],
    ['a table as text of ten thousand columns', Buffer.from(`${'a;'.repeat(10_000)}\n`.repeat(3)), /quá rộng/],
    ['a page nested without end', Buffer.from(`<html>${'<div>'.repeat(100_000)}`), /quá sâu/],
    ['a page of scripts only', Buffer.from('<html><script>alert(1)</script></html>'), /không có nội dung/],
    ['a page that is too large', Buffer.from(`<html>${' '.repeat(9 * megabyte)}`), /quá lớn/],
  ];
}

function typed(): Uint8Array {
  const type = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  return zipSync({
    'word/document.xml': strToU8(`${type}<w:document><w:body>${paragraph('&a;')}</w:body></w:document>`),
  });
}
