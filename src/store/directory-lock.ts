import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SettingError } from '../domain/errors.ts';

/** Who holds a directory. `started` tells two processes apart that were given the same pid one after the other. */
type Holder = { pid: number; started: string; host: string; token: string };

/** The holder shows every `heartbeatMs` that it lives; whoever cannot see its process watches for three beats. */
const defaultTiming = { heartbeatMs: 2_000 };
const SETTLE_MS = 100;

/**
 * Takes a data directory for this process and gives the function that frees it. PGlite has no lock of its own, and two processes on one
 * directory silently lose each other's rows. A lock left behind by a process that died is taken over.
 * Throws SettingError when another process holds the directory.
 */
export async function lockDirectory(directory: string, timing = defaultTiming): Promise<() => Promise<void>> {
  const path = join(directory, 'chidao.lock');
  const token = randomUUID();
  if (!create(path, token)) await takeOver(path, token, { directory, ...timing });
  const heartbeat = setInterval(() => touch(path), timing.heartbeatMs).unref();
  return async () => {
    clearInterval(heartbeat);
    if (readHolder(path)?.token === token) rmSync(path, { force: true });
  };
}

function create(path: string, token: string): boolean {
  const holder: Holder = { pid: process.pid, started: startOf(process.pid) ?? '', host: hostname(), token };
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new SettingError(`Không ghi được vào thư mục dữ liệu (${path}): kiểm tra quyền ghi.`, { cause: error });
  }
}

type Attempt = { directory: string; heartbeatMs: number };

async function takeOver(path: string, token: string, { directory, heartbeatMs }: Attempt): Promise<void> {
  // A lock is empty for the instant between its creation and its first byte.
  const holder = readHolder(path) ?? (await sleep(SETTLE_MS).then(() => readHolder(path)));
  if (holder && (await isAlive(holder, path, heartbeatMs))) throw heldBy(holder, directory);
  if (readHolder(path)?.token === holder?.token) rmSync(path, { force: true });
  const created = create(path, token);
  // Two processes may find the same dead lock; whoever removed the other's new one wins, and the other sees it here.
  await sleep(SETTLE_MS);
  const winner = readHolder(path);
  if (!created || winner?.token !== token) throw heldBy(winner, directory);
}

function heldBy(holder: Holder | null, directory: string): SettingError {
  const who = holder === null ? '' : ` (tiến trình ${holder.pid}, máy ${holder.host})`;
  return new SettingError(
    `Thư mục dữ liệu ${directory} đang được một tiến trình chidao khác sử dụng${who}: hãy dừng tiến trình đó trước, hoặc chọn thư mục khác bằng --db hay CHIDAO_HOME.`,
  );
}

async function isAlive(holder: Holder, path: string, heartbeatMs: number): Promise<boolean> {
  // Another machine or container on the same volume: its pids mean nothing here, only its heartbeat does.
  if (holder.host !== hostname()) return beats(path, 3 * heartbeatMs);
  if (!pidExists(holder.pid)) return false;
  const started = startOf(holder.pid);
  return started === null || started === holder.started;
}

async function beats(path: string, observedMs: number): Promise<boolean> {
  const before = modifiedAt(path);
  await sleep(observedMs);
  return modifiedAt(path) !== before;
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A text that two processes with one pid do not share; null where the system does not tell (macOS and Windows, for others' processes). */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields 3 and 22, counted after the command name, which may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Killed, and not waited for yet by who started it: it holds nothing any more.
    return fields[0] === 'Z' ? 'dead' : `${boot} ${fields[19]}`;
  } catch {
    return pid === process.pid ? String(performance.timeOrigin) : null;
  }
}

function readHolder(path: string): Holder | null {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(read) ? read : null;
  } catch {
    return null;
  }
}

function isHolder(read: unknown): read is Holder {
  return typeof read === 'object' && read !== null && 'pid' in read && 'token' in read && 'host' in read;
}

function modifiedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** Sets the file's time to now; a directory that has vanished under us is noticed by the database, not here. */
function touch(path: string): void {
  try {
    const { size } = statSync(path);
    if (size > 0) utimesSync(path, touched(), touched());
  } catch {}
}

function touched(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}
