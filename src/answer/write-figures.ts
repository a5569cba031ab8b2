import type { Citation } from '../domain/citation.ts';
import type { Block, Choice } from '../domain/reply.ts';
import type { Target } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import { periodWords } from '../tools/period-answer.ts';
import type { CitedTarget } from '../tools/tool.ts';
import { type Draft, emptyDraft } from './answer.ts';
import type { FigureEvidence } from './evidence.ts';
import type { AskedSide } from './sides.ts';
import { writeNotFound } from './write-not-found.ts';
import {
  choice,
  citationBlock,
  figureCitations,
  figureOf,
  figureSpans,
  indicatorName,
  labelsOf,
  otherTargetsChoice,
  placeAndTime,
  printedThing,
  printedValue,
  sourceChoice,
  successorNote,
} from './write-parts.ts';

const mostPlaces = 6;
const mostRows = 12;
const mostLines = 3;
const mostCitations = 4;

/** Answers figures asked for: each found one with its source, each missing one named as missing. */
export function writeFigures(figures: readonly FigureEvidence[], catalog: Catalog): Draft {
  const found = onceEach(figures.flatMap(({ result }) => inTextOrder(result.found)));
  const told = figures.flatMap((figure) => figure.told.map(({ citation }) => citation));
  if (found.length === 0 && told.length === 0) return writeNotFound(figures, catalog);
  const openSide = figures.find(
    ({ side, result }) => side.locality === null && placesOf(result.found).length > mostPlaces,
  );
  if (openSide !== undefined) return askForPlace(openSide);
  const shown = found.slice(0, mostRows);
  const missing = figures.filter((figure) => figure.result.found.length + figure.told.length === 0);
  return {
    outcome: 'answered',
    blocks: [
      ...introductions(figures),
      ...figureBlocks(shown),
      ...missing.map(missingBlock),
      ...notes(shown, catalog),
      ...figureCitations(shown, catalog, mostCitations),
      ...toldBlocks(told, catalog),
    ],
    choices: nextSteps(shown, catalog),
    figures: shown.map(figureOf),
    citations: [...shown.map(({ citation }) => citation), ...told],
    labels: [...shown.flatMap(labelsOf), ...figures.flatMap(sideLabels)],
  };
}

/** The same figure asked for twice is shown once. */
const onceEach = (found: readonly CitedTarget[]): CitedTarget[] => [
  ...new Map(found.map((cited) => [cited.target.id, cited])).values(),
];

/** Parts of one whole in the order of their text; figures of several documents stay as ranked. */
function inTextOrder(found: readonly CitedTarget[]): CitedTarget[] {
  const documents = new Set(found.map(({ target }) => target.document));
  return documents.size === 1 ? [...found].sort((a, b) => a.target.start - b.target.start) : [...found];
}

const sideLabels = ({ words, side }: FigureEvidence): string[] => [
  words,
  side.period === null ? '' : periodWords(side.period),
];

function introductions(figures: readonly FigureEvidence[]): Block[] {
  const blocks: Block[] = [];
  if (figures.some(({ result }) => result.found.length > 0 && result.isNarrower)) {
    blocks.push({ kind: 'paragraph', spans: ['Văn bản chỉ nêu cho phạm vi hẹp hơn điều được hỏi:'] });
  }
  const other = figures.find(({ isOtherPeriod }) => isOtherPeriod);
  if (other?.side.period) {
    const place = other.side.locality === null ? '' : ` của ${other.side.locality.name}`;
    blocks.push({
      kind: 'paragraph',
      spans: [`Không có chỉ tiêu này${place} cho ${periodWords(other.side.period)}; văn bản có cho kỳ khác:`],
    });
  }
  return blocks;
}

function missingBlock({ words, side }: FigureEvidence): Block {
  return { kind: 'paragraph', spans: [`Không có số liệu “${printedThing(words)}”${sideWords(side)}.`] };
}

function sideWords({ locality, period }: AskedSide): string {
  const place = locality === null ? '' : ` của ${locality.name}`;
  return `${place}${period === null ? '' : `, ${periodWords(period)}`}`;
}

/** What no figure was stored for, in the words of the text. */
const toldBlocks = (told: readonly Citation[], catalog: Catalog): Block[] =>
  told.length === 0
    ? []
    : [
        { kind: 'paragraph', spans: ['Văn bản nêu:'] },
        ...told.map((citation): Block => citationBlock(citation, catalog)),
      ];

