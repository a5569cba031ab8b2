import { lookUpTarget } from '../tools/look-up-target.ts';
import { readAsked } from '../tools/read-asked.ts';
import type { CitedTarget, ToolContext } from '../tools/tool.ts';
import { askedMembers } from './asked-members.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './read-question.ts';
import { isThing } from './split-question.ts';

const askable = new Set(['figure', 'open', 'list_targets', 'compare', 'text']);

/** The figures of one thing at each of the communes or districts that a question asks about; null when it asks about none or fewer than two have it. */
export async function gatherMembers(question: Question, context: ToolContext): Promise<Evidence | null> {
  const { localities, periods, kinds, recognised } = question;
  const asked = askable.has(recognised.kind) ? askedMembers(question.topic) : null;
  if (asked === null || localities.filter(({ level }) => asked.levels.includes(level)).length > 1) return null;
  if (!isThing(readAsked(asked.rest, context.reader))) return null;
  const { found } = await lookUpTarget.run(
    { words: asked.rest, locality: null, period: periods[0] ?? null, documents: documentsOf(question, context), kinds },
    context,
  );
  const members = found.filter(
    ({ target }) => target.locality !== null && asked.levels.includes(target.locality.level),
  );
  if (new Set(members.map(({ target }) => target.locality?.key)).size < 2) return null;
  return { kind: 'members', found: ranked(members, asked.wanted), wanted: isRankable(members) ? asked.wanted : null };
}

/** Directives of the places named, and those that set something for them; null when no place is named. */
function documentsOf({ documents, localities }: Question, { catalog }: ToolContext): string[] | null {
  if (documents !== null || localities.length === 0) return documents;
  const keys = catalog.keysAround(localities);
  const issued = catalog.directives.filter(({ locality }) => keys.includes(locality?.key ?? '')).map(({ id }) => id);
  const binding = localities.flatMap(({ key }) => catalog.targetsAt(key).map(({ target }) => target.document));
  return [...new Set([...issued, ...binding])];
}

/** One exact figure a place, all in one unit: only then is one of them the highest. */
function isRankable(members: readonly CitedTarget[]): boolean {
  const places = new Set(members.map(({ target }) => target.locality?.key));
  const units = new Set(members.map(({ target }) => `${target.unit} ${target.direction} ${target.period.text}`));
  return places.size === members.length && units.size === 1 && members.every(({ target }) => target.comparator !== '~');
}

function ranked(members: readonly CitedTarget[], wanted: 'highest' | 'lowest' | null): CitedTarget[] {
  const inText = [...members].sort((a, b) => a.target.start - b.target.start);
  if (wanted === null || !isRankable(members)) return inText;
  const levelOf = ({ target }: CitedTarget): number => target.min ?? target.max ?? 0;
  return inText.sort((a, b) => (wanted === 'highest' ? levelOf(b) - levelOf(a) : levelOf(a) - levelOf(b)));
}
