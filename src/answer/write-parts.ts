import type { Citation } from '../domain/citation.ts';
import type { Locality } from '../domain/locality.ts';
import type { Period } from '../domain/period.ts';
import type { Block, Choice, Span } from '../domain/reply.ts';
import type { Target } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName } from '../tools/cite.ts';
import { periodWords } from '../tools/period-answer.ts';
import { trimFillers } from '../tools/question-words.ts';
import type { CitedTarget } from '../tools/tool.ts';
import { fold } from '../vietnamese/fold.ts';
import type { AnswerFigure } from './answer.ts';

/** Below this a figure was read with doubt and the reader is told. */
const doubtBelow = 0.6;

export const plain = (text: string): string =>
  text
    .replace(/\*{2,}|__(?=\S)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The value as the document writes it; a cell of a table gets the unit of its column. */
export function printedValue({ valueText, unit }: Target): string {
  // "từ 40% thành 45%", "lên 113 triệu đồng": the figure alone.
  const value = plain(valueText).replace(/^(?:thành|lên|xuống|sang)\s(?=\d)/u, '');
  const isSaid =
    unit.trim() === '' ||
    fold(value).includes(fold(plain(unit))) ||
    /[a-z%‰]/i.test(fold(value).replace(comparators, ''));
  return isSaid ? value : `${value}${/^[%‰]/.test(unit) ? '' : ' '}${plain(unit)}`;
}

/** Words of a bare value that are no unit. */
const comparators =
  /tren|duoi|khoang|tu|den|tro len|tro xuong|toi thieu|toi da|it nhat|khong qua|khong thap hon|dat|hon|va|xap xi|phan dau|binh quan|tang|giam|them|con|duy tri|on dinh|o muc|chiem|la|co/g;

const longestThing = 80;

/** What was asked about as a sentence can name it: without words of asking, and cut where it is long. */
export function printedThing(words: string): string {
  const thing = trimFillers(words);
  return thing.length <= longestThing ? thing : `${thing.slice(0, longestThing).trimEnd()}…`;
}

export const kindWords: Readonly<Record<Target['kind'], string>> = {
  target: 'chỉ tiêu',
  observation: 'kết quả, không phải chỉ tiêu',
  estimate: 'ước thực hiện',
};

/** What is measured, with the direction where neither its name nor the value says it. */
export function indicatorName(target: Target): string {
  const name = plain(target.indicator);
  if (target.direction !== 'decrease' || /giam/.test(fold(`${name} ${target.valueText}`))) return name;
  return `mức giảm ${name}`;
}

/** ", tỉnh Đắk Nông, giai đoạn 2020-2025": where and when, as far as known. */
export const placeAndTime = (locality: Locality | null, period: Period): string =>
  [locality?.name ?? '', periodWords(period)].filter((words) => words !== '').join(', ');

/** The figure in one line: the value first and bold, then what it is of. */
export function figureSpans(target: Target): Span[] {
  const where = placeAndTime(target.locality, target.period);
  return [
    { bold: printedValue(target) },
    ` – ${indicatorName(target)}${where === '' ? '' : `, ${where}`} (${kindWords[target.kind]}).`,
  ];
}

export const figureOf = ({ target }: CitedTarget): AnswerFigure => ({
  text: printedValue(target),
  document: target.document,
  quote: target.quote,
});

/** The labels that a figure brings along. */
export const labelsOf = ({ target }: CitedTarget): string[] => [
  target.locality?.name ?? '',
  periodWords(target.period),
  target.period.text,
  target.indicator,
];

/** "Nguồn: kế hoạch số 15/KH-UBND, …, mục “Các chỉ tiêu”". */
export function citationBlock(citation: Citation, catalog: Catalog, note = ''): Block {
  // An older version of a document is no longer in the catalog; its citation tells what it was.
  const directive = catalog.directive(citation.document) ?? { ...citation, type: 'khác' as const };
  const name = directiveName(directive);
  const heading = citation.heading.split(' › ').at(-1) ?? '';
  const place = heading === '' || heading === citation.title ? '' : `, mục “${shortened(heading)}”`;
  const page = citation.page === undefined ? '' : `, trang ${citation.page}`;
  return { kind: 'citation', label: `Nguồn: ${name}${place}${page}${note}`, citation };
}

const longestHeading = 80;
const shortened = (heading: string): string =>
  heading.length <= longestHeading ? heading : `${heading.slice(0, longestHeading).trimEnd()}…`;

const doubtNote = ' (máy đọc chưa chắc, cần rà soát)';

/** Citations of figures: at most `most`, each quote once. */
export function figureCitations(cited: readonly CitedTarget[], catalog: Catalog, most: number): Block[] {
  const seen = new Set<string>();
  const blocks: Block[] = [];
  for (const { target, citation } of cited) {
    const id = `${citation.document} ${citation.start} ${citation.end}`;
    if (seen.has(id) || blocks.length >= most) continue;
    seen.add(id);
    blocks.push(citationBlock(citation, catalog, target.confidence < doubtBelow ? doubtNote : ''));
  }
  return blocks;
}

/** "(nay thuộc tỉnh Lâm Đồng)" for a former province; empty for one that still stands. */
export function successorNote(locality: Locality | null, catalog: Catalog): string {
  if (locality === null) return '';
  const successors = catalog.gazetteer.successorsOf(locality.key);
  if (successors.length === 0) return '';
  return `Số liệu của ${locality.name} trước khi sáp nhập (nay thuộc ${successors.map(({ name }) => name).join(', ')}).`;
}

const longestLabel = 60;

/** A choice whose label fits a button. */
export const choice = (label: string, message: string): Choice => ({
  label: label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`,
  message,
});

export const otherTargetsChoice = (locality: Locality, period: Period | null): Choice =>
  choice(
    `Các chỉ tiêu của ${locality.name}`,
    `Liệt kê các chỉ tiêu của ${locality.name}${period === null ? '' : ` ${periodWords(period)}`}`,
  );

export const sourceChoice: Choice = { label: 'Xem nguồn', message: 'nguồn' };
