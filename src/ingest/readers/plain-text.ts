import { pipedTables } from './drawn-table.ts';
import { decodeText } from './encoding/decode-text.ts';
import { parseFrontMatter, parseSavedOn } from './front-matter.ts';
import { noHints, type Reader, type ReadResult } from './reader.ts';
import { storedText } from './stored-text.ts';
import { unreadableReason } from './unreadable-reason.ts';

/** Plain text and Markdown, and the last resort: takes every file and says in words why it cannot be read when it is no text. */
export const plainText: Reader = {
  accepts: () => true,
  read: async (bytes) => readPlainText(bytes),
};

/** The stored text of a plain-text file, `---` front matter taken as hints about the document, or the reason it is none. */
export function readPlainText(bytes: Uint8Array): ReadResult {
  const reason = unreadableReason(bytes);
  if (reason !== null) return { failed: reason };
  const decoded = decodeText(bytes);
  if (decoded === null) return { failed: 'Tệp không phải văn bản, hoặc dùng bảng mã không nhận ra được.' };
  if (isData(decoded))
    return { failed: 'Tệp không phải văn bản (dữ liệu JSON hoặc XML), không nạp làm văn bản chỉ đạo.' };
  const text = pipedTables(storedText(withoutEscapes(decoded)));
  if (text.trim() === '') return { failed: 'Tệp không có nội dung.' };
  return { text, ...(parseFrontMatter(text) ?? parseSavedOn(text) ?? { bodyStart: 0, hints: noHints }) };
}

/** "2\. Tầm nhìn", "\- Các cấp ủy": a mark that Markdown keeps from being one. */
const withoutEscapes = (text: string): string => text.replace(/(?<=^|[\s*_\d\p{L}])\\(?=[.\-*_#+()[\]!>])/gmu, '');

/** JSON, JSON lines or XML: data about something, never a directive. */
function isData(text: string): boolean {
  const opening = text.slice(0, 2000).trimStart();
  return /^<\?xml\s/.test(opening) || /^(?:\{|\[\s*\{)\s*"[^"\n]{1,80}"\s*:/.test(opening);
}
