import type { InlineKeyboardButton, Update } from 'grammy/types';
import type { RateGate } from './fake-telegram-faults.ts';
import { type FakeEntity, ParseFailure, parseHtml } from './fake-telegram-html.ts';
import type { FakeUpdateQueue, Refusal } from './fake-telegram-updates.ts';

export type Payload = Record<string, unknown>;

/** One message in a chat as its members see it. */
export type Entry = {
  from: 'bot' | 'person';
  messageId: number;
  text: string;
  entities: FakeEntity[];
  keyboard: InlineKeyboardButton[][];
  payload: Payload;
  /** The picture or file it carries. */
  media?: { name: string; bytes: Buffer };
};

export type FakeState = {
  me: { id: number; is_bot: true; first_name: string; username: string };
  queue: FakeUpdateQueue;
  gate: RateGate;
  chats: Map<number, Entry[]>;
  /** Drafts shown, in order. */
  drafts: { chat: number; id: number; text: string }[];
  /** Chats whose owner blocked the bot. */
  blocked: Set<number>;
  migrated: Map<number, number>;
  openTaps: Set<string>;
  webhookUrl: string;
  webhookSecret: string;
  deliveries: Promise<void>;
  commands: unknown;
  files: Map<string, Buffer>;
  nextMessageId: number;
  onMessage: () => void;
};

export type Answer = { ok: true; result: unknown } | { ok: false; refusal: Refusal };
type Method = (state: FakeState, payload: Payload) => Answer;

const TEXT_LIMIT = 4096;
const PAYLOAD_BYTES = 64;

const done = (result: unknown): Answer => ({ ok: true, result });
const no = (code: number, description: string, parameters?: Record<string, number>): Answer => ({
  ok: false,
  refusal: { code, description, ...(parameters ? { parameters } : {}) },
});

