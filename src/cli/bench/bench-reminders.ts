import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type DatabaseSettings, openDatabase } from '../../store/database.ts';
import type { Benchmark, Measurement } from './benchmark.ts';

const people = 5000;
const atOnce = 10_000;
const kills = 50;
const senders = 4;
/** 10,000 messages at Telegram's 30 a second. */
const floorSeconds = atOnce / 30;

/**
 * On the embedded database, and with DATABASE_URL on that server too, in a schema of its own. The drain runs under a simulated clock; for real time
 * see test/support/measure-chaos.ts.
 */
export const benchReminders: Benchmark = {
  name: 'reminders',
  summary: 'nhắc việc: lập kế hoạch cả năm, nhận việc, gửi dồn 10.000 tin, tiến trình bị giết 50 lần',
  async run({ log, config }) {
    const { url } = config().database;
    const schema = `bench_reminders_${process.pid}`;
    const rows = await onEmbedded(log);
    return url === null ? rows : [...rows, ...(await onServer({ url, directory: null, schema }, log))];
  },
};

async function onEmbedded(log: (line: string) => void): Promise<Measurement[]> {
  const rows = await measured({ url: null, directory: null }, 'PGlite', log);
  const directory = await mkdtemp(join(tmpdir(), 'chidao-bench-'));
  log('PGlite: giết tiến trình 50 lần…');
  const chaos = await killed({ url: null, directory }, 1, 'PGlite');
  await rm(directory, { recursive: true, force: true });
  return [...rows, chaos];
}

async function onServer(
  location: DatabaseSettings & { schema: string },
  log: (line: string) => void,
): Promise<Measurement[]> {
  const rows = await measured(location, 'PostgreSQL', log);
  for (const processes of [1, 3]) {
    log(`PostgreSQL, ${processes} tiến trình: giết 50 lần…`);
    const schema = `${location.schema}_${processes}`;
    rows.push(await killed({ ...location, schema }, processes, `PostgreSQL, ${processes} tiến trình`));
    await dropSchema({ ...location, schema });
  }
  await dropSchema(location);
  return rows;
}

async function measured(
  location: DatabaseSettings,
  where: string,
  log: (line: string) => void,
): Promise<Measurement[]> {
  const { measureClaims, measureDrain, measurePlanning } = await import('../../../test/support/measure-reminders.ts');
  const database: Database = await openDatabase(location);
  try {
    log(`${where}: lập kế hoạch cả năm của ${people} người…`);
    const plan = await measurePlanning(database, people);
    log(`${where}: nhận ${atOnce} việc đến hạn cùng lúc…`);
    const claim = await measureClaims(database, atOnce);
    log(`${where}: gửi dồn ${atOnce} tin…`);
    const drain = await measureDrain(database, atOnce);
    return [
      {
        what: `${where}: kế hoạch cả năm của 5.000 người (${plan.rows} tin)`,
        measured: `${plan.seconds.toFixed(1)} s`,
        bar: '< 10 s',
        anchor: '39.000–51.000 dòng/s khi chỉ chèn',
        isMet: plan.seconds < 10,
      },
      {
        what: `${where}: nhận một tin đến hạn`,
        measured: `${claim.toFixed(2)} ms`,
        bar: '≤ 1 ms',
        anchor: '0,06–0,14 ms khi nhận cả lô',
        isMet: claim <= 1,
      },
      {
        what: `${where}: 10.000 tin cùng lúc (đồng hồ mô phỏng)`,
        measured: `${drain.simulatedSeconds.toFixed(0)} s, ${drain.refused} lần 429`,
        bar: `≤ ${Math.floor(floorSeconds * 1.05)} s, 0`,
        anchor: 'sàn 333 s; vòng lặp của grammY 552 s',
        isMet: drain.simulatedSeconds <= floorSeconds * 1.05 && drain.refused === 0,
      },
    ];
  } finally {
    await database.close();
  }
}

async function killed(database: DatabaseSettings, processes: number, where: string): Promise<Measurement> {
  const { chaosReminders } = await import('../../../test/support/chaos-reminders.ts');
  const location = { ...database, url: database.url, directory: database.directory };
  const plan = { database: location, reminders: atOnce, chats: atOnce, kills, processes, senders, seed: 1 };
  const result = await chaosReminders(plan);
  const most = result.kills * senders;
  return {
    what: `${where}: ${result.kills} lần SIGKILL giữa 10.000 tin`,
    measured: `mất ${result.lost}, trùng ${result.twice}, chưa rõ ${result.unknown}`,
    bar: `0, 0, ≤ ${most}`,
    anchor: 'bot.start: 2,2–3,0 tin trùng mỗi lần giết',
    isMet: result.lost === 0 && result.twice === 0 && result.unknown <= most,
  };
}

async function dropSchema(location: DatabaseSettings & { schema: string }): Promise<void> {
  const database = await openDatabase(location);
  await database.query(`drop schema ${location.schema} cascade`);
  await database.close();
}
