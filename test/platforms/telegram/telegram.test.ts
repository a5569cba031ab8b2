import { describe, expect, it } from 'vitest';
import { SettingError } from '../../../src/domain/errors.ts';
import type { IncomingMessage } from '../../../src/domain/message.ts';
import { testDatabase } from '../../support/database.ts';
import { startFakeTelegram } from '../../support/fake-telegram.ts';
import { fullReply, sayReply } from '../../support/replies.ts';
import { startWebhookServer } from '../../support/webhook-server.ts';
import { itKeepsTheContract } from '../contract.ts';
import { CHAT, createTelegramOn, GROUP, openInbox, openTelegram } from './telegram-harness.ts';

itKeepsTheContract('telegram', async (handleMessage) => {
  const [fake, database] = await Promise.all([startFakeTelegram(), testDatabase()]);
  const platform = createTelegramOn(fake, { handleMessage, inbox: openInbox(database) });
  const shown = async (count: number) =>
    (await fake.replies(CHAT, count)).map(({ text, keyboard }) =>
      [text, ...keyboard.flat().map((button) => button.text)].join('\n'),
    );
  return { platform, chatId: String(CHAT), say: (text) => void fake.say(CHAT, text), seen: shown, close: fake.close };
});

itKeepsTheContract('telegram by webhook', async (handleMessage) => {
  const [fake, server, database] = await Promise.all([startFakeTelegram(), startWebhookServer(), testDatabase()]);
  const webhook = { publicUrl: server.root, secret: 'secret-of-telegram' };
  const platform = createTelegramOn(fake, { handleMessage, webhook, inbox: openInbox(database) });
  server.mount(platform);
  const shown = async (count: number) =>
    (await fake.replies(CHAT, count)).map(({ text, keyboard }) =>
      [text, ...keyboard.flat().map((button) => button.text)].join('\n'),
    );
  const close = async () => void (await Promise.all([fake.close(), server.close()]));
  return { platform, chatId: String(CHAT), say: (text) => void fake.say(CHAT, text), seen: shown, close };
});

describe('the webhook of Telegram', () => {
  it.each([
    ['no secret', {}],
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'secret-of-telegran' }],
    ['the secret twice', { 'x-telegram-bot-api-secret-token': 'secret-of-telegram, secret-of-telegram' }],
  ])('refuses a delivery with %s', async (_, headers) => {
    const database = await testDatabase();
    const { platform } = await openTelegram(echo, {
      inbox: openInbox(database),
      webhook: { publicUrl: 'http://x', secret: 'secret-of-telegram' },
    });
    const body = new TextEncoder().encode('{"update_id":1,"message":{"chat":{"id":1},"date":1}}');
    expect(await platform.webhook?.receive({ headers, body })).toEqual({ status: 401 });
    expect(platform.counts?.().forged).toBe(1);
    expect(await database.query('select 1 from inbox')).toEqual([]);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"update_id":"1"}',
    '{"update_id":9007199254740993}',
    '{"update_id":1,"message":5}',
  ])('acknowledges and drops what is no update: %s', async (text) => {
    const { platform } = await openTelegram(echo, { webhook: { publicUrl: 'http://x', secret: 's' } });
    const headers = { 'x-telegram-bot-api-secret-token': 's' };
    expect(await platform.webhook?.receive({ headers, body: new TextEncoder().encode(text) })).toEqual({ status: 200 });
    expect(platform.counts?.().unreadable).toBe(1);
  });
});

const echo = async ({ text }: IncomingMessage) => sayReply(`Hỏi: ${text}`);

