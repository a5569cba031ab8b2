import { beforeEach, describe, expect, it } from 'vitest';
import type { Inbox, InboxEvent } from '../../src/domain/platform.ts';
import type { Database } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { testDatabase } from '../support/database.ts';

const start = new Date('2026-11-22T05:00:00Z');
const clock = { now: start };
const later = (milliseconds: number) => {
  clock.now = new Date(clock.now.getTime() + milliseconds);
};
let database: Database;
/** As another process would have it. */
const open = () => createInbox(database, { now: () => clock.now, leaseSeconds: 60 });

const event = (eventId: string, more: Partial<InboxEvent> = {}): InboxEvent => ({
  eventId,
  chatId: 'c1',
  sentAt: new Date(start.getTime() + Number(eventId.replace(/\D/g, '') || 0)),
  holdMilliseconds: 0,
  body: `tin ${eventId}`,
  ...more,
});

/** Works off all that is ready, a turn of each chat after the other, and gives what it was. */
async function drain(inbox: Inbox): Promise<string[]> {
  const seen: string[] = [];
  for (let turn = await inbox.claim('zalo-oa', 10); turn.length > 0; turn = await inbox.claim('zalo-oa', 10)) {
    seen.push(...turn.map(({ body }) => body));
    await inbox.finish(turn);
  }
  return seen;
}

beforeEach(async () => {
  database = await testDatabase();
  clock.now = start;
});

