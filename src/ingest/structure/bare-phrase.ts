import type { SourceText } from '../source-text.ts';

/** Without marks and counts at both ends: "Tin liên quan:" and "» Tin liên quan (3)" are the same line. */
export function barePhrase(folded: string): string {
  const inner = folded
    .replace(/^[^a-z(]+/, '')
    .replace(/(?<![^a-z+)-])[^a-z+)-]+$/, '')
    .replace(/(?<!\s)\s*\(\d{1,4}\)$/, '');
  return /^(.{4,30}) \1$/.exec(inner)?.[1] ?? inner;
}

/** The bare phrase of a line's first letters, folded; empty for a line that does not exist. */
export function bareLine(source: SourceText, index: number): string {
  const line = source.lines[index];
  return line === undefined ? '' : barePhrase(source.folded.slice(line.start, Math.min(line.end, line.start + 60)));
}
