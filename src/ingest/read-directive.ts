import type { DirectiveDraft } from '../domain/directive.ts';
import type { Gazetteer } from '../vietnamese/gazetteer.ts';
import { findDeadlines } from './deadlines/find-deadlines.ts';
import { type FigureInput, findFigures } from './figures/find-figures.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { findPassages } from './passages/find-passages.ts';
import { readFile } from './readers/read-file.ts';
import { findSecrecyMark, type SecrecyMark } from './secrecy/find-secrecy-mark.ts';
import { sourceText } from './source-text.ts';
import { readStructure } from './structure/read-structure.ts';

export type ReadingTables = { gazetteer: Gazetteer; lexicon: FigureInput['lexicon'] };

/** `name`: of the file, shown and searched for a mark of secrecy. `today`: ISO date; the date of issue of a document cannot lie after it. */
export type ReadingOptions = { name: string; tables: ReadingTables; today: string };

/**
 * read: all that the document says. refused: marked as a state secret, nothing of it may be kept. failed: no document could be made of it.
 * Reasons are one Vietnamese sentence.
 */
export type ReadingResult =
  | { status: 'read'; draft: DirectiveDraft }
  | { status: 'refused'; reason: string }
  | { status: 'failed'; reason: string };

/** Reads the bytes of a file as a directive. Never throws on any bytes; takes time in their number. */
export function readDirective(bytes: Uint8Array, { name, tables, today }: ReadingOptions): ReadingResult {
  const named = findSecrecyMark('', name);
  if (named !== null) return { status: 'refused', reason: refusal(named) };
  const file = readFile(bytes, name);
  if ('failed' in file) return { status: 'failed', reason: file.failed };
  const mark = findSecrecyMark(file.text, name);
  if (mark !== null) return { status: 'refused', reason: refusal(mark) };
  const source = sourceText(file.text, file.bodyStart);
  const structure = readStructure(source);
  if (structure.blocks.length === 0) return { status: 'failed', reason: 'Tệp không có nội dung văn bản nào đọc được.' };
  const { gazetteer, lexicon } = tables;
  const read = readMetadata({ source, structure, hints: file.hints, name, gazetteer });
  const metadata = read.date !== null && read.date > today ? { ...read, date: null } : read;
  const { text } = source;
  const { blocks } = structure;
  return {
    status: 'read',
    draft: {
      metadata,
      text,
      passages: findPassages(source, blocks),
      figures: findFigures({ text, blocks, metadata, lexicon, gazetteer }),
      deadlines: findDeadlines({ source, blocks, metadata }),
    },
  };
}

function refusal({ degree, where }: SecrecyMark): string {
  const place = where === 'tên tệp' ? 'tên tệp mang dấu' : 'văn bản đóng dấu';
  return `Từ chối tiếp nhận: ${place} độ mật «${degree}»; không lưu và không xử lý bí mật nhà nước.`;
}
