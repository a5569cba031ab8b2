import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { claimMessage, completeMessage, pruneSeenMessages } from '../../src/store/seen-messages.ts';
import { testDatabase } from '../support/database.ts';

const message = { platform: 'telegram', messageId: '77:1' } as const;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute));
const first = { holder: 'first process', seenAt: at(0) };
const second = { holder: 'second process', seenAt: at(1) };

describe('seen messages', () => {
  let database: Database;
  beforeEach(async () => {
    database = await testDatabase();
  });

  it('are claimed once by one holder', async () => {
    expect(await claimMessage(database, message, first)).toBe(true);
    expect(await claimMessage(database, message, first)).toBe(false);
  });

  it('are told apart by platform and by id', async () => {
    await claimMessage(database, message, first);
    expect(await claimMessage(database, { ...message, platform: 'zalo-oa' }, first)).toBe(true);
    expect(await claimMessage(database, { ...message, messageId: '78:1' }, first)).toBe(true);
  });

  it('are claimed by one of many at the same moment', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimMessage(database, message, first)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('are taken up again by another holder when the first never completed them', async () => {
    await claimMessage(database, message, first);
    expect(await claimMessage(database, message, second)).toBe(true);
    expect(await claimMessage(database, message, second)).toBe(false);
  });

  it('are never taken up again once completed', async () => {
    await claimMessage(database, message, first);
    await completeMessage(database, message, at(1));
    expect(await claimMessage(database, message, first)).toBe(false);
    expect(await claimMessage(database, message, second)).toBe(false);
  });

  it('are left alone after three processes died of them', async () => {
    const claims: boolean[] = [];
    for (const holder of ['a', 'b', 'c', 'd']) claims.push(await claimMessage(database, message, { ...first, holder }));
    expect(claims).toEqual([true, true, true, false]);
  });

  it('are forgotten when old, and then new again', async () => {
    await claimMessage(database, message, first);
    await completeMessage(database, message, at(0));
    await pruneSeenMessages(database, at(0));
    expect(await claimMessage(database, message, second)).toBe(false);
    await pruneSeenMessages(database, at(30));
    expect(await claimMessage(database, message, second)).toBe(true);
  });
});
