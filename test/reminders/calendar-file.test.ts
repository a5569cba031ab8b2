import { beforeEach, describe, expect, it } from 'vitest';
import { type DutyDraft, topicOf } from '../../src/domain/reminder.ts';
import { createCalendarFeed } from '../../src/reminders/calendar-feed.ts';
import { planReminders } from '../../src/reminders/plan-reminders.ts';
import { acknowledge } from '../../src/store/acknowledgements.ts';
import type { Database } from '../../src/store/database.ts';
import { setOverride } from '../../src/store/duties.ts';
import { listReminders } from '../../src/store/reminders.ts';
import { testDatabase } from '../support/database.ts';
import { type IcsEvent, readIcs } from '../support/read-ics.ts';
import { addDuty, addSubscriber, dutyDraft, rules } from '../support/reminder-world.ts';

const begin = new Date('2026-11-02T02:00:00Z');
let database: Database;
let chat: number;

beforeEach(async () => {
  database = await testDatabase();
  chat = await addSubscriber(database, { chatId: '1', topics: [topicOf.duty('a')] }, begin);
});

const feed = (now = begin) => createCalendarFeed({ database, rules, now: () => now });

async function eventsOf(draft: Partial<DutyDraft>): Promise<IcsEvent[]> {
  await addDuty(database, dutyDraft('a', draft), begin);
  return readIcs(await feed().fileOf(chat)).events;
}

async function fileOf(draft: Partial<DutyDraft>): Promise<Uint8Array> {
  await addDuty(database, dutyDraft('a', draft), begin);
  return feed().fileOf(chat);
}

