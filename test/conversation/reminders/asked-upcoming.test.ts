import { describe, expect, it } from 'vitest';
import { askedUpcoming } from '../../../src/conversation/reminders/asked-upcoming.ts';

/** A Sunday. */
const today = '2026-11-22';

const spans: Readonly<Record<string, readonly [string, string]>> = {
  'hôm nay': ['2026-11-22', '2026-11-22'],
  'ngày mai': ['2026-11-23', '2026-11-23'],
  'tuần này': ['2026-11-16', '2026-11-22'],
  'tuần sau': ['2026-11-23', '2026-11-29'],
  'tháng này': ['2026-11-01', '2026-11-30'],
  'tháng sau': ['2026-12-01', '2026-12-31'],
};

describe('what is due ahead, asked in free words', () => {
  it.each([
    ['việc sắp đến hạn', '', null],
    ['nhung viec sap den han', '', null],
    ['sắp tới có hạn gì', '', null],
    ['sap toi phai nop bao cao gi', '', null],
    ['cac han sap toi', '', null],
    ['Sở Tài chính có báo cáo gì sắp đến hạn?', 'Sở Tài chính', null],
    ['tuần này có hạn gì không', '', 'tuần này'],
    ['deadline tuần này có gì', '', 'tuần này'],
    ['hạn tuần này', '', 'tuần này'],
    ['hôm nay có việc gì', '', 'hôm nay'],
    ['ngày mai có báo cáo nào phải nộp không', '', 'ngày mai'],
    ['tháng này Cao Bằng phải nộp báo cáo gì', 'Cao Bằng', 'tháng này'],
    ['tuần sau có deadline nào k', '', 'tuần sau'],
    ['thang toi con phai nop gi', '', 'tháng sau'],
    ['các bạn ơi tuần này có báo cáo gì phải nộp không ạ', '', 'tuần này'],
  ] as const)('%s', (text, rest, name) => {
    const [from, to] = spans[name ?? ''] ?? ['', ''];
    expect(askedUpcoming(text, today)).toEqual({ rest, span: name === null ? null : { from, to, name } });
  });

  it.each([
    'tháng này GRDP đạt bao nhiêu',
    'hạn mặn tháng này thế nào',
    'khi nào báo cáo',
    'báo cáo tháng này nộp cho ai',
    'nhắc tôi ngày mai nộp báo cáo',
    'nhắc tôi tuần này có việc gì',
    'sắp tới trồng bao nhiêu ha rừng',
    'thời hạn báo cáo của Đắk Nông',
    'báo cáo quý III nộp ngày nào',
    'mai có họp gì không',
    `tuần này có hạn gì ${'rất dài '.repeat(40)}`,
  ])('is not asked by: %s', (text) => {
    expect(askedUpcoming(text, today)).toBeNull();
  });
});
