import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingResult } from '../ingest/read-directive.ts';

/** What a thread is begun with: the folder where compiled modules are kept; null where none are. */
export type ReadingStart = { compiled: string | null };

/** What a thread is asked, and what it says: how far it has come, and at the end what it read. */
export type ReadingTask = { name: string; bytes: Uint8Array; today: string };
export type ReadingNews =
  | { kind: 'progress'; progress: { done: number; total: number } }
  | { kind: 'read'; reading: ReadingResult };

// The one file that works by being loaded: it is the body of a thread. A thread does not share the compiled modules of the process by itself.
const { compiled } = workerData as ReadingStart;
if (compiled !== null) module.enableCompileCache(compiled);
const { readDirective } = await import('../ingest/read-directive.ts');
const { loadTables } = await import('../tables.ts');

const tables = loadTables();
parentPort?.on('message', async ({ name, bytes, today }: ReadingTask) => {
  const say = (news: ReadingNews): void => parentPort?.postMessage(news);
  const onProgress = (progress: { done: number; total: number }): void => say({ kind: 'progress', progress });
  say({ kind: 'read', reading: await readDirective(bytes, { name, tables, today, onProgress }) });
});
