import { englishTerms } from './english.ts';
import type { IndicatorRow } from './lexicon-table.ts';
import type { Measure, Term, TermReader } from './lexicon-terms.ts';

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
export function variantsOf(rows: readonly IndicatorRow[], readTerms: TermReader): Variant[] {
  return rows
    .flatMap((row) => [
      ...[row.vi, ...row.synonyms].map((name, at) => variantOf(row, readTerms(name), { isOfficial: at === 0 })),
      ...row.abbr.map((name) => ({
        ...variantOf(row, readTerms(name), { isOfficial: false }),
        isShort: true,
        capitals: name.length <= 2 ? name : null,
      })),
      ...[row.en, ...(row.enSynonyms ?? [])].map((name) => variantOf(row, englishTerms(name), { isOfficial: false })),
    ])
    .filter((variant) => variant.strong.length > 0);
}

function variantOf(row: IndicatorRow, terms: readonly Term[], { isOfficial }: { isOfficial: boolean }): Variant {
  const measures = measuresOf(terms);
  const needs = binding.filter((measure) => measures.has(measure));
  return { row, strong: comparedTerms(terms), needs, isShort: false, capitals: null, isOfficial };
}

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
