import { type LoopbackAnswer, startLoopback } from './loopback-server.ts';

export type FakeMessage = {
  role: string;
  content?: string | null;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[];
};
export type FakeChatRequest = {
  model: string;
  messages: FakeMessage[];
  tools?: { function: { name: string; description?: string; parameters?: unknown } }[];
  stream?: boolean;
  response_format?: unknown;
};

/** What can go wrong at an endpoint. cut: the answer stops in its middle; hang: it never ends. */
export type Fault = 'rate' | 'error' | 'unavailable' | 'drop' | 'garbage' | 'cut' | 'hang' | 'empty' | 'denied';

/** A tool call; `args` as text stands in the answer as it is, well-formed or not. */
export type FakeCall = { name: string; args: unknown };
export type FakeSaid =
  | {
      text?: string;
      calls?: FakeCall[];
      refusal?: string;
      /** Waited for before each piece of a streamed call, given what was sent of its arguments. */
      pause?(sent: string): Promise<void> | undefined;
      /** A stream breaks off behind its arguments. */
      isCut?: boolean;
    }
  | { fault: Fault };

/** Decides each answer; `round` counts the calls since the start, from 1. */
export type Brain = (request: FakeChatRequest, round: number) => FakeSaid;

/** The vector of a text by a model. */
export type Embedder = (text: string, model: string) => number[] | Fault;

export type FakeOpenai = {
  baseUrl: string;
  /** Bodies received, as sent. */
  bodies: string[];
  /** Authorization headers received. */
  keys: string[];
  think(brain: Brain): void;
  embedWith(embedder: Embedder): void;
  close(): Promise<void>;
};

/** The models that it says it has; it answers for any other, too. */
const modelNames = ['gia', 'gia-vector', 'vec'];

/** A server that speaks OpenAI's API (chat with tools, structured output, streaming; embeddings) and fails on demand. */
export async function startFakeOpenai(port = 0): Promise<FakeOpenai> {
  const bodies: string[] = [];
  const keys: string[] = [];
  let brain: Brain = () => ({ text: 'Xin chào' });
  let embedder: Embedder = lettersOf;
  let round = 0;
  const server = await startLoopback(({ path, body, headers }) => {
    const text = body.toString('utf8');
    bodies.push(text);
    keys.push(headers.authorization ?? '');
    if (path === '/v1/chat/completions') {
      const request = JSON.parse(text) as FakeChatRequest;
      round += 1;
      const said = brain(request, round);
      return 'fault' in said ? failing(said.fault) : chatAnswer(request, said);
    }
    if (path === '/v1/models')
      return { status: 200, json: { object: 'list', data: modelNames.map((id) => ({ id, object: 'model' })) } };
    if (path === '/v1/embeddings') return embeddingAnswer(text, embedder);
    return { status: 404, json: { error: { message: 'no such path' } } };
  }, port);
  return {
    baseUrl: `${server.root}/v1`,
    bodies,
    keys,
    think(next) {
      brain = next;
      round = 0;
    },
    embedWith(next) {
      embedder = next;
    },
    close: server.close,
  };
}

function failing(fault: Fault): LoopbackAnswer | Promise<LoopbackAnswer> {
  switch (fault) {
    case 'rate':
      return {
        status: 429,
        json: { error: { message: 'rate limit', code: 'rate_limit_exceeded' } },
        headers: { 'retry-after-ms': '20' },
      };
    case 'error':
      return { status: 500, json: { error: { message: 'internal' } } };
    case 'unavailable':
      return { status: 503, body: '<html>Service Unavailable</html>', type: 'text/html' };
    case 'denied':
      return { status: 401, json: { error: { message: 'bad key' } } };
    case 'drop':
      return 'drop';
    case 'garbage':
      return { status: 200, body: '{"choices":[{"message":{"content":"chưa xong', type: 'application/json' };
    case 'cut':
      return {
        status: 200,
        body: '{"choices":[',
        type: 'application/json',
        headers: { 'content-length': '9999', connection: 'close' },
      };
    case 'hang':
      return new Promise(() => {});
    case 'empty':
      return { status: 200, json: { id: 'x', object: 'chat.completion', choices: [] } };
  }
}

