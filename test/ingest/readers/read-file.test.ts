import { describe, expect, it } from 'vitest';
import { maxFileBytes, readFile } from '../../../src/ingest/readers/read-file.ts';

const said = 'Kế hoạch số 15/KH-UBND\r\nnăm 2024\r\n';
const stored = 'Kế hoạch số 15/KH-UBND\nnăm 2024\n';

function utf16(text: string, { swap, mark }: { swap: boolean; mark: boolean }): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return swap ? bytes.swap16() : bytes;
}

const encodings: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8', Buffer.from(said)],
  ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(said)])],
  ['decomposed letters', Buffer.from(said.normalize('NFD'))],
  ['UTF-16 LE with a mark', utf16(said, { swap: false, mark: true })],
  ['UTF-16 BE with a mark', utf16(said, { swap: true, mark: true })],
  ['UTF-16 LE without a mark', utf16(said, { swap: false, mark: false })],
  ['UTF-16 BE without a mark', utf16(said, { swap: true, mark: false })],
];

const noText: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['nothing', new Uint8Array(0), /rỗng/],
  ['only blanks', Buffer.from(' \n\t \n'), /không có nội dung/],
  ['a zip', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), /cắt cụt/],
  ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), /PDF/],
  ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /Word/],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), /chương trình/],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /ảnh/],
  ['NULs', Buffer.from('abc\0def\0\0ghi'), /không phải văn bản/],
  ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + 13) % 256)), /không phải văn bản/],
  ['control characters', Buffer.from('\u0001\u0002\u0003\u0004abc'.repeat(50)), /không phải văn bản/],
  ['lines of JSON', Buffer.from('{"id": 1, "text": "Kế hoạch"}\n{"id": 2}\n'), /JSON/],
  ['XML', Buffer.from('<?xml version="1.0"?><a>Kế hoạch</a>'), /XML/],
  ['a file that is too large', new Uint8Array(maxFileBytes + 1).fill(97), /20 MB/],
];

describe('reading files', () => {
  it.each(encodings)('stores %s as NFC with plain line ends', async (_, bytes) => {
    expect(await readFile(bytes)).toMatchObject({ text: stored, bodyStart: 0 });
  });

  it.each(noText)('says in Vietnamese why %s cannot be read', async (_, bytes, reason) => {
    const result = await readFile(bytes);
    expect(result).toHaveProperty('failed', expect.stringMatching(reason));
  });

  it('forgives the odd broken byte of a long text', async () => {
    const bytes = Buffer.concat([Buffer.from('Nội dung kế hoạch. '.repeat(30)), Buffer.from([0xe1, 0xba])]);
    expect(await readFile(bytes)).toHaveProperty('text');
  });

  it('takes front matter as hints and leaves it in the stored text', async () => {
    const text = '---\nSố: 15/KH-UBND\ntitle: "Kế hoạch: năm 2024"\nloại: kế hoạch\nempty:\n---\n# Kế hoạch\n';
    const result = await readFile(Buffer.from(text));
    if ('failed' in result) throw new Error(result.failed);
    expect([...result.hints]).toEqual([
      ['number', '15/KH-UBND'],
      ['title', 'Kế hoạch: năm 2024'],
      ['type', 'kế hoạch'],
    ]);
    expect(result.text).toBe(text);
    expect(result.text.slice(result.bodyStart)).toBe('# Kế hoạch\n');
  });

  it('knows front matter whatever the file is called', async () => {
    expect(await readFile(Buffer.from('---\ntype: chỉ thị\n---\nNội dung'))).toMatchObject({ bodyStart: 22 });
  });

  it.each(['---\nkhông đóng\nNội dung', '--- \n', 'Văn bản --- thường', '----\na: b\n----\n'])(
    'takes %j as text without front matter',
    async (text) => {
      expect(await readFile(Buffer.from(text))).toMatchObject({ bodyStart: 0 });
    },
  );
});
