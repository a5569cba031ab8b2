import { beforeEach, describe, expect, it } from 'vitest';
import type { ClaimedChat, InboxEvent } from '../../src/domain/platform.ts';
import type { Database } from '../../src/store/database.ts';
import { createInbox, forgetInbox } from '../../src/store/inbox.ts';
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

/** Works a chat off to its end, and gives what it was. */
async function drain(chat: ClaimedChat | undefined): Promise<string[]> {
  const seen: string[] = [];
  if (chat === undefined) return seen;
  for (let one = await chat.next(null); one !== null; one = await chat.next(one.id)) seen.push(one.body);
  await chat.release();
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
    const [chat] = await inbox.claim('zalo-oa', 10);
    expect(await drain(chat)).toEqual(['tin 1', 'tin 2', 'tin 3', 'tin 4']);
  });

  it('holds a later event back while an earlier one may still come, and lets that one go first', async () => {
    const inbox = open();
    await inbox.add('zalo-oa', event('2', { holdMilliseconds: 200 }));
    later(150);
    await inbox.add('zalo-oa', event('1', { holdMilliseconds: 200 }));
    later(60);
    const [chat] = await inbox.claim('zalo-oa', 10);
    expect(await drain(chat)).toEqual(['tin 1', 'tin 2']);
  });

  it('has one worker a chat at a time, and different chats side by side', async () => {
    const [one, other] = [open(), open()];
    for (const chatId of ['a', 'b', 'c']) await one.add('zalo-oa', event(`1${chatId}`, { chatId }));
    const first = await one.claim('zalo-oa', 2);
    const second = await other.claim('zalo-oa', 10);
    expect([first.length, second.length]).toEqual([2, 1]);
    await one.add('zalo-oa', event('2a', { chatId: 'a' }));
    expect(await other.claim('zalo-oa', 10)).toEqual([]);
    expect((await Promise.all([...first, ...second].map(drain))).flat()).toHaveLength(4);
  });

  it('gives what a dead process had in hand to another when its lease has run out, and counts the attempts', async () => {
    const inbox = open();
    await inbox.add('zalo-oa', event('1'));
    const [dead] = await inbox.claim('zalo-oa', 1);
    expect(await dead?.next(null)).toMatchObject({ attempts: 1 });
    later(59_000);
    expect(await open().claim('zalo-oa', 1)).toEqual([]);
    later(2_000);
    const [next] = await open().claim('zalo-oa', 1);
    expect(await next?.next(null)).toMatchObject({ body: 'tin 1', attempts: 2 });
    // The first one was only slow: it may not go on.
    expect(await dead?.renew()).toBe(false);
    expect(await dead?.next(null)).toBeNull();
  });

  it('keeps a chat for whoever says in time that it is still at it', async () => {
    const inbox = open();
    await inbox.add('zalo-oa', event('1'));
    const [chat] = await inbox.claim('zalo-oa', 1);
    for (let times = 0; times < 3; times += 1) {
      later(40_000);
      expect(await chat?.renew()).toBe(true);
      expect(await open().claim('zalo-oa', 1)).toEqual([]);
    }
  });

  it('forgets the words of what is done at once, and the event itself only when told', async () => {
    const inbox = open();
    await inbox.add('zalo-oa', event('1'));
    await drain((await inbox.claim('zalo-oa', 1))[0]);
    expect(await database.query('select body from inbox')).toEqual([{ body: '' }]);
    expect(await inbox.add('zalo-oa', event('1'))).toBe(false);
    later(1000);
    await inbox.forget(clock.now);
    expect(await database.query('select 1 from inbox union all select 1 from inbox_chats')).toEqual([]);
    expect(await inbox.add('zalo-oa', event('1'))).toBe(true);
    await forgetInbox(database, { platform: 'zalo-oa', chatId: 'c1' });
    expect(await database.query('select 1 from inbox')).toEqual([]);
  });

  it('keeps any text', async () => {
    const body = 'a\0b \ud800 “x” \\u0000 \n 👨‍👩‍👧‍👦';
    const inbox = open();
    expect(await inbox.add('zalo-oa', event('1', { body, eventId: 'e\0', chatId: "c'\0" }))).toBe(true);
    expect(await drain((await inbox.claim('zalo-oa', 1))[0])).toEqual(['a\ufffdb \ufffd “x” \\u0000 \n 👨‍👩‍👧‍👦']);
  });
});
