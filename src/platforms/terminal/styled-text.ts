import type { Span } from '../../domain/reply.ts';
import { cleanText } from '../clean-text.ts';
import { type Line, wrapLines } from '../wrap-lines.ts';

export type Style = 'bold' | 'italic' | 'dim';
export type StyledText = { text: string; styles: { start: number; end: number; style: Style }[] };

const codes: Record<Style, [on: string, off: string]> = {
  bold: ['\u001b[1m', '\u001b[22m'],
  italic: ['\u001b[3m', '\u001b[23m'],
  dim: ['\u001b[2m', '\u001b[22m'],
};

/** Spans as one cleaned text with the stretches that are bold or italic. */
export function styledText(spans: Span[]): StyledText {
  const result: StyledText = { text: '', styles: [] };
  for (const span of spans) {
    const [text, style] = readSpan(span);
    const start = result.text.length;
    result.text += cleanText(text);
    if (style !== null) result.styles.push({ start, end: result.text.length, style });
  }
  return result;
}

/** A whole text in one style. */
export function inStyle(text: string, style: Style): StyledText {
  return { text, styles: [{ start: 0, end: text.length, style }] };
}

/** The text in lines of at most `width` columns; styles as ANSI codes, closed at the end of each line, or left out without colour. */
export function paintLines(styled: StyledText, width: number, color: boolean): string[] {
  return wrapLines(styled.text, width).map((line) =>
    color ? paint(styled, line) : styled.text.slice(line.start, line.end),
  );
}

function paint(styled: StyledText, line: Line): string {
  let painted = '';
  let at = line.start;
  for (const { start, end, style } of styled.styles) {
    const from = Math.max(start, at);
    const to = Math.min(end, line.end);
    if (from >= to) continue;
    const [on, off] = codes[style];
    painted += styled.text.slice(at, from) + on + styled.text.slice(from, to) + off;
    at = to;
  }
  return painted + styled.text.slice(at, line.end);
}

function readSpan(span: Span): [text: string, style: Style | null] {
  if (typeof span === 'string') return [span, null];
  return 'bold' in span ? [span.bold, 'bold'] : [span.italic, 'italic'];
}
