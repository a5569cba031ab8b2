import type { ClaimedEvent, Inbox } from '../domain/platform.ts';
import { sleep } from './sleep.ts';

export type EventsInHand = {
  /** How many are being worked on. */
  count(): number;
  /** Whether none of a chat without a crowd was taken up just now. */
  isQuiet(): boolean;
  take(event: ClaimedEvent): void;
  /** Whether there are some to note. */
  hasDone(): boolean;
  /**
   * Notes together all that were done since the last time; gives how long to wait for chats that rest now, where they may. When it rejects, the next
   * call tries those again.
   */
  noteDone(mayRest: boolean): Promise<number>;
  /** Nobody else may take them over yet, those done and not noted included. */
  renew(): Promise<void>;
  /** Resolves when all are done and noted, or the patience is over: what is left then is given back. Never rejects. */
  drain(patienceMilliseconds: number): Promise<void>;
};

type Work = {
  inbox: Inbox;
  /** False when the event is not to be noted as done. Never rejects. */
  work: (event: ClaimedEvent) => Promise<boolean>;
  /** One has ended. */
  ended: () => void;
};

/** Longer than answers take that wait for nobody else. */
const JUST_NOW_MILLISECONDS = 100;

/** The events a process works on, side by side. Until it is noted as done, an event counts as in hand: its chat waits. */
export function eventsInHand({ inbox, work, ended }: Work): EventsInHand {
  const working = new Map<ClaimedEvent, { began: number; ending: Promise<void> }>();
  const done = new Set<ClaimedEvent>();
  const known = (id: number) => [...working.keys(), ...done].find((event) => event.id === id);

  async function noteDone(mayRest: boolean): Promise<number> {
    const events = [...done];
    const rest = events.length > 0 ? await inbox.finish(events, mayRest) : 0;
    for (const event of events) done.delete(event);
    return rest;
  }

  return {
    count: () => working.size,
    isQuiet: () => {
      const justNow = performance.now() - JUST_NOW_MILLISECONDS;
      return ![...working].some(([{ isOfCrowd }, { began }]) => !isOfCrowd && began > justNow);
    },
    take(event) {
      const own = known(event.id);
      // Its lease had run out in a process that came to nothing else for so long: it is the same work still.
      if (own !== undefined) {
        own.attempts = event.attempts;
        return;
      }
      const began = performance.now();
      const ending = work(event).then((isDone) => {
        event.tookMilliseconds = performance.now() - began;
        working.delete(event);
        if (isDone) done.add(event);
        ended();
      });
      working.set(event, { began, ending });
    },
    hasDone: () => done.size > 0,
    noteDone,
    async renew() {
      const events = [...working.keys(), ...done];
      if (events.length > 0) await inbox.renew(events);
    },
    async drain(patienceMilliseconds) {
      const patience = new AbortController();
      const isOver = sleep(patienceMilliseconds, patience.signal).then(() => patience.abort());
      while (working.size > 0 && !patience.signal.aborted) {
        await Promise.race([isOver, ...[...working.values()].map(({ ending }) => ending)]);
        await noteDone(false).catch(() => undefined);
      }
      patience.abort();
      await Promise.all([...working.keys()].map((event) => inbox.giveBack(event, 0))).catch(() => undefined);
      // What cannot be noted now is answered again by whoever takes it over.
      await noteDone(false).catch(() => undefined);
    },
  };
}
