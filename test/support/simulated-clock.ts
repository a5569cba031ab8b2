/** A clock that moves only when told to, or when somebody waits: waiting takes no time, the clock jumps ahead instead. */
export type SimulatedClock = {
  now: () => Date;
  sleep: (milliseconds: number) => Promise<void>;
  /** Puts the clock; also back. */
  set(instant: string | Date): void;
  advance(seconds: number): void;
};

export function simulatedClock(start: string): SimulatedClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    async sleep(milliseconds) {
      at += milliseconds;
    },
    set(instant) {
      at = new Date(instant).getTime();
    },
    advance(seconds) {
      at += seconds * 1000;
    },
  };
}