describe('the inbox', () => {
  it('takes each event once, also from many at once and in one batch, apart for each platform', async () => {
    const inboxes = [open(), open()];
    const taken = await Promise.all(
      Array.from({ length: 40 }, (_, index) => inboxes[index % 2]?.add('zalo-oa', event(String(index % 4)))),
    );
    expect(taken.filter(Boolean)).toHaveLength(4);
    expect(await open().add('zalo-bot', event('0'))).toBe(true);
  });

  it('gives the events of a chat in the order they were sent, whatever order they came in', async () => {
    const inbox = open();
    for (const id of ['3', '1', '4', '2']) await inbox.add('zalo-oa', event(id, { holdMilliseconds: 200 }));
    expect(await inbox.claim('zalo-oa', 10)).toEqual([]);
    later(201);
    expect(await drain(inbox)).toEqual(['tin 1', 'tin 2', 'tin 3', 'tin 4']);
  });

  it('holds a later event back while an earlier one may still come, and lets that one go first', async () => {
    const inbox = open();
    await inbox.add('zalo-oa', event('2', { holdMilliseconds: 200 }));
    later(150);
    await inbox.add('zalo-oa', event('1', { holdMilliseconds: 200 }));
    later(60);
    expect(await drain(inbox)).toEqual(['tin 1', 'tin 2']);
  });

  it('has one worker a chat at a time, and different chats side by side', async () => {
    const [one, other] = [open(), open()];
    for (const chatId of ['a', 'b', 'c']) await one.add('zalo-oa', event(`1${chatId}`, { chatId }));
    const first = await one.claim('zalo-oa', 2);
    const second = await other.claim('zalo-oa', 10);
    expect([first.length, second.length]).toEqual([2, 1]);
    await one.add('zalo-oa', event('2a', { chatId: first[0]?.chatId ?? '' }));
    expect(await other.claim('zalo-oa', 10)).toEqual([]);
    await Promise.all([one.finish(first), other.finish(second)]);
    expect(await drain(other)).toEqual(['tin 2a']);
  });

  it('gives each chat its turn, an event at a time, whoever has waited longest first', async () => {
    const inbox = open();
    for (let id = 1; id <= 3; id += 1) await inbox.add('zalo-oa', event(`1${id}`, { chatId: 'flood' }));
    for (const chatId of ['b', 'c']) {
      later(1);
      await inbox.add('zalo-oa', event(`1${chatId}`, { chatId }));
    }
    const order: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      later(1);
      const next = await inbox.claim('zalo-oa', 1);
      order.push(...next.map(({ chatId }) => chatId));
      if (turn === 0) await inbox.add('zalo-oa', event('2b', { chatId: 'b' }));
      await inbox.finish(next);
    }
    expect(order).toEqual(['flood', 'b', 'c', 'flood', 'b', 'flood']);
  });

  const floodBy = (inbox: Inbox, chatId: string) =>
    Promise.all(Array.from({ length: 33 }, (_, id) => inbox.add('zalo-oa', event(`${id}${chatId}`, { chatId }))));
  const chatsOf = (events: readonly InboxEvent[]) => events.map(({ chatId }) => chatId).toSorted();

  it('gives a crowd its turn when nobody else is there, and after a second at the latest', async () => {
    const inbox = open();
    await floodBy(inbox, 'flood');
    await inbox.add('zalo-oa', event('1', { chatId: 'b' }));
    const first = await inbox.claim('zalo-oa', 10);
    expect(first).toMatchObject([{ chatId: 'b', isOfCrowd: false }]);
    expect(await inbox.claim('zalo-oa', 10, false)).toEqual([]);
    const turn = await inbox.claim('zalo-oa', 10);
    expect(turn).toMatchObject([{ chatId: 'flood', isOfCrowd: true }]);
    await Promise.all([inbox.finish(first), inbox.finish(turn)]);
    later(1001);
    await inbox.add('zalo-oa', event('2', { chatId: 'b' }));
    expect(chatsOf(await inbox.claim('zalo-oa', 10, false))).toEqual(['b', 'flood']);
  });

  it.each([
    [10, 400],
    [200, 1000],
  ])(
    'lets a crowd rest after a turn of %i ms for %i ms, until few are left; not where it may not',
    async (tookMilliseconds, rest) => {
      const inbox = open();
      await floodBy(inbox, 'flood');
      const rests: number[] = [];
      for (let turn = 0; turn < 33; turn += 1) {
        const next = await inbox.claim('zalo-oa', 10);
        expect(next.map(({ body }) => body)).toEqual([`tin ${turn}flood`]);
        rests.push(await inbox.finish(next.map((one) => ({ ...one, tookMilliseconds }))));
        if (rests.at(-1) === 0) continue;
        later(rest - 1);
        expect(await inbox.claim('zalo-oa', 10)).toEqual([]);
        later(2);
      }
      expect(rests).toEqual([rest, rest, rest, ...Array(30).fill(0)]);
      await floodBy(inbox, 'more');
      const more = await inbox.claim('zalo-oa', 10);
      expect(
        await inbox.finish(
          more.map((one) => ({ ...one, tookMilliseconds })),
          false,
        ),
      ).toBe(0);
      expect(await inbox.claim('zalo-oa', 10)).toHaveLength(1);
    },
  );

  it('gives what a dead process had in hand to another when its lease has run out, and counts the attempts', async () => {
    const inbox = open();
    await inbox.add('zalo-oa', event('1'));
    const dead = await inbox.claim('zalo-oa', 1);
    expect(dead).toMatchObject([{ attempts: 1 }]);
    later(59_000);
    expect(await open().claim('zalo-oa', 1)).toEqual([]);
    later(2_000);
    const next = await open().claim('zalo-oa', 1);
    expect(next).toMatchObject([{ body: 'tin 1', attempts: 2 }]);
    // The first one was only slow: it may neither keep nor finish nor give back what is another's now.
    await inbox.finish(dead);
    await inbox.renew(dead);
    for (const event of dead) await inbox.giveBack(event, 0);
    expect(await inbox.claim('zalo-oa', 1)).toEqual([]);
    expect(await database.query('select waiting from inbox_chats')).toEqual([{ waiting: 1 }]);
    await inbox.finish(next);
    await inbox.finish(next);
    expect(await database.query('select waiting from inbox_chats')).toEqual([{ waiting: 0 }]);
  });

  it('keeps a chat for whoever says in time that it is still at it', async () => {
    const inbox = open();
    await inbox.add('zalo-oa', event('1'));
    const events = await inbox.claim('zalo-oa', 1);
    for (let times = 0; times < 3; times += 1) {
      later(40_000);
      await inbox.renew(events);
      expect(await open().claim('zalo-oa', 1)).toEqual([]);
    }
    await inbox.finish(events);
  });

  it('hands out again what was given back, after the time named', async () => {
    const inbox = open();
    await inbox.add('zalo-oa', event('1'));
    for (const one of await inbox.claim('zalo-oa', 1)) await inbox.giveBack(one, 1000);
    expect(await inbox.claim('zalo-oa', 1)).toEqual([]);
    later(1001);
    expect(await inbox.claim('zalo-oa', 1)).toMatchObject([{ body: 'tin 1', attempts: 2 }]);
  });

  it('forgets the words of what is done at once, and the event itself only when told', async () => {
    const inbox = open();
    await inbox.add('zalo-oa', event('1'));
    await drain(inbox);
    expect(await database.query('select body from inbox')).toEqual([{ body: '' }]);
    expect(await inbox.add('zalo-oa', event('1'))).toBe(false);
    later(1000);
    await inbox.forget(clock.now);
    expect(await database.query('select 1 from inbox union all select 1 from inbox_chats')).toEqual([]);
    expect(await inbox.add('zalo-oa', event('1'))).toBe(true);
  });

  it.each([
    ['more than there is', "delete from inbox where event_id <> '2'", ['tin 2']],
    ['less than there is', 'update inbox_chats set waiting = 0, turn_at = null', ['tin 1', 'tin 2', 'tin 3']],
    ['what is gone', 'delete from inbox', []],
  ])('counts anew when told to forget: a chat was said to have %s', async (_, sql, expected) => {
    const inbox = open();
    for (const id of ['1', '2', '3']) await inbox.add('zalo-oa', event(id));
    await database.query(sql);
    await inbox.forget(new Date(0));
    expect(await drain(inbox)).toEqual(expected);
    expect(await database.query('select 1 from inbox_chats where waiting > 0 or turn_at is not null')).toEqual([]);
  });

  it('keeps any text', async () => {
    const body = 'a\0b \ud800 “x” \\u0000 \n 👨‍👩‍👧‍👦';
    const inbox = open();
    expect(await inbox.add('zalo-oa', event('1', { body, eventId: 'e\0', chatId: "c'\0" }))).toBe(true);
    expect(await drain(inbox)).toEqual(['a\ufffdb \ufffd “x” \\u0000 \n 👨‍👩‍👧‍👦']);
  });
});
