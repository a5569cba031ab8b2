import { beforeEach, describe, expect, it } from 'vitest';
import { limitRate } from '../../src/conversation/limit-rate.ts';
import type { IncomingMessage } from '../../src/domain/message.ts';
import type { Reply } from '../../src/domain/reply.ts';
import type { Database, Session } from '../../src/store/database.ts';
import { testDatabase } from '../support/database.ts';

const start = Date.parse('2026-11-22T05:00:00Z');
let handled = 0;

/** A person's message so many seconds after the start. */
function message(seconds: number, more: Partial<IncomingMessage> = {}): IncomingMessage {
  return {
    platform: 'telegram',
    chatId: 'p1',
    personId: 'p1',
    personName: null,
    messageId: String(Math.random()),
    text: 'tỷ lệ che phủ rừng',
    choice: null,
    isGroup: false,
    receivedAt: new Date(start + seconds * 1000),
    ...more,
  };
}

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});

function open(perMinute = 30, session: Session = database) {
  handled = 0;
  const outcomes: string[] = [];
  const answer: Reply = { blocks: [], choices: [] };
  const handle = limitRate(
    async () => {
      handled += 1;
      return answer;
    },
    {
      database: session,
      perMinute,
      observe: ({ outcome }) => outcomes.push(outcome),
    },
  );
  return { handle, outcomes };
}

const textOf = (reply: Reply | null): string => JSON.stringify(reply?.blocks ?? null);

describe('the limit of messages', () => {
  it('lets nobody notice who asks as people do', async () => {
    const { handle, outcomes } = open();
    for (let turn = 0; turn < 500; turn += 1) await handle(message(turn * 2.5));
    expect([handled, outcomes]).toEqual([500, []]);
  });

  it('answers the first of a burst, says once that it is too fast, and then keeps silent', async () => {
    const { handle, outcomes } = open();
    const replies: string[] = [];
    for (let turn = 0; turn < 1000; turn += 1) replies.push(textOf(await handle(message(turn / 100))));
    const told = replies.filter((text) => text.includes('Anh/chị nhắn nhanh quá'));
    expect([handled, told.length, outcomes.length]).toEqual([34, 1, 966]);
    expect(replies[30]).toBe(told[0] ?? '');
  });

  it('reads again after a pause, and says it again to who goes on', async () => {
    const { handle } = open();
    for (let turn = 0; turn < 40; turn += 1) await handle(message(0));
    expect(handled).toBe(30);
    for (let turn = 0; turn < 30; turn += 1) await handle(message(61));
    expect(handled).toBe(60);
    expect(textOf(await handle(message(61)))).toContain('nhanh quá');
  });

  it('leaves others alone, also with the same id on another platform', async () => {
    const { handle } = open();
    for (let turn = 0; turn < 100; turn += 1) await handle(message(0));
    for (const other of [{ personId: 'p2' }, { platform: 'zalo-oa' as const }]) await handle(message(0, other));
    expect(handled).toBe(32);
  });

  it('holds a group of many to twice as many', async () => {
    const { handle } = open();
    let last = '';
    for (let turn = 0; turn < 61; turn += 1)
      last = textOf(await handle(message(0, { isGroup: true, chatId: 'g', personId: `p${turn}` })));
    expect(handled).toBe(60);
    expect(last).toContain('Nhóm nhắn nhanh quá');
  });

  it('counts by when messages were sent: what waited for a stopped bot is all answered, in whatever order it comes', async () => {
    const { handle } = open();
    const sent = Array.from({ length: 200 }, (_, turn) => turn * 5);
    for (const seconds of sent) await handle(message(seconds));
    expect(handled).toBe(200);
    await handle(message(0));
    expect(handled).toBe(201);
  });

  it('has none at the terminal', async () => {
    const { handle } = open(1);
    for (let turn = 0; turn < 100; turn += 1) await handle(message(0, { platform: 'terminal' }));
    expect(handled).toBe(100);
  });

  it('counts for all processes together, also in the same instant', async () => {
    const processes = [open(), open(), open()];
    const sent = Array.from({ length: 90 }, (_, turn) => processes[turn % 3]?.handle(message(turn / 1000)));
    const told = (await Promise.all(sent)).filter((reply) => textOf(reply ?? null).includes('nhanh quá'));
    expect([handled, told.length]).toEqual([30, 1]);
  });

  it('stops nobody while the database cannot count', async () => {
    const { handle } = open(1, { query: () => Promise.reject(new Error('away')) });
    for (let turn = 0; turn < 5; turn += 1) await handle(message(0));
    expect(handled).toBe(5);
  });
});
