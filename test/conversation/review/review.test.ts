import { beforeEach, describe, expect, it } from 'vitest';
import { createReview } from '../../../src/conversation/review/create-review.ts';
import { ingestFile } from '../../../src/ingest/ingest-file.ts';
import type { Database } from '../../../src/store/database.ts';
import { listDeadlines } from '../../../src/store/deadlines.ts';
import { loadDirectiveText } from '../../../src/store/directives.ts';
import { findFigures } from '../../../src/store/figures.ts';
import { admitPerson, linkAccount } from '../../../src/store/people.ts';
import { listReviewEntries } from '../../../src/store/review-log.ts';
import { tables } from '../../answer/memory-engine.ts';
import { type ChatWorld, createChatWorld } from '../../support/chat-world.ts';
import { testDatabase } from '../../support/database.ts';
import { readHere } from '../../support/read-here.ts';

const plan = `ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 21/KH-UBND
Lai Châu, ngày 12 tháng 01 năm 2024

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2024

I. MỤC TIÊU
1. Tỷ lệ che phủ rừng đạt 52,5%, riêng huyện biên giới đạt 61,5%.
2. Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) từ 7,5 đến 8%.
3. Thu ngân sách trên địa bàn 2.350 tỷ đồng.
4. Tỷ lệ hộ nghèo giảm trên 4,5%.

II. BIỆN PHÁP
Chi cho trồng rừng 12 tỷ đồng.

III. TỔ CHỨC THỰC HIỆN
Các sở, ngành báo cáo kết quả về Sở Kế hoạch và Đầu tư trước ngày 15 tháng 12 năm 2024. Sơ kết vào ngày 30/6/2024.
`;

let database: Database;
let document: string;
let world: ChatWorld;
let lan: ReturnType<ChatWorld['person']>;
let binh: ReturnType<ChatWorld['person']>;
let reader: ReturnType<ChatWorld['person']>;

async function begin(approvals: 1 | 2 = 1): Promise<void> {
  world = createChatWorld({ database, tables, features: [createReview({ database, approvals })] });
  lan = world.person('Lan', 'reviewer');
  binh = world.person('Bình', 'administrator');
  reader = world.person('Cúc', 'reader');
}

beforeEach(async () => {
  database = await testDatabase();
  const deps = {
    database,
    read: readHere(tables),
    embedding: null,
    now: new Date('2026-11-22T01:00:00Z'),
    today: '2026-11-22',
  };
  const row = await ingestFile({ name: 'lai-chau.txt', bytes: new TextEncoder().encode(plan) }, deps);
  document = row.document ?? '';
  await begin();
});

const figureOf = async (id: number) =>
  (await findFigures(database, { ids: [id], statuses: ['proposed', 'approved', 'rejected'] }))[0];
const acts = async () =>
  (await listReviewEntries(database, document)).map(({ act, id, reviewer, statusAfter }) => [
    act,
    id,
    reviewer,
    statusAfter,
  ]);

