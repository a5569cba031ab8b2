import { type AbbreviationTable, expandAbbreviations, findAbbreviations } from '../vietnamese/abbreviations.ts';
import { fold, hasDiacritics } from '../vietnamese/fold.ts';
import { foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import type { Language } from './language.ts';
import { emptyPhrases, namePhrases } from './name-phrases.ts';
import { fillerPhrases } from './question-words.ts';
import type { AskedReader } from './read-asked.ts';
import { createSpeller, pairsOf, type Speller } from './spelling.ts';

/** What reads the words of questions: abbreviations written out, typing slips mended, indicators known by the vocabulary. */
export function createReader({ lexicon, abbreviations }: Language): AskedReader {
  let speller: Speller | null = null;
  const typing = typingTables(abbreviations.typing);
  const isShortForm = (word: string): boolean => findAbbreviations(word, abbreviations).length > 0;
  return {
    lexicon,
    writeOut: (text) => {
      const written = expandAbbreviations(text, abbreviations);
      return isBare(text) ? fold(written) : written;
    },
    writeOutTyping: (text) => expandAbbreviations(text, hasDiacritics(text) ? typing.marked : typing.bare),
    mend: (text) => {
      speller ??= createSpeller({ ...knownWords(lexicon), isShortForm });
      return speller(text);
    },
  };
}

/** Typed without marks throughout; short forms in capitals alone are typed no way. */
const isBare = (text: string): boolean => !hasDiacritics(text) && /\p{Ll}{2}/u.test(text);

/** In a message without marks the words written out have none either, so that it stays a message without marks. */
function typingTables(typing: Language['abbreviations']['typing']): {
  marked: AbbreviationTable;
  bare: AbbreviationTable;
} {
  const bare = Object.fromEntries(Object.entries(typing).map(([form, meaning]) => [form, fold(meaning)]));
  return { marked: { abbreviations: {}, typing }, bare: { abbreviations: {}, typing: bare } };
}

/** Abbreviations written out in a name as documents write it. */
export const nameWriter =
  ({ abbreviations }: Language) =>
  (name: string): string =>
    expandAbbreviations(name, abbreviations, { asked: false });

/** The syllables that names of indicators are made of, and those that stand together in them, folded. */
function knownWords(lexicon: Language['lexicon']): { known: Set<string>; pairs: Set<string> } {
  const known = new Set<string>();
  const pairs = new Set<string>();
  const names = lexicon.entries().flatMap(({ vi, synonyms }) => [vi, ...synonyms]);
  for (const text of [...names, ...phrasesOf(namePhrases), ...phrasesOf(emptyPhrases), ...phrasesOf(fillerPhrases)]) {
    for (const { text: syllable } of syllables(text)) known.add(foldedSyllable(syllable));
    for (const pair of pairsOf(text)) pairs.add(pair);
  }
  return { known, pairs };
}

const phrasesOf = (table: string): string[] => table.split(/\n|·/).map((entry) => entry.split(' = ')[0] ?? '');
