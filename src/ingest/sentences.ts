import { type Line, type SourceText, trimmed } from './source-text.ts';

/** After these a full stop ends no sentence: TP. TT. TX. Q. P. BS. ThS. ông Nguyễn Văn A. */
const abbreviated = /(?:^|[\s(/.-])(?:\p{Lu}\p{L}{0,2}|TTr|ThS|BSCK|CKII?|St|No|tr|v\.v)$/u;

/** Sentences of a stretch of text, white space around them taken off. A stretch without a full stop is one sentence; an empty one none. */
export function findSentences({ text }: SourceText, start: number, end: number): Line[] {
  return cut(text, { start, end }, /(?<![.!?…])[.!?…]+["”’)\]*]{0,3}(?=\s|$)|(?<=\p{Ll}{3}|[%)])\.(?=\p{Lu}\p{Ll})/gu);
}

/** The parts of a sentence that semicolons keep apart; those in brackets do not cut. */
export function findClauses({ text }: SourceText, sentence: Line): Line[] {
  const clauses: Line[] = [];
  let depth = 0;
  let from = sentence.start;
  for (let at = sentence.start; at < sentence.end; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 40) depth++;
    else if (letter === 41) depth = Math.max(0, depth - 1);
    else if (letter === 59 && depth === 0) {
      push(clauses, trimmed(text, from, at));
      from = at + 1;
    }
  }
  push(clauses, trimmed(text, from, sentence.end));
  return clauses;
}

function cut(text: string, { start, end }: Line, mark: RegExp): Line[] {
  const sentences: Line[] = [];
  let from = start;
  const slice = text.slice(start, end);
  for (const match of slice.matchAll(mark)) {
    const stop = start + match.index + match[0].length;
    if (!endsHere(slice, match.index, match[0])) continue;
    push(sentences, trimmed(text, from, stop));
    from = stop;
  }
  push(sentences, trimmed(text, from, end));
  return sentences;
}

function endsHere(slice: string, at: number, mark: string): boolean {
  const after = slice.slice(at + mark.length, at + mark.length + 12).trimStart();
  if (after !== '' && /^[\p{Ll},;]/u.test(after)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const before = slice.slice(Math.max(0, at - 8), at);
  if (/(?:^|\s)\d{1,2}$/.test(before) && at < 6) return false;
  return !abbreviated.test(before);
}

function push(lines: Line[], line: Line): void {
  if (line.end > line.start) lines.push(line);
}
