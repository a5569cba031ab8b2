import { fold } from '../vietnamese/fold.ts';

/** One line of the text without the white space around it; blank when `start === end`. */
export type Line = { start: number; end: number };

/** A stored text with what every step of reading needs: its folded form (same length, so offsets carry over) and its lines. */
export type SourceText = { text: string; folded: string; lines: Line[] };

/** Makes a text ready for reading; lines before `from` (front matter) are left out. */
export function sourceText(text: string, from = 0): SourceText {
  return { text, folded: fold(text), lines: splitLines(text, from) };
}

function splitLines(text: string, from: number): Line[] {
  const lines: Line[] = [];
  let at = from;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    lines.push(trimmed(text, at, end));
    at = end + 1;
  }
  return lines;
}

/** The stretch without white space at its ends. */
export function trimmed(text: string, start: number, end: number): Line {
  let first = start;
  let last = end;
  while (first < last && isSpace(text.charCodeAt(first))) first++;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200d) || code === 0xfeff;
}

export function isBlank(line: Line): boolean {
  return line.start === line.end;
}
