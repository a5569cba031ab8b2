import { createHash } from 'node:crypto';
import { ModelError } from '../domain/errors.ts';
import type { ModelCallEnd, ModelLedger, ModelPass } from '../domain/model.ts';
import { createMask } from './mask.ts';
import { relayStream } from './relay-stream.ts';

/** The one way out: every call of every model library goes through a `fetch` that this gives. */
export type OutsideDoor = {
  open(pass: ModelPass): OpenDoor;
};

/** The way out for one turn. */
export type OpenDoor = {
  /** Hides personal data, keeps to the budget, and writes down what was sent. */
  fetch: typeof fetch;
  /** Puts back what was hidden, in what came back. */
  restore(text: string): string;
};

export type DoorSettings = {
  /** The only address calls may go to. */
  baseUrl: string;
  ledger: ModelLedger;
  /** Whether a text bears a mark of state secrecy: it is never sent. */
  isSecret(text: string): boolean;
  /** Told exactly what would be sent; nothing is sent then. For `chidao model dry-run`. */
  instead?(body: string): void;
};

/** About so many bytes of Vietnamese are one token, counted so that the estimate is rather too high. */
const bytesPerToken = 2.5;
const answerTokens = 1500;
const longestAnswer = 4_000_000;
/** The libraries look at a stream from its beginning with each piece of it. */
const longestStream = 400_000;

type Body = { model?: string; messages?: Message[]; input?: unknown };
type Message = { role: string; content?: unknown; tool_calls?: { function?: { arguments?: string } }[] };

export function createOutsideDoor(settings: DoorSettings): OutsideDoor {
  const root = settings.baseUrl.replace(/(?<!\/)\/+$/, '');
  return {
    open(pass) {
      const mask = createMask();
      const send: typeof fetch = async (input, init) => {
        const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
        if (!address.startsWith(`${root}/`)) throw new ModelError('a call to another address than the configured one');
        const read = JSON.parse(String(init?.body ?? '{}')) as Body;
        const hidden = hideIn(read, mask.hide);
        const body = JSON.stringify(hidden);
        settings.instead?.(body);
        if (settings.instead !== undefined) return refusal('dry run');
        const record = await admitted(settings, { pass, hidden, body, host: new URL(root).host });
        if (record === null) return refusal('not sent');
        return sent(settings.ledger, record, {
          call: () => fetch(address, { ...init, body, redirect: 'error' }),
          estimate: estimated(body),
        });
      };
      return { fetch: send, restore: mask.restore };
    },
  };
}

/** 403 is not tried again by the libraries. */
const refusal = (message: string): Response => Response.json({ error: { message } }, { status: 403 });

const estimated = (body: string): number => Math.ceil(Buffer.byteLength(body) / bytesPerToken);

type Going = { pass: ModelPass; hidden: Body; body: string; host: string };

/** The record of a call that may be made; null for one that may not. */
async function admitted({ ledger, isSecret }: DoorSettings, { pass, hidden, body, host }: Going) {
  const record = await ledger.open({
    ...pass,
    model: hidden.model ?? '',
    host,
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: Buffer.byteLength(body),
    reservedTokens: estimated(body) + (hidden.messages === undefined ? 0 : answerTokens),
  });
  if (record === null || !privateTexts(hidden).some(isSecret)) return record;
  await ledger.settle(record, { outcome: 'blocked', promptTokens: 0, completionTokens: 0, milliseconds: 0 });
  return null;
}

type Sending = { call: () => Promise<Response>; estimate: number };

async function sent(ledger: ModelLedger, record: { id: number }, { call, estimate }: Sending) {
  const began = performance.now();
  const settle = (end: Pick<ModelCallEnd, 'outcome'> & Partial<ModelCallEnd>): Promise<void> =>
    ledger.settle(record, {
      promptTokens: estimate,
      completionTokens: 0,
      milliseconds: Math.round(performance.now() - began),
      ...end,
    });
  try {
    const response = await call();
    const head = { status: response.status, headers: kept(response.headers) };
    if (response.ok && response.body !== null && isStream(response)) {
      const ended = (tail: string | null) =>
        settle(tail === null ? { outcome: 'failed' } : { outcome: 'ok', ...usageInTail(tail) });
      return new Response(relayStream(response.body, { longest: longestStream, ended }), head);
    }
    const text = await readAtMost(response, longestAnswer);
    await settle(response.ok ? { outcome: 'ok', ...usageIn(text) } : { outcome: 'failed' });
    return new Response(text, head);
  } catch (error) {
    await settle({ outcome: 'failed' });
    throw error;
  }
}

function kept(headers: Headers): Headers {
  const names = ['content-type', 'retry-after', 'retry-after-ms'];
  return new Headers(
    names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])) as [string, string][],
  );
}

async function readAtMost(response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes as Uint8Array, { stream: true });
    if (text.length > limit) throw new ModelError('an answer without end');
  }
  return text + decoder.decode();
}

const isStream = ({ headers }: Response): boolean => /^text\/event-stream/i.test(headers.get('content-type') ?? '');

/** The last event of a stream that tells what it used. */
function usageInTail(tail: string): Partial<ModelCallEnd> {
  const events = tail.split('\n').filter((line) => line.startsWith('data: {') && line.includes('"usage":{'));
  return usageIn(events.at(-1)?.slice('data: '.length) ?? '');
}

function usageIn(text: string): Partial<ModelCallEnd> {
  try {
    const { usage } = JSON.parse(text) as { usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } };
    const whole = (value: unknown): number | null =>
      typeof value === 'number' && value >= 0 && value < 1e9 ? Math.round(value) : null;
    const [promptTokens, completionTokens] = [whole(usage?.prompt_tokens), whole(usage?.completion_tokens)];
    return {
      ...(promptTokens === null ? {} : { promptTokens }),
      ...(completionTokens === null ? {} : { completionTokens }),
    };
  } catch {
    return {};
  }
}

/** Instructions are ours and hold nobody's data; everything else is hidden in. */
function hideIn(body: Body, hide: (text: string) => string): Body {
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return hide(value);
    if (Array.isArray(value)) return value.map(deep);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, untouched.has(name) ? part : deep(part)]),
    );
  };
  return {
    ...body,
    ...(body.messages === undefined
      ? {}
      : { messages: body.messages.map((message) => (isOurs(message) ? message : (deep(message) as Message))) }),
    ...(body.input === undefined ? {} : { input: deep(body.input) }),
  };
}

const untouched = new Set(['role', 'id', 'tool_call_id', 'type', 'name']);
const isOurs = ({ role }: Message): boolean => role === 'system' || role === 'developer';

function privateTexts({ messages = [], input }: Body): string[] {
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value !== null && typeof value === 'object'
        ? Object.values(value).flatMap(texts)
        : [];
  return [...messages.filter((message) => !isOurs(message)).flatMap(texts), ...texts(input)];
}
