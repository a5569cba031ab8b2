import { parentPort } from 'node:worker_threads';
import { type ReadingResult, readDirective } from '../ingest/read-directive.ts';
import { loadTables } from '../tables.ts';

/** What a thread is asked, and what it says: how far it has come, and at the end what it read. */
export type ReadingTask = { name: string; bytes: Uint8Array; today: string };
export type ReadingNews =
  | { kind: 'progress'; progress: { done: number; total: number } }
  | { kind: 'read'; reading: ReadingResult };

// The one file that works by being loaded: it is the body of a thread.
const tables = loadTables();
parentPort?.on('message', async ({ name, bytes, today }: ReadingTask) => {
  const say = (news: ReadingNews): void => parentPort?.postMessage(news);
  const onProgress = (progress: { done: number; total: number }): void => say({ kind: 'progress', progress });
  say({ kind: 'read', reading: await readDirective(bytes, { name, tables, today, onProgress }) });
});
