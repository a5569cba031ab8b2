import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { findDuties } from '../../../src/store/duties.ts';
import { addOwnDuty, ownDutyLimit } from '../../../src/store/own-duties.ts';
import { listReminders } from '../../../src/store/reminders.ts';
import { findSubscriber } from '../../../src/store/subscribers.ts';
import { emptyTables, testDatabase } from '../../support/database.ts';
import { chatWorld } from './chat-world.ts';

let database: Database;
let world: ReturnType<typeof chatWorld>;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  await emptyTables(database);
  world = chatWorld(database);
});

const owned = async () => (await findDuties(database, { sources: ['own'] })).map(({ what }) => what);

describe('asking to be reminded', () => {
  it.each<[string, string[]]>([
    [
      'nhắc tôi nộp báo cáo tháng trước ngày 20 hằng tháng, trước 3 ngày',
      [
        'Ngày 19 hằng tháng (trước ngày 20)',
        'nhắc trước 3 ngày',
        'Việc: nộp báo cáo tháng',
        'thứ Năm, ngày 19/11/2026',
        'thứ Bảy, ngày 19/12/2026 (ngày nghỉ; ngày làm việc liền trước: thứ Sáu, 18/12/2026)',
      ],
    ],
    [
      'nhac ca nhom 15h thu sau tuan sau hop giao ban',
      ['Thứ Sáu, ngày 27/11/2026, 15 giờ', 'Việc: hop giao ban', 'hãy gõ câu này trong nhóm'],
    ],
    ['2 tieng nua nhac toi goi dien', ['Thứ Tư, ngày 18/11/2026, 11 giờ 30', 'Việc: goi dien']],
    ['nhắc tôi giỗ cụ mùng 10 tháng Giêng', ['15/02/2027', 'Việc: giỗ cụ']],
    ['/nhac nộp báo cáo ngày 28/11', ['Thứ Bảy, ngày 28/11/2026', 'ngày nghỉ', 'thứ Sáu, 27/11/2026']],
    ['/nhac@chidao_bot goi lai 30 phut nua', ['10 giờ', 'Việc: goi lai']],
    ['/nhac nhắc tôi họp lúc 15h', ['15 giờ', 'Việc: họp']],
    [
      'nhắc tôi nộp báo cáo trước ngày 28/11',
      ['Thứ Sáu, ngày 27/11/2026 (trước ngày 28/11/2026)', '08:00 thứ Hai, ngày 23/11/2026'],
    ],
  ])('%s: repeats what it understood, and stores nothing', async (text, expected) => {
    const reply = await world.say(text);
    for (const part of expected) expect(reply).toContain(part);
    expect((await world.send(text)).choices.map(({ label }) => label)).toEqual(['Đồng ý', 'Sửa', 'Thôi']);
    expect(await owned()).toEqual([]);
    expect(await findSubscriber(database, { platform: 'telegram', chatId: '1' })).toBeNull();
  });

  it.each<[string, string]>([
    ['nhắc tôi nộp báo cáo ngày 30/2', 'Không có ngày 30/2'],
    ['nhắc tôi họp ngày 30/02/2027', 'Không có ngày'],
    ['nhắc tôi họp thứ tám', 'Không có "thứ tám"'],
    ['nhắc tôi họp ngày 1/1/9999', 'Chỉ nhắc được việc đến hết năm'],
    ['nhắc tôi họp ngày 1/1/2020', 'đã qua'],
    ['nhắc tôi họp 25h ngày mai', 'Không có 25'],
    ['nhắc tôi họp thứ Hai ngày 25/11/2026', 'không phải thứ Hai'],
    ['nhắc tôi họp hằng tuần hằng tháng', 'xin'],
    ['nhắc tôi nộp báo cáo', 'Chưa rõ nhắc lúc nào'],
    ['nhắc tôi lúc 15h', 'Chưa rõ nhắc việc gì'],
    ['/nhac', 'Anh/chị ghi việc và lúc cần nhắc'],
    ['/nhac   ', 'Anh/chị ghi việc và lúc cần nhắc'],
  ])('%s: a clear sentence, nothing changed', async (text, expected) => {
    const reply = await world.send(text);
    expect(await world.say(text)).toContain(expected);
    expect(reply.choices).toEqual([]);
    expect(await owned()).toEqual([]);
  });

  it.each([
    'văn bản nào nhắc đến chuyển đổi số?',
    'nhắc lại nội dung kế hoạch 15',
    'kế hoạch nhắc nhở những gì',
    'chào bot',
    'xong chưa?',
    'đã nộp báo cáo chưa?',
  ])('leaves %j to the engine', async (text) => {
    const reply = await world.send(text);
    expect(reply.choices.some(({ message }) => message.startsWith('/nhac_dongy'))).toBe(false);
    expect(await owned()).toEqual([]);
  });
});

