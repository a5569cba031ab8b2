import { beforeAll, describe, expect, it } from 'vitest';
import { hashOfCode, newCode, readCode } from '../../src/conversation/one-time-code.ts';
import type { Database } from '../../src/store/database.ts';
import { issueInvitation, takeInvitation } from '../../src/store/invitations.ts';
import { listPeople } from '../../src/store/people.ts';
import { codeIn, peopleWorld } from '../conversation/people/people-world.ts';
import { testDatabase } from '../support/database.ts';

/** `GUESSES=100000` runs the size the promise is made for: some minutes. */
const GUESSES = Number(process.env.GUESSES ?? 4000);
const now = new Date('2026-11-22T02:00:00Z');

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

describe('one-time codes', () => {
  it('hold 60 bits or more: 13 of 31 letters, each as likely as the others', () => {
    const codes = Array.from({ length: 5000 }, () => newCode());
    const letters = new Map<string, number>();
    for (const letter of codes.join('')) letters.set(letter, (letters.get(letter) ?? 0) + 1);
    const length = Math.min(...codes.map((code) => code.length));
    expect(length * Math.log2(letters.size)).toBeGreaterThanOrEqual(60);
    expect(Math.max(...letters.values()) / Math.min(...letters.values())).toBeLessThan(1.3);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are kept as fingerprints alone', async () => {
    const world = peopleWorld(database);
    const code = codeIn(await world.say({ id: '1' }, '/moi reader'));
    expect(code.length).toBeGreaterThan(8);
    const rows = await database.query<{ row: string }>('select i::text as row from invitations i');
    expect(rows.map(({ row }) => row).join()).not.toContain(code);
  });

  it(`let 0 of ${GUESSES} guesses in while a hundred are open`, { timeout: 600_000 }, async () => {
    const expiresAt = new Date(now.getTime() + 3_600_000);
    const open = Array.from({ length: 100 }, () => newCode());
    for (const code of open) {
      const invitation = { role: 'administrator' as const, person: null };
      await issueInvitation(database, { codeHash: hashOfCode(code), invitation, by: 'x', expiresAt }, now);
    }
    const forms = [
      () => newCode(),
      () => newCode(8),
      (at: number) => (open[at % open.length] ?? '').slice(0, -1),
      (at: number) => `${open[at % open.length]}2`,
      (at: number) => [...(open[at % open.length] ?? '')].reverse().join(''),
      () => '%',
      () => '',
      () => "' or '1'='1",
    ];
    let entered = 0;
    for (let at = 0; at < GUESSES; at += 1) {
      const typed = forms[at % forms.length]?.(at) ?? '';
      if (open.includes(readCode(typed))) continue;
      if ((await takeInvitation(database, { codeHash: hashOfCode(readCode(typed)), by: 'x' }, now)) !== null)
        entered += 1;
    }
    expect(entered).toBe(0);
  });

  it('may be tried 5 times a day by one person; the right one comes too late after that', async () => {
    const world = peopleWorld(database);
    const before = (await listPeople(database)).length;
    const code = codeIn(await world.say({ id: '1' }, '/moi reader'));
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await world.say({ id: '66' }, `/vao ${newCode()}`)).toContain('không đúng');
    }
    expect(await world.say({ id: '66' }, `/vao ${code}`)).toBe('(im lặng)');
    expect((await listPeople(database)).length).toBe(before);
  });
});
