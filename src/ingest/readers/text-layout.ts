import type { Page } from '../../domain/page.ts';
import { toNfc } from '../../vietnamese/normalize.ts';
import { type FileText, noHints, type ReadResult } from './reader.ts';

/** Builds the stored text of a document piece by piece. */
export type TextLayout = {
  /** A paragraph; its own line breaks stay. `joined`: right below the one before, without a blank line. Blank ones are left out. */
  paragraph(text: string, joined?: boolean): void;
  /** Rows of a table, one a line, set off by blank lines. */
  rows(lines: readonly string[]): void;
  /** The page of this number begins here. */
  page(number: number): void;
  result(): ReadResult;
};

/** No document is longer; what unpacks to more is no directive. */
const longestText = 24 * 2 ** 20;

/** Starts an empty text. */
export function textLayout(): TextLayout {
  const pieces: string[] = [];
  const pages: Page[] = [];
  let length = 0;
  const add = (text: string, gap: string) => {
    if (length > longestText) return;
    const piece = length === 0 ? text : gap + text;
    pieces.push(piece);
    length += piece.length;
  };
  return {
    paragraph(text, joined = false) {
      const clean = cleanLines(text);
      if (clean !== '') add(clean, joined ? '\n' : '\n\n');
    },
    rows(lines) {
      const filled = lines.map((line) => toNfc(line));
      if (filled.length > 0) add(filled.join('\n'), '\n\n');
    },
    page(number) {
      if (number > (pages.at(-1)?.number ?? 0)) pages.push({ number, start: length });
    },
    result: () => finished(pieces, pages, length),
  };
}

function finished(pieces: readonly string[], pages: Page[], length: number): ReadResult {
  if (length === 0) return { failed: 'Tệp không có nội dung văn bản nào đọc được.' };
  if (length > longestText) return { failed: 'Tệp quá dài, vượt cỡ một văn bản; hãy tách nhỏ rồi nạp lại.' };
  const file: FileText = { text: `${pieces.join('')}\n`, bodyStart: 0, hints: noHints };
  return pages.length < 2 ? file : { ...file, pages };
}

/** NFC, line by line without blanks at the ends; a run of tabs is one. */
function cleanLines(text: string): string {
  return toNfc(text)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) =>
      line
        .replaceAll('\u00a0', ' ')
        .replace(/ {0,8}\t[\t ]*/g, '\t')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}
