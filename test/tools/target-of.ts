import type { Target } from '../../src/domain/target.ts';
import { loadTables, type Tables } from '../../src/tables.ts';
import { createReader, nameWriter } from '../../src/tools/create-reader.ts';
import { type IndexedTarget, indexTarget, type MatchDecision, matchTargets } from '../../src/tools/match-targets.ts';
import { nameWords } from '../../src/tools/name-words.ts';
import { readAsked } from '../../src/tools/read-asked.ts';

const tables: Tables = loadTables();
const reader = createReader(tables);
const writeOut = nameWriter(tables);

/** "indicator | value | unit | direction | parent"; the last two may be left out. */
export function targetOf(line: string, id = 1): Target {
  const [indicator = '', valueText = '1', unit = '', direction = 'level', parent = ''] = line
    .split('|')
    .map((part) => part.trim());
  const figure = {
    indicator,
    valueText,
    unit,
    direction: direction as Target['direction'],
    parent: parent === '' ? null : parent,
  };
  return {
    ...figure,
    id,
    document: 'aaaaaaaaaaaa',
    status: 'proposed',
    kind: 'target',
    key: tables.lexicon.keyOf(indicator, unit, figure.direction),
    min: id,
    max: id,
    comparator: '=',
    period: { text: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' },
    locality: { key: 'tinh-x', name: 'tỉnh X', level: 'province', within: null },
    heading: [],
    confidence: 0.9,
    quote: `${indicator} ${valueText}`,
    start: 0,
    end: 1,
  };
}

export const indexed = (line: string, id: number): IndexedTarget =>
  indexTarget(targetOf(line, id), (name) => nameWords(writeOut(name)));

/** What targets with these names answer to a question about them. */
export function decide(asked: string, lines: readonly string[]): MatchDecision {
  return matchTargets(
    readAsked(reader.mend(asked), reader),
    lines.map((line, at) => indexed(line, at + 1)),
  );
}

export const foundNames = (asked: string, lines: readonly string[]): string[] =>
  decide(asked, lines).found.map(({ target }) => target.indicator);
