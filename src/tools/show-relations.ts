import { z } from 'zod';
import type { Citation } from '../domain/citation.ts';
import type { Directive } from '../domain/directive.ts';
import { cite } from './cite.ts';
import type { KnownRelation } from './relation-source.ts';
import { asTool } from './tool.ts';

const inputSchema = z.object({ document: z.string() });
export type ShowRelationsInput = z.infer<typeof inputSchema>;

export type CitedRelation = KnownRelation & { citation: Citation };

/**
 * `own`: what the document says of others; `others`: what others say of it; `entry`: where it says since when it is in force, null where it
 * does not. Unknown id: null and empty.
 */
export type ShowRelationsResult = {
  directive: Directive | null;
  entry: Citation | null;
  own: CitedRelation[];
  others: CitedRelation[];
};

/** What one document rests on, carries out, changes or replaces, and what changed or replaced it, each with its sentence. */
export const showRelations = asTool<ShowRelationsInput, ShowRelationsResult>({
  name: 'show-relations',
  input: inputSchema,
  run: async ({ document }, { catalog, relationsOf, textOf }) => {
    const directive = catalog.directive(document);
    if (directive === null) return { directive, entry: null, own: [], others: [] };
    const cited = (await relationsOf(directive)).map((known) => ({
      ...known,
      citation: cite(known.from, known.relation, []),
    }));
    return {
      directive,
      entry: entryInto(directive, (await textOf(document)) ?? ''),
      own: cited.filter(({ from }) => from.id === document),
      others: cited.filter(({ from }) => from.id !== document),
    };
  },
});

const entry =
  /(?:nghị quyết|quyết định|kế hoạch|chỉ thị|văn bản|thông tư|nghị định|luật|quy định|quy chế|chương trình|hướng dẫn|đề án)\s{1,2}này[^.;]{0,120}?có\s{1,2}hiệu\s{1,2}lực[^.;]{0,200}/iu;

function entryInto(directive: Directive, text: string): Citation | null {
  const match = entry.exec(text);
  if (match === null) return null;
  const quote = match[0].trimEnd();
  return cite(directive, { quote, start: match.index, end: match.index + quote.length }, []);
}
