import { beforeAll, describe, expect, it } from 'vitest';
import { createPrivacy } from '../../src/conversation/privacy/privacy-feature.ts';
import { createReview } from '../../src/conversation/review/create-review.ts';
import type { Database } from '../../src/store/database.ts';
import { saveDirective } from '../../src/store/save-directive.ts';
import { admin, type From, peopleWorld } from '../conversation/people/people-world.ts';
import { testDatabase } from '../support/database.ts';
import { sampleDirective } from '../support/sample-directive.ts';
import { tableChecksums } from '../support/table-checksums.ts';

/** `TAPS=10000` runs the size the promise is made for: some minutes. */
const TAPS = Number(process.env.TAPS ?? 1000);

const an: From = { id: '501' };
const be: From = { id: '502' };
let database: Database;
let world: ReturnType<typeof peopleWorld>;
/** Buttons that erase, approve and let in, each shown to somebody: token and how many. */
const shown: { to: From; token: string; count: number }[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await saveDirective(database, await sampleDirective({ passages: ['Tỷ lệ che phủ rừng đạt 57,83%.'] }));
  world = peopleWorld(database, {
    features: () => [createPrivacy({ database, retentionDays: 30 }), createReview({ database, approvals: 1 })],
  });
  await world.letIn(an, 'reviewer');
  await world.letIn(be, 'reader');
  for (const [to, text] of [
    [an, '/xoadulieu'],
    [an, '/duyet'],
    [admin, '/moi'],
    [admin, '/nguoidung'],
    [be, '/xoadulieu'],
  ] as const) {
    const reply = await world.send(to, text);
    if (reply?.choicesToken !== undefined && reply.choices.length > 0)
      shown.push({ to, token: reply.choicesToken, count: reply.choices.length });
  }
}, 60_000);

const standing = (): Promise<string> =>
  tableChecksums(database, (table) => !/^(?:chats|refusals|consents)$/.test(table));

const other = (owner: From, at: number): From =>
  [an, be, admin, { id: '999' }].filter(({ id }) => id !== owner.id)[at % 3] as From;

describe('taps on buttons', () => {
  it(`of others, made up, changed or cut: 0 of ${TAPS} do anything`, { timeout: 900_000 }, async () => {
    expect(shown.length).toBeGreaterThanOrEqual(3);
    const before = await standing();
    for (let at = 0; at < TAPS; at += 1) {
      const one = shown[at % shown.length] as (typeof shown)[number];
      const stolen = `${one.token}:${at % one.count}`;
      const forged = [
        stolen,
        `${one.token}:${one.count + at}`,
        `${one.token}:-1`,
        `${one.token}:1e9`,
        `${one.token.slice(0, -1)}:0`,
        `${one.token}${at}:0`,
        `${one.token}`,
        ':0',
        '__proto__:0',
        `${Math.random().toString(36).slice(2)}:${at % 5}`,
        `${one.token}:0:0`,
        ` ${stolen} `,
      ];
      await world.send(other(one.to, at), '', { choice: forged[at % forged.length] ?? '' });
    }
    expect(await standing()).toBe(before);
  });

  it('twice by who was shown them do what one tap does', async () => {
    const reply = await world.send(be, '/xoadulieu');
    const place = reply?.choices.findIndex(({ label }) => label.startsWith('Xóa hết')) ?? -1;
    const choice = `${reply?.choicesToken}:${place}`;
    await world.send(be, '', { choice });
    const after = await standing();
    await world.send(be, '', { choice });
    expect(await standing()).toBe(after);
  });
});
