import { beforeEach, describe, expect, it } from 'vitest';
import { createPrivacy } from '../../../src/conversation/privacy/privacy-feature.ts';
import { listPseudonyms, verifyAudit } from '../../../src/store/audit.ts';
import type { Database } from '../../../src/store/database.ts';
import { createInbox } from '../../../src/store/inbox.ts';
import { addOwnDuty } from '../../../src/store/own-duties.ts';
import { listPeople } from '../../../src/store/people.ts';
import { forgetOldTexts } from '../../../src/store/privacy.ts';
import { addReviews } from '../../../src/store/review-log.ts';
import { saveDirective } from '../../../src/store/save-directive.ts';
import { saveSubmission } from '../../../src/store/submissions.ts';
import { findSubscriber } from '../../../src/store/subscribers.ts';
import { subscribe } from '../../../src/store/subscriptions.ts';
import { testDatabase } from '../../support/database.ts';
import { sampleDirective } from '../../support/sample-directive.ts';
import { admin, codeIn, type From, peopleWorld } from '../people/people-world.ts';

const an: From = { id: '777001', name: 'Nguyễn Bình An' };
const anOnZalo: From = { platform: 'zalo-oa', id: '888001', name: 'Nguyễn Bình An' };
const be: From = { id: '555001', name: 'Lê Thị Bé' };
const question = 'Tỷ lệ che phủ rừng Lào Cai 2024?';

let database: Database;
let world: ReturnType<typeof peopleWorld>;
const say = (from: From, text: string): Promise<string> => world.say(from, text);

beforeEach(async () => {
  database = await testDatabase();
  world = peopleWorld(database, {
    asksConsent: true,
    features: () => [createPrivacy({ database, retentionDays: 30 })],
  });
  await world.letIn(an, 'reviewer');
});

