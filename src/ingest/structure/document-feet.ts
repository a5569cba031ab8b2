import { isBlank, type Line, type SourceText } from '../source-text.ts';
import {
  cellsOf,
  isBodyLine,
  isNationalLine,
  isNumberLine,
  isPlaceDateLine,
  isRecipientsLine,
  isSignatureLine,
} from './frame-lines.ts';
import { textOf } from './head-parts.ts';
import { isCapsLine, isPersonName } from './line-shape.ts';
import { parseMarker } from './marker.ts';
import { parseTypeLine } from './type-line.ts';

/** Signature and list of recipients of a document (or of one of its annexes): offsets, and the lines they take. */
export type DocumentFoot = Line & { lines: number[] };

const maxLines = 70;
const resuming: ReadonlySet<string> = new Set([
  'roman',
  'article',
  'part',
  'chapter',
  'annex',
  'decimal',
  'letter',
  'hash',
]);

/**
 * Every place below the head that is signature or "Nơi nhận". An annex or an attached plan that follows is body again, so a foot
 * ends at the first line that cannot belong to it.
 */
export function findFeet(source: SourceText, furniture: ReadonlySet<number>, headEnd: number): DocumentFoot[] {
  const feet: DocumentFoot[] = [];
  for (let index = 0; index < source.lines.length; index++) {
    const line = source.lines[index];
    if (line === undefined || line.start <= headEnd || isBlank(line) || line.end - line.start > 200) continue;
    if (!opensFoot(textOf(source, index))) continue;
    const lines = footLines(source, furniture, index);
    const last = lines.at(-1) ?? index;
    feet.push({ start: line.start, end: source.lines[last]?.end ?? line.end, lines });
    index = last;
  }
  const author = feet.length === 0 ? authorLine(source, furniture, headEnd) : null;
  return author === null ? feet : [author];
}

/** The writer's name alone on the last line of a text that nobody signed. */
function authorLine(source: SourceText, furniture: ReadonlySet<number>, headEnd: number): DocumentFoot | null {
  const last = source.lines.findLastIndex(
    (line, index) => !isBlank(line) && !furniture.has(index) && /\p{L}/u.test(source.text.slice(line.start, line.end)),
  );
  const line = source.lines[last];
  if (line === undefined || line.start <= headEnd) return null;
  return isPersonName(textOf(source, last).replace(/[*_]/g, '')) ? { ...line, lines: [last] } : null;
}

function opensFoot(text: string): boolean {
  return cellsOf(text).some((cell) => isRecipientsLine(cell) || isSignatureLine(cell));
}

function footLines(source: SourceText, furniture: ReadonlySet<number>, first: number): number[] {
  const lines: number[] = [];
  const state = { recipients: false, signed: false, unknown: 0 };
  for (let index = first; index < source.lines.length && lines.length < maxLines; index++) {
    const line = source.lines[index];
    if (line === undefined) break;
    if (isBlank(line) || furniture.has(index)) continue;
    if (!belongs(textOf(source, index), state)) break;
    lines.push(index);
  }
  return lines;
}

type FootState = { recipients: boolean; signed: boolean; unknown: number };

/** Whether a line can be part of the foot, noting in `state` what was seen. */
function belongs(text: string, state: FootState): boolean {
  if (text === '|') return true;
  const cells = cellsOf(text);
  if (cells.some((cell) => isRecipientsLine(cell))) state.recipients = true;
  if (cells.some((cell) => isPersonName(cell) && !isBodyLine(cell))) state.signed = true;
  if (opensFoot(text)) return true;
  const marker = parseMarker(text);
  if (marker !== null && resuming.has(marker.style)) return false;
  if (parseTypeLine(text) !== null || text.length > (marker?.style === 'bullet' && state.recipients ? 400 : 130))
    return false;
  if (cells.length === 0) return false;
  if (cells.every((cell) => isKnownCell(cell)) || (marker?.style === 'bullet' && state.recipients)) return true;
  if (isCapsLine(text, 8)) return false;
  state.unknown++;
  return state.recipients
    ? state.unknown <= 12 && !(state.signed && /[.:]$/.test(text))
    : state.unknown <= 2 && !state.signed;
}

function isKnownCell(cell: string): boolean {
  if (isPersonName(cell) || isBodyLine(cell) || isNationalLine(cell) || isNumberLine(cell) || isPlaceDateLine(cell))
    return true;
  return /^[([]|^(?:đã ký|lưu|như trên|như điều|ký bởi)|^\W*$/i.test(cell);
}
