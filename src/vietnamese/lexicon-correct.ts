import type { Corrector } from './lexicon-terms.ts';
import { isPossibleSyllable, isWithinOneEdit } from './typo.ts';

/**
 * Mends a syllable that cannot be Vietnamese ("ngeo") to the one of a vocabulary that is one slip away: the only one, or from four letters on
 * the first that begins alike. Names in capitals are left alone.
 */
export function createCorrector(vocabulary: ReadonlySet<string>): Corrector {
  const words = [...vocabulary].filter((word) => /^[a-z]{3,}$/.test(word) && isPossibleSyllable(word));
  return (syllable, written) => {
    const isName = written.charAt(0) !== written.charAt(0).toLowerCase();
    if (isName || syllable.length < 3 || vocabulary.has(syllable) || !/^[a-z]+$/.test(syllable)) return syllable;
    if (isPossibleSyllable(syllable)) return syllable;
    const meant = words.filter((word) => isWithinOneEdit(syllable, word));
    if (meant.length === 1) return meant[0] ?? syllable;
    return (syllable.length > 3 && meant.find((word) => word.startsWith(syllable.slice(0, 2)))) || syllable;
  };
}
