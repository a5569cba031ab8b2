import { beforeEach, describe, expect, it } from 'vitest';
import type { DeadlineFinding } from '../../src/domain/deadline.ts';
import { topicOf } from '../../src/domain/reminder.ts';
import { instantAt, localDate, localTime } from '../../src/domain/vietnam-time.ts';
import type { When } from '../../src/domain/when.ts';
import { auditReminder, lifeLines } from '../../src/reminders/audit-reminder.ts';
import { planReminders } from '../../src/reminders/plan-reminders.ts';
import { syncDuties } from '../../src/reminders/sync-duties.ts';
import { acknowledge } from '../../src/store/acknowledgements.ts';
import type { Database } from '../../src/store/database.ts';
import { endOwnDuty, findDuties } from '../../src/store/duties.ts';
import { countUndated, findFollowedDuties } from '../../src/store/followed-duties.ts';
import { addOwnDuty, type OwnDutyRequest, ownDutyLimit } from '../../src/store/own-duties.ts';
import { listReminders } from '../../src/store/reminders.ts';
import { markReplaced, saveDirective } from '../../src/store/save-directive.ts';
import { subscribe } from '../../src/store/subscriptions.ts';
import { unitKey } from '../../src/vietnamese/covers-unit.ts';
import { testDatabase } from '../support/database.ts';
import { addSubscriber, rules, testService } from '../support/reminder-world.ts';
import { cityOfHue, sampleDirective } from '../support/sample-directive.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import { simulatedPlatform } from '../support/simulated-platform.ts';

const now = instantAt('2026-11-02', '09:00');
const sentence = 'Các sở, ban, ngành báo cáo kết quả về Văn phòng UBND thành phố trước ngày 14/11/2026.';
let database: Database;

beforeEach(async () => {
  database = await testDatabase();
});

const deadline = (more: Partial<DeadlineFinding> = {}): DeadlineFinding => ({
  what: 'báo cáo kết quả',
  who: 'Các sở, ban, ngành',
  to: 'Văn phòng UBND thành phố',
  kind: 'report',
  due: 'trước 2026-11-14',
  dueDate: '2026-11-13',
  rule: null,
  heading: ['III. Tổ chức thực hiện'],
  quote: sentence,
  start: 0,
  end: sentence.length,
  ...more,
});

async function addDirective(deadlines: DeadlineFinding[], title = 'Kế hoạch thử'): Promise<string> {
  const metadata = { number: '15/KH-UBND', date: '2026-10-01', issuer: 'UBND thành phố', locality: cityOfHue };
  const directive = await sampleDirective({ title, passages: [sentence], metadata });
  return (await saveDirective(database, { ...directive, draft: { ...directive.draft, deadlines } })).id;
}

const ofDirectives = async () => (await findDuties(database, { sources: ['directive'] })).map(({ what }) => what);

