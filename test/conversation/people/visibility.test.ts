import { beforeEach, describe, expect, it } from 'vitest';
import { createReminders } from '../../../src/conversation/reminders/reminders-feature.ts';
import { createReview } from '../../../src/conversation/review/create-review.ts';
import { createSubmissions } from '../../../src/conversation/submissions/create-submissions.ts';
import type { Role } from '../../../src/domain/person.ts';
import { ingestFile } from '../../../src/ingest/ingest-file.ts';
import { createCalendarFeed } from '../../../src/reminders/calendar-feed.ts';
import { syncDuties } from '../../../src/reminders/sync-duties.ts';
import { CorpusIndex } from '../../../src/retrieval/corpus-index.ts';
import type { Database } from '../../../src/store/database.ts';
import { listPeople } from '../../../src/store/people.ts';
import { findSubscriber, saveSubscriber } from '../../../src/store/subscribers.ts';
import { subscribe } from '../../../src/store/subscriptions.ts';
import { listHidden } from '../../../src/store/visibility.ts';
import { createTools } from '../../../src/tools/create-tools.ts';
import { createRulebook } from '../../../src/wiring/rulebook.ts';
import { tables } from '../../answer/memory-engine.ts';
import { testDatabase } from '../../support/database.ts';
import { readHere } from '../../support/read-here.ts';
import { rules, testService } from '../../support/reminder-world.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { simulatedPlatform } from '../../support/simulated-platform.ts';
import { admin, type From, peopleWorld } from './people-world.ts';

const plan = (place: string, number: string, forest: string): string => `ỦY BAN NHÂN DÂN
TỈNH ${place.toUpperCase()}
Số: ${number}/KH-UBND
${place}, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phát triển lâm nghiệp tỉnh ${place} năm 2026

I. MỤC TIÊU
1. Tỷ lệ che phủ rừng đạt ${forest}%.

II. TỔ CHỨC THỰC HIỆN
Giao tổ công tác liên ngành ${place} kiểm kê các cánh rừng phòng hộ đầu nguồn.
Các sở, ngành báo cáo kết quả về Sở Nông nghiệp và Môi trường tỉnh ${place} trước ngày 15 tháng 12 năm 2026.
`;

const clock = simulatedClock('2026-11-22T09:00:00+07:00');
let database: Database;
let world: ReturnType<typeof peopleWorld>;
/** The id of the limited plan, of Lai Châu; that of Lào Cai is open to all. */
let limited: string;
const say = (from: From, text: string): Promise<string> => world.say(from, text);

async function ingest(name: string, text: string): Promise<string> {
  const deps = { database, read: readHere(tables), embedding: null, now: clock.now(), today: '2026-11-22' };
  const row = await ingestFile({ name, bytes: new TextEncoder().encode(text) }, deps);
  await syncDuties(database, clock.now());
  return row.document ?? '';
}

beforeEach(async () => {
  database = await testDatabase();
  const platform = simulatedPlatform(clock, { name: 'telegram' });
  const service = testService(database, clock, { platforms: [platform] });
  const feed = createCalendarFeed({ database, rules, now: clock.now });
  world = peopleWorld(database, {
    engine: { tools: createTools({ database, language: tables, index: new CorpusIndex(database), embedding: null }) },
    features: () => [
      createReview({ database, approvals: 1 }),
      createSubmissions({
        database,
        linkRole: null,
        fetchLink: async () => ({ status: 'failed', reason: '' }),
        read: async () => ({ status: 'known', document: limited }),
        store: async () => ({ status: 'unchanged', document: limited, targets: 0, deadlines: 0 }),
      }),
      createReminders({
        database,
        rulebook: createRulebook(rules),
        views: {
          monthPicture: async () => ({ png: new Uint8Array(), alt: '' }),
          calendarFile: feed.fileOf,
          feedUrl: async () => null,
        },
        wake: () => service.wake(),
        tell: () => undefined,
      }),
    ],
  });
  world.now = clock.now();
  await ingest('lao-cai.txt', plan('Lào Cai', '88', '58,9'));
});

async function ingestLimited(): Promise<void> {
  limited = await ingest('lai-chau.txt', plan('Lai Châu', '77', '52,5'));
}

/** Lets somebody in, of a unit that an administrator has confirmed. */
async function letIn(from: From, role: Role, unit: string | null): Promise<void> {
  await world.letIn(from, role);
  const person = (await listPeople(database)).find(({ accounts }) => accounts[0]?.accountId === from.id);
  if (unit !== null) await say(admin, `/donvi ${person?.id} ${unit}`);
}

const roles: Role[] = ['reader', 'reviewer', 'administrator'];
const units = ['Sở Nội vụ', 'Phòng Tổ chức, Sở Nội vụ', 'Sở Y tế', null] as const;
const cells = roles.flatMap((role) => units.map((unit) => [role, unit] as const));

