import { setTimeout } from 'node:timers/promises';

export type Ahead<Given> = {
  /** Works on so many at once, and on no more while what it works on weighs this together. */
  depth: number;
  heaviest: number;
  weightOf: (given: Given) => number;
  /** Gives so many results at most together. */
  atOnce: number;
};

/**
 * Does the work on each of a source, on several ahead, and gives the results in the source's order: those whose turn has come and that are
 * ready, at least one. What the work throws is thrown when its turn has come.
 */
export async function* workAhead<Given, Result>(
  source: AsyncIterable<Given>,
  { depth, heaviest, weightOf, atOnce }: Ahead<Given>,
  work: (given: Given) => Promise<Result>,
): AsyncGenerator<Result[]> {
  const turns: Turn<Result>[] = [];
  const weight = (): number => turns.reduce((sum, turn) => sum + turn.weight, 0);
  for await (const given of source) {
    turns.push(turnOf(work(given), weightOf(given)));
    while (turns.length >= depth || weight() >= heaviest) yield await takeReady(turns, atOnce);
  }
  while (turns.length > 0) yield await takeReady(turns, atOnce);
}

/** So long what is ready waits for what follows it: to be taken together costs less. */
const patienceMilliseconds = 50;

type Turn<Result> = { result: Promise<Result>; isReady: boolean; weight: number };

function turnOf<Result>(result: Promise<Result>, weight: number): Turn<Result> {
  const turn = { result, isReady: false, weight };
  // A rejection is thrown in its turn; until then it must not end the process.
  result.then(
    () => {
      turn.isReady = true;
    },
    () => {},
  );
  return turn;
}

async function takeReady<Result>(turns: Turn<Result>[], atOnce: number): Promise<Result[]> {
  await turns[0]?.result;
  const next = Promise.allSettled(turns.slice(0, atOnce).map(({ result }) => result));
  await Promise.race([next, setTimeout(patienceMilliseconds)]);
  const waiting = turns.findIndex(({ isReady }) => !isReady);
  const ready = turns.splice(0, Math.min(atOnce, waiting === -1 ? turns.length : Math.max(1, waiting)));
  return Promise.all(ready.map(({ result }) => result));
}
