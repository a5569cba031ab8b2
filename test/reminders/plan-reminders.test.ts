import { beforeEach, describe, expect, it } from 'vitest';
import { topicOf, usualLadder } from '../../src/domain/reminder.ts';
import { addSeconds, instantAt, localDate, localTime } from '../../src/domain/vietnam-time.ts';
import { planOverdueReminders, planReminders } from '../../src/reminders/plan-reminders.ts';
import { previewReminders } from '../../src/reminders/preview-reminders.ts';
import { syncDuties } from '../../src/reminders/sync-duties.ts';
import { acknowledge } from '../../src/store/acknowledgements.ts';
import type { Database } from '../../src/store/database.ts';
import { endOwnDuty, findDuties, setOverride } from '../../src/store/duties.ts';
import { forgetPlanned } from '../../src/store/planned-steps.ts';
import { countReminders, listReminders } from '../../src/store/reminders.ts';
import { acceptSuperior, nameSuperior, updateSubscriber } from '../../src/store/subscribers.ts';
import { subscribe, unsubscribe } from '../../src/store/subscriptions.ts';
import { testDatabase } from '../support/database.ts';
import { addDuty, addSubscriber, dutyDraft, rules } from '../support/reminder-world.ts';

const now = instantAt('2026-11-02', '09:00');
const monthly = 'FREQ=MONTHLY;BYMONTHDAY=20';
let database: Database;

beforeEach(async () => {
  database = await testDatabase();
});

async function planned(subscriber: number): Promise<string[]> {
  const reminders = await listReminders(database, { subscribers: [subscriber], statuses: ['planned'] });
  return reminders.map(
    ({ step, occurrence, dueAt }) => `${occurrence} ${step} ${localDate(dueAt)} ${localTime(dueAt)}`,
  );
}

