import type { Deadline } from '../../domain/deadline.ts';
import type { Directive } from '../../domain/directive.ts';
import { numberKey, type RelationKind } from '../../domain/relation.ts';
import type { Database, Session } from '../../store/database.ts';
import { listDeadlines } from '../../store/deadlines.ts';
import { findDirectives, loadDirectiveText } from '../../store/directives.ts';
import { findFigures } from '../../store/figures.ts';
import { findReferenced, findRelations } from '../../store/relations.ts';
import { findLeftBehind, setReplacements, withdrawRow } from '../../store/replacements.ts';
import type { Changed } from '../../store/save-directive.ts';
import { joinReference } from '../../vietnamese/join-reference.ts';
import { type DirectiveRows, type Effect, replacementsOf } from './replacements-of.ts';

/** Enough for a plan with every change ever made to it; a law that all cite is only joined by what changes it. */
const mostDirectives = 300;

const effective: RelationKind[] = ['amends', 'replaces', 'repeals'];

/**
 * Works out anew what stands in the place of what among the documents that new ones change or are changed by, directly or through others,
 * and among those that one which ceased to count had changed. The outcome is the same in whichever order they came.
 */
export async function settleRelations(session: Session, { added, gone }: Changed): Promise<void> {
  const settled = new Set<string>();
  for (const id of [...(await findActing(session, added)), ...(await findLeftBehind(session, gone))]) {
    if (!settled.has(id)) for (const one of await settleAround(session, id)) settled.add(one);
  }
}

/** Those of new documents that may change a stored one or be changed by it; most do neither. */
async function findActing(session: Session, added: Changed['added']): Promise<string[]> {
  if (added.length === 0) return [];
  const from = added.map(({ id }) => id);
  const numbers = added.flatMap(({ number }) => numbersOf(number));
  const relations = await findRelations(session, { from, numbers, kinds: effective });
  const named = new Set(relations.map(({ to }) => numberKey(to.number)));
  const acting = new Set(relations.map(({ from: id }) => id));
  const acts = ({ id, number }: Changed['added'][number]): boolean =>
    acting.has(id) || numbersOf(number).some((one) => named.has(one));
  return added.filter(acts).map(({ id }) => id);
}

/** A document's number as others may give it: whole, or without its sign. */
function numbersOf(number: string | null): string[] {
  if (number === null) return [];
  const key = numberKey(number);
  return [key, key.split(/\D/)[0] ?? key];
}

/** Withdraws a document that should not have been stored: what it had replaced stands again. Gives false when it was not in force. */
export async function withdrawDirective(database: Database, id: string): Promise<boolean> {
  return database.transaction(async (session) => {
    if (!(await withdrawRow(session, id))) return false;
    await settleRelations(session, { added: [], gone: [id] });
    return true;
  });
}

async function settleAround(session: Session, document: string): Promise<string[]> {
  const { directives, effects } = await relatedTo(session, document);
  const ids = [...directives.keys()];
  if (ids.length === 0 || (effects.length === 0 && !(await hasReplaced(session, [...directives.values()])))) return ids;
  const rows = new Map<string, DirectiveRows>();
  const [targets, deadlines] = [await allFigures(session, ids), await allDeadlines(session, ids)];
  for (const directive of directives.values()) {
    const isOf = ({ document: own }: { document: string }): boolean => own === directive.id;
    const text = (await loadDirectiveText(session, directive.id)) ?? '';
    rows.set(directive.id, { directive, text, targets: targets.filter(isOf), deadlines: deadlines.filter(isOf) });
  }
  await setReplacements(session, ids, replacementsOf(rows, effects));
  return ids;
}

async function hasReplaced(session: Session, directives: readonly Directive[]): Promise<boolean> {
  const some = { documents: directives.map(({ id }) => id), statuses: ['replaced' as const] };
  if (directives.some(({ replacedBy }) => (replacedBy ?? null) !== null)) return true;
  return (await findFigures(session, some)).length + (await listDeadlines(session, some)).length > 0;
}

const allFigures = (session: Session, documents: string[]) =>
  findFigures(session, { documents, statuses: ['proposed', 'approved', 'replaced'] });

const allDeadlines = (session: Session, documents: string[]): Promise<Deadline[]> =>
  listDeadlines(session, { documents, statuses: ['proposed', 'approved', 'replaced'] });

type Related = { directives: Map<string, Directive>; effects: Effect[] };

async function relatedTo(session: Session, document: string): Promise<Related> {
  const directives = new Map<string, Directive>();
  const effects = new Map<string, Effect>();
  const waiting = [document];
  while (waiting.length > 0 && directives.size < mostDirectives) {
    const id = waiting.shift();
    if (id === undefined || directives.has(id)) continue;
    const [directive] = await findDirectives(session, { ids: [id] });
    if (directive === undefined) continue;
    directives.set(id, directive);
    for (const effect of await effectsAround(session, directive)) {
      effects.set(`${effect.by} ${effect.on} ${effect.relation.start} ${effect.relation.kind}`, effect);
      waiting.push(effect.by, effect.on);
    }
  }
  const isKnown = ({ by, on }: Effect): boolean => directives.has(by) && directives.has(on);
  return { directives, effects: [...effects.values()].filter(isKnown) };
}

/** What this document does to others, and others to it, as far as both are stored and in force. */
async function effectsAround(session: Session, directive: Directive): Promise<Effect[]> {
  const { id, number } = directive;
  const relations = await findRelations(session, { from: [id], numbers: numbersOf(number), kinds: effective });
  const effects: Effect[] = [];
  for (const relation of relations) {
    const [from] = relation.from === id ? [directive] : await findDirectives(session, { ids: [relation.from] });
    if (from === undefined) continue;
    const target = joinReference(relation.to, from, await findReferenced(session, relation.to));
    if (target !== null && (from.id === id || target.id === id)) effects.push({ by: from.id, on: target.id, relation });
  }
  return effects;
}
