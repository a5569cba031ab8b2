import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, runLine } from '../support/command-line.ts';

const program = fileURLToPath(new URL('../../src/chidao.mjs', import.meta.url));
const documents = 60;
const printedBeforeKill = 9;

const plan = (number: number) => `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: ${number}/KH-UBND
Gia Lai, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Phát triển nông thôn năm 2024

I. CHỈ TIÊU
${Array.from({ length: 30 }, (_, at) => `- Trồng mới ${number}${at + 100} ha rừng tập trung tại khu vực ${at + 1}.`).join('\n')}
II. TỔ CHỨC THỰC HIỆN
Các huyện báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày 15/12/2024.
`;

describe('ingest, killed half way', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chidao-killed-'));
    await mkdir(join(folder, 'documents'));
    for (let number = 1; number <= documents; number++)
      await writeFile(join(folder, 'documents', `${String(number).padStart(3, '0')}.txt`), plan(number));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The files that were printed as stored before the end. */
  async function ingestAndKill(): Promise<unknown[]> {
    const args = [program, 'ingest', join(folder, 'documents'), '--db', join(folder, 'db'), '--json'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const printed: unknown[] = [];
    const lines = createInterface({ input: child.stdout });
    for await (const line of lines) {
      printed.push(JSON.parse(line).file);
      if (printed.length >= printedBeforeKill) break;
    }
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    return printed;
  }

  it('leaves each document whole or not at all, those it told of whole, and is completed by the next run', async () => {
    const printed = await ingestAndKill();
    const again = rowsOf(await runLine(['ingest', join(folder, 'documents'), '--db', join(folder, 'db'), '--json']));
    expect(again).toHaveLength(documents);
    const kept = again.filter(({ status }) => status === 'unchanged');
    expect(kept.map(({ file }) => file)).toEqual(expect.arrayContaining(printed));
    expect(again.filter(({ status }) => status === 'ingested')).toHaveLength(documents - kept.length);
    // What is told of an unchanged document is counted in the database.
    for (const row of again) expect(row).toMatchObject({ passages: again.at(-1)?.passages, targets: 30, deadlines: 1 });
  });
});
