import type { DirectiveType } from '../../domain/directive.ts';
import type { Line, SourceText } from '../source-text.ts';

/** What stands above the body. Offsets and line indices of the source. */
export type DocumentHead = {
  /** Kind of document from a line that is its name in capitals; null when there is no such line. */
  type: DirectiveType | null;
  /** The trích yếu, or a web page's headline; null when there is none. */
  title: Line | null;
  /** Lines that are head and not body, the title's among them. */
  lines: Set<number>;
  /** Where the head ends and the body begins. */
  end: number;
};

/** Longer lines are neither title nor headline. */
export const longestTitleLine = 260;

/** The line on one line: where a converter broke its first word off, the break is a blank. Empty for a line that does not exist. */
export function textOf(source: SourceText, index: number): string {
  const line = source.lines[index];
  return line === undefined ? '' : source.text.slice(line.start, line.end).replaceAll('\n', ' ');
}

/** From the first to the last of these lines; null for none. */
export function spanOf(source: SourceText, indices: readonly number[]): Line | null {
  const first = source.lines[indices[0] ?? -1];
  const last = source.lines[indices.at(-1) ?? -1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
