import { beforeEach, describe, expect, it } from 'vitest';
import { createReview } from '../../../src/conversation/review/create-review.ts';
import type { DirectiveDraft } from '../../../src/domain/directive.ts';
import { ingestFile } from '../../../src/ingest/ingest-file.ts';
import { type ReadFileAsDirective, readDirective } from '../../../src/ingest/read-directive.ts';
import { rereadDirective } from '../../../src/ingest/reread/reread-directive.ts';
import type { Database } from '../../../src/store/database.ts';
import { loadDirectiveText } from '../../../src/store/directives.ts';
import { findFigures } from '../../../src/store/figures.ts';
import { tables } from '../../answer/memory-engine.ts';
import { createChatWorld } from '../../support/chat-world.ts';
import { testDatabase } from '../../support/database.ts';
import { readHere } from '../../support/read-here.ts';

const plan = `ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 21/KH-UBND
Lai Châu, ngày 12 tháng 01 năm 2024

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2024

I. MỤC TIÊU
1. Tỷ lệ che phủ rừng đạt 52,5%, riêng biên giới 61,5%.
2. Thu ngân sách trên địa bàn 2.350 tỷ đồng.
3. Tỷ lệ hộ nghèo giảm trên 4,5%.

II. TỔ CHỨC THỰC HIỆN
Các sở, ngành báo cáo kết quả về Sở Kế hoạch và Đầu tư trước ngày 15 tháng 12 năm 2024.
`;
const today = '2026-11-22';
const now = new Date('2026-11-22T02:00:00Z');
let database: Database;
let document: string;
let lan: ReturnType<ReturnType<typeof createChatWorld>['person']>;

beforeEach(async () => {
  database = await testDatabase();
  const deps = { database, read: readHere(tables), embedding: null, now, today };
  const row = await ingestFile({ name: 'a.txt', bytes: new TextEncoder().encode(plan) }, deps);
  document = row.document ?? '';
  const features = [createReview({ database, approvals: 1 })];
  lan = createChatWorld({ database, tables, features }).person('Lan', 'reviewer');
});

/** Rules that read the same bytes otherwise. */
const changedRules =
  (change: (draft: DirectiveDraft) => DirectiveDraft): ReadFileAsDirective =>
  async ({ name, bytes }, options) => {
    const reading = await readDirective(bytes, { ...options, name, tables });
    return reading.status === 'read' ? { status: 'read', draft: change(reading.draft) } : reading;
  };

const reread = (change: (draft: DirectiveDraft) => DirectiveDraft = (draft) => draft) =>
  rereadDirective(document, { database, read: changedRules(change), now, today });

const otherForest = (draft: DirectiveDraft): DirectiveDraft => ({
  ...draft,
  figures: draft.figures.map((figure) =>
    figure.min === 52.5 ? { ...figure, min: 61.5, max: 61.5, valueText: '61,5%' } : figure,
  ),
});
const withoutForest = (draft: DirectiveDraft): DirectiveDraft => ({
  ...draft,
  figures: draft.figures.filter(({ indicator }) => !indicator.includes('che phủ rừng')),
});

const forest = async () =>
  (await findFigures(database, { statuses: ['proposed', 'approved', 'rejected'] }))
    .filter(({ indicator }) => indicator.includes('che phủ rừng'))
    .map(({ min, status }) => [min, status]);

