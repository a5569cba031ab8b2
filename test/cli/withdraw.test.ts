import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf, runLine } from '../support/command-line.ts';

const plan = (number: string, date: string, rest: string) => `ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: ${number}
Lai Châu, ngày ${date} năm 2024

KẾ HOẠCH
Phát triển lâm nghiệp năm 2024

I. MỤC TIÊU
${rest}
`;

let folder: string;
const run = async (...line: string[]) => rowsOf(await runLine([...line, '--json', '--db', join(folder, 'db')]));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chidao-withdraw-'));
  writeFileSync(join(folder, 'a.txt'), plan('21/KH-UBND', '12 tháng 01', '1. Tỷ lệ che phủ rừng đạt 52,5%.'));
  const replacing = '1. Tỷ lệ che phủ rừng đạt 53%.\nKế hoạch này thay thế Kế hoạch số 21/KH-UBND ngày 12/01/2024.';
  writeFileSync(join(folder, 'b.txt'), plan('88/KH-UBND', '20 tháng 6', replacing));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('brings back what the withdrawn document had replaced, and knows no other id', { timeout: 120_000 }, async () => {
  await run('ingest', join(folder, 'a.txt'));
  const [row] = await run('ingest', join(folder, 'b.txt'));
  const ask = async () => (await run('ask', 'tỷ lệ che phủ rừng Lai Châu 2024'))[0]?.text;
  expect(await ask()).toContain('53%');
  expect(await run('withdraw', String(row?.document), 'khongco')).toEqual([
    { document: row?.document, status: 'withdrawn' },
    { document: 'khongco', status: 'unknown' },
  ]);
  expect(await ask()).toContain('52,5%');
});
