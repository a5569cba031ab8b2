import { fold } from './fold.ts';
import { remembered } from './remembered.ts';

export type Syllable = { text: string; start: number; end: number };

const tableSize = 0x2000;
const letterClass = 1;
const digitClass = 2;
const markClass = 3;

/** 1 letter, 2 digit, 3 combining mark, 0 other. */
const classTable = makeClassTable();

function makeClassTable(): Uint8Array {
  const table = new Uint8Array(tableSize);
  for (let code = 0; code < tableSize; code++) table[code] = classify(String.fromCharCode(code));
  return table;
}

function classify(char: string): number {
  if (/\p{L}/u.test(char)) return letterClass;
  if (/\p{Nd}/u.test(char)) return digitClass;
  return /\p{M}/u.test(char) ? markClass : 0;
}

const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < tableSize ? (classTable[code] ?? 0) : Number.isNaN(code) ? 0 : classify(text.charAt(at));
};

/**
 * The letters-or-digits tokens of a text with their offsets, in order; empty when there are none.
 * A number keeps its inner dots and commas ("3.505", "7,5"); letters and digits never share a token, so "15/KH-UBND" gives
 * 15, KH, UBND and "KV1" gives KV, 1.
 */
export function syllables(text: string): Syllable[] {
  const found: Syllable[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind !== letterClass && kind !== digitClass) {
      at++;
      continue;
    }
    const end = kind === letterClass ? endOfWord(text, at + 1) : endOfNumber(text, at + 1);
    found.push({ text: text.slice(at, end), start: at, end });
    at = end;
  }
  return found;
}

/** Where the letters end that begin at an offset; the offset itself where none does. */
export function endOfLetters(text: string, from: number): number {
  let at = from;
  while (classAt(text, at) === letterClass) at++;
  return at;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  for (let kind = classAt(text, at); kind === letterClass || kind === markClass; kind = classAt(text, at)) at++;
  return at;
}

function endOfNumber(text: string, from: number): number {
  let at = from;
  while (classAt(text, at) === digitClass || (isSeparator(text, at) && classAt(text, at + 1) === digitClass)) at++;
  return at;
}

const isSeparator = (text: string, at: number): boolean => text[at] === '.' || text[at] === ',';

const toneMarks = '\u0300\u0301\u0303\u0309\u0323';
const toneOf = (mark: string): string => String(toneMarks.indexOf(mark) + 1);

type Toned = { base: string; tone: string };
const tonedLetters = makeTonedLetters();

function makeTonedLetters(): Map<string, Toned> {
  const letters = new Map<string, Toned>();
  for (const vowel of 'aăâeêioôơuưy') {
    for (const mark of toneMarks) letters.set((vowel + mark).normalize('NFC'), { base: vowel, tone: toneOf(mark) });
  }
  return letters;
}

/** y alone after a consonant (or qu) is written i as often: tỷ/tỉ, kỹ/kĩ, lý/lí, quý/quí. */
const finalY = /^(?:[bcdđghklmnpqrstvx]{1,3}|qu)y$/;

/** Lower-case letters of a syllable with that y written i. */
export const withPlainY = (letters: string): string =>
  letters.endsWith('y') && finalY.test(letters) ? `${letters.slice(0, -1)}i` : letters;

/**
 * One spelling for a syllable however its tone is placed (hoà = hòa, thuý = thúy) and however y/i is chosen (tỷ = tỉ):
 * lower case, vowels keep their quality (â, ê, ơ …), the tone stands behind as a digit 1–5. For terms, never for print.
 */
export const canonicalSyllable = remembered(toCanonical);

function toCanonical(syllable: string): string {
  let letters = '';
  let tone = '';
  for (const letter of syllable.normalize('NFC').toLowerCase()) {
    const toned = tonedLetters.get(letter);
    letters += toned === undefined ? letter : toned.base;
    if (toned !== undefined) tone = toned.tone;
  }
  return withPlainY(letters) + tone;
}

/** The same without any diacritics: folded, with y/i made one ("Tỷ" and "ti" → "ti"). */
export const foldedSyllable = (syllable: string): string => withPlainY(fold(syllable));
