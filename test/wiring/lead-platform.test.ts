import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../src/domain/platform.ts';
import { sleep } from '../../src/platforms/sleep.ts';
import type { Database } from '../../src/store/database.ts';
import { releaseLease, takeLease } from '../../src/store/leases.ts';
import { leadPlatform } from '../../src/wiring/lead-platform.ts';
import { testDatabase } from '../support/database.ts';

const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent };
const leaseSeconds = 0.3;
let database: Database;
/** Who takes messages now, and how many at most did so together. */
const polling = { now: new Set<string>(), most: 0, started: 0 };
let running: Platform[] = [];

beforeEach(async () => {
  database = await testDatabase();
  Object.assign(polling, { now: new Set(), most: 0, started: 0 });
});
afterEach(async () => {
  await Promise.all(running.map((platform) => platform.stop()));
  running = [];
});

function polled(process: string): Platform {
  return {
    name: 'telegram',
    limits: { textLength: 4096, buttons: 8 },
    capabilities: {} as Platform['capabilities'],
    finished: Promise.resolve(),
    send: async () => ({ status: 'sent', receipt: process }),
    async start() {
      polling.now.add(process);
      polling.started += 1;
      polling.most = Math.max(polling.most, polling.now.size);
    },
    async stop() {
      polling.now.delete(process);
    },
  };
}

/** A process; `isCut` makes the database unreachable for it, as a lost network or a frozen machine does. */
async function open(process: string, cut = { isCut: false }): Promise<Platform> {
  const lease = { name: 'poll telegram', holder: process };
  const platform = leadPlatform(
    () => polled(process),
    {
      take: () => (cut.isCut ? Promise.reject(new Error('away')) : takeLease(database, lease, leaseSeconds)),
      release: () => (cut.isCut ? Promise.resolve() : releaseLease(database, lease)),
      leaseSeconds,
    },
    { log, sleep },
  );
  running.push(platform);
  await platform.start();
  return platform;
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isTrue(); tries += 1) await sleep(10);
  expect(isTrue()).toBe(true);
}

describe('a polled platform in several processes', () => {
  it('is polled by one, sent to by all, and by the next when the leader stops', async () => {
    const [first, second] = [await open('a'), await open('b')];
    expect([...polling.now]).toEqual(['a']);
    expect(await second.send('1', { blocks: [], choices: [] })).toMatchObject({ receipt: 'b' });
    await first.stop();
    await until(() => polling.now.has('b'));
    expect(polling.most).toBe(1);
  });

  it('is taken over when the leader cannot reach the database, and the former leader has stopped', async () => {
    const cut = { isCut: false };
    await open('a', cut);
    await open('b');
    cut.isCut = true;
    await until(() => polling.now.has('b') && !polling.now.has('a'));
    cut.isCut = false;
    await sleep(leaseSeconds * 1000);
    expect([...polling.now]).toEqual(['b']);
  });

  it('says at the start what is wrong with a setting, and leaves the lead to others', async () => {
    const lease = { name: 'poll telegram', holder: 'wrong' };
    const lead = {
      take: () => takeLease(database, lease, 60),
      release: () => releaseLease(database, lease),
      leaseSeconds,
    };
    const broken = { ...polled('wrong'), start: () => Promise.reject(new Error('token')) };
    await expect(leadPlatform(() => broken, lead, { log, sleep }).start()).rejects.toThrow('token');
    await open('b');
    expect([...polling.now]).toEqual(['b']);
  });
});

describe('leases', () => {
  it('are one holder’s until they run out or are given back', async () => {
    const take = (holder: string, seconds = 60) => takeLease(database, { name: 'x', holder }, seconds);
    expect([await take('a'), await take('b'), await take('a')]).toEqual([true, false, true]);
    await releaseLease(database, { name: 'x', holder: 'b' });
    expect(await take('b')).toBe(false);
    await releaseLease(database, { name: 'x', holder: 'a' });
    expect(await take('b', 0)).toBe(true);
    await sleep(5);
    expect(await take('a')).toBe(true);
  });
});
