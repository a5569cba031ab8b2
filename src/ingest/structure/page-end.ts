import { isBlank, type Line, type SourceText } from '../source-text.ts';
import { bareLine } from './bare-phrase.ts';
import { isNationalLine, isNumberLine } from './frame-lines.ts';
import { endMarks } from './furniture-phrases.ts';
import { parseMarker } from './marker.ts';
import { parseTypeLine } from './type-line.ts';

/** A line this long is body text whatever stands around it. */
const bodyLength = 160;
/** A side bar printed ahead of the article is not longer. */
const sideBarLines = 30;

/**
 * What stands under an article: from an end mark in the second half of the text on, everything; before that only the short lines up to
 * the next one that can be the document (a side bar printed ahead of it). The writer's line just above the end goes too.
 */
export function addPageEnd(source: SourceText, furniture: Set<number>): void {
  const { lines } = source;
  const total = lines.reduce((sum, line) => sum + bodyLengthOf(line), 0);
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    seen += bodyLengthOf(line);
    if (line.end - line.start > 60 || isBlank(line) || !endMarks.has(bareLine(source, index))) continue;
    const isEnd = total > 0 ? seen >= total / 2 : line.start >= source.text.length / 2;
    const stop = isEnd ? lines.length : sideBarEnd(source, index);
    for (let at = index; at < stop; at++) furniture.add(at);
    if (isEnd) break;
  }
  addBylines(source, furniture);
}

const bodyLengthOf = (line: Line): number => (line.end - line.start >= bodyLength ? line.end - line.start : 0);

function sideBarEnd(source: SourceText, from: number): number {
  const last = Math.min(source.lines.length, from + sideBarLines);
  for (let index = from + 1; index < last; index++) {
    const line = source.lines[index];
    if (line === undefined || isBlank(line)) continue;
    const text = source.text.slice(line.start, line.end);
    const style = parseMarker(text)?.style;
    const isDocument =
      isNationalLine(text) || isNumberLine(text) || parseTypeLine(text) !== null || /[.;:]$/.test(text);
    if (isDocument || text.length >= bodyLength || (style !== undefined && style !== 'bullet')) return index;
  }
  return last;
}

const byline =
  /^[(*\s]{0,3}(?:p\.?\s?v\.?|bbt|bien tap|ban bien tap|ttxvn|t\/h|tong hop|nguon(?: tin)?\s?:.{2,60}|theo\s?:?\s[a-z .]{3,40}|(?:tin|bai|anh|bai va anh|tin va anh|tin, anh|tin, bai|bai, anh|tin, bai, anh|thuc hien|nguoi viet)\s?:.{2,60})[)*\s.]{0,3}$/;

/** Who wrote a web article, on its last line or two: "P.V", "Nguồn: …", "Tin, ảnh: …". A person's name alone is left to the foot. */
function addBylines(source: SourceText, furniture: Set<number>): void {
  let left = 2;
  for (let index = source.lines.length - 1; index >= 0 && left > 0; index--) {
    const line = source.lines[index];
    if (line === undefined || isBlank(line) || furniture.has(index)) continue;
    const folded = source.folded.slice(line.start, Math.min(line.end, line.start + 100));
    if (line.end - line.start > 70 || !byline.test(folded)) return;
    furniture.add(index);
    left--;
  }
}
