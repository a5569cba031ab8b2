import type { Inbox, Log } from '../../domain/platform.ts';
import { backOff, type Sleep } from '../sleep.ts';
import type { BotClient } from './bot-client.ts';
import { type Reception, receiveEvent } from './receive-event.ts';

export type Poller = {
  client: BotClient;
  inbox: Inbox;
  received: (reception: Reception) => void;
  now: () => Date;
  sleep: Sleep;
  log: Log;
};

/** Between two empty answers, so that a server that does not wait is not asked in a tight circle. */
const IDLE_MILLISECONDS = 20;

/**
 * Asks for events until the signal ends it. An event that was handed out is gone at the server, so it is kept before the next is asked for.
 * Lost network, refusals and a withdrawn token are logged once each and tried again with growing pauses.
 */
export async function pollEvents(poller: Poller, signal: AbortSignal): Promise<void> {
  const { client, sleep, log } = poller;
  let trouble: string | null = null;
  for (let failures = 0; !signal.aborted; ) {
    const answer = await client.getUpdate(signal);
    if (signal.aborted && !answer.ok) return;
    if (!answer.ok) {
      const { reason } = answer.failure;
      if (reason !== trouble) log.warn({ platform: 'zalo-bot', reason }, 'Zalo Bot: chưa lấy được tin mới; sẽ thử lại');
      trouble = reason;
      await sleep(backOff(failures), signal);
      failures += 1;
    } else {
      if (trouble !== null) log.info({ platform: 'zalo-bot' }, 'Zalo Bot: nhận tin trở lại bình thường');
      trouble = null;
      failures = 0;
      await (answer.event === null ? sleep(IDLE_MILLISECONDS, signal) : keep(poller, answer.event));
    }
  }
}

/** Tries until the inbox has it, also while the process stops: nobody else has this event any more. */
async function keep({ inbox, received, now, sleep, log }: Poller, event: unknown): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      return received(await receiveEvent(inbox, event, now()));
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      log.error({ platform: 'zalo-bot', reason }, 'Zalo Bot: không ghi được một tin vào cơ sở dữ liệu; thử lại');
      await sleep(backOff(tries));
    }
  }
}

const MOST_TRIES = 20;