function chatAnswer(request: FakeChatRequest, said: Exclude<FakeSaid, { fault: Fault }>): LoopbackAnswer {
  const calls = (said.calls ?? []).map(({ name, args }, at) => ({
    id: `call_${request.messages.length}_${at}`,
    type: 'function',
    function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
  }));
  const message = {
    role: 'assistant',
    content: said.text ?? null,
    refusal: said.refusal ?? null,
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
  const finish = calls.length === 0 ? 'stop' : 'tool_calls';
  // The libraries take messages of one id for one message.
  const head = { id: `chatcmpl-${request.messages.length}`, created: 0, model: request.model };
  if (request.stream === true)
    return { status: 200, body: streamed({ said, calls, finish }, head), type: 'text/event-stream' };
  return {
    status: 200,
    json: {
      ...head,
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: finish, logprobs: null }],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    },
  };
}

type Streaming = {
  said: Exclude<FakeSaid, { fault: Fault }>;
  calls: { id: string; function: { arguments: string } }[];
  finish: string;
};

/** Events of an answer in small pieces, the arguments of calls too; ends with what was used. */
async function* streamed({ said, calls, finish }: Streaming, head: object): AsyncGenerator<string> {
  const event = (delta: object, reason: string | null = null, more: object = {}): string => {
    const choices = 'usage' in more ? [] : [{ index: 0, delta, finish_reason: reason }];
    return `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices, ...more })}\n\n`;
  };
  yield event({ role: 'assistant', content: '' });
  for (const content of (said.text ?? '').split(/(?<= )/)) yield event({ content });
  for (const [index, call] of calls.entries()) {
    const { arguments: whole } = call.function;
    yield event({ tool_calls: [{ index, ...call, function: { ...call.function, arguments: '' } }] });
    for (let at = 0; at < whole.length; at += pieceLength) {
      await said.pause?.(whole.slice(0, at));
      yield event({ tool_calls: [{ index, function: { arguments: whole.slice(at, at + pieceLength) } }] });
    }
    await said.pause?.(whole);
    if (said.isCut === true) throw new Error('the connection breaks');
  }
  yield event({}, finish);
  yield event({}, null, { usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 } });
  yield 'data: [DONE]\n\n';
}

const pieceLength = 7;

function embeddingAnswer(text: string, embedder: Embedder): LoopbackAnswer | Promise<LoopbackAnswer> {
  const { input, model } = JSON.parse(text) as { input: string[]; model: string };
  const made = input.map((one) => embedder(one, model));
  const fault = made.find((vector) => typeof vector === 'string');
  if (fault !== undefined) return failing(fault as Fault);
  return {
    status: 200,
    json: {
      object: 'list',
      model,
      data: made.map((embedding, index) => ({ object: 'embedding', index, embedding })),
      usage: { prompt_tokens: input.length * 10, total_tokens: input.length * 10 },
    },
  };
}

/** Counts of letters: enough to be near what is spelt alike. */
function lettersOf(text: string): number[] {
  const vector = new Array<number>(32).fill(0);
  for (const letter of text.toLowerCase()) {
    const place = (letter.codePointAt(0) ?? 0) % 32;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}

/** The lines a request shows besides its instructions. */
export const linesIn = ({ messages }: FakeChatRequest): string[] =>
  messages.filter(({ role }) => role !== 'system').flatMap(({ content }) => (content ?? '').split('\n'));

/** The ids of evidence that a request shows ("[f3]"), in order. */
export const idsIn = (request: FakeChatRequest): string[] => [
  ...new Set(linesIn(request).flatMap((line) => [...line.matchAll(/\[([fqv]\d+)\]/g)].map(([, id = '']) => id))),
];
