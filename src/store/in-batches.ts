import { setImmediate as nextTurn } from 'node:timers/promises';

const LARGEST_BATCH = 100;

/**
 * Many at once cost hardly more than one: what was given while a piece of work runs, or within one turn of the event loop, goes into the next one
 * together. `work` gives a result for each of what it got, in their order; when it rejects, so does each of them, and each that waits behind them:
 * nothing overtakes what failed.
 */
export function inBatches<Given, Result>(
  work: (given: Given[]) => Promise<Result[]>,
): (given: Given) => Promise<Result> {
  type Waiting = { given: Given; resolve: (result: Result) => void; reject: (error: unknown) => void };
  const waiting: Waiting[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      await nextTurn();
      const batch = waiting.splice(0, LARGEST_BATCH);
      try {
        const results = await work(batch.map(({ given }) => given));
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
      } catch (error) {
        for (const { reject } of [...batch, ...waiting.splice(0)]) reject(error);
      }
    }
    isRunning = false;
  };
  return (given) =>
    new Promise((resolve, reject) => {
      waiting.push({ given, resolve, reject });
      if (!isRunning) void run();
    });
}
