import { presence, textTerms, textWords } from '../tools/text-terms.ts';
import { fold } from '../vietnamese/fold.ts';

/** Tells for a title, 0..1, which share of the words of a topic it has; 0 for a topic without words. */
export function topicWords(topic: string): (title: string) => number {
  const terms = textTerms(topic);
  return (title) => {
    const letters = withOneI(fold(title));
    // Most titles of a large corpus have none of them, and taking a title apart takes long.
    if (!terms.some(({ folded, isNumber }) => isNumber || letters.includes(withOneI(folded)))) return 0;
    const words = textWords(title);
    return terms.reduce((sum, term) => sum + presence(term, words), 0) / terms.length;
  };
}

/** "quy" and "qui" are one syllable. */
const withOneI = (folded: string): string => folded.replaceAll('y', 'i');
