import { compareTargets } from './compare-targets.ts';
import { findDuties } from './find-duties.ts';
import { findPassages } from './find-passages.ts';
import { listDeadlines } from './list-deadlines.ts';
import { listDirectives } from './list-directives.ts';
import { listTargets } from './list-targets.ts';
import { lookUpTarget } from './look-up-target.ts';
import { showDirective } from './show-directive.ts';
import { showRelations } from './show-relations.ts';

/** Every tool. A new one is a file here, a line here and a page in prompts/tools/. */
export const allTools = [
  lookUpTarget,
  compareTargets,
  listTargets,
  findPassages,
  findDuties,
  listDirectives,
  showDirective,
  showRelations,
  listDeadlines,
] as const;
