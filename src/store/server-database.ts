import pg from 'pg';
import { SettingError } from '../domain/errors.ts';
import type { Database } from './database.ts';
import { poolDatabase, typeParsers } from './pool-database.ts';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;

/** A PostgreSQL server (15 or newer) with the pgvector extension. Tries one connection, so that a wrong address stops the start. */
export async function openServerDatabase(url: string, schema: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    application_name: 'chidao',
    types: typeParsers,
    ...(schema === 'public' ? {} : { options: `-c search_path=${schema},public` }),
  });
  // An idle connection that the server drops is replaced on the next query; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    await pool.query(`create schema if not exists ${pg.escapeIdentifier(schema)}`);
  } catch (error) {
    await pool.end();
    throw new SettingError(`DATABASE_URL: không kết nối được máy chủ PostgreSQL (${reasonOf(error)}).`, {
      cause: error,
    });
  }
  return poolDatabase('server', pool, async () => {});
}

/** The server's or the network's code, never the message: it can hold the address with its password. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'không có phản hồi';
}
