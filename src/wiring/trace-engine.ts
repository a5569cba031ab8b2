import type { HidingEngine } from '../conversation/hiding-engine.ts';
import type { ChatModel } from '../domain/model.ts';
import type { Trace } from '../domain/trace.ts';
import type { ReadFileAsDirective } from '../ingest/read-directive.ts';
import type { PassageQuery, ToolContext } from '../tools/tool.ts';

/** An engine whose work is told in steps: what counts now, each search, each tool, each turn of a model. */
export function traceEngine(engine: HidingEngine, trace: Trace): HidingEngine {
  const { tools, model } = engine;
  return {
    ...engine,
    tools: async (today, view, hidden) =>
      traceContext(await trace.step('corpus', {}, () => tools(today, view, hidden)), trace),
    ...(model === undefined ? {} : { model: { ...model, chat: traceModel(model.chat, trace) } }),
  };
}

function traceContext(context: ToolContext, trace: Trace): ToolContext {
  const { search, searchMeaning } = context;
  const named = (name: string, { limit: count }: PassageQuery) => ({ name, count });
  return {
    ...context,
    trace,
    search: (query) => trace.step('retrieval', named('words', query), () => search(query)),
    ...(searchMeaning === undefined
      ? {}
      : {
          searchMeaning: (query) => trace.step('retrieval', named('meaning', query), () => searchMeaning(query)),
        }),
  };
}

function traceModel(model: ChatModel, trace: Trace): ChatModel {
  const { name } = model;
  return {
    ...model,
    runAgent: (task) => trace.step('model', { name }, () => model.runAgent(task)),
    readAs: (task) => trace.step('model', { name }, () => model.readAs(task)),
  };
}

/** Reading of files as steps: their size and how it ended, never their names. */
export function traceReading(read: ReadFileAsDirective, trace: Trace): ReadFileAsDirective {
  return (file, options) =>
    trace.step('read', { bytes: file.bytes.length }, async () => {
      const reading = await read(file, options);
      trace.note({ outcome: reading.status });
      return reading;
    });
}
