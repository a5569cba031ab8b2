import type { DirectiveType } from '../../domain/directive.ts';
import { isBlank, type Line, type SourceText } from '../source-text.ts';
import { cellsOf, isBodyLine, isNationalLine, isNumberLine, isPlaceDateLine } from './frame-lines.ts';
import { endsSentence, isCapsLine, startsLower } from './line-shape.ts';
import { parseMarker } from './marker.ts';
import { parseTypeLine, parseTypeName } from './type-line.ts';

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

const headLines = 70;
const longLine = 260;
const bodyOpeners =
  /^(?:can cu|thuc hien|trien khai|nham|de |nam \d{4}|trong |tren co so|xet |theo |phat huy|kinh gui|ngay |ubnd|uy ban nhan dan|ban hanh kem|kem theo|chu de|\()/;

/** Finds the head. A text without any has no title and ends it at its first line. */
export function findHead(source: SourceText, furniture: ReadonlySet<number>): DocumentHead {
  const candidates = candidateLines(source, furniture);
  const typeAt = candidates.findIndex((index) => typeOf(textOf(source, index)) !== null);
  return typeAt === -1 ? headWithoutType(source, candidates) : headWithType(source, candidates, typeAt);
}

export function textOf(source: SourceText, index: number): string {
  const line = source.lines[index];
  return line === undefined ? '' : source.text.slice(line.start, line.end).replaceAll('\n', ' ');
}

/** Lines that may belong to the head: those before the first numbered section, and not many. */
function candidateLines(source: SourceText, furniture: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (const [index, line] of source.lines.entries()) {
    if (found.length >= headLines) break;
    if (isBlank(line) || furniture.has(index)) continue;
    const style = parseMarker(textOf(source, index))?.style;
    if (style === 'roman' || style === 'article' || style === 'part' || style === 'chapter') break;
    found.push(index);
  }
  return found;
}

function typeOf(text: string): DirectiveType | null {
  const cell = cellsOf(text)[0] ?? '';
  const alone = parseTypeLine(cell);
  if (alone !== null) return alone;
  return cell.length <= longLine && isCapsLine(cell, 12) && !/[.:]$/.test(cell)
    ? (parseTypeName(cell)?.type ?? null)
    : null;
}

function headWithType(source: SourceText, candidates: readonly number[], typeAt: number): DocumentHead {
  const typeIndex = candidates[typeAt] ?? 0;
  const lines = new Set(candidates.slice(0, typeAt + 1).filter((index) => textOf(source, index).length < longLine));
  const cell = cellsOf(textOf(source, typeIndex))[0] ?? '';
  const titleLines = parseTypeLine(cell) === null ? [typeIndex] : [];
  let last = typeIndex;
  for (const index of candidates.slice(typeAt + 1)) {
    const hasGap = index > last + 1 && blanksBetween(source, last, index);
    if (!continuesTitle(source, { titleLines, index, hasGap })) break;
    titleLines.push(index);
    last = index;
  }
  for (const index of titleLines) lines.add(index);
  if (isIssuerClause(source, titleLines)) titleLines.shift();
  for (const index of candidates.slice(candidates.indexOf(last) + 1)) {
    const text = textOf(source, index).replace(/[*_|]/g, '').trim();
    if (
      !isBodyLine(text) &&
      !isPlaceDateLine(text) &&
      !isNumberLine(text) &&
      !/^KHÓA\s.{1,20},?\s*KỲ HỌP|^KỲ HỌP THỨ/i.test(text)
    )
      break;
    lines.add(index);
    last = index;
  }
  return {
    type: typeOf(textOf(source, typeIndex)),
    title: spanOf(source, titleLines),
    lines,
    end: source.lines[last]?.end ?? 0,
  };
}

/** "NGHỊ QUYẾT / CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH / về phát triển …": the line between names the issuer, not the subject. */
function isIssuerClause(source: SourceText, titleLines: readonly number[]): boolean {
  const [first, second] = titleLines;
  if (first === undefined || second === undefined) return false;
  const text = textOf(source, first);
  return /^CỦA\s/u.test(text) && isCapsLine(text) && !isCapsLine(textOf(source, second));
}

function blanksBetween(source: SourceText, from: number, to: number): boolean {
  return source.lines.slice(from + 1, to).some(isBlank);
}

/** Whether a line is the next line of the trích yếu. */
function continuesTitle(source: SourceText, place: { titleLines: number[]; index: number; hasGap: boolean }): boolean {
  const text = textOf(source, place.index).replace(/^[*_|\s]+|[*_|\s]+$/g, '');
  const folded = source.folded.slice(source.lines[place.index]?.start, source.lines[place.index]?.end);
  if (text.length > longLine * 1.5 || isBodyLine(text) || isNumberLine(text) || isPlaceDateLine(text)) return false;
  if (
    /^[*_]{0,3}\(|^[*_]{0,3}kinh gui|^[*_]{0,3}can cu/.test(folded) ||
    parseMarker(text) !== null ||
    parseTypeLine(text) !== null
  )
    return false;
  const previous = place.titleLines.at(-1);
  if (previous === undefined) return isCapsLine(text) || !/[.:;,]$/.test(text);
  const before = textOf(source, previous).replace(/[*_|\s]+$/g, '');
  if (isCapsLine(text)) return isCapsLine(before);
  if (/^CỦA\s/u.test(before) && place.titleLines.length === 1 && !place.hasGap) return true;
  if (endsSentence(before) || isCapsLine(before) || place.hasGap) return startsLower(text) && !endsSentence(before);
  return startsLower(text) || (!bodyOpeners.test(folded) && !/[.:;,]$/.test(text) && text.length <= 160);
}

/** Without a line for the kind: the "V/v" of a công văn, or a web page's headline. */
function headWithoutType(source: SourceText, candidates: readonly number[]): DocumentHead {
  const lines = new Set<number>();
  let end = source.lines[0]?.start ?? 0;
  for (const index of candidates.slice(0, 30)) {
    const cells = cellsOf(textOf(source, index));
    if (/^kính gửi/i.test(cells[0] ?? '') || textOf(source, index).length > 200) break;
    if (cells.length === 0 || !cells.every((cell) => isFrameCell(cell))) continue;
    lines.add(index);
    end = Math.max(end, source.lines[index]?.end ?? 0);
  }
  const titleLines = subjectLines(source, candidates) ?? headlineLines(source, candidates, lines);
  for (const index of titleLines) lines.add(index);
  const title = spanOf(source, titleLines);
  return { type: null, title, lines, end: Math.max(end, title?.end ?? 0) };
}

function isFrameCell(cell: string): boolean {
  return isNationalLine(cell) || isNumberLine(cell) || isPlaceDateLine(cell) || (isBodyLine(cell) && cell.length <= 70);
}

/** "V/v …" and the lines that continue it, as a công văn has it under its number; null when there is none. */
function subjectLines(source: SourceText, candidates: readonly number[]): number[] | null {
  const at = candidates.slice(0, 20).findIndex((index) => /^[*_(|\s]{0,4}v\/v[\s:.]/i.test(textOf(source, index)));
  const first = candidates[at];
  if (first === undefined) return null;
  const found = [first];
  for (const index of candidates.slice(at + 1, at + 6)) {
    const text = textOf(source, index);
    const isNext =
      index === (found.at(-1) ?? 0) + 1 && text.length <= 80 && !isFrameCell(text) && !/^\||kính gửi/i.test(text);
    if (!isNext || parseMarker(text) !== null) break;
    found.push(index);
  }
  return found;
}

/** The headline: the line just above the line that says when the page was posted, else the first line that can be one. */
function headlineLines(source: SourceText, candidates: readonly number[], frame: ReadonlySet<number>): number[] {
  const possible = candidates.slice(0, 12).filter((index) => !frame.has(index));
  const at = possible.findIndex(
    (index, place) => canBeHeadline(textOf(source, index)) && !isLabel(source, index, possible[place + 1]),
  );
  const first = possible[at];
  const isBehindBody = possible.slice(0, Math.max(at, 0)).some((index) => isSentence(textOf(source, index)));
  if (first === undefined || isBehindBody) return [];
  const found = [first];
  for (const index of possible.slice(at + 1)) {
    const isNext = index === (found.at(-1) ?? 0) + 1 && textOf(source, index).length <= 200;
    if (!isNext || !startsLower(textOf(source, index))) break;
    found.push(index);
  }
  return found;
}

/** "TIN TRONG TỈNH" in capitals above the headline proper: the section of a portal. */
function isLabel(source: SourceText, index: number, next: number | undefined): boolean {
  const text = textOf(source, index);
  if (next === undefined || text.length > 60 || !isCapsLine(text)) return false;
  const below = textOf(source, next);
  return canBeHeadline(below) && !isCapsLine(below) && below.length > 25;
}

/** A line of running text: no headline stands below one. */
const isSentence = (text: string): boolean => text.length >= 60 && /[.;:]$/.test(text);

function canBeHeadline(text: string): boolean {
  if (text.length < 12 || text.length > longLine || text.includes('|')) return false;
  const marker = parseMarker(text);
  if (marker !== null && marker.style !== 'hash') return false;
  return !/[.;,]["”*_]{0,3}$/.test(text) && /\p{L}.*\s\p{L}/u.test(text);
}

function spanOf(source: SourceText, indices: readonly number[]): Line | null {
  const first = source.lines[indices[0] ?? -1];
  const last = source.lines[indices.at(-1) ?? -1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
