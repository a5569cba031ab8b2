import type { IndicatorTable, TopicRow } from './lexicon-table.ts';
import { foldedSyllable, syllables } from './syllables.ts';

export type FoundTopic = { key: string; kind: 'area' | 'group'; start: number; end: number };

type Name = { key: string; kind: FoundTopic['kind']; parts: string[] };

const partsOf = (name: string): string[] => syllables(name).map(({ text }) => foldedSyllable(text));

const namesOf = (row: TopicRow, kind: FoundTopic['kind']): Name[] =>
  [row.vi, ...row.synonyms, ...(row.enSynonyms ?? []), row.en ?? '']
    .map((name) => ({ key: row.key, kind, parts: partsOf(name) }))
    .filter(({ parts }) => parts.length > 0);

/** Finds fields of indicators by their names, the longest at a place; a group before an area of the same name. */
export function createTopicFinder({ groups = [], areas = [] }: IndicatorTable): (text: string) => FoundTopic[] {
  const names = [...groups.flatMap((row) => namesOf(row, 'group')), ...areas.flatMap((row) => namesOf(row, 'area'))];
  names.sort((left, right) => right.parts.length - left.parts.length);
  return (text) => {
    const tokens = syllables(text).map((token) => ({ ...token, folded: foldedSyllable(token.text) }));
    const found: FoundTopic[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const name = names.find(({ parts }) => parts.every((part, offset) => tokens[at + offset]?.folded === part));
      const [first, last] = [tokens[at], tokens[at + (name?.parts.length ?? 1) - 1]];
      if (name === undefined || first === undefined || last === undefined) continue;
      found.push({ key: name.key, kind: name.kind, start: first.start, end: last.end });
      at += name.parts.length - 1;
    }
    return found;
  };
}
