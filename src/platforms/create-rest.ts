import type { Sleep } from './sleep.ts';

export type Rest = {
  /** Resolves after so many milliseconds, when woken, or when the signal says that waiting is over; at once when woken since the last rest. */
  rest(milliseconds: number): Promise<void>;
  wake(): void;
};

/** A pause that somebody else can end. */
export function createRest(sleep: Sleep, stop: AbortSignal): Rest {
  let waking = new AbortController();
  return {
    async rest(milliseconds) {
      await sleep(milliseconds, AbortSignal.any([stop, waking.signal]));
      waking = new AbortController();
    },
    // With a reason of its own: the usual one is an exception, made anew at each call.
    wake: () => waking.abort('woken'),
  };
}
