import { englishTerms, isEnglish } from './english.ts';
import type { Measure, Term, TermReader } from './lexicon-terms.ts';
import type { Variant } from './lexicon-variants.ts';
import { isPossibleSyllable, isWithinOneEdit } from './typo.ts';

export type FoundIndicator = {
  key: string;
  /** Span of the words that named it. */
  start: number;
  end: number;
  /** 0..1; 1 named in full, below 0.5 only guessed from a part of its name or a short form of several meanings. */
  score: number;
};

type Hit = FoundIndicator & { places: ReadonlySet<number>; weight: number };
type Question = { text: string; terms: Term[]; places: ReadonlyMap<string, readonly Term[]> };

/** How far from its words a measure may stand: "tỷ lệ hộ nghèo Kon Tum cuối năm 2020 giảm". */
const measureReach = 8;

export function createIndicatorFinder(
  variants: readonly Variant[],
  readTerms: TermReader,
): (text: string) => FoundIndicator[] {
  const byTerm = new Map<string, Variant[]>();
  for (const variant of variants) {
    for (const term of variant.strong) byTerm.set(term, [...(byTerm.get(term) ?? []), variant]);
  }
  const weightOf = (term: string): number =>
    Math.log(1 + variants.length / (byTerm.get(term)?.length ?? variants.length));
  const correct = createCorrector(new Set([...byTerm.keys()].flatMap((term) => term.split('-'))));
  return (text) => {
    const question = questionOf(
      text,
      isEnglish(text) ? [...readTerms(text), ...englishTerms(text)] : readTerms(text, correct),
    );
    const touched = new Set([...question.places.keys()].flatMap((term) => byTerm.get(term) ?? []));
    const hits = [...touched].flatMap((variant) => hitOf(variant, question, weightOf) ?? []);
    const kept = withoutParts(hits.length > 0 ? hits : partialHits([...touched], question, weightOf));
    return bestOfEachKey(kept);
  };
}

function questionOf(text: string, terms: Term[]): Question {
  const places = new Map<string, Term[]>();
  for (const term of terms) {
    if (term.kind !== 'measure') places.set(term.id, [...(places.get(term.id) ?? []), term]);
  }
  return { text, terms, places };
}

/** All strong terms of a variant stand close together, and the measures it needs are near. */
function hitOf(variant: Variant, question: Question, weightOf: (term: string) => number): Hit | null {
  const window = closestWindow(variant.strong, question);
  if (window === null || window.extras > Math.max(1, variant.strong.length)) return null;
  if (variant.capitals !== null && question.text.slice(window.start, window.end) !== variant.capitals) return null;
  const measures = measuresNear(question, window);
  if (!variant.needs.every((need) => measures.has(need))) return null;
  const weight = variant.strong.reduce((sum, term) => sum + weightOf(term), 0);
  const closeness = weight / (weight + window.extras * 0.7);
  const score = closeness * kindFactor(variant, measures) * (variant.isShort ? 0.45 : 1);
  const places = new Set(window.places);
  return { key: variant.row.key, start: window.start, end: window.end, score, places, weight };
}

type Window = { places: number[]; start: number; end: number; extras: number };

/** The tightest set of places that holds all terms; null when one is missing. */
function closestWindow(strong: readonly string[], { terms, places }: Question): Window | null {
  const lists = strong.map((term) => places.get(term) ?? []);
  const anchors = [...lists].sort((left, right) => left.length - right.length)[0] ?? [];
  let best: Window | null = null;
  for (const anchor of anchors.slice(0, 8)) {
    const chosen = lists.map((list) => nearest(list, anchor.at));
    if (chosen.some((term) => term === undefined)) return null;
    const window = windowOf(
      chosen.filter((term) => term !== undefined),
      { terms, strong },
    );
    if (best === null || window.extras < best.extras) best = window;
  }
  return best;
}

function nearest(list: readonly Term[], at: number): Term | undefined {
  let best: Term | undefined;
  for (const term of list) if (best === undefined || Math.abs(term.at - at) < Math.abs(best.at - at)) best = term;
  return best;
}

