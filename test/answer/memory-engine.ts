import { createHash } from 'node:crypto';
import type { Engine } from '../../src/answer/engine.ts';
import type { Deadline } from '../../src/domain/deadline.ts';
import type { Directive } from '../../src/domain/directive.ts';
import type { Passage } from '../../src/domain/passage.ts';
import type { Target } from '../../src/domain/target.ts';
import { draftDirective } from '../../src/ingest/draft-directive.ts';
import { readPlainText } from '../../src/ingest/readers/plain-text.ts';
import { loadTables } from '../../src/tables.ts';
import { buildCatalog, type Catalog } from '../../src/tools/catalog.ts';
import { createReader, nameWriter } from '../../src/tools/create-reader.ts';
import { textWords } from '../../src/tools/text-terms.ts';
import type { ToolContext } from '../../src/tools/tool.ts';

export const tables = loadTables();
export const today = '2026-11-22';

type Rows = {
  directives: Directive[];
  targets: Target[];
  deadlines: Deadline[];
  passages: Passage[];
  texts: Map<string, string>;
};

/** Documents read by the real readers and held in memory, for tests that need no database. */
export function readRows(documents: Readonly<Record<string, string>>): Rows {
  const rows: Rows = { directives: [], targets: [], deadlines: [], passages: [], texts: new Map() };
  let id = 0;
  for (const [name, text] of Object.entries(documents)) {
    const bytes = new TextEncoder().encode(text);
    const file = readPlainText(bytes);
    const draft = 'failed' in file ? null : draftDirective(file, { name, tables, today });
    if (draft === null) throw new Error(`${name} is no directive`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const document = sha256.slice(0, 12);
    rows.directives.push({ ...draft.metadata, id: document, source: name, sha256, status: 'in_force' });
    rows.texts.set(document, draft.text);
    rows.passages.push(
      ...draft.passages.map((passage) => ({ ...passage, id: `${document}:${passage.ordinal}`, document })),
    );
    rows.targets.push(
      ...draft.figures.map((figure) => ({ ...figure, id: ++id, document, status: 'proposed' as const })),
    );
    rows.deadlines.push(
      ...draft.deadlines.map((deadline) => ({ ...deadline, id: ++id, document, status: 'proposed' as const })),
    );
  }
  return rows;
}

export const catalogOf = (rows: Rows): Catalog =>
  buildCatalog(rows, { gazetteer: tables.gazetteer, writeOut: nameWriter(tables) });

export const reader = createReader(tables);

/** The engine over documents in memory; passages are ranked by shared syllables. */
export function memoryEngine(documents: Readonly<Record<string, string>>): Engine {
  const rows = readRows(documents);
  const catalog = catalogOf(rows);
  const search: ToolContext['search'] = async ({ text, documents: ids, limit }) => {
    const wanted = new Set(textWords(text).folded);
    return rows.passages
      .filter(({ document }) => ids === null || ids.includes(document))
      .map((passage) => {
        const words = new Set(textWords(`${passage.heading.join(' ')} ${passage.text}`).folded);
        return { passage, score: [...words].filter((word) => wanted.has(word)).length };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  };
  const textOf = async (id: string) => rows.texts.get(id) ?? null;
  const tools: ToolContext = { catalog, reader, textOf, search, relationsOf: async () => [], today };
  return { tools: async () => tools };
}
