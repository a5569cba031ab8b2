import { fold } from '../vietnamese/fold.ts';
import { cutsOf } from './rolled-line.ts';

/** One line of the text without the white space around it; blank when `start === end`. */
export type Line = { start: number; end: number };

/** A stored text with what every step of reading needs: its folded form (same length, so offsets carry over) and its lines. */
export type SourceText = { text: string; folded: string; lines: Line[] };

/** Makes a text ready for reading; lines before `from` (front matter) are left out. */
export function sourceText(text: string, from = 0): SourceText {
  return mendedLines({
    text,
    folded: fold(text),
    lines: splitLines(text, from).flatMap((line) => unrolled(text, line)),
  });
}

/**
 * Some converters break every paragraph behind its first word ("HỘI / ĐỒNG NHÂN DÂN", "Căn / cứ Luật …"). Where a text shows that, twice or in its motto
 * ("CỘNG / HÒA XÃ HỘI …"), such a word and the line below it are one line; the line end between them is a blank in the folded form.
 */
function mendedLines(source: SourceText): SourceText {
  const { text, lines } = source;
  const isLone = (line: Line) =>
    line.end - line.start <= 7 && /^\p{Lu}\p{L}{1,6}$/u.test(text.slice(line.start, line.end));
  const opens = (line: Line, next: Line | undefined) =>
    next !== undefined &&
    !isBlank(next) &&
    isLone(line) &&
    /^[\p{L}\d]{1,12}[\s,:]|^\p{L}+:?$/u.test(text.slice(next.start, next.end));
  const signs = lines.filter(
    (line, at) => opens(line, lines[at + 1]) && /^\p{Ll}/u.test(text.slice(lines[at + 1]?.start)),
  );
  const isMotto = (line: Line, next: Line | undefined) =>
    text.slice(line.start, line.end) === 'CỘNG' && /^H(?:ÒA|OÀ) XÃ HỘI/u.test(text.slice(next?.start, next?.end));
  if (signs.length < 2 && !lines.some((line, at) => isMotto(line, lines[at + 1]))) return source;
  const mended: Line[] = [];
  const folded = source.folded.split('');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line === undefined) continue;
    if (next === undefined || !opens(line, next)) {
      mended.push(line);
      continue;
    }
    mended.push({ start: line.start, end: next.end });
    for (let gap = line.end; gap < next.start; gap++) folded[gap] = ' ';
    at++;
  }
  return { ...source, folded: folded.join(''), lines: mended };
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

/** The lines that a rolled-up line holds; the line itself when it is none. */
function unrolled(text: string, line: Line): Line[] {
  const cuts = cutsOf(text.slice(line.start, line.end)).map((cut) => line.start + cut);
  return [line.start, ...cuts].map((start, at) => trimmed(text, start, cuts[at] ?? line.end));
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