function figureBlocks(shown: readonly CitedTarget[]): Block[] {
  const [only] = shown;
  if (only === undefined) return [];
  if (shown.length === 1) return [{ kind: 'paragraph', spans: figureSpans(only.target) }];
  if (shown.length <= mostLines) return [{ kind: 'list', items: shown.map(({ target }) => figureSpans(target)) }];
  return [{ kind: 'table', rows: tableRows(shown.map(({ target }) => target)) }];
}

/** Columns that are the same in every row stand in the header instead. */
export function tableRows(targets: readonly Target[]): string[][] {
  const columns: { title: string; cell: (target: Target) => string }[] = [
    { title: 'Địa phương', cell: ({ locality }) => locality?.name ?? '' },
    { title: 'Chỉ tiêu', cell: indicatorName },
    { title: 'Mức', cell: printedValue },
    { title: 'Kỳ', cell: ({ period }) => periodWords(period) },
  ];
  const varying = columns.filter(({ title, cell }) => title === 'Mức' || new Set(targets.map(cell)).size > 1);
  const kept = varying.length > 1 ? varying : columns.slice(1, 3);
  return [kept.map(({ title }) => title), ...targets.map((target) => kept.map(({ cell }) => cell(target)))];
}

function notes(shown: readonly CitedTarget[], catalog: Catalog): Block[] {
  const first = shown[0]?.target;
  if (first === undefined) return [];
  const isTable = shown.length > mostLines;
  const common = isTable && placesOf(shown).length === 1 ? placeAndTime(first.locality, samePeriod(shown)) : '';
  const successors = new Set(
    shown.map(({ target }) => successorNote(target.locality, catalog)).filter((note) => note !== ''),
  );
  return [common === '' ? '' : `Bảng trên: ${common}.`, ...successors]
    .filter((note) => note !== '')
    .map((note): Block => ({ kind: 'paragraph', spans: [{ italic: note }] }));
}

function samePeriod(shown: readonly CitedTarget[]): Target['period'] {
  const periods = new Set(shown.map(({ target }) => target.period.text));
  const [first] = shown;
  return first !== undefined && periods.size === 1
    ? first.target.period
    : { text: '', kind: 'none', from: null, to: null };
}

const placesOf = (cited: readonly CitedTarget[]): string[] => [
  ...new Set(cited.map(({ target }) => target.locality?.key ?? '')),
];

/** The thing is set at many places and none was named. */
function askForPlace({ words, result }: FigureEvidence): Draft {
  const places = [...new Map(result.found.map(({ target }) => [target.locality?.key ?? '', target])).values()];
  const thing = printedThing(words);
  return {
    ...emptyDraft,
    outcome: 'clarify',
    blocks: [{ kind: 'paragraph', spans: [`“${thing}” được giao ở nhiều nơi. Anh/chị hỏi của địa phương nào?`] }],
    choices: places
      .slice(0, mostPlaces)
      .map(({ locality }) => choice(locality?.name ?? '', `${words.trim()} của ${locality?.name ?? ''}`)),
    labels: [words, ...places.map(({ locality }) => locality?.name ?? '')],
  };
}

/** Source, a comparison where another place has the same thing, and the other targets of the place. */
function nextSteps(shown: readonly CitedTarget[], catalog: Catalog): Choice[] {
  const first = shown[0]?.target;
  if (first === undefined || first.locality === null) return [sourceChoice];
  const other = placesOf(shown).length > 1 ? null : otherPlace(first, catalog);
  const compare =
    other === null
      ? []
      : [choice(`So sánh với ${other.name}`, `So sánh ${first.indicator} của ${first.locality.name} và ${other.name}`)];
  return [sourceChoice, ...compare, otherTargetsChoice(first.locality, null)];
}

function otherPlace(target: Target, catalog: Catalog): Target['locality'] {
  if (target.key === null) return null;
  const others = catalog
    .targetsWithKey(target.key)
    .filter((entry) => entry.target.locality?.key !== target.locality?.key && entry.target.kind === target.kind);
  return (
    others.find((entry) => entry.target.period.text === target.period.text)?.target.locality ??
    others[0]?.target.locality ??
    null
  );
}
