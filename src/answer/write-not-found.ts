import type { Block, Choice, Span } from '../domain/reply.ts';
import type { Target } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import { periodWords } from '../tools/period-answer.ts';
import { type Draft, emptyDraft } from './answer.ts';
import type { FigureEvidence } from './evidence.ts';
import { choice, indicatorName, otherTargetsChoice, placeAndTime, plain, printedThing } from './write-parts.ts';

const mostChoices = 4;

/** "Không có số liệu …": what was searched, and the nearest there is, named but without its figures. */
export function writeNotFound(figures: readonly FigureEvidence[], catalog: Catalog): Draft {
  const [first] = figures;
  if (first === undefined) return emptyDraft;
  const sentences = figures.map((figure) => `Không có số liệu ${askedWords(figure)} trong các văn bản đã nạp.`);
  const near = nearOf(first, catalog);
  return {
    ...emptyDraft,
    outcome: 'not_found',
    blocks: [
      { kind: 'paragraph', spans: [[...new Set(sentences)].join(' ')] },
      ...searchedBlocks(first, catalog),
      ...near.blocks,
    ],
    choices: [...near.choices, ...placeChoice(first, catalog)].slice(0, mostChoices),
    labels: [
      ...figures.flatMap(({ words, side }) => [
        words,
        side.period?.text ?? '',
        side.period === null ? '' : periodWords(side.period),
        side.locality?.name ?? '',
      ]),
      ...near.labels,
    ],
  };
}

function askedWords({ words, side }: FigureEvidence): string {
  const thing = printedThing(words);
  const place = side.locality === null ? '' : ` của ${side.locality.name}`;
  return `${thing === '' ? 'này' : `“${thing}”`}${place}${side.period === null ? '' : `, ${periodWords(side.period)}`}`;
}

/** Which documents were looked through; a place without any is said so. */
function searchedBlocks({ side }: FigureEvidence, catalog: Catalog): Block[] {
  const { locality } = side;
  if (locality === null) return [];
  const count = catalog.directives.filter((directive) => directive.locality?.key === locality.key).length;
  if (count > 0 || catalog.targetsAt(locality.key).length > 0) return [];
  const parts = catalog.gazetteer
    .partsOf(locality.key)
    .filter(({ key }) => key !== locality.key && catalog.targetsAt(key).length > 0);
  const former = parts.map(({ name }) => name).join(', ');
  const note = former === '' ? '' : ` Có văn bản của ${former} trước khi sáp nhập.`;
  return [{ kind: 'paragraph', spans: [`Chưa có văn bản nào của ${locality.name}.${note}`] }];
}

type Near = { blocks: Block[]; choices: Choice[]; labels: string[] };

function nearOf({ words, result }: FigureEvidence, catalog: Catalog): Near {
  const { otherPeriods, otherLocalities, otherKinds, otherNames } = result.nearest;
  const items: Span[][] = [];
  const choices: Choice[] = [];
  const thing = printedThing(words);
  const offer = (targets: readonly Target[], lead: string, most: number): void => {
    for (const target of targets.slice(0, most)) {
      const where = placeAndTime(target.locality, target.period);
      items.push([`${lead}“${indicatorName(target)}”${where === '' ? '' : `, ${where}`}`]);
      choices.push(
        choice(`${plain(target.indicator)}, ${where}`, `${thing === '' ? target.indicator : messageFor(target)}`),
      );
    }
  };
  offer(otherPeriods, 'kỳ khác: ', 2);
  offer(otherKinds, 'kết quả đã báo cáo: ', 1);
  if (otherPeriods.length === 0) offer(otherLocalities, 'nơi khác: ', 3);
  if (otherPeriods.length + otherKinds.length === 0) offer(otherNames, 'chỉ tiêu khác gần nhất: ', 2);
  if (items.length === 0) return { blocks: [], choices: [], labels: [] };
  const shown = [...otherPeriods, ...otherLocalities, ...otherKinds, ...otherNames];
  return {
    blocks: [
      { kind: 'paragraph', spans: ['Gần nhất có (không phải điều được hỏi):'] },
      { kind: 'list', items },
    ],
    choices,
    labels: shown.flatMap((target) => [
      target.indicator,
      placeAndTime(target.locality, target.period),
      catalog.directive(target.document)?.title ?? '',
    ]),
  };
}

const messageFor = (target: Target): string =>
  [plain(target.indicator), target.locality === null ? '' : `của ${target.locality.name}`, periodWords(target.period)]
    .filter((part) => part !== '')
    .join(' ');

function placeChoice({ side }: FigureEvidence, catalog: Catalog): Choice[] {
  if (side.locality === null || catalog.targetsAt(side.locality.key).length === 0) return [];
  return [otherTargetsChoice(side.locality, null)];
}
