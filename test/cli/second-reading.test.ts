import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, runLine } from '../support/command-line.ts';
import { type FakeOpenai, startFakeOpenai } from '../support/fake-openai.ts';

const cli = new URL('../../src/cli.ts', import.meta.url).pathname;

const plan = `ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 21/KH-UBND
Lai Châu, ngày 12 tháng 01 năm 2024

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2024

I. MỤC TIÊU
1. Tỷ lệ che phủ rừng đạt 52,5%.
2. Thu ngân sách trên địa bàn từ 2.350 đến 2.400 tỷ đồng.
3. Tỷ lệ hộ nghèo giảm trên 4,5%.

II. TỔ CHỨC THỰC HIỆN
Mỗi quý Sở Tài chính dành 12 buổi tiếp công dân.
`;
const letter = plan.replace('21/KH-UBND', '22/KH-UBND').replace('52,5%', '53,5%');

/** Agrees on forests, takes one end of the revenue for the whole, sees a goal in the last line, and invents one. */
const figures = (read: string) => [
  {
    passage: pageOf(read, 'che phủ rừng'),
    indicator: 'Tỷ lệ che phủ rừng',
    value: '52,5%',
    quote: 'Tỷ lệ che phủ rừng đạt 52,5%',
  },
  {
    passage: pageOf(read, 'Thu ngân sách'),
    indicator: 'Thu ngân sách trên địa bàn',
    value: '2.400 tỷ đồng',
    quote: 'Thu ngân sách trên địa bàn từ 2.350 đến 2.400 tỷ đồng',
  },
  {
    passage: pageOf(read, 'tiếp công dân'),
    indicator: 'Số buổi tiếp công dân',
    value: '12 buổi',
    quote: 'Mỗi quý Sở Tài chính dành 12 buổi tiếp công dân.',
  },
  { passage: 'p1', indicator: 'Tăng trưởng', value: '99,9%', quote: 'Tăng trưởng đạt 99,9%' },
];

const pageOf = (text: string, words: string): string =>
  /\[(p\d+)\]/.exec(
    text
      .slice(0, text.indexOf(words))
      .split('\n\n[')
      .map((part) => `[${part}`)
      .at(-1) ?? '',
  )?.[1] ?? 'p1';

