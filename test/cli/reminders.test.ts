import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, rowsOf, runLine } from '../support/command-line.ts';
import { readIcs } from '../support/read-ics.ts';

describe('chidao reminders, one after the other on one embedded database', { timeout: 120_000 }, () => {
  let folder: string;
  let db: string;
  const run = (...args: string[]): Promise<Ran> => runLine(['reminders', ...args, '--db', db]);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-reminders-'));
    db = join(folder, 'db');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('list of nothing says so', async () => {
    expect((await run('list')).printed).toEqual(['Chưa ai theo dõi việc nào.']);
  });

  it('add repeats what it understood, with the words of a request or without', async () => {
    expect((await run('add', 'nhắc tôi nộp báo cáo trước ngày 20 hằng tháng, trước 3 ngày')).printed).toEqual([
      'Việc 1: nộp báo cáo – ngày 19 hằng tháng (trước ngày 20), nhắc trước 3 ngày. Nơi nhận: terminal:terminal.',
    ]);
    expect(rowsOf(await run('add', 'hop giao ban 15h thu sau tuan sau', '--json'))).toEqual([
      { duty: 2, what: 'hop giao ban', when: 'thứ Sáu, ngày 27/11/2026, 15 giờ', chat: 'terminal' },
    ]);
  });

  it.each([
    ['họp ngày 30/2', /30\/2/],
    ['họp thứ tám', /./],
    ['nộp báo cáo ngày 1/1/9999', /./],
    ['nộp báo cáo hôm qua', /./],
    ['nộp báo cáo', /./],
    ['', /./],
  ])('add “%s” is refused with a sentence and adds nothing', async (words, sentence) => {
    const { code, printed, logged } = await run('add', words);
    expect([code, printed]).toEqual([1, []]);
    expect(logged.join()).toMatch(sentence);
  });

  it('list shows what is followed and the next message of each', async () => {
    expect(rowsOf(await run('list', '--json'))).toMatchObject([
      {
        duty: 1,
        what: 'Nộp báo cáo',
        source: 'own',
        platform: 'terminal',
        due: '2026-12-19',
        next: { occurrence: '2026-12-19' },
      },
      { duty: 2, due: '2026-11-27' },
    ]);
    expect((await run('list')).printed[3]).toMatch(
      /^ +2 +27\/11\/2026 +#\d+ lúc 15:00 thứ Sáu, 27\/11\/2026 +terminal:terminal +Hop giao ban$/,
    );
    expect(rowsOf(await run('list', '--status', 'planned', '--json')).length).toBe(3);
  });

  it('preview shows what will be sent, when, as it will read, and changes nothing', async () => {
    const rows = rowsOf(await run('preview', '--json'));
    expect(rows.map(({ at, step }) => [at, step])).toEqual([
      ['2026-11-27T08:00:00.000Z', 'due'],
      ['2026-12-16T01:00:00.000Z', 'before-3'],
      ['2026-12-18T01:00:00.000Z', 'day'],
    ]);
    expect(rows[1]?.text).toMatch(/^Nộp báo cáo\n\nHạn: hết thứ Bảy, 19\/12\/2026 \(ngày nghỉ/);
    const later = rowsOf(await run('preview', '--from', '2027-02-01', '--days', '28', '--chat', 'terminal', '--json'));
    expect(later.map(({ at }) => at)).toEqual(['2027-02-16T01:00:00.000Z', '2027-02-19T01:00:00.000Z']);
    expect(rowsOf(await run('list', '--status', 'planned', '--json')).length).toBe(3);
    expect((await run('preview', '--days', '2')).printed).toEqual(['Không có tin nhắc nào trong 2 ngày.']);
  });

  it('audit tells the life of one message', async () => {
    expect((await run('audit', '#1')).printed).toEqual([
      'Tin nhắc #1: nộp báo cáo – hạn 19/12/2026, chờ gửi',
      'Nơi nhận: terminal (terminal)',
      expect.stringMatching(/^08:00 Chủ nhật, 22\/11\/2026 {2}ghi nhận việc phải làm theo lời nhờ/),
      '08:00 thứ Tư, 16/12/2026  hẹn gửi (trước 3 ngày)',
    ]);
    expect(rowsOf(await run('audit', '1', '--json'))).toMatchObject([
      { reminder: { id: 1 }, duty: { id: 1 }, citation: null },
    ]);
    expect(await run('audit', '999')).toEqual({
      code: 1,
      printed: [],
      logged: ['Không có tin nhắc nào mang mã #999.'],
    });
  });

  it('calendar, picture and feed show the same to a calendar program, a phone, and whoever has the address', async () => {
    const [ics, png] = [join(folder, 'lich.ics'), join(folder, 'lich.png')];
    expect((await run('calendar', '--chat', 'terminal', '--out', ics)).code).toBe(0);
    expect(readIcs(readFileSync(ics)).events.map(({ SUMMARY }) => SUMMARY)).toEqual([
      'Nộp báo cáo',
      '15:00 Hop giao ban',
    ]);
    expect((await run('picture', '2026-12', '--chat', 'terminal', '--out', png)).code).toBe(0);
    expect(existsSync(png)).toBe(true);
    const settings = { PUBLIC_URL: 'https://bot.vi-du.vn' };
    const feed = await runLine(['reminders', 'feed', '--chat', 'terminal', '--db', db], { settings });
    expect(feed.printed[0]).toMatch(/^https:\/\/bot\.vi-du\.vn\/lich\/[\w-]{32}\.ics$/);
    expect((await run('feed', 'off', '--chat', 'terminal')).code).toBe(0);
  });

  it('link lets an address stand in for a chat, and says when no mail can be sent', async () => {
    const { code, logged } = await run('link', 'email:ha@co-quan.vn', '--chat', 'terminal');
    expect([code, logged]).toEqual([0, ['Chưa đặt SMTP_URL và SMTP_FROM nên chưa gửi thư được.']]);
  });

  it('cancel ends what was added, and only that', async () => {
    expect((await run('cancel', '2')).printed).toEqual(['Đã thôi nhắc việc 2: hop giao ban']);
    expect(rowsOf(await run('list', '--json')).map(({ duty }) => duty)).toEqual([1]);
    for (const id of ['2', '999']) expect((await run('cancel', id)).code).toBe(1);
  });

  it('says how many deadlines name no day, instead of inventing one', async () => {
    const file = join(folder, 'kh.txt');
    writeFileSync(
      file,
      'ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 21/KH-UBND\nLai Châu, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát triển năm 2026\n\nCác sở, ngành báo cáo kết quả về Sở Tài chính theo quy định.\n',
    );
    await runLine(['ingest', file, '--db', db]);
    const [deadline] = rowsOf(await runLine(['deadlines', '--json', '--db', db]));
    expect(deadline?.due).toContain('không nêu ngày');
    expect(rowsOf(await run('list', '--json')).length).toBe(1);
  });

  it('regime says which day is computed', async () => {
    const rows = rowsOf(await run('regime', 'commune', '--days', '30', '--json'));
    expect(rows.map(({ kind, sendBy, setBy }) => [kind, sendBy, setBy])).toContainEqual(['yearly', '2026-12-16', null]);
  });

  it.each<[args: string[], code: number]>([
    [[], 2],
    [['constructor'], 2],
    [['audit'], 2],
    [['audit', 'x'], 2],
    [['cancel', '-1'], 2],
    [['add'], 2],
    [['list', '--chat', 'telegram:999'], 1],
    [['list', '--status', 'x'], 2],
    [['preview', '--from', '30/2'], 2],
    [['preview', '--from', '9999-01-01'], 2],
    [['preview', '--days', '100000'], 2],
    [['picture', '2026-13', '--chat', 'terminal', '--out', '/nowhere'], 2],
    [['calendar'], 2],
    [['regime', 'xã'], 2],
    [['override', '1', 'xã:tháng'], 2],
    [['override', '1', 'commune:monthly'], 1],
    [['override', '1'], 2],
    [['link', 'email:a@b,c@d.vn', '--chat', 'terminal'], 2],
  ])('reminders %j exits %i with a sentence', async (args, code) => {
    const ran = await run(...args);
    expect([ran.code, ran.printed]).toEqual([code, []]);
    expect(ran.logged.length).toBeGreaterThan(0);
  });
});
