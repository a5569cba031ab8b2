import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import type { Engine } from './answer/engine.ts';
import type { Config } from './config.ts';
import { menuCommands } from './conversation/commands.ts';
import { createHandleMessage } from './conversation/handle-message.ts';
import type { EmbeddingModel } from './domain/embedding.ts';
import { SettingError } from './domain/errors.ts';
import type { HandleMessage, IncomingMessage } from './domain/message.ts';
import type { Speaker } from './domain/person.ts';
import type { Log, Platform, SeenMessages } from './domain/platform.ts';
import { ingestFile } from './ingest/ingest-file.ts';
import { createTelegram } from './platforms/telegram/create-telegram.ts';
import { createTerminal } from './platforms/terminal/create-terminal.ts';
import { CorpusIndex } from './retrieval/corpus-index.ts';
import { hashingEmbedding } from './retrieval/hashing-embedding.ts';
import { forgetChat } from './store/chats.ts';
import { type Database, openDatabase } from './store/database.ts';
import { findDirectives } from './store/directives.ts';
import { claimMessage, completeMessage, pruneSeenMessages } from './store/seen-messages.ts';
import { dataFolder, loadTables, type Tables } from './tables.ts';
import { createTools } from './tools/create-tools.ts';

/** What every part is built from: opened once, closed in reverse. */
export type Base = {
  database: Database;
  tables: Tables;
  embedding: EmbeddingModel;
  index: CorpusIndex;
  engine: Engine;
  close(): Promise<void>;
};

/** One line for the person who runs the program: progress of what takes over a second. */
export type Tell = (line: string) => void;

/** Opens the configured database. Throws SettingError. */
export function openStore({ database }: Config, tell: Tell): Promise<Database> {
  const isNew = database.directory !== null && !existsSync(join(database.directory, 'PG_VERSION'));
  if (isNew) tell('Đang tạo cơ sở dữ liệu mới, mất vài giây…');
  return openDatabase(database);
}

/** Opens the database, reads the tables and builds the engine. Throws SettingError or DataError; nothing stays open then. */
export async function openBase(config: Config, tell: Tell): Promise<Base> {
  const tables = loadTables();
  return buildBase(await openStore(config, tell), tables);
}

/** The same over a database that is open already; closing the base closes it. */
export function buildBase(database: Database, tables: Tables): Base {
  const parts = { database, tables, embedding: hashingEmbedding(), index: new CorpusIndex(database) };
  const { index, embedding } = parts;
  const engine = { tools: createTools({ database, language: tables, index, embedding }) };
  return { ...parts, engine, close: () => database.close() };
}

/** What starting needs from outside. */
export type Surroundings = {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  progress: NodeJS.WriteStream;
  tell: Tell;
  now(): Date;
};

/** Which platforms to start: those configured, or the terminal whatever is configured. */
export type StartChoice = 'configured' | 'terminal';

/**
 * Starts the bot and resolves when it has stopped: the input of the terminal has ended, or SIGINT or SIGTERM came. On a first run the
 * product's own digests are loaded. Throws SettingError or DataError.
 */
export async function runApp(config: Config, choice: StartChoice, surroundings: Surroundings): Promise<void> {
  const { TELEGRAM_MODE, TELEGRAM_BOT_TOKEN, LOG_LEVEL } = config.settings;
  const isTelegram = choice === 'configured' && TELEGRAM_BOT_TOKEN !== undefined;
  if (isTelegram && TELEGRAM_MODE === 'webhook') {
    throw new SettingError('Cài đặt TELEGRAM_MODE: bản này chỉ nhận tin bằng polling, hãy bỏ cài đặt này.');
  }
  const log = createLog(LOG_LEVEL);
  const base = await openBase(config, surroundings.tell);
  try {
    await loadDigests(base, config, surroundings);
    await warmUp(base, config, surroundings);
    const handleMessage = createMessageHandler(base, config, log);
    const world = { ...surroundings, handleMessage, log };
    const platform = isTelegram ? await buildTelegram(base, config, world) : await buildTerminal(base, world);
    await runPlatform(platform, surroundings);
  } finally {
    await base.close();
  }
}

type PlatformWorld = Surroundings & { handleMessage: HandleMessage; log: Log };

/** From a message to its reply, as all platforms share it. */
export function createMessageHandler({ engine, database }: Base, config: Config, log: Log): HandleMessage {
  const dayOf = (instant: Date): string => todayIn(config.settings.TZ, instant);
  const speakerOf = async (message: IncomingMessage) => findSpeaker(message, config);
  return createHandleMessage({ engine, database, log, dayOf, speakerOf, features: [] });
}