describe('a second reading', { timeout: 120_000 }, () => {
  let server: FakeOpenai;
  let folder: string;
  let document: unknown;
  const run = (args: string[], settings: Record<string, string> = {}) =>
    runLine([...args, '--db', join(folder, 'db')], {
      settings: { OPENAI_BASE_URL: server.baseUrl, CHAT_MODEL: 'gia', ...settings },
    });

  /** What the bot writes in a terminal for these lines. */
  const chat = async (lines: string): Promise<string> => {
    const child = spawn(process.execPath, [cli, 'chat', '--db', join(folder, 'db')], {
      env: { ...process.env, OPENAI_BASE_URL: server.baseUrl, CHAT_MODEL: 'gia' },
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(lines);
    return text(child.stdout);
  };

  beforeAll(async () => {
    server = await startFakeOpenai();
    server.think(({ messages }) => ({ text: JSON.stringify({ figures: figures(messages.at(-1)?.content ?? '') }) }));
    folder = await mkdtemp(join(tmpdir(), 'chidao-twice-'));
    await writeFile(join(folder, 'plan.txt'), plan);
    await writeFile(join(folder, 'letter.txt'), letter);
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('comes with ingest, says what it found on the log, and leaves the rows as they are without a model', async () => {
    const ran = await run(['ingest', join(folder, 'plan.txt'), '--json']);
    expect(ran.code).toBe(0);
    expect(rowsOf(ran)).toEqual([expect.objectContaining({ status: 'ingested', targets: 3 })]);
    document = rowsOf(ran)[0]?.document;
    expect(ran.logged.join('\n')).toMatch(
      /1\/3 chỉ tiêu hai lần đọc giống nhau; 1 chỗ khác nhau và 1 số chỉ mô hình thấy/,
    );
    expect(ran.logged.join('\n')).toContain('bỏ 1 điều không có trong văn bản');
  });

  it('raises what both read alike, and shows both values of what they do not in the list of what waits', async () => {
    const rows = rowsOf(await run(['review', 'list', '--json']));
    const by = (words: string) => rows.find(({ indicator }) => String(indicator).includes(words));
    expect(by('che phủ rừng')?.confidence).toBeGreaterThanOrEqual(0.95);
    expect(by('che phủ rừng')?.other).toBeNull();
    expect(by('ngân sách')?.other).toBe('2.400 tỷ đồng');
    expect(rows.every(({ indicator }) => !/tiếp công dân|Tăng trưởng/.test(String(indicator)))).toBe(true);
  });

  it('changes no answer', async () => {
    await runLine(['ingest', join(folder, 'plan.txt'), '--db', join(folder, 'once')]);
    for (const question of [
      'tỷ lệ che phủ rừng Lai Châu 2024',
      'thu ngân sách Lai Châu 2024',
      'các chỉ tiêu của Lai Châu',
    ]) {
      const twice = (await run(['ask', question])).printed;
      expect(twice).toEqual((await runLine(['ask', question, '--db', join(folder, 'once')])).printed);
    }
  });

  it('keeps what is read in two ways out of what is approved all at once', async () => {
    await run(['review', 'approve', '--document', String(document), '--by', 'lan']);
    const left = rowsOf(await run(['review', 'list', '--json'])).filter(({ kind }) => kind === 'target');
    expect(left.map(({ indicator }) => indicator)).toEqual([expect.stringContaining('ngân sách')]);
  });

  it('is put before a reviewer in the chat with both readings, each with its quote, and is settled by a choice', async () => {
    const said = await chat('/duyet\n1\n/duyet\n1\n/duyet\n');
    expect(said).toMatch(
      /Hai lần đọc khác nhau[\s\S]*Luật đọc: từ 2\.350 đến 2\.400 tỷ đồng[\s\S]*Mô hình đọc: 2\.400 tỷ đồng/,
    );
    expect(said).toMatch(/✓ Đã duyệt: từ 2\.350 đến 2\.400 tỷ đồng/);
    expect(said).toMatch(/Luật đọc: không thấy chỉ tiêu ở câu này[\s\S]*Mô hình đọc: 12 buổi – Số buổi tiếp công dân/);
    expect(said).toContain('“Mỗi quý Sở Tài chính dành 12 buổi tiếp công dân.”');
    expect(said).toContain('Đã ghi nhận.');
    expect(said.split('Hai lần đọc khác nhau')).toHaveLength(3);
  });

  it('never makes an answer of what only the model saw', async () => {
    const { printed } = await run(['ask', 'Lai Châu 2024 bao nhiêu buổi tiếp công dân?', '--json']);
    expect((JSON.parse(printed[0] ?? '') as { figures: unknown[] }).figures).toEqual([]);
  });

  it('that fails costs nothing and is made up for, once', async () => {
    server.think(() => ({ fault: 'denied' }));
    const ran = await run(['ingest', join(folder, 'letter.txt'), '--json']);
    expect(ran.code).toBe(0);
    expect(ran.logged.join('\n')).toContain('Dừng đọc lần hai');
    server.think(() => ({ text: '{"figures": []}' }));
    expect(rowsOf(await run(['model', 'read', '--json']))).toHaveLength(1);
    expect(rowsOf(await run(['model', 'read', '--json']))).toEqual([]);
  });

  it('is not made of documents that may not leave', async () => {
    await writeFile(join(folder, 'inner.txt'), plan.replace('21/KH-UBND', '23/KH-UBND'));
    const from = server.bodies.length;
    expect((await run(['ingest', join(folder, 'inner.txt')], { MODEL_DOCUMENTS: 'none' })).code).toBe(0);
    expect(server.bodies.length).toBe(from);
  });
});
