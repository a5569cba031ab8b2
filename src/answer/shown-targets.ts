import type { Target } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import type { Draft } from './answer.ts';
import { printedValue } from './write-parts.ts';

/** The stored figures behind those that an answer gives, each once; a figure that is no stored one is left out. */
export function shownTargets({ figures }: Pick<Draft, 'figures'>, catalog: Catalog): Target[] {
  const shown = figures.flatMap(({ text, document, quote }) =>
    catalog
      .targetsOf(document)
      .map(({ target }) => target)
      .filter((target) => target.quote === quote && printedValue(target) === text)
      .slice(0, 1),
  );
  return [...new Set(shown)];
}
