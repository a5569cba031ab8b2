import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../src/domain/message.ts';
import { paragraph } from '../../../src/domain/reply.ts';
import { sayReply } from '../../support/replies.ts';
import { itKeepsTheContract } from '../contract.ts';
import { openZaloBot } from './bot-harness.ts';

const CHAT = '6ede9afa66b88fe6d6a9';

for (const [name, mode, isWrapped] of [
  ['Zalo Bot, polled', 'polling', false],
  ['Zalo Bot, webhook with wrapped payloads', 'webhook', true],
  ['Zalo Bot, webhook with bare payloads', 'webhook', false],
] as const) {
  itKeepsTheContract(name, async (handleMessage) => {
    const { fake, platform } = await openZaloBot(mode, handleMessage);
    fake.state.isWrapped = isWrapped;
    return {
      platform,
      chatId: CHAT,
      say: (text) => void fake.say(CHAT, text),
      seen: async (count) => (await fake.replies(CHAT, count)).map(({ text }) => text),
      close: async () => undefined,
    };
  });
}

describe('the bot on the Zalo Bot Platform', () => {
  it.each([
    [['Nguồn'], 'Trả lời 1.'],
    [['a', 'b'], 'Trả lời 1 hoặc 2.'],
    [['a', 'b', 'c'], 'Trả lời 1, 2 hoặc 3.'],
    [['a', 'b', 'c', 'd', 'e'], 'Trả lời một số từ 1 đến 5.'],
  ])('numbers the choices %j', async (labels, ending) => {
    const choices = labels.map((label) => ({ label, message: label }));
    const { fake, platform } = await openZaloBot('polling', async () => ({ blocks: [paragraph('Chọn')], choices }));
    await platform.start();
    fake.say(CHAT, '?');
    const [reply] = await fake.replies(CHAT);
    expect(reply?.text).toBe(`Chọn\n\n${labels.map((label, index) => `${index + 1}. ${label}`).join('\n')}\n${ending}`);
  });

  it('takes an id beyond 2^53 as it was written', async () => {
    const heard: IncomingMessage[] = [];
    const { fake, server, platform } = await openZaloBot('webhook', async (message) => {
      heard.push(message);
      return null;
    });
    await platform.start();
    const body = `{"event_name":"message.text.received","message":{"from":{"id":9007199254740993},"chat":{"id":9007199254740993},"message_id":18014398509481987,"text":"a","date":1767225600123}}`;
    const headers = { 'x-bot-api-secret-token': fake.state.secret };
    await fetch(fake.state.webhookUrl, { method: 'POST', headers, body });
    server.notify();
    await vi(() => heard.length === 1);
    expect(heard[0]).toMatchObject({ personId: '9007199254740993', messageId: '18014398509481987' });
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['no secret', {}, '{"event_name":"message.text.received"}', 'forged'],
    ['a wrong secret', { 'x-bot-api-secret-token': 'secret-of-the-webhoo_' }, '{}', 'forged'],
    ['the secret twice', { 'x-bot-api-secret-token': 'secret-of-the-webhook,secret-of-the-webhook' }, '{}', 'forged'],
    ['truncated JSON', { 'x-bot-api-secret-token': 'secret-of-the-webhook' }, '{"event_name":"mess', 'unreadable'],
    ['JSON that is no object', { 'x-bot-api-secret-token': 'secret-of-the-webhook' }, '[1,[2]]', 'unreadable'],
    [
      'a message without ids',
      { 'x-bot-api-secret-token': 'secret-of-the-webhook' },
      '{"ok":true,"result":{"event_name":"message.text.received","message":{}}}',
      'unreadable',
    ],
    [
      'a body over 1 MB',
      { 'x-bot-api-secret-token': 'secret-of-the-webhook' },
      'x'.repeat(1024 * 1024 + 1),
      'too_large',
    ],
  ])('drops a delivery with %s, and counts it', async (_, headers, body, counted) => {
    const { fake, platform } = await openZaloBot('webhook', async () => sayReply('không được nói'));
    await platform.start();
    const before = platform.counts?.()[counted] ?? 0;
    const answer = await fetch(fake.state.webhookUrl, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    expect(platform.counts?.()[counted]).toBe(before + 1);
  });

  it('ignores unknown events, its own messages and words not meant for it', async () => {
    const heard: string[] = [];
    const { fake, platform } = await openZaloBot('polling', async ({ text }) => {
      heard.push(text);
      return sayReply('ừ');
    });
    await platform.start();
    fake.say(CHAT, 'lạ', { eventName: 'message.reaction.received' });
    fake.say(CHAT, 'của mình', { message: { from: { id: 'bot-1' } } });
    fake.say(CHAT, 'của bot khác', { message: { from: { id: 'x', is_bot: true } } });
    fake.say('nhom', '', { isGroup: true, eventName: 'message.unsupported.received' });
    fake.say('nhom', '@Bot Chỉ Đạo hạn báo cáo?', { isGroup: true });
    fake.say(CHAT, 'hỏi');
    await fake.replies(CHAT);
    await fake.replies('nhom');
    expect(heard.sort()).toEqual(['hạn báo cáo?', 'hỏi']);
  });

  it('answers a picture by its caption, and hands it over as an attachment from a host of Zalo only', async () => {
    const heard: IncomingMessage[] = [];
    const { fake, platform } = await openZaloBot('polling', async (message) => {
      heard.push(message);
      return sayReply('ừ');
    });
    await platform.start();
    const message = { caption: 'cái này', text: undefined, photo_url: 'http://169.254.169.254/latest' };
    fake.say(CHAT, '', { eventName: 'message.image.received', message });
    await fake.replies(CHAT);
    expect(heard[0]?.text).toBe('cái này');
    expect(await heard[0]?.attachments?.[0]?.load(1000)).toEqual({ status: 'failed' });
  });

  it('sets the webhook once, and again only when address or secret changed', async () => {
    const first = await openZaloBot('webhook', async () => null);
    await first.platform.start();
    await first.platform.stop();
    expect(first.fake.state.setWebhookCalls).toBe(1);
    const again = await openZaloBot('webhook', async () => null, {
      apiRoot: first.fake.apiRoot,
      webhook: { publicUrl: first.server.root, secret: 'secret-of-the-webhook' },
    });
    await again.platform.start();
    expect(first.fake.state.setWebhookCalls).toBe(1);
    const other = await openZaloBot('webhook', async () => null, {
      apiRoot: first.fake.apiRoot,
      webhook: { publicUrl: first.server.root, secret: 'another-secret' },
    });
    await other.platform.start();
    expect(first.fake.state.setWebhookCalls).toBe(2);
  });

  it('says so when the token is wrong', async () => {
    const { platform } = await openZaloBot('polling', async () => null, { token: '1:wrong' });
    await expect(platform.start()).rejects.toThrow(/ZALO_BOT_TOKEN/);
  });
});

async function vi(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
