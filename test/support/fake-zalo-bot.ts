import { type LoopbackAnswer, type LoopbackServer, startLoopback } from './loopback-server.ts';

export type BotEntry = { from: 'bot' | 'person'; messageId: string; text: string };
export type BotPayload = Record<string, unknown>;

/** What befalls the next call of a method. */
export type BotFault =
  | { kind: 'refuse'; code: number; description: string; http?: number }
  | { kind: 'html'; http: number }
  /** The connection breaks: before the call was carried out, or after. */
  | { kind: 'drop_before' | 'drop_after' };

export type FakeZaloBot = Pick<LoopbackServer, 'until' | 'close'> & {
  token: string;
  apiRoot: string;
  state: {
    webhookUrl: string;
    secret: string;
    /** Deliveries and polls come as `{ok, result}` (the pages) or bare (seen in the field). */
    isWrapped: boolean;
    messagesLeft: number;
    /** How long a poll is held, in milliseconds. */
    pollMilliseconds: number;
    setWebhookCalls: number;
  };
  calls: { method: string; payload: BotPayload }[];
  fault(method: string, fault: BotFault, times?: number): void;
  /** A person writes in private; `more` adds to the message. Gives the event. */
  say(chatId: string, text: string, more?: { isGroup?: boolean; eventName?: string; message?: object }): object;
  /** The same, again and again until the bot has acknowledged it; gives the id of the message. */
  sayUntilKept(chatId: string, text: string): Promise<string>;
  /** Any event, as it is. */
  push(event: object): void;
  transcript(chatId: string): BotEntry[];
  replies(chatId: string, count?: number): Promise<BotEntry[]>;
};

export const FAKE_BOT_TOKEN = '3000001:fake-token-of-the-zalo-bot';
const PEOPLE = 50;

