import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../../domain/platform.ts';
import { backOff, type Sleep } from '../sleep.ts';
import { toApiSignal } from './api-signal.ts';
import { classifyFailure } from './classify-failure.ts';
import type { UpdateWindow } from './update-window.ts';

export type Poller = { api: Api; window: UpdateWindow; sleep: Sleep; log: Log };

const LONG_POLL_SECONDS = 30;
/** How long to wait for the updates in hand before asking for others beside them. */
const PATIENCE_MILLISECONDS = 100;
/** Between two empty answers, so that a server that does not wait is not asked in a tight circle. */
const IDLE_MILLISECONDS = 20;
/** Another process polls with the same token: Telegram answers 409 at most every 3 seconds. */
const CONFLICT_MILLISECONDS = 3000;

/** Edited messages are not asked for: see `readUpdate`. */
export const allowedUpdates = ['message', 'callback_query'] as const;

/**
 * Gives the function that fetches the next updates, for grammY's runner. It waits until there are some, mends no answer and gives up
 * never: a lost network, a 5xx, a second poller (409) or a withdrawn token are logged once and tried again with growing pauses.
 * It rejects only when the signal ends the waiting.
 */
export function createUpdateSupply(poller: Poller): (signal: AbortSignal) => Promise<Update[]> {
  const { window, sleep } = poller;
  const fetchUpdates = createPatientFetch(poller);
  return async (signal) => {
    for (;;) {
      if (window.hasUnfinished()) await Promise.race([window.whenIdle(), sleep(PATIENCE_MILLISECONDS, signal)]);
      const fresh = window.take(await fetchUpdates(signal));
      if (fresh.length > 0) return fresh;
      if (!window.hasUnfinished()) await sleep(IDLE_MILLISECONDS, signal);
    }
  };
}

function createPatientFetch({ api, window, sleep, log }: Poller): (signal: AbortSignal) => Promise<Update[]> {
  let trouble: string | null = null;
  return async (signal) => {
    for (let tries = 0; ; tries += 1) {
      signal.throwIfAborted();
      try {
        const timeout = window.hasUnfinished() ? 0 : LONG_POLL_SECONDS;
        const request = { offset: window.offset(), limit: 100, timeout, allowed_updates: allowedUpdates };
        const updates = await api.getUpdates(request, toApiSignal(signal));
        if (trouble !== null) log.info({ platform: 'telegram' }, 'Telegram: nhận tin trở lại bình thường');
        trouble = null;
        return updates;
      } catch (error) {
        signal.throwIfAborted();
        const { reason, retryAfterSeconds } = classifyFailure(error);
        if (reason !== trouble) log.warn({ platform: 'telegram', reason }, explain(reason));
        trouble = reason;
        await sleep(pause(reason, retryAfterSeconds, tries), signal);
      }
    }
  };
}

function pause(reason: string, retryAfterSeconds: number | null, tries: number): number {
  if (retryAfterSeconds !== null) return retryAfterSeconds * 1000;
  return Math.max(backOff(tries), reason.startsWith('409') ? CONFLICT_MILLISECONDS : 0);
}

/** One sentence for the operator. */
function explain(reason: string): string {
  if (reason.startsWith('409')) {
    return 'Telegram: một tiến trình khác đang nhận tin bằng cùng TELEGRAM_BOT_TOKEN; chờ rồi thử lại. Hãy dừng một trong hai.';
  }
  if (reason.startsWith('401') || reason.startsWith('404')) {
    return 'Telegram: TELEGRAM_BOT_TOKEN không còn được chấp nhận; vẫn thử lại. Hãy kiểm tra ở BotFather.';
  }
  return 'Telegram: chưa lấy được tin mới; sẽ thử lại';
}
