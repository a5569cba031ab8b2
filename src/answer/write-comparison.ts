import type { Block } from '../domain/reply.ts';
import type { Catalog } from '../tools/catalog.ts';
import type { ComparedSide, CompareResult } from '../tools/compare-targets.ts';
import { periodWords } from '../tools/period-answer.ts';
import type { Draft } from './answer.ts';
import { writeNotFound } from './write-not-found.ts';
import {
  figureCitations,
  figureOf,
  indicatorName,
  kindWords,
  labelsOf,
  printedThing,
  printedValue,
  sourceChoice,
  successorNote,
} from './write-parts.ts';

const mostCitations = 6;

/** The sides in a table; a side without the figure says so in its row. */
export function writeComparison(words: string, { sides, highest, lowest }: CompareResult, catalog: Catalog): Draft {
  const found = sides.flatMap((side) => side.found);
  if (found.length === 0) {
    const figures = sides.map(({ side, nearest, isNarrower }) => ({
      words,
      side,
      isOtherPeriod: false,
      told: [],
      result: {
        understood: { words, key: null, locality: side.locality?.name ?? null, period: side.period?.text ?? null },
        found: [],
        isNarrower,
        nearest,
      },
    }));
    return writeNotFound(figures, catalog);
  }
  const verdict = highest === null ? [] : [verdictBlock(highest, lowest, sides)];
  const successors = new Set(
    found.map(({ target }) => successorNote(target.locality, catalog)).filter((note) => note !== ''),
  );
  return {
    outcome: 'answered',
    blocks: [
      ...verdict,
      { kind: 'table', rows: [['Nơi, kỳ', 'Chỉ tiêu', 'Mức'], ...sides.flatMap(sideRows)] },
      ...[...successors].map((note): Block => ({ kind: 'paragraph', spans: [{ italic: note }] })),
      ...figureCitations(found, catalog, mostCitations),
    ],
    choices: [sourceChoice],
    figures: found.map(figureOf),
    citations: found.map(({ citation }) => citation),
    labels: [
      printedThing(words),
      ...found.flatMap(labelsOf),
      ...sides.map(({ side }) => (side.period === null ? '' : periodWords(side.period))),
    ],
  };
}

function sideRows({ side, found }: ComparedSide): string[][] {
  if (found.length === 0)
    return [
      [
        sideName(side.locality?.name ?? '', side.period === null ? '' : periodWords(side.period)),
        '',
        'không có số liệu',
      ],
    ];
  return found.map(({ target }) => [
    sideName(target.locality?.name ?? '', periodWords(target.period)),
    indicatorName(target),
    target.kind === 'target' ? printedValue(target) : `${printedValue(target)} (${kindWords[target.kind]})`,
  ]);
}

const sideName = (place: string, time: string): string => [place, time].filter((part) => part !== '').join(', ');

/** Named by place, or by time where the place is the same. */
function verdictBlock(
  highest: NonNullable<CompareResult['highest']>,
  lowest: CompareResult['lowest'],
  sides: readonly ComparedSide[],
): Block {
  const places = new Set(sides.map(({ side }) => side.locality?.key ?? ''));
  const nameOf = (target: NonNullable<CompareResult['highest']>): string =>
    places.size > 1 ? (target.locality?.name ?? '') : periodWords(target.period);
  const low = lowest === null || sides.length < 3 ? '' : `; thấp nhất: ${nameOf(lowest)} (${printedValue(lowest)})`;
  return {
    kind: 'paragraph',
    spans: [
      `${sides.length > 2 ? 'Cao nhất' : 'Cao hơn'}: `,
      { bold: nameOf(highest) },
      ` (${printedValue(highest)})${low}.`,
    ],
  };
}