describe('the calendar file of a chat', () => {
  it('shows a single due day as a whole day with the ladder as alarms', async () => {
    const [event, ...rest] = await eventsOf({
      dueDate: '2026-11-20',
      what: 'nộp báo cáo quý',
      who: 'UBND xã',
      to: 'UBND tỉnh',
    });
    expect(rest).toEqual([]);
    expect(event).toMatchObject({
      'DTSTART;VALUE=DATE': '20261120',
      'DTEND;VALUE=DATE': '20261121',
      SUMMARY: 'Nộp báo cáo quý',
      alarms: ['-PT9600M', '-PT3840M', '-PT960M', 'PT480M'],
    });
    expect(event?.DESCRIPTION).toBe('Hạn: hết thứ Sáu, 20/11/2026\nThực hiện: UBND xã\nGửi: UBND tỉnh');
  });

  it('draws an hour on the wall of Vietnam, described in the file', async () => {
    const text = new TextDecoder().decode(await fileOf({ dueTime: '17:00' }));
    expect(text).toContain(
      'DTSTART;TZID=Asia/Ho_Chi_Minh:20261113T163000\r\nDTEND;TZID=Asia/Ho_Chi_Minh:20261113T170000',
    );
    expect(text).toContain('TZOFFSETTO:+0700');
  });

  it.each<[what: string, rule: string, first: string, rrule: string]>([
    ['every month', 'FREQ=MONTHLY;BYMONTHDAY=19', '20261119', 'FREQ=MONTHLY;BYMONTHDAY=19'],
    [
      'the 31st or the last day',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      '20261130',
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
    ],
    ['every other Friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '20261113', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    [
      '29 February',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      '20270228',
      'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1',
    ],
  ])('hands a program the rule itself: %s', async (_, rule, first, rrule) => {
    const events = await eventsOf({ rule, startsOn: '2026-11-01' });
    expect(events.map((event) => [event['DTSTART;VALUE=DATE'], event.RRULE])).toEqual([[first, rrule]]);
  });

  it('ends a rule with its duty', async () => {
    const [event] = await eventsOf({ rule: 'FREQ=MONTHLY;BYMONTHDAY=19', endsOn: '2027-01-31' });
    expect(event?.RRULE).toBe('FREQ=MONTHLY;BYMONTHDAY=19;UNTIL=20270131');
  });

  it.each<[what: string, draft: Partial<DutyDraft>, count: number, first: string]>([
    ['lunar days', { rule: 'FREQ=MONTHLY;BYMONTHDAY=15;RSCALE=VIETNAMESE' }, 14, '20261024'],
    ['working days', { rule: 'FREQ=MONTHLY;X-WORKDAY=-1' }, 14, '20261030'],
    ['so many times', { rule: 'FREQ=MONTHLY;BYMONTHDAY=5;COUNT=3', startsOn: '2026-11-01' }, 3, '20261105'],
    ['reports of the regime', { regime: 'commune:quarterly' }, 4, '20261216'],
  ])('writes %s one by one, each with an id of its own', async (_, draft, count, first) => {
    const events = await eventsOf(draft);
    expect(events.length).toBe(count);
    expect(events[0]?.['DTSTART;VALUE=DATE']).toBe(first);
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(count);
    expect(events.some((event) => 'RRULE' in event)).toBe(false);
  });

  it('says of a computed day that it is computed', async () => {
    const [event] = await eventsOf({ regime: 'commune:yearly', source: 'regime' });
    expect(event?.DESCRIPTION).toContain('không văn bản nào nêu ngày này');
  });

  it('ticks what was handed in, without an alarm, also within a rule', async () => {
    await addDuty(database, dutyDraft('a', { rule: 'FREQ=MONTHLY;BYMONTHDAY=19' }), begin);
    await planReminders(database, rules, { now: begin });
    const [, second] = await listReminders(database, { subscribers: [chat] });
    await acknowledge(
      database,
      { reminder: { id: second?.id ?? 0, subscriber: chat }, kind: 'submitted', by: { personId: '1', personName: '' } },
      begin,
    );
    const { events } = readIcs(await feed().fileOf(chat));
    expect(
      events.map((event) => [event['DTSTART;VALUE=DATE'], event.SUMMARY?.slice(0, 2), event.alarms.length > 0]),
    ).toEqual([
      ['20261219', 'Vi', true],
      ['20261119', '✓ ', false],
    ]);
  });

  it('leaves out a computed report whose day a followed directive sets', async () => {
    await addDuty(database, dutyDraft('a', { regime: 'commune:monthly', source: 'regime' }), begin);
    const own = await addDuty(database, dutyDraft('b', { source: 'directive', topics: [topicOf.duty('a')] }), begin);
    await setOverride(database, { id: own, regime: 'commune:monthly' }, begin);
    const days = readIcs(await feed().fileOf(chat)).events.map((event) => event['DTSTART;VALUE=DATE']);
    expect(days).toContain('20261113');
    expect(days).toContain('20261216');
    expect(days).not.toContain('20261117');
  });

  it('is the same file for the same duties, and keeps its ids in another database', async () => {
    const [event] = await eventsOf({ dueDate: '2026-11-20' });
    expect(await feed(new Date('2026-11-05T00:00:00Z')).fileOf(chat)).toEqual(await feed().fileOf(chat));
    database = await testDatabase();
    await addDuty(database, dutyDraft('other'), begin);
    chat = await addSubscriber(database, { chatId: '1', topics: [topicOf.duty('a')] }, begin);
    expect((await eventsOf({ dueDate: '2026-11-20' })).map(({ UID }) => UID)).toEqual([event?.UID]);
  });

  it('takes hostile words for words', async () => {
    const what = `a\r\nEND:VEVENT\r\nBEGIN:VALARM;X=1,2\\n\u0000\u2028ATTACH:file\ud800 ${'👨‍👩‍👧‍👦ế'.repeat(60)}`;
    const bytes = await fileOf({ what });
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { events } = readIcs(bytes);
    expect(events.length).toBe(1);
    expect(events[0]?.SUMMARY).toMatch(/^A END:VEVENT BEGIN:VALARM;X=1,2\\n/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('of a chat that follows nothing is a calendar without events', async () => {
    expect(readIcs(await feed().fileOf(chat)).events).toEqual([]);
  });
});

describe('the private feed', () => {
  it('opens with its token alone, until it is taken back or made anew', async () => {
    await addDuty(database, dutyDraft('a'), begin);
    const feeds = feed();
    const first = await feeds.open(chat);
    expect(await feeds.feedOf(first)).toEqual(await feeds.fileOf(chat));
    const second = await feeds.open(chat);
    expect([await feeds.feedOf(first), await feeds.feedOf(second)]).toEqual([null, await feeds.fileOf(chat)]);
    expect([await feeds.close(chat), await feeds.close(chat)]).toEqual([true, false]);
    expect(await feeds.feedOf(second)).toBeNull();
  });

  it.each(['', 'x', '../../etc/passwd', "' or 1=1 --", 'A'.repeat(32), 'A'.repeat(100_000)])(
    'gives nothing for a wrong one (%#)',
    async (token) => {
      expect(await feed().feedOf(token)).toBeNull();
    },
  );

  it('keeps no token in the database', async () => {
    const token = await feed().open(chat);
    expect(JSON.stringify(await database.query('select * from feeds'))).not.toContain(token);
    expect(token).toMatch(/^[\w-]{32}$/);
  });
});