describe('reviewing in the chat', () => {
  it('shows the next figure with value, name, place, period, reading, document, heading and quote', async () => {
    const card = await lan.say('/duyet');
    for (const part of [
      '52,5%',
      'che phủ rừng',
      'tỉnh Lai Châu',
      'năm 2024',
      'đơn vị: %',
      '21/KH-UBND',
      'MỤC TIÊU',
      '“Tỷ lệ che phủ rừng đạt 52,5%',
      'chờ duyệt',
    ])
      expect(card).toContain(part);
    expect(lan.labels()).toEqual(['Duyệt', 'Sửa', 'Bác', 'Bỏ qua', 'Duyệt cả bảng']);
  });

  it('approves by a tap or a typed number, goes on, and writes down who, when and what', async () => {
    await lan.say('/duyet');
    const next = await lan.tap('Duyệt');
    expect(next).toContain('Đã duyệt: đạt 52,5%');
    await lan.pick('Bác');
    expect((await figureOf(1))?.status).toBe('approved');
    expect((await figureOf(2))?.status).toBe('rejected');
    expect(await acts()).toEqual([
      ['approve', 1, lan.id, 'approved'],
      ['reject', 2, lan.id, 'rejected'],
    ]);
    const [entry] = await listReviewEntries(database, document);
    expect(entry).toMatchObject({ reviewerName: 'Lan', statusBefore: 'proposed', at: world.clock.now });
  });

  it('lets the answer follow at once', async () => {
    expect(await reader.say('Tỷ lệ che phủ rừng Lai Châu 2024?')).toContain('chưa được rà soát');
    await lan.say('/duyet');
    await lan.tap('Duyệt');
    await lan.tap('Duyệt');
    expect(await reader.say('Tỷ lệ che phủ rừng Lai Châu 2024?')).not.toContain('rà soát');
  });

  it('is one tap away from an answer with a proposed figure, for reviewers', async () => {
    await lan.say('Thu ngân sách trên địa bàn Lai Châu 2024?');
    expect(await lan.tap('Rà soát')).toContain('2.350 tỷ đồng');
    await lan.tap('Duyệt');
    await lan.say('Thu ngân sách trên địa bàn Lai Châu 2024?');
    expect(lan.labels()).not.toContain('Rà soát số liệu này');
    await reader.say('Tốc độ tăng GRDP Lai Châu 2024?');
    expect(reader.labels()).not.toContain('Rà soát số liệu này');
  });

  it('takes a rejected figure out of the answers and back when it is looked at again', async () => {
    await lan.say('/duyet 4');
    await lan.tap('Bác');
    expect(await reader.say('Thu ngân sách trên địa bàn Lai Châu 2024?')).not.toContain('2.350');
    await lan.say('/duyet 4');
    await lan.tap('Xét lại');
    expect(await reader.say('Thu ngân sách trên địa bàn Lai Châu 2024?')).toContain('2.350');
  });

  it('tells the second of two reviewers that it is done', async () => {
    await lan.say('/duyet');
    await binh.say('/duyet');
    await lan.tap('Duyệt');
    const second = await binh.tap('Bác');
    expect(second).toContain('Đã có người xử lý trước');
    expect(second).toContain('đã duyệt (Lan, 22/11/2026)');
    expect((await figureOf(1))?.status).toBe('approved');
  });

  it('lets one of two win who tap at the same moment', async () => {
    await lan.say('/duyet');
    await binh.say('/duyet');
    const said = await Promise.all([lan.tap('Duyệt'), binh.tap('Bác')]);
    expect(said.filter((text) => text.includes('Đã có người xử lý trước'))).toHaveLength(1);
    expect(await acts()).toHaveLength(1);
  });

  it('goes through figures and deadlines to the end and offers what was skipped', async () => {
    await lan.say('/duyet');
    for (let left = 0; left < 20 && lan.labels().includes('Bỏ qua'); left++) await lan.tap('Bỏ qua');
    expect(lan.labels()).toEqual(['Xem lại từ đầu']);
    expect(await lan.tap('Xem lại')).toContain('52,5%');
    for (let left = 0; left < 20 && lan.labels().includes('Duyệt'); left++) await lan.tap('Duyệt');
    expect(await lan.say('/duyet')).toBe('Không có mục nào chờ anh/chị duyệt.');
    expect((await listDeadlines(database)).every(({ status }) => status === 'approved')).toBe(true);
  });

  it.each(['/duyet', '/duyet ok 1 0', '/duyet bac 1 0', '/duyet ca 1 vb 4', '/duyet sua 1 0 5 9'])(
    'refuses %s from a reader and changes nothing',
    async (text) => {
      expect(await reader.say(text)).toContain('Chỉ người có quyền rà soát');
      expect(await acts()).toEqual([]);
    },
  );

  it.each([
    '/duyet ok',
    '/duyet ok 1',
    '/duyet ok x 0',
    '/duyet 99999999999999999999',
    "/duyet '; drop table reviews",
    '/duyet sua 1 0 9 5',
  ])('makes nothing of %s', async (text) => {
    expect(await lan.say(text)).toMatch(/Gõ \/duyet|Không có mục này/);
    expect(await acts()).toEqual([]);
  });

  it('knows no figure of this number', async () => {
    expect(await lan.say('/duyet 4711')).toContain('Không có mục này');
    expect(await lan.say('/duyet ok 4711 0')).toContain('Không có mục này');
  });
});

