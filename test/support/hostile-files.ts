import { strToU8, type Zippable, zipSync } from 'fflate';
import { brokenFiles, excelFile, goodWord, wordFile } from './broken-files.ts';
import { brokenPdfs, contentBomb } from './broken-pdfs.ts';

const megabyte = 2 ** 20;
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const word = (head: string, body: string): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(`${head}<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`) });

/** Entities that unfold to a billion letters. */
const laughs = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100)}">${[...'bcdefgh']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
  .join('')}]>`;
const outside = (address: string): string => `<!DOCTYPE x [<!ENTITY e SYSTEM "${address}">]>`;

const many = (count: number, name: (at: number) => string): Zippable =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), new Uint8Array(0)]));

const onion = (depth: number): Uint8Array =>
  Array.from({ length: depth }).reduce<Uint8Array>((inner) => zipSync({ 'a.zip': inner }), strToU8('x'));

const joined = (...parts: (Uint8Array | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));

/** Files somebody sends who means harm: bombs, outside entities, macros, path names, files that are two things at once, shapes without measure. */
export async function hostileFiles(): Promise<[what: string, bytes: Uint8Array][]> {
  const [good, broken, pdfs] = await Promise.all([goodWord(), brokenFiles(), brokenPdfs()]);
  const body = paragraph('Tỷ lệ che phủ rừng đạt 52,5%.');
  const own: [string, Uint8Array][] = [
    ['a Word file whose entities unfold to a billion letters', word(laughs, paragraph('&h;'))],
    ['a Word file that reads a file of this machine', word(outside('file:///etc/passwd'), paragraph('&e;'))],
    ['a Word file that asks a server', word(outside('http://127.0.0.1:9/x'), paragraph('&e;'))],
    [
      'a Word file with parameter entities',
      word('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]>', body),
    ],
    ['styles that unfold', wordFile(body, { 'word/styles.xml': `${laughs}<s>&h;</s>` })],
    ['an Excel file whose shared strings unfold', excelFile(`<row>${laughs}</row>`)],
    ['a million tiny paragraphs', wordFile('<w:p/>'.repeat(megabyte))],
    ['120 MB of one letter', zipSync({ 'word/document.xml': new Uint8Array(120 * megabyte).fill(97) }, { level: 9 })],
    [
      'an archive of 60,000 files',
      zipSync({ ...many(60_000, (at) => `f${at}`), 'word/document.xml': strToU8('<w/>') }),
    ],
    [
      'names that climb out',
      zipSync({
        '../../../tmp/chidao-evil': strToU8('x'),
        '/etc/evil': strToU8('x'),
        'word/document.xml': strToU8(body),
      }),
    ],
    [
      'names of devices and control marks',
      zipSync({ CON: strToU8('x'), 'a\u0000b': strToU8('x'), '\u202etxt.exe': strToU8('x') }),
    ],
    ['an archive in an archive, fifty deep', onion(50)],
    ['macros', wordFile(body, { 'word/vbaProject.bin': 'Sub AutoOpen()\nShell "calc"\nEnd Sub' })],
    [
      'an outside template',
      wordFile(body, {
        'word/_rels/settings.xml.rels':
          '<R><Relationship TargetMode="External" Target="http://127.0.0.1:9/t.dotm"/></R>',
      }),
    ],
    ['an object of another program', wordFile(body, { 'word/embeddings/oleObject1.bin': '\u00d0\u00cf\u0011' })],
    [
      'a table of a billion columns',
      wordFile('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>'),
    ],
    ['a cell in row a billion', excelFile('<row r="1000000000"><c r="ZZZ1000000000"><v>1</v></c></row>')],
    ['a cell of a strange name', excelFile('<row r="-1"><c r="__proto__"><v>1</v></c></row>')],
    ['formulas', excelFile('<row><c><f>WEBSERVICE("http://127.0.0.1:9")</f><v>=cmd|calc!A0</v></c></row>')],
    ['a PDF that is an archive, too', joined('%PDF-1.7\n', good)],
    ['an archive that is a PDF, too', joined(good, '\n%PDF-1.7\n%%EOF')],
    ['a picture that is a page', joined(Buffer.from('GIF89a'), '<html><script>alert(1)</script>')],
    ['a PNG that is an archive', joined(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), good)],
    ['a PDF of 200 MB of blanks', contentBomb(200)],
    ['a page of a million attributes', Buffer.from(`<html><p ${'a=1 '.repeat(megabyte)}>x`)],
    ['a page of open tags', Buffer.from(`<html><body>${'<table><tr><td>'.repeat(20_000)}`)],
    [
      'a page that goes elsewhere',
      Buffer.from(
        '<html><meta http-equiv=refresh content="0;url=http://127.0.0.1:9"><base href="file:///"><p>Nội dung kế hoạch.',
      ),
    ],
    ['a table as text with an open quote', Buffer.from(`a;b\n1;"${'x;\n'.repeat(300_000)}`)],
    ['one line of eight megabytes', Buffer.from('b'.repeat(8 * megabyte))],
    ['eight megabytes of blanks', Buffer.from(' '.repeat(8 * megabyte))],
    ['two megabytes of stops', Buffer.from('.!'.repeat(megabyte))],
    ['nothing but zeros', new Uint8Array(megabyte)],
    ['letters of four bytes', joined(new Uint8Array([0xff, 0xfe, 0, 0]), new Uint8Array(4000).fill(7))],
    [
      'a drawing with a script',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['a rich text with an object', Buffer.from('{\\rtf1{\\object\\objdata 0105}}')],
    ['a program', joined('MZ', new Uint8Array(4000).fill(144))],
  ];
  return [
    ...own,
    ...broken.map(([what, bytes]) => [what, bytes] as [string, Uint8Array]),
    ...pdfs.map(([what, bytes]) => [what, bytes] as [string, Uint8Array]),
  ];
}
