import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderText } from '../../src/answer/render-text.ts';
import { type Conversation, createHandleMessage } from '../../src/conversation/handle-message.ts';
import type { HandleMessage, IncomingMessage } from '../../src/domain/message.ts';
import type { Speaker } from '../../src/domain/person.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { loadChat } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { corpus } from '../answer/corpus.ts';
import { memoryEngine } from '../answer/memory-engine.ts';
import { emptyTables, testDatabase } from '../support/database.ts';

const morning = new Date('2026-11-22T08:00:00+07:00');
let database: Database;
let logged: { fields: object; message: string }[];
let handle: HandleMessage;

const engine = memoryEngine(corpus);
const note = (fields: object, message: string): void => void logged.push({ fields, message });

const reader: Speaker = { role: 'reader', unit: null, locality: null };

function conversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    engine,
    database,
    log: { info: note, warn: note, error: note },
    dayOf: (instant) => instant.toISOString().slice(0, 10),
    welcome: async () => null,
    speakerOf: async () => reader,
    features: [],
    ...changes,
  };
}

let count = 0;
function incoming(text: string, changes: Partial<IncomingMessage> = {}): IncomingMessage {
  count += 1;
  return {
    platform: 'telegram',
    chatId: 'chat-1',
    personId: '42',
    personName: 'An',
    messageId: String(count),
    text,
    choice: null,
    isGroup: false,
    receivedAt: morning,
    ...changes,
  };
}

async function ask(text: string, changes: Partial<IncomingMessage> = {}): Promise<Reply> {
  const reply = await handle(incoming(text, changes));
  if (reply === null) throw new Error('no reply');
  return reply;
}

const said = async (text: string, changes: Partial<IncomingMessage> = {}): Promise<string> =>
  renderText(await ask(text, changes));

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  await emptyTables(database);
  logged = [];
  handle = createHandleMessage(conversation());
});

