import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EmbeddingModel } from '../../src/domain/embedding.ts';
import { type IngestDeps, readNewFile } from '../../src/ingest/ingest-file.ts';
import { mayJoin, type ReadFile, storeFiles } from '../../src/ingest/store-files.ts';
import { hashingEmbedding } from '../../src/retrieval/hashing-embedding.ts';
import { testDatabase } from '../support/database.ts';
import { readHere } from '../support/read-here.ts';
import { tables } from './support/read-text.ts';

const plan = (number: string, body: string) => `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: ${number}/KH-UBND
Gia Lai, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Phát triển nông thôn năm 2024
I. CHỈ TIÊU
${body}
II. TỔ CHỨC THỰC HIỆN
Các huyện báo cáo kết quả về Sở Nông nghiệp và Phát triển nông thôn trước ngày 15/12/2024.
CHỦ TỊCH
Rah Lan Chung`;

const texts = {
  'a.txt': plan('15', '- Trồng mới 500 ha rừng tập trung.\n- Tỷ lệ hộ nghèo còn 3,5%.'),
  'b.txt': plan('16', '- Tỷ lệ che phủ rừng đạt trên 47,5%.'),
  'c.txt': plan(
    '17',
    'Điều chỉnh chỉ tiêu tại Kế hoạch số 15/KH-UBND ngày 05/01/2024: trồng mới 650 ha rừng tập trung năm 2024.',
  ),
  'mat.txt': `TỐI MẬT\n${plan('18', '- Quân số 345 người.')}`,
  'hong.bin': '\u007fELF\u0001\u0002',
  'd.txt': plan('19', 'Kế hoạch này thay thế Kế hoạch số 16/KH-UBND ngày 05/01/2024. Tỷ lệ che phủ rừng đạt trên 48%.'),
};

let deps: IngestDeps;
beforeEach(async () => {
  const now = new Date('2026-11-21T02:00:00Z');
  deps = {
    database: await testDatabase(),
    read: readHere(tables),
    embedding: hashingEmbedding(),
    now,
    today: '2026-11-21',
  };
});

const readAll = (): Promise<ReadFile[]> =>
  Promise.all(
    Object.entries(texts).map(([name, text]) => readNewFile({ name, bytes: new TextEncoder().encode(text) }, deps)),
  );

/** All that the tables say, but for the counter of changes. */
async function stored(): Promise<unknown[]> {
  const tables = [
    'select * from originals order by sha256',
    'select *, 0 as changed_version from directives order by id',
    'select * from passages order by seq',
    'select passage_seq, model, embedding::text from passage_vectors order by 1',
    'select * from figures order by id',
    'select * from deadlines order by id',
    'select * from relations order by id',
  ];
  return Promise.all(tables.map((sql) => deps.database.query(sql)));
}

describe('files stored together', () => {
  it('are stored as one by one: the same rows, and what one says of another holds', async () => {
    const files = await readAll();
    const rows = await storeFiles(files, deps);
    const together = await stored();
    await testDatabase();
    const alone = [];
    for (const file of files) alone.push(...(await storeFiles([file], deps)));
    expect(rows).toEqual(alone);
    expect(rows.map(({ status }) => status)).toEqual([
      'ingested',
      'ingested',
      'ingested',
      'refused',
      'failed',
      'ingested',
    ]);
    expect(together).toEqual(await stored());
    const replaced = await deps.database.query('select 1 from figures where replaced_by is not null');
    expect(replaced).toHaveLength(2);
  });

  it('come back as unchanged when another process stored one of them in the meantime', async () => {
    const files = await readAll();
    await storeFiles(files.slice(1, 2), deps);
    const rows = await storeFiles(files.slice(0, 3), deps);
    expect(rows.map(({ status }) => status)).toEqual(['ingested', 'unchanged', 'ingested']);
    expect(rows[1]).toMatchObject({ file: 'b.txt', number: '16/KH-UBND', targets: 1 });
  });

  it('are all left out when one of them cannot be stored', async () => {
    const files = await readAll();
    const embed: EmbeddingModel['embed'] = async (given) =>
      (await hashingEmbedding().embed(given)).slice(given.length > 2 ? 1 : 0);
    await expect(storeFiles(files, { ...deps, embedding: { ...hashingEmbedding(), embed } })).rejects.toThrow(
      'vectors for',
    );
    for (const table of ['originals', 'directives', 'passages', 'figures', 'deadlines'])
      expect(await deps.database.query(`select 1 from ${table}`)).toEqual([]);
  });

  it.each([
    ['other bytes, another number', '20', true],
    ['another version of a document among them', '16', false],
  ])('%s: %s/KH-UBND → %s', async (_, number, expected) => {
    const bytes = new TextEncoder().encode(plan(number, '- Trồng mới 700 ha rừng tập trung.'));
    expect(mayJoin(await readNewFile({ name: 'x.txt', bytes }, deps), await readAll())).toBe(expected);
  });

  it('are no more than a few megabytes together', async () => {
    const large = { name: 'x', bytes: new Uint8Array(3 * 2 ** 20), sha256: 'a', reading: 'known' } as const;
    expect(mayJoin(large, [{ ...large, sha256: 'b', bytes: new Uint8Array(2 ** 20) }])).toBe(true);
    expect(mayJoin(large, [{ ...large, sha256: 'b' }])).toBe(false);
  });

  it('are never two of the same bytes', async () => {
    const files = await readAll();
    for (const file of files) expect(mayJoin({ ...file, name: 'ban-sao' }, [file])).toBe(false);
    const sha256 = createHash('sha256').digest('hex');
    expect(mayJoin({ name: 'x', bytes: new Uint8Array(), sha256, reading: 'known' }, files)).toBe(true);
  });
});
