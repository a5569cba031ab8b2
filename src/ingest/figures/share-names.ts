import { fold } from '../../vietnamese/fold.ts';
import { quantityText } from '../../vietnamese/quantity-text.ts';
import type { NamedValue } from './named-value.ts';
import type { PlainText } from './plain-text.ts';
import { isNounOnly, predicateAt } from './read-tail.ts';

/** Names of the values of one segment, completed from each other. */
export function shareNames(plain: PlainText, values: readonly NamedValue[]): NamedValue[] {
  return inTurn(plain, shareBases(sharePredicates(values)));
}

/** "trên 80% tổ chức cơ sở đảng, 70% chi bộ … có kết nạp đảng viên": the predicate said once behind the last is meant for all. */
function sharePredicates(values: readonly NamedValue[]): NamedValue[] {
  const shared = [...values];
  for (let at = shared.length - 2; at >= 0; at--) {
    const value = shared[at];
    const next = shared[at + 1];
    if (value === undefined || next === undefined || !isBarePlural(value) || !isBarePlural(next)) continue;
    if (next.clause.head.verbs.some((verb) => verb !== 'co')) continue;
    const from = predicateAt(quantityText(next.name));
    if (from === null || !isNounOnly(quantityText(value.name))) continue;
    const span = { start: value.span.start, end: next.span.end };
    shared[at] = { ...value, name: `${value.name} ${next.name.slice(from)}`, span };
  }
  return shared;
}

const isBarePlural = ({ clause }: NamedValue): boolean =>
  clause.quantity.kind === 'percent' && clause.head.name.start === clause.head.name.end;

const base = /\s(?:trên|tính trên)\s+(?:một|1|01|10\.000|100\.000)\s+(?:vạn dân|dân|người dân)/iu;

/** "10 bác sĩ và 30 giường bệnh trên 1 vạn dân": what the second is counted on, the first is too. */
function shareBases(values: readonly NamedValue[]): NamedValue[] {
  return values.map((value, at) => {
    const next = values[at + 1];
    const shared = next === undefined ? undefined : base.exec(next.name)?.[0];
    if (next === undefined || shared === undefined || value.clause.quantity.kind !== 'count' || base.test(value.name))
      return value;
    if (fold(value.name) !== fold(value.clause.quantity.unit)) return value;
    return { ...value, name: value.name + shared, span: { start: value.span.start, end: next.span.end } };
  });
}

/** "người bệnh nội trú, ngoại trú lần lượt đạt 92% và 88%": one name each, in turn. */
function inTurn(plain: PlainText, values: readonly NamedValue[]): NamedValue[] {
  const first = values.findIndex(({ clause }) =>
    /lan luot/.test(plain.flat.slice(clause.region.start, clause.quantity.start)),
  );
  const named = values[first];
  if (named === undefined) return [...values];
  let count = 1;
  while (values[first + count]?.goesOn === true) count++;
  const parts = named.name.split(/, | và /);
  if (count < 2 || parts.length < count) return [...values];
  const names = turnNames(parts, count);
  return values.map((value, at) => ({ ...value, name: names[at - first] ?? value.name }));
}

/** The last `count` parts under what the first of them shares with the rest: as many words as the second has are its own. */
function turnNames(parts: readonly string[], count: number): string[] {
  const turns = parts.slice(-count);
  const lead = parts.slice(0, -count).join(', ');
  const words = (turns[0] ?? '').split(' ');
  const own = (turns[1] ?? '').split(' ').length;
  const shared = [lead, words.slice(0, Math.max(0, words.length - own)).join(' ')]
    .filter((part) => part !== '')
    .join(', ');
  return turns.map((turn, at) => `${shared} ${at === 0 ? words.slice(-own).join(' ') : turn}`.trim());
}
