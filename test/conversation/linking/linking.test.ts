import { beforeEach, describe, expect, it } from 'vitest';
import { renderText } from '../../../src/answer/render-text.ts';
import { createLinking } from '../../../src/conversation/linking/linking-feature.ts';
import type { PlatformName } from '../../../src/domain/message.ts';
import type { SendOutcome } from '../../../src/domain/platform.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { Database } from '../../../src/store/database.ts';
import { findSubscriber, loadSubscribers } from '../../../src/store/subscribers.ts';
import { testDatabase } from '../../support/database.ts';

const begin = Date.parse('2026-11-22T01:00:00Z');
let database: Database;
let mails: { to: string; text: string }[];
let outcome: SendOutcome;
let minutes: number;

beforeEach(async () => {
  database = await testDatabase();
  mails = [];
  minutes = 0;
  outcome = { status: 'sent', receipt: 'x' };
});

async function say(
  platform: PlatformName,
  text: string,
  { chatId = 'an', isGroup = false, hasMail = true } = {},
): Promise<string | null> {
  const send = async (to: string, reply: Reply) => {
    mails.push({ to, text: renderText(reply) });
    return outcome;
  };
  const receivedAt = new Date(begin + minutes * 60_000);
  const message = {
    platform,
    chatId,
    personId: chatId,
    personName: 'An',
    messageId: 'm',
    text,
    choice: null,
    isGroup,
    receivedAt,
  };
  const speaker = { role: 'reader' as const, unit: null, locality: null };
  const feature = createLinking({ database, email: hasMail ? { send } : null });
  const reply = await feature.respond({ message, text, today: '2026-11-22', speaker });
  return reply === null ? null : renderText(reply);
}

const codeIn = (text: string | null): string => /[2-9A-HJ-NP-Z]{8}/.exec(text ?? '')?.[0] ?? 'none';

/** The platforms a chat falls back to, one after the other. */
async function ringOf(platform: PlatformName, chatId = 'an'): Promise<PlatformName[]> {
  const first = await findSubscriber(database, { platform, chatId });
  const ring: PlatformName[] = [];
  let next = first?.fallback ?? null;
  while (next !== null && next !== first?.id && ring.length < 9) {
    const [chat] = await loadSubscribers(database, [next]);
    if (chat === undefined) break;
    ring.push(chat.platform);
    next = chat.fallback;
  }
  return ring;
}

describe('/duphong', () => {
  it('links two chats by a code shown in one and typed in the other, in any spelling', async () => {
    const code = codeIn(await say('telegram', '/duphong'));
    expect(await say('zalo-bot', `/duphong ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)).toContain(
      'bot gửi qua Telegram',
    );
    expect([await ringOf('telegram'), await ringOf('zalo-bot')]).toEqual([['zalo-bot'], ['telegram']]);
  });

  it('adds a mailbox once its owner has read the code there; all three stand in for each other', async () => {
    await say('zalo-bot', `/duphong ${codeIn(await say('telegram', '/duphong'))}`);
    expect(await say('telegram', '/duphong Ha@Co-Quan.vn')).toContain('Đã gửi mã tới Ha@co-quan.vn');
    expect(mails).toEqual([{ to: 'Ha@co-quan.vn', text: expect.stringContaining('xin bỏ qua thư này') }]);
    expect(await ringOf('telegram')).toEqual(['zalo-bot']);
    expect(await say('telegram', `/duphong ${codeIn(mails[0]?.text ?? '')}`)).toContain('thư Ha@co-quan.vn');
    expect(await ringOf('telegram')).toEqual(['email', 'zalo-bot']);
  });

  it('bỏ takes one chat out and leaves the others linked', async () => {
    await say('zalo-bot', `/duphong ${codeIn(await say('telegram', '/duphong'))}`);
    await say('zalo-oa', `/duphong ${codeIn(await say('telegram', '/duphong'))}`);
    expect(await say('zalo-bot', '/duphong bỏ')).toContain('Đã bỏ');
    expect([await ringOf('telegram'), await ringOf('zalo-bot')]).toEqual([['zalo-oa'], []]);
    expect(await say('zalo-oa', '/duphong bo')).toContain('Đã bỏ');
    expect(await ringOf('telegram')).toEqual([]);
    expect(await say('telegram', '/duphong bỏ')).toContain('chưa nối');
  });

  it.each<[why: string, use: (code: string) => Promise<string | null>]>([
    ['typed where it was shown', (code) => say('telegram', `/duphong ${code}`)],
    [
      'too old',
      async (code) => {
        minutes = 16;
        return say('zalo-bot', `/duphong ${code}`);
      },
    ],
    ['misspelt', (code) => say('zalo-bot', `/duphong ${code.slice(1)}Z`)],
    ['nonsense', () => say('zalo-bot', `/duphong ${"' or 1=1 --".repeat(300)}`)],
    [
      'used before',
      async (code) => {
        await say('zalo-bot', `/duphong ${code}`, { chatId: 'be' });
        return say('zalo-bot', `/duphong ${code}`);
      },
    ],
  ])('refuses a code that is %s', async (_, use) => {
    expect(await use(codeIn(await say('telegram', '/duphong')))).toMatch(/^Mã này không đúng/);
    expect(await ringOf('zalo-bot')).toEqual([]);
  });

  it('a code from a mail works only in the chat that asked for it', async () => {
    await say('telegram', '/duphong ha@co-quan.vn');
    expect(await say('zalo-bot', `/duphong ${codeIn(mails[0]?.text ?? '')}`)).toMatch(/^Mã này không đúng/);
    expect(await findSubscriber(database, { platform: 'email', chatId: 'ha@co-quan.vn' })).toBeNull();
  });

  it('sends three mails a day at most', async () => {
    for (let time = 0; time < 5; time += 1) await say('telegram', `/duphong nguoi${time}@co-quan.vn`);
    expect(mails.length).toBe(3);
    minutes = 25 * 60;
    await say('telegram', '/duphong ha@co-quan.vn');
    expect(mails.length).toBe(4);
  });

  it.each([
    ['a wrong address', '/duphong a@b', {}, 'không đúng'],
    ['an address with a header in it', '/duphong a@b.vn\r\nBcc: c@d.vn', {}, 'không đúng'],
    ['no mail server', '/duphong ha@co-quan.vn', { hasMail: false }, 'chưa nối máy chủ thư'],
    ['a group', '/duphong', { isGroup: true }, 'nhắn riêng'],
  ])('%s: says so and sends nothing', async (_, text, options, said) => {
    expect(await say('telegram', text, options)).toContain(said);
    expect(mails).toEqual([]);
  });

  it('says when a mail was refused', async () => {
    outcome = { status: 'failed', kind: 'recipient', retryAfterSeconds: null, reason: 'x' };
    expect(await say('telegram', '/duphong ha@co-quan.vn')).toContain('Chưa gửi được');
  });

  it.each(['/han', 'dự phòng là gì?', 'ngân sách dự phòng 2024', ''])('leaves %j to others', async (text) => {
    expect(await say('telegram', text)).toBeNull();
  });
});
