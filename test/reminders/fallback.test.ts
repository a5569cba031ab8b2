import { beforeEach, describe, expect, it } from 'vitest';
import type { SendFailureKind } from '../../src/domain/errors.ts';
import type { PlatformName } from '../../src/domain/message.ts';
import type { SendOutcome } from '../../src/domain/platform.ts';
import { createEmail } from '../../src/platforms/email/create-email.ts';
import type { Database } from '../../src/store/database.ts';
import { listReminders } from '../../src/store/reminders.ts';
import { linkSubscribers, loadSubscribers, markReachable, unlinkSubscriber } from '../../src/store/subscribers.ts';
import { testDatabase } from '../support/database.ts';
import { startFakeSmtp } from '../support/fake-smtp.ts';
import { addDuty, addSubscriber, dutyDraft, testService } from '../support/reminder-world.ts';
import { type SimulatedClock, simulatedClock } from '../support/simulated-clock.ts';
import { type SimulatedPlatform, simulatedPlatform } from '../support/simulated-platform.ts';

const names = ['telegram', 'zalo-bot', 'email'] as const satisfies PlatformName[];
const begin = new Date('2026-11-02T02:00:00Z');
const [TELEGRAM, ZALO, EMAIL] = ['t', 'z', 'ha@co-quan.vn'];
let database: Database;
let clock: SimulatedClock;
let chats: number[];

beforeEach(async () => {
  database = await testDatabase();
  clock = simulatedClock(begin.toISOString());
  chats = [];
  for (const [at, chatId] of [TELEGRAM, ZALO, EMAIL].entries())
    chats.push(await addSubscriber(database, { chatId, platform: names[at] ?? 'telegram' }, begin));
});

const link = (one: number, other: number) => linkSubscribers(database, chats[one] ?? 0, chats[other] ?? 0);
const failed = (kind: SendFailureKind): SendOutcome => ({
  status: 'failed',
  kind,
  retryAfterSeconds: null,
  reason: kind,
});

/** Four days with one step each, for the chat at this place. */
async function remind(place: number): Promise<void> {
  await addDuty(database, dutyDraft('a'), begin);
  const chatId = [TELEGRAM, ZALO, EMAIL][place] ?? '';
  await addSubscriber(database, { chatId, platform: names[place] ?? 'telegram', topics: ['duty:a'] }, begin);
}

/** The first of the four steps, and time enough for it to find its way. */
const firstStep = new Date('2026-11-06T01:00:00Z');

async function run(platforms: SimulatedPlatform[], from = firstStep): Promise<void> {
  const service = testService(database, clock, { platforms });
  await service.tick();
  clock.set(from);
  for (let round = 0; round < 8; round += 1) {
    await service.tick();
    await clock.sleep(10_000);
  }
}

const three = () => names.map((name) => simulatedPlatform(clock, { name }));

/** Which chat each chat names, as places in the list; -1 for none. */
async function ring(): Promise<number[]> {
  return (await loadSubscribers(database, chats)).map(({ fallback }) => chats.indexOf(fallback ?? -1));
}

describe('the chats of one owner', () => {
  it.each<[how: string, links: [number, number][]]>([
    [
      'one after the other',
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'from the middle',
      [
        [1, 0],
        [1, 2],
      ],
    ],
    [
      'twice and crosswise',
      [
        [0, 1],
        [1, 0],
        [2, 1],
        [0, 2],
        [2, 0],
        [1, 1],
      ],
    ],
  ])('stand in one ring, linked %s', async (_, links) => {
    for (const [one, other] of links) await link(one, other);
    const next = await ring();
    let at = 0;
    const seen = [0, 1, 2].map(() => (at = next[at] ?? -1));
    expect(seen.toSorted()).toEqual([0, 1, 2]);
    expect(at).toBe(0);
  });

  it('of two stand in for each other; a chat alone has nobody', async () => {
    await link(0, 1);
    await link(2, 2);
    expect(await ring()).toEqual([1, 0, -1]);
  });
});

describe('a reminder that cannot be sent to its chat', () => {
  it.each(
    [0, 1, 2].flatMap((place) =>
      [0, 1, 2].map((open) => [names[place] ?? '', names[open] ?? '', place, open] as const),
    ),
  )('to %s, reaches the only one left, %s, once', async (_from, _to, place, open) => {
    await link(0, 1);
    await link(1, 2);
    await remind(place);
    const platforms = three();
    for (const [at, platform] of platforms.entries()) if (at !== open) platform.fault = () => failed('recipient');
    await run(platforms);
    expect(platforms.map(({ arrived }) => arrived.length)).toEqual([0, 1, 2].map((at) => Number(at === open)));
    expect(platforms.every(({ calls }) => calls <= 1)).toBe(true);
  });

  it.each<SendFailureKind>(['window', 'recipient'])(
    'is tried once in each and then given up visibly: %s',
    async (kind) => {
      await link(0, 1);
      await link(1, 2);
      await remind(0);
      const platforms = three();
      for (const platform of platforms) platform.fault = () => failed(kind);
      await run(platforms);
      expect(await listReminders(database, { statuses: ['failed'] })).toMatchObject([{ attempts: 3, reason: kind }]);
    },
  );

  it('comes back to the first chat when it can be reached again', async () => {
    await link(0, 1);
    await link(1, 2);
    await remind(0);
    const platforms = three();
    const [telegram, zalo] = platforms;
    if (telegram) telegram.fault = () => (telegram.calls === 1 ? failed('recipient') : null);
    await run(platforms);
    expect([telegram?.arrived.length, zalo?.arrived.length]).toEqual([0, 1]);
    await markReachable(database, { platform: 'telegram', chatId: TELEGRAM });
    await run(platforms, new Date('2026-11-10T01:00:00Z'));
    expect([telegram?.arrived.length, zalo?.arrived.length]).toEqual([1, 1]);
  });

  it('arrives as a real mail, once, and with what to say to the bot', async () => {
    await link(0, 2);
    await remind(0);
    const smtp = await startFakeSmtp();
    try {
      const telegram = simulatedPlatform(clock);
      telegram.fault = () => failed('recipient');
      const email = createEmail({ url: smtp.url, from: 'nhac@vi-du.vn', now: clock.now });
      const service = testService(database, clock, { platforms: [telegram, email] });
      await service.tick();
      clock.set(firstStep);
      for (let round = 0; round < 3; round += 1) await service.tick();
      expect(smtp.mails.map(({ to }) => to)).toEqual([[EMAIL]]);
      const [sent] = await database.query<{ receipt: string }>(`select receipt from deliveries where outcome = 'sent'`);
      expect(sent?.receipt).toMatch(/@vi-du\.vn>$/);
    } finally {
      await smtp.close();
    }
  });
});

describe('a chat that is no longer linked', () => {
  it('gets nothing more that was meant for another, not even what was planned', async () => {
    await link(0, 1);
    await remind(0);
    const platforms = three();
    const [telegram, zalo] = platforms;
    if (telegram) telegram.fault = () => failed('recipient');
    await run(platforms);
    expect(zalo?.arrived.length).toBe(1);
    expect(await unlinkSubscriber(database, chats[1] ?? 0)).toBe(true);
    expect(await ring()).toEqual([-1, -1, -1]);
    await run(platforms, new Date('2026-11-10T01:00:00Z'));
    expect(zalo?.arrived.length).toBe(1);
    expect(await unlinkSubscriber(database, chats[1] ?? 0)).toBe(false);
  });
});
