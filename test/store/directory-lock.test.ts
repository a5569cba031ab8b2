import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SettingError } from '../../src/domain/errors.ts';
import { lockDirectory } from '../../src/store/directory-lock.ts';

const timing = { heartbeatMs: 40 };
/** No system gives out a pid this high. */
const noPid = 2 ** 30;

let directory: string;
let lockFile: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'chidao-lock-'));
  lockFile = join(directory, 'chidao.lock');
});
afterEach(() => rm(directory, { recursive: true }));

async function leaveLock(holder: object): Promise<void> {
  await writeFile(lockFile, JSON.stringify({ pid: noPid, started: '', host: hostname(), token: 'theirs', ...holder }));
}

it('refuses a directory that is held, with a sentence that names it, and allows it once freed', async () => {
  const unlock = await lockDirectory(directory, timing);
  await expect(lockDirectory(directory, timing)).rejects.toThrow(SettingError);
  await expect(lockDirectory(directory, timing)).rejects.toThrow(directory);
  await unlock();
  await (await lockDirectory(directory, timing))();
});

it('leaves nothing behind when freed, and frees once', async () => {
  const unlock = await lockDirectory(directory, timing);
  await unlock();
  await expect(readFile(lockFile)).rejects.toThrow('ENOENT');
  const next = await lockDirectory(directory, timing);
  await unlock();
  expect(await readFile(lockFile, 'utf8')).toContain(String(process.pid));
  await next();
});

const stale: [string, string | object][] = [
  ['of a process that died', { pid: noPid }],
  ['of an earlier process with our own pid', { pid: process.pid, started: 'an earlier boot' }],
  ['that was never filled in', ''],
  ['that is no lock at all', '{"pid":'],
  ['of another machine that shows no life', { host: 'elsewhere', pid: process.pid }],
];
it.each(stale)('takes over a lock %s', async (_, left) => {
  if (typeof left === 'string') await writeFile(lockFile, left);
  else await leaveLock(left);
  const unlock = await lockDirectory(directory, timing);
  expect(JSON.parse(await readFile(lockFile, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
  await unlock();
});

it.runIf(process.platform === 'linux')('takes over a lock of a killed process that nobody waited for', async () => {
  const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 30']);
  try {
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    const fields = async () => (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ');
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    await leaveLock({ pid, started: `${boot} ${(await fields())[19]}` });
    await expect(lockDirectory(directory, timing)).rejects.toThrow(String(pid));
    await vi.waitFor(async () => expect((await fields())[0]).toBe('Z'), { timeout: 5000 });
    await (await lockDirectory(directory, timing))();
  } finally {
    parent.kill('SIGKILL');
  }
});

it('refuses a lock of another machine that shows life', async () => {
  await leaveLock({ host: 'elsewhere' });
  let beat = 1;
  const heart = setInterval(() => void utimes(lockFile, beat, beat++), 20);
  try {
    await expect(lockDirectory(directory, timing)).rejects.toThrow('elsewhere');
  } finally {
    clearInterval(heart);
  }
});

it('lets one of many that find the same dead lock have it', async () => {
  await leaveLock({ pid: noPid });
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory, timing)));
  const won = tries.filter((result) => result.status === 'fulfilled');
  expect(won).toHaveLength(1);
  await won[0]?.value();
});
