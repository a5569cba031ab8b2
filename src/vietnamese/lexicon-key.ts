import type { Direction } from '../domain/target.ts';
import type { Measure, Term, TermReader } from './lexicon-terms.ts';
import { isUnitOf } from './lexicon-unit.ts';
import { comparedTerms, measuresOf, type Variant } from './lexicon-variants.ts';

/** The name of a figure as a document writes it, with what else is known of it. */
export type NamedFigure = { name: string; unit: string | undefined; direction: Direction | undefined };

type Asked = { terms: Term[]; measures: Set<Measure>; unit: string; isChange: boolean; isPercent: boolean };

/** A name of a part: "Tăng trưởng kinh tế (GRDP) - KV1". */
const partJoint = /\s[-–—:]\s(?=[^-–—]*$)/;

/** The key of what a figure measures, or null: unknown, or more than one indicator would do. */
export function keyOfFigure(
  figure: NamedFigure,
  { byTerms, readTerms }: { byTerms: ReadonlyMap<string, readonly Variant[]>; readTerms: TermReader },
): string | null {
  const terms = readTerms(figure.name);
  const whole = chooseKey(askedOf(terms, figure), byTerms);
  if (whole !== null) return whole;
  const joint = partJoint.exec(figure.name);
  if (joint === null) return null;
  const measures = measuresOf(terms);
  if (!measures.has('growth') && !measures.has('share')) return null;
  const part = askedOf(readTerms(figure.name.slice(joint.index + joint[0].length)), figure);
  for (const measure of measures) part.measures.add(measure);
  return chooseKey({ ...part, isChange: part.isChange || measures.has('growth') }, byTerms);
}

function askedOf(terms: Term[], { unit = '', direction }: NamedFigure): Asked {
  const measures = measuresOf(terms);
  if (direction === 'increase') measures.add('growth');
  if (direction === 'decrease') measures.add('reduction');
  const isChange = measures.has('growth') || measures.has('reduction');
  return { terms, measures, unit, isChange, isPercent: /^\s*(?:%|điểm|phần)/u.test(unit) };
}

function chooseKey(asked: Asked, byTerms: ReadonlyMap<string, readonly Variant[]>): string | null {
  const named = (byTerms.get(comparedTerms(asked.terms).join(' ')) ?? []).filter((variant) => !variant.isShort);
  const fitting = named.filter((variant) => fits(variant, asked, asked.measures));
  if (fitting.length > 0) return bestKey(fitting, asked);
  // "GRDP 8 %" can only be its growth when nothing else of that name is measured in per cent.
  const isGrowth =
    asked.isPercent && named.every(({ row }) => isChangeKind(row.kind) || !isUnitOf(asked.unit, row.units));
  const grown = new Set<Measure>([...asked.measures, 'growth']);
  return isGrowth
    ? bestKey(
        named.filter((variant) => fits(variant, { ...asked, isChange: true }, grown)),
        asked,
      )
    : null;
}

const isChangeKind = (kind: string): boolean => kind === 'growth' || kind === 'change';

function fits({ row, needs }: Variant, asked: Asked, measures: ReadonlySet<Measure>): boolean {
  if (!needs.every((need) => measures.has(need))) return false;
  if (measures.has('share') && row.kind !== 'share') return false;
  if (row.kind === 'share' && asked.isChange) return false;
  if (asked.isChange && !isChangeKind(row.kind) && (asked.isPercent || asked.unit === '')) return false;
  if (isChangeKind(row.kind) && needs.length === 0 && measures.has('reduction') && row.kind === 'growth') return false;
  return isUnitOf(asked.unit, row.units);
}

function bestKey(variants: readonly Variant[], asked: Asked): string | null {
  let best: { key: string | null; score: number } = { key: null, score: -1 };
  for (const variant of variants) {
    const score = agreement(variant, asked);
    if (score > best.score) best = { key: variant.row.key, score };
    else if (score === best.score && best.key !== variant.row.key) best = { key: null, score };
  }
  return best.key;
}

function agreement({ row, isOfficial }: Variant, { measures, isChange, unit }: Asked): number {
  const isSameKind =
    (isChange && isChangeKind(row.kind)) ||
    (measures.has('share') && row.kind === 'share') ||
    (measures.has('rate') && row.kind === 'rate') ||
    (measures.has('count') && row.kind === 'count');
  const isUsualUnit = unit !== '' && isUnitOf(unit, row.units.slice(0, 1));
  return (isSameKind ? 4 : 0) + (isUsualUnit ? 2 : 0) + (isOfficial ? 1 : 0);
}
