import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSettings } from '../../store/database.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { dropSchema } from './drop-schema.ts';

const reminders = 10_000;
const kills = 50;
const senders = 4;
const databaseCuts = 20;

/**
 * At Telegram's own pace, which the loopback server enforces: six to ten minutes a run. On the embedded database, and with DATABASE_URL on that
 * server too: with one process, with three, and with a database that goes away twenty times.
 */
export const benchRemindersKill: Benchmark = {
  name: 'reminders-kill',
  summary: 'nhắc việc: tiến trình bị giết 50 lần, máy chủ cơ sở dữ liệu mất 20 lần giữa 10.000 tin (nửa giờ)',
  async run({ log, config }) {
    const { url } = config().database;
    const rows = [await onEmbedded(log)];
    if (url === null) return rows;
    for (const processes of [1, 3]) rows.push(await onServer(url, { processes, kills, databaseCuts: 0 }, log));
    return [...rows, await onServer(url, { processes: 3, kills: 0, databaseCuts }, log)];
  },
};

async function onEmbedded(log: (line: string) => void): Promise<Measurement> {
  const directory = await mkdtemp(join(tmpdir(), 'chidao-bench-'));
  try {
    log('PGlite: giết tiến trình 50 lần…');
    return await disturbed({ url: null, directory }, { processes: 1, kills, databaseCuts: 0 }, 'PGlite');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

type Trouble = { processes: number; kills: number; databaseCuts: number };

async function onServer(url: string, trouble: Trouble, log: (line: string) => void): Promise<Measurement> {
  const where = `PostgreSQL, ${trouble.processes} tiến trình`;
  const schema = `bench_kill_${process.pid}_${trouble.processes}_${trouble.databaseCuts}`;
  const location = { url, directory: null, schema };
  try {
    log(`${where}: giết ${trouble.kills} lần, mất cơ sở dữ liệu ${trouble.databaseCuts} lần…`);
    return await disturbed(location, trouble, where);
  } finally {
    await dropSchema(location);
  }
}

/** In doubt may be what was on its way when a process was killed: at this pace one at a time. A database that goes away leaves nothing in doubt. */
async function disturbed(database: DatabaseSettings, trouble: Trouble, where: string): Promise<Measurement> {
  const { chaosReminders } = await import('../../../test/support/chaos-reminders.ts');
  const plan = { reminders, chats: reminders, senders, seed: 1, keepsPace: true, ...trouble };
  const { url, directory, ...rest } = database;
  const result = await chaosReminders({ ...plan, database: { ...rest, url, directory } });
  const { lost, twice, unknown, refused, seconds } = result;
  const what = trouble.kills > 0 ? `${result.kills} lần SIGKILL` : `${trouble.databaseCuts} lần mất cơ sở dữ liệu`;
  return {
    what: `${where}: ${what} giữa 10.000 tin`,
    measured: `mất ${lost}, trùng ${twice}, chưa rõ ${unknown}, 429: ${refused} (${seconds.toFixed(0)} s)`,
    bar: `0, 0, ≤ ${result.kills}, 0`,
    anchor: 'bot.start: 2,2–3,0 tin trùng mỗi lần giết',
    isMet: lost === 0 && twice === 0 && unknown <= result.kills && refused === 0,
  };
}
