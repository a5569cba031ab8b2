import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHandleMessage } from '../../src/conversation/handle-message.ts';
import type { HandleMessage } from '../../src/domain/message.ts';
import type { Platform } from '../../src/domain/platform.ts';
import { ingestFile } from '../../src/ingest/ingest-file.ts';
import { sleep } from '../../src/platforms/sleep.ts';
import { createZaloBot } from '../../src/platforms/zalo-bot/create-zalo-bot.ts';
import { createZaloOa } from '../../src/platforms/zalo-oa/create-zalo-oa.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { loadTables } from '../../src/tables.ts';
import { buildBase } from '../../src/wiring/base.ts';
import { CHAT, createTelegramOn } from '../platforms/telegram/telegram-harness.ts';
import { openTerminal } from '../platforms/terminal/terminal-harness.ts';
import { collectLog } from '../platforms/zalo-bot/bot-harness.ts';
import { oaOptions, PERSON } from '../platforms/zalo-oa/oa-harness.ts';
import { testDatabase } from '../support/database.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { startFakeZaloBot } from '../support/fake-zalo-bot.ts';
import { startFakeZaloOa } from '../support/fake-zalo-oa.ts';
import { sayReply } from '../support/replies.ts';
import { startWebhookServer } from '../support/webhook-server.ts';

const root = join(import.meta.dirname, '..', '..');
const today = '2026-11-22';
/** `QUESTIONS=100` asks them all. */
const QUESTIONS = Number(process.env.QUESTIONS ?? 12);

/** Where a question is asked: gives all the bot writes to it. */
type Ask = (question: string) => Promise<string>;

async function openAll(handleMessage: HandleMessage, database: Awaited<ReturnType<typeof testDatabase>>) {
  const [telegram, oa, bot, server] = await Promise.all([
    startFakeTelegram(),
    startFakeZaloOa(),
    startFakeZaloBot(),
    startWebhookServer(),
  ]);
  const usual = oaOptions(database, oa);
  const { inbox, sleep: wait, now } = usual;
  const log = collectLog([]);
  const terminal = openTerminal(handleMessage);
  const platforms: Platform[] = [
    terminal.platform,
    createTelegramOn(telegram, { handleMessage, inbox }),
    createZaloOa({ ...usual, inbox: createInbox(database, { now }), handleMessage, erase: async () => undefined, log }),
    createZaloBot({
      token: bot.token,
      apiRoot: bot.apiRoot,
      webhook: null,
      inbox,
      handleMessage,
      log,
      now,
      sleep: wait,
    }),
  ];
  for (const platform of platforms) server.mount(platform);
  oa.state.webhookUrl = `${server.root}/zalo/oa/webhook`;
  bot.state.messagesLeft = 100_000;
  for (const platform of platforms) await platform.start();
  // The bot's answer is whole when its messages have stopped growing.
  const settled = async (texts: () => string[]): Promise<string> => {
    while (texts().length === 0) await sleep(10);
    for (let count = -1; count !== texts().length; ) {
      count = texts().length;
      await sleep(120);
    }
    return texts().join('\n');
  };
  const asking =
    (say: (question: string) => unknown, texts: () => string[]): Ask =>
    async (question) => {
      const before = texts().length;
      await say(question);
      return settled(() => texts().slice(before));
    };
  const fromBot = (entries: { from: string; text: string }[]) =>
    entries.filter(({ from }) => from === 'bot').map(({ text }) => text);
  const asks: Record<string, Ask> = {
    terminal: asking(
      (question) => terminal.input.write(`${question}\n`),
      () => terminal.writes,
    ),
    telegram: asking(
      (question) => telegram.say(CHAT, question),
      () => fromBot(telegram.transcript(CHAT)),
    ),
    'zalo-oa': asking(
      (question) => oa.say(PERSON, question),
      () => fromBot(oa.transcript(PERSON)),
    ),
    'zalo-bot': asking(
      (question) => bot.say('c1', question),
      () => fromBot(bot.transcript('c1')),
    ),
  };
  const close = async () => {
    for (const platform of platforms) await platform.stop();
    await Promise.all([telegram.close(), oa.close(), bot.close(), server.close()]);
  };
  return { asks, close };
}

/** Every figure of a text, in its order; the numbers before choices and on list marks are the platform's own. */
function figuresOf(text: string): string[] {
  const words = text
    .trimEnd()
    .replace(/\nGõ số để chọn:\n[\s\S]*$/, '')
    .replace(/\n(?:\d{1,2}\. [^\n]*\n)+Trả lời [^\n]*\.$/, '');
  return (words.match(/\d[\d.,/]*\d|\d/g) ?? []).sort();
}

describe('the same questions on every platform', () => {
  it('get the same facts', { timeout: 600_000 }, async () => {
    const database = await testDatabase();
    const base = buildBase(database, loadTables());
    const folder = join(root, 'data', 'directives');
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.md')).sort()) {
      const bytes = await readFile(join(folder, name));
      await ingestFile({ name, bytes }, { ...base, now: new Date('2026-11-22T05:00:00Z'), today });
    }
    const handleMessage = createHandleMessage({
      engine: base.engine,
      database,
      log: collectLog([]),
      dayOf: () => today,
      speakerOf: async () => ({ role: 'reader', unit: null, locality: null }),
      welcome: async () => sayReply('Chưa được mời.'),
      features: [],
    });
    const files = ['test/questions/digests/questions.jsonl', 'test/questions/phone-digests/questions.jsonl'];
    const lines = (await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')))).join('\n').split('\n');
    const questions = lines.filter(Boolean).map((line) => (JSON.parse(line) as { question: string }).question);
    const { asks, close } = await openAll(handleMessage, database);
    const different: object[] = [];
    for (const question of questions.slice(0, QUESTIONS)) {
      const told = await Promise.all(
        Object.entries(asks).map(async ([name, ask]) => [name, await ask(question)] as const),
      );
      const facts = told.map(([, text]) => figuresOf(text).join(' '));
      if (new Set(facts).size !== 1) different.push({ question, told });
    }
    await close();
    expect(different).toEqual([]);
    expect(questions.length).toBeGreaterThanOrEqual(Math.min(QUESTIONS, 100));
  });
});
