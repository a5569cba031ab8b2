import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBackup, readBackupMigrations, writeBackup } from '../../src/store/backup-file.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { dumpDatabase } from '../../src/store/dump-database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { migrate } from '../../src/store/migrate.ts';
import { restoreDatabase } from '../../src/store/restore-database.ts';
import { saveDirective } from '../../src/store/save-directive.ts';
import { emptyTables, testDatabase } from '../support/database.ts';
import { sampleDirective } from '../support/sample-directive.ts';

let source: Database;
/** The other kind where there is a server: what is copied there and back must be the same. */
let target: Database;
let folder: string;
let path: string;

const awkward = 'a"b\\c\n\t{x,y} \u2028 “Đắk Nông” 👍 NULL \\N \'; drop table people; --';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chidao-'));
  target = await openDatabase({ url: null, directory: join(folder, 'target') });
});
afterAll(async () => {
  await target.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  source = await testDatabase();
  await emptyTables(target);
  path = join(folder, 'a.backup');
  await saveDirective(source, await sampleDirective({ passages: ['Tỷ lệ che phủ rừng đạt 57,83%.', awkward] }));
  const inbox = createInbox(source, { now: () => new Date('2026-11-22T05:00:00.123Z') });
  for (const eventId of ['1', '2', awkward])
    await inbox.add('zalo-oa', { eventId, chatId: 'c', sentAt: new Date(0), holdMilliseconds: 0, body: awkward });
});

const sumsOf = async (database: Database): Promise<object[]> => {
  const sums: object[] = [];
  await dumpDatabase(database, async (piece) => void (piece.kind === 'end' && sums.push(piece.sum)));
  return sums;
};
const rowsOf = (database: Database) => database.query('select event_id, body, ready_at from inbox order by id');
const restoring = () => restoreDatabase(target, (take) => readBackup(path, take));

describe('a backup', () => {
  it('brings back every value of every table, and may be read by its owner alone', async () => {
    const tables = await writeBackup(source, path);
    expect(tables.find(({ table }) => table === 'inbox')?.sum.rows).toBe(3);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await restoring();
    expect(await sumsOf(target)).toEqual(await sumsOf(source));
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
  });

  it('lets counters go on where they stood', async () => {
    await source.query('delete from inbox where id > 1');
    await writeBackup(source, path);
    await restoring();
    const inbox = createInbox(target, { now: () => new Date() });
    await inbox.add('zalo-oa', { eventId: 'new', chatId: 'c', sentAt: new Date(0), holdMilliseconds: 0, body: '' });
    expect(await target.query('select id from inbox order by id')).toEqual([{ id: 1 }, { id: 4 }]);
  });

  it('goes over directly, from one database to another', async () => {
    await restoreDatabase(target, (take) => dumpDatabase(source, take));
    expect(await sumsOf(target)).toEqual(await sumsOf(source));
  });

  it('is refused where something is already, and leaves it alone', async () => {
    await writeBackup(source, path);
    await createInbox(target, { now: () => new Date() }).add('zalo-bot', {
      eventId: 'mine',
      chatId: 'c',
      sentAt: new Date(0),
      holdMilliseconds: 0,
      body: 'giữ lại',
    });
    await expect(restoring()).rejects.toThrow('đã có nội dung');
    expect(await target.query('select body from inbox')).toEqual([{ body: 'giữ lại' }]);
  });

  it('that is cut short anywhere, changed or no backup brings nothing', async () => {
    await writeBackup(source, path);
    const whole = await readFile(path);
    const lines = gunzipSync(whole).toString().trimEnd().split('\n');
    const broken = [
      ...[0, 10, Math.floor(whole.length / 2), whole.length - 1].map((length) => whole.subarray(0, length)),
      gzipSync(lines.slice(0, -1).join('\n')),
      gzipSync(lines.join('\n').replace('“Đắk Nông”', '“Lâm Đồng”')),
      gzipSync(lines.filter((line) => !line.includes('"kind":"rows"')).join('\n')),
      gzipSync('{"kind":"begin","format":2}\n'),
      Buffer.from('không phải bản sao lưu'),
    ];
    for (const bytes of broken) {
      await writeFile(path, bytes);
      await expect(restoring()).rejects.toMatchObject({ name: 'DataError' });
      expect(await target.query('select 1 from inbox')).toEqual([]);
    }
    await rm(path);
    await expect(restoring()).rejects.toThrow('Không có tệp hay thư mục này.');
  });

  it('of an older version is brought up to date', async () => {
    await writeBackup(source, path);
    const migrations = (await readBackupMigrations(path)).filter((name) => name < '060');
    const old = await openDatabase({ url: null, directory: null, migrations });
    try {
      await old.query(
        `insert into inbox (platform, event_id, chat_id, sent_at, ready_at, body, done_at)
         values ('zalo-oa', '1', 'c1', now(), now(), '', now()), ('zalo-oa', '2', 'c1', now(), now(), 'tin 2', null)`,
      );
      await old.query(`insert into inbox_chats (platform, chat_id, holder) values ('zalo-oa', 'c1', 'gone')`);
      await writeBackup(old, path);
    } finally {
      await old.close();
    }
    const older = await openDatabase({ url: null, directory: null, migrations: await readBackupMigrations(path) });
    try {
      expect(await older.query("select 1 from pg_tables where tablename = 'leases'")).toEqual([]);
      await restoreDatabase(older, (take) => readBackup(path, take));
      await migrate(older);
      expect(await older.query("select 1 as there from pg_tables where tablename = 'leases'")).toEqual([{ there: 1 }]);
      const events = await createInbox(older, { now: () => new Date() }).claim('zalo-oa', 10);
      expect(events).toMatchObject([{ body: 'tin 2' }]);
    } finally {
      await older.close();
    }
  });
});
