import { decodeText } from './encoding/decode-text.ts';
import { fileSignature } from './file-signature.ts';
import { parseFrontMatter } from './front-matter.ts';
import { noHints, type Reader, type ReadResult } from './reader.ts';
import { storedText } from './stored-text.ts';

/** Plain text and Markdown, and the last resort: takes every file and says in words why it cannot be read when it is no text. */
export const plainText: Reader = {
  accepts: () => true,
  read: async (bytes) => readPlainText(bytes),
};

/** The stored text of a plain-text file, `---` front matter taken as hints about the document, or the reason it is none. */
export function readPlainText(bytes: Uint8Array): ReadResult {
  const kind = fileSignature(bytes.subarray(0, 16));
  if (kind !== null) return { failed: `Tệp không phải văn bản thuần (${kind}); hãy chuyển thành tệp .txt hoặc .md.` };
  const decoded = decodeText(bytes);
  if (decoded === null)
    return { failed: 'Tệp không phải văn bản, hoặc dùng bảng mã chưa đọc được (cần UTF-8 hoặc UTF-16).' };
  if (/^\s*<(?:!doctype html|html)\b/i.test(decoded.slice(0, 400))) {
    return { failed: 'Tệp không phải văn bản thuần (trang HTML); hãy chép phần chữ ra tệp .txt hoặc .md.' };
  }
  if (isData(decoded))
    return { failed: 'Tệp không phải văn bản (dữ liệu JSON hoặc XML), không nạp làm văn bản chỉ đạo.' };
  const text = storedText(decoded);
  if (text.trim() === '') return { failed: 'Tệp không có nội dung.' };
  return { text, ...(parseFrontMatter(text) ?? { bodyStart: 0, hints: noHints }) };
}

/** JSON, JSON lines or XML: data about something, never a directive. */
function isData(text: string): boolean {
  const opening = text.slice(0, 2000).trimStart();
  return /^<\?xml\s/.test(opening) || /^(?:\{|\[\s*\{)\s*"[^"\n]{1,80}"\s*:/.test(opening);
}
