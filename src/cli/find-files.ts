import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to read, or why this path gives none. */
export type FoundFile = { path: string; size: number } | { path: string; problem: string };

/**
 * The files that paths stand for, folders with all that lies under them in the order of their names. Hidden entries and linked folders are
 * passed over, so that no loop is possible. A path that leads nowhere is an entry with its problem.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundFile> {
  for (const path of paths) yield* filesAt(path);
}

async function* filesAt(path: string): AsyncGenerator<FoundFile> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => problemOf(error));
  if (typeof found === 'string') yield { path, problem: found };
  else if (found.isDirectory()) yield* filesIn(path);
  else if (found.isFile()) yield { path, size: found.size };
  else yield { path, problem: 'không phải tệp hay thư mục' };
}

async function* filesIn(folder: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) =>
    problemOf(error),
  );
  if (typeof entries === 'string') {
    yield { path: folder, problem: entries };
    return;
  }
  const visible = entries.filter((entry) => !entry.name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of visible) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (!entry.isSymbolicLink() || !(await isFolder(path))) yield* filesAt(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

export function problemOf(error: NodeJS.ErrnoException): string {
  const known: Record<string, string> = {
    ENOENT: 'không có tệp hay thư mục này',
    ENOTDIR: 'không có tệp hay thư mục này',
    ELOOP: 'liên kết vòng tròn',
    EACCES: 'không có quyền đọc',
    EPERM: 'không có quyền đọc',
    ENAMETOOLONG: 'tên quá dài',
  };
  return known[error.code ?? ''] ?? 'không đọc được';
}
