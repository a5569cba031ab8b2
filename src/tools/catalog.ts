import type { Deadline } from '../domain/deadline.ts';
import type { Directive } from '../domain/directive.ts';
import type { Locality } from '../domain/locality.ts';
import type { Target } from '../domain/target.ts';
import type { Gazetteer } from '../vietnamese/gazetteer.ts';
import { type Chains, chainsOf, changersOf } from './chains.ts';
import { type IndexedTarget, indexTarget } from './match-targets.ts';
import { type Body, bodiesOf, placesInName } from './name-bodies.ts';
import { rememberWords } from './name-words.ts';
import { placeIdentity } from './same-place.ts';

/** Everything in force that questions about figures and documents are answered from, held in memory. */
export type Catalog = {
  /** The day it is asked on, ISO date; empty: not known. */
  today: string;
  /** Newest first. */
  directives: readonly Directive[];
  /** Any stored one, also where it does not count in this view: its name is needed beside what it once said. */
  directive: (id: string) => Directive | null;
  /** Ids of the directives whose text counts in this view; null: all that are stored. */
  searched: readonly string[] | null;
  /** The figures that this one took the place of. */
  precededBy: (target: Target) => readonly Target[];
  /** Ids of the directives that changed or replaced this one, or one of those, in no promised order. */
  changedBy: (document: string) => readonly string[];
  /** Figures of every kind at one place, in the order of their texts; empty for a place nobody set anything for. */
  targetsAt: (localityKey: string) => readonly IndexedTarget[];
  /** Figures of one directive. */
  targetsOf: (document: string) => readonly IndexedTarget[];
  /** Figures whose names have this word; for questions that name no place. */
  targetsWith: (token: string) => readonly IndexedTarget[];
  /** Figures with this vocabulary key, at any place. */
  targetsWithKey: (key: string) => readonly IndexedTarget[];
  /** Whether anything stored was ever changed or replaced by something else. */
  hasHistory: () => boolean;
  deadlines: readonly Deadline[];
  /** Places that a target or a directive names. */
  localities: readonly Locality[];
  /** Organisations that bind or issue. */
  bodies: readonly Body[];
  /** Organisations whose names mention this place. */
  bodiesIn: (localityKey: string) => readonly Locality[];
  /** Keys of these places and of the organisations in them: whose directives a question about them may mean. */
  keysAround: (localities: readonly Locality[]) => string[];
  /** Knows those places, and those that the names of organisations mention. */
  gazetteer: Gazetteer;
  /** Figures and deadlines that nobody has reviewed are left out. */
  isReviewedOnly: boolean;
  /** Whether a stretch of a text holds what a reviewer said is no figure or no deadline. */
  isRejected: (stretch: Rejected) => boolean;
};

/** A stretch of a stored text, UTF-16 offsets. */
export type Rejected = { document: string; start: number; end: number };

export type CatalogRows = {
  today?: string;
  directives: readonly Directive[];
  targets: readonly Target[];
  deadlines: readonly Deadline[];
  /** Default: false. */
  isReviewedOnly?: boolean;
  /** Quotes that review rejected; absent: none. */
  rejected?: readonly Rejected[];
  /** Everything ever said, of which the rows above are what counts; absent: the same. */
  history?: { directives: readonly Directive[]; targets: readonly Target[] };
};

export type CatalogLanguage = {
  gazetteer: Gazetteer;
  /** Writes abbreviations out. */
  writeOut: (text: string) => string;
  /** Names taken apart for an earlier catalog. */
  known?: WeakMap<Target, IndexedTarget>;
};

