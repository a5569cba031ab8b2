import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { type IngestDeps, readNewFile } from '../ingest/ingest-file.ts';
import { emptyRow, type IngestRow } from '../ingest/ingest-row.ts';
import { mayJoin, type ReadFile, storeFiles } from '../ingest/store-files.ts';
import { listDirectiveIds } from '../store/directives.ts';
import type { Base } from '../wiring/base.ts';
import { todayIn } from '../wiring/today.ts';
import type { CommandContext } from './command.ts';
import { type FoundFile, findFiles, problemOf } from './find-files.ts';
import { readingProgress } from './reading-progress.ts';
import { describeUnexpected } from './unexpected.ts';
import { type Ahead, workAhead } from './work-ahead.ts';

/** Larger files are no directives; reading them would take the memory of a small machine. */
const largestBytes = 64 * 2 ** 20;
/** From this size on, reading takes long enough to say so. */
const announcedBytes = 2 ** 20;

/** So many files are read or wait while others are stored, and so many are stored in one transaction. */
const ahead: Ahead<FoundFile | '-'> = {
  depth: 24,
  heaviest: largestBytes,
  weightOf: (found) => (found !== '-' && 'size' in found ? found.size : 0),
  atOnce: 8,
};

/** Reads files, folders and "-" (stdin) into the database, one row a file in order. Never throws for a file: what goes wrong is a failed row. */
export async function* ingestPaths(
  base: Base,
  paths: readonly string[],
  context: CommandContext,
): AsyncGenerator<IngestRow> {
  const now = context.now();
  const today = todayIn(context.config().settings.TZ, now);
  const known = new Set(await listDirectiveIds(base.database));
  const work = { ...base, now, today, context, known };
  for await (const ready of workAhead(findAll(paths), ahead, (found) => readFound(found, work))) {
    for (const group of groupsOf(ready)) {
      if (Array.isArray(group)) yield* await storeGroup(group, work);
      else yield group;
    }
  }
}

type Work = IngestDeps & { context: CommandContext; known: ReadonlySet<string> };
type ReadFound = ReadFile & { path: string };

async function* findAll(paths: readonly string[]): AsyncGenerator<FoundFile | '-'> {
  for (const path of paths) {
    if (path === '-') yield path;
    else yield* findFiles([path]);
  }
}

async function readFound(found: FoundFile | '-', work: Work): Promise<ReadFound | IngestRow> {
  if (found === '-') return readStdin(work);
  const { path } = found;
  if ('problem' in found) return failedRow(path, found.problem);
  const size = `${(found.size / 2 ** 20).toFixed(1).replace('.', ',')} MB`;
  if (found.size > largestBytes)
    return failedRow(path, `tệp quá lớn (${size}, nhiều nhất ${largestBytes / 2 ** 20} MB)`);
  if (found.size >= announcedBytes) work.context.log(`đang đọc ${path} (${size})…`);
  try {
    return await readBytes({ path, bytes: await readFile(path) }, work);
  } catch (error) {
    return failedRow(path, problemOf(error as NodeJS.ErrnoException));
  }
}

async function readStdin(work: Work): Promise<ReadFound | IngestRow> {
  const bytes = await readAll(work.context.stdin());
  return bytes === null ? failedRow('-', 'đầu vào quá lớn') : readBytes({ path: '-', bytes }, work);
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

function readBytes({ path, bytes }: { path: string; bytes: Uint8Array }, work: Work) {
  const name = path === '-' ? 'stdin' : basename(path);
  return orUnexpected(path, work, async () => {
    const onProgress = readingProgress(path, work.context);
    return { path, ...(await readNewFile({ name, bytes }, work, { onProgress })) };
  });
}

/** Neighbours that may be stored together; a file that could not be read stands alone. */
function groupsOf(ready: readonly (ReadFound | IngestRow)[]): (ReadFound[] | IngestRow)[] {
  const groups: (ReadFound[] | IngestRow)[] = [];
  for (const one of ready) {
    const last = groups.at(-1);
    if ('status' in one) groups.push(one);
    else if (Array.isArray(last) && mayJoin(one, last)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** The rows of files stored together; where the database refuses them, each is stored alone and only the faulty one fails. */
async function storeGroup(group: readonly ReadFound[], work: Work): Promise<IngestRow[]> {
  const store = async (some: readonly ReadFound[]): Promise<IngestRow[]> => {
    const rows = await storeFiles(some, work);
    return rows.map((row, index) => ({ ...row, file: some[index]?.path ?? row.file }));
  };
  try {
    if (group.length > 1) return await store(group);
  } catch (error) {
    work.context.log(describeUnexpected(error).line);
  }
  const rows: IngestRow[] = [];
  for (const one of group) rows.push(...[await orUnexpected(one.path, work, () => store([one]))].flat());
  return rows;
}

async function orUnexpected<Result>(
  path: string,
  { context }: Work,
  work: () => Promise<Result>,
): Promise<Result | IngestRow> {
  try {
    return await work();
  } catch (error) {
    const { reference, line } = describeUnexpected(error);
    context.log(`${path}: ${line}`);
    return failedRow(path, `có lỗi ngoài dự kiến khi đọc hoặc lưu tệp này (mã ${reference})`);
  }
}

function failedRow(file: string, reason: string): IngestRow {
  return emptyRow({ file, document: null, status: 'failed' }, reason);
}
