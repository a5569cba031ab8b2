import type { Deadline } from '../../domain/deadline.ts';
import type { Directive } from '../../domain/directive.ts';
import type { Relation } from '../../domain/relation.ts';
import type { Target } from '../../domain/target.ts';
import type { Replacement, Replacements } from '../../store/replacements.ts';
import { type FoundPart, findPart, isInPart } from './find-part.ts';
import { replacedDeadlines } from './same-deadline.ts';
import { type PlacedTarget, replacedTargets } from './same-target.ts';

/** One document acts on another, as its relation says. */
export type Effect = { by: string; on: string; relation: Relation };

export type DirectiveRows = { directive: Directive; text: string; targets: Target[]; deadlines: Deadline[] };

type Found = {
  directives: Map<string, Replacement>;
  figures: Map<number, Replacement & { byFigure: number | null }>;
  deadlines: Map<number, Replacement>;
};

/**
 * What stands in the place of what. A replaced or repealed document goes as a whole, with what others had changed in it; a part or a changed
 * figure alone leaves the rest in force. What was replaced first stays replaced by that.
 */
export function replacementsOf(rows: ReadonlyMap<string, DirectiveRows>, effects: readonly Effect[]): Replacements {
  const found: Found = { directives: new Map(), figures: new Map(), deadlines: new Map() };
  const dayOf = (id: string): string => effectiveDay(rows.get(id)?.directive) ?? '';
  const ordered = [...effects].sort((a, b) => dayOf(a.by).localeCompare(dayOf(b.by)) || a.by.localeCompare(b.by));
  for (const effect of ordered) {
    const [next, old] = [rows.get(effect.by), rows.get(effect.on)];
    if (next === undefined || old === undefined) continue;
    const earlier = ordered
      .filter(
        ({ by, on, relation }) =>
          on === effect.on && relation.kind === 'amends' && by !== effect.by && dayOf(by) < dayOf(effect.by),
      )
      .flatMap(({ by }) => rows.get(by) ?? []);
    apply(found, effect.relation, { next, old, earlier: [...new Set(earlier)] });
  }
  const withId = <Key, Row>(map: Map<Key, Row>): (Row & { id: Key })[] =>
    Array.from(map, ([id, row]) => ({ id, ...row }));
  return { directives: withId(found.directives), figures: withId(found.figures), deadlines: withId(found.deadlines) };
}

/** Since when a document counts: its own word, else its date; null: not known. */
const effectiveDay = (directive: Directive | undefined): string | null =>
  directive?.effectiveFrom ?? directive?.date ?? null;

/** `earlier`: documents that changed the old one before. */
type Acting = { next: DirectiveRows; old: DirectiveRows; earlier: DirectiveRows[] };

function apply(found: Found, { kind, part }: Relation, { next, old, earlier }: Acting): void {
  const replacement = { by: next.directive.id, on: effectiveDay(next.directive) };
  const older = [old, ...earlier];
  for (const { target, by } of newFigures(next, older))
    take(found.figures, target.id, { ...replacement, byFigure: by });
  for (const { id } of replacedDeadlines(
    next,
    older.flatMap(({ deadlines }) => deadlines),
  ))
    take(found.deadlines, id, replacement);
  if (kind === 'amends') return;
  const meant: FoundPart | null = part === null ? null : findPart(old.text, part);
  for (const target of old.targets) {
    if (meant === null || isInPart(meant, target, target))
      take(found.figures, target.id, { ...replacement, byFigure: null });
  }
  for (const deadline of old.deadlines) {
    if (meant === null || isInPart(meant, deadline)) take(found.deadlines, deadline.id, replacement);
  }
  if (meant !== null) return;
  take(found.directives, old.directive.id, replacement);
  for (const id of successorsIn(found, old, earlier)) take(found.figures, id, { ...replacement, byFigure: null });
}

/** Figures that others had set in the place of figures of this document. */
function successorsIn(found: Found, old: DirectiveRows, earlier: readonly DirectiveRows[]): number[] {
  const theirs = new Set(earlier.flatMap(({ targets }) => targets.map(({ id }) => id)));
  return old.targets.flatMap(({ id }) => found.figures.get(id)?.byFigure ?? []).filter((id) => theirs.has(id));
}

function take<Key, Row>(map: Map<Key, Row>, key: Key, row: Row): void {
  if (!map.has(key)) map.set(key, row);
}

function newFigures(next: DirectiveRows, older: readonly DirectiveRows[]): { target: Target; by: number }[] {
  const placed = older.flatMap(placedTargets);
  return placedTargets(next).flatMap((figure) =>
    replacedTargets(figure, placed).map((target) => ({ target, by: figure.target.id })),
  );
}

function placedTargets({ directive, targets, text }: DirectiveRows): PlacedTarget[] {
  return targets
    .filter(({ kind }) => kind === 'target')
    .map((target) => ({
      target,
      locality: target.locality ?? directive.locality,
      period: target.period.kind === 'none' ? directive.period : target.period,
      sentence: sentenceAround(text, target),
    }));
}

const reach = 160;

/** The sentence or line of a figure: what it was before may stand on either side of it. */
function sentenceAround(text: string, { start, end }: Target): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf(';')) + 1;
  const stop = after.search(/\n|\.\s|\.$|;/);
  return before.slice(from) + text.slice(start, end) + (stop < 0 ? after : after.slice(0, stop));
}
