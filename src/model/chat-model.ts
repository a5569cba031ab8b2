import { ModelError } from '../domain/errors.ts';
import type { AgentTask, ChatModel } from '../domain/model.ts';
import { followArguments } from './follow-arguments.ts';
import type { OpenDoor, OutsideDoor } from './outside-door.ts';

export type ChatSettings = {
  /** Name of the model at the endpoint. */
  name: string;
  baseUrl: string;
  /** Null for an endpoint of one's own that asks for none. */
  apiKey: string | null;
};

const mostModelCalls = 5;
const mostToolCalls = 12;
const longestAnswerTokens = 1500;
/** Rounds of model and tools, counted as the library counts steps: two a round, and some for its own. */
const mostSteps = 40;

/** A chat model at any endpoint that speaks OpenAI's API. The libraries are loaded with the first question, or by `warm`. */
export function createChatModel(settings: ChatSettings, door: OutsideDoor): ChatModel {
  return {
    name: settings.name,
    warm: async () => void (await libraries()),
    runAgent: (task) => orModelError(() => runAgent(settings, door, task)),
    readAs: ({ pass, instructions, text, shape, signal }) =>
      orModelError(async () => {
        const way = door.open(pass);
        const model = await openModel(settings, way, false);
        const said = await model.invoke(
          [
            { role: 'system', content: instructions },
            { role: 'user', content: text },
          ],
          { signal, response_format: { type: 'json_object' }, callbacks: [] },
        );
        const read = shape.safeParse(jsonIn(way.restore(said.text)));
        return read.success ? read.data : null;
      }),
  };
}

/** The two libraries cost half a second and 150 MB: only a program with a model configured pays. */
async function libraries() {
  const [langchain, { ChatOpenAI }] = await Promise.all([import('langchain'), import('@langchain/openai')]);
  return { ...langchain, ChatOpenAI };
}

async function openModel({ name, baseUrl, apiKey }: ChatSettings, { fetch }: OpenDoor, isStreamed: boolean) {
  const { ChatOpenAI } = await libraries();
  return new ChatOpenAI({
    model: name,
    apiKey: apiKey ?? 'none',
    temperature: 0,
    maxTokens: longestAnswerTokens,
    maxRetries: 1,
    // Never `true`: then the library counts tokens by tables that it fetches from elsewhere. A call is streamed for whoever follows it.
    ...(isStreamed ? {} : { streaming: false }),
    useResponsesApi: false,
    configuration: { baseURL: baseUrl, fetch },
  });
}

async function runAgent(settings: ChatSettings, door: OutsideDoor, task: AgentTask): Promise<void> {
  const { createAgent, createMiddleware, tool } = await libraries();
  const way = door.open(task.pass);
  const { partly } = task;
  let modelCalls = 0;
  let toolCalls = 0;
  const tools = task.tools.map(({ name, page, input, run }) =>
    tool(
      async (given: unknown) => {
        toolCalls += 1;
        if (toolCalls > mostToolCalls) return 'Đã hết lượt tra cứu: hãy trả lời bằng những gì đã có.';
        return task.isDone() ? 'Lượt này đã kết thúc.' : run(restored(given, way.restore));
      },
      { name, description: page, schema: input },
    ),
  );
  // A tool that finds that nothing was set decides the turn: the model has no further word.
  const stop = createMiddleware({
    name: 'stop-when-decided',
    beforeModel: {
      canJumpTo: ['end'],
      hook: () => {
        modelCalls += 1;
        return task.isDone() || modelCalls > mostModelCalls ? { jumpTo: 'end' as const } : undefined;
      },
    },
  });
  const agent = createAgent({
    model: await openModel(settings, way, partly !== undefined),
    tools,
    systemPrompt: task.instructions,
    middleware: [stop],
  });
  const watching = partly === undefined ? [] : [followArguments((tool, args) => partly(tool, way.restore(args)))];
  await agent.invoke(
    { messages: [{ role: 'user', content: task.question }] },
    { signal: task.signal, recursionLimit: mostSteps, callbacks: watching },
  );
}

/** Arguments with what was hidden on the way out put back. */
function restored(given: unknown, restore: (text: string) => string): unknown {
  if (typeof given === 'string') return restore(given);
  if (Array.isArray(given)) return given.map((part) => restored(part, restore));
  if (given === null || typeof given !== 'object') return given;
  return Object.fromEntries(Object.entries(given).map(([name, part]) => [name, restored(part, restore)]));
}

/** Whatever the libraries throw becomes one kind of error; its text may hold what was asked and is left out. */
async function orModelError<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ModelError) throw error;
    const { name, status } = error as { name?: string; status?: number };
    throw new ModelError(`the model failed: ${name ?? 'unknown'}${status === undefined ? '' : ` ${status}`}`);
  }
}

/** The JSON in an answer, fenced or bare; undefined when there is none. */
function jsonIn(text: string): unknown {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  try {
    return from < 0 ? undefined : JSON.parse(text.slice(from, to + 1));
  } catch {
    return undefined;
  }
}
