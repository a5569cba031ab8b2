import { describe, expect, it, vi } from 'vitest';
import { DatabaseAwayError } from '../../../src/domain/errors.ts';
import type { IncomingMessage } from '../../../src/domain/message.ts';
import { sleep } from '../../../src/platforms/sleep.ts';
import type { Database } from '../../../src/store/database.ts';
import { testDatabase } from '../../support/database.ts';
import { FAKE_TOKEN, type FakeTelegram, startFakeTelegram } from '../../support/fake-telegram.ts';
import { type Fault, faults, refuse } from '../../support/fake-telegram-faults.ts';
import { fullReply, sayReply } from '../../support/replies.ts';
import {
  CHAT,
  collectLog,
  createTelegramOn,
  GROUP,
  type LogLine,
  OTHER_CHAT,
  openInbox,
  openTelegram,
} from './telegram-harness.ts';

const echo = async ({ text }: IncomingMessage) => sayReply(`Hỏi: ${text}`);
const note = '(Gửi lại vì mất kết nối; có thể trùng tin trên.)\n\n';

const textsIn = (fake: FakeTelegram, chatId: number) =>
  fake
    .transcript(chatId)
    .filter(({ from }) => from === 'bot')
    .map(({ text }) => text);

/** The bot answers "một" while the fault strikes, then "hai"; gives all it wrote. */
async function converse(fault: Fault, { times = 1, real = false } = {}) {
  const harness = await openTelegram(echo, real ? { sleep } : {});
  await harness.platform.start();
  harness.fake.faults.add('sendMessage', fault, { times });
  harness.fake.say(CHAT, 'một');
  harness.fake.say(CHAT, 'hai');
  await harness.fake.until(() => textsIn(harness.fake, CHAT).at(-1) === 'Hỏi: hai');
  return { ...harness, texts: textsIn(harness.fake, CHAT) };
}

