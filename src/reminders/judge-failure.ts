import { addDays } from '../domain/calendar-date.ts';
import type { SendFailureKind } from '../domain/errors.ts';
import { addSeconds, instantAt, localDate } from '../domain/vietnam-time.ts';

export type Judgement =
  /** Try again then; the whole platform rests for `pauseSeconds`. */
  | { act: 'again'; at: Date; pauseSeconds: number }
  /** Nobody is there: use the owner's other chat from now on. */
  | { act: 'leave_chat' }
  /** This message cannot go here: use the owner's other chat for it. */
  | { act: 'other_chat' }
  | { act: 'give_up' };

/** When Zalo takes messages again after its night, and when a day's quota begins anew. */
const MORNING = '07:00';
const RATE_SECONDS = 30;
const CONFIG_SECONDS = 300;
const LONGEST_PAUSE_SECONDS = 300;
const FIRST_RETRY_SECONDS = 15;
const LONGEST_RETRY_SECONDS = 900;

/** What to do about a message the platform refused or never got. `silences`: how many attempts in a row it left unanswered. */
export function judgeFailure(
  failure: { kind: SendFailureKind; retryAfterSeconds: number | null },
  { now, attempts, silences }: { now: Date; attempts: number; silences: number },
): Judgement {
  switch (failure.kind) {
    case 'rate': {
      const pauseSeconds = failure.retryAfterSeconds ?? RATE_SECONDS;
      return { act: 'again', at: addSeconds(now, pauseSeconds), pauseSeconds };
    }
    case 'transient':
    case 'ambiguous': {
      const wait = Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.min(attempts, 10));
      return { act: 'again', at: addSeconds(now, wait), pauseSeconds: silencePause(silences) };
    }
    case 'config':
      return { act: 'again', at: addSeconds(now, CONFIG_SECONDS), pauseSeconds: CONFIG_SECONDS };
    case 'night':
    case 'quota':
      return { act: 'again', at: nextMorning(now), pauseSeconds: 0 };
    case 'recipient':
      return { act: 'leave_chat' };
    case 'window':
      return { act: 'other_chat' };
    case 'bug':
      return { act: 'give_up' };
  }
}

/** How long a platform rests after so many attempts in a row without a proper answer: a lost answer leaves a reminder in doubt, so that few are risked. */
export function silencePause(silences: number): number {
  return Math.min(LONGEST_PAUSE_SECONDS, 2 ** Math.min(Math.max(silences, 1) - 1, 10));
}

function nextMorning(now: Date): Date {
  const morning = instantAt(localDate(now), MORNING);
  return morning > now ? morning : instantAt(addDays(localDate(now), 1), MORNING);
}