function windowOf(
  chosen: readonly Term[],
  { terms, strong }: { terms: readonly Term[]; strong: readonly string[] },
): Window {
  const start = Math.min(...chosen.map((term) => term.start));
  const end = Math.max(...chosen.map((term) => term.end));
  const inside = terms.filter((term) => term.start >= start && term.end <= end && term.kind === 'strong');
  const extras = inside.filter((term) => !strong.includes(term.id)).length;
  return { places: chosen.map((term) => term.at), start, end, extras };
}

function measuresNear({ terms }: Question, window: Window): Set<Measure> {
  const first = Math.min(...window.places) - measureReach;
  const last = Math.max(...window.places) + measureReach;
  const near = terms.filter((term) => term.kind === 'measure' && term.at >= first && term.at <= last);
  return new Set(near.map((term) => term.id as Measure));
}

/** How well the kind of an indicator fits the measures asked: "tăng bao nhiêu" asks for a growth first. */
function kindFactor({ row, needs }: Variant, measures: ReadonlySet<Measure>): number {
  const isChange = row.kind === 'growth' || row.kind === 'change';
  const asksChange = measures.has('growth') || measures.has('reduction');
  if (isChange) return asksChange || needs.length > 0 ? 1 : 0.8;
  if (asksChange) return 0.7;
  if (measures.has('rate') && row.kind === 'count' && !row.units.includes('%')) return 0.7;
  return 1;
}

/** Nothing was named in full: what most of the name is there of, at half the score. */
function partialHits(variants: readonly Variant[], question: Question, weightOf: (term: string) => number): Hit[] {
  const hits = variants.flatMap((variant) => partialHit(variant, question, weightOf) ?? []);
  const best = Math.max(0, ...hits.map((hit) => hit.score));
  return hits.filter((hit) => hit.score >= best * 0.95).slice(0, 6);
}

function partialHit(variant: Variant, question: Question, weightOf: (term: string) => number): Hit | null {
  if (variant.isShort || variant.strong.length < 3) return null;
  const present = variant.strong.filter((term) => question.places.has(term));
  if (present.length < 2) return null;
  const weight = present.reduce((sum, term) => sum + weightOf(term), 0);
  const coverage = weight / variant.strong.reduce((sum, term) => sum + weightOf(term), 0);
  const window = closestWindow(present, question);
  if (coverage < 0.65 || window === null || window.extras > present.length) return null;
  if (!variant.needs.every((need) => measuresNear(question, window).has(need))) return null;
  return {
    key: variant.row.key,
    start: window.start,
    end: window.end,
    score: coverage * 0.5,
    places: new Set(window.places),
    weight,
  };
}

/** Drops what is only a part of something named more fully: "hộ nghèo" inside "hộ nghèo dân tộc thiểu số". */
function withoutParts(hits: readonly Hit[]): Hit[] {
  return hits.filter(
    (hit) =>
      !hits.some((other) => other.places.size > hit.places.size && [...hit.places].every((at) => other.places.has(at))),
  );
}

function bestOfEachKey(hits: readonly Hit[]): FoundIndicator[] {
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.key);
    if (known === undefined || hit.score > known.score) best.set(hit.key, hit);
  }
  return [...best.values()]
    .sort((left, right) => right.score - left.score || left.start - right.start)
    .map(({ key, start, end, score }) => ({ key, start, end, score }));
}

/** Mends a syllable that cannot be Vietnamese to the one of the vocabulary that is one slip away, when there is just one such. */
function createCorrector(vocabulary: ReadonlySet<string>): (syllable: string) => string {
  const words = [...vocabulary].filter((word) => /^[a-z]{3,}$/.test(word));
  return (syllable) => {
    if (syllable.length < 3 || vocabulary.has(syllable) || !/^[a-z]+$/.test(syllable) || isPossibleSyllable(syllable))
      return syllable;
    const meant = words.filter((word) => isWithinOneEdit(syllable, word));
    return meant.length === 1
      ? (meant[0] ?? syllable)
      : (meant.find((word) => word.startsWith(syllable.slice(0, 2))) ?? syllable);
  };
}
