import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../../domain/platform.ts';
import { type Sleep, sleep as sleepInRealTime } from '../sleep.ts';
import { createUpdateSupply } from './poll-updates.ts';
import { createUpdateWindow } from './update-window.ts';

export type Receiver = {
  api: Api;
  /** Works one update off. When it rejects the update stays unconfirmed and comes again after the next start. */
  consume: (update: Update) => Promise<void>;
  log: Log;
  sleep: Sleep;
};

export type Receiving = {
  /** Takes no more updates; resolves when those in hand are done or the patience is over. */
  stop(patienceMilliseconds: number): Promise<void>;
  /** Tells Telegram which updates are done, so that they do not come again; without it, repeats are still dropped by their ids. */
  confirm(): Promise<void>;
};

/** Telegram hands out at most 100 unconfirmed updates, so no more than that are ever in hand. */
const CONCURRENCY = 100;

/** Fetches updates by long polling and works them off side by side, with grammY's runner. */
export function receiveUpdates({ api, consume, log, sleep }: Receiver): Receiving {
  const window = createUpdateWindow();
  const closing = new AbortController();
  const supply = createUpdateSupply({ api, window, sleep, log });
  const consumer = {
    consume: async (update: Update) => {
      await consume(update);
      window.finish(update.update_id);
    },
  };
  const sink = createConcurrentSink(consumer, async () => undefined, { concurrency: CONCURRENCY });
  // The runner's own signal comes from a substitute package that Node's timers do not take.
  const runner = createRunner(createSource({ supply: () => supply(closing.signal) }), sink);
  runner.start();
  runner.task()?.catch(() => log.error({ platform: 'telegram' }, 'Telegram: ngừng nhận tin vì lỗi bên trong'));

  return {
    async stop(patienceMilliseconds) {
      closing.abort();
      await runner.stop();
      const patience = new AbortController();
      await Promise.race([window.whenIdle(), sleepInRealTime(patienceMilliseconds, patience.signal)]);
      patience.abort();
    },
    async confirm() {
      await api.getUpdates({ offset: window.offset(), limit: 1, timeout: 0 }).catch(() => undefined);
    },
  };
}
