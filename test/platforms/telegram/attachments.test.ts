import { describe, expect, it } from 'vitest';
import type { Attachment, IncomingMessage } from '../../../src/domain/message.ts';
import { sayReply } from '../../support/replies.ts';
import { CHAT, GROUP, openTelegram } from './telegram-harness.ts';

type Loaded = Awaited<ReturnType<Attachment['load']>>;

/** The bot that loads what it is sent, with a limit, and says what became of it. */
async function openLoader(limit = 1 << 20) {
  const heard: { message: IncomingMessage; loaded: Loaded[] }[] = [];
  const { fake, platform, log } = await openTelegram(async (message) => {
    const loaded = await Promise.all((message.attachments ?? []).map((file) => file.load(limit)));
    heard.push({ message, loaded });
    return sayReply('đã nhận');
  });
  await platform.start();
  return { fake, heard, log };
}

const document = (id: string, more: object = {}) =>
  ({ document: { file_id: id, file_unique_id: id, ...more } }) as never;
const wordless = { text: undefined, entities: undefined } as never;

describe('files on Telegram', () => {
  it('come along with the message, bytes and all, once they are asked for', async () => {
    const { fake, heard, log } = await openLoader();
    fake.state.files.set('d1', Buffer.from('Kế hoạch'));
    fake.say(CHAT, '', {
      ...(wordless as object),
      caption: 'nạp giúp',
      ...(document('d1', { file_name: 'kế hoạch.txt', file_size: 10 }) as object),
    });
    await fake.replies(CHAT);
    const [{ message, loaded } = { message: null, loaded: [] }] = heard;
    expect(message?.text).toBe('nạp giúp');
    expect(message?.attachments).toEqual([expect.objectContaining({ name: 'kế hoạch.txt', size: 10 })]);
    expect(loaded).toEqual([{ status: 'loaded', bytes: Buffer.from('Kế hoạch') }]);
    expect(log.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(JSON.stringify(log)).not.toMatch(/MẬT|kế hoạch|d1/);
  });

  it('are the largest of a picture', async () => {
    const { fake, heard } = await openLoader();
    fake.state.files.set('big', Buffer.from('lớn'));
    const photo = [
      { file_id: 'small', file_unique_id: 's', width: 1, height: 1 },
      { file_id: 'big', file_unique_id: 'b', width: 9, height: 9 },
    ];
    fake.say(CHAT, '', { ...(wordless as object), photo });
    await fake.replies(CHAT);
    expect(heard[0]?.loaded).toEqual([{ status: 'loaded', bytes: Buffer.from('lớn') }]);
  });

  it.each<[string, Buffer | null, Loaded['status']]>([
    ['unknown to Telegram', null, 'failed'],
    ['larger than Telegram gives', Buffer.alloc((20 << 20) + 1), 'too_large'],
    ['larger than wanted', Buffer.alloc((1 << 20) + 1), 'too_large'],
  ])('%s are not loaded and nothing is said of them in the log', async (_, bytes, status) => {
    const { fake, heard, log } = await openLoader();
    if (bytes !== null) fake.state.files.set('d1', bytes);
    fake.say(CHAT, '', { ...(wordless as object), ...(document('d1', { file_name: 'TỐI MẬT.pdf' }) as object) });
    await fake.replies(CHAT);
    expect(heard[0]?.loaded).toEqual([{ status }]);
    expect(log.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(JSON.stringify(log)).not.toMatch(/MẬT|kế hoạch|d1/);
  });

  it('need no name', async () => {
    const { fake, heard } = await openLoader();
    fake.say(CHAT, '', { ...(wordless as object), ...(document('d1') as object) });
    await fake.replies(CHAT);
    expect(heard[0]?.message.attachments).toEqual([expect.objectContaining({ name: '', size: null })]);
  });

  it('in a group are heard only when the bot is named', async () => {
    const { fake, heard } = await openLoader();
    fake.state.files.set('d1', Buffer.from('x'));
    fake.say(GROUP, '', { ...(wordless as object), ...(document('d1') as object) });
    const caption = '@chidao_test_bot';
    const caption_entities = [{ type: 'mention' as const, offset: 0, length: caption.length }];
    fake.say(GROUP, '', { ...(wordless as object), caption, caption_entities, ...(document('d1') as object) });
    await fake.replies(GROUP);
    expect(heard.map(({ loaded }) => loaded.length)).toEqual([1]);
  });

  it('are none where there is only a sticker or a moving picture', async () => {
    const { fake, heard } = await openLoader();
    fake.say(CHAT, '', { ...(wordless as object), animation: { file_id: 'a' }, ...(document('a') as object) } as never);
    await fake.replies(CHAT);
    expect(heard[0]?.message.attachments).toBeUndefined();
  });
});
