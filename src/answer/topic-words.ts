import { presence, textTerms, textWords } from '../tools/text-terms.ts';

/** 0..1: share of the words of a topic that a title has; 0 for a topic without words. */
export function topicWords(topic: string, title: string): number {
  const terms = textTerms(topic);
  const words = textWords(title);
  const found = terms.reduce((sum, term) => sum + presence(term, words), 0);
  return terms.length === 0 ? 0 : found / terms.length;
}
