import { readdir, readFile } from 'node:fs/promises';
import { SettingError } from '../domain/errors.ts';
import type { Database, Session } from './database.ts';

const folder = new URL('./migrations/', import.meta.url);

/** Any number, the same in every process: who holds it migrates, the others wait and then find nothing to do. */
const LOCK_KEY = 20_211_130;

/**
 * Applies the `.sql` files of `migrations/` that this database has not seen, in order of their names, all in one transaction.
 * Throws SettingError when the database, or the backup that `only` is of, was made by a newer version of the program. `only` names those to
 * apply; default all.
 */
export async function migrate(database: Database, only?: readonly string[]): Promise<void> {
  const all = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files = only === undefined ? all : all.filter((name) => only.includes(name));
  const missing = only?.find((name) => !all.includes(name));
  if (missing !== undefined)
    throw new SettingError(`Bản sao lưu do bản chidao mới hơn tạo ra (có bước ${missing}): hãy dùng bản mới đó.`);
  await database.transaction(async (session) => {
    await session.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    const applied = await appliedMigrations(session);
    const unknown = applied.find((name) => !files.includes(name));
    if (unknown !== undefined) {
      throw new SettingError(
        `Cơ sở dữ liệu do bản chidao mới hơn tạo ra (có bước ${unknown}): hãy dùng bản mới đó hoặc chọn cơ sở dữ liệu khác.`,
      );
    }
    for (const name of files.filter((file) => !applied.includes(file))) await apply(session, name);
  });
}

async function appliedMigrations(session: Session): Promise<string[]> {
  await session.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
  );
  const rows = await session.query<{ name: string }>('select name from migrations');
  return rows.map((row) => row.name);
}

async function apply(session: Session, name: string): Promise<void> {
  // Without parameters pg uses the simple protocol, which takes a file of many statements.
  await session.query(await readFile(new URL(name, folder), 'utf8'));
  await session.query('insert into migrations (name) values ($1)', [name]);
}
