import { fold } from '../vietnamese/fold.ts';
import { foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import { isPossibleSyllable, isWithinOneEdit } from '../vietnamese/typo.ts';

/** Mends typing slips in the words of a question. */
export type Speller = (text: string) => string;

const shortest = 3;

/**
 * Mends syllables that cannot be Vietnamese ("ngèo", "rừg") to the one known syllable a single slip away; possible ones, names in
 * capitals and those with several near ones stay. `known` are folded syllables, `isShortForm` tells abbreviations.
 */
export function createSpeller(known: ReadonlySet<string>, isShortForm: (word: string) => boolean): Speller {
  const words = [...known].filter((word) => /^[a-z]{2,7}$/.test(word) && isPossibleSyllable(word));
  const mended = new Map<string, string>();
  const mend = (folded: string): string => {
    const near = words.filter((word) => isWithinOneEdit(folded, word));
    const alike = near.filter((word) => word[0] === folded[0]);
    return (alike.length === 1 ? alike[0] : near.length === 1 ? near[0] : closest(alike, folded)) ?? folded;
  };
  return (text) => {
    let result = '';
    let from = 0;
    for (const { text: syllable, start, end } of syllables(text)) {
      const folded = foldedSyllable(syllable);
      if (!isSlip(syllable, folded) || known.has(folded) || isShortForm(syllable)) continue;
      const meant = mended.get(folded) ?? mend(folded);
      mended.set(folded, meant);
      result += text.slice(from, start) + meant;
      from = end;
    }
    return result + text.slice(from);
  };
}

const isSlip = (syllable: string, folded: string): boolean =>
  folded.length >= shortest &&
  /^[a-z]+$/.test(folded) &&
  syllable === syllable.toLowerCase() &&
  !isPossibleSyllable(fold(syllable));

/** A letter left out is the most frequent slip: prefer the longer word with the same letters in order. */
const closest = (words: readonly string[], folded: string): string | undefined => {
  const longer = words.filter((word) => word.length === folded.length + 1);
  return longer.length === 1 ? longer[0] : undefined;
};
