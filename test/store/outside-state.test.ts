import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { checkTokens, measureOutside } from '../../src/store/outside-state.ts';
import { testDatabase } from '../support/database.ts';

const now = new Date('2026-11-22T05:00:00Z');
const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);
let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});

const keepToken = (status: string, expiresAt: Date) =>
  database.query(
    `insert into zalo_tokens (oa_id, access_token, refresh_token, expires_at, status, updated_at) values ('1', 'a', 'b', $1, $2, $3)`,
    [expiresAt, status, hours(-2)],
  );

describe('what is outside', () => {
  it('has nothing to tell where no token is kept and no model was called', async () => {
    expect(await measureOutside(database, now)).toEqual([]);
    expect(await checkTokens(database, now)).toEqual([]);
  });

  it.each([
    ['valid', hours(20), null],
    ['valid', hours(-1), 'hết hạn'],
    ['dead', hours(20), 'không còn dùng được'],
    ['ambiguous', hours(20), 'không còn dùng được'],
  ])('warns of a token that is %s until %s', async (status, expiresAt, problem) => {
    await keepToken(status, expiresAt);
    const [check] = await checkTokens(database, now);
    expect(check?.isWarning).toBe(true);
    if (problem === null) expect(check?.problem).toBeNull();
    else expect(check?.problem).toContain(problem);
  });

  it('tells the age of a token, what is left of it, and never the token', async () => {
    await keepToken('valid', hours(23));
    const gauges = await measureOutside(database, now);
    expect(gauges.map(({ name, value }) => [name, value])).toEqual([
      ['chidao_token_age_seconds', 7200],
      ['chidao_token_left_seconds', 23 * 3600],
    ]);
  });

  it('adds up calls of models by outcome', async () => {
    for (const outcome of ['ok', 'ok', 'failed'])
      await database.query(
        `insert into model_calls (started_at, person, purpose, model, host, sha256, bytes, outcome, reserved_tokens, prompt_tokens,
           completion_tokens, cost_micro_usd) values ($1, 'p', 'answer', 'm', 'h', 's', 1, $2, 1, 100, 20, 1500)`,
        [now, outcome],
      );
    const gauges = await measureOutside(database, now);
    const ok = gauges.filter(({ labels }) => labels.outcome === 'ok');
    expect(ok.map(({ name, value }) => [name, value])).toEqual([
      ['chidao_model_calls', 2],
      ['chidao_model_tokens', 240],
      ['chidao_model_cost_usd', 0.003],
    ]);
  });
});
