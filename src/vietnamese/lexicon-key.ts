import type { Direction } from '../domain/target.ts';
import type { Measure, Term, TermReader } from './lexicon-terms.ts';
import { isUnitOf } from './lexicon-unit.ts';
import { comparedTerms, measuresOf, type Variant, weakTerms } from './lexicon-variants.ts';

/** The name of a figure as a document writes it, with what else is known of it. */
export type NamedFigure = { name: string; unit: string | undefined; direction: Direction | undefined };

type Asked = {
  terms: Term[];
  measures: Set<Measure>;
  unit: string;
  direction: Direction | undefined;
  /** Grows or falls, by its own words or by its direction. */
  isChange: boolean;
  isNamedChange: boolean;
  isPercent: boolean;
};

/** A name of a part: "Tăng trưởng kinh tế (GRDP) - KV1". */
const partJoint = /\s[-–—:]\s(?=[^-–—]*$)/;

/** The key of what a figure measures, or null: unknown, or more than one indicator would do. */
export function keyOfFigure(
  figure: NamedFigure,
  { byTerms, reader }: { byTerms: ReadonlyMap<string, readonly Variant[]>; reader: TermReader },
): string | null {
  const terms = reader.read(figure.name);
  const whole = chooseKey(askedOf(terms, figure), byTerms);
  if (whole !== null) return whole;
  const joint = partJoint.exec(figure.name);
  if (joint === null) return null;
  const measures = measuresOf(terms);
  if (!measures.has('growth') && !measures.has('share')) return null;
  const part = askedOf(reader.read(figure.name.slice(joint.index + joint[0].length)), figure);
  for (const measure of measures) part.measures.add(measure);
  return chooseKey({ ...part, isChange: part.isChange || measures.has('growth') }, byTerms);
}

function askedOf(terms: Term[], { unit = '', direction }: NamedFigure): Asked {
  const measures = measuresOf(terms);
  const isNamedChange = measures.has('growth') || measures.has('reduction');
  if (direction === 'increase') measures.add('growth');
  if (direction === 'decrease') measures.add('reduction');
  const isChange = measures.has('growth') || measures.has('reduction');
  return { terms, measures, unit, direction, isChange, isNamedChange, isPercent: /^\s*(?:%|điểm|phần)/u.test(unit) };
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
  if (!needs.every((need) => measures.has(need)) || !isUnitOf(asked.unit, row.units)) return false;
  if (measures.has('share') && row.kind !== 'share') return false;
  const takesChange = isChangeKind(row.kind) || needs.length > 0;
  if (row.kind === 'growth' && measures.has('reduction')) return false;
  return !asked.isChange || takesChange || isCountOrRisingRate(row.kind, asked);
}

/** Counts may be said as additions ("tăng thêm 05 trường"), and a rate as raised to ("nâng tỷ lệ … đạt 40%") where the name itself has no growth. */
const isCountOrRisingRate = (kind: string, asked: Asked): boolean =>
  asked.isPercent || asked.unit === ''
    ? kind === 'rate' && asked.direction === 'increase' && !asked.isNamedChange
    : kind !== 'share';

function bestKey(variants: readonly Variant[], asked: Asked): string | null {
  let best: { key: string | null; score: number } = { key: null, score: -1 };
  for (const variant of variants) {
    const score = agreement(variant, asked);
    if (score > best.score) best = { key: variant.row.key, score };
    else if (score === best.score && best.key !== variant.row.key) best = { key: null, score };
  }
  return best.key;
}

function agreement({ row, needs, weak, isOfficial }: Variant, { terms, measures, isChange, unit }: Asked): number {
  const isSameKind =
    (isChange && isChangeKind(row.kind)) ||
    (measures.has('share') && row.kind === 'share') ||
    (measures.has('rate') && row.kind === 'rate') ||
    (measures.has('count') && row.kind === 'count');
  const isUsualUnit = unit !== '' && isUnitOf(unit, row.units.slice(0, 1));
  const saysChange = isChange && needs.length > 0;
  const kinship = (saysChange ? 4 : 0) + (isSameKind ? 4 : 0) + (isUsualUnit ? 2 : 0);
  return kinship + 3 * likeness(weak, weakTerms(terms)) + (isOfficial ? 0.1 : 0);
}

/** 0..1: how far two lists hold the same terms; 1 for two empty ones. */
function likeness(left: readonly string[], right: readonly string[]): number {
  const shared = left.filter((term) => right.includes(term)).length;
  const all = new Set([...left, ...right]).size;
  return all === 0 ? 1 : shared / all;
}
