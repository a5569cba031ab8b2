import type { Message, MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { addressedText } from '../../../src/platforms/telegram/addressed-text.ts';
import { readUpdate } from '../../../src/platforms/telegram/read-update.ts';

const self = { id: 7_000_001, username: 'chidao_test_bot' };
const loadFile = async () => ({ status: 'failed' as const });
const reader = { self, now: () => new Date('2026-11-22T08:00:00Z'), loadFile };
const person = { id: 42, is_bot: false, first_name: 'Lan', last_name: 'Trần' };

function entitiesOf(text: string): MessageEntity[] {
  const found = [...text.matchAll(/(?<!\S)\/\w+(?:@\w+)?|(?<!\w)@\w+/g)];
  return found.map(({ index, 0: { length }, 0: match }) => ({
    type: match.startsWith('/') ? 'bot_command' : 'mention',
    offset: index,
    length,
  }));
}

function write(text: string, type: 'private' | 'group' | 'supergroup', more: object = {}): Message {
  const chat = { id: type === 'private' ? 42 : -100_7, type, title: 'Phòng', first_name: 'Lan' };
  return {
    message_id: 5,
    date: 1_795_334_400,
    from: person,
    chat,
    text,
    entities: entitiesOf(text),
    ...more,
  } as unknown as Message;
}

const toBot = {
  reply_to_message: { message_id: 1, date: 0, chat: { id: -1007, type: 'group' }, from: { id: self.id } },
};
const toPerson = { reply_to_message: { message_id: 1, date: 0, chat: { id: -1007, type: 'group' }, from: { id: 43 } } };

describe('in a group, the bot', () => {
  it.each<[string, object, string]>([
    ['@chidao_test_bot chỉ tiêu 2026?', {}, 'chỉ tiêu 2026?'],
    ['@ChiDao_Test_Bot, chỉ tiêu 2026?', {}, 'chỉ tiêu 2026?'],
    ['cho hỏi @chidao_test_bot thu ngân sách', {}, 'cho hỏi thu ngân sách'],
    ['GRDP 2026? @chidao_test_bot', {}, 'GRDP 2026?'],
    ['@chidao_test_bot', {}, ''],
    ['/help@chidao_test_bot', {}, '/help'],
    ['/nhac@chidao_test_bot nộp báo cáo', {}, '/nhac nộp báo cáo'],
    ['còn Kon Tum?', toBot, 'còn Kon Tum?'],
    ['@lan_tran còn @chidao_test_bot thì sao', {}, '@lan_tran còn thì sao'],
    [
      'Chỉ Đạo ơi',
      { entities: [{ type: 'text_mention', offset: 0, length: 7, user: { ...person, id: self.id } }] },
      'ơi',
    ],
    [
      '',
      { caption: '@chidao_test_bot đọc văn bản này', caption_entities: entitiesOf('@chidao_test_bot'), photo: [] },
      'đọc văn bản này',
    ],
  ])('hears %j', (text, more, heard) => {
    const message = write(text, 'supergroup', more);
    if (text === '') delete (message as { text?: string }).text;
    expect(addressedText(message, self)).toBe(heard);
  });

  it.each<[string, object]>([
    ['chỉ tiêu 2026?', {}],
    ['/help', {}],
    ['/help@other_bot', {}],
    ['/help@other_bot @chidao_test_bot', {}],
    ['@chidao_test_bot2 chỉ tiêu?', {}],
    ['viết cho abc@chidao_test_bot.vn nhé', { entities: [{ type: 'email', offset: 9, length: 22 }] }],
    ['@chidao_test_bot trong một đoạn mã', { entities: [{ type: 'code', offset: 0, length: 16 }] }],
    ['còn Kon Tum?', toPerson],
  ])('does not hear %j', (text, more) => {
    expect(addressedText(write(text, 'group', more), self)).toBeNull();
  });
});

describe('in a private chat, the bot', () => {
  it.each([
    ['chỉ tiêu 2026?', 'chỉ tiêu 2026?'],
    ['/help', '/help'],
    [' hai  dấu cách\n, và xuống dòng ', ' hai  dấu cách\n, và xuống dòng '],
    ['/help@chidao_test_bot thêm', '/help thêm'],
    ['@chidao_test_bot ơi', 'ơi'],
  ])('hears %j', (text, heard) => {
    expect(addressedText(write(text, 'private'), self)).toBe(heard);
  });

  it('does not hear a command for another bot', () => {
    expect(addressedText(write('/help@other_bot', 'private'), self)).toBeNull();
  });
});

describe('an update', () => {
  const readMessage = (message: object) => readUpdate({ update_id: 1, message: message as never }, reader);

  it('gives a message with ids as text, the name, the time it was sent and where to answer', () => {
    expect(readMessage(write('chỉ tiêu?', 'private'))).toEqual({
      callbackId: null,
      target: { chatId: 42, threadId: null, replyTo: null },
      message: {
        platform: 'telegram',
        chatId: '42',
        personId: '42',
        personName: 'Lan Trần',
        messageId: '42:5',
        text: 'chỉ tiêu?',
        choice: null,
        isGroup: false,
        receivedAt: new Date(1_795_334_400_000),
      },
    });
  });

  it('without words is a message with empty text, so that the bot can say what it reads', () => {
    const sticker = { ...write('', 'private'), text: undefined, sticker: { file_id: 'x' } };
    expect(readMessage(sticker)?.message).toMatchObject({ text: '' });
    const captioned = { ...write('', 'private'), text: undefined, caption: 'đọc giúp', document: { file_id: 'x' } };
    expect(readMessage(captioned)?.message).toMatchObject({ text: 'đọc giúp' });
  });

  it.each<[string, object]>([
    ['a notice', { text: undefined, new_chat_members: [person] }],
    ['another bot', { from: { ...person, is_bot: true } }],
    [
      'an anonymous administrator',
      { from: { id: 1087968824, is_bot: true, first_name: 'Group' }, sender_chat: { id: -1 } },
    ],
    ['nobody', { from: undefined }],
  ])('of %s is left alone', (_, more) => {
    expect(readMessage({ ...write('@chidao_test_bot', 'private'), ...more })).toBeNull();
  });

  it.each(['edited_message', 'channel_post', 'my_chat_member', 'poll', 'inline_query'])('%s is left alone', (kind) => {
    expect(readUpdate({ update_id: 1, [kind]: write('x', 'private') } as never, reader)).toBeNull();
  });

  it('of a tap on a message too old to see still says which choice it was', () => {
    const message = { chat: { id: 42, type: 'private' }, message_id: 5, date: 0 };
    const callback_query = { id: '9', from: person, chat_instance: '1', data: 'k3f9:1', message };
    expect(readUpdate({ update_id: 1, callback_query } as never, reader)).toMatchObject({
      callbackId: '9',
      message: { messageId: 'callback:9', choice: 'k3f9:1', text: '', chatId: '42', isGroup: false },
    });
  });
});
