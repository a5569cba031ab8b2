import type { SourceText } from '../source-text.ts';
import { cellsOf, isBodyLine, isNationalLine, isNumberLine, isPlaceDateLine } from './frame-lines.ts';
import { type DocumentHead, longestTitleLine, spanOf, textOf } from './head-parts.ts';
import { startsLower } from './line-shape.ts';
import { parseMarker } from './marker.ts';
import { isSectionLabel } from './section-label.ts';
import { parseTypeName } from './type-line.ts';

const frameLines = 30;
/** A line of a portal above the headline is not longer. */
const labelLength = 60;

/** The head of a text without a line for its kind: the "V/v" of a công văn, or a web page's headline. */
export function headWithoutType(source: SourceText, candidates: readonly number[]): DocumentHead {
  const lines = frameOf(source, candidates);
  const titleLines = subjectLines(source, candidates) ?? headlineLines(source, candidates, lines);
  for (const index of [...titleLines, ...labelsAbove(source, candidates, titleLines[0])]) lines.add(index);
  const ends = [...lines].map((index) => source.lines[index]?.end ?? 0);
  const end = ends.reduce((last, own) => Math.max(last, own), source.lines[0]?.start ?? 0);
  return { type: null, title: spanOf(source, titleLines), lines, end };
}

/** Lines of number, place and date, and the bodies named beside them. Bodies in capitals without any of those are a headline. */
function frameOf(source: SourceText, candidates: readonly number[]): Set<number> {
  const bodies: number[] = [];
  const sure: number[] = [];
  for (const index of candidates.slice(0, frameLines)) {
    const cells = cellsOf(textOf(source, index));
    if (/^kính gửi/i.test(cells[0] ?? '') || textOf(source, index).length > 200) break;
    if (cells.length === 0 || isFullTitle(cells[0] ?? '')) continue;
    if (cells.every((cell) => isNationalLine(cell) || isNumberLine(cell) || isPlaceDateLine(cell))) sure.push(index);
    else if (cells.every((cell) => isFrameCell(cell))) bodies.push(index);
  }
  return new Set(sure.length === 0 ? [] : [...sure, ...bodies]);
}

/** "Kế hoạch số 17/KH-UBND ngày 03/02/2023 của UBND huyện về chuyển đổi số năm 2023": number and subject in one. */
const isFullTitle = (cell: string): boolean =>
  parseTypeName(cell) !== null && /\d\s?\/\s?\p{Lu}[\p{L}-]*\s[^\n]{0,120}(?<!\p{L})(?:về|V\/v)\s\p{L}/u.test(cell);

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
    const isNext = index === (found.at(-1) ?? 0) + 1 && text.length <= 80 && !isFrameCell(text);
    if (!isNext || /^\||kính gửi/i.test(text) || formField.test(text) || parseMarker(text) !== null) break;
    found.push(index);
  }
  return found;
}

/** "Ngày ban hành: 12/4/2024", "Người ký: …": a portal's form beside a document. */
const formField =
  /^(?:Ngày|Cơ quan|Đơn vị|Nơi|Người ký|Số|Loại|Trích yếu|Lĩnh vực|Hiệu lực|Tình trạng|Tệp|File)(?:\s[^:]{2,24})?\s?:/iu;

/** The first line that can be a headline, and those that continue it; none below a line of running text. */
function headlineLines(source: SourceText, candidates: readonly number[], frame: ReadonlySet<number>): number[] {
  const possible = candidates.slice(0, 12).filter((index) => !frame.has(index));
  const at = possible.findIndex((index, place) => {
    const text = textOf(source, index);
    return (
      canBeHeadline(text) &&
      !isPlaceAlone(text) &&
      !isSectionLabel(text, textBelow(source, text, possible.slice(place + 1))) &&
      !isCell(source, index)
    );
  });
  const first = possible[at];
  if (first === undefined || possible.slice(0, at).some((index) => isSentence(textOf(source, index)))) return [];
  const found = [first];
  for (const index of possible.slice(at + 1)) {
    const text = textOf(source, index);
    if (index !== (found.at(-1) ?? 0) + 1 || text.length > 200 || !startsLower(text)) break;
    found.push(index);
  }
  return found;
}

/** Short lines above a headline: the portal, its sections. */
function labelsAbove(source: SourceText, candidates: readonly number[], headline: number | undefined): number[] {
  if (headline === undefined) return [];
  return candidates.filter((index) => {
    const text = textOf(source, index);
    return index < headline && text.length <= labelLength && !/[.;:|]$/.test(text) && parseMarker(text) === null;
  });
}

/** The line right below another that can be a headline, for a body's name any soon below it; null for none. */
function textBelow(source: SourceText, text: string, next: readonly number[]): string | null {
  const below = next.slice(0, isBodyLine(text) ? 5 : 1).map((index) => textOf(source, index));
  return below.find((line) => canBeHeadline(line)) ?? null;
}

/** A line with a bare bar right above and below is a cell of a table. */
const isCell = (source: SourceText, index: number): boolean =>
  [index - 1, index + 1].every((beside) => source.lines[beside] !== undefined && textOf(source, beside) === '|');

/** "Tỉnh Lạng Sơn": whose portal it is. */
const isPlaceAlone = (text: string): boolean =>
  /^(?:UBND|HĐND|[UỦ][yỷ] ban nhân dân|Đảng [uủ][yỷ]|Đảng bộ)\s(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường)(?:\s\p{Lu}[\p{L}'’-]*){1,4}$/u.test(
    text,
  ) || /^(?:Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường|Sở|Bộ|Báo|Đài)(?:\s\p{Lu}[\p{L}'’-]*){1,4}$/u.test(text);

/** A line of running text: no headline stands below one. */
const isSentence = (text: string): boolean => text.length >= 60 && /[.;:]$/.test(text);

function canBeHeadline(text: string): boolean {
  if (text.length < 12 || text.length > longestTitleLine || text.includes('|')) return false;
  const marker = parseMarker(text);
  if (marker !== null && marker.style !== 'hash') return false;
  // "Phương án sản xuất vụ Đông năm 2025." with a full stop is one all the same.
  const isNamed = /^[^:;%]{12,120}\d{4}\.$/.test(text) && parseTypeName(text) !== null;
  const said = isNamed ? text.slice(0, -1) : text;
  return !/[.;,:]["”*_]{0,3}$|^căn cứ\s|^[*_]{0,2}\(/iu.test(said) && /^[^\p{L}]*\p{L}.*\s\p{L}/u.test(text);
}
