import { describe, expect, it } from 'vitest';
import { type GoldTarget, type JudgedTarget, scoreTargets } from '../../src/cli/eval/score-targets.ts';

const forest: JudgedTarget = {
  indicator: 'Tỷ lệ che phủ rừng',
  value_text: 'trên 40%',
  min: 40,
  max: null,
  comparator: '>',
  unit: '%',
  period: '2025',
  quote: 'tỷ lệ che phủ rừng đạt trên 40%',
};
const gold = (row: Partial<GoldTarget> = {}): GoldTarget => ({ ...forest, optional: false, ...row });

describe('scoreTargets', () => {
  const same: [what: string, given: Partial<JudgedTarget>][] = [
    ['the same row', {}],
    ['another spelling of the name', { indicator: 'tỉ lệ che phủ rừng đến năm 2025' }],
    ['a name without diacritics', { indicator: 'Ty le che phu rung' }],
    ['blanks in the unit', { unit: ' % ' }],
    ['a share of the plan', { unit: '% kế hoạch vốn' }],
    ['a shorter quote', { quote: 'che phủ rừng đạt trên 40%' }],
  ];
  it.each(same)('takes as right: %s', (_, given) => {
    expect(scoreTargets([gold()], [{ ...forest, ...given }])).toMatchObject({
      found: 1,
      right: 1,
      wrong: [],
      missed: [],
    });
  });

  const different: [what: string, given: Partial<JudgedTarget>, disagrees: RegExp][] = [
    ['another value', { min: 41 }, /min: 41 ≠ 40/],
    ['another comparator', { comparator: '>=' }, /comparator: >= ≠ >/],
    ['another unit', { unit: 'ha' }, /unit: ha ≠ %/],
    ['a share of another whole', { unit: '% dân số' }, /unit: %dan so ≠ %/],
    ['another period', { period: '2024' }, /period: 2024 ≠ 2025/],
    ['another indicator in another sentence', { indicator: 'Tỷ lệ hộ nghèo', quote: 'giảm hộ nghèo trên 40%' }, /^$/],
  ];
  it.each(different)('takes as wrong and missed: %s', (_, given, disagrees) => {
    const score = scoreTargets([gold()], [{ ...forest, ...given }]);
    expect(score).toMatchObject({ found: 0, right: 0 });
    expect(score.missed).toHaveLength(1);
    expect(score.wrong[0]?.disagrees).toMatch(disagrees);
  });

  it('counts a borderline row as neither missed nor wrong', () => {
    expect(scoreTargets([gold({ optional: true })], [])).toMatchObject({ wanted: 0, missed: [] });
    expect(scoreTargets([gold({ optional: true })], [forest])).toMatchObject({ right: 1, wrong: [] });
  });

  it('does not let one found target stand for two gold rows', () => {
    const two = [gold(), gold({ indicator: 'Tỷ lệ che phủ rừng trồng' })];
    expect(scoreTargets(two, [forest])).toMatchObject({ found: 1, wanted: 2 });
  });

  it('forgives the same target given twice', () => {
    expect(scoreTargets([gold()], [forest, forest])).toMatchObject({ found: 1, given: 2, right: 2 });
  });

  it('finds nothing wrong where nothing is wanted and nothing given', () => {
    expect(scoreTargets([], [])).toMatchObject({ wanted: 0, given: 0, wrong: [], missed: [] });
  });
});
