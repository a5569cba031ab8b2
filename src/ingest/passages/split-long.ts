import { findClauses, findSentences } from '../sentences.ts';
import { type Line, type SourceText, trimmed } from '../source-text.ts';

/** Cuts a stretch into pieces of at most `longest` letters: at ends of sentences, else at semicolons, else at blanks. */
export function splitLong(source: SourceText, stretch: Line, longest: number): Line[] {
  if (stretch.end - stretch.start <= longest) return [{ start: stretch.start, end: stretch.end }];
  const sentences = findSentences(source, stretch.start, stretch.end);
  const parts = sentences.flatMap((sentence) =>
    sentence.end - sentence.start > longest ? findClauses(source, sentence) : [sentence],
  );
  const pieces: Line[] = [];
  for (const part of parts.flatMap((one) => atBlanks(source, one, longest))) {
    const last = pieces.at(-1);
    const isNeighbour = last !== undefined && /^[\s;]*$/.test(source.text.slice(last.end, part.start));
    if (isNeighbour && part.end - last.start <= longest) last.end = part.end;
    else pieces.push({ ...part });
  }
  return pieces;
}

function atBlanks({ text }: SourceText, part: Line, longest: number): Line[] {
  const pieces: Line[] = [];
  let from = part.start;
  while (part.end - from > longest) {
    const blank = text.lastIndexOf(' ', from + longest);
    const cut = blank > from ? blank : from + longest;
    const piece = trimmed(text, from, cut);
    if (piece.end > piece.start) pieces.push(piece);
    from = cut;
  }
  const rest = trimmed(text, from, part.end);
  if (rest.end > rest.start) pieces.push(rest);
  return pieces;
}
