import { englishTerms, isEnglish } from './english.ts';
import { createCorrector } from './lexicon-correct.ts';
import { structureWording } from './lexicon-phrases.ts';
import type { Measure, Term, TermReader } from './lexicon-terms.ts';
import { type Variant, wholeOf } from './lexicon-variants.ts';
import { closestWindow, type Window } from './lexicon-window.ts';

export type FoundIndicator = {
  key: string;
  /** Span of the words that named it. */
  start: number;
  end: number;
  /** 0..1; about 1 named in full, below 0.5 only guessed from a part of its name or a short form of several meanings. */
  score: number;
};

type Hit = FoundIndicator & { places: ReadonlySet<number>; weight: number };
type Question = { text: string; whole: string; terms: Term[]; places: ReadonlyMap<string, readonly Term[]> };
type Vocabulary = { byTerm: ReadonlyMap<string, readonly Variant[]>; weightOf: (term: string) => number };

/** How far from its words a measure may stand: "tỷ lệ hộ nghèo Kon Tum cuối năm 2020 giảm". */
const measureReach = 8;

export function createIndicatorFinder(
  variants: readonly Variant[],
  reader: TermReader,
): (text: string) => FoundIndicator[] {
  const vocabulary = vocabularyOf(variants);
  const known = [...vocabulary.byTerm.keys()].flatMap((term) => term.split('-'));
  const correct = createCorrector(new Set([...reader.syllables, ...known]));
  return (text) => {
    const terms = isEnglish(text)
      ? [...reader.readTyped(text), ...englishTerms(text)]
      : reader.readTyped(text, correct);
    const question = questionOf(text, terms);
    const touched = touchedBy(question, vocabulary);
    const named = [...touched].filter(([{ strong }, count]) => count >= strong.length).map(([variant]) => variant);
    const hits = named.flatMap((variant) => hitOf(variant, question, vocabulary) ?? []);
    if (hits.some((hit) => hit.score >= 0.5)) return printed(withoutParts(bestOfEachKey(hits)));
    return printed(bestOfEachKey([...hits, ...partialHits([...touched.keys()], question, vocabulary)]));
  };
}

function vocabularyOf(variants: readonly Variant[]): Vocabulary {
  const byTerm = new Map<string, Variant[]>();
  for (const variant of variants) {
    for (const term of [...variant.strong, ...variant.weak.filter((weak) => weak === structureWording)]) {
      const list = byTerm.get(term);
      if (list === undefined) byTerm.set(term, [variant]);
      else list.push(variant);
    }
  }
  const weightOf = (term: string): number => Math.log(1 + variants.length / (byTerm.get(term)?.length ?? 1));
  return { byTerm, weightOf };
}

function questionOf(text: string, terms: Term[]): Question {
  const places = new Map<string, Term[]>();
  for (const term of terms) {
    if (term.kind === 'measure') continue;
    const list = places.get(term.id);
    if (list === undefined) places.set(term.id, [term]);
    else list.push(term);
  }
  return { text, whole: wholeOf(text), terms, places };
}

/** The variants that have a term of the question, with how many they have. */
function touchedBy({ places }: Question, { byTerm }: Vocabulary): Map<Variant, number> {
  const counts = new Map<Variant, number>();
  for (const term of places.keys()) {
    for (const variant of byTerm.get(term) ?? []) counts.set(variant, (counts.get(variant) ?? 0) + 1);
  }
  return counts;
}

/** All strong terms of a variant stand close together, and the measures it needs are near. */
function hitOf(variant: Variant, question: Question, { weightOf }: Vocabulary): Hit | null {
  if (variant.whole !== null && !question.whole.includes(variant.whole)) return null;
  const window = closestWindow(variant.strong, question);
  if (window === null || window.extras > Math.max(1, variant.strong.length)) return null;
  if (variant.capitals !== null && question.text.slice(window.start, window.end) !== variant.capitals) return null;
  const measures = measuresNear(question, window);
  if (!variant.needs.every((need) => measures.has(need))) return null;
  const weight = variant.strong.reduce((sum, term) => sum + weightOf(term), 0);
  const closeness = weight / (weight + window.extras * 0.7);
  const score =
    closeness * kindFactor(variant, measures) * weakFactor(variant, question) * (variant.isShort ? 0.45 : 1);
  return { key: variant.row.key, start: window.start, end: window.end, score, places: new Set(window.places), weight };
}

