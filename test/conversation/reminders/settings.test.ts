import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSetting } from '../../../src/conversation/reminders/read-setting.ts';
import type { Database } from '../../../src/store/database.ts';
import { listReminders } from '../../../src/store/reminders.ts';
import { findSubscriber } from '../../../src/store/subscribers.ts';
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
});

const subscriber = (chatId = '1') => findSubscriber(database, { platform: 'telegram', chatId });

describe('readSetting', () => {
  it.each<[string, object]>([
    ['nhắc trước 10, 5, 2 ngày lúc 7h30', { kind: 'ladder', before: [10, 5, 2], time: '07:30' }],
    ['nhac truoc 5 va 1 ngay', { kind: 'ladder', before: [5, 1], time: null }],
    ['Nhắc tôi trước 3 ngày', { kind: 'ladder', before: [3], time: null }],
    ['nhắc trước hạn 7 ngày, 3 ngày vào 9 giờ rưỡi sáng', { kind: 'ladder', before: [7, 3], time: '09:30' }],
    ['nhắc mặc định', { kind: 'usual_ladder' }],
    ['giờ yên lặng 21h đến 6h30', { kind: 'quiet', quiet: { from: '21:00', to: '06:30' } }],
    ['không nhắc từ 9h tối đến 6h sáng', { kind: 'quiet', quiet: { from: '21:00', to: '06:00' } }],
    ['tắt giờ yên lặng', { kind: 'quiet', quiet: { from: '00:00', to: '00:00' } }],
    ['tổng hợp hằng ngày', { kind: 'digest', digest: 'daily' }],
    ['tong hop hang tuan', { kind: 'digest', digest: 'weekly' }],
    ['tắt tổng hợp', { kind: 'digest', digest: 'none' }],
    ['tắt báo cấp trên', { kind: 'escalates', escalates: false }],
    ['bật báo cấp trên', { kind: 'escalates', escalates: true }],
    ['nhắc trước 3 ngày lúc 25h', { kind: 'refused' }],
    ['nhắc trước 9999 ngày', { kind: 'refused' }],
    ['yên lặng 30h đến 5h', { kind: 'refused' }],
    ['yên lặng 5h đến 5h', { kind: 'refused' }],
  ])('reads %j', (text, expected) => {
    expect(readSetting(text)).toMatchObject(expected);
  });

  it.each([
    'nhắc tôi nộp báo cáo trước 3 ngày',
    'nhắc tôi họp 15h mai, trước 30 phút',
    'tổng hợp các chỉ tiêu của Huế',
    'tổng hợp',
    'báo cáo trước ngày 20',
    'nhắc trước ngày 20',
    'yên lặng',
    '',
    `nhắc trước ${'1, '.repeat(1000)}`,
  ])('reads no setting in %j', (text) => {
    expect(readSetting(text)).toBeNull();
  });
});

describe('settings in the chat', () => {
  it('change the ladder of what is followed, and show it', async () => {
    await addDirective(database, world.clock.now());
    await world.send('/theodoi 15/KH-UBND');
    await world.runUntil('2026-11-18T10:00:00+07:00');
    expect(await world.say('nhắc trước 5, 2 ngày lúc 7h30')).toContain(
      'trước 5, 2 ngày và trong ngày đến hạn, lúc 7 giờ 30',
    );
    await world.runUntil('2026-11-18T10:10:00+07:00');
    const planned = await listReminders(database, { statuses: ['planned'] });
    expect(planned.map(({ step, dueAt }) => `${step} ${dueAt.toISOString().slice(5, 16)}`)).toEqual([
      'before-5 11-23T00:30',
      'before-2 11-26T00:30',
      'day 11-27T00:30',
    ]);
  });

  it.each<[string, object]>([
    ['yên lặng 20h đến 7h', { quiet: { from: '20:00', to: '07:00' } }],
    ['/caidatnhac tổng hợp hằng tuần', { digest: 'weekly' }],
    ['nhắc mặc định', { ladder: null }],
  ])('%s', async (text, expected) => {
    expect(await world.say(text)).toContain('Đã đổi');
    expect(await subscriber()).toMatchObject(expected);
  });

  it('toggles by tap', async () => {
    await world.tap(await world.send('/caidatnhac'), 'Tổng hợp hằng ngày');
    expect(await subscriber()).toMatchObject({ digest: 'daily' });
    await world.tap(await world.send('/caidatnhac'), 'Tắt tổng hợp');
    expect(await subscriber()).toMatchObject({ digest: 'none' });
  });

  it.each(['nhắc trước 9999 ngày', '/caidatnhac linh tinh', 'yên lặng 30h đến 5h'])(
    '%s: a clear sentence, nothing changed',
    async (text) => {
      expect(await world.say(text)).toMatch(/[Cc]hưa/);
      expect(await subscriber()).toBeNull();
    },
  );

  it('in a group only those who asked there, and administrators', async () => {
    const other = { chatId: '-5', personId: '8' };
    expect(await world.say('tổng hợp hằng ngày', other)).toContain('chỉ người đã đặt');
    await world.send('/theodoi Sở Tài chính', { chatId: '-5', personId: '7' });
    expect(await world.say('tổng hợp hằng ngày', other)).toContain('chỉ người đã đặt');
    expect(await world.say('tổng hợp hằng ngày', { chatId: '-5', personId: '7' })).toContain('Đã đổi');
  });
});

