import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/cli/command.ts';
import { ingestPaths } from '../../src/cli/ingest-paths.ts';
import { parseConfig } from '../../src/config.ts';
import type { IngestRow } from '../../src/ingest/ingest-row.ts';
import { hashingEmbedding } from '../../src/retrieval/hashing-embedding.ts';
import { listPassages } from '../../src/store/passages.ts';
import { loadTables } from '../../src/tables.ts';
import { type Base, buildBase } from '../../src/wiring/base.ts';
import { testDatabase } from '../support/database.ts';
import { readHere } from '../support/read-here.ts';

const plan = (number: number): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: ${number}/KH-UBND\nGia Lai, ngày 05 tháng 01 năm 2024\n\nKẾ HOẠCH\nTrồng rừng năm 2024\n\nTrồng mới ${number} ha rừng.\n`;

describe('files of one folder, read ahead and stored together', { timeout: 60_000 }, () => {
  let folder: string;
  let base: Base;
  const logged: string[] = [];
  const context: CommandContext = {
    out: () => {},
    log: (line) => void logged.push(line),
    stdin: () => Readable.from([]),
    now: () => new Date('2026-11-22T08:00:00+07:00'),
    config: () => parseConfig({}),
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chidao-paths-'));
    const tables = loadTables();
    base = { ...buildBase(await testDatabase(), tables), read: readHere(tables) };
    for (let number = 10; number < 40; number++) await writeFile(join(folder, `${number}.txt`), plan(number));
    await writeFile(join(folder, '25.txt'), plan(24).replace('24 ha', '2.400 ha'));
    await writeFile(join(folder, '31.txt'), plan(30));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function ingest(given: Base): Promise<IngestRow[]> {
    const rows: IngestRow[] = [];
    for await (const row of ingestPaths(given, [folder], context)) rows.push(row);
    return rows;
  }

  it('fail alone where one of them cannot be stored, with a reference that the log knows', async () => {
    const embedding = hashingEmbedding();
    const embed = async (texts: string[]) => {
      if (texts.some((text) => text.includes('Trồng mới 17 ha'))) throw new Error('no vector for this one');
      return embedding.embed(texts);
    };
    const rows = await ingest({ ...base, embedding: { ...embedding, embed } });
    expect(rows.map(({ file }) => file)).toEqual(Array.from({ length: 30 }, (_, at) => join(folder, `${at + 10}.txt`)));
    expect(rows.filter(({ status }) => status === 'failed')).toMatchObject([{ file: join(folder, '17.txt') }]);
    const reference = /mã (\S+)\)/.exec(rows[7]?.reason ?? '')?.[1] ?? 'none';
    expect(logged.some((line) => line.includes(reference))).toBe(true);
  });

  it('are stored once, a later version in the place of the earlier, and a copy as what it is', async () => {
    const rows = await ingest(base);
    expect(rows.map(({ status }) => status)).toEqual(
      rows.map(({ file }) => (file.endsWith('17.txt') ? 'ingested' : 'unchanged')),
    );
    const stored = await base.database.query<{ number: string; status: string }>(
      'select number, status from directives',
    );
    expect(stored).toHaveLength(29);
    expect(
      stored
        .filter(({ number }) => number === '24/KH-UBND')
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['in_force', 'replaced']);
    for (const { document } of rows)
      expect(await listPassages(base.database, { documents: [document ?? ''] })).not.toEqual([]);
  });
});
