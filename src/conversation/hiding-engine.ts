import type { Engine } from '../answer/engine.ts';
import type { CorpusView } from '../tools/corpus-view.ts';
import type { ToolContext } from '../tools/tool.ts';

/** An engine that answers as if some directives had never been stored. */
export type HidingEngine = Omit<Engine, 'tools'> & {
  tools: (today: string, view?: CorpusView, hidden?: readonly string[]) => Promise<ToolContext>;
};

/** The engine as somebody may use it who may not learn of these directives. */
export function engineWithout(engine: HidingEngine, hidden: readonly string[]): Engine {
  return { ...engine, tools: (today, view) => engine.tools(today, view, hidden) };
}
