import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/conversation/reminders/read-answer.ts';
import { saveChat } from '../../../src/store/chats.ts';
import type { Database } from '../../../src/store/database.ts';
import { listReminders } from '../../../src/store/reminders.ts';
import { emptyTables, testDatabase } from '../../support/database.ts';
import { addDirective, chatWorld } from './chat-world.ts';

let database: Database;
let world: ReturnType<typeof chatWorld>;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  await emptyTables(database);
  world = chatWorld(database);
  await addDirective(database, world.clock.now());
  await world.send('/theodoi 15/KH-UBND');
});

const said = async () =>
  (
    await database.query<{ kind: string; by: string }>(
      `select kind, person_name as by from acknowledgements where withdrawn_at is null order by id`,
    )
  ).map(({ kind, by }) => `${kind} ${by}`);
const planned = async () => (await listReminders(database, { statuses: ['planned'] })).map(({ step }) => step);
const firstSent = async () => (await listReminders(database, { statuses: ['sent'] }))[0]?.id ?? 0;

describe('readAnswer', () => {
  it.each<[string, string]>([
    ['đã nhận', 'received'],
    ['Đã nhận ạ.', 'received'],
    ['da nhan', 'received'],
    ['dạ em đã nhận', 'received'],
    ['vâng, tôi đã rõ', 'received'],
    ['xác nhận', 'received'],
    ['nhận rồi', 'received'],
    ['đã nhận #12', 'received 12'],
    ['đã nộp', 'submitted'],
    ['da nop roi', 'submitted'],
    ['nộp rồi', 'submitted'],
    ['Vừa gửi xong', 'submitted'],
    ['xong', 'submitted'],
    ['em đã báo cáo rồi ạ', 'submitted'],
    ['đã nộp # 7', 'submitted 7'],
    ['#7 đã nộp', 'submitted 7'],
    ['đã nộp báo cáo quý IV', 'submitted (báo cáo quý IV)'],
    ['chưa nộp', 'withdraw'],
    ['chưa nộp #5', 'withdraw 5'],
    ['nhắc lại sau', 'snooze (sau)'],
    ['nhắc lại sau 2 tiếng #9', 'snooze 9 (sau 2 tiếng)'],
    ['nhac lai chieu mai', 'snooze (chieu mai)'],
    ['2 tiếng nữa nhắc lại nhé', 'snooze (2 tiếng nữa)'],
    ['để mai nhắc lại', 'snooze (mai)'],
    ['hoãn đến sáng mai', 'snooze (đến sáng mai)'],
  ])('reads %j as %s', (text, expected) => {
    const answer = readAnswer(text);
    const id = answer?.id == null ? '' : ` ${answer.id}`;
    expect(`${answer?.kind}${id}${answer?.words ? ` (${answer.words})` : ''}`).toBe(expected);
  });

  it.each([
    'đã nộp báo cáo chưa?',
    'đã nộp báo cáo chưa',
    'ai đã nộp',
    'ai đã nhận nhiệm vụ này',
    'đã báo cáo những gì',
    'đơn vị nào đã nộp báo cáo',
    'kế hoạch đã nhận được phê duyệt chưa',
    'tỷ lệ hồ sơ nhận và trả đúng hạn',
    'nộp báo cáo khi nào',
    'đã nhận?',
    'không',
    '',
    'x'.repeat(4000),
    'đã nộp '.repeat(500),
  ])('reads no answer in %j', (text) => {
    expect(readAnswer(text)).toBeNull();
  });
});

