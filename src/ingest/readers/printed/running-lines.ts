import { fold } from '../../../vietnamese/fold.ts';
import { findSecrecyMark } from '../../secrecy/find-secrecy-mark.ts';
import { type Line, lineText, pageRows } from './page-lines.ts';
import type { PrintedPage } from './printed-page.ts';

/** Shares of the height: page numbers stand in the first, heads and feet that repeat in the second (Nghị định 30/2020/NĐ-CP: margins 20 mm). */
const numberEdge = 0.11;
const headEdge = 0.09;

const pageNumber = /^[-–—.\s|]{0,4}(?:trang|page)?\s?:?\s?\d{1,4}(?:\s?(?:\/|of|trên)\s?\d{1,4})?[-–—.\s|]{0,4}$/i;

/** Tells the lines at the edges of pages that are page numbers or stand on several pages alike; a mark of secrecy is never one. */
export function runningLines(pages: readonly PrintedPage[]): (page: PrintedPage) => (line: Line) => boolean {
  const seen = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const line of edgeLines(page)) {
      const key = keyOf(line);
      seen.set(key, (seen.get(key) ?? new Set()).add(page.number));
    }
  }
  const needed = Math.max(2, Math.min(3, pages.length));
  return (page) => {
    return (line) => {
      if (edgeShare(page, line) > numberEdge) return false;
      const text = lineText(line);
      if (pageNumber.test(text)) return true;
      if (edgeShare(page, line) > headEdge || findSecrecyMark(text, '') !== null) return false;
      return (seen.get(keyOf(line))?.size ?? 0) >= needed && !/^(?:phụ lục|biểu|mẫu|bảng)/i.test(text);
    };
  };
}

function edgeLines(page: PrintedPage): Line[] {
  const words = page.words.filter(
    ({ baseline }) => Math.min(baseline, page.height - baseline) <= page.height * headEdge,
  );
  return pageRows(words).flatMap(({ lines }) => lines);
}

/** How far from the nearer edge a line stands. */
const edgeShare = ({ height }: PrintedPage, { baseline }: Line): number =>
  Math.min(baseline, height - baseline) / height;

/** The words without their numbers, and about where they stand. */
const keyOf = (line: Line): string =>
  `${fold(lineText(line)).replace(/\d+/g, '#').slice(0, 80)} ${Math.round(line.baseline / 12)}`;