describe('confirming', () => {
  const text = 'nhắc tôi họp giao ban 15h thứ Sáu tuần sau';

  it.each<[string, (asked: Awaited<ReturnType<typeof world.send>>) => Promise<unknown>]>([
    ['by tap', (asked) => world.tap(asked, 'Đồng ý')],
    ['by number', () => world.send('1')],
    ['in words', () => world.send('Đồng ý ạ')],
    ['without marks', () => world.send('ok')],
  ])('%s adds it', async (_, confirm) => {
    await confirm(await world.send(text));
    expect(await owned()).toEqual(['họp giao ban']);
    expect(world.wakings()).toBe(1);
    await world.runUntil('2026-11-27T16:00:00+07:00');
    expect(world.platform.arrived.map(({ at, text: said }) => [at.toISOString(), said.split('\n')[0]])).toEqual([
      ['2026-11-27T08:00:00.000Z', 'Họp giao ban'],
    ]);
  });

  it('twice adds one; also after a restart in between', async () => {
    const asked = await world.send(text);
    world.restart();
    expect(await world.tap(asked, 'Đồng ý').then(({ blocks }) => JSON.stringify(blocks))).toContain('Đã đặt: ');
    world.restart();
    expect(await world.tap(asked, 'Đồng ý').then(({ blocks }) => JSON.stringify(blocks))).toContain('Đã đặt từ trước');
    expect(await owned()).toEqual(['họp giao ban']);
  });

  it('keeps the moment that was shown, however late it is confirmed', async () => {
    const asked = await world.send('nhắc tôi gọi điện 2 tiếng nữa');
    world.clock.advance(3600);
    await world.tap(asked, 'Đồng ý');
    expect((await findDuties(database, { sources: ['own'] }))[0]).toMatchObject({
      dueDate: '2026-11-18',
      dueTime: '11:30',
    });
  });

  it('too late says so and adds nothing', async () => {
    const asked = await world.send('nhắc tôi gọi điện 2 tiếng nữa');
    world.clock.advance(3 * 3600);
    const reply = await world.tap(asked, 'Đồng ý');
    expect(JSON.stringify(reply)).toContain('đã qua nên chưa đặt');
    expect(await owned()).toEqual([]);
  });

  it.each<[string, string]>([
    ['Sửa', 'gõ lại cả câu'],
    ['Thôi', 'chưa đặt lời nhắc nào'],
  ])('%s adds nothing', async (label, expected) => {
    const asked = await world.send(text);
    expect(JSON.stringify(await world.tap(asked, label))).toContain(expected);
    expect(await owned()).toEqual([]);
  });

  it('after “Sửa” takes the next message for the reminder anew, also without “nhắc”', async () => {
    await world.tap(await world.send(text), 'Sửa');
    const asked = await world.send('họp giao ban 16h thứ Sáu tuần sau');
    expect(JSON.stringify(asked)).toContain('16 giờ');
    await world.send('đồng ý');
    expect(await owned()).toEqual(['họp giao ban']);
  });

  it.each(['Tỷ lệ hộ nghèo của Huế năm 2026', '/han', 'thôi', 'các chỉ tiêu của Huế?'])(
    'after “Sửa” %j is no reminder',
    async (other) => {
      await world.tap(await world.send(text), 'Sửa');
      const reply = await world.send(other);
      expect(reply.choices.some(({ message }) => message.startsWith('/nhac_dongy'))).toBe(false);
      expect(await owned()).toEqual([]);
    },
  );

  it.each([
    '/nhac_dongy',
    '/nhac_dongy nhắc tôi họp 15h mai',
    '/nhac_dongy 2026-11-19T00:00:00.000Z nhắc tôi họp 15h ngày kia',
    '/nhac_dongy 2020-01-01T00:00:00.000Z nhắc tôi họp 15h mai',
    '/nhac_dongy 9999-99-99T00:00:00.000Z nhắc tôi họp 15h mai',
    '/nhac_dongy 2026-11-18T02:30:00.000Z chào bot',
    '/nhac_dongy 2026-11-18T02:30:00.000Z nhắc tôi họp ngày 30/2',
  ])('%j, which no choice has carried, adds nothing', async (forged) => {
    await world.send(forged);
    expect(await owned()).toEqual([]);
  });

  it('“đồng ý” and “không” without a draft are the engine’s', async () => {
    expect(await world.say('đồng ý')).not.toContain('Đã đặt');
    expect(await world.say('không')).not.toContain('Đã thôi');
  });

  it('is refused beyond what one chat may have, and what is over makes room', async () => {
    await world.tap(await world.send('nhắc tôi gọi điện 2 tiếng nữa'), 'Đồng ý');
    const subscriber = (await findSubscriber(database, { platform: 'telegram', chatId: '1' }))?.id ?? 0;
    const when = { kind: 'once' as const, at: '2026-11-30T08:00:00+07:00', dayOnly: false };
    for (let n = 1; n < ownDutyLimit; n += 1) {
      const wish = { subscriber, personId: '1', what: 'việc', when, leadDays: [], leadMinutes: [], token: String(n) };
      await addOwnDuty(database, wish, world.clock.now());
    }
    expect(await world.say(text)).toContain('đã có 200 lời nhắc');
    world.clock.set('2026-11-19T08:00:00+07:00');
    expect(await world.say(text)).toContain('Đặt lời nhắc này chứ?');
  });

  it('in a group goes to the group', async () => {
    const group = { chatId: '-5', personId: '7' };
    const asked = await world.send('nhắc cả nhóm 15h thứ sáu tuần sau họp giao ban', group);
    expect(JSON.stringify(asked)).toContain('gửi vào nhóm này');
    await world.tap(asked, 'Đồng ý', group);
    await world.runUntil('2026-11-27T16:00:00+07:00');
    expect(world.platform.textsOf('-5')).toHaveLength(1);
    expect(world.platform.arrived).toHaveLength(1);
  });

  it.each([
    "nhắc tôi '; drop table duties; -- 15h mai",
    'nhắc tôi <b>&“” 15h mai',
    `nhắc tôi ${'dài '.repeat(240)} 15h mai`,
  ])('takes hostile words as they are: %j', async (hostile) => {
    const asked = await world.send(hostile);
    if (asked.choices.length > 0) await world.tap(asked, 'Đồng ý');
    expect((await owned()).length).toBe(asked.choices.length > 0 ? 1 : 0);
  });
});

