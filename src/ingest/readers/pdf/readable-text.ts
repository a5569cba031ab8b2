import { mendLegacyLetters } from '../encoding/decode-legacy.ts';
import { vietnameseShare } from '../encoding/vietnamese-share.ts';
import type { Word } from '../printed/printed-page.ts';

/** Fewer letters than this are a stamp or a page number, not the text of a page. */
export const fewestLetters = 40;

/** Words whose letters are those of an old Vietnamese font, mended; others as they are. */
export function mendedWords(words: readonly Word[]): Word[] {
  const text = words.map((word) => word.text).join(' ');
  const mended = mendLegacyLetters(text).split(' ');
  return mended.length === words.length
    ? words.map((word, at) => ({ ...word, text: mended[at] ?? word.text }))
    : [...words];
}

/** The words make sense: hardly a letter unknown, and those with marks are Vietnamese syllables. `isScan`: they lie under a picture. */
export function isReadable(
  words: readonly Word[],
  { letters, unknown, isScan }: { letters: number; unknown: number; isScan: boolean },
): boolean {
  const text = words.map((word) => word.text).join(' ');
  if (unknown > letters * 0.03) return false;
  const { share, words: judged } = vietnameseShare(text);
  if (judged >= 8 && share < (isScan ? 0.85 : 0.6)) return false;
  // Recognised without Vietnamese: hardly a mark where every second word has one.
  return !(isScan && words.length >= 20 && judged < words.length * 0.3);
}