describe('reading a stored document again', () => {
  it('changes nothing by the same rules, reviewed or not', async () => {
    expect(await reread()).toEqual({ document, status: 'unchanged', added: 0, withdrawn: 0, suggested: 0, lost: 0 });
    await lan.say('/duyet ok 1 0');
    await lan.say('/duyet bac 2 0');
    await lan.say('/duyet sua 3');
    expect(await reread()).toMatchObject({ status: 'unchanged' });
  });

  it('follows the new rules where nobody has looked yet', async () => {
    expect(await reread(otherForest)).toMatchObject({ status: 'changed', added: 1, withdrawn: 1, suggested: 0 });
    expect(await forest()).toEqual(
      expect.arrayContaining([
        [52.5, 'rejected'],
        [61.5, 'proposed'],
      ]),
    );
    expect(await reread(otherForest)).toMatchObject({ status: 'unchanged' });
    expect(await reread()).toMatchObject({ status: 'changed', added: 1, withdrawn: 1 });
  });

  it('never overwrites what was approved: the difference becomes a suggestion, once', async () => {
    await lan.say('/duyet ok 1 0');
    expect(await reread(otherForest)).toMatchObject({ added: 0, withdrawn: 0, suggested: 1 });
    expect(await reread(otherForest)).toMatchObject({ status: 'unchanged', suggested: 0 });
    expect(await forest()).toContainEqual([52.5, 'approved']);
    const shown = await lan.say('/duyet');
    expect(shown).toContain('Đang dùng: đạt 52,5%');
    expect(shown).toContain('máy thấy: 61,5%');
  });

  it('lets the approved value stand when a person says so, for good', async () => {
    await lan.say('/duyet ok 1 0');
    await reread(otherForest);
    await lan.say('/duyet');
    await lan.tap('Giữ');
    expect(await forest()).toContainEqual([52.5, 'approved']);
    expect(await reread(otherForest)).toMatchObject({ status: 'unchanged' });
    expect(await lan.say('/duyet')).not.toContain('Lần đọc mới khác');
  });

  it('takes the new value over when a person says so', async () => {
    await lan.say('/duyet ok 1 0');
    await reread(otherForest);
    await lan.say('/duyet');
    await lan.tap('Lấy');
    expect(await forest()).toContainEqual([61.5, 'approved']);
    expect(await reread(otherForest)).toMatchObject({ status: 'unchanged' });
    expect(await lan.say('/duyet lay 1')).toContain('đã có người xử lý');
  });

  it('asks about an approved figure that is no longer found, and withdraws what nobody approved', async () => {
    expect(await reread(withoutForest)).toMatchObject({ withdrawn: 2, suggested: 0 });
    await reread();
    const figure = (await findFigures(database, { statuses: ['proposed'] })).find(({ min }) => min === 52.5);
    await lan.say(`/duyet ok ${figure?.id} 0`);
    expect(await reread(withoutForest)).toMatchObject({ suggested: 1 });
    expect(await lan.say('/duyet')).toContain('không còn thấy');
    await lan.tap('Bác');
    expect(await forest()).not.toContainEqual([52.5, 'approved']);
  });

  it('does not bring back what a person rejected, nor what a person corrected', async () => {
    await lan.say('/duyet bac 3 0');
    await lan.say('/duyet sua 1');
    await lan.say('61,5%');
    await lan.tap('Đúng');
    expect(await reread()).toMatchObject({ status: 'unchanged' });
  });

  it('finds its quotes in the stored text, where a better reader makes another text of the same bytes', async () => {
    const shifted = (draft: DirectiveDraft): DirectiveDraft => ({
      ...draft,
      text: `Trang 1\n${draft.text}`,
      figures: [
        ...draft.figures.map((figure) => ({ ...figure, start: figure.start + 8, end: figure.end + 8 })),
        { ...(draft.figures[0] as DirectiveDraft['figures'][number]), quote: 'không có ở đó', start: 0, end: 13 },
      ],
    });
    const before = await loadDirectiveText(database, document);
    expect(await reread(shifted)).toMatchObject({ status: 'unchanged', lost: 1 });
    expect(await loadDirectiveText(database, document)).toBe(before);
  });

  it('takes a document out of the answers that turns out to bear a mark of secrecy', async () => {
    const refusing: ReadFileAsDirective = async () => ({ status: 'refused', reason: 'Văn bản đóng dấu độ mật.' });
    const row = await rereadDirective(document, { database, read: refusing, now, today });
    expect(row).toMatchObject({ status: 'refused', reason: 'Văn bản đóng dấu độ mật.' });
    expect(await lan.say('Tỷ lệ che phủ rừng Lai Châu 2024?')).not.toContain('52,5');
  });

  it('says why a document cannot be read again', async () => {
    expect(
      await rereadDirective('0123456789ab', { database, read: changedRules((draft) => draft), now, today }),
    ).toMatchObject({ status: 'failed', reason: expect.stringContaining('0123456789ab') });
    const broken: ReadFileAsDirective = async () => ({ status: 'failed', reason: 'Tệp hỏng.' });
    expect(await rereadDirective(document, { database, read: broken, now, today })).toMatchObject({
      status: 'failed',
      reason: 'Tệp hỏng.',
    });
    expect(await findFigures(database, {})).not.toEqual([]);
  });
});
