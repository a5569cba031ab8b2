import { expect, it } from 'vitest';
import type { DirectiveDraft } from '../../../src/domain/directive.ts';
import { readDirective } from '../../../src/ingest/read-directive.ts';
import { type FormatSample, formatSamples } from '../../support/format-sample.ts';
import { type Format, formats, renderFormat } from '../../support/render-formats.ts';
import { tables } from '../support/read-text.ts';

const samples = formatSamples();
const cases = samples.flatMap((sample) =>
  formats.map((format): [string, Format, FormatSample] => [sample.name, format, sample]),
);

async function draftOf(sample: FormatSample, format: Format): Promise<DirectiveDraft> {
  const bytes = await renderFormat(sample, format);
  const result = await readDirective(bytes, { name: `${sample.name}.${format}`, tables, today: '2026-11-22' });
  if (result.status !== 'read') throw new Error(result.reason);
  return result.draft;
}

const targetLines = ({ figures }: DirectiveDraft): string[] =>
  figures
    .filter(({ kind }) => kind === 'target')
    .map(({ indicator, comparator, min, max, unit, period, locality }) => {
      const bounds = comparator === 'range' ? `range${min}..${max}` : `${comparator}${min ?? max}`;
      return [indicator, bounds, unit, period.text, locality?.name ?? ''].join(' | ');
    });

it.each(cases)('%s as %s gives the targets of its gold', async (_, format, sample) => {
  const draft = await draftOf(sample, format);
  expect(targetLines(draft)).toEqual(sample.gold);
  for (const { start, end, quote } of draft.figures) expect(draft.text.slice(start, end)).toBe(quote);
});

it.each(cases)('%s as %s says what it is', async (_, format, sample) => {
  const { metadata } = await draftOf(sample, format);
  expect(metadata).toMatchObject({ number: sample.frame.number, type: sample.frame.type.toLowerCase() });
  expect(metadata.date).not.toBeNull();
});
