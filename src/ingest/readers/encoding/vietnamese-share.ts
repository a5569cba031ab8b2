const initial = '(?:ngh|ng|nh|ph|th|tr|ch|kh|gh|gi|qu|[bcdđghklmnprstvx])?';
const nucleus = '(?:uyê|iê|yê|ươ|uô|uyu|uy|uâ|uê|uơ|oă|oo|oa|oe|ua|ưa|ia|ya|[aăâeêioôơuưy])';
const final = '(?:ng|nh|ch|[cmnptoui]|y)?';
const syllable = new RegExp(`^${initial}${nucleus}${final}$`, 'u');
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const sampleLength = 40_000;

/** How many of the words with marks in a text are Vietnamese syllables (0..1), and how many such words there are. */
export function vietnameseShare(text: string): { share: number; words: number } {
  const words = (text.slice(0, sampleLength).match(/[^\s\d,.;:()"“”/%-]+/gu) ?? []).filter((word) =>
    /[^\0-\x7f]/.test(word),
  );
  if (words.length === 0) return { share: 0, words: 0 };
  const right = words.filter(isSyllable).length;
  return { share: right / words.length, words: words.length };
}

/** Built as a Vietnamese syllable is: first consonant, vowels, last consonant. */
export function isSyllable(word: string): boolean {
  const bare = word.toLowerCase().normalize('NFD').replace(tones, '').normalize('NFC');
  return syllable.test(bare);
}
