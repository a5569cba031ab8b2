import { isBlank, type Line, type SourceText } from '../source-text.ts';
import { endMarks, lineStarts, menuWords, shortLine, wholeLines } from './furniture-phrases.ts';
import { isRule } from './line-shape.ts';
import { isPostingLine } from './posting-line.ts';

/** A line this long is body text whatever stands around it. */
const bodyLength = 160;
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
    if (isFurnitureLine(source, line, seen++ < topLines)) furniture.add(index);
  }
  addMenus(source, furniture);
  addArrivalStamps(source, furniture);
  addRunningHeads(source, furniture);
  addWhatFollowsTheEnd(source, furniture);
  addBylines(source, furniture);
  return furniture;
}

/** A cell of a table written one cell a line: a bare "|" stands right above or below. */
function isTableCell({ lines, text }: SourceText, index: number): boolean {
  return [lines[index - 1], lines[index + 1]].some(
    (line) => line !== undefined && line.end - line.start === 1 && text[line.start] === '|',
  );
}

function isFurnitureLine(source: SourceText, line: Line, isNearTop: boolean): boolean {
  if (line.end - line.start > shortLine) return false;
  const folded = source.folded.slice(line.start, line.end);
  if (/^[*_]{0,3}(?:quyet nghi|quyet dinh)\s?:[*_]{0,3}$/.test(folded)) return true;
  if (isRule(folded) || wholeLines.has(bare(folded)) || isPageNumber(folded) || isPostingLine(folded, isNearTop))
    return true;
  if (lineStarts.some((start) => folded.startsWith(start))) return true;
  if (isMenuBar(folded, isNearTop)) return true;
  return /(?:^|\s)(?:»|›)\s/.test(folded) && /trang chu|tin tuc|thi dua/.test(folded) && !/[.;:]$/.test(folded);
}

/** "Trang chủ | Giới thiệu | Tin tức", "Thứ tư, 11/02/2026 | English | Đăng nhập": entries with bars between them. */
function isMenuBar(folded: string, isNearTop: boolean): boolean {
  const cells = folded.split('|').map((cell) => bare(cell.trim()));
  const isEntry = (cell: string) => wholeLines.has(cell) || menuWords.has(cell);
  const others = folded.split('|').filter((cell) => !isEntry(bare(cell.trim())));
  return cells.length >= 3 && cells.some(isEntry) && others.every((cell) => isPostingLine(cell.trim(), isNearTop));
}

/** Without marks and counts at both ends: "Tin liên quan:" and "» Tin liên quan (3)" are the same line. */
function bare(folded: string): string {
  const inner = folded
    .replace(/^[^a-z(]+/, '')
    .replace(/[^a-z+)-]+$/, '')
    .replace(/\s*\(\d{1,4}\)$/, '');
  return /^(.{4,30}) \1$/.exec(inner)?.[1] ?? inner;
}

function isPageNumber(folded: string): boolean {
  return /^(?:trang|page)\s*:?\s*\d{1,4}(?:\s*(?:\/|of|tren)\s*\d{1,4})?$|^[-–—]\s?\d{1,4}\s?[-–—]$/.test(folded);
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
    if (text.length < 45 && !/[.;:,\d]/.test(text)) run.push(index);
    else close();
  }
  close();
}

function bareLine(source: SourceText, index: number): string {
  const line = source.lines[index];
  return line === undefined ? '' : bare(source.folded.slice(line.start, Math.min(line.end, line.start + 60)));
}

const arrival =
  /^(?:(?:cong )?van(?: ban)? den|den)\s{0,3}(?:so|ngay|gio)?\s{0,3}[:.]?\s{0,3}(?:so|ngay)?[:.…\d/\s-]{0,40}$/;
const stampLine =
  /^(?:chuyen|luu ho so|so|den|ngay|gio|ky hieu ho so)(?![a-z])[^.]{0,30}[:.…][\d/.…\s]{0,40}(?:ngay\s?:?[\d/.…\s]{0,30})?$/;

