import type { Passage } from '../domain/passage.ts';
import { type TextWords, textWords } from './text-terms.ts';

/** A sentence or list item of a stored text; `text` is verbatim, offsets are those of the directive's text. */
export type Statement = {
  document: string;
  heading: readonly string[];
  text: string;
  start: number;
  end: number;
  isItem: boolean;
  words: TextWords;
};

const marker = /^(?:[-–—•+*·▪]|\(?\d{1,2}[.)]|\(\d{1,2}\)|[a-zđ][.)])\s/;
const sentenceEnd = /[.?!…]["”’)\]]?\s+(?=["“‘(]?[\p{Lu}\d])/gu;
/** Before these a point ends no sentence. */
const abbreviationEnd = /(?:^|[\s(])(?:TP|Tp|TX|TT|Th|ThS|TS|PGS|GS|BS|KS|Đ\/c|Ô|B|Q|P|S|\d{1,2})\.["”’)\]]?\s*$/u;

/** The sentences and list items of a passage, in order. Hard line breaks inside a sentence part nothing. */
export function statementsOf(passage: Pick<Passage, 'document' | 'heading' | 'text' | 'start'>): Statement[] {
  return linesOf(passage.text).flatMap((line) =>
    sentencesOf(passage.text, line).map(({ start, end }) => {
      const text = passage.text.slice(start, end);
      return {
        document: passage.document,
        heading: passage.heading,
        text,
        start: passage.start + start,
        end: passage.start + end,
        isItem: marker.test(text),
        words: textWords(text),
      };
    }),
  );
}

type Span = { start: number; end: number };

/** A new line begins a new piece where a list marker stands, after an empty line, or where the line before was closed. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\n+/g)) {
    const before = text.slice(Math.max(0, match.index - 3), match.index).trimEnd();
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 8);
    if (
      match[0].length === 1 &&
      !/[.:;!?…]["”’)]?$/.test(before) &&
      !marker.test(after.trimStart()) &&
      !/^\s*\p{Lu}/u.test(after)
    )
      continue;
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines.map((line) => trimmed(text, line)).filter(({ start: from, end }) => end > from);
}

function sentencesOf(text: string, line: Span): Span[] {
  const spans: Span[] = [];
  const slice = text.slice(line.start, line.end);
  let from = 0;
  for (const match of slice.matchAll(sentenceEnd)) {
    const end = match.index + match[0].trimEnd().length;
    if (abbreviationEnd.test(slice.slice(from, end))) continue;
    spans.push({ start: line.start + from, end: line.start + end });
    from = match.index + match[0].length;
  }
  spans.push({ start: line.start + from, end: line.end });
  return spans.map((span) => trimmed(text, span)).filter(({ start, end }) => end > start);
}

function trimmed(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  return { start: start + slice.length - slice.trimStart().length, end: end - (slice.length - slice.trimEnd().length) };
}
