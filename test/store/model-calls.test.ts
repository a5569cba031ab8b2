import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelCall } from '../../src/domain/model.ts';
import type { Database } from '../../src/store/database.ts';
import { createModelLedger, listModelUse } from '../../src/store/model-calls.ts';
import { emptyTables, testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => emptyTables(database));

const at = new Date('2026-11-22T16:59:00Z');
const call = (person: string, reservedTokens = 100): ModelCall => ({
  purpose: 'answer',
  person,
  model: 'gia',
  host: '127.0.0.1',
  sha256: 'ab',
  bytes: 3,
  reservedTokens,
});
const end = { outcome: 'ok', promptTokens: 30, completionTokens: 10, milliseconds: 5 } as const;
const ledgerOf = (daily: number | null, dailyForAll: number | null, now = at) =>
  createModelLedger(database, { daily, dailyForAll, prices: { input: 0.15, output: 0.6 } }, () => now);

describe('the ledger of model calls', () => {
  it('gives what a call did not use back, and notes tokens and cost', async () => {
    const ledger = ledgerOf(150, null);
    const record = await ledger.open(call('telegram:1'));
    expect(await ledger.open(call('telegram:1'))).toBeNull();
    await ledger.settle(record ?? { id: 0 }, end);
    expect(await ledger.open(call('telegram:1'))).not.toBeNull();
    expect(await listModelUse(database, new Date('2026-11-01T00:00:00Z'))).toEqual([
      {
        day: '2026-11-22',
        purpose: 'answer',
        model: 'gia',
        calls: 2,
        failures: 1,
        promptTokens: 30,
        completionTokens: 10,
        costMicroUsd: 11,
      },
    ]);
  });

  it('lets one person use up nobody else’s budget', async () => {
    const ledger = ledgerOf(100, null);
    expect(await ledger.open(call('telegram:1'))).not.toBeNull();
    expect(await ledger.open(call('telegram:1'))).toBeNull();
    expect(await ledger.open(call('telegram:2'))).not.toBeNull();
  });

  it('charges nobody for a call that the limit of all refused', async () => {
    const tight = ledgerOf(1000, 50);
    expect(await tight.open(call('telegram:1'))).toBeNull();
    expect(await database.query('select 1 from model_budgets')).toEqual([]);
  });

  it('begins anew each day in Việt Nam', async () => {
    expect(await ledgerOf(100, null).open(call('telegram:1'))).not.toBeNull();
    const midnight = new Date('2026-11-22T17:00:00Z');
    expect(await ledgerOf(100, null, midnight).open(call('telegram:1'))).not.toBeNull();
  });

  it('lets through what fits and no more when many come at one moment', async () => {
    const ledger = ledgerOf(500, null);
    const opened = await Promise.all(Array.from({ length: 20 }, () => ledger.open(call('telegram:1'))));
    expect(opened.filter((record) => record !== null)).toHaveLength(5);
  });

  it('settles a call once', async () => {
    const ledger = ledgerOf(100, null);
    const record = (await ledger.open(call('telegram:1'))) ?? { id: 0 };
    await ledger.settle(record, end);
    await ledger.settle(record, end);
    const rows = await database.query<{ tokens: number }>(
      'select tokens::integer as tokens from model_budgets order by person',
    );
    expect(rows.map(({ tokens }) => tokens)).toEqual([40, 40]);
  });

  it('counts embeddings against no budget', async () => {
    const ledger = ledgerOf(0, 0);
    expect(await ledger.open({ ...call('máy chủ'), purpose: 'embedding' })).not.toBeNull();
  });
});
