import { hasDiacritics } from '../vietnamese/fold.ts';
import { foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import { isPossibleSyllable, isWithinOneEdit } from '../vietnamese/typo.ts';
import type { Catalog } from './catalog.ts';
import { fillerLength, typedSyllables } from './question-words.ts';

/** The syllables that names of stored figures are made of, and which stand beside each other in them ("giai ngan"), folded. */
type Vocabulary = { words: readonly string[]; pairs: ReadonlySet<string> };

const vocabularies = new WeakMap<Catalog, Vocabulary>();
const longestGuessed = 40;
const shortest = 3;

/**
 * The words as they were most likely meant, judged by what stands beside what in the names of stored figures: letters swapped, left out or
 * doubled ("xuat khua"), a blank lost ("daotao"). Null where nothing is changed. A guess: whoever uses it says so.
 */
export function guessSpelling(text: string, catalog: Catalog): string | null {
  const found = syllables(text);
  if (found.length > longestGuessed) return null;
  const vocabulary = vocabularyOf(catalog);
  const typed = found.map(({ text: syllable }) => foldedSyllable(syllable));
  const asking = typedSyllables(found);
  let result = '';
  let from = 0;
  for (const [at, { text: syllable, start, end }] of found.entries()) {
    const own = typed[at] ?? '';
    // What is spelled with its marks, or asks, was meant as it stands: "đã" is no slip of "do".
    const isMeant = isPossibleSyllable(own) && (hasDiacritics(syllable) || fillerLength(asking, at) > 0);
    const beside = { before: typed[at - 1] ?? '', after: typed[at + 1] ?? '' };
    const guess = isMeant ? null : meant(own, beside, vocabulary);
    if (guess === null) continue;
    typed[at] = guess.split(' ').at(-1) ?? guess;
    result += text.slice(from, start) + guess;
    from = end;
  }
  return from === 0 ? null : result + text.slice(from);
}

type Beside = { before: string; after: string };

function meant(own: string, { before, after }: Beside, { words, pairs }: Vocabulary): string | null {
  if (own.length < shortest || !/^[a-z]+$/.test(own)) return null;
  if (pairs.has(`${before} ${own}`) || pairs.has(`${own} ${after}`)) return null;
  const fits = (first: string, last: string): number =>
    Number(pairs.has(`${before} ${first}`)) + Number(pairs.has(`${last} ${after}`));
  const parted = isPossibleSyllable(own) ? [] : partings(own).filter(([left, right]) => pairs.has(`${left} ${right}`));
  const near = words.filter((word) => word !== own && isWithinOneEdit(own, word) && fits(word, word) > 0);
  const guesses = [
    ...parted.map(([left, right]) => ({ text: `${left} ${right}`, fit: 1 + fits(left, right) })),
    ...near.map((word) => ({ text: word, fit: fits(word, word) + (isSwapped(own, word) ? 0.5 : 0) })),
  ].sort((a, b) => b.fit - a.fit);
  const [best, next] = guesses;
  if (best === undefined || best.fit === next?.fit) return null;
  // A word that can be one by itself is changed only where both its neighbours say so.
  return isPossibleSyllable(own) && best.fit < 2 && before !== '' && after !== '' ? null : best.text;
}

const partings = (word: string): [string, string][] =>
  Array.from({ length: Math.max(0, word.length - 2) }, (_, at): [string, string] => [
    word.slice(0, at + 1),
    word.slice(at + 1),
  ]).filter(([left, right]) => isPossibleSyllable(left) && isPossibleSyllable(right));

const isSwapped = (left: string, right: string): boolean =>
  left.length === right.length && [...left].sort().join('') === [...right].sort().join('');

function vocabularyOf(catalog: Catalog): Vocabulary {
  const known = vocabularies.get(catalog);
  if (known !== undefined) return known;
  const words = new Set<string>();
  const pairs = new Set<string>();
  const names = new Set(
    catalog.directives.flatMap(({ id }) => catalog.targetsOf(id).map(({ target }) => target.indicator)),
  );
  for (const name of names) {
    const parts = syllables(name).map(({ text }) => foldedSyllable(text));
    for (const [at, part] of parts.entries()) {
      if (/^[a-z]{2,7}$/.test(part)) words.add(part);
      if (at > 0) pairs.add(`${parts[at - 1]} ${part}`);
    }
  }
  const vocabulary = { words: [...words], pairs };
  vocabularies.set(catalog, vocabulary);
  return vocabulary;
}
