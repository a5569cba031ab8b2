import { fold } from '../vietnamese/fold.ts';
import { canonicalSyllable, foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import { emptyPhrases, namePhrases } from './name-phrases.ts';
import { fillerLength, typedSyllables } from './question-words.ts';
import { classOfTokens, type WordClass } from './word-classes.ts';

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
};

const share: Readonly<Record<WordClass, number>> = { empty: 0, weak: 0.3, light: 0.5, plain: 1, scope: 1, contrast: 1 };

const entriesOf = (table: string): string[] =>
  table
    .split(/\n|·/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

type Phrase = { syllables: string[]; tokens: string[] };

const phrasesByFirst = makePhrases();
const classes = makeClasses();

function makePhrases(): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const entry of [...entriesOf(namePhrases), ...entriesOf(emptyPhrases)]) {
    const [written = '', tokens = ''] = entry.split(' = ');
    const parts = syllables(written).map(({ text }) => foldedSyllable(text));
    const list = byFirst.get(parts[0] ?? '') ?? [];
    list.push({ syllables: parts, tokens: tokens === '' ? [] : tokens.split(' ') });
    byFirst.set(parts[0] ?? '', list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.syllables.length - a.syllables.length);
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

/** The same of what a question asks for, without its words of asking and politeness. */
export function askedWords(text: string): NameWord[] {
  const typed = typedSyllables(syllables(text));
  return wordsOf(text, (at) => fillerLength(typed, at));
}

/** `skipped` tells how many syllables from a place say nothing; a known phrase that is as long wins. */
function wordsOf(text: string, skipped: (at: number) => number): NameWord[] {
  const found = syllables(text.toLowerCase());
  const folded = found.map(({ text: syllable }) => numberToken(syllable) ?? foldedSyllable(syllable));
  const words: NameWord[] = [];
  for (let at = 0; at < found.length; ) {
    const phrase = phraseAt(folded, at);
    const skip = skipped(at);
    if (phrase !== null && phrase.syllables.length >= skip) {
      for (const token of phrase.tokens) words.push(phraseWord(token));
      at += phrase.syllables.length;
    } else if (skip > 0) {
      at += skip;
    } else {
      words.push(singleWord(found[at]?.text ?? '', folded[at] ?? ''));
      at++;
    }
  }
  return withPlainNumerals(words);
}

function phraseAt(folded: readonly string[], at: number): Phrase | null {
  const candidates = phrasesByFirst.get(folded[at] ?? '') ?? [];
  return candidates.find((phrase) => phrase.syllables.every((part, index) => folded[at + index] === part)) ?? null;
}

function phraseWord(token: string): NameWord {
  const kind = classes.get(token) ?? 'plain';
  const weight = share[kind] * token.split('_').length;
  return { token, accented: null, kind, weight, isNumber: false };
}

function singleWord(text: string, token: string): NameWord {
  const isNumber = /^\d/.test(token);
  const kind = isNumber ? 'light' : (classes.get(token) ?? 'plain');
  const accented = fold(text) === text ? null : canonicalSyllable(text);
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
