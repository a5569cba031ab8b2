import { describe, expect, it } from 'vitest';
import type { InboxEvent } from '../../src/domain/platform.ts';
import { sleep } from '../../src/platforms/sleep.ts';
import { workInbox } from '../../src/platforms/work-inbox.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { testDatabase } from '../support/database.ts';
import { collectLog, type LogLine } from './zalo-bot/bot-harness.ts';

const event = (eventId: string, chatId = 'c1'): InboxEvent => ({
  eventId,
  chatId,
  sentAt: new Date(Number(eventId) * 1000),
  holdMilliseconds: 0,
  body: eventId,
});

async function open() {
  const database = await testDatabase();
  const now = () => new Date();
  const log: LogLine[] = [];
  const inbox = createInbox(database, { now });
  const worker = (work: (event: InboxEvent) => Promise<void>) =>
    workInbox({
      inbox,
      platform: 'zalo-oa',
      work,
      log: collectLog(log),
      now,
      sleep: (ms, signal) => sleep(Math.min(ms, 10), signal),
    });
  return { database, inbox, worker, log };
}

describe('the worker of the inbox', () => {
  it('tries an event again that failed, before the later ones of its chat', async () => {
    const { inbox, worker, log } = await open();
    const worked: string[] = [];
    const one = worker(async ({ body }) => {
      worked.push(body);
      if (worked.length === 1) throw new Error('database away');
    });
    for (const id of ['1', '2']) await inbox.add('zalo-oa', event(id));
    one.start();
    while (worked.length < 3) await sleep(5);
    await one.stop(1000);
    expect(worked).toEqual(['1', '1', '2']);
    expect(log).toMatchObject([{ level: 'error' }]);
  });

  it('gives an event up that fails again and again, says so, and goes on', async () => {
    const { inbox, worker, log } = await open();
    const worked: string[] = [];
    const one = worker(async ({ body }) => {
      worked.push(body);
      if (body === '1') throw new Error('always');
    });
    for (const id of ['1', '2']) await inbox.add('zalo-oa', event(id));
    one.start();
    while (!worked.includes('2')) await sleep(5);
    await one.stop(1000);
    expect(worked).toEqual(['1', '1', '1', '1', '1', '2']);
    expect(log.at(-1)?.message).toContain('bỏ qua');
  });

  it('leaves what it had no time for to the next start, and what is in hand unfinished when it takes too long', async () => {
    const { inbox, worker, database } = await open();
    for (const id of ['1', '2']) await inbox.add('zalo-oa', event(id));
    const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
    const first = worker(async () => {
      asked();
      await new Promise(() => undefined);
    });
    first.start();
    await isAsked;
    await first.stop(20);
    expect(await database.query('select 1 from inbox where done_at is null')).toHaveLength(2);
    await database.query("update inbox_chats set lease_until = '-infinity'");
    const worked: string[] = [];
    const second = worker(async ({ body }) => void worked.push(body));
    second.start();
    while (worked.length < 2) await sleep(5);
    await second.stop(1000);
    expect(worked).toEqual(['1', '2']);
  });

  it('shares chats with other workers and mixes none up', async () => {
    const { inbox, worker } = await open();
    const worked = new Map<string, string[]>();
    const busy = new Set<string>();
    const work = async ({ chatId, body }: InboxEvent) => {
      expect(busy.has(chatId)).toBe(false);
      busy.add(chatId);
      await sleep(2);
      busy.delete(chatId);
      worked.set(chatId, [...(worked.get(chatId) ?? []), body]);
    };
    const workers = [worker(work), worker(work), worker(work)];
    for (let id = 0; id < 90; id += 1) await inbox.add('zalo-oa', event(String(id), `c${id % 9}`));
    for (const one of workers) one.start();
    while ([...worked.values()].flat().length < 90) await sleep(5);
    await Promise.all(workers.map((one) => one.stop(1000)));
    for (const bodies of worked.values()) expect(bodies).toEqual(bodies.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('works a crowd off to its end and in its order, beside others', async () => {
    const { inbox, worker } = await open();
    const worked: string[] = [];
    const one = worker(async ({ chatId, body }) => void worked.push(`${chatId} ${body}`));
    for (let id = 0; id < 40; id += 1) await inbox.add('zalo-oa', event(String(id), 'crowd'));
    one.start();
    await inbox.add('zalo-oa', event('100', 'other'));
    one.wake(0);
    while (worked.length < 41) await sleep(5);
    await one.stop(1000);
    expect(worked.filter((what) => what.startsWith('crowd'))).toEqual(
      Array.from({ length: 40 }, (_, id) => `crowd ${id}`),
    );
  });

  it('does not take up again what it is still working on, though its lease ran out', async () => {
    const { inbox, worker, database } = await open();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const worked: string[] = [];
    const one = worker(async ({ body }) => {
      worked.push(body);
      await mayEnd;
    });
    await inbox.add('zalo-oa', event('1'));
    one.start();
    while (worked.length < 1) await sleep(5);
    await database.query("update inbox_chats set lease_until = '-infinity'");
    const attempts = () => database.query('select attempts from inbox');
    while (JSON.stringify(await attempts()) !== '[{"attempts":2}]') await sleep(5);
    end();
    await one.stop(1000);
    expect(worked).toEqual(['1']);
    expect(await database.query('select 1 from inbox where done_at is null')).toEqual([]);
  });

  it('gives back what it had no time for', async () => {
    const { inbox, worker } = await open();
    await inbox.add('zalo-oa', event('1'));
    const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
    const one = worker(async () => {
      asked();
      await new Promise(() => undefined);
    });
    one.start();
    await isAsked;
    await one.stop(20);
    expect(await inbox.claim('zalo-oa', 1)).toMatchObject([{ body: '1', attempts: 2 }]);
  });

  it('may be stopped before it was started, and twice', async () => {
    const { worker } = await open();
    const one = worker(async () => undefined);
    await one.stop(10);
    await one.stop(10);
  });
});
