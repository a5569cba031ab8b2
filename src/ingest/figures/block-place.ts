import type { Period } from '../../domain/period.ts';
import type { PlanTime, Telling } from './find-cues.ts';
import type { Label, Whole } from './named-value.ts';
import type { SectionKind } from './section-kind.ts';

/** Where a block stands: what its section and the lead-in lines above it say about the values in it. */
export type BlockPlace = {
  heading: string[];
  section: SectionKind;
  /** What the lead-in above told ("Phấn đấu đến năm 2025:"). */
  telling: Telling;
  /** Periods that hold for the block, nearest first: lead-in, headings, document. */
  governing: Period[];
  /** A lead-in that names an indicator ("Tỷ lệ trường đạt chuẩn quốc gia:"), else null. */
  label: Omit<Label, 'span'> | null;
  /** The unit a line above a table gives for all of it; empty without one. */
  unit: string;
  /** What the values are parts of, when the block is a breakdown in brackets; else null. */
  whole: Whole | null;
  plan: PlanTime;
  /** The document is a plan by its title: dense listings in it set goals even where no word says so. */
  isPlan: boolean;
  /** Nothing in the document says that its figures are goals: a person should look at each. */
  isAssumed: boolean;
};
