import { allReaders } from './all-readers.ts';
import type { ReadResult } from './reader.ts';

/** Largest file we read; directives with annexes stay far below. */
export const maxFileBytes = 20 * 1024 * 1024;

/** The stored text of a file in any format we know, or the reason (a Vietnamese sentence) why there is none. Never throws. */
export function readFile(bytes: Uint8Array, name: string): ReadResult {
  if (bytes.length === 0) return { failed: 'Tệp rỗng, không có nội dung.' };
  if (bytes.length > maxFileBytes)
    return { failed: 'Tệp lớn hơn 20 MB, quá cỡ một văn bản; hãy tách nhỏ rồi nạp lại.' };
  const head = bytes.subarray(0, 512);
  const reader = allReaders.find((candidate) => candidate.accepts(head, name));
  return reader === undefined ? { failed: 'Tệp không phải văn bản.' } : reader.read(bytes, name);
}
