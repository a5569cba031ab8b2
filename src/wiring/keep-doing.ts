import { randomUUID } from 'node:crypto';
import { ModelError } from '../domain/errors.ts';
import type { Database } from '../store/database.ts';
import { releaseLease, takeLease } from '../store/leases.ts';

/** Work beside the conversation that is never finished for good: later documents bring more of it. */
export type SteadyWork = {
  name: string;
  /** Before each round in every process; default: nothing. */
  look?(): Promise<void>;
  /** One round, by one process at a time; ends early when the signal says so. */
  run(signal: AbortSignal): Promise<void>;
  /** Why a round came to nothing, for whoever runs the program; it is tried again. */
  failed(why: string): void;
};

const leaseSeconds = 90;

/** Does the work at once and then once a minute (or as often as said), until stopped. Whatever fails costs the round and nothing else. */
export function keepDoing(
  work: SteadyWork | null,
  database: Database,
  everyMilliseconds = 60_000,
): () => Promise<void> {
  if (work === null) return async () => {};
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const go = (): void => {
    running ??= round(work, database, stopping.signal)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) work.failed(error instanceof ModelError ? error.message : (error as Error).name);
      })
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(go, everyMilliseconds).unref();
  go();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}

async function round(work: SteadyWork, database: Database, signal: AbortSignal): Promise<void> {
  await work.look?.();
  const lease = { name: work.name, holder: randomUUID() };
  if (!(await takeLease(database, lease, leaseSeconds))) return;
  // A lease that cannot be renewed runs out: the work is then done twice, which costs money and nothing else.
  const renew = (): void => void takeLease(database, lease, leaseSeconds).catch(() => undefined);
  const renewal = setInterval(renew, (leaseSeconds / 3) * 1000).unref();
  try {
    await work.run(signal);
  } finally {
    clearInterval(renewal);
    await releaseLease(database, lease);
  }
}
