import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/database.ts';
import { type ChaosResult, chaosReminders } from './chaos-reminders.ts';

/**
 * Many runs of reminders whose processes are killed, one line each and a sum:
 *   node test/support/measure-chaos.ts RUNS REMINDERS KILLS PROCESSES SENDERS [postgres://…] [pace]
 * Without an address on the embedded database (one process). `pace`: at Telegram's limits, which the server enforces.
 */
const [runs = 1, reminders = 300, kills = 5, processes = 1, senders = 4] = process.argv.slice(2, 7).map(Number);
const url = process.argv.slice(7).find((argument) => argument.startsWith('postgres')) ?? null;
const keepsPace = process.argv.includes('pace');
const total: ChaosResult = {
  sent: 0,
  unknown: 0,
  unknownArrived: 0,
  lost: 0,
  twice: 0,
  kills: 0,
  seconds: 0,
  refused: 0,
};
let worst = 0;
for (let run = 1; run <= runs; run += 1) {
  const directory = url === null ? await mkdtemp(join(tmpdir(), 'chidao-chaos-')) : null;
  const database = { url, directory, schema: `chaos_${process.pid}_${run}` };
  const plan = { database, reminders, chats: reminders, kills, processes, senders, seed: run, keepsPace };
  const result = await chaosReminders(plan);
  if (directory !== null) await rm(directory, { recursive: true });
  else await dropSchema(database);
  worst = Math.max(worst, result.unknown);
  for (const key of Object.keys(total) as (keyof ChaosResult)[]) total[key] += result[key];
  process.stdout.write(`${JSON.stringify({ run, ...result })}\n`);
}
process.stdout.write(`${JSON.stringify({ runs, total, mostUnknownInARun: worst })}\n`);

async function dropSchema(location: { url: string | null; directory: string | null; schema: string }): Promise<void> {
  const database = await openDatabase(location);
  await database.query(`drop schema ${location.schema} cascade`);
  await database.close();
}