describe('a reply when Telegram', () => {
  it.each<[string, Fault, number, string[]]>([
    ['is closing down (500)', faults.internal, 3, ['Hỏi: một', 'Hỏi: hai']],
    ['cannot parse the entities', faults.badEntities, 1, ['Hỏi: một', 'Hỏi: hai']],
    ['answers through a broken gateway (502)', faults.badGateway, 1, [`${note}Hỏi: một`, 'Hỏi: hai']],
    ['answers with a web page', faults.garbage, 1, [`${note}Hỏi: một`, 'Hỏi: hai']],
    ['breaks the connection before it has read', faults.dropBefore, 1, [`${note}Hỏi: một`, 'Hỏi: hai']],
    ['breaks the connection after it has sent', faults.dropAfter, 1, ['Hỏi: một', `${note}Hỏi: một`, 'Hỏi: hai']],
    ['says the bot was blocked', faults.blocked, 1, ['Hỏi: hai']],
    ['does not know the chat', refuse(400, 'Bad Request: chat not found'), 1, ['Hỏi: hai']],
    ['refuses for a reason nobody knows', refuse(400, 'Bad Request: SOMETHING_NEW'), 1, ['Hỏi: hai']],
    ['stays broken, it is given up', faults.internal, 11, ['Hỏi: hai']],
    [
      'keeps losing answers, it is repeated once only',
      faults.dropAfter,
      2,
      ['Hỏi: một', `${note}Hỏi: một`, 'Hỏi: hai'],
    ],
    ['is slow', { kind: 'slow', milliseconds: 30 }, 1, ['Hỏi: một', 'Hỏi: hai']],
  ])('%s', async (_, fault, times, expected) => {
    const { texts, log } = await converse(fault, { times });
    expect(texts).toEqual(expected);
    expect(JSON.stringify(log)).not.toContain('fake-token');
  });

  it('names a time to wait: it comes after that time, once, and in its order', async () => {
    const { texts, fake } = await converse(faults.tooManyRequests(1), { real: true });
    expect(texts).toEqual(['Hỏi: một', 'Hỏi: hai']);
    expect(fake.state.gate.earlyCalls).toBe(0);
  });

  it('names a time no reply should wait for: it is given up, and nothing is sent there before the time', async () => {
    const { fake, platform, log } = await openTelegram(echo, { sleep });
    await platform.start();
    fake.say(OTHER_CHAT, 'trước');
    await fake.replies(OTHER_CHAT);
    fake.faults.add('sendMessage', faults.tooManyRequests(3600), { chatId: CHAT });
    fake.say(CHAT, 'một');
    fake.say(CHAT, 'hai');
    fake.say(OTHER_CHAT, 'sau');
    const givenUp = () => log.filter(({ message }) => message.includes('chưa gửi được')).length;
    await fake.until(() => textsIn(fake, OTHER_CHAT).length === 2);
    await vi.waitFor(() => expect(givenUp()).toBe(2), { timeout: 10_000 });
    await platform.stop();
    expect(textsIn(fake, CHAT)).toEqual([]);
    expect(fake.state.gate.earlyCalls).toBe(0);
  });

  it('holds one chat: the others are answered meanwhile', async () => {
    const { fake, platform } = await openTelegram(echo, { sleep });
    await platform.start();
    fake.faults.add('sendMessage', faults.tooManyRequests(1), { chatId: CHAT });
    fake.say(CHAT, 'một');
    await fake.until(() => fake.calls.some(({ payload }) => payload.chat_id === CHAT && payload.text !== undefined));
    fake.say(OTHER_CHAT, 'hai');
    await fake.replies(OTHER_CHAT);
    expect(textsIn(fake, CHAT)).toEqual([]);
    await fake.replies(CHAT);
    expect(fake.state.gate.earlyCalls).toBe(0);
  });

  it('parses no HTML at all: the same words arrive plain', async () => {
    const { fake, platform } = await openTelegram(async () => fullReply);
    await platform.start();
    fake.say(CHAT, 'đẹp');
    const [formatted] = await fake.replies(CHAT);
    fake.faults.add('sendMessage', faults.badEntities);
    fake.say(CHAT, 'thường');
    const [, bare] = await fake.replies(CHAT, 2);
    expect(bare?.text).toBe(formatted?.text);
    expect(bare?.entities).toEqual([]);
    expect(bare?.keyboard).toEqual(formatted?.keyboard);
  });

  it.each([
    ['buttons', 'Bad Request: BUTTON_DATA_INVALID', { keyboard: [] }],
    ['the thread', 'Bad Request: message thread not found', {}],
    ['the message replied to', 'Bad Request: message to be replied not found', {}],
  ])('refuses %s: the words arrive without', async (_, description, expected) => {
    const { fake, platform } = await openTelegram(async () => fullReply);
    await platform.start();
    fake.faults.add('sendMessage', refuse(400, description));
    fake.say(GROUP, '@chidao_test_bot ơi', { is_topic_message: true, message_thread_id: 4 });
    const [entry] = await fake.replies(GROUP);
    expect(entry).toMatchObject(expected);
    expect(entry?.text).toContain('từ 7,5 % trở lên');
  });

  it('finds a text too long that we hold for short enough: it arrives in smaller parts', async () => {
    const text = 'một hai ba bốn năm '.repeat(150).trim();
    const { fake, platform } = await openTelegram(async () => sayReply(text));
    await platform.start();
    fake.faults.add('sendMessage', refuse(400, 'Bad Request: message is too long'));
    fake.say(CHAT, 'dài');
    await fake.replies(CHAT, 2);
    expect(textsIn(fake, CHAT).join(' ')).toBe(text);
  });

  it('has moved the group: the reply follows', async () => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    fake.state.chats.set(-100_900, []);
    fake.state.migrated.set(GROUP, -100_900);
    fake.say(GROUP, '@chidao_test_bot còn đó không');
    const [entry] = await fake.replies(-100_900);
    expect(entry?.text).toBe('Hỏi: còn đó không');
  });
});