/** The Zalo Bot Platform on the loopback, with its rules: one event a poll and none twice, 408 for none, quota, 2,000 characters. */
export async function startFakeZaloBot({ port = 0, token = FAKE_BOT_TOKEN } = {}): Promise<FakeZaloBot> {
  const state: FakeZaloBot['state'] = {
    webhookUrl: '',
    secret: '',
    isWrapped: true,
    messagesLeft: 3000,
    pollMilliseconds: 200,
    setWebhookCalls: 0,
  };
  const chats = new Map<string, BotEntry[]>();
  const calls: FakeZaloBot['calls'] = [];
  const faults: { method: string; fault: BotFault; left: number }[] = [];
  const queue: object[] = [];
  let waiter: ((event: object | null) => void) | null = null;
  let nextId = 1;

  const ok = (result?: unknown): LoopbackAnswer => ({
    status: 200,
    json: { ok: true, ...(result === undefined ? {} : { result }) },
  });
  const no = (code: number, description: string, http = 200): LoopbackAnswer => ({
    status: http,
    json: { ok: false, error_code: code, description },
  });

  const poll = async (gone: (listener: () => void) => void): Promise<LoopbackAnswer> => {
    if (state.webhookUrl !== '') return no(400, 'Bad request: webhook is set');
    const event =
      queue.shift() ??
      (await new Promise<object | null>((resolve) => {
        // Who waits no longer is handed nothing: what comes between two polls stays for the next.
        const end = (given: object | null) => {
          clearTimeout(timer);
          if (waiter === end) waiter = null;
          resolve(given);
        };
        const timer = setTimeout(() => end(null), state.pollMilliseconds);
        waiter = end;
        gone(() => end(null));
      }));
    return event === null ? no(408, 'Request timeout', 408) : ok(event);
  };

  const sendMessage = ({ chat_id: chatId, text }: BotPayload): LoopbackAnswer => {
    const chat = chats.get(String(chatId));
    if (typeof text !== 'string' || text === '' || text.length > 2000) return no(400, 'Bad request: invalid text');
    if (chat === undefined) return no(400, 'Bad request: chat_id is not valid');
    if (state.messagesLeft <= 0) return no(429, 'Quota exceeded', 429);
    state.messagesLeft -= 1;
    const messageId = `b${(nextId++).toString(16)}`;
    chat.push({ from: 'bot', messageId, text });
    return ok({ message_id: messageId, date: Date.now() });
  };

  const setWebhook = async ({ url, secret_token: secret }: BotPayload): Promise<LoopbackAnswer> => {
    state.setWebhookCalls += 1;
    const address = String(url ?? '');
    if (!/^(?:https:|http:\/\/127\.0\.0\.1)/.test(address)) return no(400, 'Bad request: url must be https');
    if (typeof secret !== 'string' || secret.length < 8)
      return no(400, 'Bad request: The secret_token must not be empty');
    Object.assign(state, { webhookUrl: address, secret });
    const probe = await fetch(address, { method: 'POST', headers: { 'user-agent': 'Java/1.8.0_192' } }).catch(
      () => null,
    );
    const isReached = probe?.ok === true;
    const outcome = isReached ? 'webhook.ok' : `webhook.${probe === null ? 'err.conn' : `http.${probe.status}`}`;
    return ok({ url: address, updated_at: Date.now(), verification: { ok: isReached, outcome, hint: '' } });
  };

  const carryOut = (method: string, payload: BotPayload, gone: (listener: () => void) => void) => {
    switch (method) {
      case 'getMe':
        return ok({ id: 'bot-1', account_name: 'Bot Chỉ Đạo', account_type: 'BASIC', can_join_groups: false });
      case 'getUpdates':
        return poll(gone);
      case 'sendMessage':
        return sendMessage(payload);
      case 'sendChatAction':
        return ok();
      case 'setWebhook':
        return setWebhook(payload);
      case 'deleteWebhook':
        state.webhookUrl = '';
        return ok({ url: '', updated_at: Date.now() });
      case 'getWebhookInfo':
        return state.webhookUrl === '' ? no(404, 'Not found', 404) : ok({ url: state.webhookUrl, updated_at: 1 });
      default:
        return no(404, 'Not found', 404);
    }
  };

  const server = await startLoopback(async ({ path, body }, gone) => {
    const [, sentToken, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (sentToken !== token) return no(401, 'Unauthorized', 401);
    const payload: BotPayload = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
    calls.push({ method, payload });
    const planned = faults.find((one) => one.method === method && one.left > 0);
    if (planned === undefined) return carryOut(method, payload, gone);
    planned.left -= 1;
    const { fault } = planned;
    if (fault.kind === 'refuse') return no(fault.code, fault.description, fault.http);
    if (fault.kind === 'html') return { status: fault.http, body: '<html>gateway</html>', type: 'text/html' };
    if (fault.kind === 'drop_after') await carryOut(method, payload, gone);
    return 'drop';
  }, port);

  const post = async (event: object): Promise<boolean> => {
    const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': state.secret };
    const body = JSON.stringify(state.isWrapped ? { ok: true, result: event } : event);
    const answer = await fetch(state.webhookUrl, { method: 'POST', headers, body }).catch(() => null);
    server.notify();
    return answer?.ok === true;
  };
  const push = (event: object): void => {
    if (state.webhookUrl === '') {
      if (waiter !== null) waiter(event);
      else queue.push(event);
      return;
    }
    // No retry: what a bot misses is lost.
    void post(event);
  };
  const write: FakeZaloBot['say'] = (
    chatId,
    text,
    { isGroup = false, eventName = 'message.text.received', message = {} } = {},
  ) => {
    const chat = chats.get(chatId) ?? [];
    // The 51st person of the Basic plan is never heard.
    if (!chats.has(chatId) && chats.size >= PEOPLE) return {};
    chats.set(chatId, chat);
    const messageId = `p${(nextId++).toString(16)}`;
    chat.push({ from: 'person', messageId, text });
    const event = {
      event_name: eventName,
      message: {
        from: { id: isGroup ? `member-of-${chatId}` : chatId, display_name: 'Lan', is_bot: false },
        chat: { id: chatId, chat_type: isGroup ? 'GROUP' : 'PRIVATE' },
        text,
        message_id: messageId,
        date: Date.now(),
        ...message,
      },
    };
    return event;
  };
  const replies = (chatId: string) => (chats.get(chatId) ?? []).filter(({ from }) => from === 'bot');

  return {
    token,
    apiRoot: server.root,
    until: server.until,
    close: server.close,
    state,
    calls,
    fault: (method, fault, times = 1) => void faults.push({ method, fault, left: times }),
    push,
    say(chatId, text, more) {
      const event = write(chatId, text, more);
      push(event);
      return event;
    },
    async sayUntilKept(chatId, text) {
      const event = write(chatId, text);
      while (!(await post(event))) await new Promise((resolve) => setTimeout(resolve, 20));
      return JSON.stringify(event);
    },
    transcript: (chatId) => chats.get(chatId) ?? [],
    async replies(chatId, count = 1) {
      await server.until(() => replies(chatId).length >= count);
      return replies(chatId);
    },
  };
}
