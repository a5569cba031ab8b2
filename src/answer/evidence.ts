import type { Citation } from '../domain/citation.ts';
import type { Directive } from '../domain/directive.ts';
import type { CompareResult } from '../tools/compare-targets.ts';
import type { FoundStatement } from '../tools/found-statement.ts';
import type { CitedDeadline, ListDeadlinesResult } from '../tools/list-deadlines.ts';
import type { ListTargetsResult } from '../tools/list-targets.ts';
import type { LookUpResult } from '../tools/look-up-target.ts';
import type { ShownField } from '../tools/show-directive.ts';
import type { CitedTarget } from '../tools/tool.ts';
import type { AskedSide } from './sides.ts';

/** One figure asked for: what, where and when, and what was found. */
export type FigureEvidence = {
  words: string;
  side: AskedSide;
  result: LookUpResult;
  /** The time was said in an earlier message and nothing is set for it; what was found is for another time. */
  isOtherPeriod: boolean;
  /** Sentences that say it where no figure was found; empty otherwise. */
  told: FoundStatement[];
};

/** A document in short. */
export type Overview = { directive: Directive; targets: CitedTarget[]; deadlines: CitedDeadline[] };

/** What tools found for a question. */
export type Evidence =
  /** `retold`: the number of a document that is not stored and that only articles tell of; absent: none. */
  | { kind: 'figures'; figures: FigureEvidence[]; retold?: string }
  | { kind: 'comparison'; words: string; result: CompareResult }
  | { kind: 'target_list'; result: ListTargetsResult }
  /** One thing at several places below one; `wanted` comes first where the places can be ranked. */
  | { kind: 'members'; found: CitedTarget[]; wanted: 'highest' | 'lowest' | null }
  | { kind: 'statements'; found: FoundStatement[] }
  | { kind: 'directives'; directives: Directive[] }
  | { kind: 'metadata'; shown: { directive: Directive; fields: ShownField[] }[]; choices: Directive[] }
  | ({ kind: 'overview' } & Overview)
  /** `told`: sentences that say a day where no deadline found does. */
  | { kind: 'deadlines'; result: ListDeadlinesResult; told: FoundStatement[] }
  | { kind: 'sources'; citations: Citation[] }
  /** The question points at a document by a number or date that none has. */
  | { kind: 'unknown_directive'; directives: Directive[] }
  /** Nothing to look for: a greeting, or words without sense. */
  | { kind: 'nothing' };
