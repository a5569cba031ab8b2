import { displayWidth, measuredGraphemes } from './display-width.ts';

/** A line as a stretch of the text it was taken from. */
export type Line = { start: number; end: number };

/**
 * The text as lines of at most `width` columns, broken at blanks; a word wider than a line is broken between characters.
 * Blanks at a break belong to no line. Line breaks of the text are kept; an empty line is an empty stretch.
 */
export function wrapLines(text: string, width: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    lines.push(
      ...wrapParagraph(paragraph, width).map((line) => ({ start: start + line.start, end: start + line.end })),
    );
    start += paragraph.length + 1;
  }
  return lines;
}

/** The lines of `wrapLines` as strings. */
export function wrapText(text: string, width: number): string[] {
  return wrapLines(text, width).map((line) => text.slice(line.start, line.end));
}

function wrapParagraph(text: string, width: number): Line[] {
  if (width === Number.POSITIVE_INFINITY || displayWidth(text) <= width) return [{ start: 0, end: text.length }];
  const lines: Line[] = [];
  let open: (Line & { width: number }) | null = null;
  for (const word of wordPieces(text, width)) {
    const gap: number = open === null ? 0 : displayWidth(text.slice(open.end, word.start));
    if (open !== null && open.width + gap + word.width <= width) {
      open = { start: open.start, end: word.end, width: open.width + gap + word.width };
    } else {
      if (open !== null) lines.push({ start: open.start, end: open.end });
      open = word;
    }
  }
  if (open !== null) lines.push({ start: open.start, end: open.end });
  return lines;
}

/** Words with their widths, those wider than a line already cut into pieces that fit. */
function* wordPieces(text: string, width: number): Generator<Line & { width: number }> {
  for (const match of text.matchAll(/\S+/g)) {
    const word = match[0];
    const whole = displayWidth(word);
    if (whole <= width) {
      yield { start: match.index, end: match.index + word.length, width: whole };
    } else {
      yield* cutWord(word, match.index, width);
    }
  }
}

function* cutWord(word: string, offset: number, width: number): Generator<Line & { width: number }> {
  let piece = { start: offset, end: offset, width: 0 };
  for (const grapheme of measuredGraphemes(word)) {
    if (piece.width > 0 && piece.width + grapheme.width > width) {
      yield piece;
      piece = { start: piece.end, end: piece.end, width: 0 };
    }
    piece = { start: piece.start, end: piece.end + grapheme.text.length, width: piece.width + grapheme.width };
  }
  if (piece.end > piece.start) yield piece;
}
