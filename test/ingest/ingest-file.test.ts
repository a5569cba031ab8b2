import { beforeEach, describe, expect, it } from 'vitest';
import { type IngestDeps, ingestFile } from '../../src/ingest/ingest-file.ts';
import type { Database } from '../../src/store/database.ts';
import { findDirective, findDirectives, loadDirectiveText } from '../../src/store/directives.ts';
import { findOriginal, loadOriginalBytes } from '../../src/store/originals.ts';
import { testDatabase } from '../support/database.ts';
import { readHere } from '../support/read-here.ts';
import { tables } from './support/read-text.ts';

let database: Database;
let deps: IngestDeps;

beforeEach(async () => {
  database = await testDatabase();
  deps = {
    database,
    read: readHere(tables),
    embedding: null,
    now: new Date('2026-11-21T02:00:00Z'),
    today: '2026-11-21',
  };
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const plan = (rest: string) => `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 15/KH-UBND
Gia Lai, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Trồng rừng năm 2024
I. CHỈ TIÊU
- Trồng mới 500 ha rừng tập trung.
II. TỔ CHỨC THỰC HIỆN
Các huyện báo cáo kết quả về Sở Nông nghiệp và Phát triển nông thôn trước ngày 15/12/2024.${rest}
CHỦ TỊCH
Rah Lan Chung`;

const file = (name: string, text: string) => ({ name, bytes: bytesOf(text) });

describe('ingesting a file', () => {
  it('stores a directive and prints its row', async () => {
    const row = await ingestFile(file('ke-hoach.txt', plan('')), deps);
    expect(row).toEqual({
      file: 'ke-hoach.txt',
      document: expect.stringMatching(/^[0-9a-f]{12}$/),
      status: 'ingested',
      type: 'kế hoạch',
      number: '15/KH-UBND',
      title: 'Kế hoạch Trồng rừng năm 2024',
      issuer: 'UBND tỉnh Gia Lai',
      locality: 'tỉnh Gia Lai',
      date: '2024-01-05',
      period: '2024',
      passages: expect.any(Number),
      targets: 1,
      deadlines: 1,
    });
    expect(await loadDirectiveText(database, row.document ?? '')).toBe(plan(''));
  });

  it('changes nothing for the same bytes, under whatever name', async () => {
    const first = await ingestFile(file('a.txt', plan('')), deps);
    const again = await ingestFile(file('b.txt', plan('')), deps);
    expect(again).toEqual({ ...first, file: 'b.txt', status: 'unchanged' });
    expect(await findDirectives(database)).toHaveLength(1);
  });

  it('replaces an older version and keeps it, marked', async () => {
    const first = await ingestFile(file('a.txt', plan('')), deps);
    const second = await ingestFile(file('a.txt', plan(' Các huyện bổ sung 100 ha.')), deps);
    expect(second.status).toBe('replaced');
    expect((await findDirectives(database)).map(({ id }) => id)).toEqual([second.document]);
    expect((await findDirective(database, first.document ?? ''))?.status).toBe('replaced');
  });

  it('takes the same number of another year or place as another document', async () => {
    await ingestFile(file('a.txt', plan('')), deps);
    const next = await ingestFile(file('b.txt', plan('').replaceAll('2024', '2025')), deps);
    const other = await ingestFile(
      file('c.txt', plan('').replace('TỈNH GIA LAI', 'TỈNH KON TUM').replace('Gia Lai, ngày', 'Kon Tum, ngày')),
      deps,
    );
    expect([next.status, other.status]).toEqual(['ingested', 'ingested']);
    expect(await findDirectives(database)).toHaveLength(3);
  });

  it('does not let a web article take the place of the signed text', async () => {
    await ingestFile(file('a.txt', plan('')), deps);
    const article = `Gia Lai trồng 500 ha rừng\n\nNgày 05/01/2024, UBND tỉnh Gia Lai đã ban hành Kế hoạch số 15/KH-UBND về trồng rừng năm 2024, phấn đấu trồng mới 500 ha rừng.`;
    const row = await ingestFile(file('tin.txt', article), deps);
    expect(row).toMatchObject({ status: 'ingested', number: '15/KH-UBND', date: '2024-01-05' });
    expect(await findDirectives(database)).toHaveLength(2);
  });

  it('keeps the bytes of a file that cannot be read, with the reason', async () => {
    const bytes = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0x2d, 0x31]);
    const row = await ingestFile({ name: 'chuong-trinh.bin', bytes }, deps);
    expect(row).toMatchObject({
      status: 'failed',
      document: null,
      reason: expect.stringMatching(/chương trình/),
      passages: 0,
    });
    const [original] = await database.query<{ sha256: string }>('select sha256 from originals');
    expect(await findOriginal(database, original?.sha256 ?? '')).toMatchObject({
      status: 'failed',
      name: 'chuong-trinh.bin',
      reason: row.reason,
    });
    expect(await loadOriginalBytes(database, original?.sha256 ?? '')).toEqual(Buffer.from(bytes));
  });

  it('keeps nothing at all of a secret document', async () => {
    const row = await ingestFile(file('ke-hoach.txt', `TỐI MẬT\n${plan('')}`), deps);
    expect(row).toMatchObject({
      status: 'refused',
      document: null,
      title: null,
      number: null,
      reason: expect.stringMatching(/Tối mật/),
    });
    expect(await database.query('select 1 from originals')).toEqual([]);
    expect(await findDirectives(database)).toEqual([]);
  });
});
