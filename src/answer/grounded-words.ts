/** Words that bind and assert nothing; a model may add them. */
const glue = new Set('văn bản nêu rằng gồm là và theo các những về của để thì cụ thể sau'.split(' '));

/** Leaving one of these out would turn a sentence round. */
const turning = new Set(
  'không chưa chẳng chớ đừng cấm trừ ngoài ngoại tránh thôi dừng ngừng bỏ hủy huỷ bãi hoãn nghiêm hạn trước sau dưới trên nếu khi chỉ'.split(
    ' ',
  ),
);

const numberWords =
  /(?<!\p{L})(?:mươi|mười|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|phần trăm|hai|ba|bốn|sáu|bảy|tám|chín|rưỡi|gấp|một phần)(?!\p{L})/iu;

/** Anything that could be markup, a link, a mention or a figure. */
const strange = /[^\p{L}\p{M}\s,;:.()“”"'–-]|[.:]\S|\S[.:]\S/u;

const mostSkipped = 4;
const fewestWords = 3;
const turningBefore = 4;

/** A quote with its words. */
type Source = { words: readonly Word[]; quote: string };

/** Of words that look like turning ones: "Chỉ thị" limits nothing. */
const namesAfter: Readonly<Record<string, RegExp>> = { chỉ: /^(?:thị|tiêu|đạo|số|huy)$/ };

function isTurning(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? '';
  return turning.has(text) && !(namesAfter[text]?.test(words[at + 1]?.text ?? '') ?? false);
}

type Word = { text: string; start: number; end: number };

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));

/**
 * Whether a sentence says only what a quote says: its words stand in the quote in the same order, at most a few left out in a row, none of
 * them a name, a negation or across a comma; only binding words are added. No digits and no words of number: figures are printed by code.
 */
export function isGrounded(sentence: string, quote: string): boolean {
  const said = sentence.normalize('NFC');
  if (strange.test(said) || numberWords.test(said)) return false;
  const words = wordsOf(said);
  const source = { words: wordsOf(quote.normalize('NFC')), quote: quote.normalize('NFC') };
  if (words.filter(({ text }) => !glue.has(text)).length < fewestWords) return false;
  const content = words.filter(({ text }) => !glue.has(text));
  const starts = source.words.flatMap(({ text }, at) => (text === content[0]?.text ? [at] : []));
  return starts.some((at) => followsFrom(at, content, source));
}

function followsFrom(first: number, content: readonly Word[], source: Source): boolean {
  if (hasTurning(source.words, { from: first - turningBefore, to: first })) return false;
  let at = first;
  for (const word of content.slice(1)) {
    const next = nextPlace(word.text, at, source.words);
    if (next === null || !maySkip({ at, next }, source)) return false;
    at = next;
  }
  // What comes right after may turn it as well: "được bố trí nếu …".
  return !hasTurning(source.words, { from: at + 1, to: at + 3 });
}

function nextPlace(text: string, at: number, source: readonly Word[]): number | null {
  for (let next = at + 1; next <= at + 1 + mostSkipped && next < source.length; next++)
    if (source[next]?.text === text) return next;
  return null;
}

function maySkip({ at, next }: { at: number; next: number }, { words, quote }: Source): boolean {
  if (next === at + 1) return true;
  const between = quote.slice(words[at]?.end ?? 0, words[next]?.start ?? 0);
  if (/[,;:.\n•]/u.test(between)) return false;
  if (hasTurning(words, { from: at + 1, to: next })) return false;
  return words
    .slice(at + 1, next)
    .every(({ text, start, end }) => !/\p{Lu}|\p{N}/u.test(quote.slice(start, end)) && !numberWords.test(text));
}

function hasTurning(words: readonly Word[], { from, to }: { from: number; to: number }): boolean {
  for (let at = Math.max(0, from); at < Math.min(to, words.length); at++) if (isTurning(words, at)) return true;
  return false;
}
