import pg from 'pg';
import { SettingError } from '../domain/errors.ts';
import type { Database } from './database.ts';
import { poolDatabase, typeParsers } from './pool-database.ts';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const OLDEST_VERSION = 150_000;
/** What most often stands in the way, by the code of the network, of PostgreSQL or of the URL parser. */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'không có máy chủ nào nghe ở địa chỉ đó',
  ENOTFOUND: 'không tìm thấy tên máy chủ',
  ETIMEDOUT: 'máy chủ không trả lời',
  ERR_INVALID_URL: 'địa chỉ viết sai, mẫu đúng là postgres://tài_khoản:mật_khẩu@máy_chủ:5432/tên',
  '28P01': 'sai tài khoản hoặc mật khẩu',
  '28000': 'tài khoản không được phép vào',
  '3D000': 'chưa có cơ sở dữ liệu mang tên đó',
};
/** Another process made the schema or the extension in the same instant. */
const UNIQUE_VIOLATION = '23505';

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
    await prepare(pool, schema);
    return poolDatabase('server', pool, async () => {});
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function prepare(pool: pg.Pool, schema: string): Promise<void> {
  const version = await askVersion(pool);
  if (version < OLDEST_VERSION) {
    throw new SettingError('DATABASE_URL: máy chủ PostgreSQL quá cũ, cần bản 15 trở lên.');
  }
  try {
    // Even `if not exists` needs the right to create schemas, which an ordinary account lacks.
    if (schema !== 'public') await pool.query(`create schema if not exists ${pg.escapeIdentifier(schema)}`);
    await pool.query('create extension if not exists vector with schema public');
  } catch (error) {
    const code = codeOf(error);
    if (code === UNIQUE_VIOLATION) return;
    throw new SettingError(
      `DATABASE_URL: máy chủ PostgreSQL chưa có phần mở rộng pgvector hoặc tài khoản không được tạo nó (${code}).`,
      { cause: error },
    );
  }
}

async function askVersion(pool: pg.Pool): Promise<number> {
  try {
    const result = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    return result.rows[0]?.version ?? 0;
  } catch (error) {
    const code = codeOf(error);
    throw new SettingError(`DATABASE_URL: không kết nối được máy chủ PostgreSQL: ${reasons[code] ?? code}.`, {
      cause: error,
    });
  }
}

/** The server's or the network's code, never the message: it can hold the address with its password. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'không có phản hồi';
}
