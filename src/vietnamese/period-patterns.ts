import type { PeriodPattern } from './period-fragments.ts';
import { partPatterns } from './period-part-patterns.ts';
import { edgePatterns, rangePatterns } from './period-range-patterns.ts';
import { seasonPatterns } from './period-season-patterns.ts';
import { yearPatterns } from './period-year-patterns.ts';

/** In this order: a match is never read again by a later pattern. */
export const periodPatterns: readonly PeriodPattern[] = [
  ...seasonPatterns,
  ...rangePatterns,
  ...partPatterns,
  ...edgePatterns,
  ...yearPatterns,
];
