import type { DirectiveDraft } from '../../../src/domain/directive.ts';

/** The targets of a directive as the gold of test/samples/formats says them: name, comparator and bounds, unit, period, locality. */
export const targetLines = ({ figures }: DirectiveDraft): string[] =>
  figures
    .filter(({ kind }) => kind === 'target')
    .map(({ indicator, comparator, min, max, unit, period, locality }) => {
      const bounds = comparator === 'range' ? `range${min}..${max}` : `${comparator}${min ?? max}`;
      return [indicator, bounds, unit, period.text, locality?.name ?? ''].join(' | ');
    });
