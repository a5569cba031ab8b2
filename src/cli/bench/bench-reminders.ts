import { type Database, type DatabaseSettings, openDatabase } from '../../store/database.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { dropSchema } from './drop-schema.ts';
import { decimal } from './say-figure.ts';

const people = 5000;
const atOnce = 10_000;
/** 10,000 messages at Telegram's 30 a second. */
const floorSeconds = atOnce / 30;

/** On the embedded database, and with DATABASE_URL on that server too, in a schema of its own. The drain runs under a simulated clock. */
export const benchReminders: Benchmark = {
  name: 'reminders',
  summary: 'nhắc việc: lập kế hoạch cả năm, nhận việc, gửi dồn 10.000 tin',
  async run({ log, config }) {
    const { url } = config().database;
    const rows = await measured({ url: null, directory: null }, 'PGlite', log);
    if (url === null) return rows;
    const location = { url, directory: null, schema: `bench_reminders_${process.pid}` };
    try {
      return [...rows, ...(await measured(location, 'PostgreSQL', log))];
    } finally {
      await dropSchema(location);
    }
  },
};

async function measured(
  location: DatabaseSettings,
  where: string,
  log: (line: string) => void,
): Promise<Measurement[]> {
  const { measureClaims, measureDrain, measureInserts, measurePlanning } = await import(
    '../../../test/support/measure-reminders.ts'
  );
  const database: Database = await openDatabase(location);
  try {
    log(`${where}: lập kế hoạch cả năm của ${people} người…`);
    const plan = await measurePlanning(database, people);
    const inserts = await measureInserts(database, plan.rows);
    log(`${where}: nhận ${atOnce} việc đến hạn cùng lúc…`);
    const claim = await measureClaims(database, atOnce);
    const claimTogether = await measureClaims(database, atOnce, atOnce);
    log(`${where}: gửi dồn ${atOnce} tin…`);
    const drain = await measureDrain(database, atOnce);
    return [
      {
        what: `${where}: kế hoạch cả năm của 5.000 người (${plan.rows} tin)`,
        measured: `${decimal(plan.seconds)} s`,
        bar: '< 10 s',
        anchor: `chỉ chèn ngần ấy dòng: ${decimal(inserts)} s`,
        isMet: plan.seconds < 10,
      },
      {
        what: `${where}: nhận một tin đến hạn`,
        measured: `${decimal(claim, 2)} ms`,
        bar: '≤ 1 ms',
        anchor: `nhận cả lô một lần: ${decimal(claimTogether, 2)} ms`,
        isMet: claim <= 1,
      },
      {
        what: `${where}: 10.000 tin cùng lúc (đồng hồ mô phỏng)`,
        measured: `${drain.simulatedSeconds.toFixed(0)} s, ${drain.refused} lần 429`,
        bar: `≤ ${Math.floor(floorSeconds * 1.05)} s, 0`,
        anchor: `sàn: ${Math.ceil(floorSeconds)} s, 30 tin mỗi giây`,
        isMet: drain.simulatedSeconds <= floorSeconds * 1.05 && drain.refused === 0,
      },
    ];
  } finally {
    await database.close();
  }
}