describe('a message sent unasked', () => {
  const refusedWith = (kind: string, retryAfterSeconds: number | null = null) =>
    expect.objectContaining({ status: 'failed', kind, retryAfterSeconds });
  it.each<[string, Fault, unknown, number]>([
    ['429', faults.tooManyRequests(17), refusedWith('rate', 17), 0],
    ['blocked', faults.blocked, refusedWith('recipient'), 0],
    ['500', faults.internal, refusedWith('transient'), 0],
    ['401', faults.unauthorized, refusedWith('config'), 0],
    ['unknown refusal', refuse(400, 'Bad Request: SOMETHING_NEW'), refusedWith('bug'), 0],
    ['502', faults.badGateway, { status: 'unknown', reason: '502 Bad Gateway' }, 0],
    ['connection lost before', faults.dropBefore, expect.objectContaining({ status: 'unknown' }), 0],
    ['connection lost after', faults.dropAfter, expect.objectContaining({ status: 'unknown' }), 1],
    ['bad entities', faults.badEntities, { status: 'sent', receipt: expect.stringMatching(/^4001:\d+$/) }, 1],
  ])('is tried once and tells what became of it: %s', async (_, fault, expected, delivered) => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    fake.state.chats.set(CHAT, []);
    fake.faults.add('sendMessage', fault, { times: 5 });
    if (fault === faults.badEntities) {
      fake.faults.clear();
      fake.faults.add('sendMessage', fault);
    }
    expect(await platform.send(String(CHAT), sayReply('Nhắc việc'))).toEqual(expected);
    expect(textsIn(fake, CHAT)).toHaveLength(delivered);
  });

  it('never reached Telegram when nobody listens there', async () => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    await fake.close();
    expect(await platform.send(String(CHAT), sayReply('Nhắc việc'))).toMatchObject({
      status: 'failed',
      kind: 'transient',
    });
  });

  it('tells the new id of a group that moved', async () => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    fake.state.chats.set(-100_900, []);
    fake.state.migrated.set(GROUP, -100_900);
    const outcome = await platform.send(String(GROUP), sayReply('Nhắc việc'));
    expect(outcome).toMatchObject({ status: 'sent', movedTo: '-100900', receipt: expect.stringMatching(/^-100900:/) });
  });

  it('counts as unknown when only its first part arrived', async () => {
    const { fake, platform } = await openTelegram(echo);
    await platform.start();
    fake.state.chats.set(CHAT, []);
    fake.faults.add('sendMessage', { kind: 'slow', milliseconds: 1 });
    fake.faults.add('sendMessage', faults.blocked);
    const outcome = await platform.send(String(CHAT), sayReply('chữ '.repeat(2000)));
    expect(outcome).toMatchObject({ status: 'unknown' });
    expect(textsIn(fake, CHAT)).toHaveLength(1);
  });

  it('does not go to a chat that is held, and goes to the others', async () => {
    const { fake, platform } = await openTelegram(echo, { sleep });
    await platform.start();
    for (const chat of [CHAT, OTHER_CHAT]) fake.state.chats.set(chat, []);
    fake.faults.add('sendMessage', faults.tooManyRequests(30), { chatId: CHAT });
    await platform.send(String(CHAT), sayReply('một'));
    expect(await platform.send(String(CHAT), sayReply('hai'))).toMatchObject({ status: 'failed', kind: 'rate' });
    expect(await platform.send(String(OTHER_CHAT), sayReply('ba'))).toMatchObject({ status: 'sent' });
    expect(fake.state.gate.earlyCalls).toBe(0);
  });

  it.each(['không phải số', '', '99999999999'])('is refused for a chat there is not: %j', async (chatId) => {
    const { platform } = await openTelegram(echo);
    await platform.start();
    expect(await platform.send(chatId, sayReply('Nhắc việc'))).toMatchObject({ status: 'failed', kind: 'recipient' });
  });
});

