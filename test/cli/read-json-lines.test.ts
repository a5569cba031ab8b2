import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from '../../src/cli/read-json-lines.ts';

const schema = z.object({ id: z.string() });

describe('readJsonLines', () => {
  let folder: string;
  const write = (text: string): string => {
    const path = join(folder, 'rows.jsonl');
    writeFileSync(path, text);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-jsonl-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['rows in order', '{"id":"a"}\n{"id":"b"}\n', ['a', 'b']],
    [
      'no line break at the end, blank lines, CRLF, a byte order mark',
      '\uFEFF{"id":"a"}\r\n\r\n{"id":"b"}',
      ['a', 'b'],
    ],
    ['nothing', '', []],
  ])('reads %s', (_, text, ids) => {
    expect(readJsonLines(write(text), schema).map((row) => row.id)).toEqual(ids);
  });

  it.each([
    ['broken JSON', '{"id":"a"}\n{"id":', { place: 'dòng 2', message: expect.stringContaining('JSON') }],
    ['a missing field', '{"id":"a"}\n\n{"name":"b"}', { place: 'dòng 3', message: expect.stringContaining('id') }],
    ['a bare text', '"a"', { place: 'dòng 1' }],
  ])('names the line of %s', (_, text, expected) => {
    const path = write(text);
    expect(() => readJsonLines(path, schema)).toThrow(expect.objectContaining({ file: path, ...expected }));
  });

  it('says that a file cannot be opened', () => {
    expect(() => readJsonLines(join(folder, 'none.jsonl'), schema)).toThrow(/không mở được/);
  });
});
