import { remembered } from './remembered.ts';
import { endOfLetters } from './syllables.ts';

const onset = '(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)';
/** Rimes by what may stand behind the vowel; vowels keep their quality, tones are off. */
const open =
  'a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iu|iêu|o|oa|oai|oay|oao|oe|oi|ô|ôi|ơ|ơi|u|ua|uây|uê|ui|uôi|uơ|uy|uya|uyu|ư|ưa|ưi|ưu|ươi|ươu|y|yêu';
const nasal =
  '(?:[aăâeêioôơuưy]|iê|yê|oa|oă|oe|uâ|uô|ươ)[mn]|(?:[aăâeoôuư]|iê|yê|oa|oă|oo|uô|ươ)ng|(?:a|ê|i|oa|uê|uy)nh|uyên';
const stop =
  '(?:[aăâeoôuưi]|iê|oa|oă|uô|ươ)c|(?:a|ê|i|oa|uê|uy)ch|(?:[aăâeêioôơuư]|iê|uy|ươ)p|(?:[aăâeêioôơuưy]|iê|yê|oa|oă|oe|uâ|uô|ươ|uyê|uy)t';
/** A syllable without its tone, and one that ends in a stop: those carry sắc or nặng only. */
const whole = new RegExp(`^${onset}?(?:${open}|${nasal}|${stop})$`);
const stopped = new RegExp(`(?:${stop})$`);
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether lower-case letters are one Vietnamese syllable by its spelling rules, tone and vowel marks included. */
export const isSyllable = remembered(hasSpellingOfSyllable);

function hasSpellingOfSyllable(letters: string): boolean {
  const marked = letters.normalize('NFD');
  const tones = marked.match(toneMarks) ?? [];
  if (tones.length > 1) return false;
  const plain = marked.replace(toneMarks, '').normalize('NFC');
  if (!whole.test(plain)) return false;
  return !stopped.test(plain) || tones[0] === '\u0301' || tones[0] === '\u0323';
}

/** A word of a language without marks, an abbreviation or a name is left alone. */
const marked = /[à-ỹđ]/u;
const shortestPair = 5;
const longestPair = 14;
/** Words without marks that stand before figures. */
const plainBefore = /^(?:cho|trong|theo|sau|qua)$/;

/**
 * Where a blank was lost inside a word of a text, as pages lose them where a line once ended: "nướchợp" → between "nước" and "hợp",
 * "đạt88" → before the number. Offsets in order; a word that can be parted in two ways, or in none, gives none.
 */
export function lostBlanks(text: string): number[] {
  const found: number[] = [];
  for (let at = 0, end = 0; at < text.length; at = end + 1) {
    end = endOfLetters(text, at);
    const length = end - at;
    const isBeforeDigit = isDigit(text.charCodeAt(end));
    const mayBePair = length >= shortestPair && length <= longestPair;
    if (length < 2 || !(mayBePair || isBeforeDigit)) continue;
    const word = text.slice(at, end);
    if (mayBePair && isNoSyllable(word)) {
      const parting = partingOf(word.toLowerCase());
      if (parting === null) continue;
      found.push(at + parting);
      if (isBeforeDigit) found.push(end);
    } else if (isBeforeDigit && standsBeforeFigures(word)) found.push(end);
  }
  return found;
}

/** A word with marks that no syllable is spelt like. */
const isNoSyllable = remembered((written) => {
  const word = written.toLowerCase();
  return word.length === written.length && marked.test(word) && !isSyllable(word);
});

const standsBeforeFigures = remembered((written) => {
  const word = written.toLowerCase();
  return word.length === written.length && (plainBefore.test(word) || (marked.test(word) && isSyllable(word)));
});

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function partingOf(word: string): number | null {
  let found: number | null = null;
  for (let at = 1; at < word.length; at++) {
    if (!isSyllable(word.slice(0, at)) || !isSyllable(word.slice(at))) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}
