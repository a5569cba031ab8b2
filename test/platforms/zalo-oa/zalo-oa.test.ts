import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../src/domain/message.ts';
import { paragraph, type Reply } from '../../../src/domain/reply.ts';
import { sayReply } from '../../support/replies.ts';
import { itKeepsTheContract } from '../contract.ts';
import { openZaloOa, PERSON } from './oa-harness.ts';

itKeepsTheContract('Zalo OA', async (handleMessage) => {
  const { fake, platform } = await openZaloOa(handleMessage);
  // One delivery after the other: Zalo keeps no order, and what overtakes by more than the hold is answered as it came.
  let line: Promise<unknown> = Promise.resolve();
  return {
    platform,
    chatId: PERSON,
    say: (text) => {
      line = line.then(() => fake.say(PERSON, text));
    },
    seen: async (count) =>
      (await fake.replies(PERSON, count)).map(({ text, buttons }) =>
        [text, ...buttons.map(({ title }) => title)].join('\n'),
      ),
    close: async () => undefined,
  };
});

const hear = () => {
  const heard: IncomingMessage[] = [];
  const handle = async (message: IncomingMessage): Promise<Reply> => {
    heard.push(message);
    return sayReply(`nghe: ${message.text}`);
  };
  return { heard, handle };
};

describe('the bot on a Zalo Official Account', () => {
  it('takes a pressed button as the choice it stands for, and a payload typed by hand as no more than that', async () => {
    const choices = [
      { label: 'Xem nguồn', message: 'nguồn' },
      { label: 'So sánh', message: 'so sánh' },
    ];
    const heard: IncomingMessage[] = [];
    const { fake, platform } = await openZaloOa(async (message) => {
      heard.push(message);
      return { blocks: [paragraph('7,5 %')], choices, choicesToken: 'k3f9' };
    });
    await platform.start();
    await fake.say(PERSON, 'hỏi');
    await fake.replies(PERSON, 1);
    await fake.tap(PERSON, 'So sánh');
    await fake.replies(PERSON, 2);
    await fake.say(PERSON, '#chidao:ffff:0');
    await fake.replies(PERSON, 3);
    await fake.say(PERSON, '#chidao:k3f9:1 rồi sao');
    await fake.replies(PERSON, 4);
    expect(heard.map(({ choice, text }) => [choice, text])).toEqual([
      [null, 'hỏi'],
      ['k3f9:1', ''],
      ['ffff:0', ''],
      [null, '#chidao:k3f9:1 rồi sao'],
    ]);
  });

  it('has at most five buttons and tells all choices in words when there are more', async () => {
    const choices = Array.from({ length: 7 }, (_, index) => ({ label: `mục ${index + 1}`, message: 'x' }));
    const { fake, platform } = await openZaloOa(async () => ({
      blocks: [paragraph('Chọn')],
      choices,
      choicesToken: 't',
    }));
    await platform.start();
    await fake.say(PERSON, 'hỏi');
    const [reply] = await fake.replies(PERSON);
    expect(reply?.buttons).toHaveLength(5);
    expect(reply?.text).toContain('7. mục 7');
  });

  it('ignores its own echoes and keeps out for a while when a human of the office writes', async () => {
    const { heard, handle } = hear();
    const { fake, platform } = await openZaloOa(handle);
    await platform.start();
    await fake.say(PERSON, 'một');
    await fake.replies(PERSON, 1);
    const office = { sender: { id: fake.account.oaId, admin_id: '4267' }, recipient: { id: PERSON } };
    await fake.deliver({ event_name: 'oa_send_text', ...office, message: { msg_id: 'office-1', text: 'Chào anh' } });
    await fake.say(PERSON, 'hai');
    await waitFor(() => platform.counts?.().muted === 1);
    const later = { timestamp: String(Date.now() + 31 * 60_000) };
    await fake.say(PERSON, 'ba', { event: later });
    await fake.replies(PERSON, 2);
    expect(heard.map(({ text }) => text)).toEqual(['một', 'ba']);
    expect(platform.counts?.().own).toBeGreaterThanOrEqual(1);
  });

  it('answers in a group only what is meant for it, quotes it, and calls nobody', async () => {
    const { heard, handle } = hear();
    const { fake, platform } = await openZaloOa(async (message) => {
      await handle(message);
      return sayReply('[@g1] [[@777] mọi người [@all]');
    });
    await platform.start();
    await fake.say(PERSON, 'chuyện riêng', { groupId: 'g1' });
    await fake.say(PERSON, `[@${fake.account.oaId}] chỉ tiêu GRDP?`, { groupId: 'g1' });
    const [reply] = await fake.replies('group:g1');
    expect(heard.map(({ text, chatId, isGroup }) => [text, chatId, isGroup])).toEqual([
      ['chỉ tiêu GRDP?', 'group:g1', true],
    ]);
    expect(reply?.text).not.toContain('[@');
    expect(reply?.quoteId).toMatch(/^m-/);
    await fake.say(PERSON, 'còn năm 2027?', { groupId: 'g1', message: { quote_msg_id: reply?.messageId } });
    await fake.replies('group:g1', 2);
    expect(heard).toHaveLength(2);
  });

  it('hands over a file by a harmless name, and fetches nothing from a foreign host', async () => {
    const { heard, handle } = hear();
    const { fake, platform } = await openZaloOa(handle);
    await platform.start();
    const files = ['../../etc/passwd', 'C:\\x\\báo cáo.pdf', '', '..', `${'a'.repeat(300)}.docx`];
    const attachments = files.map((name) => ({
      type: 'file',
      payload: { url: 'http://169.254.169.254/latest', name, type: 'pdf', size: '182044' },
    }));
    await fake.say(PERSON, '', { event: { event_name: 'user_send_file' }, message: { text: undefined, attachments } });
    await fake.replies(PERSON);
    expect(heard[0]?.attachments?.map(({ name }) => (name.length > 60 ? name.length : name))).toEqual([
      'passwd',
      'báo cáo.pdf',
      'tep',
      'tep',
      120,
    ]);
    expect(heard[0]?.attachments?.[0]?.size).toBe(182_044);
    expect(await heard[0]?.attachments?.[0]?.load(10)).toEqual({ status: 'failed' });
  });

  it('sends pictures and files as such, and what Zalo does not take in words', async () => {
    const file = (name: string, size: number) => ({
      kind: 'file' as const,
      name,
      mediaType: 'x/y',
      bytes: new Uint8Array(size),
      alt: `Tệp ${name}`,
    });
    const { fake, platform } = await openZaloOa(async () => ({
      blocks: [
        file('a.pdf', 10),
        file('b.xlsx', 10),
        file('c.pdf', 5 * 1024 * 1024 + 1),
        { kind: 'image', png: new Uint8Array(1024 * 1024 + 1), alt: 'Ảnh lớn' },
      ],
      choices: [],
    }));
    await platform.start();
    await fake.say(PERSON, 'xuất');
    const replies = await fake.replies(PERSON, 3);
    expect(replies.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'Tệp a.pdf'],
      ['file', ''],
      ['text', 'Tệp b.xlsx\n\nTệp c.pdf\n\nẢnh lớn'],
    ]);
  });

  it('takes decomposed letters as composed ones, and answers in composed ones', async () => {
    const { heard, handle } = hear();
    const { fake, platform } = await openZaloOa(handle);
    await platform.start();
    await fake.say(PERSON, 'Hạn báo cáo quý I?'.normalize('NFD'));
    const [reply] = await fake.replies(PERSON);
    expect(heard[0]?.text).toBe('Hạn báo cáo quý I?'.normalize('NFC'));
    expect(reply?.text).toBe(reply?.text.normalize('NFC'));
  });

  it('says so by a value when the database is away, and has sent nothing', async () => {
    const { fake, platform, database } = await openZaloOa(async () => null);
    await platform.start();
    await database.query('alter table zalo_chats rename to zalo_chats_away');
    expect(await platform.send(PERSON, sayReply('Nhắc'))).toMatchObject({ status: 'failed', kind: 'transient' });
    await database.query('alter table zalo_chats_away rename to zalo_chats');
    await database.query('alter table zalo_sends rename to zalo_sends_away');
    expect(await platform.send(PERSON, sayReply('Nhắc'))).toMatchObject({ status: 'failed', kind: 'transient' });
    await database.query('alter table zalo_sends_away rename to zalo_sends');
    expect(fake.transcript(PERSON)).toEqual([]);
  });

  it('answers 500 when an event could not be kept, so that Zalo sends it again, and takes it then', async () => {
    const { fake, platform, database } = await openZaloOa(async () => sayReply('ừ'));
    await platform.start();
    await database.query('alter table inbox rename to inbox_away');
    const event = { timestamp: String(Date.now()), sender: { id: PERSON }, recipient: { id: fake.account.oaId } };
    const said = { ...event, event_name: 'user_send_text', message: { msg_id: 'm-x', text: 'hỏi' } };
    fake.state.lastInteraction.set(PERSON, new Date());
    expect(await fake.deliver(said)).toBe(500);
    await database.query('alter table inbox_away rename to inbox');
    expect(await fake.deliver(said)).toBe(200);
    expect(await fake.replies(PERSON)).toHaveLength(1);
  });

  it('writes no secret and no word of anybody into the log, whatever goes wrong', async () => {
    const { fake, platform, log } = await openZaloOa(async () => sayReply('câu trả lời riêng'));
    await platform.start();
    const path = '/v3.0/oa/message/cs';
    for (const fault of [
      { error: -201, message: 'x' },
      { http: 502 },
      'drop_after',
      { error: -32, message: 'y' },
    ] as const) {
      fake.faults.push({ path, fault });
      await platform.send(PERSON, sayReply('lời nhắc riêng'));
    }
    fake.faults.push({ path, fault: { error: -213, message: 'not a follower' } });
    await fake.say(PERSON, 'câu hỏi riêng');
    await waitFor(() => log.length > 0);
    fake.oauth.expire();
    fake.oauth.faults.push('lose_answer');
    await platform.send(PERSON, sayReply('lời nhắc riêng'));
    await platform.stop();
    const all = JSON.stringify([log, platform.counts?.()]);
    expect(all).toMatch(/token_ambiguous/);
    expect(all).not.toMatch(/riêng|fake-app-secret|fake-oa-secret|at-\d|rt-\d/);
  });

  it('uploads once more when what was uploaded is gone', async () => {
    const { fake, platform } = await openZaloOa(async () => ({
      blocks: [{ kind: 'image', png: new Uint8Array([1]), alt: 'Ảnh' }],
      choices: [],
    }));
    await platform.start();
    fake.faults.push({ path: '/v3.0/oa/message/cs', fault: { error: -100, message: 'attachment_id was expired' } });
    await fake.say(PERSON, 'ảnh');
    const [reply] = await fake.replies(PERSON);
    expect(reply?.kind).toBe('image');
    expect(fake.calls.filter(({ path }) => path.endsWith('/upload/image'))).toHaveLength(2);
  });

  it('erases a person who withdraws, keeps a phone that was given, and notes what was read', async () => {
    const { fake, platform, database, erased } = await openZaloOa(async () => sayReply('ừ'));
    await platform.start();
    await fake.say(PERSON, 'một');
    const [reply] = await fake.replies(PERSON);
    const parties = { sender: { id: PERSON }, recipient: { id: fake.account.oaId } };
    await fake.deliver({ event_name: 'user_submit_info', ...parties, info: { name: 'A', phone: '0912345678' } });
    await fake.deliver({
      event_name: 'user_seen_message',
      sender: { id: fake.account.oaId },
      recipient: { id: PERSON },
      message: { msg_ids: [reply?.messageId] },
    });
    await fake.deliver({ event_name: 'user_withdraw', ...parties });
    await waitFor(() => erased.length > 0);
    expect(erased).toEqual([PERSON]);
    expect(await database.query('select phone from zalo_chats')).toEqual([{ phone: '84912345678' }]);
    expect(await database.query('select 1 from zalo_sends where seen_at is not null')).toHaveLength(1);
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
