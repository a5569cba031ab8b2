import { z } from 'zod';
import type { Locality } from '../domain/locality.ts';
import type { ModelTool } from '../domain/model.ts';
import type { Period } from '../domain/period.ts';
import { compareTargets } from '../tools/compare-targets.ts';
import { findDuties } from '../tools/find-duties.ts';
import { findPassages } from '../tools/find-passages.ts';
import { listDeadlines } from '../tools/list-deadlines.ts';
import { listDirectives } from '../tools/list-directives.ts';
import { listTargets } from '../tools/list-targets.ts';
import { type LookUpResult, lookUpTarget } from '../tools/look-up-target.ts';
import { showDirective } from '../tools/show-directive.ts';
import { showRelations } from '../tools/show-relations.ts';
import type { ToolContext } from '../tools/tool.ts';
import type { EvidenceLedger } from './evidence-ledger.ts';
import { markQuestion } from './question-marks.ts';
import type { AskedSide } from './sides.ts';

export type ModelToolInput = {
  tools: ToolContext;
  ledger: EvidenceLedger;
  /** Ids of the directives the question may be answered from; null: any. */
  documents: readonly string[] | null;
  /** Told that nobody set what was looked up, in whose words and where. */
  absent(found: { words: string; side: AskedSide; result: LookUpResult }): void;
};

/** A tool of the house as a model calls it: places and times in words, documents by the ids it was shown. */
export type NamedTool = Omit<ModelTool, 'page'>;

const words = z.string().max(500);
const place = z.string().max(200).nullish();
const time = z.string().max(100).nullish();
const ids = z.array(z.string().max(20)).max(20).nullish();
const mostLines = 40;
const nothing = 'Không có.';

/** Every tool, reading only; what each finds is written into the ledger and shown by its ids. */
export function modelTools(input: ModelToolInput): NamedTool[] {
  return [...figureTools(input), ...textTools(input)];
}

function figureTools(input: ModelToolInput): NamedTool[] {
  const { tools, ledger } = input;
  return [
    named(
      lookUpTarget.name,
      z.object({ words, locality: place, period: time, documents: ids }),
      async ({ words, locality, period, documents }) => {
        const side = readSide(locality, period, tools);
        const result = await lookUpTarget.run(
          { words, ...side, documents: documentsWithin(documents, input), kinds: ['target'] },
          tools,
        );
        if (result.found.length === 0) input.absent({ words, side, result });
        return linesOf(result.found.map((cited) => ledger.figure(cited)));
      },
    ),
    named(
      compareTargets.name,
      z.object({
        words,
        sides: z
          .array(z.object({ locality: place, period: time }))
          .min(1)
          .max(8),
      }),
      async ({ words, sides }) => {
        const asked = sides.map(({ locality, period }) => readSide(locality, period, tools));
        const { sides: found } = await compareTargets.run(
          { words, sides: asked, documents: documentsWithin(null, input) },
          tools,
        );
        return linesOf(found.flatMap((side) => side.found.map((cited) => ledger.figure(cited))));
      },
    ),
    named(
      listTargets.name,
      z.object({ locality: place, period: time, documents: ids, topic: words.nullish() }),
      async ({ locality, period, documents, topic }) => {
        const side = readSide(locality, period, tools);
        const { found } = await listTargets.run(
          {
            localities: side.locality === null ? [] : [side.locality],
            period: side.period,
            documents: documentsWithin(documents, input),
            topic: topic ?? '',
            kinds: ['target'],
          },
          tools,
        );
        return linesOf(found.map((cited) => ledger.figure(cited)));
      },
    ),
  ];
}

function textTools(input: ModelToolInput): NamedTool[] {
  const { tools, ledger } = input;
  return [
    named(findPassages.name, z.object({ words, documents: ids }), async ({ words, documents }) => {
      const { found } = await findPassages.run(
        { words, documents: documentsWithin(documents, input), isStrict: false },
        tools,
      );
      return linesOf(found.map(({ citation }) => ledger.quote(citation)));
    }),
    named(findDuties.name, z.object({ office: z.string().max(200), documents: ids }), async ({ office, documents }) => {
      const { found } = await findDuties.run({ office, documents: documentsWithin(documents, input) }, tools);
      return linesOf(found.map(({ citation }) => ledger.quote(citation)));
    }),
    named(listDirectives.name, z.object({ locality: place, period: time }), async ({ locality, period }) => {
      const side = readSide(locality, period, tools);
      const { directives } = await listDirectives.run(
        {
          type: null,
          number: null,
          date: null,
          localityKeys: side.locality === null ? [] : tools.catalog.keysAround([side.locality]),
          periods: side.period === null ? [] : [side.period],
        },
        tools,
      );
      return linesOf(directives.map((directive) => ledger.directive(directive)));
    }),
    named(
      showDirective.name,
      z.object({ document: z.string().max(20), fields: z.array(z.enum(fieldNames)).min(1).max(7) }),
      async ({ document, fields }) => {
        const { fields: shown } = await showDirective.run(
          { document: ledger.documentOf(document) ?? '', fields },
          tools,
        );
        return linesOf(shown.flatMap(({ citation }) => (citation === null ? [] : [ledger.quote(citation)])));
      },
    ),
    named(showRelations.name, z.object({ document: z.string().max(20) }), async ({ document }) => {
      const { own, others } = await showRelations.run({ document: ledger.documentOf(document) ?? '' }, tools);
      return linesOf([...own, ...others].map(({ citation }) => ledger.quote(citation)));
    }),
    named(
      listDeadlines.name,
      z.object({ words, locality: place, documents: ids }),
      async ({ words, locality, documents }) => {
        const side = readSide(locality, null, tools);
        const { found } = await listDeadlines.run(
          {
            words,
            to: '',
            kind: null,
            localities: side.locality === null ? [] : [side.locality],
            period: null,
            documents: documentsWithin(documents, input),
          },
          tools,
        );
        return linesOf(found.map(({ citation }) => ledger.quote(citation)));
      },
    ),
  ];
}

const fieldNames = ['number', 'date', 'signer', 'issuer', 'recipients', 'title', 'period'] as const;

function named<Input>(name: string, input: z.ZodType<Input>, run: (given: Input) => Promise<string>): NamedTool {
  return { name, input, run: async (given) => run(input.parse(given)) };
}

const linesOf = (lines: readonly string[]): string =>
  lines.length === 0 ? nothing : lines.slice(0, mostLines).join('\n');

type Words = string | null | undefined;

/** A place and a time as a model writes them; null for what it does not name or nobody knows. */
function readSide(where: Words, when: Words, { catalog, today }: ToolContext): AskedSide {
  const locality: Locality | null = markQuestion(where ?? '', catalog, today).localities[0]?.locality ?? null;
  const period: Period | null = markQuestion(when ?? '', catalog, today).periods[0]?.period ?? null;
  return { locality, period };
}

/** Never beyond the documents that the question is about, whatever the model names. */
function documentsWithin(
  asked: readonly string[] | null | undefined,
  { ledger, documents }: ModelToolInput,
): string[] | null {
  const named = (asked ?? []).flatMap((id) => ledger.documentOf(id) ?? []);
  if (named.length === 0) return documents === null ? null : [...documents];
  return documents === null ? named : named.filter((id) => documents.includes(id));
}
