import fc from 'fast-check';
import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { createUpdateWindow } from '../../../src/platforms/telegram/update-window.ts';

const updates = (...ids: number[]): Update[] => ids.map((update_id) => ({ update_id }));
const ids = (list: Update[]) => list.map(({ update_id }) => update_id);

describe('the window of updates in hand', () => {
  it('asks from the beginning at first', () => {
    expect(createUpdateWindow().offset()).toBe(0);
  });

  it('confirms an update only when it and all before it are done', () => {
    const window = createUpdateWindow();
    window.take(updates(10, 11, 12));
    window.finish(11);
    expect(window.offset()).toBe(10);
    window.finish(10);
    expect(window.offset()).toBe(12);
    window.finish(12);
    expect(window.offset()).toBe(13);
    expect(window.hasUnfinished()).toBe(false);
  });

  it('takes what it has in hand no second time, done or not', () => {
    const window = createUpdateWindow();
    window.take(updates(10, 11));
    window.finish(11);
    expect(ids(window.take(updates(10, 11, 12)))).toEqual([12]);
  });

  it('takes an update up again that it had confirmed, since the server knows better', () => {
    const window = createUpdateWindow();
    window.take(updates(10));
    window.finish(10);
    expect(window.offset()).toBe(11);
    expect(ids(window.take(updates(10)))).toEqual([10]);
  });

  it('goes on when the server begins anew with lower ids', () => {
    const window = createUpdateWindow();
    window.take(updates(900));
    window.finish(900);
    expect(window.offset()).toBe(901);
    expect(ids(window.take(updates(5, 6)))).toEqual([5, 6]);
    expect(window.offset()).toBe(5);
    window.finish(5);
    window.finish(6);
    expect(window.offset()).toBe(7);
  });

  it('counts a repeated or unknown end once', async () => {
    const window = createUpdateWindow();
    window.take(updates(1, 2));
    window.finish(1);
    window.finish(1);
    window.finish(99);
    expect(window.hasUnfinished()).toBe(true);
    const idle = window.whenIdle();
    window.finish(2);
    await expect(idle).resolves.toBeUndefined();
  });

  it('neither loses nor confirms early, in whatever order the work ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.infiniteStream(fc.nat()), (count, random) => {
        const next = () => random.next().value as number;
        const window = createUpdateWindow();
        const open = new Set<number>();
        const done = new Set<number>();
        let given = 0;
        while (done.size < count) {
          const offset = window.offset();
          for (const id of open) expect(offset).toBeLessThanOrEqual(id);
          const batch = Array.from({ length: count }, (_, id) => id + 1)
            .filter((id) => id >= offset)
            .slice(0, 10);
          for (const { update_id: id } of window.take(updates(...batch))) {
            expect(open.has(id) || done.has(id)).toBe(false);
            open.add(id);
            given += 1;
          }
          const ending = [...open][next() % Math.max(1, open.size)];
          if (ending === undefined) continue;
          open.delete(ending);
          done.add(ending);
          window.finish(ending);
        }
        expect(given).toBe(count);
        expect(window.offset()).toBe(count + 1);
      }),
    );
  });
});
