import type { SendOutcome } from '../domain/platform.ts';
import { backOff, type Sleep } from './sleep.ts';

/** How hard to try. Zero of both for what must never be sent twice without somebody deciding so. */
export type Persistence = { transientRetries: number; ambiguousResends: number };

/** A reply is tried again after failures that delivered nothing, and once where that is not known (with a note to the reader). */
export const forReplies: Persistence = { transientRetries: 6, ambiguousResends: 1 };
/** What is sent unasked is tried once: whether to repeat it is decided by who keeps the record of deliveries. */
export const forReminders: Persistence = { transientRetries: 0, ambiguousResends: 0 };

export const REPEAT_NOTE = '(Gửi lại vì mất kết nối; có thể trùng tin trên.)\n\n';

export type Sending<Part> = {
  /** Sends one part, once. `isRepeat`: it was sent before with unknown result. */
  send: (part: Part, isRepeat: boolean) => Promise<SendOutcome>;
  persistence: Persistence;
  sleep: Sleep;
  signal: AbortSignal;
};

const LONGEST_WAIT_SECONDS = 60;

/** Sends the parts of a reply one after the other; stops at the first that cannot be sent. Never rejects. */
export async function sendInOrder<Part>(parts: readonly Part[], sending: Sending<Part>): Promise<SendOutcome> {
  const receipts: string[] = [];
  for (const part of parts) {
    const outcome = await persist(part, sending);
    if (outcome.status === 'sent') receipts.push(outcome.receipt);
    else if (receipts.length === 0) return outcome;
    else return { status: 'unknown', reason: `only the first part was sent: ${outcome.reason}` };
  }
  return { status: 'sent', receipt: receipts.join(',') };
}

async function persist<Part>(part: Part, { send, persistence, sleep, signal }: Sending<Part>): Promise<SendOutcome> {
  const left = { ...persistence };
  let isRepeat = false;
  for (let tries = 0; ; tries += 1) {
    const outcome = await send(part, isRepeat);
    if (outcome.status === 'sent' || signal.aborted) return outcome;
    if (outcome.status === 'unknown') {
      if (left.ambiguousResends === 0) return outcome;
      left.ambiguousResends -= 1;
      isRepeat = true;
      await sleep(backOff(tries), signal);
    } else {
      const seconds = outcome.retryAfterSeconds ?? 0;
      const isPassing = outcome.kind === 'transient' || (outcome.kind === 'rate' && seconds <= LONGEST_WAIT_SECONDS);
      if (!isPassing || left.transientRetries === 0) return outcome;
      left.transientRetries -= 1;
      await sleep(Math.max(seconds * 1000, backOff(tries)), signal);
    }
  }
}
