import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { type ChaosPlan, type ChaosResult, chaosReminders } from '../support/chaos-reminders.ts';

const server = process.env.TEST_DATABASE_URL;
const plan = { reminders: 300, chats: 100, kills: 4, senders: 4, seed: 20_261_122 };
const patience = { timeout: 120_000 };

/** Runs on a schema of its own on the server. */
async function onServer(more: Partial<ChaosPlan>): Promise<ChaosResult> {
  const database = { url: server ?? '', directory: null, schema: `test_chaos_${process.pid}` };
  const result = await chaosReminders({ ...plan, database, processes: 3, ...more });
  const cleaning = await openDatabase(database);
  await cleaning.query(`drop schema ${database.schema} cascade`);
  await cleaning.close();
  return result;
}

/** Besides those that were on their way when a process was killed, each arrived once. */
function expectOnce(result: ChaosResult, kills: number): void {
  expect(result).toMatchObject({ lost: 0, twice: 0, kills });
  expect(result.unknown).toBeLessThanOrEqual(kills * plan.senders);
  expect(result.sent + result.unknown).toBe(plan.reminders);
}

describe('reminders whose process is killed at random moments', () => {
  it('embedded database: none lost, none sent twice, only those in flight in doubt', patience, async () => {
    const directory = await mkdtemp(join(tmpdir(), 'chidao-chaos-'));
    // Opening the embedded database takes seconds.
    const kills = 2;
    const result = await chaosReminders({ ...plan, kills, database: { url: null, directory }, processes: 1 });
    await rm(directory, { recursive: true });
    expectOnce(result, kills);
  });

  it.skipIf(!server)('server, three processes (runs with TEST_DATABASE_URL): the same', patience, async () => {
    expectOnce(await onServer({}), plan.kills);
  });
});

describe('reminders whose database server restarts', () => {
  it.skipIf(!server)('(runs with TEST_DATABASE_URL) none lost, none twice, none in doubt', patience, async () => {
    const result = await onServer({ kills: 0, databaseCuts: 5, processes: 2 });
    expect(result).toMatchObject({ lost: 0, twice: 0, unknown: 0, sent: plan.reminders });
  });
});