describe('duties of directives', () => {
  it('come from deadlines with a day that is still ahead, once', async () => {
    await addDirective([
      deadline(),
      deadline({
        what: 'hằng tháng',
        due: 'hằng tháng, trước ngày 16',
        dueDate: null,
        rule: 'FREQ=MONTHLY;BYMONTHDAY=15',
      }),
      deadline({ what: 'đã qua', due: 'trước 2026-10-02', dueDate: '2026-10-01' }),
      deadline({ what: 'không nêu ngày', due: 'theo quy định (không nêu ngày)', dueDate: null }),
      deadline({ what: 'một chiến dịch', kind: 'span' }),
    ]);
    await syncDuties(database, now);
    await syncDuties(database, now);
    expect((await ofDirectives()).sort()).toEqual(['báo cáo kết quả', 'hằng tháng']);
  });

  it('without a day are counted for who follows them, and given none', async () => {
    const undated = { due: 'theo quy định (không nêu ngày)', dueDate: null };
    const document = await addDirective([
      deadline(),
      deadline({ what: 'b', ...undated }),
      deadline({ what: 'c', ...undated, kind: 'span' }),
    ]);
    const follower = await addSubscriber(database, { chatId: '1', topics: [topicOf.directive(document)] }, now);
    const other = await addSubscriber(database, { chatId: '2', topics: [topicOf.regime('commune')] }, now);
    await syncDuties(database, now);
    expect(await countUndated(database, { subscriber: follower })).toBe(1);
    expect(await countUndated(database, { subscriber: other })).toBe(0);
    expect(await countUndated(database)).toBe(1);
    expect((await findFollowedDuties(database, { subscriber: follower })).length).toBe(1);
  });

  it('end with their directive, and what was planned with them', async () => {
    const document = await addDirective([deadline()]);
    const subscriber = await addSubscriber(database, { chatId: '1', topics: [topicOf.directive(document)] }, now);
    await syncDuties(database, now);
    await planReminders(database, rules, { now });
    expect((await listReminders(database, { subscribers: [subscriber] })).length).toBe(4);
    const next = await addDirective(
      [deadline({ due: 'trước 2026-11-21', dueDate: '2026-11-20' })],
      'Kế hoạch thay thế',
    );
    await markReplaced(database, document, next);
    await syncDuties(database, now);
    await planReminders(database, rules, { now });
    expect(await listReminders(database, { subscribers: [subscriber] })).toEqual([]);
    expect((await findDuties(database, { sources: ['directive'] })).map(({ document: of }) => of)).toEqual([next]);
  });

  it('reach who follows the directive, its locality, or a unit that has to act', async () => {
    const document = await addDirective([deadline()]);
    const topics = [topicOf.directive(document), topicOf.locality('hue'), topicOf.unit(unitKey('Sở Y tế'))];
    const ids: number[] = [];
    for (const [at, topic] of [...topics, topicOf.unit(unitKey('UBND xã A')), topicOf.locality('son-la')].entries()) {
      ids.push(await addSubscriber(database, { chatId: String(at), topics: [topic] }, now));
    }
    await syncDuties(database, now);
    await planReminders(database, rules, { now });
    const counts = await Promise.all(
      ids.map(async (id) => (await listReminders(database, { subscribers: [id] })).length),
    );
    expect(counts).toEqual([4, 4, 4, 0, 0]);
    const late = await addSubscriber(database, { chatId: '9', topics: [topicOf.unit(unitKey('Sở Xây dựng'))] }, now);
    await syncDuties(database, now);
    await planReminders(database, rules, { now });
    expect((await listReminders(database, { subscribers: [late] })).length).toBe(4);
  });

  it('say their sentence, both dates, and a life from it to the receipt and the answer', async () => {
    const document = await addDirective([deadline({ due: 'trước 2026-11-23', dueDate: '2026-11-22' })]);
    const subscriber = await addSubscriber(database, { chatId: '1', topics: [topicOf.directive(document)] }, now);
    const clock = simulatedClock(now.toISOString());
    const telegram = simulatedPlatform(clock);
    const service = testService(database, clock, { platforms: [telegram] });
    await service.tick();
    clock.set(instantAt('2026-11-13', '08:00'));
    await service.tick();
    expect(telegram.textsOf('1')).toEqual([
      [
        'Báo cáo kết quả',
        'Hạn: hết Chủ nhật, 22/11/2026 (ngày nghỉ; ngày làm việc liền trước: thứ Sáu, 20/11/2026) – còn 9 ngày (ghi là: trước 23/11/2026)',
        'Các sở, ban, ngành → Văn phòng UBND thành phố',
        `Nguồn: kế hoạch số 15/KH-UBND, UBND thành phố, ngày 01/10/2026\n  │ “${sentence}”`,
        'Gõ số để chọn:\n  1. Đã nhận\n  2. Đã nộp\n  3. Nhắc lại sau',
      ].join('\n\n'),
    ]);
    const [sent] = await listReminders(database, { statuses: ['sent'] });
    const reminder = { id: sent?.id ?? 0, subscriber };
    await acknowledge(
      database,
      { reminder, kind: 'submitted', by: { personId: '5', personName: 'Lan' } },
      instantAt('2026-11-13', '09:30'),
    );
    const life = await auditReminder(database, reminder.id);
    expect(life?.citation).toMatchObject({
      document,
      quote: sentence,
      start: 0,
      end: sentence.length,
      number: '15/KH-UBND',
    });
    expect(life === null ? [] : lifeLines(life)).toEqual([
      `Tin nhắc #${reminder.id}: báo cáo kết quả – hạn 22/11/2026, đã gửi`,
      'Nơi nhận: chat 1 (telegram)',
      `Nguồn: Kế hoạch thử (${document}), ký tự 0–${sentence.length}: “${sentence}”`,
      expect.stringMatching(/^09:00 thứ Hai, 02\/11\/2026 {2}ghi nhận việc phải làm từ văn bản/),
      '08:00 thứ Sáu, 13/11/2026  hẹn gửi (trước 7 ngày)',
      '08:00 thứ Sáu, 13/11/2026  lượt gửi 1 qua telegram, cuộc trò chuyện 1',
      '08:00 thứ Sáu, 13/11/2026  lượt gửi 1: đã đến nơi, biên nhận 1:1',
      '09:30 thứ Sáu, 13/11/2026  Lan: đã nộp',
    ]);
    expect(await auditReminder(database, 999)).toBeNull();
  });
});

describe('the reporting regime', () => {
  it('reminds with a computed date, and says that it is', async () => {
    await addSubscriber(database, { chatId: '1', topics: [topicOf.regime('commune')] }, now);
    const clock = simulatedClock(now.toISOString());
    const telegram = simulatedPlatform(clock);
    const service = testService(database, clock, { platforms: [telegram] });
    await service.tick();
    clock.set(instantAt('2026-11-10', '08:00'));
    await service.tick();
    expect(telegram.textsOf('1')[0]).toBe(
      [
        'Báo cáo định kỳ tháng 11/2026 (số liệu từ 15/10/2026 đến hết 14/11/2026)',
        'Hạn: hết thứ Ba, 17/11/2026 – còn 7 ngày',
        'Hạn tính theo chế độ báo cáo (Nghị định 09/2019/NĐ-CP); không văn bản nào nêu ngày này.',
        'Gõ số để chọn:\n  1. Đã nhận\n  2. Đã nộp\n  3. Nhắc lại sau',
      ].join('\n\n'),
    );
  });
});

