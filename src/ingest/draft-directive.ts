import type { DirectiveDraft } from '../domain/directive.ts';
import type { Gazetteer } from '../vietnamese/gazetteer.ts';
import type { Phrases } from '../vietnamese/phrases.ts';
import { findDeadlines } from './deadlines/find-deadlines.ts';
import { doubtFigures } from './figures/doubt-figures.ts';
import { type FigureInput, findFigures } from './figures/find-figures.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { findPassages } from './passages/find-passages.ts';
import type { FileText } from './readers/reader.ts';
import { withAdjustedNames } from './relations/adjusted-names.ts';
import { findRelations } from './relations/find-relations.ts';
import { findValidity } from './relations/find-validity.ts';
import { sourceText } from './source-text.ts';
import { readStructure } from './structure/read-structure.ts';

export type ReadingTables = { gazetteer: Gazetteer; lexicon: FigureInput['lexicon']; phrases: Phrases };

/** `name`: of the file, shown and searched for a mark of secrecy. `today`: ISO date; the date of issue of a document cannot lie after it. */
export type ReadingOptions = { name: string; tables: ReadingTables; today: string };

/** All that the text of a file says as a directive; null when there is nothing to read in it. Takes time in its length. */
export function draftDirective(file: FileText, { name, tables, today }: ReadingOptions): DirectiveDraft | null {
  const source = sourceText(file.text, file.bodyStart);
  const structure = readStructure(source);
  if (structure.blocks.length === 0) return null;
  const { gazetteer, lexicon } = tables;
  const read = readMetadata({ source, structure, hints: file.hints, name, gazetteer });
  const metadata = read.date !== null && read.date > today ? { ...read, date: null } : read;
  const { text } = source;
  const { blocks } = structure;
  const figures = findFigures({ text, blocks, metadata, lexicon, gazetteer, today });
  return {
    metadata: { ...metadata, ...findValidity(source, blocks, metadata.date) },
    text,
    relations: findRelations({ source, blocks, title: structure.head.title, number: metadata.number }),
    ...(file.pages === undefined ? {} : { pages: file.pages }),
    passages: findPassages(source, blocks),
    figures: doubtFigures(withAdjustedNames(figures, lexicon.keyOf), file.doubts ?? []),
    deadlines: findDeadlines({ source, blocks, metadata }),
  };
}
