import { beforeEach, describe, expect, it } from 'vitest';
import type { PlatformName } from '../../../src/domain/message.ts';
import type { Database } from '../../../src/store/database.ts';
import { listPeople } from '../../../src/store/people.ts';
import { listSamePerson } from '../../../src/store/same-person.ts';
import { findSubscriber, loadSubscribers } from '../../../src/store/subscribers.ts';
import { subscribe } from '../../../src/store/subscriptions.ts';
import { testDatabase } from '../../support/database.ts';
import { admin, codeIn, type From, peopleWorld } from './people-world.ts';

let database: Database;
let world: ReturnType<typeof peopleWorld>;
const an: From = { id: '7', name: 'An' };
const anOnZalo: From = { platform: 'zalo-bot', id: '700', name: 'An' };
const anOnOa: From = { platform: 'zalo-oa', id: '70', name: 'An' };
const say = (from: From, text: string): Promise<string> => world.say(from, text);

beforeEach(async () => {
  database = await testDatabase();
  world = peopleWorld(database);
  await world.letIn(an, 'reader');
});

/** The platforms a chat falls back to, one after the other. */
async function ringOf({ platform = 'telegram', id }: From): Promise<PlatformName[]> {
  const first = await findSubscriber(database, { platform, chatId: id });
  const ring: PlatformName[] = [];
  let next = first?.fallback ?? null;
  while (next !== null && next !== first?.id && ring.length < 9) {
    const [chat] = await loadSubscribers(database, [next]);
    if (chat === undefined) break;
    ring.push(chat.platform);
    next = chat.fallback;
  }
  return ring;
}

const link = async (from: From, to: From): Promise<string> => say(to, `/vao ${codeIn(await say(from, '/lienket'))}`);

