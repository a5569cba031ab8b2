import type { Metadata } from '../../../src/domain/directive.ts';
import { noPeriod } from '../../../src/domain/period.ts';
import type { Figure } from '../../../src/domain/target.ts';
import { type FigureInput, findFigures } from '../../../src/ingest/figures/find-figures.ts';
import { findBlocks } from '../../../src/ingest/structure/find-blocks.ts';
import { parsePeriod } from '../../../src/vietnamese/period.ts';

/** A document of one section: `heading` above, `text` below (one block a line), governed by `period`. */
export type Sample = { heading?: string; text: string; period?: string; date?: string; title?: string };

/** The figures of a made-up document, without vocabulary and, unless given, without a gazetteer. */
export function figuresOf(
  { heading = '', text, period, date, title = '' }: Sample,
  gazetteer: FigureInput['gazetteer'] = { find: () => [] },
): Figure[] {
  const metadata: Metadata = {
    type: 'kế hoạch',
    number: null,
    title,
    issuer: null,
    locality: null,
    date: date ?? null,
    period: parsePeriod(period ?? 'không nêu') ?? noPeriod,
    signer: null,
    recipients: [],
  };
  const stored = (heading === '' ? text : `I. ${heading.toUpperCase()}\n\n${text}`).normalize('NFC');
  return findFigures({
    text: stored,
    blocks: findBlocks(stored),
    metadata,
    lexicon: { keyOf: () => null },
    today: '2026-11-22',
    gazetteer,
  });
}

/** One line a target: "name | comparator bounds unit | period". */
export const targetLines = (sample: Sample): string[] =>
  figuresOf(sample)
    .filter((figure) => figure.kind === 'target')
    .map(({ indicator, comparator, min, max, unit, period }) => {
      const bounds = comparator === 'range' ? `${min}..${max}` : `${comparator}${min ?? max}`;
      return `${indicator} | ${bounds} ${unit} | ${period.text}`;
    });
