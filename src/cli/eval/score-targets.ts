import { loosely, nameSimilarity, quoteOverlap } from './compare-text.ts';

/** The fields of a target that a gold row holds and the judge compares (names as in `chidao targets --json`). */
export type JudgedTarget = {
  indicator: string;
  value_text: string;
  min: number | null;
  max: number | null;
  comparator: string;
  unit: string;
  period: string;
  quote: string;
};
export type GoldTarget = JudgedTarget & { optional: boolean };

export type TargetScore = {
  /** Gold rows that must be found, and how many were. */
  wanted: number;
  found: number;
  /** Targets the document gave, and how many of them stand in the gold (optional rows included). */
  given: number;
  right: number;
  missed: GoldTarget[];
  /** What stands in no gold row, with the fields that disagree with the row most like it ("" where none is like it). */
  wrong: { target: JudgedTarget; disagrees: string }[];
};

/** Below this the names do not mean the same, whatever else agrees. */
const sameNameFrom = 0.5;
/** Where one quote lies within the other and every field agrees, half-shared names are enough. */
const sameNameInSameQuoteFrom = 0.2;

/** Judges the targets read from one document against its gold: value, comparator, unit and period agree and the name means the same. */
export function scoreTargets(gold: readonly GoldTarget[], given: readonly JudgedTarget[]): TargetScore {
  const pairs = bestPairs(gold, given);
  const isMatched = (row: GoldTarget): boolean => pairs.some((pair) => pair.row === row);
  const wanted = gold.filter((row) => !row.optional);
  const missed = wanted.filter((row) => !isMatched(row));
  const wrong = given
    .filter((target) => !pairs.some((pair) => pair.target === target) && !isRepeat(gold, target))
    .map((target) => ({ target, disagrees: disagreement(gold, target) }));
  return {
    wanted: wanted.length,
    found: wanted.length - missed.length,
    given: given.length,
    right: given.length - wrong.length,
    missed,
    wrong,
  };
}

type Pair = { row: GoldTarget; target: JudgedTarget; likeness: number };

/** Each row with at most one target and each target with at most one row, the most alike first. */
function bestPairs(gold: readonly GoldTarget[], given: readonly JudgedTarget[]): Pair[] {
  const candidates = gold
    .flatMap((row) => given.map((target) => ({ row, target, likeness: likeness(row, target) })))
    .filter((pair) => pair.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<GoldTarget | JudgedTarget>();
  return candidates.filter(({ row, target }) => {
    if (taken.has(row) || taken.has(target)) return false;
    taken.add(row).add(target);
    return true;
  });
}

/** The same target said twice in a document is neither missed nor wrong. */
function isRepeat(gold: readonly GoldTarget[], target: JudgedTarget): boolean {
  return gold.some((row) => likeness(row, target) > 0);
}

/** 0 where they are not the same target. */
function likeness(row: GoldTarget, target: JudgedTarget): number {
  if (differingFields(row, target).length > 0) return 0;
  const names = nameSimilarity(row.indicator, target.indicator);
  const quotes = quoteOverlap(row.quote, target.quote);
  const isSame = names >= sameNameFrom || (quotes === 1 && names >= sameNameInSameQuoteFrom);
  return isSame ? names + quotes : 0;
}

function differingFields(row: JudgedTarget, target: JudgedTarget): string[] {
  const fields: [name: string, wanted: string, got: string][] = [
    ['min', String(row.min), String(target.min)],
    ['max', String(row.max), String(target.max)],
    ['comparator', row.comparator, target.comparator],
    ['unit', unitKey(row.unit), unitKey(target.unit)],
    ['period', periodKey(row.period), periodKey(target.period)],
  ];
  return fields.filter(([, wanted, got]) => wanted !== got).map(([name, wanted, got]) => `${name}: ${got} ≠ ${wanted}`);
}

/** Of what plan a share is may stand in the unit or be left to the name: "% kế hoạch" is "%". */
const unitKey = (unit: string): string =>
  loosely(unit).replace(/^%(?:so voi )?(?:ke hoach|kh|du toan|chi tieu)(?: von)?(?: (?:duoc )?giao)?$/, '%');

/** "đến hết 2025" is "đến 2025"; a school year may be written with or without its name. */
const periodKey = (period: string): string => loosely(period).replace(/\bnam hoc (?=\d)|\bhet (?:nam )?(?=\d)/g, '');

function disagreement(gold: readonly GoldTarget[], target: JudgedTarget): string {
  const ranked = gold
    .map((row) => ({
      row,
      likeness: nameSimilarity(row.indicator, target.indicator) + quoteOverlap(row.quote, target.quote),
    }))
    .filter(({ likeness }) => likeness >= 1)
    .sort((a, b) => b.likeness - a.likeness);
  const nearest = ranked[0]?.row;
  if (nearest === undefined) return '';
  const fields = differingFields(nearest, target);
  return fields.length > 0 ? fields.join('; ') : `tên: «${target.indicator}» ≠ «${nearest.indicator}»`;
}