describe('duties in a person’s own words', () => {
  const once = (at: string, dayOnly = false): When => ({ kind: 'once', at: `${at}:00+07:00`, dayOnly });
  const recurring = (rrule: string, time: string | null = null): When => ({
    kind: 'recurring',
    rrule,
    start: '2026-11-02T00:00:00+07:00',
    time,
  });
  const request = (more: Partial<OwnDutyRequest>): OwnDutyRequest => ({
    subscriber: 1,
    personId: '7',
    what: 'họp giao ban',
    when: once('2026-11-06T15:00'),
    leadDays: [],
    leadMinutes: [],
    token: 't1',
    ...more,
  });
  const add = (more: Partial<OwnDutyRequest>) =>
    database.transaction((session) => addOwnDuty(session, request(more), now));

  it.each<[string, Partial<OwnDutyRequest>, string[]]>([
    ['an hour on a Sunday', { when: once('2026-11-08T15:00'), leadDays: [1] }, ['before-1 07 08:00', 'due 08 15:00']],
    [
      'at night',
      { when: once('2026-11-08T23:30'), leadMinutes: [15, 60] },
      ['minutes-60 08 22:30', 'minutes-15 08 23:15', 'due 08 23:30'],
    ],
    ['a day', { when: once('2026-11-08T00:00', true) }, ['day 08 08:00']],
    [
      'a day with a lead',
      { when: once('2026-11-12T00:00', true), leadDays: [3] },
      ['before-3 09 08:00', 'day 12 08:00'],
    ],
    [
      'a deadline without leads: the usual ladder',
      { when: { ...once('2026-11-12T00:00', true), bound: 'before' } },
      ['before-7 05 08:00', 'before-3 09 08:00', 'before-1 11 08:00', 'day 12 08:00'],
    ],
    [
      'a deadline with its own lead',
      { when: { ...once('2026-11-12T00:00', true), bound: 'by' }, leadDays: [2] },
      ['before-2 10 08:00', 'day 12 08:00'],
    ],
    [
      'every month',
      { when: recurring('FREQ=MONTHLY;BYMONTHDAY=19'), leadDays: [3] },
      ['before-3 16 08:00', 'day 19 08:00'],
    ],
    [
      'every working day at an hour',
      { when: recurring('FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3', '07:45') },
      ['due 03 07:45', 'due 09 07:45'],
    ],
  ])('are reminded of as asked: %s', async (_, more, expected) => {
    const subscriber = await addSubscriber(database, { chatId: '1' }, now);
    expect(await add({ subscriber, ...more })).toMatchObject({ status: 'added' });
    expect(await add({ subscriber, ...more })).toMatchObject({ status: 'added' });
    await planReminders(database, rules, { now, days: 25 });
    const planned = await listReminders(database, { subscribers: [subscriber] });
    expect(planned.map(({ step, dueAt }) => `${step} ${localDate(dueAt).slice(8)} ${localTime(dueAt)}`)).toEqual(
      expected,
    );
  });

  it.each<[string, Partial<OwnDutyRequest>, string]>([
    ['a day that does not exist', { when: once('2026-02-30T08:00') }, 'past'],
    ['no instant at all', { when: once('mai') }, 'not_a_day'],
    ['the year 9999', { when: once('9999-12-31T08:00') }, 'not_a_day'],
    ['yesterday', { when: once('2026-11-01T08:00') }, 'past'],
    ['an hour of today that is over', { when: once('2026-11-02T08:59') }, 'past'],
    ['a rule by the minute', { when: recurring('FREQ=MINUTELY') }, 'not_a_rule'],
    ['no rule', { when: recurring('') }, 'not_a_rule'],
  ])('refused: %s', async (_, more, status) => {
    const subscriber = await addSubscriber(database, { chatId: '1' }, now);
    expect(await add({ subscriber, ...more })).toEqual({ status });
    expect(await findDuties(database)).toEqual([]);
  });

  it('are refused beyond what one chat may have; ending one makes room', async () => {
    const subscriber = await addSubscriber(database, { chatId: '1' }, now);
    for (let n = 0; n < ownDutyLimit; n += 1) await add({ subscriber, token: `n${n}` });
    expect(await add({ subscriber, token: 'more' })).toEqual({ status: 'too_many' });
    const [first] = await findDuties(database, { owners: [subscriber] });
    expect(await endOwnDuty(database, { id: first?.id ?? 0, owner: subscriber }, now)).toBe(true);
    expect(await add({ subscriber, token: 'more' })).toMatchObject({ status: 'added' });
  });

  it('keep hostile words as they are', async () => {
    const subscriber = await addSubscriber(database, { chatId: '1' }, now);
    const what = "'; drop table duties; -- \0 <b>&\ud800 “” \u202e";
    await add({ subscriber, what });
    expect((await findDuties(database))[0]?.what).toBe("'; drop table duties; -- \ufffd <b>&\ufffd “” \u202e");
    expect(await subscribe(database, { subscriber, topic: 'x\0', askedBy: '7' }, now)).toBe(true);
  });
});
