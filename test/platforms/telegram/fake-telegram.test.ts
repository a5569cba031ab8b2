import { Api, type GrammyError } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sleep } from '../../../src/platforms/sleep.ts';
import { startFakeTelegram } from '../../support/fake-telegram.ts';
import { parseHtml } from '../../support/fake-telegram-html.ts';
import { sayReply } from '../../support/replies.ts';
import { CHAT, GROUP, openTelegram } from './telegram-harness.ts';

async function open() {
  const fake = await startFakeTelegram();
  onTestFinished(() => fake.close());
  return { fake, api: new Api(fake.token, { apiRoot: fake.apiRoot }) };
}

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: GrammyError) => error.description,
  );

describe('the loopback server behaves like Telegram: it', () => {
  it('keeps updates until a higher offset confirms them', async () => {
    const { fake, api } = await open();
    const ids = [1, 2, 3].map((index) => fake.push({ message: { message_id: index } as never }));
    const take = async (offset: number) => (await api.getUpdates({ offset, timeout: 0 })).map((one) => one.update_id);
    expect(await take(0)).toEqual(ids);
    expect(await take(0)).toEqual(ids);
    expect(await take((ids[1] ?? 0) + 0)).toEqual(ids.slice(1));
    expect(await take((ids[2] ?? 0) + 1)).toEqual([]);
    expect(await take(0)).toEqual([]);
  });

  it('lets getUpdates wait for a message', async () => {
    const { fake, api } = await open();
    const waiting = api.getUpdates({ timeout: 20 });
    await fake.until(() => fake.calls.length === 1);
    fake.say(CHAT, 'chào');
    expect((await waiting)[0]?.message?.text).toBe('chào');
  });

  it('ends the first of two pollers with 409', async () => {
    const { fake, api } = await open();
    const first = refused(api.getUpdates({ timeout: 20 }));
    await fake.until(() => fake.calls.length === 1);
    const second = api.getUpdates({ timeout: 20 });
    expect(await first).toMatch(/terminated by other getUpdates request/);
    fake.say(CHAT, 'chào');
    expect(await second).toHaveLength(1);
  });

  it('hands no updates out while a webhook is set', async () => {
    const { api } = await open();
    await api.setWebhook('https://bot.example/telegram');
    expect(await refused(api.getUpdates({ timeout: 0 }))).toMatch(/webhook is active/);
    expect((await api.getWebhookInfo()).url).toBe('https://bot.example/telegram');
    await api.deleteWebhook();
    expect(await refused(api.getUpdates({ timeout: 0 }))).toBe('accepted');
  });

  it.each<[string, string, object, string]>([
    ['no text', ' \n', {}, 'Bad Request: message text is empty'],
    ['4,097 units', 'ế'.repeat(4097), {}, 'Bad Request: message is too long'],
    ['4,096 units in tags', `<b>${'ế'.repeat(4096)}</b>`, { parse_mode: 'HTML' }, 'accepted'],
    ['an unknown tag', '<p>x</p>', { parse_mode: 'HTML' }, 'Unsupported start tag "p" at byte offset 0'],
    ['an open tag', '<b>x', { parse_mode: 'HTML' }, 'find end tag corresponding to start tag "b"'],
    ['tags that cross', '<b><i>x</b></i>', { parse_mode: 'HTML' }, 'Unmatched end tag at byte offset 7'],
    ['a bare <', 'ế < 5', { parse_mode: 'HTML' }, 'Unclosed start tag at byte offset 4'],
    ['the same without HTML', '<p> ế < 5', {}, 'accepted'],
    ['a payload of 65 bytes', 'x', { reply_markup: keyboard('y'.repeat(65)) }, 'Bad Request: BUTTON_DATA_INVALID'],
    ['a payload of 64 bytes', 'x', { reply_markup: keyboard('y'.repeat(64)) }, 'accepted'],
  ])('judges sendMessage with %s', async (_, text, options, expected) => {
    const { fake, api } = await open();
    fake.state.chats.set(CHAT, []);
    expect(await refused(api.sendMessage(CHAT, text, options))).toContain(expected);
  });

  it('edits its own messages, and refuses an edit that changes nothing', async () => {
    const { fake, api } = await open();
    fake.state.chats.set(CHAT, []);
    const { message_id: id } = await api.sendMessage(CHAT, 'một');
    await api.editMessageText(CHAT, id, 'hai');
    expect(fake.transcript(CHAT)[0]?.text).toBe('hai');
    expect(await refused(api.editMessageText(CHAT, id, 'hai'))).toMatch(/message is not modified/);
    expect(await refused(api.editMessageText(CHAT, 999, 'ba'))).toMatch(/message to edit not found/);
  });

  it('gives a file out by its id', async () => {
    const { fake, api } = await open();
    fake.state.files.set('f1', Buffer.from('nội dung'));
    const { file_path: path } = await api.getFile('f1');
    const answer = await fetch(`${fake.apiRoot}/file/bot${fake.token}/${path}`);
    expect(await answer.text()).toBe('nội dung');
    expect(await refused(api.getFile('f2'))).toMatch(/invalid file_id/);
  });

  it('refuses another token, an unknown chat and an old tap', async () => {
    const { fake, api } = await open();
    expect(await refused(new Api('1:x', { apiRoot: fake.apiRoot }).getMe())).toBe('Unauthorized');
    expect(await refused(api.sendMessage(5, 'x'))).toBe('Bad Request: chat not found');
    expect(await refused(api.answerCallbackQuery('5'))).toMatch(/query is too old/);
  });

  it('limits the messages to a chat when told to, and the bot keeps to it', async () => {
    const { fake, platform } = await openTelegram(async ({ text }) => sayReply(text), { sleep });
    fake.state.gate.limits = { perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 };
    await platform.start();
    for (const chat of [CHAT, GROUP])
      for (const text of ['một', 'hai', 'ba']) fake.say(chat, `@chidao_test_bot ${text}`);
    for (const chat of [CHAT, GROUP]) {
      expect((await fake.replies(chat, 3)).map(({ text }) => text)).toEqual(['một', 'hai', 'ba']);
    }
    expect(fake.state.gate.earlyCalls).toBe(0);
    expect(fake.calls.filter(({ method }) => method === 'sendMessage').length).toBeGreaterThan(6);
  });
});

describe('HTML as Telegram reads it', () => {
  it.each([
    ['<b>a</b> &lt;b&gt; &amp; &#38; &nbsp;', 'a <b> & & &nbsp;', ['bold']],
    ['<blockquote expandable>q <b>r</b></blockquote>', 'q r', ['expandable_blockquote', 'bold']],
    ['<b></b>x', 'x', []],
  ])('%s', (html, text, types) => {
    const parsed = parseHtml(html);
    expect(parsed.text).toBe(text);
    expect(parsed.entities.map(({ type }) => type)).toEqual(types);
  });
});

function keyboard(data: string) {
  return { inline_keyboard: [[{ text: 'nút', callback_data: data }]] };
}