/** The methods that answer at once; getUpdates waits and stands in the server. */
export const methods: Record<string, Method> = {
  getMe: ({ me }) =>
    done({ ...me, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false }),
  setMyCommands: (state, { commands }) => {
    const isWellFormed =
      Array.isArray(commands) && commands.every((one) => /^[a-z0-9_]{1,32}$/.test(one.command) && one.description);
    if (!isWellFormed) return no(400, 'Bad Request: BOT_COMMAND_INVALID');
    state.commands = commands;
    return done(true);
  },
  deleteWebhook: (state) => {
    state.webhookUrl = '';
    return done(true);
  },
  setWebhook: (state, { url, secret_token: secret }) => {
    state.webhookUrl = String(url ?? '');
    state.webhookSecret = String(secret ?? '');
    state.queue.endWaiter({ code: 409, description: 'Conflict: terminated by setWebhook request' });
    return done(true);
  },
  getWebhookInfo: ({ webhookUrl, queue }) =>
    done({ url: webhookUrl, has_custom_certificate: false, pending_update_count: queue.pendingCount }),
  sendChatAction: (state, payload) => refuseChat(state, payload) ?? done(true),
  answerCallbackQuery: ({ openTaps }, { callback_query_id: id }) =>
    openTaps.delete(String(id))
      ? done(true)
      : no(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid'),
  sendMessage,
  sendMessageDraft,
  sendPhoto: (state, payload) => sendMedia(state, payload, 'photo'),
  sendDocument: (state, payload) => sendMedia(state, payload, 'document'),
  editMessageText,
  getFile: ({ files }, { file_id: id }) => {
    const bytes = files.get(String(id));
    if (bytes === undefined) return no(400, 'Bad Request: invalid file_id');
    if (bytes.length > 20 * 1024 * 1024) return no(400, 'Bad Request: file is too big');
    return done({ file_id: id, file_unique_id: id, file_size: bytes.length, file_path: `documents/${id}` });
  },
};

function sendMessageDraft(state: FakeState, payload: Payload): Answer {
  const { chat_id: chat, draft_id: id, text } = payload;
  if (Number(chat) < 0) return no(400, 'Bad Request: chat not found');
  if (!Number.isInteger(id) || id === 0) return no(400, 'Bad Request: DRAFT_ID_INVALID');
  try {
    const parsed = parseHtml(String(text ?? ''));
    if (parsed.text.length > TEXT_LIMIT) return no(400, 'Bad Request: message is too long');
    state.drafts.push({ chat: Number(chat), id: Number(id), text: parsed.text });
    state.onMessage();
    return refuseChat(state, payload) ?? done(true);
  } catch (error) {
    if (!(error instanceof ParseFailure)) throw error;
    return no(400, error.message);
  }
}

function sendMessage(state: FakeState, payload: Payload): Answer {
  const chatId = Number(payload.chat_id);
  const refused = refuseChat(state, payload) ?? refuseRate(state, chatId);
  if (refused !== null) return refused;
  const read = readText(payload);
  if ('ok' in read) return read;
  const messageId = state.nextMessageId++;
  const chat = state.chats.get(chatId);
  chat?.push({ from: 'bot', messageId, ...read, payload });
  state.onMessage();
  return done(toMessage(state, chatId, { messageId, ...read }));
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

function sendMedia(state: FakeState, payload: Payload, kind: 'photo' | 'document'): Answer {
  const chatId = Number(payload.chat_id);
  const refused = refuseChat(state, payload) ?? refuseRate(state, chatId);
  if (refused !== null) return refused;
  const media = payload[kind] as { name: string; bytes: Buffer } | undefined;
  if (media === undefined || media.bytes.length === 0) return no(400, 'Bad Request: file must be non-empty');
  if (kind === 'photo' && !media.bytes.subarray(0, 4).equals(PNG)) return no(400, 'Bad Request: IMAGE_PROCESS_FAILED');
  const caption = String(payload.caption ?? '');
  if (caption.length > 1024) return no(400, 'Bad Request: message caption is too long');
  const keyboard = readKeyboard(payload.reply_markup);
  if ('ok' in keyboard) return keyboard;
  const entry = { messageId: state.nextMessageId++, text: caption, entities: [], keyboard: keyboard.rows, media };
  state.chats.get(chatId)?.push({ from: 'bot', ...entry, payload });
  state.onMessage();
  return done(toMessage(state, chatId, entry));
}

function editMessageText(state: FakeState, payload: Payload): Answer {
  const chatId = Number(payload.chat_id);
  const refused = refuseChat(state, payload);
  if (refused !== null) return refused;
  const entry = state.chats.get(chatId)?.find((one) => one.messageId === Number(payload.message_id));
  if (entry === undefined) return no(400, 'Bad Request: message to edit not found');
  if (entry.from !== 'bot') return no(400, "Bad Request: message can't be edited");
  const read = readText(payload);
  if ('ok' in read) return read;
  if (JSON.stringify({ ...entry, ...read }) === JSON.stringify(entry)) {
    return no(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  Object.assign(entry, read);
  return done(toMessage(state, chatId, entry));
}

function refuseChat(state: FakeState, payload: Payload): Answer | null {
  const chatId = Number(payload.chat_id);
  const newId = state.migrated.get(chatId);
  if (newId !== undefined) {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat';
    return no(400, description, { migrate_to_chat_id: newId });
  }
  if (!state.chats.has(chatId)) return no(400, 'Bad Request: chat not found');
  return state.blocked.has(chatId) ? no(403, 'Forbidden: bot was blocked by the user') : null;
}

function refuseRate(state: FakeState, chatId: number): Answer | null {
  const seconds = state.gate.pass(chatId);
  return seconds === null ? null : no(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

/** The words, entities and buttons of a message, or the refusal the real server would give. */
function readText(payload: Payload): Pick<Entry, 'text' | 'entities' | 'keyboard'> | Answer {
  const raw = String(payload.text ?? '');
  if (!raw.isWellFormed()) return no(400, 'Bad Request: strings must be encoded in UTF-8');
  try {
    const parsed = payload.parse_mode === 'HTML' ? parseHtml(raw) : { text: raw, entities: [] };
    const text = parsed.text.trimEnd();
    if (text.trim() === '') return no(400, 'Bad Request: message text is empty');
    if (text.length > TEXT_LIMIT) return no(400, 'Bad Request: message is too long');
    const keyboard = readKeyboard(payload.reply_markup);
    return 'ok' in keyboard ? keyboard : { text, entities: parsed.entities, keyboard: keyboard.rows };
  } catch (error) {
    if (error instanceof ParseFailure) return no(400, `Bad Request: can't parse entities: ${error.message}`);
    throw error;
  }
}

function readKeyboard(markup: unknown): { rows: InlineKeyboardButton[][] } | Answer {
  const rows: InlineKeyboardButton[][] =
    typeof markup === 'object' && markup !== null && 'inline_keyboard' in markup ? Object(markup).inline_keyboard : [];
  const buttons = rows.flat();
  if (buttons.length > 100) return no(400, 'Bad Request: reply markup is too long');
  for (const button of buttons) {
    const data = 'callback_data' in button ? String(button.callback_data) : '';
    if (button.text === '')
      return no(400, "Bad Request: can't parse inline keyboard button: Text buttons must be non-empty");
    if (data === '' || Buffer.byteLength(data) > PAYLOAD_BYTES) return no(400, 'Bad Request: BUTTON_DATA_INVALID');
  }
  return { rows };
}

function toMessage(
  state: FakeState,
  chatId: number,
  entry: Pick<Entry, 'messageId' | 'text' | 'entities' | 'keyboard'>,
) {
  return {
    message_id: entry.messageId,
    from: state.me,
    chat: { id: chatId, type: chatId < 0 ? 'supergroup' : 'private' },
    date: Math.floor(Date.now() / 1000),
    text: entry.text,
    ...(entry.entities.length === 0 ? {} : { entities: entry.entities }),
    ...(entry.keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: entry.keyboard } }),
  };
}

export type { Update };
