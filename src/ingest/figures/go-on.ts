import { withComparator } from '../../vietnamese/quantity-value.ts';
import type { Clause, Linking } from './link-values.ts';
import { type Carry, type NamedValue, valueSpan } from './named-value.ts';
import { directionOf } from './value-direction.ts';

const changeNames: Record<string, string> = { tang: 'tăng', giam: 'giảm', vuot: 'vượt', gap: 'gấp' };

/** Nothing but marks and shares between two shares of one whole. */
const onlyShares = /^(?: ?[-–—:/,] ?| va )(?:\d[\d.,]* ?%(?: ?[-–—:/,] ?| va ))*$/;

/** "thu nhập tăng 4% trở lên và không thấp hơn 13,5 triệu đồng": a bound on the level of what changes. */
const isBoundBeside = ({ flat }: Linking['plain'], { quantity }: Clause, { direction, clause }: NamedValue): boolean =>
  direction !== 'level' &&
  quantity.kind === 'money' &&
  clause.quantity.kind === 'percent' &&
  quantity.comparator !== '=' &&
  /^,? va $/.test(flat.slice(clause.quantity.end, quantity.start));

/** What a measure of a crop is called that stands behind its area, by unit. */
const yields: readonly [unit: RegExp, name: string][] = [
  [/^(?:ha|hecta|m2|m²)$/iu, 'diện tích'],
  [/^(?:tạ|tấn|kg)\/(?:ha|sào|năm)/iu, 'năng suất'],
  [/^(?:(?:nghìn|ngàn|triệu) )?(?:tấn|tạ|kg)$/iu, 'sản lượng'],
];

/** Nothing but a mark, or one more measure of the same crop between two. */
const besideMark = /^ ?[-–/,;] ?(?:\d[\d.,]* ?(?:ta|tan|kg)(?:\/[a-z]{2,4})? ?[-–/,;] ?)?$/;

/** "Ngô: 15 ha - 60,9 tấn": an area and, behind a mark only, what grows there. Null for anything else. */
function productOf({ flat }: Linking['plain'], { quantity, head }: Clause, subject: NamedValue): NamedValue | null {
  const of = subject.clause.quantity;
  const between = flat.slice(of.end, quantity.start);
  if (of.kind !== 'measure' || quantity.kind !== 'measure' || !besideMark.test(between)) return null;
  const kind = yields.find(([unit]) => unit.test(quantity.unit))?.[1];
  if (kind === undefined || yields.every(([unit]) => !unit.test(of.unit)) || of.unit === quantity.unit) return null;
  const span = { start: subject.span.start, end: quantity.end };
  const clause = { quantity, head, region: span, label: null, tail: { start: quantity.end, end: quantity.end } };
  const crop = subject.name.replace(/, (?:diện tích|năng suất|sản lượng)$/u, '');
  const name = /^diện tích /iu.test(crop) ? crop.replace(/^diện tích/iu, kind) : `${crop}, ${kind}`;
  return { ...subject, clause, name, direction: 'level', span, value: valueSpan(clause), goesOn: true };
}

/** "% kế hoạch" and "%": the second is a share of the plan as well. */
const isPlanShare = (...units: [string, string]): boolean =>
  units.includes('%') && units.some((unit) => /^% kế hoạch/u.test(unit));

/**
 * A value without a name of its own: the thing before it at another time ("khoảng 25% đến năm 2025, 40% đến năm 2030", the comparator
 * meant again), a change of it ("…, tăng 14%") or its level ("tăng 13%/năm, đến năm 2025 đạt 10.000 tỷ đồng"). Null for anything else.
 */
export function goOn({ plain }: Linking, clause: Clause, carry: Carry): NamedValue | null {
  const { whole, part } = carry;
  const { quantity, head } = clause;
  // "20% - 35% - 45%"
  const isBeside = part !== null && onlyShares.test(plain.flat.slice(part.clause.quantity.end, quantity.start));
  const subject = whole === null && !isBeside ? carry.subject : part;
  if (subject === null || clause.head.isPart) return null;
  const of = subject.clause.quantity;
  const verb = head.verbs[0] ?? '';
  const change = changeNames[verb.slice(0, 4)];
  const isInTurn =
    isBeside && /lan luot|tuong ung/.test(plain.flat.slice(part.clause.region.start, part.clause.quantity.start));
  if (whole !== null && !isInTurn && (change === undefined || quantity.kind !== 'percent')) return null;
  // "550/100.000 trẻ em vào năm 2025 và 500/100.000 vào năm 2030"
  const isBrief = quantity.unit.startsWith('/') && of.unit.startsWith(quantity.unit);
  // "giải ngân đạt trên 90%, đến hết ngày 31/01/2023 đạt 95% kế hoạch vốn"
  const isOfPlan = isPlanShare(of.unit, quantity.unit) && /giải ngân/iu.test(subject.name);
  const isSame = quantity.kind === of.kind && (quantity.unit === of.unit || isBrief || isOfPlan);
  const product = productOf(plain, clause, subject);
  if (product !== null) return product;
  const isLevel = /^(?:dat|la)(?= |$)/.test(verb) && quantity.kind !== 'percent' && of.kind === 'percent';
  const isFloor = isBoundBeside(plain, clause, subject);
  // "Tổng vốn đầu tư 18.000 tỷ đồng, chiếm 38,4% GDP"
  const isShare = /^(?:chiem|bang)/.test(verb) && /^% (?:GDP|GRDP)$/iu.test(quantity.unit) && of.kind === 'money';
  if (!isSame && change === undefined && !isLevel && !isFloor && !isShare) return null;
  const isCarried =
    isSame && verb === '' && quantity.comparator === '=' && of.comparator !== 'range' && !carry.repeatsBound;
  carry.repeatsBound ||= isSame && quantity.comparator !== '=' && quantity.comparator !== 'range';
  const isLevelAgain = isSame && (subject.direction !== 'level' || quantity.kind === 'percent');
  const name = isShare
    ? `${subject.name} so với ${quantity.unit.slice(2)}`
    : isLevelAgain || change === undefined
      ? subject.name
      : `${subject.name}, mức ${change}`;
  return {
    clause: isCarried ? { ...clause, quantity: withComparator(quantity, of.comparator) } : clause,
    name,
    parent: subject.parent,
    direction: directionOf(plain, clause, isLevel || isFloor ? '' : name),
    span: { start: Math.min(subject.span.start, quantity.start), end: quantity.end },
    value: valueSpan(clause),
    goesOn: true,
  };
}
