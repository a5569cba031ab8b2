import type { ToolContext } from '../tools/tool.ts';

/** Everything answers are made from: `tools` gives what is in the corpus now, see `createTools`. `today` is an ISO date. */
export type Engine = {
  tools: (today: string) => Promise<ToolContext>;
};
