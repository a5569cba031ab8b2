import { z } from 'zod';
import type { Citation } from '../domain/citation.ts';
import type { Directive } from '../domain/directive.ts';
import { cite } from './cite.ts';
import type { KnownRelation } from './relation-source.ts';
import type { Tool } from './tool.ts';

const inputSchema = z.object({ document: z.string() });
export type ShowRelationsInput = z.infer<typeof inputSchema>;

export type CitedRelation = KnownRelation & { citation: Citation };

/** `own`: what the document says of others; `others`: what others say of it. Unknown id: null and empty. */
export type ShowRelationsResult = { directive: Directive | null; own: CitedRelation[]; others: CitedRelation[] };

/** What one document rests on, carries out, changes or replaces, and what changed or replaced it, each with its sentence. */
export const showRelations: Tool<ShowRelationsInput, ShowRelationsResult> = {
  name: 'show-relations',
  input: inputSchema,
  run: async ({ document }, { catalog, relationsOf }) => {
    const directive = catalog.directive(document);
    if (directive === null) return { directive, own: [], others: [] };
    const cited = (await relationsOf(directive)).map((known) => ({
      ...known,
      citation: cite(known.from, known.relation, []),
    }));
    return {
      directive,
      own: cited.filter(({ from }) => from.id === document),
      others: cited.filter(({ from }) => from.id !== document),
    };
  },
};
