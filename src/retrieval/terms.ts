import { canonicalSyllable, foldedSyllable, syllables } from '../vietnamese/syllables.ts';

/** The two forms a token is known by: one spelling with its diacritics, and without any. */
export type Term = { accented: string; folded: string };

/** Dots that group thousands: "3.505" and "1.234.567,5", but not "7.5" or "15.2023". */
const groupedNumber = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/** Both forms of one token. A number stands without its dots, so that "3505" finds "3.505". */
export function termOf(token: string): Term {
  if (groupedNumber.test(token)) {
    const plain = token.replaceAll('.', '');
    return { accented: plain, folded: plain };
  }
  return { accented: canonicalSyllable(token), folded: foldedSyllable(token) };
}

/** The tokens of a text in order, as written. */
export function tokensOf(text: string): string[] {
  return syllables(text.normalize('NFC')).map((syllable) => syllable.text);
}
