import { fold, hasDiacritics } from './fold.ts';
import { cleanMessage } from './normalize.ts';
import { parseNumberWords } from './number-words.ts';

/** A message as the parsers of time read it. `lower` has the length of `shown`, so that offsets fit both. */
export type PhraseText = { shown: string; lower: string; isAccented: boolean };

export function phraseText(text: string): PhraseText {
  const shown = cleanMessage(text);
  const lower = shown.toLowerCase();
  const sameLength = lower.length === shown.length ? lower : [...shown].map(lowerIfSameLength).join('');
  return { shown, lower: sameLength, isAccented: hasDiacritics(shown) };
}

const lowerIfSameLength = (letter: string): string =>
  letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter;

/** The letters of Vietnamese and its Latin neighbours. The pattern engine takes some twenty times as long to prepare `\p{L}`, which stands behind many words. */
const letters = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ';

/**
 * The pattern with each word that carries marks also read without any ("tuần" matches "tuần" and "tuan", never "tuân"); `withEdges` keeps it
 * from beginning or ending inside a word or number.
 */
export function phrase(source: string): RegExp {
  return new RegExp(`(?<![${letters}\\d])(?:${marksOptional(source)})(?![${letters}\\d])`, 'gu');
}

/** As `phrase`, for the text before something: it must end where the text ends. */
export function phraseBefore(source: string): RegExp {
  return new RegExp(`(?<![${letters}\\d])(?:${marksOptional(source)})$`, 'u');
}

/** As `phrase`, for the text after something: it must begin where the text begins. */
export function phraseAfter(source: string): RegExp {
  return new RegExp(`^(?:${marksOptional(source)})(?![${letters}\\d])`, 'u');
}

/**
 * The source with each marked word also read without marks, but for words behind "~". A word that closes an alternative ends there: "hộ" does
 * not match the beginning of "họp" typed without marks.
 */
export function marksOptional(source: string): string {
  const spelled = source.replace(/(?:\\|~)?\p{Ll}+(?:(?=[|)])()|)/gu, (run, closes: string | undefined) => {
    if (run.startsWith('\\')) return run;
    const word = run.replace(/^~/, '');
    const either = run === word && hasDiacritics(word) ? `(?:${word}|${fold(word)})` : word;
    return closes === undefined ? either : `${either}(?!\\p{L})`;
  });
  return spelled.replaceAll('\\p{L}', `[${letters}]`);
}

const numberWord = '(?:một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|lăm|trăm|linh|lẻ)';

/** A whole number, in digits or words. */
export const numberSource = `(?:\\d{1,4}|${numberWord}(?: ${numberWord}){0,4})`;

/** The value of what `numberSource` matched; null when the words are no number. */
export function readNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : parseNumberWords(text);
}

/** Words without marks that mean something else in an accented text: sang (over to), toi, dem, thu (to collect). */
export function isSlip(word: string, text: PhraseText): boolean {
  return text.isAccented && /^(?:sang|toi|dem|thu|mot)(?!\p{L})/u.test(word);
}