describe('correcting', () => {
  async function correct(ref: string, typed: string): Promise<string> {
    await lan.say(`/duyet ${ref}`);
    await lan.tap('Sửa');
    return lan.say(typed);
  }

  it.each([
    ['61,5%', '61,5%', 'đúng bằng'],
    ['đúng là 61,5 %', '61,5%', 'đúng bằng'],
    ['61,5', '61,5%', 'đúng bằng'],
  ])('takes %s from the same quote', async (typed, printed) => {
    const offer = await correct('1', typed);
    expect(offer).toContain('Sửa thành:');
    expect(offer).toContain(printed);
    expect((await figureOf(1))?.valueText).toContain('52,5');
    await lan.tap('Đúng');
    expect(await figureOf(1)).toMatchObject({ min: 61.5, max: 61.5, unit: '%', status: 'approved' });
  });

  it.each([
    ['từ 7,5 đến 8%', { min: 7.5, max: 8, comparator: 'range' }],
    ['2.350 tỷ đồng', { min: 2350, unit: 'tỷ đồng' }],
    ['4,5%', { min: 4.5, max: null, comparator: '>' }],
    ['trên 4,5%', { min: 4.5, max: null, comparator: '>' }],
    ['12 tỷ đồng', { min: 12, unit: 'tỷ đồng' }],
  ])('takes %s from another sentence of the document, with its quote', async (typed, expected) => {
    expect(await correct('1', typed)).toContain('câu khác của văn bản');
    await lan.tap('Đúng');
    const figure = await figureOf(1);
    expect(figure).toMatchObject({ ...expected, status: 'approved' });
    const text = (await loadDirectiveText(database, document)) ?? '';
    expect(text.slice(figure?.start, figure?.end)).toBe(figure?.quote);
    expect(figure?.quote).toContain(figure?.valueText);
  });

  it.each(['99%', '7,5 %', '52,5 triệu đồng', 'dưới 52,5%', '2,5%', '350 tỷ đồng'])(
    'refuses %s, which the document does not say',
    async (typed) => {
      expect(await correct('1', typed)).toContain('Văn bản không ghi giá trị này');
      expect(await acts()).toEqual([]);
      expect(await lan.say('thôi')).toContain('Giữ nguyên');
    },
  );

  it.each(['12 xyz 5', '12 và 15%', '52,5% hay 61,5%'])('does not understand %s and asks again', async (typed) => {
    expect(await correct('1', typed)).toContain('chưa hiểu giá trị');
    expect(await lan.say('61,5%')).toContain('Sửa thành');
  });

  it('lets a question be a question, and forgets that a value was asked for', async () => {
    expect(await correct('1', 'Thu ngân sách trên địa bàn của tỉnh Lai Châu năm 2024 là bao nhiêu?')).toContain(
      '2.350',
    );
    expect(await lan.say('61,5%')).not.toContain('Sửa thành');
  });

  it('lets another wish through, though it has a number in it', async () => {
    expect(await correct('1', 'nhắc tôi lúc 8 giờ')).not.toContain('chưa hiểu giá trị');
  });

  it('is not waited for longer than half an hour', async () => {
    await lan.say('/duyet sua 1');
    world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
    expect(await lan.say('61,5%')).not.toContain('Sửa thành');
  });

  it('takes a typed number for the value and not for a choice of before', async () => {
    await lan.say('/duyet 3');
    await lan.tap('Sửa');
    expect(await lan.say('12')).toContain('Sửa thành: 12 tỷ đồng');
  });

  it('sets nothing but what stands at the offsets of a value', async () => {
    for (const place of ['0 9', '5 6', '999999 1000000']) {
      expect(await lan.say(`/duyet sua 1 0 ${place}`)).toContain('Văn bản không ghi giá trị này');
    }
    expect(await acts()).toEqual([]);
  });

  it('keeps what was and what became of it in a log that cannot be changed', async () => {
    await correct('1', '61,5%');
    await lan.tap('Đúng');
    const [entry] = await listReviewEntries(database, document);
    expect(entry).toMatchObject({
      act: 'correct',
      reviewer: lan.id,
      valueBefore: { min: 52.5 },
      valueAfter: { min: 61.5 },
    });
    await expect(database.query("update reviews set reviewer = 'x'")).rejects.toThrow(/only ever added/);
    await expect(database.query('delete from reviews')).rejects.toThrow(/only ever added/);
  });

  it('moves a deadline to a day that the document names, and refuses another', async () => {
    const [deadline] = await listDeadlines(database, { kinds: ['report'] });
    const ref = `h${deadline?.id}`;
    expect(await correct(ref, '31/12/2024')).toContain('Văn bản không ghi giá trị này');
    await lan.say('thôi');
    expect(await correct(ref, '30/6/2024')).toContain('30/06/2024');
    await lan.tap('Đúng');
    const [moved] = await listDeadlines(database, { ids: [deadline?.id ?? 0] });
    expect(moved).toMatchObject({
      dueDate: '2024-06-30',
      status: 'approved',
      quote: expect.stringContaining('30/6/2024'),
    });
  });
});

