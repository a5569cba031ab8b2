import type { Term } from './lexicon-terms.ts';

/** Where the terms of a name stand in a question. */
export type Window = {
  /** All syllable places the chosen terms begin at. */
  places: number[];
  start: number;
  end: number;
  /** Strong terms in between that are not of the name, its own once more included. */
  extras: number;
};

type Terms = { terms: readonly Term[]; places: ReadonlyMap<string, readonly Term[]> };

/** A term that stands more often than this is tried at its first places only. */
const triedPlaces = 8;

/** The tightest set of places that holds all the given terms; null when one is missing. */
export function closestWindow(strong: readonly string[], { terms, places }: Terms): Window | null {
  const lists = strong.map((term) => (places.get(term) ?? []).slice(0, triedPlaces));
  let best: Window | null = null;
  for (const anchor of [...lists].sort((left, right) => left.length - right.length)[0] ?? []) {
    const chosen = lists.map((list) => nearest(list, anchor.at)).filter((term) => term !== undefined);
    if (chosen.length < strong.length) return null;
    const window = windowOf(chosen, terms);
    if (best === null || window.extras < best.extras) best = window;
  }
  return best;
}

function nearest(list: readonly Term[], at: number): Term | undefined {
  let best: Term | undefined;
  for (const term of list) if (best === undefined || Math.abs(term.at - at) < Math.abs(best.at - at)) best = term;
  return best;
}

function windowOf(chosen: readonly Term[], terms: readonly Term[]): Window {
  const start = Math.min(...chosen.map((term) => term.start));
  const end = Math.max(...chosen.map((term) => term.end));
  const taken = new Set(chosen.map((term) => term.at));
  const inside = terms.filter((term) => term.kind === 'strong' && term.start >= start && term.end <= end);
  return { places: [...taken], start, end, extras: inside.filter((term) => !taken.has(term.at)).length };
}
