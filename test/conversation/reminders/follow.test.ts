import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Speaker } from '../../../src/domain/person.ts';
import type { Database } from '../../../src/store/database.ts';
import { listReminders } from '../../../src/store/reminders.ts';
import { markReplaced } from '../../../src/store/save-directive.ts';
import { findSubscriber } from '../../../src/store/subscribers.ts';
import { listSubscriptions } from '../../../src/store/subscriptions.ts';
import { emptyTables, testDatabase } from '../../support/database.ts';
import { addDirective, chatWorld } from './chat-world.ts';

let database: Database;
let world: ReturnType<typeof chatWorld>;
let document: string;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  await emptyTables(database);
  world = chatWorld(database);
  document = await addDirective(database, world.clock.now());
});

async function followed(chatId = '1'): Promise<string[]> {
  const subscriber = await findSubscriber(database, { platform: 'telegram', chatId });
  return subscriber === null ? [] : (await listSubscriptions(database, subscriber.id)).map(({ topic }) => topic);
}

const financier: Speaker = { role: 'reader', unit: 'Sở Tài chính', locality: null };

describe('/han', () => {
  it('shows what is due next as a table, day first, computed days as computed', async () => {
    const reply = await world.send('/han');
    const table = reply.blocks.find((block) => block.kind === 'table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows[0]).toEqual(['Hạn', 'Việc', 'Ai', 'Nguồn']);
    const own = rows.find((row) => row.join(' ').includes('chuyển đổi số'));
    expect(own).toEqual([
      '28/11/2026 thứ Bảy (ngày nghỉ, trước đó: 27/11/2026)',
      'Báo cáo kết quả chuyển đổi số',
      'Các sở, ban, ngành',
      '15/KH-UBND',
    ]);
    const computed = rows.filter((row) => row.join(' ').includes('Báo cáo định kỳ'));
    expect(computed.length).toBeGreaterThan(0);
    expect(computed.every((row) => row.at(-1) === '(tính theo NĐ 09/2019)')).toBe(true);
    const days = rows.slice(1).map((row) => (row[0] ?? '').slice(0, 10).split('/').reverse().join('-'));
    expect(days).toEqual([...days].sort());
  });

  it('is asked for in free words, within a time', async () => {
    expect(await world.say('việc sắp đến hạn')).toBe(await world.say('/han'));
    const thisMonth = await world.say('tháng này có hạn gì?');
    expect(thisMonth).toContain('chuyển đổi số');
    expect(thisMonth).not.toContain('/12/2026');
    expect(await world.say('tháng sau phải nộp báo cáo gì')).not.toMatch(/^\d\d\/11\/2026/m);
  });

  it('says of a time without any that there is none, and shows the way to the others', async () => {
    const reply = await world.send('hôm nay Huế có hạn gì không');
    expect(reply.choices).toEqual([{ label: 'Các hạn sắp tới của Huế', message: '/han Huế' }]);
  });

  it.each(['/han Huế', '/han hue', '/han 15/KH-UBND', '/han Sở Tài chính', '/han so y te', '/han chuyển đổi số'])(
    '%s finds the deadline of the directive',
    async (text) => {
      const reply = await world.send(text);
      expect(reply.choices.map(({ label }) => label)).toContain('28/11 Báo cáo kết quả chuyển đổi số');
    },
  );

  it('of a speaker with a unit shows only the reports of their level', async () => {
    const text = await world.say('/han báo cáo quý');
    expect(text).toContain('xã, phường');
    const own = await world.say('/han', { speaker: financier });
    expect(own).toContain('sở, ban, ngành');
    expect(own).not.toContain('xã, phường');
  });

  it.each(['/han Cà Mau', '/han 99/QĐ-UBND'])(
    '%s, of which nothing lies ahead, is left to the engine',
    async (text) => {
      expect((await world.send(text)).blocks.some((block) => block.kind === 'table')).toBe(false);
    },
  );

  it('beside what was asked for in own words, without what is done', async () => {
    await world.tap(await world.send('nhắc tôi họp 9h mai'), 'Đồng ý');
    const text = await world.say('/han');
    expect(text).toContain('Họp');
    expect(text).toContain('xã, phường');
    await world.service.tick();
    const detail = await world.tap(await world.send('/nhaccuatoi'), '19/11');
    await world.tap(detail, 'Đã nộp');
    expect(await world.say('/han')).not.toContain('Họp');
  });

  it('of a unit also shows the reports of its level, as computed', async () => {
    const text = await world.say('/han UBND xã Cô Ba');
    expect(text).toContain('xã, phường');
    expect(text).not.toContain('cấp tỉnh');
    expect(text).toContain('(tính theo NĐ 09/2019)');
  });

  it('turns pages', async () => {
    const first = await world.send('/han');
    const second = await world.tap(first, 'Trang sau');
    expect(JSON.stringify(second)).toContain('(trang 2)');
    expect(JSON.stringify(await world.send('/han trang 99'))).toContain('Không có hạn nào');
  });

  it('shows one whole with its quote, and follows it alone', async () => {
    const detail = await world.tap(await world.send('/han Huế'), '28/11');
    expect(detail.blocks.find((block) => block.kind === 'citation')).toMatchObject({
      citation: { number: '15/KH-UBND', start: 0 },
    });
    await world.tap(detail, 'Nhắc tôi hạn này');
    expect(await followed()).toEqual([expect.stringMatching(/^duty:deadline:/)]);
    await world.runUntil('2026-11-18T10:00:00+07:00');
    const planned = await listReminders(database, {});
    expect(planned.map(({ occurrence }) => occurrence)).toEqual(planned.map(() => '2026-11-28'));
    expect(planned.map(({ step }) => step)).toEqual(
      ['before-7', 'before-3', 'before-1', 'day'].filter((s) => planned.some((one) => one.step === s)),
    );
  });
});

describe('after an answer that tells a deadline', () => {
  it('following it is offered, until it is followed', async () => {
    const answer = await world.send('Hạn báo cáo kết quả chuyển đổi số của Huế?');
    expect(answer.choices.map(({ label }) => label)).toContain('Nhắc tôi hạn này');
    await world.tap(answer, 'Nhắc tôi hạn này');
    const again = await world.send('Hạn báo cáo kết quả chuyển đổi số của Huế?');
    expect(again.choices.map(({ label }) => label)).not.toContain('Nhắc tôi hạn này');
  });

  it('not for what is past', async () => {
    world.clock.set('2026-12-18T09:30:00+07:00');
    const answer = await world.send('Hạn báo cáo kết quả chuyển đổi số của Huế?');
    expect(answer.choices.map(({ label }) => label)).not.toContain('Nhắc tôi hạn này');
  });
});

describe('/theodoi', () => {
  it('nobody follows anything without having asked', async () => {
    for (const text of ['/han', '/theodoi', '/nhaccuatoi', 'Hạn báo cáo của Huế?', '/bangtheodoi', '/caidatnhac'])
      await world.send(text);
    await world.runUntil('2026-11-29T10:00:00+07:00');
    expect(await followed()).toEqual([]);
    expect(world.platform.arrived).toEqual([]);
  });

  it.each<[string, string, () => string]>([
    ['/theodoi 15/KH-UBND', '', () => `directive:${document}`],
    ['tôi muốn theo dõi kế hoạch 15/KH-UBND', '', () => `directive:${document}`],
    ['/theodoi Huế', 'văn bản của thành phố Huế', () => 'locality:hue'],
    ['/theodoi Sở Tài chính', '', () => 'unit:so tai chinh'],
    ['/theodoi đơn vị Sở Tài chính', '', () => 'unit:so tai chinh'],
    ['/theodoi don vi cua toi', '', () => 'unit:so tai chinh'],
    ['/theodoi báo cáo quý cấp xã', '', () => 'regime:commune:quarterly'],
    ['/theodoi bao cao thang so nganh', '', () => 'regime:department:monthly'],
  ])('%s', async (text, choice, topic) => {
    const reply = await world.send(text, { speaker: financier });
    if (choice !== '') await world.tap(reply, choice);
    expect(await followed()).toEqual([topic()]);
  });

  it.each([
    '/theodoi không có gì như thế',
    '/theodoi 99/QĐ-UBND',
    '/theodoi đơn vị của tôi',
    `/theodoi ${'x'.repeat(3000)}`,
    '/theodoi chude',
    '/theodoi chude unit:',
    '/theodoi vanban khongco',
    '/theodoi han abc',
    '/theodoi chude regime:king',
  ])('%s: a clear sentence, nothing changed', async (text) => {
    expect(await world.say(text)).toMatch(/[Cc]hưa theo dõi gì thêm|Tôi chưa biết/);
    expect(await followed()).toEqual([]);
  });

  it('by a ladder of its own', async () => {
    expect(await world.say('/theodoi 15/KH-UBND, nhắc trước 5, 2 ngày lúc 7h30')).toContain('trước 5, 2 ngày');
    await world.runUntil('2026-11-18T10:00:00+07:00');
    const steps = async () => (await listReminders(database, { statuses: ['planned'] })).map(({ step }) => step);
    expect(await steps()).toEqual(['before-5', 'before-2', 'day']);
    await world.send('/theodoi 15/KH-UBND');
    world.clock.advance(61);
    await world.service.tick();
    expect(await steps()).toEqual(['before-7', 'before-3', 'day']);
    await world.tap(await world.send('/theodoi Huế, nhac truoc 9 ngay'), 'văn bản của');
    await world.send(`/botheodoi directive:${document}`);
    world.clock.advance(61);
    await world.service.tick();
    expect(await steps()).toEqual(['before-9', 'day']);
  });

  it.each(['/theodoi 15/KH-UBND, nhắc trước 9999 ngày', '/theodoi 15/KH-UBND nhắc trước 3 ngày lúc 27h'])(
    '%s: a clear sentence, nothing changed',
    async (text) => {
      expect(await world.say(text)).toMatch(/[Cc]hưa/);
      expect(await followed()).toEqual([]);
    },
  );

  it('lists what is followed and ends it with one tap', async () => {
    await world.send('/theodoi 15/KH-UBND');
    await world.runUntil('2026-11-18T10:00:00+07:00');
    expect((await listReminders(database, { statuses: ['planned'] })).length).toBeGreaterThan(0);
    const list = await world.send('/theodoi');
    expect(JSON.stringify(list)).toContain('kế hoạch 15/KH-UBND');
    const ended = await world.tap(list, 'Bỏ: kế hoạch 15/KH-UBND');
    expect(await followed()).toEqual([]);
    expect(await listReminders(database, { statuses: ['planned'] })).toEqual([]);
    await world.tap(ended, 'Theo dõi lại');
    expect(await followed()).toEqual([`directive:${document}`]);
    expect(await world.say('bỏ theo dõi tất cả')).toContain('tất cả');
    expect(await followed()).toEqual([]);
    expect(await world.say('/botheodoi locality:hue')).toContain('không theo dõi mục ấy');
  });

  it('in a group only who asked ends it', async () => {
    await world.send('/theodoi 15/KH-UBND', { chatId: '-5', personId: '7' });
    const list = await world.send('/theodoi', { chatId: '-5', personId: '8' });
    expect(JSON.stringify(await world.tap(list, 'Bỏ', { chatId: '-5', personId: '8' }))).toContain('chỉ người đã đặt');
    expect(await followed('-5')).toHaveLength(1);
    await world.send(`/botheodoi directive:${document}`, { chatId: '-5', personId: '7' });
    expect(await followed('-5')).toEqual([]);
  });

  it('ends with the directive: replaced, nothing more is sent', async () => {
    await world.send('/theodoi 15/KH-UBND');
    await world.runUntil('2026-11-18T10:00:00+07:00');
    const next = await addDirective(database, world.clock.now(), { title: 'Kế hoạch mới', number: '16/KH-UBND' });
    await markReplaced(database, document, next);
    world.clock.advance(120);
    await world.runUntil('2026-12-01T10:00:00+07:00');
    expect(world.platform.arrived).toEqual([]);
    expect(await world.say('/nhaccuatoi')).toContain('chưa đặt lời nhắc nào');
  });
});
