import type { Margins } from './page-blocks.ts';
import { type Line, lineText } from './page-lines.ts';

/** A line in its column. `gap` to the line above in points; null when it is the first of its page or column. */
export type PlacedLine = Line & { page: number; margins: Margins; gap: number | null };

/** Lines that make one paragraph; `isCentred`: set in the middle, as titles are, each line for itself. */
export type Paragraph = { lines: PlacedLine[]; isCentred: boolean };

const marker =
  /^(?:[-–—+*•●○▪■✓o]\s|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\(\d{1,2}\)|[a-zđ]{1,2}\)\s|[a-zđ]\.\d{0,2}[.)]?\s|[IVX]{1,5}[.)]?\s|[A-ZĐ][.)]\s|(?:Điều|Chương|Phần|Mục|Phụ lục|PHỤ LỤC|CHƯƠNG|PHẦN)\s+[\dIVXA-Z]+|Căn cứ\s|Kính gửi|Nơi nhận)/u;

/** Adds a line to the paragraphs so far: to the last one where it goes on with it. */
export function addLine(paragraphs: Paragraph[], line: PlacedLine): void {
  const open = paragraphs.at(-1);
  const isCentred = standsCentred(line);
  if (open !== undefined && open.isCentred === isCentred && goesOn(open, line)) open.lines.push(line);
  else paragraphs.push({ lines: [line], isCentred });
}

function standsCentred({ left, right, margins, size }: PlacedLine): boolean {
  const middle = (left + right) / 2 - (margins.left + margins.right) / 2;
  const isInset = left - margins.left > 2.5 * size && margins.right - right > 2.5 * size;
  return isInset && Math.abs(middle) < (margins.right - margins.left) * 0.04;
}

function goesOn({ lines, isCentred }: Paragraph, next: PlacedLine): boolean {
  const last = lines.at(-1);
  if (last === undefined || Math.abs(last.size - next.size) > 0.2 * last.size) return false;
  if (next.gap !== null && next.gap > 2.1 * next.size) return false;
  if (isCentred) return next.gap !== null && next.gap <= 1.9 * next.size;
  if (!isFull(last, next)) return false;
  const text = lineText(last);
  const isEnd = /[.;:!?…][”"’')\]]{0,2}$/.test(text) || /\.\/\.?$/.test(text);
  const opens = marker.test(lineText(next));
  if (changesCase(text, lineText(next))) return false;
  if (opens && isEnd) return false;
  const first = lines[0] ?? last;
  const [from, above, here] = [inset(first), inset(last), inset(next)];
  const step = 0.8 * next.size;
  if (here < above - step) return lines.length === 1;
  // A hanging list: its text stands further in than its mark.
  if (here > above + step)
    return lines.length === 1 && marker.test(lineText(first)) && !opens && here - from < 4 * next.size;
  if (lines.length > 1 && from > above + step) return true;
  return !opens && !(isEnd && here >= step && /^[\p{Lu}\d]/u.test(lineText(next)));
}

/** Where a line begins, counted from the edge of its column: columns and pages differ. */
const inset = ({ left, margins }: PlacedLine): number => left - margins.left;

/** A line is broken for want of room only where the next word would not have fitted in. */
function isFull(last: PlacedLine, next: PlacedLine): boolean {
  const room = last.margins.right - last.right;
  const first = next.words[0];
  return first === undefined || room < first.right - first.left + 0.9 * last.size;
}

/** A line of capitals is a title, or its end; what stands in small letters is not. */
const changesCase = (above: string, below: string): boolean =>
  (isCaps(above) && /\p{Ll}/u.test(below)) || (/\p{Ll}/u.test(above) && isCaps(below) && below.length > 12);

const isCaps = (text: string): boolean => text.length >= 6 && text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
