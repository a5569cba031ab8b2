import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLine } from '../support/command-line.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'chidao.mjs');
const question = 'tỷ lệ che phủ rừng Cao Bằng 2023';

let folder: string;
let file: string;
const at = (name: string): string => join(folder, name);
const run = async (...args: string[]) => {
  const { code, printed, logged } = await runLine(args);
  return { code, out: printed.join('\n'), err: logged.join('\n') };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chidao-backup-'));
  file = at('whole.backup');
  const { code } = await run('ingest', 'data/directives/cao-bang-2023-phat-dong-thi-dua.md', '--db', at('source'));
  expect(code).toBe(0);
  expect(await run('backup', file, '--db', at('source'))).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The backup with its first piece changed. */
async function altered(change: (begin: { format: number; migrations: string[] }) => void): Promise<string> {
  const [first = '', ...rest] = gunzipSync(await readFile(file))
    .toString()
    .split('\n');
  const begin = JSON.parse(first);
  change(begin);
  const path = at('altered.backup');
  await writeFile(path, gzipSync([JSON.stringify(begin), ...rest].join('\n')));
  return path;
}

describe('chidao backup and restore, by hand', { timeout: 120_000 }, () => {
  it('bring everything into a new home, which answers as the old one', async () => {
    expect(await run('restore', file, '--db', at('new'))).toMatchObject({ code: 0 });
    const { out } = await run('ask', question, '--db', at('new'));
    expect(out).toContain('57,83%');
    expect((await run('restore', file, '--db', at('new'))).err).toContain('đã có nội dung');
    expect((await run('ask', question, '--db', at('new'))).out).toBe(out);
  });

  it('refuse to save or copy a database that is not there, and make none', async () => {
    for (const args of [
      ['backup', at('nothing.backup')],
      ['migrate-to', at('target')],
    ]) {
      const { code, err } = await run(...args, '--db', at('nowhere'));
      expect([code, err]).toEqual([1, expect.stringContaining('Không có cơ sở dữ liệu nào')]);
    }
    await expect(readFile(at('nothing.backup'))).rejects.toThrow('ENOENT');
    await expect(readFile(join(at('nowhere'), 'PG_VERSION'))).rejects.toThrow('ENOENT');
  });

  it('refuse a backup of a newer version, of another format, or that is none, with one sentence', async () => {
    const newer = await altered(({ migrations }) => migrations.push('999-later.sql'));
    expect((await run('restore', newer, '--db', at('v'))).err).toMatch(/bản chidao mới hơn.*999-later/);
    const other = await altered((begin) => {
      begin.format = 2;
    });
    expect((await run('restore', other, '--db', at('v'))).err).toContain('không phải bản sao lưu');
    for (const [path, says] of [
      ['README.md', 'không phải bản sao lưu'],
      [folder, 'Đây là một thư mục'],
      [at('missing'), 'Không có tệp hay thư mục này'],
    ] as const)
      expect((await run('restore', path, '--db', at('v'))).err).toContain(says);
    expect((await run('backup', at('no/folder/x'), '--db', at('source'))).err).toContain(
      'Không có tệp hay thư mục này',
    );
    // After all of that the same place takes the whole one.
    expect(await run('restore', file, '--db', at('v'))).toMatchObject({ code: 0 });
  });

  it('killed in the middle, leave the target empty, and a second try fills it', async () => {
    const env = { PATH: process.env.PATH };
    const child = spawn(process.execPath, [program, 'restore', file, '--db', at('killed')], { env, cwd: folder });
    const ended = new Promise((resolve) => child.once('close', resolve));
    // Some moment between the making of the tables and the end; whichever it is, the outcome is one of two.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    child.kill('SIGKILL');
    await ended;
    const { code, err } = await run('restore', file, '--db', at('killed'));
    if (code !== 0) expect(err).toContain('đã có nội dung');
    expect((await run('ask', question, '--db', at('killed'))).out).toContain('57,83%');
  });
});
