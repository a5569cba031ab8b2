import { describe, expect, it } from 'vitest';
import { workAhead } from '../../src/cli/work-ahead.ts';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 0; number < count; number++) yield number;
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));
const ahead = { depth: 6, heaviest: 1000, weightOf: () => 1, atOnce: 4 };

describe('working ahead', () => {
  it.each([0, 1, 5, 6, 7, 50])('gives %i results in the order of the source, several at once', async (count) => {
    const given: number[][] = [];
    const work = async (number: number) => {
      for (let turn = 0; turn < (number * 7) % 5; turn++) await pause();
      return number;
    };
    for await (const ready of workAhead(numbers(count), ahead, work)) given.push(ready);
    expect(given.flat()).toEqual(Array.from({ length: count }, (_, number) => number));
    for (const ready of given) expect(ready.length).toBeGreaterThan(0);
    for (const ready of given) expect(ready.length).toBeLessThanOrEqual(ahead.atOnce);
  });

  it.each([
    ['so many', { ...ahead, depth: 3 }, 3],
    ['so much', { ...ahead, heaviest: 10, weightOf: () => 5 }, 2],
    ['one at a time when each weighs too much', { ...ahead, heaviest: 10, weightOf: () => 50 }, 1],
  ])('works on %s at once', async (_, limits, expected) => {
    let [underWay, most] = [0, 0];
    const work = async (number: number) => {
      underWay++;
      most = Math.max(most, underWay);
      await pause();
      underWay--;
      return number;
    };
    const given: number[] = [];
    for await (const ready of workAhead(numbers(20), limits, work)) given.push(...ready);
    expect(given).toHaveLength(20);
    expect(most).toBe(expected);
  });

  it('gives what comes before a failure, then throws it', async () => {
    const given: number[] = [];
    const reading = (async () => {
      const work = async (number: number) => {
        if (number === 3) throw new Error('third');
        return number;
      };
      for await (const ready of workAhead(numbers(6), ahead, work)) given.push(...ready);
    })();
    await expect(reading).rejects.toThrow('third');
    expect(given).toEqual([0, 1, 2]);
  });
});