describe('answering a reminder', () => {
  beforeEach(async () => {
    await world.runUntil('2026-11-20T09:00:00+07:00');
    expect(world.platform.arrived).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['by tap', async () => world.send('', { choice: `nhac${await firstSent()}:1` })],
    ['by number, right after it', () => world.send('2')],
    ['in words', () => world.send('da nop roi')],
    ['in words with its id', async () => world.send(`đã nộp #${await firstSent()}`)],
    ['naming it', () => world.send('đã nộp báo cáo kết quả chuyển đổi số')],
  ])('“đã nộp” %s ends the reminders of that day', async (_, answer) => {
    await answer();
    expect(await said()).toEqual(['submitted An']);
    expect(await planned()).toEqual([]);
  });

  it('a number means the reminder only while nothing was said after it', async () => {
    await world.send('/caidatnhac');
    await world.send('1');
    expect(await said()).toEqual([]);
    await saveChat(
      database,
      { platform: 'telegram', chatId: '1' },
      { context: null, choices: null, updatedAt: new Date(0) },
    );
    await world.send('1');
    expect(await said()).toEqual(['received An']);
  });

  it('“đã nộp” can be taken back', async () => {
    const reply = await world.send('đã nộp');
    expect(JSON.stringify(await world.tap(reply, 'Chưa nộp'))).toContain('tôi nhắc tiếp');
    expect(await said()).toEqual([]);
    expect((await planned()).length).toBeGreaterThan(0);
    expect(await world.say('chưa nộp')).toContain('chưa được báo đã nộp');
  });

  it('says who had answered before', async () => {
    await world.send('đã nhận', { personId: '7', personName: 'Bình' });
    expect(await world.say('đã nhận', { personId: '8', personName: 'Chi' })).toContain('Bình đã báo trước');
    expect(await said()).toEqual(['received Bình']);
  });

  it.each<[string, string]>([
    ['nhắc lại sau 2 tiếng', '11:00 thứ Sáu, ngày 20/11/2026'],
    ['nhac lai chieu mai', '14:00 thứ Bảy, ngày 21/11/2026'],
    ['nhắc lại sáng mai', '08:00 thứ Bảy, ngày 21/11/2026'],
    ['nhắc lại thứ Hai', '08:00 thứ Hai, ngày 23/11/2026'],
    ['mai nhắc lại', '08:00 thứ Bảy, ngày 21/11/2026'],
    ['3 ngày nữa nhắc lại', '08:00 thứ Hai, ngày 23/11/2026'],
  ])('%s: one more at that time, nothing else changed', async (text, expected) => {
    const before = await planned();
    expect(await world.say(text)).toContain(expected);
    expect(await world.say(text)).toContain(expected);
    const after = await planned();
    expect(after.filter((step) => !step.startsWith('snooze-'))).toEqual(before);
    expect(after.filter((step) => step.startsWith('snooze-'))).toHaveLength(1);
  });

  it('asks when, and takes a tap for it', async () => {
    const reply = await world.send('', { choice: `nhac${await firstSent()}:2` });
    expect(reply.choices.map(({ label }) => label)).toEqual(['1 tiếng nữa', 'Chiều nay', 'Sáng mai', '3 ngày nữa']);
    await world.tap(reply, '1 tiếng nữa');
    await world.runUntil('2026-11-20T10:00:00+07:00');
    expect(world.platform.arrived).toHaveLength(2);
  });

  it.each([
    'nhắc lại sau 400 ngày',
    'nhắc lại ngày 1/1/2020',
    'nhắc lại ngày 30/2',
    'nhắc lại hằng tuần',
    'nhắc lại thứ tám',
  ])('%s: a clear sentence, nothing changed', async (text) => {
    const before = await planned();
    const reply = await world.say(`${text} #${await firstSent()}`);
    expect(reply).toMatch(/[.?]/);
    expect(reply).not.toContain('Tôi nhắc lại lúc');
    expect(await planned()).toEqual(before);
  });

  it.each(['đã nhận', 'đã nộp', 'chưa nộp', 'nhắc lại sau', 'nhắc lại sau 2 tiếng'])(
    'somebody else’s reminder, “%s”: as if it did not exist',
    async (words) => {
      const id = await firstSent();
      const theirs = await world.say(`${words} #${id}`, { chatId: '2' });
      expect(theirs).toContain(`không có tin nhắc #${id}`);
      expect(theirs).toBe((await world.say(`${words} #99999`, { chatId: '2' })).replace('99999', String(id)));
      expect(await said()).toEqual([]);
    },
  );

  it('a tap on somebody else’s reminder changes nothing', async () => {
    const reply = await world.send('', { chatId: '2', choice: `nhac${await firstSent()}:1` });
    expect(JSON.stringify(reply)).toContain('không có tin nhắc');
    expect(await said()).toEqual([]);
  });

  it.each(['nhac:0', 'nhac99999999999999999999:0', 'nhac1:9', 'nhac-1:0', 'nhac1'])(
    'a forged tap %j changes nothing',
    async (choice) => {
      await world.send('', { choice });
      expect(await said()).toEqual([]);
    },
  );

  it('asks which one when several are open', async () => {
    await addDirective(database, world.clock.now(), {
      title: 'Kế hoạch rừng',
      number: '16/KH-UBND',
      deadline: { what: 'báo cáo trồng rừng', start: 1 },
    });
    await world.send('/theodoi 16/KH-UBND');
    await world.runUntil('2026-11-23T09:00:00+07:00');
    const asked = await world.send('đã nộp');
    expect(asked.choices.map(({ label }) => label.slice(6))).toEqual(
      expect.arrayContaining(['Báo cáo kết quả chuyển đổi số', 'Báo cáo trồng rừng']),
    );
    expect(await said()).toEqual([]);
    expect(await world.say('đã nộp báo cáo trồng rừng')).toContain('Báo cáo trồng rừng');
    expect(await said()).toEqual(['submitted An']);
    expect(await world.say('đã nộp')).toContain('chuyển đổi số');
    expect(await said()).toEqual(['submitted An', 'submitted An']);
    expect(await world.say('đã nộp')).toContain('không có tin nhắc nào đang chờ');
  });

  it('in a group anybody answers', async () => {
    await world.send('/theodoi 15/KH-UBND', { chatId: '-5', personId: '7' });
    await world.runUntil('2026-11-25T09:00:00+07:00');
    await world.send('đã nộp', { chatId: '-5', personId: '8', personName: 'Bình' });
    expect(await said()).toEqual(['submitted Bình']);
  });
});