/** "ĐẾN Ngày: 19/08/2021 · Chuyển: · Lưu hồ sơ số:" of the receiving mail room, and the receiver's name above it. */
function addArrivalStamps(source: SourceText, furniture: Set<number>): void {
  const { lines, folded } = source;
  for (const [index, line] of lines.entries()) {
    if (line.end - line.start > 60) continue;
    const text = folded.slice(line.start, line.end);
    if (!/^(?:cong van )?den\s*(?:so|ngay)?\s*[:.]?\s*(?:so|ngay)?\s*[:.…\d/\s-]*$/.test(text) || text === 'den')
      continue;
    furniture.add(index);
    for (const other of neighbours(lines, index, 3)) {
      const near = folded.slice(lines[other]?.start, lines[other]?.end);
      if (stampLine.test(near)) furniture.add(other);
      if (
        other < index &&
        /^(?:lien doan|so|ubnd|uy ban|van phong|ban|chi cuc|cuc|phong|hoi)\b/.test(near) &&
        isCaps(source, other)
      ) {
        furniture.add(other);
      }
    }
  }
}

function neighbours(lines: readonly Line[], index: number, count: number): number[] {
  const found: number[] = [];
  for (const step of [-1, 1]) {
    let left = count;
    for (let at = index + step; left > 0 && lines[at] !== undefined; at += step) {
      if (isBlank(lines[at] as Line)) continue;
      found.push(at);
      left--;
    }
  }
  return found;
}

function isCaps(source: SourceText, index: number): boolean {
  const line = source.lines[index];
  if (line === undefined) return false;
  const text = source.text.slice(line.start, line.end);
  return text === text.toUpperCase() && text !== text.toLowerCase();
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

/**
 * From an end mark in the second half of the text on, everything is furniture; before that only the short lines up to the next long one
 * (a side bar that was printed ahead of the article). The author's name just above the end goes too.
 */
function addWhatFollowsTheEnd(source: SourceText, furniture: Set<number>): void {
  const { lines } = source;
  let bodySeen = 0;
  const bodyTotal = lines.reduce((sum, line) => sum + bodyLengthOf(line), 0);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    bodySeen += bodyLengthOf(line);
    if (line.end - line.start > 60 || isBlank(line) || !endMarks.has(bareLine(source, index))) continue;
    const isLast = bodySeen >= bodyTotal * 0.5;
    for (let at = index; at < lines.length; at++) {
      if (!isLast && bodyLengthOf(lines[at] as Line) > 0) break;
      furniture.add(at);
    }
    if (isLast) return;
  }
}

const bodyLengthOf = (line: Line): number => (line.end - line.start >= bodyLength ? line.end - line.start : 0);

/** Who wrote a web article, on its last line or two: "P.V", "Nguồn: …", "Tin, ảnh: …". A person's name alone is left to the foot. */
function addBylines(source: SourceText, furniture: Set<number>): void {
  let left = 2;
  for (let index = source.lines.length - 1; index >= 0 && left > 0; index--) {
    const line = source.lines[index] as Line;
    if (isBlank(line) || furniture.has(index)) continue;
    const folded = source.folded.slice(line.start, Math.min(line.end, line.start + 100));
    if (!byline.test(folded) || line.end - line.start > 70) return;
    furniture.add(index);
    left--;
  }
}

const byline =
  /^[(*\s]{0,3}(?:p\.?\s?v\.?|bbt|bien tap|ban bien tap|ttxvn|t\/h|tong hop|nguon(?: tin)?\s?:.{2,60}|theo\s?:?\s[a-z .]{3,40}|(?:tin|bai|anh|bai va anh|tin va anh|tin, anh|tin, bai|bai, anh|tin, bai, anh|thuc hien)\s?:.{2,60}|nguoi viet\s?:.{2,60})[)*\s.]{0,3}$/;
