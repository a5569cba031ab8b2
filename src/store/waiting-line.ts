import { DatabaseAwayError } from '../domain/errors.ts';

export type WaitingLine = {
  /** Resolves when a place is free, first for whoever is urgent. Rejects with DatabaseAwayError when the patience is over. */
  enter(isUrgent: boolean): Promise<void>;
  /** Gives a place up, to whoever is next. */
  leave(): void;
};

/** So many places, and a line before them; `patienceMilliseconds` null: whoever waits does so for as long as it takes. */
export function createWaitingLine(places: number, patienceMilliseconds: number | null): WaitingLine {
  const urgent = new Set<() => void>();
  const ordinary = new Set<() => void>();
  let free = places;
  return {
    enter(isUrgent) {
      if (free > 0) {
        free -= 1;
        return Promise.resolve();
      }
      const line = isUrgent ? urgent : ordinary;
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          line.delete(go);
          reject(new DatabaseAwayError('every connection to the database is taken'));
        };
        const patience = patienceMilliseconds === null ? undefined : setTimeout(giveUp, patienceMilliseconds);
        const go = () => {
          clearTimeout(patience);
          line.delete(go);
          resolve();
        };
        line.add(go);
      });
    },
    leave() {
      const [next] = urgent.size > 0 ? urgent : ordinary;
      if (next === undefined) free += 1;
      else next();
    },
  };
}
