import { docx } from './docx/docx.ts';
import { plainText } from './plain-text.ts';
import type { Reader } from './reader.ts';

/** Every format we read, the first that accepts wins. A new format is a new file here and a line above `plainText`. */
export const allReaders: readonly Reader[] = [docx, plainText];
