import { isBlank, type Line, type SourceText } from '../source-text.ts';
import { isCutSpan } from './cut-span.ts';
import { headingShape } from './heading-shape.ts';
import { endsSentence, isCapsLine, isRule, startsLower } from './line-shape.ts';
import { type Marker, parseMarker } from './marker.ts';

/** Lines that make one paragraph: offsets of the whole, its first and last line, and the marker that opens it. */
export type Paragraph = Line & { firstLine: number; lastLine: number; marker: Marker | null };

/** Words after which no Vietnamese line ends by itself. */
const hanging =
  /(?:^|[\s(])(?:số|ngày|tháng|của|và|hoặc|về|tại|theo|cho|với|các|những|từ|đến|trên|dưới|trong|do|để|bằng|được|phải|là|đạt|khoảng)$/iu;

/** "Tỷ lệ hộ nghèo:" with "dưới 3%" on the next line: a value that says nothing alone. A bare number may be a page or a cell. */
const bareValue =
  /^(?:[≥≤<>~]|trên|dưới|đạt|từ|khoảng|giảm|tăng|tối thiểu|ít nhất|không quá)? ?\d[\d.,]{0,12}(?: ?[-–] ?\d[\d.,]{0,12})? ?(?:%|‰|(?:tỷ|triệu|nghìn) đồng|ha|tấn|xã|hộ|người|trường|giường|km)(?:\/\p{L}{2,10})?(?: trở lên)?[.;]?$/iu;

/**
 * How a text breaks its lines: `width` of a full line, or null when every line is a paragraph. `isRagged`: first lines of paragraphs are
 * often broken after a few words, as law portals have them.
 */
type Wrapping = { width: number | null; isRagged: boolean };

/**
 * Joins hard-wrapped lines into paragraphs. `usable` says which lines are body; a paragraph never runs across a line that is not,
 * nor across more than one blank line.
 */
export function joinLines(source: SourceText, usable: (index: number) => boolean): Paragraph[] {
  const wrapping = findWrapping(source, usable);
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | null = null;
  for (const [index, line] of source.lines.entries()) {
    if (isBlank(line)) continue;
    if (!usable(index)) {
      open = null;
      continue;
    }
    const text = source.text.slice(line.start, line.end);
    const marker = parseMarker(text);
    if (open !== null && continues(source, { open, index, text, marker }, wrapping)) {
      open.end = line.end;
      open.lastLine = index;
      continue;
    }
    open = { start: line.start, end: line.end, firstLine: index, lastLine: index, marker };
    paragraphs.push(open);
  }
  return paragraphs;
}

type Next = { open: Paragraph; index: number; text: string; marker: Marker | null };

function continues(source: SourceText, { open, index, text, marker }: Next, { width, isRagged }: Wrapping): boolean {
  const blanks = index - open.lastLine - 1;
  if (blanks > 1 || open.marker?.style === 'hash' || isRule(text)) return false;
  const last = source.lines[open.lastLine];
  if (last === undefined) return false;
  const before = source.text.slice(Math.max(last.start, last.end - 200), last.end);
  const lastLength = last.end - last.start;
  const isFull = width !== null && lastLength >= width * 0.72;
  const isStart = startsLower(text) && !/^[a-zđ]\s?[).]/u.test(text);
  if (blanks === 1) return isStart && lastLength >= 50 && !endsSentence(before) && marker === null;
  if (marker === null && /\p{L}:$/u.test(before) && bareValue.test(text)) return true;
  if (marker === null && isBareTitle(source, open) && isCapsLine(text)) return true;
  if (isCutSpan(before, text)) return true;
  if (marker !== null) return isFull && isWrappedDash(text, marker) && !/[.;:!?]$/.test(before);
  if (isCapsLine(text)) return isCapsLine(before) && !endsSentence(before) && sameEmphasis(before, text);
  if (isCapsLine(before) && lastLength < 200) return false;
  if (/,$/.test(before) || hanging.test(before)) return true;
  if (/(?<!\p{L})năm$/iu.test(before) && /^(?:19|20)\d\d(?!\d)/.test(text)) return true;
  if (!endsSentence(before)) {
    if (isStart || isFull || /^[(“"]/.test(text) || (width !== null && /^[\d%]/.test(text))) return true;
    return isRagged && text.length >= (width ?? 0) * 0.72 && isBrokenOff(source, open);
  }
  return isFull && isStart && /[;,:]$/.test(before) && lastLength >= (width ?? 0) * 0.9;
}

/** "Phấn đấu tốc độ tăng trưởng": the few words that a ragged text breaks off at the start of a paragraph, and no heading. */
function isBrokenOff({ text }: SourceText, open: Paragraph): boolean {
  const isPlain = open.marker === null || open.marker.style === 'bullet';
  return isPlain && open.firstLine === open.lastLine && headingShape(text.slice(open.start, open.end), null) === null;
}

/** "Chương I" alone on its line: its name stands on the next. */
function isBareTitle({ text }: SourceText, open: Paragraph): boolean {
  const { marker } = open;
  const isTitled = marker !== null && ['part', 'chapter', 'section', 'annex'].includes(marker.style);
  return isTitled && text.slice(open.start + marker.contentStart, open.end).trim() === '';
}

/** "kinh tế\n- xã hội": a dash that the line break put first, not a bullet. */
function isWrappedDash(text: string, marker: Marker): boolean {
  return marker.style === 'bullet' && /^[-–]\s\p{Ll}/u.test(text);
}

/** "**TIÊU ĐỀ**" is closed; what follows is another line. */
function sameEmphasis(before: string, text: string): boolean {
  return !/\*\*$/.test(before) && !/^\*\*/.test(text);
}

/** Wrapped texts show many lines that begin in lower case right below a line that ends no sentence, and lines of about one length. */
function findWrapping(source: SourceText, usable: (index: number) => boolean): Wrapping {
  let pairs = 0;
  const cutAt: number[] = [];
  const lengths: number[] = [];
  for (let index = 1; index < source.lines.length; index++) {
    const line = source.lines[index];
    const above = source.lines[index - 1];
    if (line === undefined || above === undefined || isBlank(line) || !usable(index)) continue;
    lengths.push(line.end - line.start);
    if (isBlank(above) || !usable(index - 1)) continue;
    pairs++;
    const before = source.text.slice(Math.max(above.start, above.end - 8), above.end);
    if (startsLower(source.text.slice(line.start, line.start + 2)) && !/[.;:!?]["”)]?$/.test(before))
      cutAt.push(above.end - above.start);
  }
  const cut = cutAt.length;
  if (cut < 3 || cut < pairs * 0.12) return { width: null, isRagged: false };
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const isRagged = cutAt.filter((length) => length < width * 0.6).length >= 3;
  return { width: width <= 220 ? width : null, isRagged };
}
