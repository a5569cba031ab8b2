import type { Direction } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';
import { withComparator } from '../../vietnamese/quantity-value.ts';
import { type Clause, comesFirst, type Linking } from './link-values.ts';
import type { PlainText, Span } from './plain-text.ts';
import { beginsWithNoun, type Head, readHead } from './read-head.ts';
import { isNounOnly, predicateAt, readTail } from './read-tail.ts';

/** A value with its name. `span` is the shortest stretch of plain text with both. */
export type NamedValue = {
  clause: Clause;
  name: string;
  parent: string | null;
  direction: Direction;
  span: Span;
  /** Where verb, comparator, number and unit stand. */
  value: Span;
  /** A change said after the level of the same thing ("…, tăng 10%"), or the same thing at another time. */
  goesOn: boolean;
};

/** What earlier clauses left for the later ones of a sentence. */
export type Carry = {
  /** The last thing measured that stands on its own. */
  subject: NamedValue | null;
  /** Set after "trong đó": what the following parts are parts of. */
  whole: { name: string; span: Span; direction: Direction; unit: string } | null;
  /** The last "Nhãn:" of the sentence. */
  label: { name: string; span: Span } | null;
};

export const emptyCarry = (): Carry => ({ subject: null, whole: null, label: null });

const relational =
  /^(?:(?:ty|ti) (?:trong|le)|toc do (?:tang|giam)(?: truong)?(?: binh quan)?|muc tang|tang truong|binh quan|gia tri|so luong|dien tich|san luong|nang suat|quy mo|tong so|muc giam|tong so von|so von|doanh thu)$/;
const multiples = /^(?:(?:trăm|chục|nghìn|ngàn|triệu|tỷ|tỉ|vạn)\s+)+/iu;

/** Names a value; null when nothing in its clause or before it says what is measured. */
export function nameValue(linking: Linking, clause: Clause, carry: Carry): NamedValue | null {
  const label = readLabel(linking, clause) ?? carry.label;
  if (label !== carry.label) carry.whole = null;
  carry.label = label;
  const own = ownName(linking, clause, label);
  const named = own === null ? goOn(linking.plain, clause, carry) : withParent({ linking, clause, carry, own });
  if (named !== null && named.parent === null && !named.goesOn) {
    carry.subject = named;
    if (!clause.head.isPart) carry.whole = null;
  }
  return named;
}

type OwnName = { name: string; span: Span; isLabel: boolean };

/** "Kết cấu hạ tầng:" before a value of the clause; null without one or when it is empty. */
function readLabel({ plain, mentions }: Linking, { label }: Clause): { name: string; span: Span } | null {
  if (label === null) return null;
  const before = plain.flat.slice(label.start, label.end).lastIndexOf(':');
  const span = before < 0 ? label : { start: label.start + before + 1, end: label.end };
  const { name } = readHead(plain, span, mentions);
  return name.end > name.start ? { name: plain.text.slice(name.start, name.end), span: name } : null;
}

/** The name that stands in the clause itself: before the value, behind it, or as its label. */
function ownName(linking: Linking, clause: Clause, label: Carry['label']): OwnName | null {
  const { plain, mentions } = linking;
  const { head, quantity, tail } = clause;
  const isFirst = comesFirst(plain, clause);
  const behind = isFirst
    ? readTail(plain, { ...tail, isCounted: quantity.kind === 'count' || quantity.kind === 'rate' }, mentions)
    : { start: tail.start, end: tail.start };
  const words = plain.text.slice(behind.start, behind.end);
  const before = plain.text.slice(head.name.start, head.name.end);
  const counted =
    quantity.kind === 'count' ? quantity.unit.replace(multiples, '') : quantity.kind === 'rate' ? quantity.unit : '';
  const span = {
    start: before === '' ? quantity.start : head.name.start,
    end: words === '' ? quantity.end : behind.end,
  };
  if (before !== '') return { name: joined(head, before, { isFirst, counted, words }), span, isLabel: false };
  const isOwn = clause.label !== null && label !== null;
  if (
    words === '' &&
    isOwn &&
    (quantity.kind !== 'rate' || beginsWithNoun(plain.flat.slice(label.span.start, label.span.end)))
  ) {
    return { name: label.name, span: { start: label.span.start, end: quantity.end }, isLabel: true };
  }
  if (words === '' && counted === '') return null;
  const verb =
    quantity.kind === 'percent' && /^(?:giam|tang)$/.test(head.verbs[0] ?? '')
      ? verbText(plain, head, quantity.start)
      : '';
  return { name: [verb, counted, words].filter((part) => part !== '').join(' '), span, isLabel: false };
}

const verbText = (plain: PlainText, head: Head, end: number): string =>
  plain.text.slice(head.verbStart, end).trim().split(' ')[0]?.toLowerCase() ?? '';

function joined(head: Head, before: string, behind: { isFirst: boolean; counted: string; words: string }): string {
  const { isFirst } = behind;
  const parts = [before, behind.counted, behind.words].filter((part) => part !== '');
  if (head.startsWith === 'action' && isFirst) {
    const isFor = head.verbs.includes('cho');
    if (isFor && behind.words === '') return before;
    return isFor ? `${before} cho ${parts.slice(1).join(' ')}` : parts.join(' ');
  }
  return head.startsWith === 'other' && isFirst ? parts.join(' ') : before;
}

const changeNames: Record<string, string> = { giam: 'giảm', vuot: 'vượt' };

