import type { Directive } from '../domain/directive.ts';
import type { RelationKind } from '../domain/relation.ts';
import type { Block, Span } from '../domain/reply.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName, printedDate } from '../tools/cite.ts';
import type { CitedRelation, ShowRelationsResult } from '../tools/show-relations.ts';
import { type Draft, emptyDraft } from './answer.ts';
import type { AskedRelation } from './read-relation-question.ts';
import { citationBlock } from './write-parts.ts';

const mostShown = 8;

const does: Readonly<Record<RelationKind, string>> = {
  basis: 'Căn cứ',
  implements: 'Thực hiện',
  amends: 'Sửa đổi, điều chỉnh',
  replaces: 'Thay thế',
  repeals: 'Bãi bỏ',
};
const doneTo: Readonly<Record<RelationKind, string>> = {
  basis: 'Là căn cứ của',
  implements: 'Được thực hiện bởi',
  amends: 'Được sửa đổi, điều chỉnh bởi',
  replaces: 'Được thay thế bởi',
  repeals: 'Bị bãi bỏ bởi',
};
const wanted: Readonly<Record<AskedRelation, readonly RelationKind[]>> = {
  validity: ['amends', 'replaces', 'repeals'],
  done_to_it: ['amends', 'replaces', 'repeals'],
  done_by_it: ['amends', 'replaces', 'repeals'],
  basis: ['basis', 'implements'],
};

const nothing: Readonly<Record<AskedRelation, string>> = {
  validity: 'Không rõ hiệu lực của',
  done_to_it: 'Chưa thấy văn bản nào sửa đổi, điều chỉnh, thay thế hay bãi bỏ',
  done_by_it: 'Không thấy văn bản nào được sửa đổi, thay thế hay bãi bỏ bởi',
  basis: 'Không thấy căn cứ nêu số, ký hiệu trong',
};

type Setting = { asked: AskedRelation; catalog: Catalog; today: string };

/** Whether a document counts and what was done to it, or what it does to others, each with the sentence that says so. */
export function writeRelations(result: ShowRelationsResult, setting: Setting): Draft {
  const { directive, own, others } = result;
  if (directive === null) return { ...emptyDraft, outcome: 'not_found' };
  const { asked, catalog } = setting;
  const isByIt = asked === 'done_by_it' || asked === 'basis';
  const of = (relations: readonly CitedRelation[]): CitedRelation[] =>
    onceEach(relations.filter(({ relation }) => wanted[asked].includes(relation.kind))).slice(0, mostShown);
  const shown = isByIt ? of(own) : of(others);
  const state = asked === 'validity' ? [stateOf(directive, setting)] : [];
  const items = shown.map((known): Span[] =>
    isByIt
      ? [{ bold: does[known.relation.kind] }, `: ${partOf(known)}${otherName(known)}.`]
      : [{ bold: wholly(known) }, ` ${directiveName(known.from)}${scopeOf(known)}.`],
  );
  const none =
    shown.length === 0 && state.length === 0
      ? [`${nothing[asked]} ${directiveName(directive)} trong các văn bản đã nạp.`]
      : [];
  const lines = [...state, ...none];
  const entry = asked === 'validity' && result.entry !== null ? [result.entry] : [];
  const citations = [...entry, ...shown.map(({ citation }) => citation)];
  return {
    ...emptyDraft,
    outcome: none.length > 0 ? 'not_found' : 'answered',
    blocks: [
      ...lines.map((line): Block => ({ kind: 'paragraph', spans: [line] })),
      ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
      ...citations.map((citation) => citationBlock(citation, catalog)),
    ],
    citations,
    labels: [...lines, ...items.map((spans) => spans.map((span) => (typeof span === 'string' ? span : '')).join(''))],
  };
}

/** One line for each document and kind, and for each part taken back; a change said twice is one. */
function onceEach(relations: readonly CitedRelation[]): CitedRelation[] {
  const lines = new Map<string, CitedRelation>();
  for (const known of relations) {
    const { kind, to, part } = known.relation;
    const line = `${kind} ${known.from.id} ${to.number} ${kind === 'amends' ? '' : (part ?? '')}`;
    if (!lines.has(line)) lines.set(line, known);
  }
  return [...lines.values()];
}

const scopeOf = ({ relation }: CitedRelation): string => (relation.part === null ? '' : ` (${relation.part})`);
const partOf = ({ relation: { part } }: CitedRelation): string =>
  part === null ? '' : `${part}${/ tại /u.test(part) ? ', ' : ' tại '}`;
const wholly = ({ relation: { kind, part } }: CitedRelation): string =>
  part === null || kind === 'amends' ? doneTo[kind] : doneTo[kind].replace(' bởi', ' một phần bởi');

/** The stored document, or what the sentence calls it. */
function otherName({ relation, to }: CitedRelation): string {
  if (to !== null) return directiveName(to);
  const { type, number, date, issuer } = relation.to;
  return `${type ?? 'văn bản'} số ${number}${issuer === null ? '' : `, ${issuer}`}${date === null ? '' : `, ngày ${printedDate(date)}`} (chưa nạp)`;
}

function stateOf(directive: Directive, { catalog, today }: Setting): string {
  const name = directiveName(directive);
  const upper = name.charAt(0).toUpperCase() + name.slice(1);
  const { replacedBy = null, replacedOn = null, effectiveFrom = null, effectiveTo = null } = directive;
  const by = replacedBy === null ? null : catalog.directive(replacedBy);
  if (by !== null && (replacedOn ?? '') <= today)
    return `Không. ${upper} đã hết hiệu lực${replacedOn === null ? '' : ` từ ngày ${printedDate(replacedOn)}`}, được thay thế bởi ${directiveName(by)}.`;
  if (effectiveTo !== null && effectiveTo < today)
    return `Không. ${upper} có hiệu lực đến hết ngày ${printedDate(effectiveTo)}.`;
  if (effectiveFrom !== null && effectiveFrom > today)
    return `Chưa. ${upper} có hiệu lực từ ngày ${printedDate(effectiveFrom)}.`;
  const from = effectiveFrom ?? directive.date;
  const since = from === null ? '' : `, hiệu lực từ ngày ${printedDate(from)}`;
  return `${upper}${since}; trong các văn bản đã nạp không thấy văn bản nào thay thế hay bãi bỏ toàn bộ.`;
}
