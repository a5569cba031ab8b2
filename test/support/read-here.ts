import { type ReadFileAsDirective, type ReadingTables, readDirective } from '../../src/ingest/read-directive.ts';

/** Reads files in this very thread. */
export const readHere =
  (tables: ReadingTables): ReadFileAsDirective =>
  ({ name, bytes }, options) =>
    readDirective(bytes, { ...options, name, tables });