/** Arranges stored rows for questions. Names are taken apart when first needed, each spelling once. */
export function buildCatalog(rows: CatalogRows, language: CatalogLanguage): Catalog {
  const { history = rows } = rows;
  const named = new Map(history.directives.map((directive) => [directive.id, directive]));
  let chains: Chains | null = null;
  const chain = (): Chains => {
    chains ??= chainsOf(history);
    return chains;
  };
  const rejected = Map.groupBy(rows.rejected ?? [], ({ document }) => document);
  const byId = new Map(rows.directives.map((directive) => [directive.id, directive]));
  const placed = rows.targets
    .filter((target) => byId.has(target.document))
    .map((target) => withPlace(target, byId.get(target.document)));
  const known = language.known ?? new WeakMap<Target, IndexedTarget>();
  const wordsOf = rememberWords(language.writeOut);
  const indexed = (target: Target): IndexedTarget => {
    const entry = known.get(target) ?? indexTarget(target, wordsOf, byId.get(target.document)?.title);
    known.set(target, entry);
    return entry;
  };
  const indexedBy = (keyOf: (target: Target) => string): ((key: string) => readonly IndexedTarget[]) => {
    const groups = groupBy(placed, keyOf);
    const made = new Map<string, readonly IndexedTarget[]>();
    return (key) => {
      const entries = made.get(key) ?? (groups.get(key) ?? []).map(indexed);
      if (groups.has(key)) made.set(key, entries);
      return entries;
    };
  };
  let postings: Map<string, IndexedTarget[]> | null = null;
  const localities = placesOf(rows.directives, placed);
  const { bodiesByPlace, surroundings } = bodiesAndPlaces(localities, language.gazetteer);
  return {
    today: rows.today ?? '',
    directives: rows.directives,
    directive: (id) => named.get(id) ?? null,
    searched: rows.directives.length === history.directives.length ? null : rows.directives.map(({ id }) => id),
    precededBy: ({ id }) => chain().preceded.get(id) ?? [],
    hasHistory: () => chain().changers.size > 0,
    changedBy: (document) => changersOf(document, chain().changers),
    targetsAt: indexedBy((target) => target.locality?.key ?? ''),
    targetsOf: indexedBy((target) => target.document),
    targetsWith: (token) => {
      postings ??= postingsOf(placed.map(indexed));
      return postings.get(token) ?? [];
    },
    targetsWithKey: indexedBy((target) => target.key ?? ''),
    deadlines: rows.deadlines.filter((deadline) => byId.has(deadline.document)),
    localities,
    bodies: bodiesOf(rows.directives, localities, language.gazetteer),
    bodiesIn: (key) => bodiesByPlace.get(key) ?? [],
    keysAround: (places) =>
      places.flatMap(({ key }) => [key, ...(bodiesByPlace.get(key) ?? []).map((body) => body.key)]),
    gazetteer: language.gazetteer.withNames([
      ...learntPlaces([...rows.directives, ...placed], localities),
      ...surroundings,
    ]),
    isReviewedOnly: rows.isReviewedOnly ?? false,
    isRejected: ({ document, start, end }) =>
      (rejected.get(document) ?? []).some((one) => one.start < end && start < one.end),
  };
}

/** A target that names no place is set for the place of its directive. */
export function withPlace(target: Target, directive: Directive | undefined): Target {
  const locality = directive?.locality ?? null;
  return target.locality !== null || locality === null ? target : { ...target, locality };
}

function placesOf(directives: readonly Directive[], targets: readonly Target[]): Locality[] {
  const byKey = new Map<string, Locality>();
  for (const { locality } of [...directives, ...targets]) if (locality !== null) byKey.set(locality.key, locality);
  return [...byKey.values()];
}

/** The places that a question may name by their bare names. "Đồng Sơn" and "Đông Sơn", two of one key, are read as typed instead. */
function learntPlaces(rows: readonly { locality: Locality | null }[], localities: readonly Locality[]): Locality[] {
  const known = new Map(localities.map((place) => [place.key, placeIdentity(place)]));
  const alike = new Set<string>();
  for (const { locality } of rows) {
    if (locality !== null && known.get(locality.key) !== placeIdentity(locality)) alike.add(locality.key);
  }
  // A body whose name is a kind alone ("Trường") is no name to know it by.
  return localities.filter(({ key, level, name }) => !alike.has(key) && (level !== 'body' || name.includes(' ')));
}

/** Organisations by the places that their names mention, and those places. */
function bodiesAndPlaces(
  localities: readonly Locality[],
  gazetteer: Gazetteer,
): { bodiesByPlace: Map<string, Locality[]>; surroundings: Locality[] } {
  const bodiesByPlace = new Map<string, Locality[]>();
  const surroundings: Locality[] = [];
  for (const body of localities.filter(({ level }) => level === 'body')) {
    for (const place of placesInName(body, gazetteer)) {
      surroundings.push(place);
      bodiesByPlace.set(place.key, [...(bodiesByPlace.get(place.key) ?? []), body]);
    }
  }
  return { bodiesByPlace, surroundings };
}

function postingsOf(targets: readonly IndexedTarget[]): Map<string, IndexedTarget[]> {
  const byToken = new Map<string, IndexedTarget[]>();
  for (const entry of targets) {
    for (const token of new Set(entry.name.words.map((word) => word.token))) {
      const list = byToken.get(token);
      if (list === undefined) byToken.set(token, [entry]);
      else list.push(entry);
    }
  }
  return byToken;
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
