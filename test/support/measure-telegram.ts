import { fork } from 'node:child_process';
import { Bot } from 'grammy';
import type { HandleMessage } from '../../src/domain/message.ts';
import type { Inbox } from '../../src/domain/platform.ts';
import { createTelegram } from '../../src/platforms/telegram/create-telegram.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { startFakeTelegram } from './fake-telegram.ts';
import { fullReply } from './replies.ts';

export type TelegramMeasurement = { messages: number; seconds: number; perSecond: number; isInOrder: boolean };

/** Each run has chats of its own: their message ids begin anew. */
let nextChat = 10_000;

/**
 * Answers so many messages of so many chats through grammY and the loopback server, which runs in a process of its own.
 * All messages wait at the server before the bot starts; the clock runs from its first poll to its last reply.
 */
export async function measureTelegram(
  handleMessage: HandleMessage,
  { inbox, messages = 10_000, chats = 200 }: { inbox: Inbox; messages?: number; chats?: number },
): Promise<TelegramMeasurement> {
  const silent = () => undefined;
  return measure({ messages, chats }, (apiRoot) =>
    createTelegram({
      token: 'measured:token',
      apiRoot,
      handleMessage,
      inbox,
      commands: [],
      log: { info: silent, warn: silent, error: silent },
      now: () => new Date(),
    }),
  );
}

/** The same with a bot of grammY and nothing else, as its first page shows it: polls, and says back what was said. */
export function measureBareTelegram({
  messages,
  chats,
}: {
  messages: number;
  chats: number;
}): Promise<TelegramMeasurement> {
  return measure({ messages, chats }, (apiRoot) => {
    const bot = new Bot('measured:token', { client: { apiRoot } });
    bot.on('message:text', async (context) => void (await context.reply(`#${context.message.text}`)));
    return { start: async () => void bot.start(), stop: () => bot.stop() };
  });
}

type Polling = { start(): Promise<void>; stop(): Promise<void> };

async function measure(
  { messages, chats }: { messages: number; chats: number },
  botAt: (apiRoot: string) => Polling,
): Promise<TelegramMeasurement> {
  const server = fork(import.meta.filename, ['serve', String(messages), String(chats), String(nextChat)]);
  nextChat += chats;
  const next = () =>
    new Promise<{ apiRoot?: string; isInOrder?: boolean; seconds?: number }>((resolve) =>
      server.once('message', (m) => resolve(m as never)),
    );
  const { apiRoot = '' } = await next();
  const bot = botAt(apiRoot);
  const result = next();
  await bot.start();
  const { seconds = 0, isInOrder = false } = await result;
  await bot.stop();
  server.kill();
  return { messages, seconds, perSecond: Math.round(messages / seconds), isInOrder };
}

type Served = { messages: number; chats: number; firstChat: number };

async function serve({ messages, chats, firstChat }: Served): Promise<void> {
  const fake = await startFakeTelegram({ token: 'measured:token' });
  for (let index = 0; index < messages; index += 1) fake.say(firstChat + (index % chats), String(index));
  process.send?.({ apiRoot: fake.apiRoot });
  await fake.until(() => fake.calls.some(({ method }) => method === 'getUpdates'));
  const start = performance.now();
  // Message ids of the bot's own follow those of the questions, one for each reply.
  await fake.until(() => fake.state.nextMessageId > 2 * messages);
  const seconds = (performance.now() - start) / 1000;
  const isInOrder = Array.from({ length: chats }, (_, chat) => {
    const sent = fake.transcript(firstChat + chat).filter(({ from }) => from === 'bot');
    const asked = sent.map(({ text }) => Number(/#(\d+)/.exec(text)?.[1]));
    return asked.every((number, index) => number === chat + index * chats);
  }).every(Boolean);
  process.send?.({ seconds, isInOrder });
}

if (process.argv[2] === 'serve') {
  const [messages = 0, chats = 0, firstChat = 0] = process.argv.slice(3).map(Number);
  await serve({ messages, chats, firstChat });
} else if (import.meta.main) {
  const database = await openDatabase({ url: null, directory: null });
  const inbox = createInbox(database, { now: () => new Date() });
  for (const chats of [1, 20, 200]) {
    const result = await measureTelegram(
      async ({ text }) => ({ ...fullReply, blocks: [{ kind: 'paragraph', spans: [`#${text}`] }, ...fullReply.blocks] }),
      { inbox, chats },
    );
    process.stdout.write(`${chats} chats: ${JSON.stringify(result)}\n`);
  }
  await database.close();
}
