import { hasDiacritics } from './fold.ts';
import type { IndicatorTable, TopicRow } from './lexicon-table.ts';
import { canonicalSyllable, foldedSyllable, syllables } from './syllables.ts';

export type FoundTopic = { key: string; kind: 'area' | 'group'; start: number; end: number };

type Part = { folded: string; canonical: string; isMarked: boolean };
type Name = { key: string; kind: FoundTopic['kind']; parts: Part[] };

const partsOf = (name: string): Part[] =>
  syllables(name).map(({ text }) => {
    const folded = foldedSyllable(text);
    return { folded, canonical: canonicalSyllable(text), isMarked: hasDiacritics(text) };
  });

/** Marks must agree where they were typed: "toàn xã hội so với" does not name "xã hội số". */
const isSame = (name: Part, typed: Part | undefined): boolean =>
  typed !== undefined && typed.folded === name.folded && (!typed.isMarked || typed.canonical === name.canonical);

const namesOf = (row: TopicRow, kind: FoundTopic['kind']): Name[] =>
  [row.vi, ...row.synonyms, ...(row.enSynonyms ?? []), row.en ?? '']
    .map((name) => ({ key: row.key, kind, parts: partsOf(name) }))
    .filter(({ parts }) => parts.length > 0);

/** Finds fields of indicators by their names, the longest at a place; a group before an area of the same name. */
export function createTopicFinder({ groups = [], areas = [] }: IndicatorTable): (text: string) => FoundTopic[] {
  const names = [...groups.flatMap((row) => namesOf(row, 'group')), ...areas.flatMap((row) => namesOf(row, 'area'))];
  names.sort((left, right) => right.parts.length - left.parts.length);
  return (text) => {
    const tokens = syllables(text);
    const parts = partsOf(text);
    const found: FoundTopic[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const name = names.find((known) => known.parts.every((part, offset) => isSame(part, parts[at + offset])));
      const [first, last] = [tokens[at], tokens[at + (name?.parts.length ?? 1) - 1]];
      if (name === undefined || first === undefined || last === undefined) continue;
      found.push({ key: name.key, kind: name.kind, start: first.start, end: last.end });
      at += name.parts.length - 1;
    }
    return found;
  };
}