/** Every row of every table that holds any of these words, as "table: row". */
async function rowsWith(...words: string[]): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = current_schema()`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query<{ row: string }>(`select t::text as row from ${name} t`);
    found.push(
      ...rows.filter(({ row }) => words.some((word) => row.includes(word))).map(({ row }) => `${name}: ${row}`),
    );
  }
  return found;
}

/** Leaves a trace of An in everything that remembers people. */
async function leaveTraces(): Promise<void> {
  const { now } = world;
  await say(anOnZalo, `/vao ${codeIn(await say(an, '/lienket'))}`);
  await say(an, '/hoso đơn vị Sở Nội vụ Bí Danh');
  await say(an, question);
  await say({ ...an, isGroup: true }, question);
  const chat = await findSubscriber(database, { platform: 'telegram', chatId: an.id });
  const subscriber = chat?.id ?? 0;
  await subscribe(database, { subscriber, topic: 'locality:x', askedBy: an.id }, now);
  await database.transaction((session) =>
    addOwnDuty(
      session,
      {
        subscriber,
        personId: an.id,
        what: 'việc riêng của tôi',
        when: { kind: 'once', at: '2026-12-20T08:00:00+07:00', dayOnly: false, bound: 'at' } as never,
        leadDays: [],
        leadMinutes: [],
        token: 't',
      },
      now,
    ),
  );
  await database.query(
    `insert into reminders (duty_id, occurrence, step, subscriber_id, via_id, due_at, next_try_at, created_at)
     select id, '2026-12-20', 'due', $1, $1, $2, $2, $2 from duties`,
    [subscriber, now],
  );
  await database.query(
    `insert into acknowledgements (duty_id, occurrence, subscriber_id, kind, person_id, person_name, at)
     select id, '2026-12-20', $1, 'received', $2, $3, $4 from duties`,
    [subscriber, an.id, an.name, now],
  );
  await saveSubmission(database, {
    id: 'f',
    platform: 'telegram',
    personId: an.id,
    name: 'tệp của An.docx',
    bytes: new Uint8Array(3),
    receivedAt: now,
  });
  await createInbox(database, { now: () => now }).add('zalo-oa', {
    eventId: 'e',
    chatId: anOnZalo.id,
    sentAt: now,
    holdMilliseconds: 0,
    body: `{"text":"${question}"}`,
  });
  await database.query(`insert into zalo_chats (chat_id, last_interaction_at, phone) values ($1, $2, '0912345678')`, [
    anOnZalo.id,
    now,
  ]);
  await say(an, '/lienket an.binh@co-quan.vn');
  await say(an, `/lienket ${codeIn(world.mails[0]?.text ?? '')}`);
}

describe('consent', () => {
  it('is asked once, beneath the first reply, of one person on all their accounts', async () => {
    expect(await say(an, question)).toMatch(/58,9%[\s\S]*Hỏi một lần/);
    expect(await say(an, question)).not.toContain('Hỏi một lần');
    await say(anOnZalo, `/vao ${codeIn(await say(an, '/lienket'))}`);
    expect(await say(anOnZalo, question)).not.toContain('Hỏi một lần');
    expect(await say({ ...be, isGroup: true }, 'chào')).not.toContain('Hỏi một lần');
  });

  it('given, by a tap, is recorded with its time', async () => {
    await say(an, question);
    expect(await world.tap(an, 'Đồng ý')).toContain('Cảm ơn');
    expect(await database.query('select agreed, answered_at from consents where account_id = $1', [an.id])).toEqual([
      { agreed: true, answered_at: world.now },
    ]);
    expect(await say(an, '/riengtu')).toContain('đồng ý');
    await say(an, question);
    expect(await say(an, 'còn Nghệ An đến năm 2025?')).toContain('58%');
  });

  it('refused, leaves nothing of the questions, and can be given later', async () => {
    await say(an, question);
    await world.tap(an, 'Không');
    await say(an, question);
    const chats = await database.query(
      'select context, jsonb_array_length(choices) as sets from chats where chat_id = $1',
      [an.id],
    );
    expect(chats).toEqual([
      {
        context: expect.objectContaining({
          chat: expect.objectContaining({ question: '', reading: null, citations: [] }),
        }),
        sets: 1,
      },
    ]);
    expect(await say(an, 'nguồn')).not.toContain('58,9');
    await say(an, '/dongy');
    await say(an, question);
    expect(await say(an, 'nguồn')).toContain('58,9');
  });
});

describe('/riengtu', () => {
  it('says in one screen what is stored', async () => {
    const text = await say(an, '/riengtu');
    expect(text.split('Hỏi một lần')[0]?.length).toBeLessThan(800);
    for (const word of ['12 giờ', '30 ngày', 'một ngày', 'Nhật ký kiểm tra', 'lời nhắc']) expect(text).toContain(word);
  });
});

describe('/xuatdulieu', () => {
  it('sends everything as a JSON file, and nothing of anybody else', async () => {
    await leaveTraces();
    await world.letIn(be, 'reader');
    await say(be, 'Tỷ lệ đô thị hóa Nghệ An 2025?');
    const reply = await world.send(an, '/xuatdulieu');
    const file = reply?.blocks.find((block) => block.kind === 'file');
    const text = new TextDecoder().decode(file?.bytes);
    const data = JSON.parse(text);
    for (const word of [
      an.name,
      anOnZalo.id,
      'Sở Nội vụ Bí Danh',
      'việc riêng của tôi',
      'tệp của An.docx',
      'che phủ rừng',
      'an.binh@co-quan.vn',
      '0912345678',
    ])
      expect(text).toContain(word);
    expect(data.nhat_ky_kiem_tra.map(({ kind }: { kind: string }) => kind)).toContain('question');
    expect(text).not.toMatch(/Lê Thị Bé|555001|đô thị hóa/);
    expect(await say({ ...an, isGroup: true }, '/xuatdulieu')).toContain('nhắn riêng');
  });
});

describe('/xoadulieu', () => {
  it('asks first, then leaves no row with an account, name or word of the person, but for what they reviewed', async () => {
    await leaveTraces();
    const saved = await saveDirective(database, await sampleDirective({ passages: ['Một câu.'] }));
    const subject = { kind: 'figure' as const, id: 1 };
    const status = {
      statusBefore: 'proposed' as const,
      statusAfter: 'approved' as const,
      valueBefore: null,
      valueAfter: null,
    };
    const reviewer = { reviewer: `telegram:${an.id}`, reviewerName: an.name ?? null };
    await addReviews(database, [
      { ...subject, document: saved.id, act: 'approve', ...reviewer, at: world.now, ...status },
    ]);
    await world.letIn(be, 'reader');
    await say(be, question);
    expect(await say(an, '/xoadulieu')).toMatch(/Xóa hết[\s\S]*Giữ lại/);
    const words = [an.id, anOnZalo.id, 'Bình An', 'Bí Danh', 'việc riêng', 'tệp của An', 'an.binh', '0912345678'];
    expect((await rowsWith(...words)).length).toBeGreaterThan(12);
    expect(await world.tap(an, 'Xóa hết')).toContain('Đã xóa');
    expect((await rowsWith(...words)).map((row) => row.split(':')[0])).toEqual(['reviews']);
    expect((await verifyAudit(database)).broken).toBeNull();
    expect((await listPseudonyms(database)).map(({ name }) => name)).not.toContain('telegram:777001');
    expect((await listPeople(database)).map(({ name }) => name)).toEqual(['Lê Thị Bé']);
    expect((await rowsWith(be.id)).length).toBeGreaterThan(3);
    expect(await say(an, question)).toContain('/xinvao');
    expect(await say(anOnZalo, question)).toContain('/xinvao');
  });

  it('as the very first word leaves nothing either', async () => {
    await say(an, '/xoadulieu that');
    expect(await rowsWith(an.id, 'Bình An')).toEqual([]);
  });

  it('does nothing for other words behind it, nor in a group', async () => {
    await say(an, question);
    await say(an, '/xoadulieu có');
    expect(await say({ ...an, isGroup: true }, '/xoadulieu that')).toContain('nhắn riêng');
    expect((await listPeople(database)).length).toBe(1);
  });
});

describe('texts of messages', () => {
  it('are gone after the days they may be kept', async () => {
    await leaveTraces();
    const days = (count: number): Date => new Date(world.now.getTime() + count * 86_400_000);
    await forgetOldTexts(database, new Date(days(29).getTime() - 30 * 86_400_000));
    expect((await rowsWith('che phủ rừng')).length).toBeGreaterThan(0);
    await forgetOldTexts(database, new Date(days(31).getTime() - 30 * 86_400_000));
    expect(await rowsWith('che phủ rừng', 'tệp của An', question)).toEqual([]);
    expect((await rowsWith('việc riêng của tôi')).length).toBe(1);
    expect(await say(admin, '/nguoidung')).toContain('Nguyễn Bình An');
  });
});
