import { fold } from '../../vietnamese/fold.ts';
import { lostBlanks } from '../../vietnamese/lost-blanks.ts';
import type { SourceText } from '../source-text.ts';

/**
 * A stretch of the source on one line: runs of white space as one blank, lost blanks put back, Markdown
 * emphasis left out. `at` leads an offset in it back to the source.
 */
export type FlowText = { text: string; folded: string; at(offset: number): number };

/** The stretch as running text; offsets of the result map back with `at` (the end of a word to the end of that word). */
export function flowText(source: SourceText, start: number, end: number): FlowText {
  const slice = source.text.slice(start, end);
  const lost = lostBlanks(slice);
  if (lost.length === 0 && !/\s{2}|[^\S ]|\u00a0|\*\*|__/.test(slice)) {
    return { text: slice, folded: source.folded.slice(start, end), at: (offset) => start + offset };
  }
  const places: number[] = [];
  let text = '';
  let isGap = false;
  let next = 0;
  for (let at = 0; at < slice.length; at++) {
    if (slice.startsWith('**', at) || slice.startsWith('__', at)) {
      at++;
      continue;
    }
    const letter = slice.charAt(at);
    if (at === lost[next]) {
      next++;
      text += ' ';
      places.push(start + at);
    }
    const isSpace = /\s/.test(letter);
    if (isSpace && isGap) continue;
    text += isSpace ? ' ' : letter;
    places.push(start + at);
    isGap = isSpace;
  }
  return { text, folded: fold(text), at: (offset) => placeAt(places, offset, end) };
}

/** An end offset stands behind its last letter, not before the next one (which may be lines away). */
function placeAt(places: readonly number[], offset: number, end: number): number {
  const own = places[offset];
  const before = places[offset - 1];
  if (own !== undefined && (before === undefined || own === before + 1)) return own;
  return before === undefined ? (own ?? end) : before + 1;
}
