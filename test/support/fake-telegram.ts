import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Message, MessageEntity, Update, User } from 'grammy/types';
import { type Fault, FaultScript, RateGate } from './fake-telegram-faults.ts';
import { type Entry, type FakeState, methods, type Payload } from './fake-telegram-methods.ts';
import { FakeUpdateQueue, type Refusal } from './fake-telegram-updates.ts';

export type FakeChat = { id: number; type: 'private' | 'group' | 'supergroup' };

/** A Bot API server on the loopback that behaves like Telegram's, and the people who write to the bot through it. */
export type FakeTelegram = {
  token: string;
  apiRoot: string;
  state: FakeState;
  faults: FaultScript;
  /** Every call in the order it came. */
  calls: { method: string; payload: Payload }[];
  /** A person writes; `more` adds to the message or replaces its parts. Gives the message. */
  say(chatId: number, text: string, more?: Partial<Message> & { from?: Partial<User> }): Message;
  /** A person taps the button with this label under the newest message that has it. */
  tap(chatId: number, label: string): void;
  /** Any other update; the id is given here. */
  push(update: Omit<Update, 'update_id'>): number;
  /** What stands in the chat, oldest first. */
  transcript(chatId: number): Entry[];
  /** Waits until the bot has written so many messages to the chat and gives them. */
  replies(chatId: number, count?: number): Promise<Entry[]>;
  /** Waits until this holds; looked at after every call. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
};

export const FAKE_TOKEN = '7000001:fake-token-of-the-loopback-server';
const FIRST_UPDATE_ID = 500_000_001;

/** Starts the server on a free port (or the one given). */
export async function startFakeTelegram({ port = 0, token = FAKE_TOKEN } = {}): Promise<FakeTelegram> {
  const watchers = new Set<() => void>();
  const notify = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const state: FakeState = {
    me: { id: 7_000_001, is_bot: true, first_name: 'Chỉ Đạo', username: 'chidao_test_bot' },
    queue: new FakeUpdateQueue(),
    gate: new RateGate(),
    chats: new Map(),
    drafts: [],
    blocked: new Set(),
    migrated: new Map(),
    openTaps: new Set(),
    webhookUrl: '',
    webhookSecret: '',
    deliveries: Promise.resolve(),
    commands: null,
    files: new Map(),
    nextMessageId: 1,
    onMessage: () => undefined,
  };
  const script = new FaultScript();
  const calls: FakeTelegram['calls'] = [];
  const sockets = new Set<Socket>();
  const serve = createHandler({ state, script, calls, token, notify });
  const server = createServer((request, response) => void serve(request, response));
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const people = createPeople(state);

  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  const transcript = (chatId: number) => state.chats.get(chatId) ?? [];
  const fromBot = (chatId: number) => transcript(chatId).filter(({ from }) => from === 'bot');

  return {
    token,
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    faults: script,
    calls,
    ...people,
    transcript,
    until,
    async replies(chatId, count = 1) {
      await until(() => fromBot(chatId).length >= count);
      return fromBot(chatId);
    },
    async close() {
      state.queue.endWaiter([]);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One after the other, each again until it is answered with 2xx, as Telegram does for each chat. */
function deliver(state: FakeState, update: Update): void {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': state.webhookSecret };
  const post = async (): Promise<void> => {
    for (let tries = 0; tries < 20; tries += 1) {
      const body = JSON.stringify(update);
      const answer = await fetch(state.webhookUrl, { method: 'POST', headers, body }).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  state.deliveries = state.deliveries.then(post);
}

function createPeople(state: FakeState): Pick<FakeTelegram, 'say' | 'tap' | 'push'> {
  let nextUpdateId = FIRST_UPDATE_ID;
  const push = (update: Omit<Update, 'update_id'>): number => {
    const id = nextUpdateId++;
    if (state.webhookUrl === '') state.queue.push({ ...update, update_id: id });
    else deliver(state, { ...update, update_id: id });
    return id;
  };
  const chatOf = (chatId: number) => ({ id: chatId, type: chatId < 0 ? 'supergroup' : 'private', first_name: 'Lan' });
  const openChat = (chatId: number): Entry[] => {
    const chat = state.chats.get(chatId) ?? [];
    state.chats.set(chatId, chat);
    return chat;
  };
  return {
    push,
    say(chatId, text, { from, ...more } = {}) {
      const messageId = state.nextMessageId++;
      openChat(chatId).push({ from: 'person', messageId, text, entities: [], keyboard: [], payload: {} });
      const message = {
        message_id: messageId,
        from: { id: Math.abs(chatId), is_bot: false, first_name: 'Lan', ...from },
        chat: chatOf(chatId),
        date: Math.floor(Date.now() / 1000),
        text,
        entities: findEntities(text),
        ...more,
      } as Message & Update.NonChannel;
      push({ message });
      return message;
    },
    tap(chatId, label) {
      const entry = openChat(chatId).findLast((one) => one.keyboard.flat().some((button) => button.text === label));
      const button = entry?.keyboard.flat().find(({ text }) => text === label);
      if (entry === undefined || button === undefined || !('callback_data' in button)) {
        throw new Error(`no button "${label}"`);
      }
      const id = String(nextUpdateId * 1_000_003);
      state.openTaps.add(id);
      const message = {
        message_id: entry.messageId,
        from: state.me,
        chat: chatOf(chatId),
        date: Math.floor(Date.now() / 1000),
        text: entry.text,
        reply_markup: { inline_keyboard: entry.keyboard },
      } as Message;
      const from = { id: Math.abs(chatId), is_bot: false, first_name: 'Lan' };
      push({ callback_query: { id, from, message, chat_instance: '1', data: button.callback_data } });
    },
  };
}

/** Commands and mentions, as Telegram's own clients mark them. */
function findEntities(text: string): MessageEntity[] {
  const found = (pattern: RegExp, type: 'bot_command' | 'mention'): MessageEntity[] =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ type, offset: index, length: match.length }));
  return [
    ...found(/(?<![\w/])\/[a-z0-9_]{1,32}(?:@\w{5,32})?/gi, 'bot_command'),
    ...found(/(?<![\w@/])@[a-z]\w{4,31}/gi, 'mention'),
  ];
}

type Wiring = {
  state: FakeState;
  script: FaultScript;
  calls: FakeTelegram['calls'];
  token: string;
  notify: () => void;
};

function createHandler({ state, script, calls, token, notify }: Wiring) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    const { pathname } = new URL(request.url ?? '/', 'http://loopback');
    if (pathname.startsWith(`/file/bot${token}/documents/`)) {
      const bytes = state.files.get(pathname.split('/').at(-1) ?? '');
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
      return;
    }
    const [, sentToken, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? [];
    if (sentToken === undefined) return refuse(response, { code: 404, description: 'Not Found' });
    if (sentToken !== token) return refuse(response, { code: 401, description: 'Unauthorized' });
    const payload = await readPayload(body, request.headers['content-type'] ?? '');
    calls.push({ method, payload });
    notify();
    const fault = script.take(method, payload.chat_id === undefined ? null : Number(payload.chat_id));
    if (fault?.kind === 'drop_before') request.socket.destroy();
    else await carryOut({ state, method, payload, fault, request, response });
    notify();
  };
}

type Call = {
  state: FakeState;
  method: string;
  payload: Payload;
  fault: Fault | null;
  request: IncomingMessage;
  response: ServerResponse;
};

async function carryOut({ state, method, payload, fault, request, response }: Call): Promise<void> {
  if (fault?.kind === 'refuse') {
    const seconds = fault.refusal.parameters?.retry_after;
    if (seconds !== undefined && payload.chat_id !== undefined) state.gate.close(Number(payload.chat_id), seconds);
    return refuse(response, fault.refusal);
  }
  if (fault?.kind === 'garbage') {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
    return;
  }
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
  if (method === 'getUpdates') return giveUpdates(state, payload, response);
  const answer = methods[method]?.(state, payload) ?? { ok: false, refusal: { code: 404, description: 'Not Found' } };
  if (fault?.kind === 'drop_after') request.socket.destroy();
  else if (answer.ok) send(response, 200, { ok: true, result: answer.result });
  else refuse(response, answer.refusal);
}

async function giveUpdates(state: FakeState, payload: Payload, response: ServerResponse): Promise<void> {
  if (state.webhookUrl !== '') {
    const description =
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    return refuse(response, { code: 409, description });
  }
  const asked = {
    offset: Number(payload.offset ?? 0),
    limit: Number(payload.limit ?? 100),
    timeoutSeconds: Number(payload.timeout ?? 0),
  };
  const result = await state.queue.get(asked, (gone) => response.on('close', gone));
  if (Array.isArray(result)) send(response, 200, { ok: true, result });
  else refuse(response, result);
}

function refuse(response: ServerResponse, { code, description, parameters }: Refusal): void {
  send(response, code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** JSON, or a form with files; markup arrives as JSON text within a form. */
async function readPayload(body: Buffer, type: string): Promise<Payload> {
  if (!type.startsWith('multipart/form-data')) return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const files = new Map<string, { name: string; bytes: Buffer }>();
  const payload: Payload = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') payload[name] = name === 'reply_markup' ? JSON.parse(value) : value;
    else files.set(name, { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  for (const [name, value] of Object.entries(payload)) {
    if (typeof value === 'string' && value.startsWith('attach://')) payload[name] = files.get(value.slice(9));
  }
  return Object.assign(payload, Object.fromEntries([...files].filter(([name]) => !(name in payload))));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
