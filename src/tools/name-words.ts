import { fold } from '../vietnamese/fold.ts';
import { canonicalSyllable, foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import { emptyPhrases, namePhrases } from './name-phrases.ts';
import { fillerLength, type TypedSyllable, typedSyllables } from './question-words.ts';
import { classOfTokens, markedWords, type WordClass } from './word-classes.ts';

/** One word of an indicator's name or of a question, phrases taken as one. */
export type NameWord = {
  /** Without diacritics, spellings made one: what is compared first. */
  token: string;
  /** With diacritics, spellings made one; null for phrases and for what was typed without. */
  accented: string | null;
  kind: WordClass;
  /** What it counts for: more syllables, more meaning. 0 for empty words. */
  weight: number;
  isNumber: boolean;
  /** One of several things that a name counts together: it need not be asked for. */
  isOptional?: boolean;
};

const share: Readonly<Record<WordClass, number>> = { empty: 0, weak: 0.3, light: 0.5, plain: 1, scope: 1, contrast: 1 };

const entriesOf = (table: string): string[] =>
  table
    .split(/\n|·/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

type Phrase = { accented: string[]; folded: string[]; tokens: string[] };

/** The marked spellings in which a syllable is of its class: "cả" says nothing, "cá" is fish. */
const marksOf = new Map<string, Set<string>>();
for (const word of markedWords.trim().split(/\s+/)) {
  const token = foldedSyllable(word);
  marksOf.set(token, new Set([...(marksOf.get(token) ?? []), canonicalSyllable(word)]));
}

const phrasesByFirst = makePhrases();
const classes = makeClasses();

function makePhrases(): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const entry of [...entriesOf(namePhrases), ...entriesOf(emptyPhrases)]) {
    const [written = '', tokens = ''] = entry.split(' = ');
    const parts = syllables(written).map(({ text }) => text);
    const folded = parts.map(foldedSyllable);
    const phrase = { accented: parts.map(canonicalSyllable), folded, tokens: tokens === '' ? [] : tokens.split(' ') };
    byFirst.set(folded[0] ?? '', [...(byFirst.get(folded[0] ?? '') ?? []), phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.folded.length - a.folded.length);
  return byFirst;
}

function makeClasses(): Map<string, WordClass> {
  const byToken = new Map<string, WordClass>();
  for (const [kind, tokens] of Object.entries(classOfTokens)) {
    for (const token of tokens.split(' ')) if (!byToken.has(token)) byToken.set(token, kind as WordClass);
  }
  return byToken;
}

/** The words of an indicator's name, in order; abbreviations must be written out already. Empty for no letters. */
export function nameWords(text: string): NameWord[] {
  return wordsOf(text, () => 0);
}

/** The words of names with abbreviations written out, each name taken apart once: documents name the same things again and again. */
export function rememberWords(writeOut: (text: string) => string): (name: string) => NameWord[] {
  const known = new Map<string, NameWord[]>();
  return (name) => {
    const words = known.get(name) ?? nameWords(writeOut(name));
    known.set(name, words);
    return words;
  };
}

/** The words of what a question asks for, without its words of asking and politeness. */
export function askedWords(text: string): NameWord[] {
  return wordsOf(text.replace(howMany, ' '), fillerLength);
}

/** "đón bao nhiêu lượt khách": asked for in the middle of a phrase, which stays a phrase. */
const howMany = /(?<!\p{L})(?:bao nhiêu|bao nhieu|bnhi[eê]u|bnhiu|bn)(?!\p{L})/giu;

/** `skipped` tells how many syllables from a place say nothing; a known phrase that is as long wins. */
function wordsOf(text: string, skipped: (typed: readonly TypedSyllable[], at: number) => number): NameWord[] {
  const found = syllables(text.toLowerCase());
  const typed = typedSyllables(found).map((syllable) => ({
    ...syllable,
    folded: numberToken(syllable.folded) ?? syllable.folded,
  }));
  const words: NameWord[] = [];
  for (let at = 0; at < found.length; ) {
    const phrase = phraseAt(typed, at);
    const skip = skipped(typed, at);
    if (phrase !== null && phrase.folded.length >= skip) {
      for (const token of phrase.tokens) words.push(phraseWord(token));
      at += phrase.folded.length;
    } else if (skip > 0) {
      at += skip;
    } else {
      words.push(singleWord(found[at]?.text ?? '', typed[at]?.folded ?? ''));
      at++;
    }
  }
  return withPlainNumerals(words);
}

function phraseAt(typed: readonly TypedSyllable[], at: number): Phrase | null {
  const candidates = phrasesByFirst.get(typed[at]?.folded ?? '') ?? [];
  return candidates.find((phrase) => isPhraseAt(phrase, typed, at)) ?? null;
}

/** Typed with marks a phrase must have just these ("trong" is not "trồng"); "trong" typed without is the small word. */
function isPhraseAt(phrase: Phrase, typed: readonly TypedSyllable[], at: number): boolean {
  const { accented, folded } = phrase;
  const isHere = folded.every((part, index) => {
    const syllable = typed[at + index];
    if (syllable?.folded !== part) return false;
    if (syllable.accented !== null) return folded.length > 1 || syllable.accented === accented[index];
    return folded.length > 1 || accented[index] === part || (!syllable.isSpelled && part !== 'trong');
  });
  return isHere && !isOtherWords(phrase, typed, at);
}

/** "tuyến quận" is not "tuyển quân": one slip of a mark is forgiven, not one in every syllable. */
const isOtherWords = ({ accented, folded }: Phrase, typed: readonly TypedSyllable[], at: number): boolean =>
  folded.every((_, index) => {
    const written = typed[at + index]?.accented ?? null;
    return written !== null && written !== accented[index];
  });

function phraseWord(token: string): NameWord {
  const kind = classes.get(token) ?? 'plain';
  const weight = share[kind] * token.split('_').length;
  return { token, accented: null, kind, weight, isNumber: false };
}

function singleWord(text: string, token: string): NameWord {
  const isNumber = /^\d/.test(token);
  const accented = fold(text) === text ? null : canonicalSyllable(text);
  const isMeant = accented === null || (marksOf.get(token)?.has(accented) ?? true);
  const kind = isNumber ? 'light' : isMeant ? (classes.get(token) ?? 'plain') : 'plain';
  return { token, accented, kind, weight: share[kind], isNumber };
}

/** Numbers as compared: no leading zeros ("03" = "3"); null for a word. */
function numberToken(syllable: string): string | null {
  if (!/^\d/.test(syllable)) return null;
  return syllable.replace(/^0+(?=\d)/, '');
}

/** Small numbers and Roman numerals that name a part ("khu vực hai", "KV II"), as digits. */
const numerals: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };

/** Words with Roman numerals after "khu vực" read as digits. */
function withPlainNumerals(words: readonly NameWord[]): NameWord[] {
  return words.map((word, at) => {
    const digit = words[at - 1]?.token === 'khu_vuc' ? numerals[word.token] : undefined;
    return digit === undefined
      ? word
      : { ...word, token: digit, accented: null, kind: 'light', weight: 0.5, isNumber: true };
  });
}
