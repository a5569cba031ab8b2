import { expandAbbreviations, findAbbreviations } from '../vietnamese/abbreviations.ts';
import { foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import type { Language } from './language.ts';
import { emptyPhrases, namePhrases } from './name-phrases.ts';
import type { AskedReader } from './read-asked.ts';
import { createSpeller, type Speller } from './spelling.ts';

/** What reads the words of questions: abbreviations written out, typing slips mended, indicators known by the vocabulary. */
export function createReader({ lexicon, abbreviations }: Language): AskedReader {
  let speller: Speller | null = null;
  const isShortForm = (word: string): boolean => findAbbreviations(word, abbreviations).length > 0;
  return {
    lexicon,
    writeOut: (text) => expandAbbreviations(text, abbreviations),
    mend: (text) => {
      speller ??= createSpeller(knownSyllables(lexicon), isShortForm);
      return speller(text);
    },
  };
}

/** Abbreviations written out in a name as documents write it. */
export const nameWriter =
  ({ abbreviations }: Language) =>
  (name: string): string =>
    expandAbbreviations(name, abbreviations, { asked: false });

/** The syllables that names of indicators are made of, folded. */
function knownSyllables(lexicon: Language['lexicon']): Set<string> {
  const names = lexicon.entries().flatMap(({ vi, synonyms }) => [vi, ...synonyms]);
  const texts = [...names, namePhrases, emptyPhrases];
  return new Set(texts.flatMap((text) => syllables(text).map(({ text: syllable }) => foldedSyllable(syllable))));
}