/** Whoever sits at the terminal and the people of ADMINS are administrators; others are readers where access is open. */
function findSpeaker({ platform, personId }: IncomingMessage, { access, admins }: Config): Speaker | null {
  const isAdministrator =
    platform === 'terminal' || admins.includes(personId) || admins.includes(`${platform}:${personId}`);
  if (!isAdministrator && access !== 'open') return null;
  return { role: isAdministrator ? 'administrator' : 'reader', unit: null, locality: null };
}

/** Longest that Telegram keeps an update and may hand it in again, and as much once more. */
const seenHours = 48;

async function buildTelegram({ database }: Base, config: Config, world: PlatformWorld): Promise<Platform> {
  const { TELEGRAM_BOT_TOKEN: token = '', TELEGRAM_API_ROOT: apiRoot } = config.settings;
  const { handleMessage, log, now, tell } = world;
  await pruneSeenMessages(database, new Date(now().getTime() - seenHours * 3_600_000));
  if (config.access === 'invite' && config.admins.length === 0) {
    tell('Chưa ai được hỏi bot: nhắn cho bot để biết mã của mình rồi ghi vào ADMINS, hoặc đặt ACCESS=open.');
  }
  const seenMessages = createSeenMessages(database, now);
  return createTelegram({ token, apiRoot, handleMessage, seenMessages, commands: [...menuCommands], log, now });
}

/** Messages answered before, in the database. A process has one random name, by which its unfinished claims are known after its death. */
export function createSeenMessages(database: Database, now: () => Date): SeenMessages {
  const holder = randomUUID();
  return {
    claim: (platform, messageId) => claimMessage(database, { platform, messageId }, { holder, seenAt: now() }),
    complete: (platform, messageId) => completeMessage(database, { platform, messageId }, now()),
  };
}

async function buildTerminal({ database }: Base, world: PlatformWorld): Promise<Platform> {
  const { input, output, progress, handleMessage, log, now } = world;
  // Each start is a new conversation: what was asked last time is no context for today's first question.
  await forgetChat(database, { platform: 'terminal', chatId: 'terminal' });
  const isInteractive = input.isTTY === true && output.isTTY === true;
  return createTerminal({
    input,
    output,
    progress,
    isInteractive,
    screen: () => ({
      columns: output.isTTY ? output.columns : Number.POSITIVE_INFINITY,
      color: output.isTTY && output.hasColors(),
    }),
    handleMessage,
    log,
    now,
  });
}

/** Runs until the platform has finished by itself or a signal stops it; a second signal ends the process at once. */
async function runPlatform(platform: Platform, { tell }: Surroundings): Promise<void> {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    if (platform.name !== 'terminal') tell('Đang dừng: trả lời nốt các câu đang dở…');
    void platform.stop();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    await platform.start();
    if (platform.name !== 'terminal') tell('Bot đang chạy. Ctrl-C để dừng.');
    await platform.finished;
    await platform.stop();
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

/**
 * Loads the product's own digests into a database that holds nothing else; those that an earlier, interrupted start left out are made up
 * for. A database with documents of its own is left alone.
 */
async function loadDigests(base: Base, { settings }: Config, { tell, now }: Surroundings): Promise<void> {
  const { database, tables, embedding } = base;
  const folder = join(dataFolder, 'directives');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const held = new Set((await findDirectives(database)).map(({ source }) => source));
  const missing = names.filter((name) => !held.has(name));
  if (missing.length === 0 || [...held].some((source) => !names.includes(source))) return;
  tell(`Lần đầu chạy: đang nạp ${missing.length} bản tóm lược văn bản đi kèm…`);
  const today = todayIn(settings.TZ, now());
  for (const name of missing) {
    const bytes = await readFile(join(folder, name));
    await ingestFile({ name, bytes }, { database, tables, embedding, now: now(), today });
  }
}

/** Takes the corpus into memory before the first question, which would otherwise wait for it. */
async function warmUp({ engine, index }: Base, { settings }: Config, { tell, now }: Surroundings): Promise<void> {
  const slow = setTimeout(() => tell('Đang đọc các văn bản vào bộ nhớ…'), 1000);
  try {
    await engine.tools(todayIn(settings.TZ, now()));
    await index.follow();
  } finally {
    clearTimeout(slow);
  }
}

/** The log on stderr. Of an error it keeps name, code, first line and places: database errors carry what people wrote. */
export function createLog(level: string): Log {
  return pino({ level, serializers: { err: describeError } }, pino.destination({ dest: 2, sync: true }));
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const { name, message, stack = '' } = error;
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error ? error.code : undefined;
  return {
    name,
    code,
    message: message.split('\n')[0]?.slice(0, 200),
    places: places.slice(0, 8).map((line) => line.trim()),
  };
}

/** The day it is in a time zone, ISO. */
export function todayIn(timeZone: string, now: Date): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}