const questions: [action: string, texts: string[]][] = [
  ['answer', ['Tỷ lệ che phủ rừng Lai Châu 2026?']],
  ['follow-up', ['Tỷ lệ che phủ rừng Lào Cai 2026?', 'còn Lai Châu?']],
  ['source', ['Tỷ lệ che phủ rừng Lai Châu 2026?', 'nguồn']],
  ['list of documents', ['/vanban']],
  ['list of a place', ['/chitieu Lai Châu']],
  ['search', ['tổ công tác liên ngành kiểm kê cánh rừng phòng hộ đầu nguồn']],
  ['compare', ['so sánh tỷ lệ che phủ rừng Lào Cai và Lai Châu năm 2026']],
  ['number', ['Kế hoạch 77/KH-UBND nói gì?']],
  ['relations', ['Kế hoạch 77/KH-UBND thay thế văn bản nào?']],
  ['deadlines', ['/han Lai Châu', '/han']],
  ['deadline question', ['hạn báo cáo của kế hoạch Lai Châu']],
];

/** What is said, and offered as next steps, to each line of questions. */
async function repliesTo(from: From): Promise<Record<string, string[]>> {
  const replies: Record<string, string[]> = {};
  for (const [action, texts] of questions) {
    await say(from, '/quen');
    replies[action] = [];
    for (const text of texts)
      replies[action].push(await say(from, text), ...(world.last?.choices ?? []).map(({ label }) => label));
  }
  return replies;
}

describe.each(cells)('a %s of %s, a plan limited to Sở Nội vụ', (role, unit) => {
  const from: From = { id: '7' };
  const isLetSee = role === 'administrator' || (unit ?? '').includes('Sở Nội vụ');

  it(isLetSee ? 'sees it everywhere' : 'hears what they would hear if it had never been stored', async () => {
    await letIn(from, role, unit);
    const without = await repliesTo(from);
    await ingestLimited();
    const open = await repliesTo(from);
    for (const [action] of questions) expect(open[action], action).not.toEqual(without[action]);
    await say(admin, '/phamvi 77/kh-ubnd: Sở Nội vụ');
    expect(await repliesTo(from)).toEqual(isLetSee ? open : without);
    const [figure] = await database.query<{ id: number }>('select id from figures where directive_id = $1', [limited]);
    const mayReview = isLetSee && role !== 'reader';
    expect(/52,5/.test(await say(from, `/duyet ${figure?.id}`))).toBe(mayReview);
    expect(/52,5/.test(await say(from, `/duyet vb ${limited}`))).toBe(mayReview);
    if (isLetSee || role !== 'reviewer') return;
    for (const act of [`ok ${figure?.id} 0`, `ca ${figure?.id} vb 1`, `bac ${figure?.id} 0`, `sua ${figure?.id}`])
      expect(await say(from, `/duyet ${act}`)).toContain('Không có mục này');
    expect(await say(from, '/phamvi 77/KH-UBND: tất cả')).toContain('Không có văn bản ấy');
    expect(await say(from, '/phamvi')).not.toContain('77/KH');
  });

  it(isLetSee ? 'is reminded of it' : 'is not reminded of it, not even of what was planned before', async () => {
    await letIn(from, role, unit);
    await ingestLimited();
    const chat = await saveSubscriber(
      database,
      { platform: 'telegram', chatId: '7', name: '', isGroup: false },
      clock.now(),
    );
    await subscribe(database, { subscriber: chat.id, topic: `directive:${limited}`, askedBy: '7' }, clock.now());
    const platform = simulatedPlatform(clock, { name: 'telegram' });
    const service = testService(database, clock, { platforms: [platform] });
    const begin = clock.now();
    await service.tick();
    expect((await database.query('select 1 from reminders')).length).toBeGreaterThan(0);
    await say(admin, '/phamvi 77/KH-UBND: Sở Nội vụ');
    expect(/77\/KH/.test(await say(from, '/nhaccuatoi'))).toBe(isLetSee);
    const [duty] = await database.query<{ id: number }>('select id from duties where directive_id = $1', [limited]);
    expect(/Lai Châu/.test(await say(from, `/viec ${duty?.id}`))).toBe(isLetSee);
    const feed = createCalendarFeed({ database, rules, now: clock.now });
    const token = await feed.open(chat.id);
    expect(/Lai Châu/.test(new TextDecoder().decode((await feed.feedOf(token)) ?? undefined))).toBe(isLetSee);
    for (let day = 0; day < 26; day += 1) {
      clock.set(new Date(+clock.now() + 86_400_000));
      await service.tick();
    }
    clock.set(begin);
    expect(platform.arrived.length > 0).toBe(isLetSee);
  });
});

