import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, rowsOf, runLine } from '../support/command-line.ts';

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

describe('chidao review, one line after the other on one embedded database', { timeout: 120_000 }, () => {
  let folder: string;
  let document: string;
  const run = (line: string[], settings = {}): Promise<Ran> =>
    runLine([...line, '--db', join(folder, 'db')], { settings });
  const review = async (...line: string[]) => {
    const ran = await run(['review', ...line, '--by', 'lan', '--json']);
    return { code: ran.code, rows: rowsOf(ran), logged: ran.logged.join('\n') };
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-review-'));
    writeFileSync(join(folder, 'plan.txt'), plan);
    const [row] = rowsOf(await run(['ingest', join(folder, 'plan.txt'), '--json']));
    document = String(row?.document);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lists what waits, each with its ref and quote', async () => {
    const { code, rows } = await review('list');
    expect(code).toBe(0);
    expect(rows.map(({ ref }) => ref)).toEqual(expect.arrayContaining(['1', '2', 'h1']));
    for (const { quote, status = 'proposed' } of rows) {
      expect(plan).toContain(String(quote));
      expect(status).toBe('proposed');
    }
    expect((await run(['review', 'list'])).printed.join('\n')).toContain('Tỷ lệ che phủ rừng');
  });

  it('approves and rejects, and says of a second time that nothing changed', async () => {
    expect((await review('approve', '1', 'h1')).rows).toEqual([
      { ref: '1', result: 'done', status: 'approved' },
      { ref: 'h1', result: 'done', status: 'approved' },
    ]);
    expect(await review('approve', '1')).toMatchObject({
      code: 1,
      rows: [{ result: 'pointless', status: 'approved' }],
    });
    expect(await review('reject', '2')).toMatchObject({ code: 0, rows: [{ status: 'rejected' }] });
    expect(await review('reopen', '2')).toMatchObject({ code: 0, rows: [{ status: 'proposed' }] });
    expect(await review('approve', '4711')).toMatchObject({ code: 1, rows: [{ result: 'unknown', status: null }] });
  });

  it('corrects to what the document says and to nothing else', async () => {
    expect(await review('correct', '1', '99%')).toMatchObject({
      code: 1,
      rows: [],
      logged: expect.stringContaining('Văn bản không ghi'),
    });
    expect(await review('correct', '1', 'nhiều')).toMatchObject({
      code: 1,
      logged: expect.stringContaining('không phải một giá trị'),
    });
    expect(await review('correct', '1', '61,5%')).toMatchObject({ code: 0, rows: [{ status: 'approved' }] });
    const [forest] = rowsOf(await run(['targets', '--document', document, '--json'])).filter(({ min }) => min === 61.5);
    expect(forest).toMatchObject({ value_text: '61,5%', status: 'approved' });
  });

  it('approves all of a document at once', async () => {
    expect((await review('approve', '--document', document)).code).toBe(0);
    const rows = rowsOf(await run(['targets', '--document', document, '--json']));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['approved']));
  });

  it('reads again without touching what was settled', async () => {
    expect(await review('reread')).toMatchObject({ code: 0, rows: [{ document, status: 'unchanged', suggested: 0 }] });
    expect(await review('reread', '--document', '0123456789ab')).toMatchObject({
      code: 1,
      rows: [{ status: 'failed' }],
    });
  });

  it('prints who did what', async () => {
    const { rows } = await review('log', '--document', document);
    expect(rows[0]).toMatchObject({ ref: '1', act: 'approve', reviewer: 'cli:lan', from: 'proposed', to: 'approved' });
    expect(rows.find(({ act }) => act === 'correct')).toMatchObject({ before: { min: 52.5 }, after: { min: 61.5 } });
  });

  it('counts two people where two must approve', async () => {
    const two = { REVIEW_APPROVALS: '2' };
    await run(['review', 'reopen', '1'], two);
    const approve = (name: string) => run(['review', 'approve', '1', '--by', name, '--json'], two);
    expect(rowsOf(await approve('lan'))).toEqual([{ ref: '1', result: 'done', status: 'proposed' }]);
    expect(rowsOf(await approve('lan'))).toEqual([{ ref: '1', result: 'pointless', status: 'proposed' }]);
    expect(rowsOf(await approve('binh'))).toEqual([{ ref: '1', result: 'done', status: 'approved' }]);
  });

  it.each([
    [['review']],
    [['review', 'destroy']],
    [['review', 'toString']],
    [['review', 'approve']],
    [['review', 'approve', 'x']],
    [['review', 'correct', '1']],
    [['review', 'log']],
  ])('is wrong usage: %s', async (line) => {
    expect((await run(line)).code).toBe(2);
  });

  it('hides proposed figures from answers where the setting says so', async () => {
    await run(['review', 'reopen', '4']);
    const ask = async (settings: object) =>
      rowsOf(await run(['ask', 'Tỷ lệ hộ nghèo Lai Châu 2024?', '--json'], settings))[0];
    expect(await ask({})).toMatchObject({ outcome: 'answered', text: expect.stringContaining('chưa được rà soát') });
    expect(await ask({ REVIEW_REQUIRED: 'hide' })).toMatchObject({
      outcome: 'not_found',
      figures: [],
      text: expect.stringContaining('đã rà soát'),
    });
  });
});