describe('/lienket', () => {
  it('joins two accounts, which then stand in for each other, in any spelling of the code', async () => {
    const code = codeIn(await say(an, '/lienket'));
    expect(await say(anOnZalo, `/vao ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)).toContain('hồ sơ An');
    expect([await ringOf(an), await ringOf(anOnZalo)]).toEqual([['zalo-bot'], ['telegram']]);
    expect(await listSamePerson(database, 'zalo-bot:700')).toEqual(['zalo-bot:700', 'telegram:7']);
    expect(await listSamePerson(database, 'zalo-bot:7')).toEqual(['zalo-bot:7']);
  });

  it('makes one person of two who were let in separately', async () => {
    await world.letIn(anOnZalo, 'reader');
    await say(anOnZalo, '/hoso đơn vị Sở Y tế');
    expect(await say(anOnZalo, `/lienket ${codeIn(await say(an, '/lienket'))}`)).toContain('Đã nối');
    const people = await listPeople(database);
    expect(people.map(({ unit, accounts }) => [unit, accounts.length])).toEqual([['Sở Y tế', 2]]);
  });

  it.each(['reviewer', 'administrator'] as const)('raises nobody: a reader and a %s are not joined', async (role) => {
    await world.letIn(anOnZalo, role);
    expect(await say(anOnZalo, `/lienket ${codeIn(await say(an, '/lienket'))}`)).toContain('khác vai trò');
    expect(await say(an, `/lienket ${codeIn(await say(anOnZalo, '/lienket'))}`)).toContain('khác vai trò');
    expect((await listPeople(database)).map(({ accounts }) => accounts.length)).toEqual([1, 1]);
  });

  it('adds a mailbox once its owner has read the code there; all three stand in for each other', async () => {
    await link(an, anOnZalo);
    expect(await say(an, '/lienket Ha@Co-Quan.vn')).toContain('Đã gửi mã tới Ha@co-quan.vn');
    expect(world.mails).toEqual([{ to: 'Ha@co-quan.vn', text: expect.stringContaining('xin bỏ qua thư này') }]);
    const code = codeIn(world.mails[0]?.text ?? '');
    expect(await say(anOnZalo, `/lienket ${code}`)).toMatch(/^Mã này không đúng/);
    expect(await say(an, `/lienket ${code}`)).toContain('thư Ha@co-quan.vn');
    expect(await ringOf(an)).toEqual(['email', 'zalo-bot']);
  });

  it('bỏ takes one account out, with its reminders, and leaves the others joined', async () => {
    await link(an, anOnZalo);
    await link(an, anOnOa);
    const chat = await findSubscriber(database, { platform: 'zalo-bot', chatId: '700' });
    const wish = { subscriber: chat?.id ?? 0, topic: 'locality:x', askedBy: '700' };
    await subscribe(database, wish, world.now);
    expect(await say(anOnZalo, '/lienket bỏ')).toContain('không còn vào được');
    expect(await world.tap(anOnZalo, 'Bỏ liên kết')).toContain('Đã bỏ');
    expect(await say(anOnZalo, '/hoso')).toContain('/xinvao');
    expect([await ringOf(an), await ringOf(anOnZalo)]).toEqual([['zalo-oa'], []]);
    expect(await database.query('select 1 from subscriptions where ended_at is null')).toEqual([]);
    expect(await say(an, '/lienket bo that')).toContain('Đã bỏ');
    expect(await say(anOnOa, '/hoso')).toContain('người đọc');
  });

  it.each<[why: string, use: (code: string) => Promise<string>]>([
    ['typed where it was shown', (code) => say(an, `/lienket ${code}`)],
    [
      'too old',
      async (code) => {
        world.now = new Date(world.now.getTime() + 16 * 60_000);
        return say(anOnZalo, `/vao ${code}`);
      },
    ],
    ['misspelt', (code) => say(anOnZalo, `/vao ${code.slice(1)}Z`)],
    ['nonsense', () => say(an, `/lienket ${"' or 1=1 --".repeat(300)}`)],
    [
      'used before',
      async (code) => {
        await say(anOnOa, `/vao ${code}`);
        return say(anOnZalo, `/vao ${code}`);
      },
    ],
    ['an invitation', async () => say(an, `/lienket ${codeIn(await say(admin, '/moi administrator'))}`)],
  ])('refuses a code that is %s', async (_, use) => {
    expect(await use(codeIn(await say(an, '/lienket')))).toMatch(/^Mã này không đúng/);
    expect(await ringOf(anOnZalo)).toEqual([]);
  });

  it('sends three mails a day at most', async () => {
    for (let time = 0; time < 5; time += 1) await say(an, `/lienket nguoi${time}@co-quan.vn`);
    expect(world.mails.length).toBe(3);
    world.now = new Date(world.now.getTime() + 25 * 3_600_000);
    await say(an, '/lienket ha@co-quan.vn');
    expect(world.mails.length).toBe(4);
  });

  it.each([
    ['a wrong address', an, '/lienket a@b', 'không đúng'],
    ['an address with a header in it', an, '/lienket a@b.vn\r\nBcc: c@d.vn', 'không đúng'],
    ['a group', { ...an, isGroup: true }, '/lienket', 'nhắn riêng'],
  ])('%s: says so and sends nothing', async (_, from, text, said) => {
    expect(await say(from, text)).toContain(said);
    expect(world.mails).toEqual([]);
  });

  it('says where no mail server is set, and when a mail was refused', async () => {
    world.mailOutcome = { status: 'failed', kind: 'recipient', retryAfterSeconds: null, reason: 'x' };
    expect(await say(an, '/lienket ha@co-quan.vn')).toContain('Chưa gửi được');
    world = peopleWorld(database, { hasMail: false });
    expect(await say(an, '/lienket ha@co-quan.vn')).toContain('chưa nối máy chủ thư');
  });
});

describe('being put out', () => {
  it('ends all reminders, the calendar and what a superior is told, and takes the right to review at once', async () => {
    await link(an, anOnZalo);
    const [person] = await listPeople(database);
    const chats = await Promise.all(
      [an, anOnZalo].map(({ platform = 'telegram', id: chatId }) => findSubscriber(database, { platform, chatId })),
    );
    for (const chat of chats) {
      await subscribe(database, { subscriber: chat?.id ?? 0, topic: 'locality:x', askedBy: '7' }, world.now);
      await database.query(
        `insert into reminders (duty_id, occurrence, step, subscriber_id, via_id, due_at, next_try_at, created_at)
         values (null, '2026-12-01', 'daily', $1, $1, $2, $2, $2), (9, '2026-12-01', 'escalation', $1, $1, $2, $2, $2)`,
        [chat?.id, new Date('2026-12-01T00:00:00Z')],
      );
      await database.query(`update subscribers set digest = 'daily' where id = $1`, [chat?.id]);
      await database.query(`insert into feeds (token_hash, subscriber_id, created_at) values ($1, $2, now())`, [
        `${chat?.id}`.padEnd(64, 'a'),
        chat?.id,
      ]);
    }
    await say(admin, `/chothoi ${person?.id} that`);
    const left = await database.query(
      `select 1 from subscriptions where ended_at is null union all select 1 from reminders where status = 'planned'
       union all select 1 from subscribers where digest <> 'none' union all select 1 from feeds where revoked_at is null`,
    );
    expect(left).toEqual([]);
    expect(await say(an, '/duyet')).toContain('/xinvao');
  });
});
