import type { Direction } from '../domain/target.ts';
import type { Measure, Term, TermReader } from './lexicon-terms.ts';
import { isUnitOf } from './lexicon-unit.ts';
import { comparedTerms, measuresOf, type Variant, weakTerms } from './lexicon-variants.ts';

/** The name of a figure as a document writes it, with what else is known of it. */
export type NamedFigure = { name: string; unit: string | undefined; direction: Direction | undefined };

export type Names = { byTerms: ReadonlyMap<string, readonly Variant[]>; reader: TermReader };

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

/** The key of what a figure measures, or null: unknown, or more than one indicator would do. */
export function keyOfFigure(figure: NamedFigure, names: Names): string | null {
  const key = keyOfWhole(figure, names) ?? keyOfPart(figure, names);
  return key ?? keyWithoutBrackets(figure, names);
}

/** "… giường/1 vạn dân": what is counted per head belongs to the name, and a total of the same name must not be taken for it. */
function keyOfWhole(figure: NamedFigure, names: Names): string | null {
  const terms = names.reader.read(figure.name);
  const per = /\/.*/.exec(figure.unit ?? '')?.[0] ?? '';
  const perHead = names.reader.read(per).filter((term) => term.id === 'van-dan' || term.id === 'dau-nguoi');
  const full = chooseKey(askedOf([...terms, ...perHead], figure), names);
  const isPerPopulation = perHead.some((term) => term.id === 'van-dan');
  return full !== null || perHead.length === 0 || isPerPopulation ? full : chooseKey(askedOf(terms, figure), names);
}

/** Where a name goes on with a part of it: "Tăng trưởng kinh tế (GRDP) - KV1". */
const partJoint = /\s[-–—]\s/g;

/** A part of a growth or of a structure is that sector's growth or share; parts of other things have no key but their own name's. */
function keyOfPart(figure: NamedFigure, names: Names): string | null {
  const measures = measuresOf(names.reader.read(figure.name));
  if (!measures.has('growth') && !measures.has('share')) return null;
  for (const joint of [...figure.name.matchAll(partJoint)].slice(0, 3)) {
    const part = askedOf(names.reader.read(figure.name.slice(joint.index + joint[0].length)), figure);
    for (const measure of measures) part.measures.add(measure);
    const key = chooseKey({ ...part, isChange: part.isChange || measures.has('growth') }, names);
    if (key !== null) return key;
  }
  return null;
}

const brackets = /\([^()]{0,200}\)/g;

/** Brackets that only explain may be left out; not those that name a part of their own ("… (dân tộc thiểu số)"). */
function keyWithoutBrackets(figure: NamedFigure, names: Names): string | null {
  const inside = figure.name.match(brackets)?.join(' ');
  if (inside === undefined) return null;
  const key = keyOfWhole({ ...figure, name: figure.name.replace(brackets, ' ') }, names);
  if (key === null) return null;
  const outside = comparedTerms(names.reader.read(figure.name.replace(brackets, ' ')));
  const explained = new Set(comparedTerms(names.reader.read(inside)));
  for (const variants of names.byTerms.values()) {
    if (variants.some((variant) => isNarrower(variant, { key, outside, explained }))) return null;
  }
  return key;
}

type Bracketed = { key: string; outside: readonly string[]; explained: ReadonlySet<string> };

/** Another indicator's name that is the name outside with something of the brackets added. */
const isNarrower = ({ row, strong }: Variant, { key, outside, explained }: Bracketed): boolean =>
  row.key !== key &&
  strong.some((term) => explained.has(term) && !outside.includes(term)) &&
  outside.every((term) => strong.includes(term));

function askedOf(terms: Term[], { unit = '', direction }: NamedFigure): Asked {
  const measures = measuresOf(terms);
  const isNamedChange = measures.has('growth') || measures.has('reduction');
  if (direction === 'increase') measures.add('growth');
  if (direction === 'decrease') measures.add('reduction');
  const isChange = measures.has('growth') || measures.has('reduction');
  return { terms, measures, unit, direction, isChange, isNamedChange, isPercent: /^\s*(?:%|điểm|phần)/u.test(unit) };
}

function chooseKey(asked: Asked, { byTerms }: Names): string | null {
  const named = (byTerms.get(comparedTerms(asked.terms).join(' ')) ?? []).filter((variant) => !variant.isShort);
  const fitting = named.filter((variant) => fits(variant, asked));
  return fitting.length > 0 ? bestKey(fitting, asked) : keyOfBareGrowth(named, asked);
}

/** "GRDP 8 %" can only be its growth when nothing else of that name is measured in per cent. */
function keyOfBareGrowth(named: readonly Variant[], asked: Asked): string | null {
  const isOther = ({ row }: Variant) => !isChangeKind(row.kind) && isUnitOf(asked.unit, row.units);
  if (!asked.isPercent || named.some(isOther)) return null;
  const grown: Asked = { ...asked, isChange: true, measures: new Set<Measure>([...asked.measures, 'growth']) };
  return bestKey(
    named.filter((variant) => fits(variant, grown)),
    grown,
  );
}

const isChangeKind = (kind: string): boolean => kind === 'growth' || kind === 'change';

function fits({ row, needs }: Variant, asked: Asked): boolean {
  const { measures } = asked;
  const hasNeeds = needs.every((need) => measures.has(need) || (need === 'share' && measures.has('rate')));
  if (!hasNeeds || !isMeasuredIn(asked, row)) return false;
  if (measures.has('share') && row.kind !== 'share') return false;
  if (row.kind === 'growth' && measures.has('reduction')) return false;
  const takesChange = isChangeKind(row.kind) || needs.length > 0;
  return !asked.isChange || takesChange || takesAddition(row.kind, asked);
}

/** Scores, ranks and places of an index come under many words; money and shares are none of them. */
const isMeasuredIn = ({ unit, isPercent }: Asked, { kind, units }: Variant['row']): boolean =>
  isUnitOf(unit, units) || (kind === 'index' && !isPercent && !/đồng|usd/iu.test(unit));

/**
 * Counts may be said as additions ("tăng thêm 05 trường"), and a rate as raised to ("nâng tỷ lệ … đạt 40%") where its name has no growth.
 * What falls, and an amount that grows by some amount, is another thing than the amount.
 */
function takesAddition(kind: string, { direction, measures, isPercent, isNamedChange, unit }: Asked): boolean {
  if (measures.has('reduction')) return false;
  if (isPercent || unit === '') return kind === 'rate' && direction === 'increase' && !isNamedChange;
  return kind === 'count' || kind === 'rate';
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
