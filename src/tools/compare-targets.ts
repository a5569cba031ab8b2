import { z } from 'zod';
import { localitySchema } from '../domain/locality.ts';
import { periodSchema } from '../domain/period.ts';
import type { Target } from '../domain/target.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Catalog } from './catalog.ts';
import { findTarget, type Nearest, type TargetAnswer, type TargetQuery } from './find-target.ts';
import { isOfYears } from './period-answer.ts';
import { readAsked } from './read-asked.ts';
import { asTool, type CitedTarget, citeTargets } from './tool.ts';

const inputSchema = z.object({
  words: z.string().max(2000),
  /** What is compared: places, or times of one place. */
  sides: z
    .array(z.object({ locality: localitySchema.nullable(), period: periodSchema.nullable() }))
    .min(1)
    .max(12),
  documents: z.array(z.string()).nullable(),
});
export type CompareInput = z.infer<typeof inputSchema>;
export type CompareSide = CompareInput['sides'][number];

export type ComparedSide = { side: CompareSide; found: CitedTarget[]; isNarrower: boolean; nearest: Nearest };

export type CompareResult = {
  sides: ComparedSide[];
  /** Which is higher, when every side has one figure, of one unit, and their bounds do not overlap; else null. */
  highest: Target | null;
  lowest: Target | null;
};

/** The same thing at several places or times, side by side. */
export const compareTargets = asTool<CompareInput, CompareResult>({
  name: 'compare-targets',
  input: inputSchema,
  run: async ({ words, sides, documents }, { catalog, reader }) => {
    const asked = readAsked(words, reader);
    const answers = sides.map((side) => answerOf({ asked, ...side, documents, kinds: ['target'] }, catalog));
    const compared = sides.map((side, at) => comparedSide(side, answers[at], catalog));
    return { sides: compared, ...ranking(compared.map(({ found }) => found.map(({ target }) => target))) };
  },
});

/** What was set; for a time nothing was set for, what was reached then. */
function answerOf(query: TargetQuery, catalog: Catalog): TargetAnswer {
  const answer = findTarget(catalog, query);
  if (answer.found.length > 0 || query.period === null) return answer;
  const reported = findTarget(catalog, { ...query, kinds: ['observation', 'estimate'] });
  const found = reported.found.filter(({ period }) => isOfYears(period, query.period));
  return found.length > 0 ? { ...reported, found } : answer;
}

function comparedSide(
  side: CompareSide,
  answer: TargetAnswer | undefined,
  catalog: Parameters<typeof citeTargets>[1],
): ComparedSide {
  if (answer === undefined) throw new RangeError('a side without an answer');
  return { side, found: citeTargets(answer.found, catalog), isNarrower: answer.isNarrower, nearest: answer.nearest };
}

/** Bounds: "trên 40%" reaches up without end, so it is only surely higher than what lies wholly below it. */
function ranking(found: readonly Target[][]): { highest: Target | null; lowest: Target | null } {
  const none = { highest: null, lowest: null };
  const targets = found.flatMap((list) => (list.length === 1 ? list : []));
  const [first] = targets;
  if (first === undefined || targets.length < 2 || targets.length !== found.length) return none;
  const isComparable = targets.every(
    (target) => sameUnit(target, first) && changeOf(target) === changeOf(first) && target.comparator !== '~',
  );
  if (!isComparable) return none;
  const above = targets.find((target) => targets.every((other) => other === target || lowEnd(target) > highEnd(other)));
  const below = targets.find((target) => targets.every((other) => other === target || highEnd(target) < lowEnd(other)));
  return { highest: above ?? null, lowest: below ?? null };
}

/** Keeping a level is a level. */
const changeOf = ({ direction }: Target): string => (direction === 'maintain' ? 'level' : direction);

const lowEnd = ({ min }: Target): number => min ?? Number.NEGATIVE_INFINITY;
const highEnd = ({ max }: Target): number => max ?? Number.POSITIVE_INFINITY;
const plainUnit = (unit: string): string =>
  fold(unit)
    .replace(/\bty\b/g, 'ti')
    .replace(/\bngan\b/g, 'nghin')
    .replace(/\s/g, '');
const sameUnit = (left: Target, right: Target): boolean => plainUnit(left.unit) === plainUnit(right.unit);
