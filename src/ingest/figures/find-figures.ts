import type { Metadata } from '../../domain/directive.ts';
import { type Period, yearsOf } from '../../domain/period.ts';
import type { Figure } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { DocumentBlock, TextBlock } from '../block.ts';
import type { BlockPlace } from './block-place.ts';
import { findCues } from './clause-kind.ts';
import { periodMentions } from './period-mentions.ts';
import { plainText } from './plain-text.ts';
import { type ReadFigure, readBlock } from './read-block.ts';
import { beginsWithNoun, readHead } from './read-head.ts';
import { sectionKind } from './section-kind.ts';

/** What of the vocabulary and the gazetteer the reading of figures needs. */
export type FigureInput = {
  text: string;
  blocks: readonly DocumentBlock[];
  metadata: Metadata;
  lexicon: { keyOf: (name: string, unit?: string) => string | null };
  gazetteer: unknown;
};

/**
 * The figures a directive sets or tells, in reading order: targets, results and estimates, each with the shortest quote that proves it
 * (`text.slice(start, end) === quote`). Empty when the document sets none.
 */
export function findFigures(input: FigureInput): Figure[] {
  const found: Figure[] = [];
  const walk = new LeadIns(input);
  for (const block of input.blocks) {
    if (block.kind === 'table') continue;
    const place = walk.placeOf(block);
    if (place === null) continue;
    for (const read of readBlock(input.text, block, place)) found.push(toFigure(input, read, place));
  }
  return withoutRepeats(found);
}

function toFigure({ text, metadata, lexicon }: FigureInput, read: ReadFigure, place: BlockPlace): Figure {
  const { quantity } = read.named.clause;
  const indicator = read.named.name.replace(/\s+/g, ' ').trim();
  return {
    kind: read.kind,
    indicator,
    key: lexicon.keyOf(indicator, quantity.unit),
    valueText: text.slice(read.value.start, read.value.end),
    min: quantity.min,
    max: quantity.max,
    comparator: quantity.comparator,
    unit: quantity.unit,
    direction: read.named.direction,
    period: read.period,
    locality: metadata.locality,
    parent: read.named.parent,
    heading: place.heading,
    confidence: 0.9,
    quote: text.slice(read.quote.start, read.quote.end),
    start: read.quote.start,
    end: read.quote.end,
  };
}

/** One figure said twice in a document is one figure; the later, fuller listing wins its place in the order of the first. */
function withoutRepeats(figures: Figure[]): Figure[] {
  const seen = new Set<string>();
  return figures.filter((figure) => {
    const name = fold(figure.indicator)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    const key = [figure.kind, name, figure.comparator, figure.min, figure.max, figure.unit, figure.period.text].join(
      '|',
    );
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Walks the blocks and keeps what lead-in lines say for the blocks under them. */
class LeadIns {
  readonly #input: FigureInput;
  readonly #planYear: number | null;
  #heading = '';
  #lead: Pick<BlockPlace, 'telling' | 'label'> & { period: Period | null } = {
    telling: null,
    label: null,
    period: null,
  };
  #isBody = false;

  constructor(input: FigureInput) {
    this.#input = input;
    const { period, date } = input.metadata;
    this.#planYear = yearsOf(period)?.first ?? (date === null ? null : Number(date.slice(0, 4)));
  }

  /** Where the block stands; null when it holds no number that could be a figure. */
  placeOf(block: TextBlock): BlockPlace | null {
    const path = block.heading.join('\n');
    if (path !== this.#heading) this.#forget();
    this.#heading = path;
    const text = this.#input.text.slice(block.start, block.end);
    const isTitle = block.kind === 'heading' && !this.#isBody && block.heading.length === 0;
    if (block.kind !== 'heading') this.#isBody = true;
    if (block.kind === 'heading') this.#forget();
    if (isTitle) return null;
    const place = this.#place(block);
    if (block.kind !== 'heading') this.#learn(block, text);
    return /\d|\b(?:một|hai|ba|bốn)\b/iu.test(text) ? place : null;
  }

  #place(block: TextBlock): BlockPlace {
    const { text, metadata } = this.#input;
    const own = block.kind === 'heading' ? [text.slice(block.start, block.end)] : [];
    const heading = [...block.heading, ...own];
    const governing = [
      ...(this.#lead.period === null ? [] : [this.#lead.period]),
      ...headingPeriods(heading),
      metadata.period,
    ];
    return {
      heading: block.heading,
      section: sectionKind(heading),
      telling: this.#lead.telling,
      label: this.#lead.label,
      whole: null,
      governing,
      planYear: this.#planYear,
    };
  }

  #forget(): void {
    this.#lead = { telling: null, label: null, period: null };
  }

  /** A line that ends with ":" leads in what follows. */
  #learn(block: TextBlock, text: string): void {
    if (!/:\s*$/.test(text)) return;
    const plain = plainText(this.#input.text, block.start, block.end);
    const mentions = periodMentions(plain);
    const telling = findCues(plain, mentions, this.#planYear).at(-1)?.telling ?? null;
    const period = mentions.at(-1)?.period ?? null;
    const name = readHead(plain, { start: 0, end: plain.text.length }, mentions).name;
    const isNamed = name.end > name.start && beginsWithNoun(plain.flat.slice(name.start, name.end));
    this.#lead = {
      telling: telling ?? this.#lead.telling,
      label: isNamed ? plain.text.slice(name.start, name.end) : null,
      period: period ?? this.#lead.period,
    };
  }
}

/** Periods that headings name, innermost first. */
function headingPeriods(heading: readonly string[]): Period[] {
  return heading.toReversed().flatMap((line) => {
    const plain = plainText(line, 0, line.length);
    return periodMentions(plain)
      .filter((mention) => mention.preposition !== 'từ')
      .map((mention) => mention.period)
      .slice(0, 1);
  });
}
