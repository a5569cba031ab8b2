import { DataError } from '../../domain/errors.ts';
import { allReaders } from './all-readers.ts';
import type { ReadOptions, ReadResult } from './reader.ts';

/** Largest file we read; directives with annexes stay far below. */
export const maxFileBytes = 20 * 1024 * 1024;

/** The stored text of a file in any format we know, or the reason (a Vietnamese sentence) why there is none. Never throws. */
export async function readFile(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  if (bytes.length === 0) return { failed: 'Tệp rỗng, không có nội dung.' };
  if (bytes.length > maxFileBytes)
    return { failed: 'Tệp lớn hơn 20 MB, quá cỡ một văn bản; hãy tách nhỏ rồi nạp lại.' };
  const reader = allReaders.find((candidate) => candidate.accepts(bytes));
  if (reader === undefined) return { failed: 'Tệp không phải văn bản.' };
  try {
    return await reader.read(bytes, options);
  } catch (error) {
    if (error instanceof DataError) return { failed: error.message };
    return { failed: 'Tệp hỏng hoặc không đúng định dạng, không đọc được; hãy mở lại, lưu thành tệp mới rồi nạp lại.' };
  }
}
