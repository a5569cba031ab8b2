import type { DirectiveDraft } from '../domain/directive.ts';
import { draftDirective, type ReadingOptions } from './draft-directive.ts';
import { readFile } from './readers/read-file.ts';
import type { ReadOptions } from './readers/reader.ts';
import { findSecrecyMark, type SecrecyMark } from './secrecy/find-secrecy-mark.ts';

export type { ReadingOptions, ReadingTables } from './draft-directive.ts';

/**
 * read: all that the document says. refused: marked as a state secret, nothing of it may be kept. failed: no document could be made of it.
 * Reasons are one Vietnamese sentence.
 */
export type ReadingResult =
  | { status: 'read'; draft: DirectiveDraft }
  | { status: 'refused'; reason: string }
  | { status: 'failed'; reason: string };

/** Reads files as directives, wherever that is done: here, or in a thread beside this one. Rejects on a fault of ours only. */
export type ReadFileAsDirective = (
  file: { name: string; bytes: Uint8Array },
  options: { today: string } & ReadOptions,
) => Promise<ReadingResult>;

/** Reads the bytes of a file as a directive. Never throws on any bytes; takes time in their number. */
export async function readDirective(bytes: Uint8Array, options: ReadingOptions & ReadOptions): Promise<ReadingResult> {
  const { name } = options;
  const named = findSecrecyMark('', name);
  if (named !== null) return { status: 'refused', reason: refusal(named) };
  const file = await readFile(bytes, { phrases: options.tables.phrases, ...options });
  if ('failed' in file) return { status: 'failed', reason: file.failed };
  const mark = findSecrecyMark(file.text, name) ?? findSecrecyMark(file.inPictures ?? '', '');
  if (mark !== null) return { status: 'refused', reason: refusal(mark) };
  const draft = draftDirective(file, options);
  if (draft === null) return { status: 'failed', reason: 'Tệp không có nội dung văn bản nào đọc được.' };
  return { status: 'read', draft };
}

function refusal({ degree, where }: SecrecyMark): string {
  const place = where === 'tên tệp' ? 'tên tệp mang dấu' : 'văn bản đóng dấu';
  return `Từ chối tiếp nhận: ${place} độ mật «${degree}»; không lưu và không xử lý bí mật nhà nước.`;
}
