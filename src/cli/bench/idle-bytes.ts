import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withTemporaryFolder } from '../temporary-folder.ts';

const program = join(import.meta.dirname, '..', '..', 'chidao.mjs');
const bare = join(import.meta.dirname, 'bare-database.ts');
/** Long enough for what a start leaves behind to be collected. */
const restMilliseconds = 5000;

/** What a started bot that nobody asks anything holds, and beside it the embedded database alone; 0 where the system does not tell. */
export function idleBytes(): Promise<{ product: number; floor: number }> {
  return withTemporaryFolder(async (folder) => {
    const start = [program, 'start', '--db', join(folder, 'db')];
    const floor = [bare, join(folder, 'bare')];
    // The first start makes the database, which takes memory that no later one does.
    for (const args of [start, floor]) await heldBy(args, 0);
    return { product: await heldBy(start, restMilliseconds), floor: await heldBy(floor, restMilliseconds) };
  });
}

/** Resident bytes of a program so long after its first words. */
async function heldBy(args: readonly string[], rest: number): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.write('chào bạn\n');
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
  await sleep(rest);
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  child.stdin.end();
  await ended;
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}
