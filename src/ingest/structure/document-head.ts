import type { DirectiveType } from '../../domain/directive.ts';
import { isBlank, type SourceText } from '../source-text.ts';
import { isCutSpan } from './cut-span.ts';
import { cellsOf, isBodyLine, isNumberLine, isPlaceDateLine } from './frame-lines.ts';
import { type DocumentHead, longestTitleLine, spanOf, textOf } from './head-parts.ts';
import { headWithoutType } from './headline.ts';
import { endsSentence, isCapsLine, startsLower } from './line-shape.ts';
import { parseMarker } from './marker.ts';
import { parseTypeLine, parseTypeName } from './type-line.ts';

const headLines = 70;
const bodyOpeners =
  /^(?:can cu|thuc hien|trien khai|nham|de |nam \d{4}|trong |tren co so|xet |theo |phat huy|kinh gui|ngay |ubnd|uy ban nhan dan|ban hanh kem|kem theo|chu de|\()/;

/** Finds the head. A text without any has no title and ends it at its first line. */
export function findHead(source: SourceText, furniture: ReadonlySet<number>): DocumentHead {
  const candidates = candidateLines(source, furniture);
  const typeAt = candidates.findIndex((index) => typeOf(textOf(source, index)) !== null);
  return typeAt === -1 ? headWithoutType(source, candidates) : headWithType(source, candidates, typeAt);
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
  return cell.length <= longestTitleLine && isCapsLine(cell, 12) && !/[.:]$/.test(cell)
    ? (parseTypeName(cell)?.type ?? null)
    : null;
}

function headWithType(source: SourceText, candidates: readonly number[], typeAt: number): DocumentHead {
  const typeIndex = candidates[typeAt] ?? 0;
  const lines = new Set(
    candidates.slice(0, typeAt + 1).filter((index) => textOf(source, index).length < longestTitleLine),
  );
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

/** Who issues a document is named in full below its title; any other body there belongs to a title broken over lines. */
const formalIssuer =
  /^(?:[UỦ][YỶ] BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|(?:PHÓ )?CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|CHÍNH PHỦ|QUỐC HỘI|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|CHÁNH|VIỆN TRƯỞNG|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG)/u;
const leastWidth = 40;

/** "… TRONG CÁC CƠ / SỞ GIÁO DỤC …", "… THỰC HIỆN / NGHỊ QUYẾT SỐ 09-NQ/TU …": a title in capitals goes on right below. */
function isBrokenOff(
  source: SourceText,
  { titleLines, hasGap }: { titleLines: number[]; hasGap: boolean },
  text: string,
): boolean {
  const previous = titleLines.at(-1);
  if (previous === undefined || hasGap || !isCapsLine(text)) return false;
  const before = textOf(source, previous).replace(/(?<![*_|\s])[*_|\s]+$/g, '');
  if (/(?:THỰC HIỆN|TRIỂN KHAI|THEO|CỦA|VỀ|VÀ)$/u.test(before) && /^\p{Lu}[\p{Lu}\s]+ SỐ\s\d/u.test(text)) return true;
  return isCapsLine(before) && before.length >= leastWidth && isBodyLine(text) && !formalIssuer.test(text);
}

/** Whether a line is the next line of the trích yếu. */
function continuesTitle(source: SourceText, place: { titleLines: number[]; index: number; hasGap: boolean }): boolean {
  const text = textOf(source, place.index)
    .replace(/^[*_|\s]+/, '')
    .replace(/(?<![*_|\s])[*_|\s]+$/, '');
  const folded = source.folded.slice(source.lines[place.index]?.start, source.lines[place.index]?.end);
  const isOfTitle = isBrokenOff(source, place, text);
  if (text.length > longestTitleLine * 1.5 || isPlaceDateLine(text)) return false;
  if (!isOfTitle && (isBodyLine(text) || isNumberLine(text))) return false;
  const previous = place.titleLines.at(-1);
  if (previous !== undefined && isCutSpan(textOf(source, previous), text)) return true;
  if (
    /^[*_]{0,3}\(|^[*_]{0,3}kinh gui|^[*_]{0,3}can cu/.test(folded) ||
    parseMarker(text) !== null ||
    parseTypeLine(text) !== null
  )
    return false;
  if (previous === undefined) return isCapsLine(text) || !/[.:;,]$/.test(text);
  const before = textOf(source, previous).replace(/(?<![*_|\s])[*_|\s]+$/g, '');
  // A converter breaks off even "VỀ" or "CẢI".
  if (isCapsLine(text)) return isCapsLine(before, 2);
  if (/^CỦA\s/u.test(before) && place.titleLines.length === 1 && !place.hasGap) return true;
  if (endsSentence(before) || isCapsLine(before) || place.hasGap) return startsLower(text) && !endsSentence(before);
  return startsLower(text) || (!bodyOpeners.test(folded) && !/[.:;,]$/.test(text) && text.length <= 160);
}
