import { describe, expect, it } from 'vitest';
import type { DeadlineFinding } from '../../src/domain/deadline.ts';
import type { Period } from '../../src/domain/period.ts';
import { findDeadlines } from '../../src/ingest/deadlines/find-deadlines.ts';
import { sourceText } from '../../src/ingest/source-text.ts';
import { findBlocks } from '../../src/ingest/structure/find-blocks.ts';
import { parsePeriod } from '../../src/vietnamese/period.ts';

function read(text: string, period: string): Pick<DeadlineFinding, 'kind' | 'due' | 'dueDate' | 'rule'>[] {
  const governed = parsePeriod(period) as Period;
  const metadata = { period: governed, date: '2026-01-20' };
  const found = findDeadlines({ source: sourceText(text), blocks: findBlocks(text), metadata });
  return found.map(({ kind, due, dueDate, rule }) => ({ kind, due, dueDate, rule }));
}

const none = { dueDate: null, rule: null };
const cases: readonly [text: string, expected: object[], period?: string][] = [
  [
    'Sở Xây dựng thẩm định hồ sơ trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ.',
    [{ kind: 'finish', due: 'trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ (không nêu ngày)', ...none }],
  ],
  [
    'UBND các xã báo cáo Sở Y tế trong vòng 12 giờ.',
    [{ kind: 'report', due: 'trong vòng 12 giờ (không nêu ngày)', ...none }],
  ],
  [
    'Phòng Giáo dục báo cáo Sở Giáo dục và Đào tạo vào ngày làm việc đầu tiên của tháng.',
    [{ kind: 'report', due: 'vào ngày làm việc đầu tiên của tháng (không nêu ngày)', ...none }],
  ],
  [
    'Công an xã gửi số liệu về Công an tỉnh hằng tuần, vào sáng thứ Ba.',
    [{ kind: 'report', due: 'hằng tuần, thứ Ba', dueDate: null, rule: 'FREQ=WEEKLY;BYDAY=TU' }],
  ],
  [
    'Sáu tháng một lần, trước ngày 12/6 và ngày 12/12, Sở Nội vụ tổng hợp báo cáo UBND tỉnh.',
    [
      { due: 'hằng năm, trước ngày 12/6', rule: 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=11' },
      { due: 'hằng năm, trước ngày 12/12', rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=11' },
    ],
  ],
  [
    'Các sở gửi ý kiến về Văn phòng trước **18h00 ngày 14 tháng 4 năm 2026** để tổng hợp.',
    [{ kind: 'report', due: 'trước 2026-04-14 18:00', dueDate: '2026-04-14' }],
  ],
  [
    'Sở Tài chính tham mưu kế hoạch, ban hành trước ngày 31/3/2026.',
    [{ kind: 'finish', due: 'trước 2026-03-31', dueDate: '2026-03-30' }],
  ],
  [
    'Thi học kỳ II: từ ngày 11/5/2026 đến ngày 23/5/2026.',
    [{ kind: 'span', due: 'từ 2026-05-11 đến hết 2026-05-23', dueDate: '2026-05-23' }],
  ],
  [
    'Văn phòng công khai kết quả giải quyết thủ tục vào ngày 06 hằng tháng.',
    [{ kind: 'finish', due: 'hằng tháng, ngày 06', rule: 'FREQ=MONTHLY;BYMONTHDAY=6' }],
  ],
  [
    'Quý II/2026 trình Đề án phát triển dược liệu.',
    [{ kind: 'report', due: 'quý II/2026 (không nêu ngày)', dueDate: null }],
  ],
  [
    'Phòng Văn hóa rà soát hộ cận nghèo từ ngày 05/9 đến ngày 12/11/2026.',
    [{ kind: 'span', due: 'từ 2026-09-05 đến hết 2026-11-12', dueDate: '2026-11-12' }],
  ],
  [
    'Lấy ý kiến hài lòng của người dân, yêu cầu tỷ lệ không dưới 85%, hoàn thành trong tháng 10/2026.',
    [{ kind: 'finish', due: 'trong tháng 10/2026 (không nêu ngày)', dueDate: null }],
  ],
  [
    'Phòng Tổ chức trình Sở Y tế kế hoạch tuyển dụng chậm nhất ngày 20 tháng 4 năm 2026.',
    [{ kind: 'report', due: 'đến hết 2026-04-20', dueDate: '2026-04-20' }],
  ],
  [
    'Giải phóng mặt bằng xong trước mùa mưa bão.',
    [{ kind: 'finish', due: 'trước mùa mưa bão (không nêu ngày)', ...none }],
  ],
  [
    'Các đơn vị báo cáo nhanh về Sở Y tế trước 07 giờ và 16 giờ hằng ngày.',
    [{ kind: 'report', due: 'trước 07 giờ và 16 giờ hằng ngày (không nêu ngày)', ...none }],
  ],
  [
    'Các thôn báo cáo UBND xã vào thứ Hai tuần đầu tháng.',
    [{ kind: 'report', due: 'vào thứ Hai tuần đầu tháng (không nêu ngày)', ...none }],
  ],
  // A horizon is no year: the report of a plan "đến năm 2030" is due this year.
  ['Các sở gửi báo cáo về Sở Y tế trước ngày 20/6.', [{ due: 'trước 2026-06-20', dueDate: '2026-06-19' }], 'đến 2030'],
];

const nothing = [
  'Mục tiêu: đến hết ngày 30/9/2026 giải ngân tối thiểu 65% kế hoạch vốn.',
  'Trường hợp quá thời hạn 05 ngày kể từ ngày nhận hồ sơ mà không trả lời thì coi như đồng ý.',
  'Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày được thông qua.',
  'Các văn bản ban hành trước ngày 01/7/2025 tiếp tục có hiệu lực.',
];

describe('deadlines counted from an event, and days that come back', () => {
  it.each(cases)('reads: %s', (text, expected, period = '2026') => expect(read(text, period)).toMatchObject(expected));
  it.each(nothing)('finds none in: %s', (text) => expect(read(text, '2026')).toEqual([]));
});
