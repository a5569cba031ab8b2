import type { Target } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import type { Draft } from './answer.ts';
import { printedValue } from './write-parts.ts';

/** The stored figures behind those that an answer gives, each once; a figure that is no stored one is left out. */
export function shownTargets({ figures }: Pick<Draft, 'figures'>, catalog: Catalog): Target[] {
  const documents = new Set(figures.map(({ document }) => document));
  const stored = new Map([...documents].map((id) => [id, catalog.targetsOf(id).map(({ target }) => target)]));
  const shown = figures.flatMap(
    ({ text, document, quote }) =>
      stored.get(document)?.find((target) => target.quote === quote && printedValue(target) === text) ?? [],
  );
  return [...new Set(shown)];
}
