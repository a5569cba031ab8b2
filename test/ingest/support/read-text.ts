import type { Metadata } from '../../../src/domain/directive.ts';
import { readMetadata } from '../../../src/ingest/metadata/read-metadata.ts';
import { readPlainText } from '../../../src/ingest/readers/plain-text.ts';
import { type SourceText, sourceText } from '../../../src/ingest/source-text.ts';
import { readStructure, type Structure } from '../../../src/ingest/structure/read-structure.ts';
import { loadTables } from '../../../src/tables.ts';

export const tables = loadTables();

/** A text taken apart as ingest does it; throws when it cannot be read as a file. */
export function takeApart(
  text: string,
  name = 'van-ban.txt',
): { source: SourceText; structure: Structure; metadata: Metadata } {
  const file = readPlainText(new TextEncoder().encode(text));
  if ('failed' in file) throw new Error(file.failed);
  const source = sourceText(file.text, file.bodyStart);
  const structure = readStructure(source);
  const metadata = readMetadata({ source, structure, hints: file.hints, name, gazetteer: tables.gazetteer });
  return { source, structure, metadata };
}
