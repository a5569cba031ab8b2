import type { z } from 'zod';
import type { Citation } from '../domain/citation.ts';
import type { Directive } from '../domain/directive.ts';
import type { RankedPassage } from '../domain/passage.ts';
import type { Target } from '../domain/target.ts';
import { noTrace, type Trace } from '../domain/trace.ts';
import type { Catalog } from './catalog.ts';
import { cite } from './cite.ts';
import type { AskedReader } from './read-asked.ts';
import type { KnownRelation } from './relation-source.ts';

export type PassageQuery = {
  text: string;
  /** Only passages of these directives; null: of all in force. */
  documents: readonly string[] | null;
  limit: number;
};

/**
 * Why something was searched by words alone after all: everything, because the endpoint is down or its index is still in the making, or
 * those documents that may not be sent there.
 */
export type MeaningGap = 'endpoint' | 'making' | 'withheld';
export type FoundByMeaning = { ranked: RankedPassage[]; gap: MeaningGap | null };

/** What every tool may use. */
export type ToolContext = {
  catalog: Catalog;
  reader: AskedReader;
  /** The stored text of a directive, which all offsets point into; null for an unknown id. */
  textOf: (document: string) => Promise<string | null>;
  /** Ranked passages, best first; empty when nothing fits. */
  search: (query: PassageQuery) => Promise<RankedPassage[]>;
  /** The same by words and meaning; absent: no embedding model is configured. */
  searchMeaning?: (query: PassageQuery) => Promise<FoundByMeaning>;
  /** What a directive says of others and others of it; empty when nothing. */
  relationsOf: (directive: Directive) => Promise<KnownRelation[]>;
  /** ISO date. */
  today: string;
  /** Default: off. */
  trace?: Trace;
};

/** One thing that the engine, a command and, later, a model can ask for. Its page for the model is prompts/tools/<name>.md. */
export type Tool<Input, Result> = {
  name: string;
  input: z.ZodType<Input>;
  run: (input: Input, context: ToolContext) => Promise<Result>;
};

/** A tool as a step of whoever uses it. */
export const asTool = <Input, Result>(tool: Tool<Input, Result>): Tool<Input, Result> => ({
  ...tool,
  run: (input, context) => (context.trace ?? noTrace).step('tool', { name: tool.name }, () => tool.run(input, context)),
});

/** A figure with the citation that proves it. */
export type CitedTarget = { target: Target; citation: Citation };

/** The figures whose directives are known, each with its citation. */
export function citeTargets(targets: readonly Target[], catalog: Catalog): CitedTarget[] {
  return targets.flatMap((target) => {
    const directive = catalog.directive(target.document);
    return directive === null ? [] : [{ target, citation: cite(directive, target, target.heading) }];
  });
}
