import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { afterAll } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';

const shared = globalThis as { chidaoTestDatabase?: Promise<Database> };

/**
 * The test process's one database with all tables empty: PGlite in memory, or, with TEST_DATABASE_URL, a schema of its own on that server.
 * Call it in `beforeAll` or `beforeEach`; do not close it.
 */
export async function testDatabase(): Promise<Database> {
  shared.chidaoTestDatabase ??= process.env.TEST_DATABASE_URL
    ? openSchema(process.env.TEST_DATABASE_URL)
    : openFromTemplate();
  const database = await shared.chidaoTestDatabase;
  await emptyTables(database);
  return database;
}

/** Leaves every table as the migrations made it, whatever tables they make. */
export async function emptyTables(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables
     where schemaname = current_schema() and tablename not in ('migrations', 'corpus')`,
  );
  await database.query(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`);
  await database.query('update corpus set version = 0');
}

async function openSchema(url: string): Promise<Database> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const database = await openDatabase({ url, directory: null, schema });
  afterAll(async () => {
    delete shared.chidaoTestDatabase;
    await database.query(`drop schema ${schema} cascade`);
    await database.close();
  });
  return database;
}

async function openFromTemplate(): Promise<Database> {
  return openDatabase({ url: null, directory: null, template: await template() });
}

/** An empty data directory, made once a machine and kept beside the installed packages: initdb takes seconds, this half of one. */
async function template(): Promise<Blob> {
  const cache = new URL('../../node_modules/.cache/chidao/', import.meta.url);
  const installed = await readFile(new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url));
  const file = new URL(`pglite-${createHash('sha256').update(installed).digest('hex').slice(0, 12)}.tar`, cache);
  await mkdir(cache, { recursive: true });
  if (!(await readdir(cache)).includes(file.pathname.split('/').at(-1) ?? '')) {
    const pglite = await PGlite.create({ dataDir: 'memory://', extensions: { vector } });
    const dump = await pglite.dumpDataDir('none');
    await pglite.close();
    const partial = new URL(`${file.href}.${randomUUID()}`);
    await writeFile(partial, Buffer.from(await dump.arrayBuffer()));
    await rename(partial, file);
  }
  return new Blob([new Uint8Array(await readFile(file))]);
}
