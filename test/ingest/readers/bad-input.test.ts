import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/ingest/readers/read-file.ts';
import { brokenFiles, goodExcel, goodWord, wordFile } from '../../support/broken-files.ts';

const broken = await brokenFiles();
const word = await goodWord();
const excel = await goodExcel();

describe('files that cannot be read', () => {
  it.each(broken)('%s: says so in Vietnamese', async (_, bytes, says) => {
    expect(await readFile(bytes)).toEqual({ failed: expect.stringMatching(says) });
  });

  it('does not run or read what else lies in an archive', async () => {
    const bytes = wordFile('<w:p><w:r><w:t>Nội dung</w:t></w:r></w:p>', { 'word/vbaProject.bin': 'AutoOpen' });
    expect(await readFile(bytes)).toMatchObject({ text: 'Nội dung\n' });
  });

  it('knows a format by its bytes alone', async () => {
    for (const bytes of [word, excel]) expect(await readFile(bytes)).toHaveProperty('text');
  });
});

/** Bytes of a good file, some of them changed, and possibly cut. */
const damaged = (bytes: Uint8Array) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: Math.floor(bytes.length / 3), max: bytes.length }),
      fc.boolean(),
    )
    .map(([changes, length, isCut]) => {
      const copy = bytes.slice(0, isCut ? length : bytes.length);
      for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
      return copy;
    });

const markup = fc.array(
  fc.constantFrom(
    ...['<w:p>', '</w:p>', '<w:tbl>', '</w:tbl>', '<w:tr>', '</w:tr>', '<w:tc>', '</w:tc>', '<w:r>', '</w:r>'],
    ...['<w:t>8,5%', '</w:t>', '<w:del>', '</w:del>', '<w:gridSpan w:val="9999999"/>', '<w:vMerge/>', '&#0;', '&bad;'],
  ),
  { maxLength: 60 },
);
const tags = fc.array(
  fc.constantFrom(
    ...['<table>', '<tr>', '<td colspan=-1 rowspan=99999>', '</table>', '<ol start=x>', '<li>', '<p>', '<br>', '<h1>'],
    ...[
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<font face=".VnTime">',
      'Tỷ lệ 8,5%',
      '&nbsp;',
      '<![CDATA[',
      '<a href=x>',
    ],
  ),
  { maxLength: 60 },
);
const table = fc.array(fc.constantFrom('a', ';', '"', '""', '\n', '\r\n', ',', '8,5', 'Tỷ lệ'), { maxLength: 60 });

const hostile: [string, fc.Arbitrary<Uint8Array>][] = [
  ['damaged Word files', damaged(word)],
  ['damaged Excel files', damaged(excel)],
  ['Word files of any elements', markup.map((parts) => wordFile(parts.join('')))],
  ['pages of any tags', tags.map((parts) => Buffer.from(`<html><body>${parts.join('')}`))],
  ['tables as text', table.map((parts) => Buffer.from(`a;b;c\n1;2;3\n4;5;6\n${parts.join('')}`))],
  ['old code pages', fc.uint8Array({ maxLength: 400 }).map((bytes) => bytes.map((byte) => byte | 0x20))],
];

describe('hostile bytes', () => {
  it.each(hostile)('%s end as text or as a reason', async (_, files) => {
    await fc.assert(
      fc.asyncProperty(files, async (bytes) => {
        const result = await readFile(bytes);
        if ('failed' in result) expect(result.failed).toMatch(/\p{L}{2}.*\.$/u);
        else expect(result.text).toBe(result.text.normalize('NFC'));
      }),
      { numRuns: 150 },
    );
  });
});
