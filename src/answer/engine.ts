import type { CorpusView } from '../tools/corpus-view.ts';
import type { ToolContext } from '../tools/tool.ts';
import type { ModelDesk } from './model-desk.ts';

/** Everything answers are made from: `tools` gives what counts today or in another view, see `createTools`. `today` is an ISO date. */
export type Engine = {
  tools: (today: string, view?: CorpusView) => Promise<ToolContext>;
  /** Asked where the rules did not understand; absent: none is configured. */
  model?: ModelDesk;
};