function measuresNear({ terms }: Question, window: Window): Set<Measure> {
  const first = Math.min(...window.places) - measureReach;
  const last = Math.max(...window.places) + measureReach;
  const near = terms.filter((term) => term.kind === 'measure' && term.at >= first && term.at <= last);
  return new Set(near.map((term) => term.id as Measure));
}

/** How well the kind of an indicator fits the measures asked: "tăng bao nhiêu" asks for a growth first. */
function kindFactor({ row, needs }: Variant, measures: ReadonlySet<Measure>): number {
  const isChange = row.kind === 'growth' || row.kind === 'change' || needs.includes('growth');
  const asksChange = measures.has('growth') || measures.has('reduction');
  if (measures.has('share') && row.kind !== 'share') return 0.7;
  if (isChange) return asksChange || needs.length > 0 ? 1 : 0.8;
  if (asksChange) return 0.7;
  if (measures.has('rate') && row.kind === 'count' && !row.units.includes('%')) return 0.7;
  return measures.has('count') && row.kind === 'rate' && row.units.every((unit) => unit.startsWith('%')) ? 0.9 : 1;
}

/** Weak words settle little: 1 with all of them said, a little less with none to say, less where they are missing. */
function weakFactor({ weak }: Variant, { places }: Question): number {
  if (weak.length === 0) return 0.97;
  return 0.92 + (0.08 * weak.filter((term) => places.has(term)).length) / weak.length;
}

/** Nothing was named in full: what most of the name is there of, at half the score. */
function partialHits(variants: readonly Variant[], question: Question, vocabulary: Vocabulary): Hit[] {
  const hits = variants.flatMap(
    (variant) => familyHit(variant, question) ?? partialHit(variant, question, vocabulary) ?? [],
  );
  const best = Math.max(0, ...hits.map((hit) => hit.score));
  return hits.filter((hit) => hit.score >= best * 0.95).slice(0, 12);
}

/** "cơ cấu kinh tế" names all its shares at once. */
function familyHit({ row, weak }: Variant, { places }: Question): Hit | null {
  const [named] = places.get(structureWording) ?? [];
  if (named === undefined || !weak.includes(structureWording)) return null;
  return { key: row.key, start: named.start, end: named.end, score: 0.6, places: new Set([named.at]), weight: 1 };
}

function partialHit(variant: Variant, question: Question, { weightOf }: Vocabulary): Hit | null {
  if (variant.isShort || variant.strong.length < 3) return null;
  const present = variant.strong.filter((term) => question.places.has(term));
  if (present.length < 2) return null;
  const weight = present.reduce((sum, term) => sum + weightOf(term), 0);
  const coverage = weight / variant.strong.reduce((sum, term) => sum + weightOf(term), 0);
  const window = closestWindow(present, question);
  if (coverage < 0.65 || window === null || window.extras > present.length) return null;
  if (!variant.needs.every((need) => measuresNear(question, window).has(need))) return null;
  const places = new Set(window.places);
  return { key: variant.row.key, start: window.start, end: window.end, score: coverage * 0.5, places, weight };
}

function bestOfEachKey(hits: readonly Hit[]): Hit[] {
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.key);
    const isBetter =
      known === undefined ||
      hit.score > known.score + 0.04 ||
      (hit.score > known.score - 0.04 && hit.weight > known.weight);
    if (isBetter) best.set(hit.key, hit);
  }
  return [...best.values()];
}

/** Drops what is only a part of something named more fully: "hộ nghèo" inside "hộ nghèo dân tộc thiểu số". */
function withoutParts(hits: readonly Hit[]): Hit[] {
  const holds = (other: Hit, hit: Hit): boolean =>
    other.places.size > hit.places.size && other.score >= 0.5 && [...hit.places].every((at) => other.places.has(at));
  return hits.filter((hit) => !hits.some((other) => holds(other, hit)));
}

const printed = (hits: readonly Hit[]): FoundIndicator[] =>
  [...hits]
    .sort((left, right) => right.score - left.score || left.start - right.start)
    .map(({ key, start, end, score }) => ({ key, start, end, score }));
