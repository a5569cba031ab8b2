import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { chaosReminders } from '../support/chaos-reminders.ts';

const server = process.env.TEST_DATABASE_URL;
const plan = { reminders: 300, chats: 100, kills: 5, senders: 4, seed: 20_261_122 };

describe('reminders whose process is killed at random moments', () => {
  it('embedded database: none lost, none sent twice, the doubtful ones bounded to those in flight', {
    timeout: 120_000,
  }, async () => {
    const directory = await mkdtemp(join(tmpdir(), 'chidao-chaos-'));
    const result = await chaosReminders({ ...plan, database: { url: null, directory }, processes: 1 });
    await rm(directory, { recursive: true });
    expect(result).toMatchObject({ lost: 0, twice: 0, kills: plan.kills });
    expect(result.unknown).toBeLessThanOrEqual(plan.kills * plan.senders);
    expect(result.sent + result.unknown).toBe(plan.reminders);
  });

  it.skipIf(!server)(
    'server, three processes (runs with TEST_DATABASE_URL): the same',
    { timeout: 120_000 },
    async () => {
      const schema = `test_chaos_${process.pid}`;
      const database = { url: server ?? '', directory: null, schema };
      const result = await chaosReminders({ ...plan, database, processes: 3 });
      const cleaning = await openDatabase(database);
      await cleaning.query(`drop schema ${schema} cascade`);
      await cleaning.close();
      expect(result).toMatchObject({ lost: 0, twice: 0, kills: plan.kills });
      expect(result.unknown).toBeLessThanOrEqual(plan.kills * plan.senders);
    },
  );
});
