import { deflateRawSync, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';

const text = (content: string): Buffer => Buffer.from(content, 'latin1');

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [text('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    add(
      Buffer.concat([
        text(`${at + 1} 0 obj\n`),
        typeof object === 'string' ? text(object) : object,
        text('\nendobj\n'),
      ]),
    );
  }
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(text(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  add(text(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

export const stream = (head: string, content: Buffer): Buffer =>
  Buffer.concat([text(`<<${head}/Length ${content.length}>>stream\n`), content, text('\nendstream')]);

type OnePage = { content: Buffer; box?: string; resources?: string; more?: Buffer[] };

/** A PDF of one page; object 4 is its content, those from 5 on are `more`. */
export const onePage = ({ content, box = '0 0 595 842', resources = '', more = [] }: OnePage): Uint8Array =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<<${resources}>>>>`,
    content,
    ...more,
  ]);

const picture = (head: string, content: Buffer): OnePage => ({
  content: stream('', text('q 595 0 0 842 0 0 cm /I Do Q')),
  resources: '/XObject<</I 5 0 R>>',
  more: [stream(`/Type/XObject/Subtype/Image${head}`, content)],
});

/** So many pages, all of them the same. */
export const manyPages = (count: number): Uint8Array =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count ${count}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ]);

/** A page whose content unpacks to so many megabytes of blanks. */
export const contentBomb = (megabytes: number): Uint8Array =>
  onePage({ content: stream('/Filter/FlateDecode', deflateSync(Buffer.alloc(megabytes * 2 ** 20, 32), { level: 9 })) });

export async function lockedPdf(userPassword?: string): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    ...(userPassword === undefined ? {} : { userPassword }),
    ownerPassword: 'x',
    pdfVersion: '1.7',
  });
  const parts: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
  });
  pdf.text('Ke hoach phat trien kinh te xa hoi nam 2026 cua tinh');
  pdf.end();
  return done;
}

/** The head of a PNG of so many pixels, with hardly anything behind it. */
function pngClaiming(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  head.set([8, 6, 0, 0, 0], 24);
  return Buffer.concat([head, deflateRawSync(Buffer.alloc(1000))]);
}

function noise(): Buffer {
  const canvas = createCanvas(600, 800);
  const context = canvas.getContext('2d');
  const image = context.createImageData(600, 800);
  let seed = 3;
  for (let at = 0; at < image.data.length; at += 4) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const light = seed / 2 ** 23;
    image.data.set([light, light, light, 255], at);
  }
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png');
}

const blank = (): Buffer => createCanvas(600, 800).toBuffer('image/jpeg');

/** PDF files and pictures nobody can read, and what the person is told. */
export async function brokenPdfs(): Promise<[what: string, bytes: Uint8Array, says: RegExp][]> {
  const good = await lockedPdf();
  return [
    ['a PDF locked by a password', await lockedPdf('mat khau'), /mật khẩu/],
    ['half a PDF', good.subarray(0, good.length / 2), /cắt cụt|hỏng/],
    ['a PDF without its end', good.subarray(0, good.length - 40), /cắt cụt|hỏng/],
    ['a PDF of its first line', Buffer.from('%PDF-1.7\n%âãÏÓ'), /PDF.*(cắt cụt|hỏng)/],
    [
      'a PDF without pages',
      pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']),
      /không có trang|hỏng/,
    ],
    ['a PDF of ten thousand pages', manyPages(10_000), /10000 trang|10\.000 trang/],
    [
      'a PDF that claims a billion pages',
      pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 1000000000>>']),
      /trang|hỏng/,
    ],
    [
      'a PDF whose pages are their own parents',
      pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
      /hỏng|không/,
    ],
    ['an empty page', onePage({ content: stream('', Buffer.alloc(0)) }), /không|Không/],
    [
      'an empty page of a square kilometre',
      onePage({ content: stream('', text('0 0 9 9 re f')), box: '0 0 3000000 3000000' }),
      /không|Không/,
    ],
    [
      'a picture that claims 2.5 billion pixels',
      onePage(
        picture(
          '/Width 50000/Height 50000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode',
          deflateSync(Buffer.alloc(1000)),
        ),
      ),
      /không|Không/,
    ],
    ['a PNG that claims 2.5 billion pixels', pngClaiming(50_000, 50_000), /quá lớn/],
    ['a PNG cut off behind its head', pngClaiming(500, 500), /hỏng/],
    ['a JPEG of its first bytes', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /ảnh.*hỏng/],
    ['a tiny picture', createCanvas(20, 20).toBuffer('image/png'), /quá nhỏ/],
    ['a black picture', blank(), /Không nhận ra chữ/],
    ['a picture of noise', noise(), /Không nhận ra chữ/],
  ];
}