describe('approving many at once', () => {
  it('asks first, says how many, and approves those', async () => {
    await lan.say('/duyet');
    const asked = await lan.tap('Duyệt cả bảng');
    expect(asked).toContain('đã đối chiếu với văn bản gốc');
    expect(await acts()).toEqual([]);
    const done = await lan.tap('Duyệt');
    expect(done).toMatch(/Đã duyệt \d+ số liệu/);
    const figures = await findFigures(database, { statuses: ['approved'] });
    expect(figures.length).toBe(Number(/Đã duyệt (\d+)/.exec(done)?.[1]));
    expect(await acts()).toHaveLength(figures.length);
  });

  it('does nothing when the list has changed meanwhile', async () => {
    await lan.say('/duyet ca 1');
    await binh.say('/duyet ok 1 0');
    expect(await lan.tap('Duyệt')).toContain('chưa duyệt gì');
    expect(await acts()).toHaveLength(1);
  });

  it('leaves out what was read with doubt', async () => {
    await database.query('update figures set confidence = 0.4 where id = 1');
    await database.query("update figures set note = 'tổng các phần khác số chung' where id = 3");
    expect(await lan.say('/duyet 1')).toContain('Máy đọc chưa chắc');
    expect(await lan.say('/duyet 3')).toContain('tổng các phần khác số chung');
    expect(await lan.tap('Duyệt cả bảng')).toContain('2 số liệu máy đọc chưa chắc');
    await lan.tap('Duyệt');
    expect((await figureOf(1))?.status).toBe('proposed');
    expect((await figureOf(3))?.status).toBe('proposed');
  });
});

describe('with two approvers', () => {
  beforeEach(() => begin(2));

  it('counts each person once', async () => {
    await lan.say('/duyet ok 1 0');
    expect((await figureOf(1))?.status).toBe('proposed');
    expect(await lan.say('/duyet ok 1 1')).toContain('cần một người khác');
    expect(await acts()).toHaveLength(1);
    expect(await lan.say('/duyet')).not.toContain('52,5%, riêng');
    expect(await binh.say('/duyet 1')).toContain('Đã có 1/2 người duyệt');
    await binh.tap('Duyệt');
    expect((await figureOf(1))?.status).toBe('approved');
  });

  it('counts a person once who has linked two chats', async () => {
    const now = new Date('2026-11-22T02:00:00Z');
    const [one, other] = [lan, binh].map(({ id }) => ({
      platform: 'telegram' as const,
      accountId: id.split(':')[1] ?? '',
    }));
    if (one === undefined || other === undefined) throw new Error('two people');
    const person = await admitPerson(database, { account: one, name: 'Lan', role: 'reviewer', by: 'x' }, now);
    await linkAccount(database, { person, account: other }, now);
    await lan.say('/duyet ok 1 0');
    expect(await binh.say('/duyet ok 1 1')).toContain('cần một người khác');
    expect((await figureOf(1))?.status).toBe('proposed');
  });

  it('begins anew with a corrected value', async () => {
    await lan.say('/duyet ok 1 0');
    await binh.say('/duyet sua 1');
    await binh.say('61,5%');
    await binh.tap('Đúng');
    expect(await figureOf(1)).toMatchObject({ min: 61.5, status: 'proposed' });
    expect(await lan.say('/duyet 1')).toContain('61,5');
    await lan.tap('Duyệt');
    expect((await figureOf(1))?.status).toBe('approved');
  });

  it('counts many at once the same way', async () => {
    await lan.say('/duyet ca 1');
    expect(await lan.tap('Duyệt')).toContain('mỗi số cần 2 người');
    expect(await findFigures(database, { statuses: ['approved'] })).toEqual([]);
    await binh.say('/duyet ca 1');
    await binh.tap('Duyệt');
    expect((await findFigures(database, { statuses: ['approved'] })).length).toBeGreaterThan(3);
  });
});
