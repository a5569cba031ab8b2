import { beforeEach, describe, expect, it } from 'vitest';
import type { SendFailureKind } from '../../src/domain/errors.ts';
import type { SendOutcome } from '../../src/domain/platform.ts';
import { usualLadder } from '../../src/domain/reminder.ts';
import { instantAt, localDate, localTime } from '../../src/domain/vietnam-time.ts';
import { acknowledge, listConfirmations, withdrawSubmission } from '../../src/store/acknowledgements.ts';
import type { Database } from '../../src/store/database.ts';
import { listDeliveries, startDelivery } from '../../src/store/deliveries.ts';
import { type ClaimRequest, claimDue, recoverClaims } from '../../src/store/reminder-queue.ts';
import { countReminders, listDeadLetters, listReminders, snoozeReminder } from '../../src/store/reminders.ts';
import { ensurePaces } from '../../src/store/send-paces.ts';
import {
  acceptSuperior,
  linkSubscribers,
  loadSubscribers,
  markReachable,
  nameSuperior,
  updateSubscriber,
} from '../../src/store/subscribers.ts';
import { testDatabase } from '../support/database.ts';
import { addDuty, addSubscriber, dutyDraft, testService } from '../support/reminder-world.ts';
import { type SimulatedClock, simulatedClock } from '../support/simulated-clock.ts';
import { simulatedPlatform, telegramLimits } from '../support/simulated-platform.ts';

const start = '2026-11-02T02:00:00Z';
const begin = new Date(start);
let database: Database;
let clock: SimulatedClock;

beforeEach(async () => {
  database = await testDatabase();
  clock = simulatedClock(start);
});

const failed = (kind: SendFailureKind, retryAfterSeconds: number | null = null): SendOutcome => ({
  status: 'failed',
  kind,
  retryAfterSeconds,
  reason: kind,
});

/** Runs the service until an instant: a round at every instant something is to be tried, and every so many seconds. */
async function runUntil(service: { tick(): Promise<number> }, until: Date, step = 12 * 3600): Promise<void> {
  while (clock.now() < until) {
    await service.tick();
    const [row] = await database.query<{ next: Date | null }>(
      `select min(next_try_at) as next from reminders where status = 'planned' and next_try_at > $1`,
      [clock.now()],
    );
    const waits = [step * 1000, +(row?.next ?? until) - +clock.now(), +until - +clock.now()];
    await clock.sleep(Math.max(1, Math.min(...waits)));
  }
}

const soloLadder = { ...usualLadder, before: [0], overdueDays: 0 };

/** So many chats that are each owed one reminder at 08:00 on the 13th. */
async function oneEach(count: number): Promise<void> {
  await addDuty(database, dutyDraft('a', { ladder: soloLadder }), begin);
  for (let chat = 1; chat <= count; chat += 1)
    await addSubscriber(database, { chatId: String(chat), topics: ['duty:a'] }, begin);
}

const due = instantAt('2026-11-13', '08:00');

