import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { type Ran, rowsOf, runLine } from '../support/command-line.ts';

const directory = mkdtempSync(join(tmpdir(), 'chidao-audit-'));
const db = join(directory, 'db');
const run = (...line: string[]): Promise<Ran> => runLine([...line, '--db', db], { settings: {} });
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('chidao visibility and audit, one line after the other on one database', { timeout: 120_000 }, () => {
  let document: string;
  beforeAll(async () => {
    const folder = join(import.meta.dirname, '../../data/directives');
    document = String(rowsOf(await run('ingest', folder, '--json'))[0]?.document);
  });

  it('limits a directive to units, lists it, and opens it again', async () => {
    expect((await run('visibility', document, '--units', 'Sở Nội vụ; Sở Y tế')).code).toBe(0);
    expect(rowsOf(await run('visibility', '--json'))).toEqual([{ document, units: ['Sở Nội vụ', 'Sở Y tế'] }]);
    expect((await run('visibility', document, '--all')).code).toBe(0);
    expect((await run('visibility')).printed.join()).toContain('ai được vào cũng xem được');
  });

  it.each([
    ['visibility', '0123456789ab', '--all', 1],
    ['visibility', '0123456789ab', '--units', 2],
    ['visibility', '0123456789ab', '', 2],
    ['audit', 'fly', '', 2],
    ['audit', '', '', 2],
  ])('%s %s %s ends with %i', async (command, word, option, code) => {
    expect((await run(...[command, word, option].filter((one) => one !== ''))).code).toBe(code);
  });

  it('verifies the chain, names the first broken row, and lists who did what', async () => {
    const whole = await run('audit', 'verify');
    expect([whole.code, whole.printed.join()]).toEqual([0, expect.stringMatching(/^Nguyên vẹn: \d+ dòng/)]);
    const lines = rowsOf(await run('audit', 'list', '--json'));
    expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['limited']));
    const database = await openDatabase({ url: null, directory: db });
    await database.query('alter table audit_log disable trigger audit_is_kept');
    await database.query(`update audit_log set detail = '{"units":[]}' where id = 2`);
    await database.close();
    const broken = await run('audit', 'verify');
    expect([broken.code, broken.printed.join()]).toEqual([
      1,
      expect.stringMatching(/^HỎNG ở dòng 2: nội dung đã bị sửa/),
    ]);
  });
});
