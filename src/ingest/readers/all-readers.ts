import { docx } from './docx/docx.ts';
import { html } from './html/html.ts';
import { image } from './ocr/image.ts';
import { pdf } from './pdf/pdf.ts';
import { plainText } from './plain-text.ts';
import type { Reader } from './reader.ts';
import { csv } from './sheet/csv.ts';
import { xlsx } from './sheet/xlsx.ts';

/** Every format we read, the first that accepts wins. A new format is a new file here and a line above `plainText`. */
export const allReaders: readonly Reader[] = [pdf, image, docx, xlsx, html, csv, plainText];
