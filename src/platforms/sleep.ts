import { setTimeout } from 'node:timers/promises';

/** Resolves after so many milliseconds, at once when the signal says that waiting is over. Never rejects. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export const sleep: Sleep = async (milliseconds, signal) => {
  // An aborted wait rejects; here it only means that it is over.
  await setTimeout(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
};

/** Milliseconds to wait before try number `tries + 1`: doubling from half a second up to half a minute. */
export function backOff(tries: number): number {
  return Math.min(30_000, 500 * 2 ** Math.min(tries, 10));
}
