import type { Page } from '../../../domain/page.ts';
import type { FileText, Stretch } from '../reader.ts';
import type { Word } from './printed-page.ts';

/** Characters that no text holds (private use; readers take them out) note places in a text while it is built. */
const opensDoubt = '\ue000';
const closesDoubt = '\ue001';
const opensPage = '\ue002';

/** The text of a word, noted where it was recognised with low confidence. */
export const marked = ({ text, isDoubtful }: Word): string => (isDoubtful ? opensDoubt + text + closesDoubt : text);

/** Notes that a page begins here. */
export const pageMark = (number: number): string => opensPage + String.fromCharCode(0xe100 + number);

/** A text without the notes in it, and what they said. */
export function readMarks(file: FileText): FileText {
  const doubts: Stretch[] = [];
  const pages: Page[] = [];
  let text = '';
  let open = 0;
  let from = 0;
  for (const match of file.text.matchAll(/\ue002([\ue100-\uf8ff])|[\ue000\ue001]/g)) {
    text += file.text.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] !== undefined) addPage(pages, { number: match[1].charCodeAt(0) - 0xe100, start: text.length });
    else if (match[0] === opensDoubt) open = text.length;
    else doubts.push({ start: open, end: text.length });
  }
  text += file.text.slice(from);
  return { ...file, text, ...(pages.length < 2 ? {} : { pages }), ...(doubts.length === 0 ? {} : { doubts }) };
}

/** A cell that stands in several columns says its page several times. */
function addPage(pages: Page[], page: Page): void {
  if (page.number > (pages.at(-1)?.number ?? 0)) pages.push(page);
}