describe('createHandleMessage', () => {
  it('answers a question and understands what follows it in the same chat', async () => {
    expect(await said('Tỷ lệ che phủ rừng Lào Cai 2024?')).toContain('58,9%');
    expect(await said('còn Mường Khương?')).toContain('46,2%');
    expect(await said('thế Nghệ An?')).toContain('58%');
    expect(await said('còn bác sĩ trên vạn dân?')).toContain('11,5');
  });

  it('keeps chats apart', async () => {
    await ask('Tỷ lệ che phủ rừng Lào Cai 2024?');
    expect(await said('còn Mường Khương?', { chatId: 'chat-2' })).toContain('8 chỉ tiêu');
  });

  it('forgets what was asked half a day ago', async () => {
    await ask('Tỷ lệ che phủ rừng Lào Cai 2024?');
    const later = new Date(morning.getTime() + 13 * 3_600_000);
    expect(await said('còn Mường Khương?', { receivedAt: later })).toContain('8 chỉ tiêu');
  });

  it('shows the sources of the last answer', async () => {
    await ask('GRDP bình quân đầu người Lào Cai 2024');
    const sources = await said('nguồn?');
    expect(sources).toContain('GRDP bình quân đầu người đạt 96 triệu đồng');
    expect(sources).toContain('21/KH-UBND');
  });

  it('takes a typed number and a tapped button for the choice they stand for', async () => {
    const first = await ask('Tỷ lệ che phủ rừng Lào Cai 2024?');
    const place = first.choices.findIndex(({ message }) => message.startsWith('Liệt kê'));
    expect(place).toBeGreaterThan(-1);
    const tapped = renderText(await ask('', { choice: `${first.choicesToken}:${place}` }));
    expect(tapped).toContain('12.450 tỷ đồng');
    await ask('Tỷ lệ che phủ rừng Lào Cai 2024?');
    expect(await said(String(place + 1))).toContain('12.450 tỷ đồng');
  });

  it('says that a button of long ago is stale', async () => {
    expect(await said('', { choice: 'deadbeef:0' })).toContain('đã cũ');
  });

  it.each([
    ['/start', 'trợ lý tự động'],
    ['/trogiup', 'Cách hỏi'],
    ['/help', 'Cách hỏi'],
    ['/khongco', 'Cách hỏi'],
    ['/chitieu Mường Khương', '98.500'],
    ['/chitieu@chidao_bot huyện Mường Khương', '98.500'],
    ['/vanban', '47/NQ-HĐND'],
    ['/han Lào Cai', '10/12/2024'],
    ['/nguon', 'Hãy hỏi số liệu trước'],
  ])('obeys %s', async (command, expected) => {
    expect(await said(command)).toContain(expected);
  });

  it('says on request how a follow-up was understood, and goes on from there', async () => {
    await ask('tỷ lệ che phủ rừng Lào Cai 2024');
    await ask('còn Nghệ An?');
    for (const question of ['/hieu', 'bot hiểu câu vừa rồi thế nào?', 'hieu y toi the nao', 'cách hiểu']) {
      const text = await said(question);
      expect(text).toMatch(/được hiểu là: .*che phủ rừng.*Nghệ An/);
      expect(text).toContain('Địa phương: tỉnh Nghệ An');
    }
    expect(await said('thế Lào Cai?')).toContain('58,9%');
  });

  it('takes a word of ours for a question like any other', async () => {
    await ask('tỷ lệ che phủ rừng Lào Cai 2024');
    expect(await said('forget')).not.toContain('Đã quên');
  });

  it('forgets a chat when asked to', async () => {
    await ask('Tỷ lệ che phủ rừng Lào Cai 2024?');
    expect(await said('/quen')).toContain('Đã quên');
    expect(await loadChat(database, { platform: 'telegram', chatId: 'chat-1' })).toBeNull();
  });

  it.each(['', '   ', '😀😀😀', '?!…', '\u0000\u0001\u0002', '\u200b\u200e'])(
    'asks for words when sent %j',
    async (text) => {
      expect(await said(text)).toContain('gõ câu hỏi bằng chữ');
    },
  );

  it.each([
    ["'; drop table figures; --"],
    ['<script>alert(1)</script> <b>rừng</b>'],
    ['*bold* _it_ [a](http://x) `code`'],
    ['\u202eesrever\u202c'],
    ['a'.repeat(4000)],
    ['ai đó và '.repeat(300)],
  ])('answers %j politely without any figure', async (text) => {
    const reply = await ask(text);
    expect(reply.blocks.length).toBeGreaterThan(0);
    expect(reply.blocks.every((block) => block.kind !== 'citation')).toBe(true);
    expect(logged).toEqual([]);
  });

  it('reads only the beginning of a very long message and says so', async () => {
    const text = await said(`Tỷ lệ che phủ rừng Lào Cai 2024? ${'x '.repeat(10_000)}`);
    expect(text).toContain('4.000 ký tự');
  });

  it('refuses what bears a mark of secrecy, and remembers nothing of it', async () => {
    expect(await said('TUYỆT MẬT: kế hoạch diễn tập')).toContain('không tiếp nhận');
    expect(await loadChat(database, { platform: 'telegram', chatId: 'chat-1' })).toBeNull();
    expect(logged).toEqual([]);
  });

  it('tells a stranger how to be let in and answers nothing else', async () => {
    handle = createHandleMessage(
      conversation({
        speakerOf: async ({ personId }) => (personId === '7' ? reader : null),
        welcome: async ({ personId }) => ({
          blocks: [{ kind: 'paragraph', spans: [`Chưa mời ${personId}`] }],
          choices: [],
        }),
      }),
    );
    const text = await said('Tỷ lệ che phủ rừng Lào Cai 2024?');
    expect(text).toBe('Chưa mời 42');
    expect(text).not.toContain('58,9');
    expect(await said('Tỷ lệ che phủ rừng Lào Cai 2024?', { personId: '7' })).toContain('58,9%');
  });

  it('turns an error into a sentence with a reference under which it is logged, without the message', async () => {
    const broken = { tools: () => Promise.reject(new Error('disk gone')) };
    handle = createHandleMessage(conversation({ engine: broken }));
    const text = await said('Tỷ lệ che phủ rừng Lào Cai 2024?');
    const reference = /mã ([0-9a-f]{8})/.exec(text)?.[1];
    expect(text).not.toContain('disk');
    expect(logged).toHaveLength(1);
    expect(logged[0]?.fields).toMatchObject({ reference });
    expect(JSON.stringify(logged)).not.toMatch(/che phủ|chat-1/);
  });

  it('still answers when the chat cannot be remembered', async () => {
    const forgetful: Database = {
      ...database,
      query: (sql, parameters) =>
        /insert into chats/.test(sql) ? Promise.reject(new Error('full')) : database.query(sql, parameters),
    };
    handle = createHandleMessage(conversation({ database: forgetful }));
    const reply = await ask('Tỷ lệ che phủ rừng Lào Cai 2024?');
    expect(renderText(reply)).toContain('58,9%');
    expect(reply.choices).toEqual([]);
    expect(logged).toHaveLength(1);
  });
});
