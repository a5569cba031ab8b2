import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
1. Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) đạt 9,5%.
2. Tỷ lệ che phủ rừng đạt trên 52,5%.
3. Thu ngân sách trên địa bàn 2.350 tỷ đồng.

II. TỔ CHỨC THỰC HIỆN
Các sở, ngành báo cáo kết quả về Sở Kế hoạch và Đầu tư trước ngày 15 tháng 12 năm 2024.
Chủ đề của năm là “Kỷ cương, sáng tạo, bứt phá”.
`;

const secret = `ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nMẬT\nSố: 22/KH-UBND\n\nKẾ HOẠCH\nDiễn tập năm 2024\n\nQuân số tham gia 345 người.\n`;

describe('the commands, one after the other on one embedded database', { timeout: 120_000 }, () => {
  let folder: string;
  let db: string;
  const run = (...args: string[]): Promise<Ran> => runLine([...args, '--db', db]);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-commands-'));
    db = join(folder, 'db');
    const documents = join(folder, 'documents');
    mkdirSync(join(documents, 'sub'), { recursive: true });
    writeFileSync(
      join(documents, 'a-hỏng.txt'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 255, 254, 0, 1, 2, 3]),
    );
    writeFileSync(join(documents, 'b-trống.txt'), '');
    writeFileSync(join(documents, 'c-mật.txt'), secret);
    writeFileSync(join(documents, 'sub', 'lai-chau-2024.txt'), plan);
    writeFileSync(join(documents, '.hidden.txt'), plan);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ingest reads what it can, says of the rest why not, and exits 1', async () => {
    const ran = await run('ingest', join(folder, 'documents'), join(folder, 'nowhere.txt'), '--json');
    const rows = rowsOf(ran);
    expect(rows.map(({ file, status }) => [String(file).split('/').at(-1), status])).toEqual([
      ['a-hỏng.txt', 'failed'],
      ['b-trống.txt', 'failed'],
      ['c-mật.txt', 'refused'],
      ['lai-chau-2024.txt', 'ingested'],
      ['nowhere.txt', 'failed'],
    ]);
    for (const row of rows.filter(({ status }) => status !== 'ingested')) expect(String(row.reason)).not.toBe('');
    expect(rows[3]).toMatchObject({
      document: expect.stringMatching(/^[0-9a-f]{12}$/),
      type: 'kế hoạch',
      number: '21/KH-UBND',
      locality: 'tỉnh Lai Châu',
      date: '2024-01-12',
      targets: 3,
      deadlines: 1,
    });
    expect(ran.code).toBe(1);
  });

  it('ingest of the same bytes changes nothing, also from stdin', async () => {
    const again = await runLine(['ingest', '-', '--json', '--db', db], { stdin: plan });
    expect(again.code).toBe(0);
    expect(rowsOf(again)).toMatchObject([{ file: '-', status: 'unchanged', targets: 3, deadlines: 1 }]);
  });

  it('targets prints the fields of the contract with quotes from the text', async () => {
    const ran = await run('targets', '--json');
    expect(ran.code).toBe(0);
    const rows = rowsOf(ran);
    expect(rows).toHaveLength(3);
    const forest = rows.find(({ key }) => key === 'forest_cover');
    expect(forest).toMatchObject({
      min: 52.5,
      max: null,
      comparator: '>',
      unit: '%',
      direction: 'level',
      period: '2024',
    });
    expect(forest).toMatchObject({ locality: 'tỉnh Lai Châu', status: 'proposed' });
    expect(plan.slice(Number(forest?.start), Number(forest?.end))).toBe(forest?.quote);
  });

  it('deadlines prints the fields of the contract', async () => {
    const rows = rowsOf(await run('deadlines', '--json'));
    expect(rows).toMatchObject([{ due: 'trước 2024-12-15', to: expect.stringContaining('Sở Kế hoạch và Đầu tư') }]);
    expect(plan.slice(Number(rows[0]?.start), Number(rows[0]?.end))).toBe(rows[0]?.quote);
  });

  it.each(['targets', 'deadlines'])('%s of an unknown document is a failure, not an empty list', async (command) => {
    const ran = await run(command, '--document', 'ffffffffffff', '--json');
    expect([ran.code, ran.printed]).toEqual([1, []]);
    expect(ran.logged.join()).toContain('ffffffffffff');
  });

  it('ask answers with the figure, its document and its quote', async () => {
    const [row] = rowsOf(await run('ask', 'ty le che phu rung lai chau 2024', '--json'));
    expect(row).toMatchObject({
      outcome: 'answered',
      reading: { intent: 'lookup_target', localities: ['tỉnh Lai Châu'] },
    });
    expect(row?.figures).toMatchObject([
      { text: expect.stringContaining('52,5%'), quote: expect.stringContaining('52,5%') },
    ]);
    expect(row?.citations).toMatchObject([{ number: '21/KH-UBND', date: '2024-01-12' }]);
  });

  it('ask --batch keeps ids and order, and a follow-up goes on from the question it names', async () => {
    const file = join(folder, 'questions.jsonl');
    const lines = [
      { id: 'q1', question: 'Tỷ lệ che phủ rừng Lai Châu 2024?' },
      { id: 'q2', question: 'Tăng trưởng GRDP của Lai Châu năm 2023?' },
      { id: 'q3', question: 'thu ngân sách thì sao?', after: 'q1' },
    ];
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const rows = rowsOf(await run('ask', '--batch', file, '--json'));
    expect(rows.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3']);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['answered', 'not_found', 'answered']);
    expect(String(rows[2]?.text)).toContain('2.350');
  });

  it('search gives ranked passages, one by one and in a batch', async () => {
    const [best] = rowsOf(await run('search', 'chu de cua nam', '-k', '3', '--json'));
    expect(String(best?.text)).toContain('bứt phá');
    const file = join(folder, 'queries.jsonl');
    writeFileSync(file, '{"id":"a","text":"chủ đề của năm"}\n{"id":"b","text":"zzz"}\n');
    const batch = rowsOf(await run('search', '--batch', file, '-k', '1'));
    expect(batch.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(batch[0]?.hits).toMatchObject([
      { passage: best?.passage, document: best?.document, score: expect.any(Number) },
    ]);
  });

  it('ingest --passages keeps the ids of the file', async () => {
    const file = join(folder, 'passages.jsonl');
    writeFileSync(
      file,
      '{"id":"p-1","text":"Cá tra xuất khẩu sang châu Âu."}\n{"id":"p-2","text":"Mùa xoài chín sớm."}\n',
    );
    expect((await run('ingest', '--passages', file)).code).toBe(0);
    const [hit] = rowsOf(await run('search', 'mua xoai', '-k', '1', '--json'));
    expect(hit?.passage).toBe('p-2');
  });

  it('eval scores a gold set and fails a bar that is not reached', async () => {
    const gold = join(folder, 'gold');
    mkdirSync(gold);
    const target = {
      indicator: 'Tỷ lệ che phủ rừng',
      value_text: 'đạt trên 52,5%',
      min: 52.5,
      max: null,
      comparator: '>',
      unit: '%',
      period: '2024',
    };
    const missing = { ...target, indicator: 'Tỷ lệ hộ nghèo', quote: 'không có câu này' };
    const quote = 'Tỷ lệ che phủ rừng đạt trên 52,5%';
    writeFileSync(
      join(gold, 'lai-chau-2024.jsonl'),
      [{ ...target, quote }, missing].map((row) => JSON.stringify(row)).join('\n'),
    );
    const question = {
      id: 'e1',
      question: 'che phủ rừng Lai Châu 2024',
      doc: 'lai-chau-2024',
      must_contain: ['52,5%'],
      kind: 'lookup',
    };
    writeFileSync(join(gold, 'questions.jsonl'), JSON.stringify(question));
    const documents = join(folder, 'documents', 'sub');
    const ran = await run('eval', gold, '--documents', documents, '--json', '--min-targets', '0.9', '--min-right', '1');
    expect(rowsOf(ran).at(-1)).toMatchObject({
      totals: { targetsFound: 1, targetsWanted: 2, questionsRight: 1, questions: 1, wrongFigures: 0 },
    });
    expect(ran.code).toBe(1);
    expect(ran.logged.join()).toContain('min-targets');
    expect((await run('eval', gold, '--min-right', '1')).code).toBe(0);
  });

  it('doctor finds nothing to mend', async () => {
    const ran = await run('doctor');
    expect(ran.printed.filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(ran.code).toBe(0);
  });
});
