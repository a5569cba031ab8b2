/** Latin with Vietnamese letters and common punctuation, all one column wide: no need to look at each character. */
const narrowOnly = /^[\u0020-\u007e\u00a0-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2264\u2265]*$/;
const wide =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const invisible = /^[\p{M}\p{Cf}\p{Cc}]*$/u;
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Columns a text takes in a font of fixed width: 1 a letter however many marks it carries, 2 for East Asian characters and emoji. */
export function displayWidth(text: string): number {
  if (narrowOnly.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** Characters as a reader sees them, each with its width in columns. */
export function* measuredGraphemes(text: string): Generator<{ text: string; width: number }> {
  for (const { segment } of graphemes.segment(text)) yield { text: segment, width: graphemeWidth(segment) };
}

function graphemeWidth(grapheme: string): number {
  if (narrowOnly.test(grapheme)) return grapheme.length;
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}
