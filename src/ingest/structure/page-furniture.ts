import { isBlank, type Line, type SourceText } from '../source-text.ts';
import { addArrivalStamps } from './arrival-stamp.ts';
import { bareLine, barePhrase } from './bare-phrase.ts';
import { lineStarts, menuWords, shortLine, wholeLines } from './furniture-phrases.ts';
import { isRule } from './line-shape.ts';
import { addPageEnd } from './page-end.ts';
import { isPostingLine } from './posting-line.ts';

/** A bare date or a menu entry counts as furniture among the first lines only. */
const topLines = 14;

/**
 * Which lines are page furniture: menus, counters, buttons, page numbers, running heads, arrival stamps, comment forms and all
 * that follows them. Indices into `source.lines`. When in doubt a line is text.
 */
export function findFurniture(source: SourceText): Set<number> {
  const furniture = new Set<number>();
  let seen = 0;
  for (const [index, line] of source.lines.entries()) {
    if (isBlank(line) || isTableCell(source, index)) continue;
    if (isFurnitureLine(source, line, seen++ < topLines) && !isBrokenDate(source, index)) furniture.add(index);
  }
  addMenus(source, furniture);
  addArrivalStamps(source, furniture);
  addRunningHeads(source, furniture);
  addPageEnd(source, furniture);
  return furniture;
}

/** "… trước ngày" with "12/11/2021." on the next line: the day of a sentence, not that of a page. */
function isBrokenDate({ lines, folded }: SourceText, index: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (before === undefined || line === undefined || before.end - before.start < 40) return false;
  return (
    /^\d{1,2}[/.-]\d/.test(folded.slice(line.start, line.end)) &&
    /(?:ngay|truoc|den|het|tu|vao|nhat|va|,)\s?$/.test(folded.slice(before.end - 12, before.end))
  );
}

/** A cell of a table written one cell a line: a bare "|" stands right above or below. */
function isTableCell({ lines, text }: SourceText, index: number): boolean {
  return [lines[index - 1], lines[index + 1]].some(
    (line) => line !== undefined && line.end - line.start === 1 && text[line.start] === '|',
  );
}

/** "… trong ngày hội. Ảnh: Trà Hương", "(Ảnh minh họa)": the line under a picture. */
const caption =
  /(?:^|[.(]\s?|\s\()Ảnh(?:\s(?:minh h[ọo][ạa]?|tư liệu|internet))?\s?(?::\s?[\p{L} .,&/-]{2,40})?\)?\.?$/iu;
/** Style of a page printed as text: "text-align:justify;line-height:150%". */
const style = /(?:text-align|line-height|font-(?:family|size)|margin(?:-[a-z]+)?|mso-[a-z-]+) ?: ?[^;\s]{1,30}[;"]/;
/** "Portal - Block_Toolbar": the name of a part of the page, shown by mistake. */
const namesWidget = /^[\w .-]{0,60}[a-z]_[a-z][\w .-]{0,60}$/;

function isFurnitureLine(source: SourceText, line: Line, isNearTop: boolean): boolean {
  if (line.end - line.start > shortLine) return false;
  const folded = source.folded.slice(line.start, line.end);
  if (/^[*_]{0,3}(?:quyet nghi|quyet dinh)\s?:[*_]{0,3}$/.test(folded)) return true;
  if (
    isRule(folded) ||
    (folded.length <= 60 && wholeLines.has(barePhrase(folded))) ||
    isPageNumber(folded) ||
    isPostingLine(folded, isNearTop)
  )
    return true;
  if (lineStarts.some((start) => folded.startsWith(start))) return true;
  if (isMenuBar(folded, isNearTop) || isMenuRun(folded) || namesWidget.test(folded) || style.test(folded)) return true;
  if (caption.test(source.text.slice(line.start, line.end))) return true;
  return /(?:^|\s)(?:»|›)\s/.test(folded) && /trang chu|tin tuc|thi dua/.test(folded) && !/[.;:]$/.test(folded);
}

/** "Trang chủ | Giới thiệu | Tin tức", "Thứ tư, 11/02/2026 | English | Đăng nhập": entries with bars between them. */
function isMenuBar(folded: string, isNearTop: boolean): boolean {
  const cells = folded.split('|').map((cell) => cell.trim());
  if (cells.length < 3) return false;
  const others = cells.filter((cell) => !wholeLines.has(barePhrase(cell)) && !menuWords.has(barePhrase(cell)));
  return others.length < cells.length && others.every((cell) => isPostingLine(cell, isNearTop));
}

/** "Đăng nhập RSS English Sơ đồ cổng": entries of a menu with nothing between them. */
function isMenuRun(folded: string): boolean {
  const words = barePhrase(folded).split(/\s+/);
  let entries = 0;
  let at = 0;
  while (at < words.length && words.length <= longestRun) {
    const length = [5, 4, 3, 2, 1].find((size) => isMenuEntry(words.slice(at, at + size), size));
    if (length === undefined) return false;
    at += length;
    entries++;
  }
  return entries >= 3;
}
const longestRun = 24;
const isMenuEntry = (words: readonly string[], size: number): boolean => {
  const phrase = words.join(' ');
  return words.length === size && (wholeLines.has(phrase) || menuWords.has(phrase));
};

function isPageNumber(folded: string): boolean {
  return /^[-=*_ ]{0,8}page break[-=*_ ]{0,8}$|^(?:trang|page)\s*:?\s*\d{1,4}(?:\s*(?:\/|of|tren)\s*\d{1,4})?$|^[-–—]\s?\d{1,4}\s?[-–—]$/.test(
    folded,
  );
}

/** Four or more short lines in a row, a third of them entries that portals have. */
function addMenus(source: SourceText, furniture: Set<number>): void {
  let run: number[] = [];
  const close = () => {
    const known = run.filter((index) => menuWords.has(bareLine(source, index)));
    if (run.length >= 4 && known.length * 3 >= run.length) for (const index of run) furniture.add(index);
    run = [];
  };
  for (const [index, line] of source.lines.entries()) {
    if (isBlank(line)) continue;
    const text = source.text.slice(line.start, Math.min(line.end, line.start + 50));
    if (text.length < 45 && (!/[.;:,\d]/.test(text) || menuWords.has(bareLine(source, index)))) run.push(index);
    else close();
  }
  close();
}

/** The same line three times or more, each beside a page number or a form feed. */
function addRunningHeads(source: SourceText, furniture: Set<number>): void {
  const seen = new Map<string, number[]>();
  for (const [index, line] of source.lines.entries()) {
    const length = line.end - line.start;
    if (length < 8 || length > 120 || furniture.has(index)) continue;
    if (!isBesidePageBreak(source, furniture, index)) continue;
    const text = source.folded.slice(line.start, line.end);
    seen.set(text, [...(seen.get(text) ?? []).slice(-400), index]);
  }
  for (const places of seen.values()) if (places.length >= 3) for (const index of places) furniture.add(index);
}

function isBesidePageBreak(source: SourceText, furniture: Set<number>, index: number): boolean {
  const { lines, folded, text } = source;
  for (let at = Math.max(0, index - 3); at <= Math.min(lines.length - 1, index + 3); at++) {
    const line = lines[at];
    if (line === undefined || at === index) continue;
    if (furniture.has(at) && isPageNumber(folded.slice(line.start, Math.min(line.end, line.start + 40)))) return true;
    if (text.charCodeAt(line.start - 1) === 12 || text.charCodeAt(line.end) === 12) return true;
  }
  return false;
}