describe('telegram', () => {
  it('sets the menu in Vietnamese and takes back a webhook before it polls', async () => {
    const { fake, platform } = await openTelegram(echo);
    fake.state.webhookUrl = 'https://old.example/webhook';
    await platform.start();
    fake.say(CHAT, 'chào');
    await fake.replies(CHAT);
    expect(fake.state.commands).toEqual([{ command: 'help', description: 'Xem cách hỏi' }]);
    expect(fake.state.webhookUrl).toBe('');
  });

  it('shows the figure in bold, the table in columns, the quote as a quote and the choices as buttons', async () => {
    const { fake, platform } = await openTelegram(async () => fullReply);
    await platform.start();
    fake.say(CHAT, 'so sánh');
    const [entry] = await fake.replies(CHAT);
    const marked = (type: string) =>
      entry?.entities
        .filter((one) => one.type === type)
        .map(({ offset, length }) => entry.text.slice(offset, offset + length));
    expect(marked('bold')).toEqual(['từ 7,5 % trở lên']);
    expect(marked('pre')).toEqual(['Địa phương  Thu\nKon Tum     3.505 tỷ đồng']);
    expect(marked('blockquote')).toEqual([expect.stringContaining('3.505 tỷ đồng')]);
    expect(entry?.keyboard.flat()).toEqual([
      { text: 'Xem nguồn', callback_data: 'k3f9:0' },
      { text: 'So sánh', callback_data: 'k3f9:1' },
    ]);
    expect(entry?.payload).toMatchObject({ link_preview_options: { is_disabled: true } });
  });

  it('hands a tap over with its payload and label, and acknowledges it', async () => {
    const messages: IncomingMessage[] = [];
    const { fake, platform } = await openTelegram(async (message) => {
      messages.push(message);
      return message.choice === null ? fullReply : sayReply('Nguồn: …');
    });
    await platform.start();
    fake.say(CHAT, 'chỉ tiêu?');
    await fake.replies(CHAT);
    fake.tap(CHAT, 'Xem nguồn');
    await fake.replies(CHAT, 2);
    await fake.until(() => fake.state.openTaps.size === 0);
    expect(messages[1]).toMatchObject({ choice: 'k3f9:0', text: 'Xem nguồn', chatId: String(CHAT) });
  });

  it('acknowledges a tap it does not understand, and says nothing', async () => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    fake.state.openTaps.add('77');
    fake.push({
      callback_query: { id: '77', from: { id: CHAT, is_bot: false, first_name: 'Lan' }, chat_instance: '1' },
    });
    await fake.until(() => fake.state.openTaps.size === 0);
    expect(fake.transcript(CHAT)).toEqual([]);
  });

  it('answers in the group, thread and to the message it was asked in', async () => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    fake.say(GROUP, 'nói chuyện riêng');
    const asked = fake.say(GROUP, '@chidao_test_bot chỉ tiêu 2026?', { is_topic_message: true, message_thread_id: 9 });
    const [entry] = await fake.replies(GROUP);
    expect(entry?.text).toBe('Hỏi: chỉ tiêu 2026?');
    expect(entry?.payload).toMatchObject({
      message_thread_id: 9,
      reply_parameters: { message_id: asked.message_id, allow_sending_without_reply: true },
    });
    expect(fake.transcript(GROUP).filter(({ from }) => from === 'bot')).toHaveLength(1);
  });

  it('answers a message once, however often the server repeats it', async () => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    const message = fake.say(CHAT, 'một lần');
    for (let count = 0; count < 20; count += 1) fake.push({ message: message as never });
    fake.say(CHAT, 'xong');
    const entries = await fake.replies(CHAT, 2);
    expect(entries.map(({ text }) => text)).toEqual(['Hỏi: một lần', 'Hỏi: xong']);
  });

  it('leaves an edited message alone: it was answered as first sent', async () => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    const message = fake.say(CHAT, 'năm 2025?');
    fake.push({ edited_message: { ...message, text: 'năm 2026?' } as never });
    fake.say(CHAT, 'hết');
    const entries = await fake.replies(CHAT, 2);
    expect(entries.map(({ text }) => text)).toEqual(['Hỏi: năm 2025?', 'Hỏi: hết']);
  });

  it('sends a long answer as several messages, the buttons under the last', async () => {
    const long = { ...fullReply, blocks: [...fullReply.blocks, ...sayReply('chữ '.repeat(3000)).blocks] };
    const { fake, platform } = await openTelegram(async () => long);
    await platform.start();
    fake.say(CHAT, 'dài');
    await fake.until(() => fake.transcript(CHAT).at(-1)?.keyboard.length === 1);
    const entries = await fake.replies(CHAT);
    expect(entries.map(({ keyboard }) => keyboard.length)).toEqual([0, 0, 1]);
    for (const { text } of entries) expect(text.length).toBeLessThanOrEqual(4096);
  });

  it('shows that it is typing only when an answer takes its time', async () => {
    const { fake, platform } = await openTelegram(async ({ text }) => {
      if (text === 'chậm') await fake.until(() => fake.calls.some(({ method }) => method === 'sendChatAction'));
      return sayReply(text);
    });
    await platform.start();
    fake.say(CHAT, 'nhanh');
    await fake.replies(CHAT);
    expect(fake.calls.some(({ method }) => method === 'sendChatAction')).toBe(false);
    fake.say(CHAT, 'chậm');
    expect((await fake.replies(CHAT, 2)).at(-1)?.text).toBe('chậm');
  });

  it('confirms what it answered when it stops, so that nothing comes again', async () => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    for (let count = 0; count < 10; count += 1) fake.say(CHAT, `câu ${count}`);
    await fake.replies(CHAT, 10);
    await platform.stop();
    expect(fake.state.queue.pendingCount).toBe(0);
  });

  it('refuses to start with a token Telegram does not accept, and names the setting', async () => {
    const fake = await startFakeTelegram();
    const platform = createTelegramOn(
      { apiRoot: fake.apiRoot, token: '1:wrong' },
      { handleMessage: echo, inbox: openInbox(await testDatabase()) },
    );
    await expect(platform.start()).rejects.toThrow(SettingError);
    await expect(platform.start()).rejects.toThrow(/TELEGRAM_BOT_TOKEN/);
    await platform.stop();
    await fake.close();
  });
});
