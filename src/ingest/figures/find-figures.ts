import type { Figure } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';
import { walkBlocks } from './block-walk.ts';
import type { FigureInput } from './figure-input.ts';
import { type PlacedName, placedNames } from './place-in-name.ts';
import type { Span } from './plain-text.ts';
import { type ReadFigure, readBlock } from './read-block.ts';
import { readTable } from './read-table.ts';
import type { TableFigure } from './table-figure.ts';

export type { FigureInput } from './figure-input.ts';

const mayHoldFigure = /\d|(?:nhất|thiểu|thêm)\s+(?:một|hai|ba|bốn)\b/iu;

/** "Tin liên quan: …": what a page says of other papers. */
const elsewhere =
  /^\W{0,6}(?:(?:các )?(?:tin|bài)(?: viết)? (?:liên quan|khác|cùng chuyên mục|cũ hơn|mới hơn)|(?:mời (?:bạn|độc giả) )?(?:xem|đọc) thêm)(?!\p{L})/iu;

/**
 * The figures a directive sets or tells, in reading order: targets, results and estimates, each with the shortest quote that proves it
 * (`text.slice(start, end) === quote`). Empty when the document sets and tells none.
 */
export function findFigures(input: FigureInput): Figure[] {
  const { text, blocks } = input;
  const found: Figure[] = [];
  const walk = walkBlocks(input);
  const title = blocks.findIndex((block) => block.kind !== 'heading');
  for (const [at, block] of blocks.entries()) {
    const place = walk.placeOf(block);
    if (block.kind === 'heading' && at < title && block.heading.length === 0) continue;
    if (elsewhere.test(text.slice(block.start, block.start + 40))) continue;
    if (!mayHoldFigure.test(text.slice(block.start, block.end))) continue;
    const common = { heading: block.heading, input };
    if (block.kind === 'table') found.push(...readTable(input, block, place).map((read) => fromTable(read, common)));
    else
      for (const span of shortSpans(text, block))
        found.push(...readBlock(text, span, place).flatMap((read) => fromProse(read, common)));
  }
  return withoutRepeats(found);
}

/** No paragraph of a directive is longer; a longer stretch is read in pieces, so that time stays linear in its length. */
const longestSpan = 12000;

function shortSpans(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > longestSpan) {
    const stop = text.lastIndexOf('. ', from + longestSpan);
    const next = stop > from + longestSpan / 2 ? stop + 1 : from + longestSpan;
    spans.push({ start: from, end: next });
    from = next;
  }
  return [...spans, { start: from, end }];
}

/** The hollow bullet of a word processor, copied as a letter. */
const listMark = /^o (?=\p{Lu})/u;

type Common = { heading: string[]; input: FigureInput };

function fromProse(read: ReadFigure, common: Common): Figure[] {
  const { parent } = read.named;
  const name = read.named.name.replace(/\s+/g, ' ').trim().replace(listMark, '');
  const placed = placedNames({ name, parent, heading: common.heading }, common.input);
  return placed.map((one) => figureOf(read, one, common));
}

function figureOf(
  read: ReadFigure,
  { indicator, parent, locality }: PlacedName,
  { heading, input: { text, lexicon } }: Common,
): Figure {
  const { direction, clause } = read.named;
  const { min, max, comparator } = clause.quantity;
  const unit = withoutNamed(clause.quantity.unit, indicator) || unitInName(parent ?? indicator);
  return {
    kind: read.kind,
    indicator,
    key: ownKey(lexicon, { indicator, parent, unit, direction }),
    valueText: text.slice(read.value.start, read.value.end),
    min,
    max,
    comparator,
    unit,
    direction,
    period: read.period,
    locality,
    parent,
    heading,
    confidence: read.confidence,
    quote: text.slice(read.quote.start, read.quote.end),
    start: read.quote.start,
    end: read.quote.end,
  };
}

/** "100% kế hoạch thanh tra": where the name begins with what the share is of, the unit is the bare sign. */
const withoutNamed = (unit: string, name: string): string =>
  /^%\s(?:chỉ tiêu|kế hoạch)$/iu.test(unit) && name.toLowerCase().startsWith(`${unit.slice(2).toLowerCase()} `)
    ? '%'
    : unit;

/** A part is not what it is a part of: where its name reads as the whole's ("giáo viên đạt chuẩn - trên chuẩn"), it has no key. */
function ownKey(
  lexicon: FigureInput['lexicon'],
  { indicator, parent, unit, direction }: Pick<Figure, 'indicator' | 'parent' | 'unit' | 'direction'>,
): string | null {
  const key = lexicon.keyOf(indicator, unit, direction);
  return key !== null && parent !== null && key === lexicon.keyOf(parent, unit, direction) ? null : key;
}

/** "Số bác sĩ/vạn dân: 12,3", "tỷ suất tử vong trên 1.000 trẻ đẻ sống": what a bare number counts stands in its name; empty where it does not. */
function unitInName(name: string): string {
  const said = name.trim();
  const counted = /^(?:tổng )?số (?:lượng )?([^:;,()]{2,40}\/\s?[^:;,()]{2,24})$/iu.exec(said)?.[1];
  return (counted ?? ratedOn.exec(said)?.[0] ?? '').trim();
}

const ratedOn = /trên (?:1\.000|1000|10\.000|100\.000|1 vạn|một vạn) [\p{L} ]{2,24}$/u;

function fromTable(read: TableFigure, { heading, input: { text, lexicon } }: Common): Figure {
  const { min, max, comparator } = read.quantity;
  return {
    kind: read.kind,
    indicator: read.indicator,
    key: ownKey(lexicon, read),
    valueText: text.slice(read.value.start, read.value.end),
    min,
    max,
    comparator,
    unit: read.unit,
    direction: read.direction,
    period: read.period,
    locality: read.locality,
    parent: read.parent,
    heading,
    confidence: read.note === null ? 0.9 : 0.5,
    ...(read.note === null ? {} : { note: read.note }),
    quote: text.slice(read.quote.start, read.quote.end),
    start: read.quote.start,
    end: read.quote.end,
  };
}

/** A figure said twice in a document is one figure: the first place keeps it. */
function withoutRepeats(figures: Figure[]): Figure[] {
  const seen = new Set<string>();
  return figures.filter((figure) => {
    const name = fold(figure.indicator)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    const { kind, comparator, min, max, unit, period, locality } = figure;
    const key = [kind, name, comparator, min, max, unit, period.text, locality?.name].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