describe('delivery', () => {
  it('sends each step once, on time, and keeps the receipt', async () => {
    await addDuty(database, dutyDraft('a', { what: 'nộp báo cáo quý', who: 'UBND xã', to: 'UBND tỉnh' }), begin);
    const subscriber = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    const telegram = simulatedPlatform(clock);
    await runUntil(testService(database, clock, { platforms: [telegram] }), instantAt('2026-11-14', '00:00'));
    expect(telegram.arrived.map(({ at }) => `${localDate(at)} ${localTime(at)}`)).toEqual([
      '2026-11-06 08:00',
      '2026-11-10 08:00',
      '2026-11-12 08:00',
      '2026-11-13 08:00',
    ]);
    expect(telegram.textsOf('1')[2]).toMatch(
      /^Nộp báo cáo quý\n\nHạn: hết thứ Sáu, 13\/11\/2026 – ngày mai\n\nUBND xã → UBND tỉnh/,
    );
    expect(telegram.textsOf('1').join()).not.toContain('trễ');
    const sent = await listReminders(database, { subscribers: [subscriber], statuses: ['sent'] });
    expect(sent.length).toBe(4);
    expect(await listDeliveries(database, sent[0]?.id ?? 0)).toMatchObject([
      { attempt: 1, outcome: 'sent', receipt: '1:1' },
    ]);
  });

  it('sends what was asked for at an hour of the night at that hour', async () => {
    const ladder = { ...usualLadder, before: [], atDueTime: true };
    await addDuty(database, dutyDraft('a', { dueTime: '23:15', ladder }), begin);
    await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    const telegram = simulatedPlatform(clock);
    await runUntil(testService(database, clock, { platforms: [telegram] }), instantAt('2026-11-14', '12:00'));
    expect(telegram.arrived.map(({ at }) => localTime(at))).toEqual(['23:15']);
  });

  it('drains many due at once at the platform’s pace without one refusal', async () => {
    await oneEach(300);
    await addDuty(database, dutyDraft('b', { ladder: soloLadder }), begin);
    await addDuty(database, dutyDraft('c', { ladder: soloLadder }), begin);
    for (const chatId of ['1', '-7', '-8'])
      await addSubscriber(database, { chatId, topics: ['duty:a', 'duty:b', 'duty:c'] }, begin);
    const telegram = simulatedPlatform(clock, { limits: telegramLimits, latencyMs: 20 });
    const service = testService(database, clock, { platforms: [telegram] });
    await service.tick();
    clock.set(due);
    await runUntil(service, new Date(+due + 60_000), 0.5);
    expect(telegram.arrived.length).toBe(300 + 2 + 6);
    expect(telegram.refusedForRate).toBe(0);
    const first300 = telegram.arrived[299];
    expect((+(first300?.at ?? 0) - +due) / 1000).toBeLessThan((300 / 30) * 1.1);
  });

  it('lets no chat with many reminders keep the others waiting', async () => {
    await addSubscriber(database, { chatId: '1', topics: Array.from({ length: 60 }, (_, n) => `duty:${n}`) }, begin);
    for (let n = 0; n < 60; n += 1) await addDuty(database, dutyDraft(String(n), { ladder: soloLadder }), begin);
    await addDuty(database, dutyDraft('last', { ladder: soloLadder }), begin);
    await addSubscriber(database, { chatId: '2', topics: ['duty:last'] }, begin);
    const telegram = simulatedPlatform(clock, { limits: telegramLimits });
    const service = testService(database, clock, { platforms: [telegram] });
    await service.tick();
    clock.set(due);
    await runUntil(service, new Date(+due + 120_000), 0.5);
    const place = telegram.arrived.findIndex(({ chatId }) => chatId === '2');
    expect(place).toBeLessThan(4);
    expect(telegram.arrived.length).toBe(61);
    expect(telegram.refusedForRate).toBe(0);
  });

  it('pauses everything after a 429, for as long as it was told', async () => {
    await oneEach(20);
    const telegram = simulatedPlatform(clock);
    telegram.fault = () => (telegram.calls === 5 ? failed('rate', 40) : null);
    const service = testService(database, clock, { platforms: [telegram] });
    await service.tick();
    clock.set(due);
    await runUntil(service, new Date(+due + 120_000), 1);
    expect(telegram.arrived.length).toBe(20);
    const gaps = telegram.arrived.map(({ at }, index) => +at - +(telegram.arrived[index - 1]?.at ?? at));
    expect(Math.max(...gaps)).toBeGreaterThanOrEqual(40_000);
    expect(new Set(telegram.arrived.map(({ chatId }) => chatId)).size).toBe(20);
  });

  it('never sends again what may have arrived: it is listed, and told of the next morning', async () => {
    await oneEach(30);
    const telegram = simulatedPlatform(clock);
    telegram.fault = () => (telegram.calls <= 30 && telegram.calls % 10 === 0 ? 'lost' : null);
    const service = testService(database, clock, { platforms: [telegram] });
    await service.tick();
    clock.set(due);
    await runUntil(service, new Date(+due + 600_000), 5);
    expect(telegram.arrived.length).toBe(30);
    expect(await countReminders(database)).toMatchObject({ sent: 27, unknown: 3 });
    expect((await listDeadLetters(database, 10)).map(({ status }) => status)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
    await runUntil(service, instantAt('2026-11-15', '12:00'), 3600);
    const late = telegram.arrived.slice(30);
    expect(late.map(({ at }) => `${localDate(at)} ${localTime(at)}`)).toEqual(Array(3).fill('2026-11-14 08:00'));
    expect(late[0]?.text).toContain('không rõ đã đến chưa');
    expect(await countReminders(database)).toMatchObject({ sent: 30, unknown: 3 });
  });

  it.each<[SendFailureKind, status: string, calls: number]>([
    ['bug', 'failed', 1],
    ['transient', 'sent', 4],
    ['config', 'sent', 4],
    ['quota', 'sent', 4],
    ['night', 'sent', 4],
    ['recipient', 'failed', 1],
    ['window', 'failed', 1],
  ])('%s: the reminder is %s in the end', async (kind, status, calls) => {
    await oneEach(1);
    const telegram = simulatedPlatform(clock);
    telegram.fault = () => (telegram.calls < 4 ? failed(kind) : null);
    const service = testService(database, clock, { platforms: [telegram] });
    await service.tick();
    clock.set(due);
    const hours = kind === 'quota' || kind === 'night' ? 1 : 100;
    // Until the window has passed; what is put off to the morning is held over then, and told of in a digest.
    await runUntil(service, new Date(+due + 3600_000), hours === 1 ? 900 : 60);
    const [reminder] = await listReminders(database, { dueFrom: due, dueTo: new Date(+due + 1) });
    if (kind === 'quota' || kind === 'night') {
      expect(reminder).toMatchObject({ status: 'planned', nextTryAt: instantAt('2026-11-14', '07:00') });
      return;
    }
    expect(reminder?.status).toBe(status);
    expect(reminder?.attempts).toBe(calls);
  });

  it('uses the owner’s other chat when one cannot be reached, and the first again when it can', async () => {
    await addDuty(database, dutyDraft('a'), begin);
    const one = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    const other = await addSubscriber(database, { chatId: 'z', platform: 'zalo-bot' }, begin);
    await linkSubscribers(database, one, other);
    const telegram = simulatedPlatform(clock);
    const zalo = simulatedPlatform(clock, { name: 'zalo-bot' });
    telegram.fault = () => (clock.now() < instantAt('2026-11-11', '00:00') ? failed('recipient') : null);
    const service = testService(database, clock, { platforms: [telegram, zalo] });
    await runUntil(service, instantAt('2026-11-11', '00:00'));
    expect([telegram.calls, telegram.arrived.length, zalo.arrived.length]).toEqual([1, 0, 2]);
    const [reminder] = await listReminders(database, { subscribers: [one], statuses: ['sent'] });
    const by = { personId: 'z', personName: 'Lan' };
    const said = await acknowledge(
      database,
      { reminder: { id: reminder?.id ?? 0, subscriber: other }, kind: 'received', by },
      clock.now(),
    );
    expect(said?.subscriber).toBe(one);
    await markReachable(database, { platform: 'telegram', chatId: '1' });
    await runUntil(service, instantAt('2026-11-14', '00:00'));
    expect([telegram.arrived.length, zalo.arrived.length]).toEqual([2, 2]);
  });

  it('gives up visibly on a chat that cannot be reached and has no other', async () => {
    await addDuty(database, dutyDraft('a'), begin);
    const one = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    const telegram = simulatedPlatform(clock);
    telegram.fault = () => failed('recipient');
    await runUntil(testService(database, clock, { platforms: [telegram] }), instantAt('2026-11-14', '00:00'));
    expect(telegram.calls).toBe(1);
    expect((await listReminders(database, { subscribers: [one], statuses: ['failed'] })).length).toBe(4);
    expect((await loadSubscribers(database, [one]))[0]?.isReachable).toBe(false);
  });

  it('follows a chat that has got another id', async () => {
    await addDuty(database, dutyDraft('a'), begin);
    await addSubscriber(database, { chatId: '-1', topics: ['duty:a'] }, begin);
    const telegram = simulatedPlatform(clock);
    telegram.fault = (chatId) => (chatId === '-1' ? { status: 'sent', receipt: '-100:1', movedTo: '-100' } : null);
    await runUntil(testService(database, clock, { platforms: [telegram] }), instantAt('2026-11-14', '00:00'));
    expect(telegram.calls).toBe(4);
    expect(telegram.arrived.map(({ chatId }) => chatId)).toEqual(['-100', '-100', '-100']);
  });
});

describe('after a time without sending', () => {
  it.each<[away: string, back: Date, arrived: string[], heldOver: number]>([
    ['a minute', instantAt('2026-11-06', '08:01'), ['before-7'], 0],
    ['an hour: late, and it says so', instantAt('2026-11-06', '09:00'), ['before-7 (trễ)'], 0],
    ['26 hours: told of in a digest', instantAt('2026-11-07', '10:00'), ['digest: 1'], 1],
    ['eight days: one digest, and what is due now', instantAt('2026-11-13', '10:00'), ['day (trễ)', 'digest: 1'], 3],
    ['into the night: in the morning', instantAt('2026-11-06', '22:00'), ['digest: 1'], 1],
  ])('%s', async (_, back, arrived, heldOver) => {
    await addDuty(database, dutyDraft('a'), begin);
    await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    const telegram = simulatedPlatform(clock);
    await testService(database, clock, { platforms: [telegram] }).tick();
    clock.set(back);
    await runUntil(
      testService(database, clock, { platforms: [telegram], holder: 'next' }),
      new Date(+back + 12 * 3600_000),
    );
    const rows = await listReminders(database, { statuses: ['sent'] });
    const shown = rows.map(({ step, duty }) => {
      const text =
        telegram.arrived.find(({ reply }) => reply.choicesToken === `nhac${rows.find((row) => row.step === step)?.id}`)
          ?.text ?? '';
      return duty === null ? 'digest: 1' : `${step}${text.includes('(trễ)') ? ' (trễ)' : ''}`;
    });
    expect(shown).toEqual(arrived);
    expect((await listReminders(database, { statuses: ['held_over'] })).length).toBe(heldOver);
    expect(telegram.arrived.length).toBe(arrived.length);
    const digest = rows.find(({ duty }) => duty === null);
    for (const { listedIn } of await listReminders(database, { statuses: ['held_over'] }))
      expect(listedIn).toBe(digest?.id);
  });

  it('comes through a platform that is down for a day: nothing lost, nothing twice, few attempts', async () => {
    await oneEach(40);
    const telegram = simulatedPlatform(clock);
    const up = instantAt('2026-11-14', '07:50');
    telegram.fault = () => (clock.now() < up ? failed('transient') : null);
    const service = testService(database, clock, { platforms: [telegram] });
    await service.tick();
    clock.set(due);
    await runUntil(service, instantAt('2026-11-14', '20:00'), 900);
    expect(telegram.arrived.length).toBe(40);
    expect(new Set(telegram.arrived.map(({ chatId }) => chatId)).size).toBe(40);
    expect(telegram.arrived[0]?.text).toContain('Tin nhắc đã lỡ (trễ)');
    expect(telegram.calls).toBeLessThan(400);
  });

  it.each<[string, hours: number]>([
    ['forward', 3],
    ['back', -3],
  ])('comes through a host clock that jumps %s three hours in the middle', async (_, hours) => {
    await oneEach(60);
    const telegram = simulatedPlatform(clock);
    const service = testService(database, clock, { platforms: [telegram] });
    await service.tick();
    clock.set(due);
    telegram.fault = () => {
      if (telegram.calls === 20) clock.advance(hours * 3600);
      if (telegram.calls === 40) clock.advance(-hours * 3600);
      return null;
    };
    await runUntil(service, instantAt('2026-11-13', '18:00'), 600);
    expect(telegram.arrived.length).toBe(60);
    expect(new Set(telegram.arrived.map(({ chatId }) => chatId)).size).toBe(60);
    expect(await countReminders(database)).toEqual({ sent: 60 });
  });
});

describe('claims', () => {
  const request = (holder: string, now = due): ClaimRequest => ({
    now,
    holder,
    leaseSeconds: 60,
    limit: 10,
    platforms: ['telegram'],
  });
  const pace = { slotSeconds: 0, perSecond: 1000, chatSeconds: 0 };

  async function claimOne(holder: string, now = due) {
    const [claimed] = await claimDue(database, { ...request(holder, now), limit: 1 });
    if (claimed === undefined) throw new Error('nothing to claim');
    return { ...claimed, holder };
  }

  beforeEach(async () => {
    await oneEach(8);
    await testService(database, clock, { platforms: [simulatedPlatform(clock)] }).tick();
    await ensurePaces(database, ['telegram']);
  });

  it('are shared out among any number of processes, each reminder to one', async () => {
    const claims = await Promise.all(
      ['a', 'b', 'c', 'd'].map((holder) => claimDue(database, { ...request(holder), limit: 4 })),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await claimDue(database, request('e'));
    expect(ids.length + rest.length).toBe(8);
    expect(await claimDue(database, request('f'))).toEqual([]);
  });

  it('of a dead process are taken up when the lease is over, unless they were started', async () => {
    const started = await claimOne('dead');
    await claimOne('dead');
    expect(await startDelivery(database, { claimed: started, platform: 'telegram', pace, now: due })).toMatchObject({
      status: 'go',
    });
    const recover = (now: Date) =>
      recoverClaims(database, { now, holder: 'next', leaseSeconds: 60, everyOther: false });
    expect(await recover(new Date(+due + 59_000))).toEqual({ again: 0, unknown: 0 });
    expect(await recover(new Date(+due + 61_000))).toEqual({ again: 1, unknown: 1 });
    const claims = await claimDue(database, request('next', new Date(+due + 62_000)));
    expect(claims.length).toBe(7);
    expect(claims.map(({ id }) => id)).not.toContain(started.id);
    expect(await listDeliveries(database, started.id)).toMatchObject([{ outcome: 'unknown', reason: 'process ended' }]);
  });

  it('are taken up at once where only one process can hold the database', async () => {
    await claimOne('dead');
    const recovered = await recoverClaims(database, { now: due, holder: 'next', leaseSeconds: 60, everyOther: true });
    expect(recovered).toEqual({ again: 1, unknown: 0 });
  });

  it('cannot be used any more once taken over, not even by the same process', async () => {
    const first = await claimOne('a');
    await recoverClaims(database, { now: new Date(+due + 61_000), holder: 'a', leaseSeconds: 60, everyOther: false });
    const later = new Date(+due + 61_000);
    const again = await claimDue(database, request('a', later));
    expect(again.map(({ id }) => id)).toContain(first.id);
    const begin = (claimed: typeof first) =>
      startDelivery(database, { claimed, platform: 'telegram', pace, now: later });
    expect(await begin(first)).toEqual({ status: 'void' });
    const second = again.find(({ id }) => id === first.id);
    if (second === undefined) throw new Error('not claimed');
    expect(await begin({ ...second, holder: 'a' })).toMatchObject({ status: 'go' });
    expect(await begin({ ...second, holder: 'a' })).toEqual({ status: 'void' });
  });

  it('are refused by the database itself when a second attempt would begin', async () => {
    const { id } = await claimOne('a');
    const insert = (attempt: number) =>
      database.query(
        `insert into deliveries (reminder_id, attempt, subscriber_id, holder, started_at) values ($1, $2, 1, 'x', now())`,
        [id, attempt],
      );
    await insert(1);
    await expect(insert(2)).rejects.toThrow(/deliveries_once/);
    await database.query(`update deliveries set outcome = 'failed'`);
    await insert(2);
  });

  it('survive a clock that is put back: nothing waits for the future it had seen', async () => {
    const future = new Date(+due + 10_800_000);
    await claimOne('a', future);
    expect(await recoverClaims(database, { now: due, holder: 'b', leaseSeconds: 60, everyOther: false })).toEqual({
      again: 1,
      unknown: 0,
    });
    expect((await claimDue(database, request('b'))).length).toBe(8);
  });
});

describe('answers', () => {
  it('“đã nộp” stops every further reminder of that occurrence in that chat, and can be taken back', async () => {
    await addDuty(database, dutyDraft('a', { rule: 'FREQ=MONTHLY;BYMONTHDAY=20' }), begin);
    const one = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    const other = await addSubscriber(database, { chatId: '2', topics: ['duty:a'] }, begin);
    const telegram = simulatedPlatform(clock);
    const service = testService(database, clock, { platforms: [telegram] });
    await runUntil(service, instantAt('2026-11-14', '00:00'));
    const [first] = await listReminders(database, { subscribers: [one], statuses: ['sent'] });
    const reminder = { id: first?.id ?? 0, subscriber: one };
    const by = { personId: '11', personName: 'Bình' };
    expect(
      await acknowledge(database, { reminder: { ...reminder, subscriber: other }, kind: 'submitted', by }, clock.now()),
    ).toBeNull();
    await acknowledge(database, { reminder, kind: 'submitted', by }, clock.now());
    const again = await acknowledge(
      database,
      { reminder, kind: 'submitted', by: { personId: '12', personName: 'An' } },
      clock.now(),
    );
    expect(again?.personName).toBe('Bình');
    await runUntil(service, instantAt('2026-11-18', '00:00'));
    expect(telegram.textsOf('1').length).toBe(1);
    expect(telegram.textsOf('2').length).toBe(2);
    expect(await withdrawSubmission(database, reminder, clock.now())).toBe(true);
    expect(await withdrawSubmission(database, reminder, clock.now())).toBe(false);
    await runUntil(service, instantAt('2026-11-21', '00:00'));
    expect(telegram.textsOf('1').length).toBe(3);
    await runUntil(service, instantAt('2026-12-12', '00:00'));
    expect(telegram.textsOf('1').at(-1)).toContain('20/12/2026');
  });

  it('“nhắc lại sau” adds one message and changes nothing else', async () => {
    await addDuty(database, dutyDraft('a'), begin);
    const one = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    const telegram = simulatedPlatform(clock);
    const service = testService(database, clock, { platforms: [telegram] });
    await runUntil(service, instantAt('2026-11-06', '09:00'));
    const [first] = await listReminders(database, { subscribers: [one], statuses: ['sent'] });
    const snooze = { id: first?.id ?? 0, subscriber: one, until: instantAt('2026-11-06', '15:00') };
    const id = await snoozeReminder(database, snooze, clock.now());
    expect(await snoozeReminder(database, snooze, clock.now())).toBe(id);
    expect(await snoozeReminder(database, { ...snooze, subscriber: one + 99 }, clock.now())).toBeNull();
    await runUntil(service, instantAt('2026-11-14', '00:00'));
    expect(telegram.arrived.map(({ at }) => `${localDate(at)} ${localTime(at)}`)).toEqual([
      '2026-11-06 08:00',
      '2026-11-06 15:00',
      '2026-11-10 08:00',
      '2026-11-12 08:00',
      '2026-11-13 08:00',
    ]);
  });

  it('nobody has acknowledged: the superior is told who; the board shows the same', async () => {
    const duty = await addDuty(
      database,
      dutyDraft('a', { source: 'regime', rule: 'FREQ=MONTHLY;BYMONTHDAY=13' }),
      begin,
    );
    const boss = await addSubscriber(database, { chatId: '9' }, begin);
    const people: number[] = [];
    for (const chatId of ['1', '2', '3']) {
      const id = await addSubscriber(database, { chatId, topics: ['duty:a'] }, begin);
      await nameSuperior(database, id, boss);
      await acceptSuperior(database, { subscriber: id, superior: boss }, begin);
      people.push(id);
    }
    const telegram = simulatedPlatform(clock);
    const service = testService(database, clock, { platforms: [telegram] });
    await runUntil(service, instantAt('2026-11-12', '12:00'));
    expect(telegram.textsOf('1')[0]).toContain('Nếu chưa ai xác nhận, bot sẽ báo chat 9');
    const [mine] = await listReminders(database, { subscribers: [people[1] ?? 0], statuses: ['sent'] });
    const by = { personId: '2', personName: 'Chi' };
    await acknowledge(
      database,
      { reminder: { id: mine?.id ?? 0, subscriber: people[1] ?? 0 }, kind: 'received', by },
      clock.now(),
    );
    await runUntil(service, instantAt('2026-11-13', '20:00'));
    expect(telegram.textsOf('9').length).toBe(1);
    expect(telegram.textsOf('9')[0]).toMatch(/Chưa xác nhận 2\/3:\n\n• chat 1\n• chat 3/);
    const board = await listConfirmations(database, { duty, occurrence: '2026-11-13', superior: boss });
    expect(board.map(({ name, sent, received }) => [name, sent, received?.by ?? null])).toEqual([
      ['chat 1', 4, null],
      ['chat 3', 4, null],
      ['chat 2', 4, 'Chi'],
    ]);
  });

  it('everybody has acknowledged: the superior is left in peace', async () => {
    await addDuty(database, dutyDraft('a', { source: 'regime', rule: 'FREQ=MONTHLY;BYMONTHDAY=13' }), begin);
    const boss = await addSubscriber(database, { chatId: '9' }, begin);
    const one = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    await nameSuperior(database, one, boss);
    await acceptSuperior(database, { subscriber: one, superior: boss }, begin);
    const telegram = simulatedPlatform(clock);
    const service = testService(database, clock, { platforms: [telegram] });
    await runUntil(service, instantAt('2026-11-06', '12:00'));
    const [mine] = await listReminders(database, { subscribers: [one], statuses: ['sent'] });
    const by = { personId: '1', personName: 'Dũng' };
    await acknowledge(
      database,
      { reminder: { id: mine?.id ?? 0, subscriber: one }, kind: 'received', by },
      clock.now(),
    );
    await runUntil(service, instantAt('2026-11-13', '20:00'));
    expect(telegram.textsOf('9')).toEqual([]);
    expect(await listReminders(database, { subscribers: [boss], statuses: ['cancelled', 'sent'] })).toMatchObject([
      { status: 'cancelled', reason: 'everybody has acknowledged' },
    ]);
  });
});

describe('digests', () => {
  it('come on working mornings with what is coming, and not when nothing is', async () => {
    await addDuty(database, dutyDraft('a', { what: 'nộp báo cáo' }), begin);
    const one = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    await updateSubscriber(database, one, { digest: 'daily', ladder: { ...usualLadder, before: [0], overdueDays: 0 } });
    const telegram = simulatedPlatform(clock);
    await runUntil(testService(database, clock, { platforms: [telegram] }), instantAt('2026-11-17', '00:00'));
    const digests = telegram.arrived.filter(({ text }) => text.startsWith('Sắp đến hạn'));
    expect(digests.map(({ at }) => `${localDate(at)} ${localTime(at)}`)).toEqual([
      '2026-11-06 07:30',
      '2026-11-09 07:30',
      '2026-11-10 07:30',
      '2026-11-11 07:30',
      '2026-11-12 07:30',
      '2026-11-13 07:30',
    ]);
    expect(digests[0]?.text).toBe('Sắp đến hạn\n\n• Nộp báo cáo: hết thứ Sáu, 13/11/2026 – còn 7 ngày');
  });

  it('weekly: on the first working day of the week', async () => {
    await addDuty(database, dutyDraft('a', { dueDate: '2026-11-30' }), begin);
    const one = await addSubscriber(database, { chatId: '1', topics: ['duty:a'] }, begin);
    await updateSubscriber(database, one, {
      digest: 'weekly',
      ladder: { ...usualLadder, before: [0], overdueDays: 0 },
    });
    const telegram = simulatedPlatform(clock);
    await runUntil(testService(database, clock, { platforms: [telegram] }), instantAt('2026-11-29', '00:00'));
    expect(telegram.arrived.map(({ at }) => localDate(at))).toEqual(['2026-11-16', '2026-11-23']);
  });
});
