import type { Directive } from '../domain/directive.ts';
import type { Target } from '../domain/target.ts';

/** Who took whose place: figures by the figure that replaced them, directives by those that changed them. */
export type Chains = { preceded: Map<number, Target[]>; changers: Map<string, Set<string>> };

/** Reads the chains off stored rows; both maps are empty where nothing was ever replaced. */
export function chainsOf(rows: { directives: readonly Directive[]; targets: readonly Target[] }): Chains {
  const preceded = new Map<number, Target[]>();
  const changers = new Map<string, Set<string>>();
  const note = (document: string, by: string): void => {
    changers.set(document, (changers.get(document) ?? new Set()).add(by));
  };
  for (const { id, replacedBy } of rows.directives) if (typeof replacedBy === 'string') note(id, replacedBy);
  for (const target of rows.targets) {
    const { document, replacedBy, replacedByFigure } = target;
    if (typeof replacedBy === 'string') note(document, replacedBy);
    if (typeof replacedByFigure === 'number')
      preceded.set(replacedByFigure, [...(preceded.get(replacedByFigure) ?? []), target]);
  }
  return { preceded, changers };
}

/** The directives that changed this one, and those that changed them. */
export function changersOf(document: string, changers: Chains['changers']): string[] {
  const found = new Set<string>();
  const waiting = [document];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const by of changers.get(id) ?? []) {
      if (by === document || found.has(by)) continue;
      found.add(by);
      waiting.push(by);
    }
  }
  return [...found];
}
