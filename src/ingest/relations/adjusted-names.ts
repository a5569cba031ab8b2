import type { Figure } from '../../domain/target.ts';

type KeyOf = (name: string, unit?: string, direction?: Figure['direction']) => string | null;

/** "kim ngạch xuất khẩu: “đạt 21,2 tỷ USD” thành “": the old value belongs to no name. */
const oldValue = /\s?[-–:]\s?[“"]?[^“”"]{0,80}[”"]\s?(?:thành|bằng|sang)\s?[“"]?.{0,40}$/u;
const kept = /^(?:giữ\s)?nguyên\s(?:chỉ tiêu\s|mục tiêu\s)?/iu;

/** The figures of a changing document under the names that they have in the changed one, with the keys that go with these. */
export function withAdjustedNames(figures: readonly Figure[], keyOf: KeyOf): Figure[] {
  return figures.map((figure) => {
    const indicator = figure.indicator.replace(oldValue, '').replace(kept, '');
    if (indicator === figure.indicator || indicator.trim() === '') return figure;
    return { ...figure, indicator, key: keyOf(indicator, figure.unit, figure.direction) };
  });
}
