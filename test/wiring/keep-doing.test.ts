import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelError } from '../../src/domain/errors.ts';
import type { Database } from '../../src/store/database.ts';
import { keepDoing, type SteadyWork } from '../../src/wiring/keep-doing.ts';
import { testDatabase } from '../support/database.ts';

const often = 10;
const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

describe('steady work', () => {
  let database: Database;
  beforeEach(async () => {
    database = await testDatabase();
  });
  const work = (run: SteadyWork['run'], said: string[] = []): SteadyWork => ({
    name: 'việc',
    run,
    failed: (why) => void said.push(why),
  });

  it('goes on after whatever fails, and says why', async () => {
    const said: string[] = [];
    let rounds = 0;
    const run = async (): Promise<void> => {
      rounds += 1;
      if (rounds === 1) throw new ModelError('không gọi được');
      if (rounds === 2) throw new TypeError('lỗi');
    };
    const stop = keepDoing(work(run, said), database, often);
    await vi.waitUntil(() => rounds >= 3);
    await stop();
    expect(said).toEqual(['không gọi được', 'TypeError']);
  });

  it('is done by one process at a time, and by the other once the first has stopped', async () => {
    const at: string[] = [];
    const keeper = (name: string) =>
      keepDoing(
        work((signal) => {
          at.push(name);
          return untilStopped(signal);
        }),
        database,
        often,
      );
    const first = keeper('một');
    await vi.waitUntil(() => at.length === 1);
    const second = keeper('hai');
    await new Promise((resolve) => setTimeout(resolve, 10 * often));
    expect(at).toEqual(['một']);
    await first();
    await vi.waitUntil(() => at.length === 2);
    await second();
    expect(at).toEqual(['một', 'hai']);
  });
});
