import { z } from 'zod';
import { localitySchema } from '../domain/locality.ts';
import { noPeriod, periodSchema } from '../domain/period.ts';
import { figureKindSchema, type Target } from '../domain/target.ts';
import type { Catalog } from './catalog.ts';
import type { IndexedTarget } from './match-targets.ts';
import { answersPeriod } from './period-answer.ts';
import { type CitedTarget, citeTargets, type Tool, type ToolContext } from './tool.ts';
import { hasTopic, readTopics, type Topic } from './topics.ts';

const inputSchema = z.object({
  localities: z.array(localitySchema),
  period: periodSchema.nullable(),
  documents: z.array(z.string()).nullable(),
  /** Fields to keep to, as asked ("môi trường và nông thôn mới"); empty: all. */
  topic: z.string().max(2000),
  kinds: z.array(figureKindSchema).default(['target']),
});
export type ListTargetsInput = z.infer<typeof inputSchema>;

export type ListTargetsResult = {
  /** The fields understood, as asked; empty: all fields. */
  topics: string[];
  /** In the order of their texts. */
  found: CitedTarget[];
  /** Set at the same places in the same documents for other times, when nothing was set for the time asked. */
  otherPeriods: Target[];
};

/** The figures of a place, time, document or field. With no place and no document: of everywhere. */
export const listTargets: Tool<ListTargetsInput, ListTargetsResult> = {
  name: 'list-targets',
  input: inputSchema,
  run: async (input, context) => {
    const { catalog, reader } = context;
    const here = poolOf(input, catalog).filter(({ target }) => input.kinds.includes(target.kind));
    const timely = here.filter(({ target }) =>
      answersPeriod(target.period, input.period, catalog.directive(target.document)?.period ?? noPeriod),
    );
    const topics = readTopics(input.topic, reader);
    const kept = topics.length === 0 ? timely : await ofTopics(timely, topics, context);
    const found = kept
      .map(({ target }) => target)
      .sort((a, b) => (a.document === b.document ? a.start - b.start || a.id - b.id : 0));
    return {
      topics: topics.map(({ words }) => words),
      found: citeTargets(distinct(found), catalog),
      otherPeriods: timely.length > 0 ? [] : here.map(({ target }) => target),
    };
  },
};

function poolOf({ localities, documents }: ListTargetsInput, catalog: Catalog): IndexedTarget[] {
  const keys = localities.map(({ key }) => key);
  if (documents !== null) {
    const pool = documents.flatMap(catalog.targetsOf);
    return keys.length === 0 ? pool : pool.filter(({ target }) => keys.includes(target.locality?.key ?? ''));
  }
  const places = keys.length > 0 ? keys : catalog.localities.map(({ key }) => key);
  return places.flatMap((key) => [...catalog.targetsAt(key)]);
}

async function ofTopics(
  targets: readonly IndexedTarget[],
  topics: readonly Topic[],
  context: ToolContext,
): Promise<IndexedTarget[]> {
  const texts = new Map<string, string>();
  for (const { target } of targets) {
    if (!texts.has(target.document)) texts.set(target.document, (await context.textOf(target.document)) ?? '');
  }
  return targets.filter((entry) =>
    topics.some((topic) =>
      hasTopic(entry, topic, {
        text: texts.get(entry.target.document) ?? '',
        title: context.catalog.directive(entry.target.document)?.title ?? '',
        reader: context.reader,
      }),
    ),
  );
}

/** A figure said twice in a text is listed once. */
function distinct(targets: readonly Target[]): Target[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    const id = `${target.document}|${target.indicator.toLowerCase()}|${target.valueText}|${target.period.text}`;
    return !seen.has(id) && seen.add(id) !== undefined;
  });
}
