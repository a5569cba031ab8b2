import { fold } from './fold.ts';
import { canonicalSyllable, type Syllable, syllables, withPlainY } from './syllables.ts';

/** A syllable with all that matching names needs to know of it. */
export type Token = {
  text: string;
  folded: string;
  start: number;
  end: number;
  /** First letter is a capital. */
  isCapital: boolean;
  /** Two or more letters, all capitals. */
  isAllCaps: boolean;
  isAccented: boolean;
  /** What stands between the token before and this one; null at the start of the text. */
  gap: string | null;
};

/** The tokens of a text; empty for a text without letters and digits. */
export function tokensOf(text: string): Token[] {
  const folded = fold(text);
  let end = -1;
  return syllables(text).map((syllable) => {
    const gap = end < 0 ? null : text.slice(end, syllable.start);
    end = syllable.end;
    return tokenOf(syllable, { folded: folded.slice(syllable.start, end), gap });
  });
}

function tokenOf(syllable: Syllable, { folded, gap }: { folded: string; gap: string | null }): Token {
  const { text } = syllable;
  const lower = text.toLowerCase();
  return {
    ...syllable,
    folded: withPlainY(folded),
    isCapital: text.charAt(0) !== lower.charAt(0),
    isAllCaps: text.length > 1 && text !== lower && text === text.toUpperCase(),
    isAccented: lower !== folded,
    gap,
  };
}

const inName = /^(?:[ \t\u00a0]{1,2}|\s?\n\s?|\s?[-–]\s?|\.\s?|['’])$/;

/** Whether two neighbours may belong to one name: a blank, a line break, a hyphen, a point ("TP.HCM") or an apostrophe between them. */
export const isJoined = (token: Token): boolean => token.gap !== null && inName.test(token.gap);

/** Whether a token agrees with a canonical spelling as far as it is accented: "Dak" fits đắk, "Đăk" does not. */
export const agrees = (token: Token, canonical: string): boolean =>
  !token.isAccented || canonicalSyllable(token.text) === canonical;

/** Whether people typed this without caring for capitals: nothing but abbreviations is capitalised behind the first word. */
export const isTypedLoosely = (tokens: readonly Token[]): boolean =>
  !tokens.some((token) => token.isAccented) ||
  !tokens.some((token, at) => at > 0 && token.isCapital && !token.isAllCaps && token.text.length > 1);
