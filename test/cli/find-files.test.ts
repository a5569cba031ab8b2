import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles } from '../../src/cli/find-files.ts';

describe('findFiles', () => {
  let folder: string;
  const find = async (...names: string[]) => {
    const found = [];
    for await (const entry of findFiles(names.map((name) => join(folder, name)))) {
      found.push({ ...entry, path: relative(folder, entry.path) });
    }
    return found;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-files-'));
    mkdirSync(join(folder, 'b', '.git'), { recursive: true });
    mkdirSync(join(folder, 'empty'));
    for (const name of ['b/z.txt', 'b/a.txt', 'b/.hidden', 'b/.git/config', 'c.txt'])
      writeFileSync(join(folder, name), 'abc');
    symlinkSync('..', join(folder, 'b', 'loop'));
    symlinkSync('../c.txt', join(folder, 'b', 'link.txt'));
    symlinkSync('nowhere', join(folder, 'b', 'broken.txt'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives files of folders by name, linked files too, hidden ones and linked folders not', async () => {
    expect(await find('b')).toEqual([
      { path: 'b/a.txt', size: 3 },
      { path: 'b/broken.txt', problem: expect.any(String) },
      { path: 'b/link.txt', size: 3 },
      { path: 'b/z.txt', size: 3 },
    ]);
  });

  it('keeps the order of the paths, and says of one that leads nowhere why', async () => {
    expect(await find('c.txt', 'none', 'c.txt/below')).toEqual([
      { path: 'c.txt', size: 3 },
      { path: 'none', problem: 'không có tệp hay thư mục này' },
      { path: 'c.txt/below', problem: 'không có tệp hay thư mục này' },
    ]);
  });

  it('gives nothing for an empty folder', async () => expect(await find('empty')).toEqual([]));
});
