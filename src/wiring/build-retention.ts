import type { Log } from '../domain/platform.ts';
import type { Database } from '../store/database.ts';
import { forgetOldTexts } from '../store/privacy.ts';

const DAY_MS = 86_400_000;

/** Removes texts of messages that are older than they may be, at the start and once a day. Any number of processes may do so. */
export function createRetention(
  database: Database,
  { days, now, log }: { days: number; now: () => Date; log: Log },
): { start(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = forgetOldTexts(database, new Date(now().getTime() - days * DAY_MS)).catch((error: unknown) =>
      log.error({ err: error }, 'old texts could not be removed'),
    );
  };
  return {
    start() {
      run();
      timer = setInterval(run, DAY_MS).unref();
    },
    async stop() {
      if (timer !== null) clearInterval(timer);
      await running;
    },
  };
}