describe('limits', () => {
  const from: From = { id: '7' };
  beforeEach(ingestLimited);

  it('are not opened by what somebody says of themselves; an administrator is asked', async () => {
    await letIn(from, 'reader', null);
    await say(admin, '/phamvi 77/KH-UBND: Sở Nội vụ');
    await say(from, '/hoso đơn vị Sở Nội vụ');
    expect(await say(from, 'Tỷ lệ che phủ rừng Lai Châu 2026?')).not.toMatch(/52,5/);
    expect(world.told.at(-1)?.text).toContain('Sở Nội vụ');
    const [person] = await listPeople(database);
    await say(admin, `/donvi ${person?.id} sở  NỘI VỤ`);
    expect(await say(from, 'Tỷ lệ che phủ rừng Lai Châu 2026?')).toMatch(/52,5/);
    await say(from, '/hoso đơn vị Sở Y tế');
    expect(await say(from, 'Tỷ lệ che phủ rừng Lai Châu 2026?')).not.toMatch(/52,5/);
    expect(await say(from, `/donvi ${person?.id} Sở Nội vụ`)).toBe(await say(from, '/khongco'));
  });

  it('hold in a group for everybody, an administrator too', async () => {
    await say(admin, '/phamvi 77/KH-UBND: Sở Nội vụ');
    expect(await say(admin, 'Tỷ lệ che phủ rừng Lai Châu 2026?')).toMatch(/52,5/);
    expect(await say({ ...admin, isGroup: true }, 'Tỷ lệ che phủ rừng Lai Châu 2026?')).not.toMatch(/52,5/);
    expect(await say({ ...admin, isGroup: true }, '/vanban')).not.toMatch(/77/);
  });

  it('reach what was shown before: the quote is not repeated', async () => {
    await letIn(from, 'reader', null);
    expect(await say(from, 'Tỷ lệ che phủ rừng Lai Châu 2026?')).toMatch(/52,5/);
    await say(admin, '/phamvi 77/KH-UBND: Sở Nội vụ');
    expect(await say(from, 'nguồn')).not.toMatch(/52,5/);
  });

  it('pass on to a newer version of the document, until it is opened itself', async () => {
    await letIn(from, 'reader', null);
    await say(admin, '/phamvi 77/KH-UBND: Sở Nội vụ');
    const next = await ingest('lai-chau-2.txt', plan('Lai Châu', '77', '53,5'));
    expect(await listHidden(database, { platform: 'telegram', accountId: '7' })).toEqual([limited, next].sort());
    await say(admin, `/phamvi ${next}: tất cả`);
    expect(await say(from, 'Tỷ lệ che phủ rừng Lai Châu 2026?')).toMatch(/53,5/);
  });

  it('leave what a hidden document changed as it stood', async () => {
    await letIn(from, 'reader', null);
    const change = `ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 99/QĐ-UBND\nLào Cai, ngày 12 tháng 02 năm 2026\n\nQUYẾT ĐỊNH\nSửa đổi Kế hoạch số 88/KH-UBND ngày 12/01/2026\n\nĐiều 1. Điều chỉnh tỷ lệ che phủ rừng tại Kế hoạch số 88/KH-UBND ngày 12/01/2026 từ 58,9% thành 59,4%.\n`;
    const changing = await ingest('sua.txt', change);
    await say(admin, `/phamvi ${changing}: Sở Nội vụ`);
    const reply = await say(from, 'Tỷ lệ che phủ rừng Lào Cai 2026?');
    expect(reply).toMatch(/58,9/);
    expect(reply).not.toMatch(/59,4|99\/QĐ|sửa|thay/i);
  });

  it('give nothing away to who hands in a hidden document again', async () => {
    await letIn(from, 'reviewer', 'Sở Y tế');
    await say(admin, '/phamvi 77/KH-UBND: Sở Nội vụ');
    const file = {
      name: 'a.txt',
      size: 3,
      load: async () => ({ status: 'loaded' as const, bytes: new Uint8Array(3) }),
    };
    const text = await world.sendFile(from, file);
    expect(text).not.toMatch(/đã có|duyệt/i);
  });

  it.each([
    ['another mark', 'Sở Nôi vụ'],
    ['a unit within', 'Sở Nội vụ tỉnh'],
    ['quotes', "Sở Nội vụ' or '1'='1"],
  ])('are not met by a unit with %s', async (_, unit) => {
    await letIn(from, 'reader', unit);
    await say(admin, '/phamvi 77/KH-UBND: Sở Nội vụ');
    expect(await say(from, 'Tỷ lệ che phủ rừng Lai Châu 2026?')).not.toMatch(/52,5/);
  });

  it('cannot be set by a reader', async () => {
    await letIn(from, 'reader', 'Sở Nội vụ');
    expect(await say(from, '/phamvi 77/KH-UBND: Sở Y tế')).toBe(await say(from, '/khongco'));
    expect(await findSubscriber(database, { platform: 'telegram', chatId: '7' })).toBeNull();
    expect(await listHidden(database, null)).toEqual([]);
  });
});
