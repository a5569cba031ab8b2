import { z } from 'zod';
import { localitySchema } from '../domain/locality.ts';
import { noPeriod, periodSchema } from '../domain/period.ts';
import { figureKindSchema, type Target } from '../domain/target.ts';
import type { Catalog } from './catalog.ts';
import type { IndexedTarget } from './match-targets.ts';
import { type NameWord, rememberWords } from './name-words.ts';
import { answersPeriod } from './period-answer.ts';
import { asTool, type CitedTarget, citeTargets, type ToolContext } from './tool.ts';
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
  /** In the order of their texts; with no place and no document named, of the first few places that have any. */
  found: CitedTarget[];
  /** Set at the same places in the same documents for other times, when nothing was set for the time asked. */
  otherPeriods: Target[];
};

/** Enough places to see that a question must name one. */
const mostPlaces = 7;

/** The figures of a place, time, document or field. */
export const listTargets = asTool<ListTargetsInput, ListTargetsResult>({
  name: 'list-targets',
  input: inputSchema,
  run: async (input, context) => {
    const { catalog, reader } = context;
    const topics = readTopics(input.topic, reader);
    const wordsOf = rememberWords(reader.writeOut);
    const pools: Pool[] = [];
    for (const targets of poolsOf(input, catalog)) {
      pools.push(await keep(targets, { input, topics, wordsOf, context }));
      if (pools.filter(({ kept }) => kept.length > 0).length === mostPlaces) break;
    }
    const isTimely = pools.some(({ isTimely }) => isTimely);
    const found = pools
      .flatMap(({ kept }) => kept)
      .sort((a, b) => (a.document === b.document ? a.start - b.start || a.id - b.id : 0));
    return {
      topics: topics.map(({ words }) => words),
      found: citeTargets(distinct(found), catalog),
      otherPeriods: isTimely ? [] : pools.flatMap(({ here }) => here),
    };
  },
});

/** The figures of one place or of the documents named: all of the kinds asked for, and those of the time and fields. */
type Pool = { here: Target[]; isTimely: boolean; kept: Target[] };

type Setting = {
  input: ListTargetsInput;
  topics: readonly Topic[];
  wordsOf: (name: string) => NameWord[];
  context: ToolContext;
};

async function keep(targets: readonly IndexedTarget[], setting: Setting): Promise<Pool> {
  const { input, topics } = setting;
  const { catalog } = setting.context;
  const here = targets.filter(({ target }) => input.kinds.includes(target.kind));
  const timely = here.filter(({ target }) =>
    answersPeriod(target.period, input.period, catalog.directive(target.document)?.period ?? noPeriod),
  );
  const kept = topics.length === 0 ? timely : await ofTopics(timely, setting);
  const targetOf = ({ target }: IndexedTarget): Target => target;
  return { here: here.map(targetOf), isTimely: timely.length > 0, kept: kept.map(targetOf) };
}

/** One pool for the places or documents named; one for each place there is when none is named. */
function poolsOf({ localities, documents }: ListTargetsInput, catalog: Catalog): (readonly IndexedTarget[])[] {
  const keys = localities.map(({ key }) => key);
  if (documents !== null) {
    const pool = documents.flatMap(catalog.targetsOf);
    return [keys.length === 0 ? pool : pool.filter(({ target }) => keys.includes(target.locality?.key ?? ''))];
  }
  if (keys.length > 0) return [keys.flatMap((key) => [...catalog.targetsAt(key)])];
  return catalog.localities.map(({ key }) => catalog.targetsAt(key));
}

async function ofTopics(
  targets: readonly IndexedTarget[],
  { topics, wordsOf, context }: Setting,
): Promise<IndexedTarget[]> {
  const { lexicon } = context.reader;
  const texts = new Map<string, string>();
  for (const { target } of targets) {
    if (!texts.has(target.document)) texts.set(target.document, (await context.textOf(target.document)) ?? '');
  }
  return targets.filter((entry) =>
    topics.some((topic) =>
      hasTopic(entry, topic, {
        text: texts.get(entry.target.document) ?? '',
        title: context.catalog.directive(entry.target.document)?.title ?? '',
        lexicon,
        wordsOf,
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
