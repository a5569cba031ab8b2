import type { Direction } from '../domain/target.ts';
import { createIndicatorFinder, type FoundIndicator } from './lexicon-find.ts';
import { keyOfFigure } from './lexicon-key.ts';
import type { IndicatorRow, IndicatorTable, TopicRow } from './lexicon-table.ts';
import { createTermReader } from './lexicon-terms.ts';
import { createTopicFinder, type FoundTopic } from './lexicon-topics.ts';
import { variantsByTerms, variantsOf } from './lexicon-variants.ts';

export type { FoundIndicator } from './lexicon-find.ts';
export type { IndicatorRow, IndicatorTable, TopicRow } from './lexicon-table.ts';
export type { FoundTopic } from './lexicon-topics.ts';

export type Lexicon = {
  /**
   * Key of the indicator a document's name means; unit and direction tell growth, level and share of one thing apart. Null when the
   * vocabulary does not know it or more than one would do: no key is better than a wrong one.
   */
  keyOf: (name: string, unit?: string, direction?: Direction) => string | null;
  /** The indicators a question names, best first; several of one score when the words fit several. Empty when it names none. */
  find: (text: string) => FoundIndicator[];
  /** The fields a question names ("môi trường"), in order; an area stands for all its groups. Empty when it names none. */
  findTopics: (text: string) => FoundTopic[];
  /** The vocabulary's row for a key; null for an unknown key. */
  entry: (key: string) => IndicatorRow | null;
  /** All rows, in the table's order. */
  entries: () => readonly IndicatorRow[];
  /** The area a group lies in; null for an unknown group. */
  areaOf: (group: string) => TopicRow | null;
};

/** A lexicon over data/indicators.json; an empty table knows nothing. */
export function buildLexicon(table: IndicatorTable): Lexicon {
  const reader = createTermReader();
  const variants = variantsOf(table.indicators, reader);
  const byTerms = variantsByTerms(variants);
  const byKey = new Map(table.indicators.map((row) => [row.key, row]));
  const groups = new Map((table.groups ?? []).map((row) => [row.key, row]));
  const areas = new Map((table.areas ?? []).map((row) => [row.key, row]));
  return {
    keyOf: (name, unit, direction) =>
      keyOfFigure({ name: name.normalize('NFC'), unit, direction }, { byTerms, reader }),
    find: createIndicatorFinder(variants, reader),
    findTopics: createTopicFinder(table),
    entry: (key) => byKey.get(key) ?? null,
    entries: () => table.indicators,
    areaOf: (group) => areas.get(groups.get(group)?.area ?? '') ?? null,
  };
}
