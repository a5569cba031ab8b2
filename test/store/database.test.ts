import { beforeEach, describe, expect, it } from 'vitest';
import { SettingError } from '../../src/domain/errors.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});

const seen = () => database.query('select name from leases order by name');
const insert = `insert into leases (name, holder, lease_until) values ($1, 'a', now())`;

describe('the database', () => {
  it('keeps what a transaction did when it returns, and gives its result', async () => {
    const result = await database.transaction(async (session) => {
      await session.query(insert, ['1']);
      return 7;
    });
    expect(result).toBe(7);
    expect(await seen()).toEqual([{ name: '1' }]);
  });

  it('undoes all of a transaction that throws, and passes the error on', async () => {
    const failing = database.transaction(async (session) => {
      await session.query(insert, ['1']);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await seen()).toEqual([]);
  });

  it('goes on after a statement that is wrong', async () => {
    await expect(database.query('select nothing from nowhere')).rejects.toThrow();
    await expect(
      database.transaction(async (session) => {
        await session.query(insert, ['1']);
        await session.query('select nothing from nowhere');
      }),
    ).rejects.toThrow();
    expect(await seen()).toEqual([]);
  });

  it('goes on after statements that fail while they run, again and again', async () => {
    await database.query(insert, ['1']);
    for (let times = 0; times < 5; times += 1) {
      await expect(database.query(insert, ['1'])).rejects.toThrow(/duplicate key/);
      expect((await seen()).length).toBe(1);
    }
  });

  it('refuses its own query inside a transaction instead of waiting for itself', async () => {
    await expect(database.transaction(() => database.query('select 1'))).rejects.toThrow('open transaction');
    await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow('open transaction');
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps transactions that overlap apart', async () => {
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    const outcomes = await Promise.allSettled(
      numbers.map((number) =>
        database.transaction(async (session) => {
          await session.query(insert, [String(number)]);
          if (number % 2 === 1) throw new Error('odd');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect(await seen()).toHaveLength(10);
  });

  it('lets what is urgent go before whatever else waits', async () => {
    const order: string[] = [];
    const note = (what: string) => () => void order.push(what);
    const ordinary = Array.from({ length: 40 }, () => database.query('select pg_sleep(0.005)').then(note('ordinary')));
    const urgent = database.urgent.query('select 1').then(note('urgent'));
    await Promise.all([urgent, ...ordinary]);
    // A server works on as many at once as it has connections.
    expect(order.indexOf('urgent')).toBeLessThanOrEqual(10);
    expect(order).toHaveLength(41);
  });

  it('gives dates as ISO texts and counts as numbers', async () => {
    const rows = await database.query(
      `select date '2025-12-31' as day, count(*) as many, null::date as none from corpus`,
    );
    expect(rows).toEqual([{ day: '2025-12-31', many: 1, none: null }]);
  });

  it('keeps Vietnamese text, emoji and every code point but zero as they are', async () => {
    const text = 'Đắk Lắk: “giảm 1,5%” 🎯 \u0001 \u{1f1fb}\u{1f1f3} \u202e e\u0302';
    expect(await database.query('select $1::text as text', [text])).toEqual([{ text }]);
  });
});

describe('the migrations', () => {
  it('find nothing to do the second time', async () => {
    const before = await database.query('select name, applied_at from migrations order by name');
    await migrate(database);
    expect(await database.query('select name, applied_at from migrations order by name')).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it('refuse tables that a newer version made', async () => {
    await database.query(`insert into migrations (name) values ('999-later.sql')`);
    await expect(migrate(database)).rejects.toThrow(SettingError);
    await expect(migrate(database)).rejects.toThrow('999-later.sql');
    await database.query(`delete from migrations where name = '999-later.sql'`);
  });
});

describe('a server', () => {
  it('that cannot be reached stops the start with a sentence that names the setting and hides the password', async () => {
    const opening = openDatabase({ url: 'postgres://someone:secret@127.0.0.1:1/nothing', directory: null });
    await expect(opening).rejects.toThrow(/^DATABASE_URL: /);
    await expect(opening).rejects.not.toThrow(/secret/);
    await expect(opening).rejects.toThrow(SettingError);
  });
});

const serverUrl = process.env.TEST_DATABASE_URL;
const why = serverUrl ? '' : ' (SKIPPED: needs a server; set TEST_DATABASE_URL to run it)';

describe.skipIf(!serverUrl)(`a server that drops connections${why}`, () => {
  it('costs the transaction at hand, not the process', async () => {
    const dropped = database.transaction(async (session) => {
      const [own] = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
      const other = await openDatabase({ url: serverUrl ?? '', directory: null });
      await other.query('select pg_terminate_backend($1)', [own?.pid]);
      await other.close();
      await session.query(insert, ['1']);
    });
    await expect(dropped).rejects.toThrow();
    expect(await seen()).toEqual([]);
  });

  it('is prepared by one of many processes that start at once', async () => {
    const schema = `test_together_${process.pid}`;
    const settings = { url: serverUrl ?? '', directory: null, schema };
    const all = await Promise.all(Array.from({ length: 5 }, () => openDatabase(settings)));
    const counts = await Promise.all(all.map((one) => one.query('select version from corpus')));
    expect(counts).toEqual(all.map(() => [{ version: 0 }]));
    await all[0]?.query(`drop schema ${schema} cascade`);
    await Promise.all(all.map((one) => one.close()));
  });
});
