import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../../domain/platform.ts';
import { backOff, type Sleep } from '../sleep.ts';
import { toApiSignal } from './api-signal.ts';
import { classifyFailure } from './classify-failure.ts';

export type Poller = {
  api: Api;
  /** Rejects when an update cannot be kept. */
  keep: (update: Update) => Promise<void>;
  sleep: Sleep;
  log: Log;
};

const LONG_POLL_SECONDS = 30;
/** Between two empty answers, so that a server that does not wait is not asked in a tight circle. */
const IDLE_MILLISECONDS = 20;
/** Another process polls with the same token: Telegram answers 409 at most every 3 seconds. */
const CONFLICT_MILLISECONDS = 3000;

/** Edited messages are not asked for: see `readUpdate`. */
export const allowedUpdates = ['message', 'callback_query'] as const;

/**
 * Asks for updates until the signal ends it. To ask for those after an update tells Telegram to forget it, so each is kept before the next are asked
 * for: what a killed process had received comes again. A lost network, a 5xx, a second poller (409), a withdrawn token or a database that is away
 * are logged once and tried again with growing pauses. Never rejects.
 */
export async function pollUpdates(poller: Poller, signal: AbortSignal): Promise<void> {
  const fetchUpdates = createPatientFetch(poller, signal);
  for (let offset = 0; !signal.aborted; ) {
    const updates = await fetchUpdates(offset);
    if (!(await keepAll(poller, updates, signal))) return;
    // Not the highest number but the last: after a quiet week Telegram begins anew at a random one.
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    if (updates.length === 0) await poller.sleep(IDLE_MILLISECONDS, signal);
  }
}

/** Tries until all are kept; false when the waiting was ended before. */
async function keepAll({ keep, sleep, log }: Poller, updates: Update[], signal: AbortSignal): Promise<boolean> {
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      await Promise.all(updates.map(keep));
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      if (tries === 0) log.error({ platform: 'telegram', reason }, 'Telegram: không ghi được tin vào cơ sở dữ liệu');
      await sleep(backOff(tries), signal);
    }
  }
  return false;
}

/** The function that fetches the updates from an offset on; none when the waiting was ended. */
function createPatientFetch({ api, sleep, log }: Poller, signal: AbortSignal): (offset: number) => Promise<Update[]> {
  let trouble: string | null = null;
  return async (offset) => {
    for (let tries = 0; !signal.aborted; tries += 1) {
      try {
        const request = { offset, limit: 100, timeout: LONG_POLL_SECONDS, allowed_updates: allowedUpdates };
        const updates = await api.getUpdates(request, toApiSignal(signal));
        if (trouble !== null) log.info({ platform: 'telegram' }, 'Telegram: nhận tin trở lại bình thường');
        trouble = null;
        return updates;
      } catch (error) {
        if (signal.aborted) return [];
        const { reason, retryAfterSeconds } = classifyFailure(error);
        if (reason !== trouble) log.warn({ platform: 'telegram', reason }, explain(reason));
        trouble = reason;
        await sleep(pause(reason, retryAfterSeconds, tries), signal);
      }
    }
    return [];
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
