import { beforeEach, describe, expect, it } from 'vitest';
import { addAudit, forgetPseudonyms, listAudit, listPseudonyms, verifyAudit } from '../../src/store/audit.ts';
import type { Database } from '../../src/store/database.ts';
import { testDatabase } from '../support/database.ts';

const lan = { platform: 'telegram', accountId: '42' } as const;
const at = new Date('2026-11-22T02:00:00.123Z');
let database: Database;

const add = (count: number): Promise<unknown> =>
  Promise.all(
    Array.from({ length: count }, (_, place) =>
      database.transaction((session) =>
        addAudit(
          session,
          {
            kind: 'question',
            actor: lan,
            detail: { outcome: 'answered', figures: [place, 9007199254740991], b: 1.5, a: 'ộ"' },
          },
          new Date(+at + place),
        ),
      ),
    ),
  );

beforeEach(async () => {
  database = await testDatabase();
});

/** As somebody with the run of the database would. */
async function tamper(sql: string): Promise<void> {
  await database.query('alter table audit_log disable trigger audit_is_kept');
  await database.query(sql);
  await database.query('alter table audit_log enable trigger audit_is_kept');
}

describe('the audit log', () => {
  it('is one chain, whoever writes at one moment', async () => {
    await add(60);
    const check = await verifyAudit(database);
    expect(check).toEqual({ rows: 60, head: expect.stringMatching(/^[0-9a-f]{64}$/), broken: null });
    expect(await verifyAudit(database, check.head)).toEqual(check);
  });

  it('verifies an empty log', async () => {
    expect(await verifyAudit(database)).toEqual({ rows: 0, head: '', broken: null });
  });

  it.each([
    ["update audit_log set detail = '{}' where id = 7", 7, 'đã bị sửa'],
    ["update audit_log set at = at + interval '1 millisecond' where id = 3", 3, 'đã bị sửa'],
    ["update audit_log set actor = 'cli:x' where id = 1", 1, 'đã bị sửa'],
    ["update audit_log set subject = 'x' where id = 10", 10, 'đã bị sửa'],
    ['delete from audit_log where id = 4', 4, 'thiếu'],
    ['delete from audit_log where id = 1', 1, 'thiếu'],
    ["update audit_log set previous = repeat('0', 64) where id = 5", 5, 'không nối'],
    ['update audit_log set id = 99 where id = 10', 10, 'thiếu'],
  ])('%s: names the first broken row', async (sql, id, reason) => {
    await add(10);
    await tamper(sql);
    expect((await verifyAudit(database)).broken).toEqual({ id, reason: expect.stringContaining(reason) });
  });

  it('shows a cut end to whoever has written the last hash down', async () => {
    await add(10);
    const { head } = await verifyAudit(database);
    await tamper('delete from audit_log where id > 8');
    expect((await verifyAudit(database)).broken).toBeNull();
    expect((await verifyAudit(database, head)).broken?.reason).toContain('bị cắt');
  });

  it.each(['update audit_log set id = id', 'delete from audit_log'])('refuses %s', async (sql) => {
    await add(1);
    await expect(database.query(sql)).rejects.toThrow('only ever added');
  });

  it('holds pseudonyms alone, which nobody can read once the key is gone; the chain still holds', async () => {
    await add(3);
    await database.transaction((session) => addAudit(session, { kind: 'review', actor: 'cli:lan', subject: lan }, at));
    const [own] = await listPseudonyms(database, [lan]);
    const rows = await listAudit(database);
    expect(JSON.stringify(rows)).not.toContain('42"');
    expect(rows.map(({ actor, subject }) => [actor, subject])).toEqual([
      ...Array.from({ length: 3 }, () => [own?.pseudonym, null]),
      ['cli:lan', own?.pseudonym],
    ]);
    await forgetPseudonyms(database, [lan]);
    expect(await listPseudonyms(database)).toEqual([]);
    expect((await verifyAudit(database)).broken).toBeNull();
    await add(1);
    const [again] = await listPseudonyms(database, [lan]);
    expect(again?.pseudonym).not.toBe(own?.pseudonym);
  });

  it('keeps nothing of what was rolled back', async () => {
    await add(2);
    await database
      .transaction(async (session) => {
        await addAudit(session, { kind: 'erased', actor: lan }, at);
        throw new Error('no');
      })
      .catch(() => undefined);
    await add(1);
    expect(await verifyAudit(database)).toMatchObject({ rows: 3, broken: null });
  });
});
