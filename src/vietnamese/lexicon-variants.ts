import { englishTerms } from './english.ts';
import type { IndicatorRow } from './lexicon-table.ts';
import type { Measure, Term, TermReader } from './lexicon-terms.ts';
import { foldedSyllable, syllables } from './syllables.ts';

/** One way of naming an indicator. */
export type Variant = {
  row: IndicatorRow;
  /** Terms that must all be there, sorted, each once. */
  strong: readonly string[];
  /** Measures it cannot do without: "tăng trưởng kinh tế" is nothing without the growth. */
  needs: readonly Measure[];
  /** An abbreviation that may stand for several indicators. */
  isShort: boolean;
  /** Written in capitals only, when so short that it could be any word ("BS", "HN"). */
  capitals: string | null;
  isOfficial: boolean;
  /** Weak terms of the name, which settle between indicators that have the same strong ones. */
  weak: readonly string[];
  /** Folded syllables of the name; a name of one plain syllable or of weak words is only found as a whole ("tổng đàn", "đề tài"). */
  whole: string | null;
};

/** What is left of terms to compare by: the strong ones, or the weak ones when there are no others; sorted, each once. */
export function comparedTerms(terms: readonly Term[]): string[] {
  const strong = terms.filter((term) => term.kind === 'strong');
  const used = strong.length > 0 ? strong : terms.filter((term) => term.kind === 'weak');
  return [...new Set(used.map((term) => term.id))].sort();
}

export const measuresOf = (terms: readonly Term[]): Set<Measure> =>
  new Set(terms.filter((term) => term.kind === 'measure').map((term) => term.id as Measure));

const binding: readonly Measure[] = ['growth', 'reduction', 'share'];

/** All ways of naming the indicators of a table; names without any word of their own are left out. */
export function variantsOf(rows: readonly IndicatorRow[], reader: TermReader): Variant[] {
  return rows
    .flatMap((row) => [
      ...[row.vi, ...row.synonyms].map((name, at) => ({
        ...variantOf(row, name, reader.read(name)),
        isOfficial: at === 0,
      })),
      ...row.abbr.map((name) => ({
        ...variantOf(row, name, reader.read(name)),
        isShort: true,
        capitals: name.length <= 2 ? name : null,
      })),
      ...[row.en, ...(row.enSynonyms ?? [])].map((name) => variantOf(row, name, englishTerms(name))),
    ])
    .filter((variant) => variant.strong.length > 0);
}

const isPlainSyllable = (term: string | undefined): boolean => /^[a-z]+$/.test(term ?? '');

function variantOf(row: IndicatorRow, name: string, terms: readonly Term[]): Variant {
  const measures = measuresOf(terms);
  const needs = binding.filter((measure) => measures.has(measure));
  const strong = comparedTerms(terms);
  const isSlight = !terms.some((term) => term.kind === 'strong') || (strong.length === 1 && isPlainSyllable(strong[0]));
  const whole = isSlight ? wholeOf(name) : null;
  return { row, strong, needs, weak: weakTerms(terms), whole, isShort: false, capitals: null, isOfficial: false };
}

export const weakTerms = (terms: readonly Term[]): string[] => [
  ...new Set(terms.filter((term) => term.kind === 'weak').map((term) => term.id)),
];

/** A text as its folded syllables with a blank around each, for finding one inside another. */
export const wholeOf = (text: string): string =>
  ` ${syllables(text)
    .map((word) => foldedSyllable(word.text))
    .join(' ')} `;

/** Variants by their compared terms. */
export function variantsByTerms(variants: readonly Variant[]): Map<string, Variant[]> {
  const byTerms = new Map<string, Variant[]>();
  for (const variant of variants) {
    const id = variant.strong.join(' ');
    const bucket = byTerms.get(id);
    if (bucket === undefined) byTerms.set(id, [variant]);
    else bucket.push(variant);
  }
  return byTerms;
}
