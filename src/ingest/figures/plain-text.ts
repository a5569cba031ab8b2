import { lostBlanks } from '../../vietnamese/lost-blanks.ts';
import { quantityText } from '../../vietnamese/quantity-text.ts';

/**
 * A block as the readers of figures see it: white space collapsed, lost blanks put back and Markdown marks of emphasis left out. `folded` is what patterns
 * are matched on, `flat` the same with everything inside brackets blanked by "~" (brackets included), so that a pattern sees the
 * sentence around them. All three have one length; `offset` leads back to the stored text.
 */
export type PlainText = {
  text: string;
  folded: string;
  flat: string;
  brackets: Span[];
  offset: (at: number) => number;
};

export type Span = { start: number; end: number };

/** A bracket that is not closed within this many characters is taken for a stray one. */
const longestBracket = 1500;

/** The stretch `start`–`end` of a stored text as plain text. */
export function plainText(stored: string, start: number, end: number): PlainText {
  const offsets: number[] = [];
  let text = '';
  let isBlank = true;
  const lost = lostBlanks(stored.slice(start, end));
  let next = 0;
  for (let at = start; at < end; at++) {
    if (at - start === lost[next]) {
      next++;
      text += ' ';
      offsets.push(at);
    }
    const code = stored.charCodeAt(at);
    const blank = code <= 0x20 || code === 0xa0 || code === 0x202f || code === 0x200b;
    if (code === 0x2a || (blank && isBlank)) continue;
    text += blank ? ' ' : stored.charAt(at);
    offsets.push(at);
    isBlank = blank;
  }
  const folded = quantityText(text);
  const brackets = outerBrackets(folded);
  return { text, folded, flat: flatten(folded, brackets), brackets, offset: (at) => offsets[at] ?? end };
}

/** Outermost bracketed stretches, brackets included; numbers of a list such as "(1)" are none. */
function outerBrackets(folded: string): Span[] {
  const open: number[] = [];
  const pairs: Span[] = [];
  for (let at = 0; at < folded.length; at++) {
    const char = folded.charCodeAt(at);
    if (char === 0x28) open.push(at);
    if (char !== 0x29) continue;
    const start = open.pop();
    if (start !== undefined && at + 1 - start <= longestBracket) pairs.push({ start, end: at + 1 });
  }
  const outer: Span[] = [];
  for (const pair of pairs.sort((one, other) => one.start - other.start)) {
    if (pair.start < (outer.at(-1)?.end ?? 0)) continue;
    if (!/^\([0-9ivx]{1,4}\)$/.test(folded.slice(pair.start, Math.min(pair.end, pair.start + 7)))) outer.push(pair);
  }
  return outer;
}

function flatten(folded: string, brackets: Span[]): string {
  let flat = '';
  let from = 0;
  for (const { start, end } of brackets) {
    flat += folded.slice(from, start) + '~'.repeat(end - start);
    from = end;
  }
  return flat + folded.slice(from);
}

/** The stretch of stored text a span of plain text comes from. */
export function storedSpan(plain: PlainText, span: Span): Span {
  return { start: plain.offset(span.start), end: plain.offset(Math.max(span.start, span.end - 1)) + 1 };
}
