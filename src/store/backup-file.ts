import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { DataError } from '../domain/errors.ts';
import { createSum, type TableSum } from './copy-rows.ts';
import type { Database } from './database.ts';
import { type DumpPiece, dumpDatabase, type TakePiece } from './dump-database.ts';

export type BackedUpTable = { table: string; sum: TableSum };

/**
 * Writes everything into one compressed file, a piece a line, that only its owner may read; reads it back and compares. The file is there when
 * this resolves, and not before. Throws DataError when the file does not hold what the database does.
 */
export async function writeBackup(database: Database, path: string): Promise<BackedUpTable[]> {
  const partial = `${path}.partial`;
  try {
    const lines = new PassThrough();
    const written = pipeline(lines, createGzip({ level: 4 }), createWriteStream(partial, { mode: 0o600, flush: true }));
    const write: TakePiece = async (piece) => {
      if (!lines.write(`${JSON.stringify(piece)}\n`)) await Promise.race([drained(lines), written]);
    };
    await Promise.all([written, dumpDatabase(database, write).finally(() => lines.end())]);
    const tables = await checkBackup(partial);
    await rename(partial, path);
    return tables;
  } catch (error) {
    await rm(partial, { force: true });
    throw fileProblem(error, path) ?? error;
  }
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: 'Không có tệp hay thư mục này.',
  EISDIR: 'Đây là một thư mục, không phải một tệp.',
  ENOTDIR: 'Đường dẫn này đi qua một tệp.',
  EACCES: 'Không được phép đọc hoặc ghi tệp này.',
  EPERM: 'Không được phép đọc hoặc ghi tệp này.',
  EROFS: 'Nơi này chỉ đọc được.',
  ENOSPC: 'Đĩa đã đầy.',
};

/** What stands in the way of a file; null for what is no matter of files. */
function fileProblem(error: unknown, path: string): DataError | null {
  const said = problems[error instanceof Error && 'code' in error ? String(error.code) : ''];
  return said === undefined ? null : new DataError(said, path);
}

const drained = (stream: PassThrough): Promise<void> => new Promise((resolve) => stream.once('drain', resolve));

/** Hands over the pieces of a backup file. Throws DataError when it is none, or cut short. */
export async function readBackup(path: string, take: TakePiece): Promise<void> {
  const file = createReadStream(path);
  const unpacked = file.pipe(createGunzip());
  file.on('error', (error) => unpacked.destroy(error));
  // What goes wrong after the last wanted piece is nobody's concern.
  unpacked.on('error', () => undefined);
  let last: DumpPiece['kind'] | null = null;
  try {
    for await (const line of linesOf(unpacked.setEncoding('utf8'))) {
      const piece = JSON.parse(line) as DumpPiece;
      if (last === null && !(piece.kind === 'begin' && piece.format === 1)) throw new SyntaxError('unknown format');
      last = piece.kind;
      await take(piece);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (error instanceof SyntaxError || code.startsWith('Z_'))
      throw new DataError('Tệp không phải bản sao lưu của chidao, bị hỏng hoặc bị cắt cụt.', path);
    throw fileProblem(error, path) ?? error;
  } finally {
    file.destroy();
    unpacked.destroy();
  }
  if (last !== 'complete') throw new DataError('Bản sao lưu bị cắt cụt.', path);
}

/** Not node:readline, which also ends a line at U+2028. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    const [first = '', ...more] = text.split('\n');
    rest += first;
    for (const next of more) {
      yield rest;
      rest = next;
    }
  }
  if (rest !== '') yield rest;
}

/** The migrations that the tables of a backup were made of. Throws DataError. */
export async function readBackupMigrations(path: string): Promise<string[]> {
  class Found extends Error {}
  const found: string[] = [];
  await readBackup(path, async (piece) => {
    if (piece.kind === 'begin') found.push(...piece.migrations);
    throw new Found();
  }).catch((error) => {
    if (!(error instanceof Found)) throw error;
  });
  return found;
}

/** Reads a backup to its end and compares each table with its sum. Throws DataError. */
export async function checkBackup(path: string): Promise<BackedUpTable[]> {
  const tables: BackedUpTable[] = [];
  let table = '';
  let sum = createSum();
  await readBackup(path, async (piece) => {
    if (piece.kind === 'table') [table, sum] = [piece.shape.name, createSum()];
    else if (piece.kind === 'rows') for (const row of piece.rows) sum.add(row);
    else if (piece.kind === 'end') {
      const found = sum.total();
      if (found.rows !== piece.sum.rows || found.checksum !== piece.sum.checksum)
        throw new DataError(`Bảng ${table} trong tệp không khớp bản gốc.`, path);
      tables.push({ table, sum: found });
    }
  });
  return tables;
}