describe('my reminders', () => {
  const add = async (text: string, changes = {}) => world.tap(await world.send(text, changes), 'Đồng ý', changes);

  it('lists them by day, a page at a time, and deletes one', async () => {
    for (let day = 20; day <= 28; day += 1) await add(`nhắc tôi việc số ${day - 19} lúc 9h ngày ${day}/11/2026`);
    const list = await world.send('/nhaccuatoi');
    expect(JSON.stringify(list)).toContain('9 việc đang nhắc');
    expect(list.choices.map(({ label }) => label.slice(0, 5))).toEqual([
      '20/11',
      '21/11',
      '22/11',
      '23/11',
      '24/11',
      '25/11',
      'Trang',
    ]);
    const last = await world.tap(list, 'Trang sau');
    expect(last.choices.map(({ label }) => label.slice(0, 5))).toEqual(['26/11', '27/11', '28/11']);
    const detail = await world.tap(last, '27/11');
    expect(JSON.stringify(detail)).toContain('thứ Sáu, 27/11/2026');
    expect(JSON.stringify(await world.tap(detail, 'Xóa'))).toContain('Đã xóa lời nhắc');
    expect(await owned()).toHaveLength(8);
    expect(await world.say('xem các lời nhắc của tôi')).toContain('8 việc đang nhắc');
  });

  it('offers the answers once its reminders are planned', async () => {
    await add('nhắc tôi nộp báo cáo trước ngày 28/11');
    await world.service.tick();
    const detail = await world.tap(await world.send('/nhaccuatoi'), '27/11');
    expect(detail.choices.map(({ label }) => label)).toEqual(['Đã nộp', 'Nhắc lại sau', 'Xóa']);
    await world.tap(detail, 'Đã nộp');
    expect(await world.say('/nhaccuatoi')).toContain('chưa đặt lời nhắc nào');
    expect(await listReminders(database, { statuses: ['planned'] })).toEqual([]);
  });

  it('says that there are none', async () => {
    expect(await world.say('/nhaccuatoi')).toContain('chưa đặt lời nhắc nào');
    expect(await world.say('/nhaccuatoi trang 7')).toContain('chưa đặt lời nhắc nào');
  });

  it('somebody else’s is as if it did not exist', async () => {
    await add('nhắc tôi nộp báo cáo 9h ngày 28/11', { chatId: '2' });
    const [duty] = await findDuties(database, { sources: ['own'] });
    const id = duty?.id ?? 0;
    for (const command of ['/xoanhac', 'xóa nhắc', '/viec'] as const) {
      expect(await world.say(`${command} ${id}`)).toBe(
        (await world.say(`${command} 99999`)).replace('99999', String(id)),
      );
    }
    expect(await world.say('/xoanhac')).toContain('không có lời nhắc ấy');
    expect(await world.say(`/theodoi chude duty:${duty?.origin}`)).toContain('không còn');
    expect(await world.say(`/theodoi han ${id}`)).toContain('không còn');
    expect(await owned()).toHaveLength(1);
  });

  it('in a group only who asked, or an administrator, deletes', async () => {
    const asker = { chatId: '-5', personId: '7' };
    await add('nhắc cả nhóm 15h mai họp', asker);
    const [duty] = await findDuties(database, { sources: ['own'] });
    expect(await world.say(`/xoanhac ${duty?.id}`, { chatId: '-5', personId: '8' })).toContain('chỉ người đã đặt');
    expect(await owned()).toHaveLength(1);
    const administrator = { role: 'administrator' as const, unit: null, locality: null };
    expect(await world.say(`/xoanhac ${duty?.id}`, { chatId: '-5', personId: '9', speaker: administrator })).toContain(
      'Đã xóa',
    );
    await add('nhắc cả nhóm 16h mai họp', asker);
    const [next] = await findDuties(database, { sources: ['own'] });
    expect(await world.say(`/xoanhac ${next?.id}`, asker)).toContain('Đã xóa');
  });
});
