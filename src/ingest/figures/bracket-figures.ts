import type { Period } from '../../domain/period.ts';
import { bracketEquivalent } from './bracket-equivalent.ts';
import { bracketMilestones } from './bracket-milestones.ts';
import type { NamedValue } from './named-value.ts';
import { type Span, storedSpan } from './plain-text.ts';
import type { Block, ReadFigure } from './read-figure.ts';
import { resolvePeriod } from './resolve-period.ts';

/** What a bracket behind a value says of the same thing: at other times, or counted otherwise. `[]` for a bracket that explains or tells parts. */
export const bracketFigures = (block: Block, inBracket: InBracket): ReadFigure[] => [
  ...milestonesIn(block, inBracket),
  ...equivalentIn(block, inBracket),
  ...productIn(block, inBracket),
];

const product = /^\( ?(?:tong )?(?:dien tich|san luong|[n§]ang suat)(?: [a-z§]+){0,6}? (?:dat |la |khoang |tren )?$/;

/** "tổng đàn bò 168 ngàn con (sản lượng thịt hơi 9.800 tấn)": what comes of it, in brackets behind it. */
function productIn({ plain, quantities }: Block, { value, figure, bracket }: InBracket): ReadFigure[] {
  const inside = quantities.filter((one) => one.start > bracket.start && one.end < bracket.end);
  const [quantity] = inside;
  if (quantity === undefined || inside.length > 1 || quantity.unit === value.clause.quantity.unit) return [];
  const head = plain.folded.slice(bracket.start, quantity.start);
  if (quantity.kind !== 'measure' || !product.test(head) || plain.folded.charAt(quantity.end) !== ')') return [];
  const said = plain.text
    .slice(bracket.start + 1, quantity.start)
    .replace(/ (?:đạt|là|khoảng|trên)? ?$/u, '')
    .trim();
  const named: NamedValue = {
    ...value,
    name: `${value.name}, ${said}`,
    direction: 'level',
    clause: { ...value.clause, quantity },
    goesOn: true,
  };
  const span = { start: value.span.start, end: bracket.end };
  return [{ ...figure, named, quote: storedSpan(plain, span), value: storedSpan(plain, quantity) }];
}

function equivalentIn(block: Block, { value, figure, bracket }: InBracket): ReadFigure[] {
  const quantity = bracketEquivalent(block, bracket, value.clause.quantity);
  if (quantity === null) return [];
  const { plain } = block;
  const said = { start: quantity.start, end: quantity.end };
  const isFall = /giam $/.test(plain.folded.slice(bracket.start, quantity.start));
  const direction = isFall ? 'decrease' : value.direction;
  const named = {
    ...value,
    name: `${value.name}, tương đương`,
    direction,
    clause: { ...value.clause, quantity },
    goesOn: true,
  };
  const quote = { start: value.span.start, end: bracket.end };
  return [{ ...figure, named, quote: storedSpan(plain, quote), value: storedSpan(plain, said) }];
}

type InBracket = { value: NamedValue; figure: ReadFigure; bracket: Span };

/** Whether a time in brackets lies before the plan, or opens before the time of the value; a value of no time is followed by what was. */
function isBefore({ from, to }: Period, of: Period, planYear: number | null): boolean {
  if (planYear !== null && to !== null && Number(to.slice(0, 4)) < planYear) return true;
  return of.kind === 'none' ? planYear === null : of.from !== null && from !== null && from < of.from;
}

/** "75% (quý II/2026: 68%)": the same thing at other times; what lies before is no goal. */
function milestonesIn(block: Block, { value, figure, bracket }: InBracket): ReadFigure[] {
  const { plain, place } = block;
  return bracketMilestones(block, bracket, value.clause.quantity).flatMap(({ quantity, mention }) => {
    const period = resolvePeriod(mention, place.governing, { isMilestone: true, issued: place.plan.date });
    if (isBefore(period, figure.period, place.plan.year)) return [];
    const said = { start: quantity.start, end: quantity.end };
    const quote = { start: Math.min(value.span.start, mention.start), end: bracket.end };
    const named = { ...value, clause: { ...value.clause, quantity }, value: said, goesOn: true };
    return [{ ...figure, named, period, quote: storedSpan(plain, quote), value: storedSpan(plain, said) }];
  });
}