describe('receiving goes on', () => {
  it.each<[string, Fault]>([
    ['500', faults.internal],
    ['a web page', faults.garbage],
    ['a lost connection', faults.dropBefore],
    ['429', faults.tooManyRequests(1)],
    ['a withdrawn token', faults.unauthorized],
  ])('after %s, told once in the log and once when it is over', async (_, fault) => {
    const { fake, platform, log } = await openTelegram(echo);
    fake.faults.add('getUpdates', fault, { times: 4 });
    await platform.start();
    fake.say(CHAT, 'còn đó không');
    await fake.replies(CHAT);
    expect(log.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(log.filter(({ message }) => message.includes('bình thường'))).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain('fake-token');
  });

  it('beside a second poller: one log line, no message lost', async () => {
    const { fake, platform, log } = await openTelegram(echo);
    await platform.start();
    await fake.until(() => fake.calls.some(({ method }) => method === 'getUpdates'));
    const other = new AbortController();
    const poll = () =>
      fetch(`${fake.apiRoot}/bot${fake.token}/getUpdates`, {
        method: 'POST',
        body: JSON.stringify({ timeout: 20 }),
        signal: other.signal,
      }).catch(() => undefined);
    // Two more polls: each ends the one that waits with 409.
    void poll();
    await fake.until(() => fake.calls.filter(({ method }) => method === 'getUpdates').length >= 2);
    void poll();
    for (let count = 0; count < 10; count += 1) fake.say(CHAT, `câu ${count}`);
    await fake.replies(CHAT, 10);
    other.abort();
    const conflicts = log.filter(({ message }) => message.includes('một tiến trình khác'));
    expect(conflicts.length).toBeLessThanOrEqual(1);
    expect(textsIn(fake, CHAT)).toHaveLength(10);
  });

  it('logs a conflict as one clear line however long it lasts', async () => {
    const { fake, platform, log } = await openTelegram(echo);
    fake.faults.add('getUpdates', refuse(409, 'Conflict: terminated by other getUpdates request'), { times: 6 });
    await platform.start();
    fake.say(CHAT, 'chào');
    await fake.replies(CHAT);
    const warnings = log.filter(({ level }) => level === 'warn');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toMatch(/một tiến trình khác .*TELEGRAM_BOT_TOKEN/);
  });

  it('when the first contact fails: the start does not, and the bot comes up later', async () => {
    const { fake, platform, log } = await openTelegram(echo);
    fake.faults.add('getMe', faults.dropBefore, { times: 3 });
    fake.faults.add('deleteWebhook', faults.internal);
    await platform.start();
    fake.say(CHAT, 'chào');
    await fake.replies(CHAT);
    expect(log.some(({ message }) => message.includes('chưa kết nối được'))).toBe(true);
    expect(log.some(({ message }) => message.includes('đã kết nối'))).toBe(true);
  });

  it('can be stopped while Telegram was never reached', async () => {
    const log: LogLine[] = [];
    const options = { handleMessage: echo, inbox: openInbox(await testDatabase()), log: collectLog(log), sleep };
    const platform = createTelegramOn({ apiRoot: 'http://127.0.0.1:9', token: FAKE_TOKEN }, options);
    await platform.start();
    await platform.stop();
    await platform.finished;
    expect(JSON.stringify(log)).not.toContain('fake-token');
    expect(log).toContainEqual(expect.objectContaining({ level: 'warn' }));
  });

  it.each(['setMyCommands', 'deleteWebhook'])('on a server without %s', async (method) => {
    const { fake, platform } = await openTelegram(echo);
    fake.faults.add(method, refuse(404, 'Not Found'));
    await platform.start();
    fake.say(CHAT, 'chào');
    expect((await fake.replies(CHAT))[0]?.text).toBe('Hỏi: chào');
  });

  it('when the store fails for a while: the message is answered once, nothing is lost', async () => {
    const database = await testDatabase();
    let failures = 6;
    const query: Database['query'] = (...statement) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('disk full')) : database.query(...statement);
    };
    const flaky: Database = { ...database, query, urgent: { query } };
    const { fake, platform } = await openTelegram(echo, { inbox: openInbox(flaky) });
    await platform.start();
    fake.say(CHAT, 'một');
    fake.say(CHAT, 'hai');
    await fake.replies(CHAT, 2);
    await platform.stop();
    expect(textsIn(fake, CHAT)).toEqual(['Hỏi: một', 'Hỏi: hai']);
  });

  it('when the database goes away while an answer is in the making: it is made again later, once and in its order', async () => {
    let failures = 2;
    const { fake, platform } = await openTelegram(async (message) => {
      failures -= 1;
      if (failures >= 0) throw new DatabaseAwayError('away');
      return echo(message);
    });
    await platform.start();
    fake.say(CHAT, 'một');
    fake.say(CHAT, 'hai');
    await fake.replies(CHAT, 2);
    await platform.stop();
    expect(textsIn(fake, CHAT)).toEqual(['Hỏi: một', 'Hỏi: hai']);
  });

  it('with another answer in hand that hangs: the other chats do not wait for it, and a stop leaves it for the next start', async () => {
    const [fake, database] = await Promise.all([startFakeTelegram(), testDatabase()]);
    const hanging = createTelegramOn(fake, {
      handleMessage: async (message) => (message.text === 'treo' ? new Promise(() => undefined) : echo(message)),
      inbox: openInbox(database),
      stopPatienceMilliseconds: 20,
    });
    await hanging.start();
    fake.say(CHAT, 'treo');
    for (let count = 0; count < 150; count += 1) fake.say(OTHER_CHAT + (count % 3), `câu ${count}`);
    await fake.until(() => [0, 1, 2].every((chat) => textsIn(fake, OTHER_CHAT + chat).length >= 30));
    await hanging.stop();
    const next = createTelegramOn(fake, { handleMessage: echo, inbox: openInbox(database) });
    await next.start();
    await fake.replies(CHAT);
    for (const chat of [0, 1, 2]) expect(await fake.replies(OTHER_CHAT + chat, 50)).toHaveLength(50);
    await next.stop();
    expect(fake.state.queue.pendingCount).toBe(0);
    expect(textsIn(fake, CHAT)).toEqual(['Hỏi: treo']);
    await fake.close();
  });
});
