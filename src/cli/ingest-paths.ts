import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { ingestFile } from '../ingest/ingest-file.ts';
import { emptyRow, type IngestRow } from '../ingest/ingest-row.ts';
import type { Base } from '../wiring/base.ts';
import { todayIn } from '../wiring/today.ts';
import type { CommandContext } from './command.ts';
import { type FoundFile, findFiles, problemOf } from './find-files.ts';
import { describeUnexpected } from './unexpected.ts';

/** Larger files are no directives; reading them would take the memory of a small machine. */
const largestBytes = 64 * 2 ** 20;
/** From this size on, reading takes long enough to say so. */
const announcedBytes = 2 ** 20;

/** Reads files, folders and "-" (stdin) into the database, one row a file in order. Never throws for a file: what goes wrong is a failed row. */
export async function* ingestPaths(
  base: Base,
  paths: readonly string[],
  context: CommandContext,
): AsyncGenerator<IngestRow> {
  for (const path of paths) {
    if (path === '-') yield await ingestStdin(base, context);
    else for await (const found of findFiles([path])) yield await ingestFound(base, found, context);
  }
}

async function ingestFound(base: Base, found: FoundFile, context: CommandContext): Promise<IngestRow> {
  const { path } = found;
  if ('problem' in found) return failedRow(path, found.problem);
  const size = `${(found.size / 2 ** 20).toFixed(1).replace('.', ',')} MB`;
  if (found.size > largestBytes)
    return failedRow(path, `tệp quá lớn (${size}, nhiều nhất ${largestBytes / 2 ** 20} MB)`);
  if (found.size >= announcedBytes) context.log(`đang đọc ${path} (${size})…`);
  try {
    return await ingestBytes(base, { path, bytes: await readFile(path) }, context);
  } catch (error) {
    return failedRow(path, problemOf(error as NodeJS.ErrnoException));
  }
}

async function ingestStdin(base: Base, context: CommandContext): Promise<IngestRow> {
  const bytes = await readAll(context.stdin());
  if (bytes === null) return failedRow('-', 'đầu vào quá lớn');
  return ingestBytes(base, { path: '-', bytes }, context);
}

/** Null when there is more than a directive can have. */
async function readAll(stream: Readable): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(Buffer.from(part));
    size += parts.at(-1)?.length ?? 0;
    if (size > largestBytes) return null;
  }
  return Buffer.concat(parts);
}

async function ingestBytes(
  base: Base,
  { path, bytes }: { path: string; bytes: Uint8Array },
  context: CommandContext,
): Promise<IngestRow> {
  const now = context.now();
  const today = todayIn(context.config().settings.TZ, now);
  const { database, tables, embedding } = base;
  try {
    const name = path === '-' ? 'stdin' : basename(path);
    const row = await ingestFile({ name, bytes }, { database, tables, embedding, now, today });
    return { ...row, file: path };
  } catch (error) {
    const { reference, line } = describeUnexpected(error);
    context.log(`${path}: ${line}`);
    return failedRow(path, `có lỗi ngoài dự kiến khi đọc hoặc lưu tệp này (mã ${reference})`);
  }
}

function failedRow(file: string, reason: string): IngestRow {
  return emptyRow({ file, document: null, status: 'failed' }, reason);
}
