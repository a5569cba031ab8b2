import { mkdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { vector } from '@electric-sql/pglite-pgvector';
import pg from 'pg';
import { SettingError } from '../domain/errors.ts';
import type { Database } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import { poolDatabase, typeParsers } from './pool-database.ts';

/** PGlite defaults to 128 MB of shared buffers and touches all of it; the corpus of one office needs far less. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/**
 * PostgreSQL inside this process. What was committed survives the end of the process, however it ends, but not a loss of power: PGlite leaves
 * writing to disk to the system. It is reached only through the pool: PGlite's own `query` beside it would join the pool's open transaction.
 */
export async function openEmbeddedDatabase(directory: string | null, template?: Blob): Promise<Database> {
  const unlock = directory === null ? async () => {} : await makeAndLock(directory);
  try {
    const pglite = await PGlite.create({
      dataDir: directory ?? 'memory://',
      extensions: { vector },
      startParams,
      ...(template ? { loadDataDir: template } : {}),
    });
    takeTurns(pglite);
    const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0, types: typeParsers });
    return poolDatabase('embedded', pool, async () => {
      await pglite.close();
      await unlock();
    });
  } catch (error) {
    await unlock();
    throw new SettingError(
      `Không mở được cơ sở dữ liệu trong thư mục ${directory}: dữ liệu hỏng hoặc không đọc được.`,
      {
        cause: error,
      },
    );
  }
}

/** The message that ends a statement of the wire protocol, with parameters or without. */
const STATEMENT_ENDS = new Set(['S', 'Q'].map((kind) => kind.charCodeAt(0)));

/**
 * PGlite answers within the turn of the event loop it was asked in: statement after statement would keep everything that comes over the network
 * waiting until nobody wants the database any more. So each statement waits for a turn of its own.
 */
function takeTurns(pglite: PGlite): void {
  const execute = pglite.execProtocolStream.bind(pglite);
  pglite.execProtocolStream = async (message, options) => {
    if (STATEMENT_ENDS.has(message[0] ?? 0)) await nextTurn();
    return execute(message, options);
  };
}

async function makeAndLock(directory: string): Promise<() => Promise<void>> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new SettingError(`Không tạo được thư mục dữ liệu ${directory}: kiểm tra đường dẫn và quyền ghi.`, {
      cause: error,
    });
  }
  return lockDirectory(directory);
}