describe('planning', () => {
  it('gives everybody who follows a duty its steps, and nobody else', async () => {
    await addDuty(database, dutyDraft('a'), now);
    const one = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, now);
    const other = await addSubscriber(database, { chatId: '2' }, now);
    expect(await planReminders(database, rules, { now })).toBe(4);
    expect(await planned(one)).toEqual([
      '2026-11-13 before-7 2026-11-06 08:00',
      '2026-11-13 before-3 2026-11-10 08:00',
      '2026-11-13 before-1 2026-11-12 08:00',
      '2026-11-13 day 2026-11-13 08:00',
    ]);
    expect(await planned(other)).toEqual([]);
  });

  it('adds nothing when it is done again, by any number of planners, in any order', async () => {
    await addDuty(database, dutyDraft('a', { rule: monthly }), now);
    await addDuty(database, dutyDraft('b', { regime: 'commune:monthly', source: 'regime' }), now);
    for (const chatId of ['1', '2', '3']) await addSubscriber(database, { chatId, topics: ['duty:a', 'duty:b'] }, now);
    const first = await planReminders(database, rules, { now });
    expect(first).toBeGreaterThan(0);
    await Promise.all(Array.from({ length: 20 }, () => planReminders(database, rules, { now })));
    await database.query('update duties set planned_until = null');
    await planReminders(database, rules, { now });
    expect((await countReminders(database)).planned).toBe(first);
  });

  it('moves its horizon day by day without gaps: a year planned daily equals a year planned at once', async () => {
    await addDuty(database, dutyDraft('a', { rule: monthly }), now);
    const subscriber = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, now);
    for (let day = 0; day < 120; day += 1)
      await planReminders(database, rules, { now: addSeconds(now, day * 86_400), days: 10 });
    const daily = await planned(subscriber);
    await database.query('truncate reminders cascade');
    await database.query('update duties set planned_until = null');
    await planReminders(database, rules, { now, days: 129 });
    expect(daily).toEqual(await planned(subscriber));
    expect(daily.length).toBeGreaterThan(12);
  });

  it('makes up for a planner that was away longer than its horizon reached', async () => {
    await addDuty(database, dutyDraft('a'), now);
    const subscriber = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, now);
    await planReminders(database, rules, { now: instantAt('2026-11-12', '20:00') });
    expect((await planned(subscriber)).length).toBe(4);
  });

  it('plans nothing from before somebody asked', async () => {
    await addDuty(database, dutyDraft('a'), now);
    const asked = instantAt('2026-11-11', '10:00');
    const subscriber = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, asked);
    await planReminders(database, rules, { now: asked });
    expect(await planned(subscriber)).toEqual([
      '2026-11-13 before-1 2026-11-12 08:00',
      '2026-11-13 day 2026-11-13 08:00',
    ]);
  });

  it('tells followers of a directive at once of a deadline that came too late for the ladder', async () => {
    const subscriber = await addSubscriber(database, { chatId: '1', topics: ['directive:x'] }, now);
    const known = instantAt('2026-11-11', '10:00');
    await addDuty(database, dutyDraft('a', { topics: ['directive:x'] }), known);
    await planReminders(database, rules, { now: known });
    expect((await planned(subscriber))[0]).toBe('2026-11-13 new 2026-11-11 10:00');
  });

  it('keeps everybody’s own ladder and quiet hours', async () => {
    await addDuty(database, dutyDraft('a'), now);
    const plain = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, now);
    const own = await addSubscriber(database, { chatId: '2', topics: ['duty:a'] }, now);
    const other = await addSubscriber(database, { chatId: '3' }, now);
    await updateSubscriber(database, own, {
      ladder: { ...usualLadder, before: [2] },
      quiet: { from: '18:00', to: '09:30' },
    });
    await subscribe(
      database,
      { subscriber: other, topic: 'duty:a', ladder: { ...usualLadder, before: [5] }, askedBy: '3' },
      now,
    );
    await planReminders(database, rules, { now });
    expect((await planned(plain)).length).toBe(4);
    expect(await planned(own)).toEqual(['2026-11-13 before-2 2026-11-10 18:00']);
    expect(await planned(other)).toEqual(['2026-11-13 before-5 2026-11-06 08:00']);
  });

  it('plans anew after a change of the ladder, from now on; what is due and not sent yet stays', async () => {
    await addDuty(database, dutyDraft('a'), now);
    const subscriber = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, now);
    await planReminders(database, rules, { now });
    const later = instantAt('2026-11-11', '12:00');
    await updateSubscriber(database, subscriber, { ladder: { ...usualLadder, before: [7, 2, 0] } });
    await forgetPlanned(database, subscriber, later);
    await planReminders(database, rules, { now: later });
    expect(await planned(subscriber)).toEqual([
      '2026-11-13 before-7 2026-11-06 08:00',
      '2026-11-13 before-3 2026-11-10 08:00',
      '2026-11-13 day 2026-11-13 08:00',
    ]);
  });

  it('takes back what is no longer followed, and plans it again when it is', async () => {
    await addDuty(database, dutyDraft('a', { topics: ['directive:x', 'locality:hue'] }), now);
    const subscriber = await addSubscriber(database, { chatId: '1', topics: ['directive:x', 'locality:hue'] }, now);
    await planReminders(database, rules, { now });
    expect((await planned(subscriber)).length).toBe(4);
    await unsubscribe(database, { subscriber, topic: 'directive:x' }, now);
    expect((await planned(subscriber)).length).toBe(4);
    expect(await unsubscribe(database, { subscriber, topic: 'locality:hue' }, now)).toBe(true);
    expect(await planned(subscriber)).toEqual([]);
    expect(await unsubscribe(database, { subscriber, topic: 'locality:hue' }, now)).toBe(false);
    await planReminders(database, rules, { now });
    expect(await planned(subscriber)).toEqual([]);
    await subscribe(database, { subscriber, topic: 'directive:x', askedBy: '1' }, now);
    await planReminders(database, rules, { now });
    expect((await planned(subscriber)).length).toBe(4);
  });

  it('ends a duty only for the chat whose words it is', async () => {
    const owner = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, now);
    const stranger = await addSubscriber(database, { chatId: '2' }, now);
    const id = await addDuty(database, dutyDraft('a', { owner }), now);
    await planReminders(database, rules, { now });
    expect(await endOwnDuty(database, { id, owner: stranger }, now)).toBe(false);
    expect((await planned(owner)).length).toBe(4);
    expect(await endOwnDuty(database, { id, owner }, now)).toBe(true);
    expect(await planned(owner)).toEqual([]);
  });

  it('reminds of what is overdue until it is submitted', async () => {
    await addDuty(database, dutyDraft('a', { source: 'regime', regime: 'commune:monthly' }), now);
    const late = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, now);
    const done = await addSubscriber(database, { chatId: '2', topics: ['duty:a'] }, now);
    await planReminders(database, rules, { now });
    const [reminder] = await listReminders(database, { subscribers: [done] });
    expect(reminder?.occurrence).toBe('2026-11-17');
    await acknowledge(
      database,
      {
        reminder: { id: reminder?.id ?? 0, subscriber: done },
        kind: 'submitted',
        by: { personId: '2', personName: 'Lan' },
      },
      now,
    );
    const after = instantAt('2026-11-18', '07:00');
    expect(await planOverdueReminders(database, rules, after)).toBe(1);
    expect(await planOverdueReminders(database, rules, after)).toBe(0);
    expect(await planned(late)).toContain('2026-11-17 overdue-1 2026-11-18 08:00');
    expect((await planned(done)).filter((line) => line.startsWith('2026-11-17'))).toEqual([]);
  });

  it('lets a directive’s own date take the place of the computed one, for those who follow both', async () => {
    await addDuty(
      database,
      dutyDraft('regime:commune:monthly', { source: 'regime', regime: 'commune:monthly', topics: ['regime:commune'] }),
      now,
    );
    const id = await addDuty(database, dutyDraft('d', { source: 'directive', topics: ['directive:x'] }), now);
    const both = await addSubscriber(database, { chatId: '1', topics: ['regime:commune', 'directive:x'] }, now);
    const one = await addSubscriber(database, { chatId: '2', topics: ['regime:commune'] }, now);
    const days = async (subscriber: number) => new Set((await planned(subscriber)).map((line) => line.slice(0, 10)));
    const computed = ['2026-11-17', '2026-12-16'];
    await planReminders(database, rules, { now });
    expect(await days(both)).toEqual(new Set(['2026-11-13', ...computed]));
    expect(await setOverride(database, { id, regime: 'commune:monthly' }, now)).toBe(true);
    await planReminders(database, rules, { now });
    // Only that month's: the directive says nothing of the others.
    expect(await days(both)).toEqual(new Set(['2026-11-13', '2026-12-16']));
    expect(await days(one)).toEqual(new Set(computed));
    await setOverride(database, { id, regime: null }, now);
    await planReminders(database, rules, { now });
    expect(await days(both)).toEqual(new Set(['2026-11-13', ...computed]));
  });

  it('lets a directive’s own rule take the place of all computed ones while it runs', async () => {
    await addDuty(
      database,
      dutyDraft('regime:commune:monthly', { source: 'regime', regime: 'commune:monthly', topics: ['regime:commune'] }),
      now,
    );
    const rule = { rule: 'FREQ=MONTHLY;BYMONTHDAY=20', startsOn: '2026-01-01', endsOn: '2026-11-30' };
    const id = await addDuty(database, dutyDraft('d', { source: 'directive', topics: ['directive:x'], ...rule }), now);
    await setOverride(database, { id, regime: 'commune:monthly' }, now);
    const both = await addSubscriber(database, { chatId: '1', topics: ['regime:commune', 'directive:x'] }, now);
    await planReminders(database, rules, { now });
    expect(new Set((await planned(both)).map((line) => line.slice(0, 10)))).toEqual(
      new Set(['2026-11-20', '2026-12-16']),
    );
  });

  it('overrides nothing with what no directive has set', async () => {
    const id = await addDuty(database, dutyDraft('own'), now);
    expect(await setOverride(database, { id, regime: 'commune:monthly' }, now)).toBe(false);
    expect(await setOverride(database, { id: 999, regime: 'commune:monthly' }, now)).toBe(false);
  });

  it('tells a superior once, who agreed to it, and only while that is switched on', async () => {
    await addDuty(database, dutyDraft('a', { source: 'directive' }), now);
    const boss = await addSubscriber(database, { chatId: '9' }, now);
    for (const chatId of ['1', '2', '3', '4']) {
      const id = await addSubscriber(database, { chatId, topics: ['duty:a'] }, now);
      await nameSuperior(database, id, boss);
      if (chatId !== '3') expect(await acceptSuperior(database, { subscriber: id, superior: boss }, now)).toBe(true);
      if (chatId === '4') await updateSubscriber(database, id, { escalates: false });
    }
    await planReminders(database, rules, { now });
    expect(await planned(boss)).toEqual(['2026-11-13 escalation 2026-11-13 14:00']);
  });

  it('previews in the words of the day and changes nothing', async () => {
    await addDuty(database, dutyDraft('a', { rule: monthly, what: 'nộp báo cáo tháng' }), now);
    const subscriber = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, now);
    const seen = await previewReminders(database, rules, { now, from: now, days: 90, subscriber });
    expect(seen.map(({ at, step }) => `${localDate(at)} ${step}`).slice(0, 5)).toEqual([
      '2026-11-13 before-7',
      '2026-11-17 before-3',
      '2026-11-19 before-1',
      '2026-11-20 day',
      '2026-12-11 before-7',
    ]);
    expect(JSON.stringify(seen[0]?.reply)).toContain('Nộp báo cáo tháng');
    expect(await countReminders(database)).toEqual({});
  });
});

describe('duties from the regime and units', () => {
  it('exist once, and follow units that somebody asks for later', async () => {
    await syncDuties(database, now);
    await syncDuties(database, now);
    expect((await findDuties(database, { sources: ['regime'] })).length).toBe(18);
    await addDuty(
      database,
      dutyDraft('d', { source: 'directive', who: 'Các sở, ban, ngành; UBND các xã, phường' }),
      now,
    );
    // A duty of a directive lives by its deadline; here it has none and ends with the next synchronisation.
    const subscriber = await addSubscriber(database, { chatId: '1', topics: [topicOf.unit('so tai chinh')] }, now);
    await syncDuties(database, now);
    expect(await findDuties(database, { origins: ['d'] })).toEqual([]);
    expect(await planned(subscriber)).toEqual([]);
  });
});