describe('superiors', () => {
  const staff = { chatId: '1', personName: 'An' };
  const leader = { chatId: '9', personName: 'Trưởng phòng Bình' };

  beforeEach(async () => {
    await addDirective(database, world.clock.now());
    await world.send('/theodoi 15/KH-UBND', staff);
  });

  it('are named by their own chat’s code, agree there, and are told when nobody has confirmed', async () => {
    expect(await world.say('/captren', leader)).toContain('telegram:9');
    expect(await world.say('/captren telegram:9', staff)).toContain('chỉ được báo sau khi nhận lời');
    expect(world.told).toEqual([{ chatId: '9', text: expect.stringContaining('An đặt anh/chị làm cấp trên') }]);
    expect(await world.say('/caidatnhac', staff)).toContain('Trưởng phòng Bình – chưa nhận lời');
    await world.tap(await world.send('/captren', leader), 'Nhận lời An', leader);
    expect(await world.say('/caidatnhac', staff)).toContain('Trưởng phòng Bình, khi đến hạn');
    await world.runUntil('2026-11-27T15:00:00+07:00');
    expect(world.platform.textsOf('9').join('\n')).toContain('Chưa xác nhận 1/1');
    expect(await world.say('/bangtheodoi', leader)).toMatch(/0\/1 đã xác nhận[\s\S]*An[\s\S]*chưa xác nhận/);
    await world.send('đã nộp', staff);
    expect(await world.say('/bangtheodoi', leader)).toMatch(/1\/1 đã xác nhận[\s\S]*đã nộp, 27\/11\/2026 \(An\)/);
  });

  it('are told of nothing before they agreed, after they declined, or while it is off', async () => {
    await world.send('/captren', leader);
    await world.send('/captren telegram:9', staff);
    await world.tap(await world.send('/captren', leader), 'Từ chối', leader);
    expect((await subscriber('1'))?.superior).toBeNull();
    await world.send('/captren telegram:9', staff);
    await world.tap(await world.send('/captren', leader), 'Nhận lời', leader);
    expect(await world.say('tắt báo cấp trên', staff)).toContain('đang tắt');
    await world.runUntil('2026-11-27T15:00:00+07:00');
    expect(world.platform.textsOf('9')).toEqual([]);
    await world.send('/captren bo', staff);
    expect(await world.say('/bangtheodoi', leader)).toContain('Chưa có việc nào');
  });

  it.each([
    '/captren telegram:404',
    '/captren telegram:1',
    '/captren linh tinh',
    '/captren nhan 1',
    '/captren nhan 99',
    '/captren thoi 1',
    '/captren bo',
    '/captren telegram:',
  ])('%s: a clear sentence, nothing changed', async (text) => {
    expect(await world.say(text, staff)).toMatch(/[Cc]hưa có gì thay đổi/);
    expect((await subscriber('1'))?.superior).toBeNull();
  });

  it('the board never shows what people asked for in their own words, nor other leaders’ people', async () => {
    await world.send('/captren', leader);
    await world.send('/captren telegram:9', staff);
    await world.tap(await world.send('/captren', leader), 'Nhận lời', leader);
    await world.tap(await world.send('nhắc tôi khám bệnh 9h ngày 25/11', staff), 'Đồng ý', staff);
    await world.runUntil('2026-11-18T11:00:00+07:00');
    const board = await world.say('/bangtheodoi', leader);
    expect(board).toContain('chuyển đổi số');
    expect(board).not.toContain('khám bệnh');
    expect(await world.say('/bangtheodoi', { chatId: '10' })).toContain('Chưa có việc nào');
  });
});

describe('/lich', () => {
  it('gives the month as a picture, a file, and an address', async () => {
    expect(await world.say('/lich')).toContain('chưa có lịch');
    await world.send('/theodoi Sở Tài chính');
    const picture = await world.send('/lich');
    expect(picture.blocks[1]).toMatchObject({ kind: 'image', alt: 'lịch 2026-11' });
    expect(await world.tap(picture, 'Tháng sau').then(({ blocks }) => blocks[1])).toMatchObject({
      alt: 'lịch 2026-12',
    });
    expect((await world.send('/lich 2026-12')).choices[0]).toMatchObject({ message: '/lich 2027-01' });
    expect((await world.send('/lich 9999-99')).blocks[1]).toMatchObject({ alt: 'lịch 2026-11' });
    expect(await world.tap(picture, 'Tệp lịch').then(({ blocks }) => blocks[0])).toMatchObject({
      kind: 'file',
      mediaType: 'text/calendar',
    });
    expect(await world.say('/lich diachi')).toContain('https://bot.example/lich/');
  });
});