/** A value without a name of its own: the thing before it at another time, or a change of it. */
function goOn(plain: PlainText, clause: Clause, { subject, whole }: Carry): NamedValue | null {
  if (subject === null || whole !== null) return null;
  const { quantity, head } = clause;
  const of = subject.clause.quantity;
  const verb = head.verbs[0] ?? '';
  const isSame = quantity.kind === of.kind && quantity.unit === of.unit;
  const isChange = /^(?:tang|giam|vuot)/.test(verb);
  if (!isSame && !isChange) return null;
  const change = `mức ${changeNames[verb.slice(0, 4)] ?? 'tăng'}`;
  const name = isChange && !isSame ? `${subject.name}, ${change}` : subject.name;
  const isCarried = isSame && verb === '' && quantity.comparator === '=' && of.comparator !== 'range';
  return {
    clause: isCarried ? { ...clause, quantity: withComparator(quantity, of.comparator) } : clause,
    name,
    parent: subject.parent,
    direction: directionOf(plain, clause, name),
    span: { start: Math.min(subject.span.start, quantity.start), end: quantity.end },
    value: valueSpan(clause),
    goesOn: true,
  };
}

type Naming = { linking: Linking; clause: Clause; carry: Carry; own: OwnName };

/** Puts a part under its whole: "KV1" is "Tăng trưởng kinh tế (GRDP) - KV1". */
function withParent({ linking: { plain }, clause, carry, own }: Naming): NamedValue {
  const { quantity, head } = clause;
  const base = { clause, span: own.span, value: valueSpan(clause), goesOn: false };
  const folded = plain.flat.slice(head.name.start, head.name.end);
  const isCounted = own.span.start === quantity.start && quantity.kind === 'count';
  const standsAlone = beginsWithNoun(folded) || isCounted;
  if (head.isPart && carry.subject !== null) {
    const { name, span, direction, clause: of } = carry.subject;
    carry.whole ??= { name, span, direction, unit: of.quantity.unit };
  }
  const { whole, label } = carry;
  const isBrief = own.name.split(' ').length <= 2;
  if (whole !== null && (head.isPart || (!standsAlone && whole.unit === quantity.unit))) {
    const name = standsAlone && !isBrief ? own.name : `${whole.name} - ${own.name}`;
    const inherits = quantity.unit === whole.unit && !/^(?:con|xuong|len)/.test(head.verbs[0] ?? '');
    const direction = directionOf(plain, clause, own.name);
    return {
      ...base,
      name,
      parent: whole.name,
      direction: direction === 'level' && inherits ? whole.direction : direction,
    };
  }
  const direction = directionOf(plain, clause, own.name);
  if (relational.test(folded) && !own.isLabel) {
    const of = label?.name ?? carry.subject?.name;
    if (of !== undefined) return { ...base, name: `${of}, ${own.name}`, parent: null, direction };
  }
  if (label === null || own.isLabel || standsAlone) return { ...base, name: own.name, parent: null, direction };
  return { ...base, ...underLabel(plain, label, own.name), direction };
}

/** "Cơ cấu kinh tế: khu vực dịch vụ: 40%"; a label that only names a field ("Y tế:") is no parent. */
function underLabel(
  plain: PlainText,
  label: { name: string; span: Span },
  name: string,
): { name: string; parent: string | null } {
  const folded = plain.flat.slice(label.span.start, label.span.end);
  if (/^co cau/.test(folded)) return { name: `${label.name}: ${name}`, parent: label.name };
  return beginsWithNoun(folded) ? { name: `${label.name} - ${name}`, parent: label.name } : { name, parent: null };
}

function valueSpan({ head, quantity }: Clause): Span {
  return { start: head.verbStart, end: quantity.end };
}

const growth = /toc do (?:tang|phat trien)|tang truong|muc tang|(?:ty|ti) le tang(?! (?:dan so|tu nhien))/;
const fall = /toc do giam|muc giam/;

function directionOf(plain: PlainText, { head, quantity }: Clause, name: string): Direction {
  const verb = head.verbs[0] ?? '';
  const all = head.verbs.join(' ');
  if (/^(?:con|xuong|len|giam con|giam xuong|tang len)/.test(verb)) return 'level';
  if (/(?:^| )(?:tang|co them|them moi)/.test(all)) return 'increase';
  if (/(?:^| )giam/.test(all)) return 'decrease';
  if (head.keeps || /duy tri|giu|on dinh/.test(all)) return 'maintain';
  const folded = plain.flat.slice(head.name.start, head.name.end);
  if (/^giam(?= )/.test(folded)) return 'decrease';
  if (/^(?:tang|thanh lap moi|co them)(?= |$)/.test(folded)) return 'increase';
  if (head.lifts && /^dat/.test(verb)) return 'increase';
  if (quantity.kind !== 'percent') return 'level';
  const label = fold(name);
  return growth.test(label) ? 'increase' : fall.test(label) ? 'decrease' : 'level';
}

/**
 * "trên 80% tổ chức cơ sở đảng, 70% chi bộ … có kết nạp đảng viên": a predicate said once behind the last of several values is meant
 * for all. Gives the names with it.
 */
export function sharePredicates(values: readonly NamedValue[]): NamedValue[] {
  const shared = [...values];
  for (let at = shared.length - 2; at >= 0; at--) {
    const value = shared[at];
    const next = shared[at + 1];
    if (value === undefined || next === undefined || !isBarePlural(value) || !isBarePlural(next)) continue;
    const folded = fold(next.name);
    const from = predicateAt(folded);
    if (from === null || !isNounOnly(fold(value.name)) || value.clause.quantity.kind !== next.clause.quantity.kind)
      continue;
    shared[at] = {
      ...value,
      name: `${value.name} ${next.name.slice(from)}`,
      span: { start: value.span.start, end: next.span.end },
    };
  }
  return shared;
}

const isBarePlural = ({ clause }: NamedValue): boolean =>
  clause.quantity.kind === 'percent' && clause.head.name.start === clause.head.name.end;
