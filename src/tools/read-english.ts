import { englishTerms, inVietnamese, isEnglish } from '../vietnamese/english.ts';
import { fold, hasDiacritics } from '../vietnamese/fold.ts';
import type { Lexicon } from '../vietnamese/lexicon.ts';
import { isPossibleSyllable } from '../vietnamese/typo.ts';

type Vocabulary = { lexicon: Lexicon };

/** English by its small words, or by words of the vocabulary's English names that no Vietnamese syllable spells. */
export function looksEnglish(text: string, { lexicon }: Vocabulary): boolean {
  if (isEnglish(text)) return true;
  if (hasDiacritics(text)) return false;
  const names = englishNames(lexicon);
  const strange = englishTerms(text).filter(
    ({ id, kind }) => kind === 'strong' && id.length > 5 && names.has(id) && !isPossibleSyllable(id.slice(3)),
  );
  return strange.length >= 2;
}

const namesOf = new WeakMap<Lexicon, Set<string>>();

/** The words of all English names, as terms. */
function englishNames(lexicon: Lexicon): Set<string> {
  const known = namesOf.get(lexicon);
  if (known !== undefined) return known;
  const texts = lexicon.entries().flatMap(({ en, enSynonyms }) => [en, ...(enSynonyms ?? [])]);
  const names = new Set(texts.flatMap((text) => englishTerms(text).map(({ id }) => id)));
  namesOf.set(lexicon, names);
  return names;
}

/** Words that carry an English question and tell no indicator apart. */
const idleEnglish = new Set(
  'creat produc reach attain achiev provid make build ton tonn hectar household commun person km kilometr usd vnd dong mani money day by should plan set hav admit recruit meet complet open national assembly govern ministr council committe state agenc share'
    .split(' ')
    .map((word) => `en:${word}`),
);

/** A key read in a question counts from here on; below, the words fit too loosely. */
export const keyFrom = 0.65;

/**
 * What English words ask for, in Vietnamese word by word. Where a word is in no table, the official name of what the rest is an English
 * name of, if what it leaves are idle words; else unknown words stay as they are, so that they name what nobody set.
 */
export function fromEnglish(text: string, { lexicon }: Vocabulary): string {
  const translated = inVietnamese(text);
  if (translated.isWhole) return translated.text;
  const [best] = lexicon.find(`what is the ${text}`);
  const entry = best !== undefined && best.score >= keyFrom ? lexicon.entry(best.key) : null;
  const names = entry === null ? [] : [entry.en, ...(entry.enSynonyms ?? [])];
  const known = new Set(names.flatMap((name) => englishTerms(name).map(({ id }) => id)));
  const isNamed = englishTerms(text).every(
    ({ id, kind }) => kind !== 'strong' || known.has(id) || idleEnglish.has(id) || /\d/.test(id),
  );
  if (entry === null || !isNamed) return translated.text;
  const folded = fold(text);
  const up = /increase|grow|rise/.test(folded) ? 'tăng' : '';
  const down = /reduc|decrease|(?<![a-z])cut|fall/.test(folded) ? 'giảm' : '';
  return `${up} ${down} ${/percent|%/.test(folded) ? 'bao nhiêu %' : ''} ${entry.vi}`.trim();
}
