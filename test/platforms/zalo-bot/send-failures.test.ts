import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../src/domain/platform.ts';
import type { BotFault } from '../../support/fake-zalo-bot.ts';
import { sayReply } from '../../support/replies.ts';
import { openZaloBot } from './bot-harness.ts';

const CHAT = 'c1';

/** What an error of the platform means for a reminder, and how often it was sent. */
const table: [what: string, fault: BotFault, outcome: Partial<SendOutcome>][] = [
  [
    'a bad parameter',
    { kind: 'refuse', code: 400, description: 'Bad request: invalid text' },
    { status: 'failed', kind: 'bug' },
  ],
  [
    'an unknown chat',
    { kind: 'refuse', code: 400, description: 'Bad request: chat_id is not valid' },
    { status: 'failed', kind: 'recipient' },
  ],
  [
    'a withdrawn token',
    { kind: 'refuse', code: 401, description: 'Unauthorized', http: 401 },
    { status: 'failed', kind: 'config' },
  ],
  ['a withdrawn token and a page', { kind: 'html', http: 401 }, { status: 'failed', kind: 'config' }],
  [
    'its inner error',
    { kind: 'refuse', code: 403, description: 'Internal server error' },
    { status: 'failed', kind: 'transient' },
  ],
  [
    'an unknown method',
    { kind: 'refuse', code: 404, description: 'Not found', http: 404 },
    { status: 'failed', kind: 'config' },
  ],
  ['its own timeout', { kind: 'refuse', code: 408, description: 'Request timeout', http: 408 }, { status: 'unknown' }],
  [
    'the quota of the month',
    { kind: 'refuse', code: 429, description: 'Quota exceeded', http: 429 },
    { status: 'failed', kind: 'quota' },
  ],
  [
    'the quota with HTTP 200',
    { kind: 'refuse', code: 429, description: 'Quota exceeded' },
    { status: 'failed', kind: 'quota' },
  ],
  [
    'a fault of the server',
    { kind: 'refuse', code: 500, description: 'oops', http: 500 },
    { status: 'failed', kind: 'transient' },
  ],
  ['a page of a gateway', { kind: 'html', http: 502 }, { status: 'unknown' }],
  ['a connection broken before', { kind: 'drop_before' }, { status: 'unknown' }],
  ['a connection broken after', { kind: 'drop_after' }, { status: 'unknown' }],
];

describe('a reminder on the Zalo Bot Platform', () => {
  it.each(table)('after %s is sent once and its outcome told', async (_, fault, outcome) => {
    const { fake, platform } = await openZaloBot('polling', async () => sayReply('ừ'));
    await platform.start();
    fake.say(CHAT, 'chào');
    await fake.replies(CHAT);
    fake.fault('sendMessage', fault);
    const before = fake.calls.filter(({ method }) => method === 'sendMessage').length;
    const got = await platform.send(CHAT, sayReply('Nhắc'));
    expect(got).toMatchObject(outcome);
    expect(JSON.stringify(got)).not.toContain('fake-token');
    expect(fake.calls.filter(({ method }) => method === 'sendMessage').length - before).toBe(1);
  });

  it('is not sent where nobody listens', async () => {
    const { platform } = await openZaloBot('polling', async () => null, { apiRoot: 'http://127.0.0.1:59999' });
    expect(await platform.send(CHAT, sayReply('Nhắc'))).toMatchObject({ status: 'failed', kind: 'transient' });
  });
});

describe('a reply on the Zalo Bot Platform', () => {
  it('is repeated once with a note where it may be lost, and again after a passing fault', async () => {
    const { fake, platform } = await openZaloBot('polling', async () => sayReply('trả lời'));
    await platform.start();
    fake.fault('sendMessage', { kind: 'refuse', code: 403, description: 'Internal server error' });
    fake.fault('sendMessage', { kind: 'drop_after' });
    fake.say(CHAT, 'chào');
    const texts = (await fake.replies(CHAT, 2)).map(({ text }) => text);
    expect(texts).toEqual(['trả lời', expect.stringMatching(/^\(Gửi lại.*\n\ntrả lời$/s)]);
  });

  it('is given up when the quota is used up, without a second try', async () => {
    const { fake, platform, log } = await openZaloBot('polling', async () => sayReply('trả lời'));
    await platform.start();
    fake.state.messagesLeft = 0;
    fake.say(CHAT, 'chào');
    await fake.until(() => fake.calls.some(({ method }) => method === 'sendMessage'));
    await platform.stop();
    expect(fake.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
    expect(log).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: expect.objectContaining({ kind: 'quota' }) }),
    );
  });
});
