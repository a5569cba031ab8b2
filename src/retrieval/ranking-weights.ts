/**
 * Every constant of ranking by words, in one place. Chosen on xquad-vi and mlqa-vi-dev, with and without diacritics, as round numbers in
 * the middle of a flat top: one configuration for all (test/retrieval/benchmark.test.ts holds the floors).
 */
export const rankingWeights = {
  /** BM25: how soon repeats of a term stop counting, and how much long texts are held back. */
  k1: 1.2,
  b: 0.75,
  /** A term typed with its diacritics: the exact spelling, and any spelling that folds to the same. */
  accentedTerm: 1,
  foldedTerm: 0.2,
  /** A term typed without diacritics can only be matched folded. */
  bareTerm: 1,
  /** Two neighbouring terms of the question that stand side by side: Vietnamese words are mostly two syllables. */
  accentedPair: 0.3,
  foldedPair: 0.2,
  barePair: 0.5,
  /** Words that ask ("bao nhiêu", "ở đâu") are rare in directives and would count as if they were the topic. */
  questionWord: 0.5,
  /** A term with a capital inside the question: what is asked is mostly about a name. */
  name: 1.4,
  /** How much of the question stands within so many syllables. */
  windows: [
    { syllables: 15, weight: 0.3 },
    { syllables: 50, weight: 0.3 },
  ],
  /** A term that no text holds stands for those one typing slip away. */
  typo: 0.5,
  /** A term that the passage lacks and the title of its directive has ("Cao Bằng" above a table of Cao Bằng's targets). */
  title: 0.4,
  /** Share of nearness of vectors in the merged score, by the kind of embedding; the rest is words. */
  meaning: { lexical: 0.02, semantic: 0.5 },
} as const;
