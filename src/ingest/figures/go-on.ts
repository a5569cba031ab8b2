import { withComparator } from '../../vietnamese/quantity-value.ts';
import type { Clause, Linking } from './link-values.ts';
import { type Carry, type NamedValue, valueSpan } from './named-value.ts';
import { directionOf } from './value-direction.ts';

const changeNames: Record<string, string> = { tang: 'tăng', giam: 'giảm', vuot: 'vượt', gap: 'gấp' };

/**
 * A value without a name of its own: the thing before it at another time ("khoảng 25% đến năm 2025, 40% đến năm 2030", the comparator
 * meant again), a change of it ("…, tăng 14%") or its level ("tăng 13%/năm, đến năm 2025 đạt 10.000 tỷ đồng"). Null for anything else.
 */
export function goOn({ plain }: Linking, clause: Clause, carry: Carry): NamedValue | null {
  const { whole, part } = carry;
  const subject = whole === null ? carry.subject : part;
  if (subject === null || clause.head.isPart) return null;
  const { quantity, head } = clause;
  const of = subject.clause.quantity;
  const verb = head.verbs[0] ?? '';
  const change = changeNames[verb.slice(0, 4)];
  if (whole !== null && (change === undefined || quantity.kind !== 'percent')) return null;
  // "550/100.000 trẻ em vào năm 2025 và 500/100.000 vào năm 2030"
  const isBrief = quantity.unit.startsWith('/') && of.unit.startsWith(quantity.unit);
  const isSame = quantity.kind === of.kind && (quantity.unit === of.unit || isBrief);
  const isLevel = /^(?:dat|la)(?= |$)/.test(verb) && quantity.kind !== 'percent' && of.kind === 'percent';
  if (!isSame && change === undefined && !isLevel) return null;
  const isCarried =
    isSame && verb === '' && quantity.comparator === '=' && of.comparator !== 'range' && !carry.repeatsBound;
  carry.repeatsBound ||= isSame && quantity.comparator !== '=' && quantity.comparator !== 'range';
  const isLevelAgain = isSame && (subject.direction !== 'level' || quantity.kind === 'percent');
  const name = isLevelAgain || change === undefined ? subject.name : `${subject.name}, mức ${change}`;
  return {
    clause: isCarried ? { ...clause, quantity: withComparator(quantity, of.comparator) } : clause,
    name,
    parent: subject.parent,
    direction: directionOf(plain, clause, isLevel ? '' : name),
    span: { start: Math.min(subject.span.start, quantity.start), end: quantity.end },
    value: valueSpan(clause),
    goesOn: true,
  };
}
