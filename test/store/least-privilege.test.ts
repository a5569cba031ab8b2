import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../src/store/audit.ts';
import { readBackup, writeBackup } from '../../src/store/backup-file.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { takeLease } from '../../src/store/leases.ts';
import { restoreDatabase } from '../../src/store/restore-database.ts';
import { saveDirective } from '../../src/store/save-directive.ts';
import { tidyDatabase } from '../../src/store/tidy-database.ts';
import { sampleDirective } from '../support/sample-directive.ts';

const server = process.env.TEST_DATABASE_URL ?? '';
const script = new URL('../../deploy/create-role.sql', import.meta.url);

/** Runs the script as psql does, under another name, as the superuser of the test server; gives the address of the account it made. */
async function createRole(name: string): Promise<string> {
  const password = "mat'khau";
  const address = new URL(server);
  const text = (await readFile(script, 'utf8')).replaceAll(/\bchidao\b/g, name).replace(":'password'", `'mat''khau'`);
  let client = new pg.Client({ connectionString: address.href });
  await client.connect();
  for (const line of text.split('\n').filter((one) => one !== '' && !/^(?:--|\\getenv)/.test(one))) {
    const database = /^\\connect (\w+)$/.exec(line)?.[1];
    if (database === undefined) await client.query(line);
    else {
      await client.end();
      address.pathname = `/${database}`;
      client = new pg.Client({ connectionString: address.href });
      await client.connect();
    }
  }
  await client.end();
  [address.username, address.password] = [name, encodeURIComponent(password)];
  return address.href;
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe.skipIf(server === '')('the account of the documented SQL (TEST_DATABASE_URL, of a superuser)', () => {
  const name = `role_${randomUUID().replaceAll('-', '')}`;
  let url: string;
  let database: Database;
  beforeAll(async () => {
    url = await createRole(name);
    database = await openDatabase({ url, directory: null });
  });
  afterAll(async () => {
    await database?.close();
    await asSuperuser(`drop database if exists ${name} with (force)`);
    await asSuperuser(`drop role if exists ${name}`);
  });

  it('is enough for the tables, the stores, backup and restore', async () => {
    await saveDirective(database, await sampleDirective({ passages: ['Tỷ lệ che phủ rừng đạt 57,83%.'] }));
    const inbox = createInbox(database, { now: () => new Date() });
    await inbox.add('zalo-oa', { eventId: '1', chatId: 'c', sentAt: new Date(0), holdMilliseconds: 0, body: 'chào' });
    expect(await inbox.claim('zalo-oa', 1)).toHaveLength(1);
    expect(await takeLease(database, { name: 'poll', holder: 'a' }, 6)).toBe(true);
    expect((await verifyAudit(database)).broken).toBeNull();
    await tidyDatabase(database);
    const folder = await mkdtemp(join(tmpdir(), 'chidao-role-'));
    const backup = join(folder, 'a.backup');
    const tables = await writeBackup(database, backup);
    const empty = await openDatabase({ url, directory: null, schema: 'khoi_phuc' });
    expect(await restoreDatabase(empty, (take) => readBackup(backup, take))).toHaveLength(tables.length);
    await empty.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['make an account', 'create role them'],
    ['make a database', 'create database them'],
    ['read passwords', 'select rolpassword from pg_authid'],
    ['read files of the server', `select pg_read_file('/etc/passwd')`],
    ['run programs on the server', `copy (select 1) to program 'true'`],
    ['load code', `create function f() returns int language c as 'libc', 'abs'`],
    ['become somebody else', 'set role postgres'],
    ['raise itself', 'alter role current_user superuser'],
    ['stop the server’s work of others', 'select pg_reload_conf()'],
  ])('cannot %s', async (_, sql) => {
    await expect(database.query(sql)).rejects.toThrow(/permission denied|must be superuser|not superuser/);
  });
});
