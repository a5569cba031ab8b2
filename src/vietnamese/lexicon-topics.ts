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

/** Whether a name stands there; with all its marks as soon as one was typed: "toàn xã hội so với" does not name "xã hội số". */
function stands(name: readonly Part[], typed: readonly Part[]): boolean {
  if (typed.length < name.length || !name.every((part, at) => typed[at]?.folded === part.folded)) return false;
  const isMarked = typed.some((part) => part.isMarked);
  return !isMarked || name.every((part, at) => typed[at]?.canonical === part.canonical);
}

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
      const name = names.find((known) => stands(known.parts, parts.slice(at, at + known.parts.length)));
      const [first, last] = [tokens[at], tokens[at + (name?.parts.length ?? 1) - 1]];
      if (name === undefined || first === undefined || last === undefined) continue;
      found.push({ key: name.key, kind: name.kind, start: first.start, end: last.end });
      at += name.parts.length - 1;
    }
    return found;
  };
}
