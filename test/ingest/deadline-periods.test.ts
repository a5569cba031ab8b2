import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/domain/period.ts';
import { findDeadlines } from '../../src/ingest/deadlines/find-deadlines.ts';
import { sourceText } from '../../src/ingest/source-text.ts';
import { findBlocks } from '../../src/ingest/structure/find-blocks.ts';

const year: Period = { text: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' };
const range: Period = { text: '2021-2025', kind: 'range', from: '2021-01-01', to: '2025-12-31' };

function read(text: string, period: Period = year): string[] {
  const blocks = findBlocks(text);
  const found = findDeadlines({ source: sourceText(text), blocks, metadata: { period, date: '2024-02-01' } });
  for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote);
  return found.map(({ what, due }) => `${what}: ${due}`);
}

/** Several stretches with their days in one sentence: each day is of its own stretch, and none is lost or told twice. */
const stretches: [string, string[], Period?][] = [
  [
    'Các sở báo cáo kết quả hằng tháng trước ngày 17, quý trước ngày 14 tháng cuối quý, 06 tháng trước ngày 12/6, năm trước ngày 03/12 về Sở Tài chính.',
    [
      'báo cáo kết quả (tháng): hằng tháng, trước ngày 17',
      'báo cáo kết quả (quý): hằng quý, trước ngày 14 tháng cuối quý',
      'báo cáo kết quả (06 tháng): trước 2024-06-12',
      'báo cáo kết quả (năm): trước 2024-12-03',
    ],
  ],
  [
    'Công chức văn hóa tổng hợp báo cáo UBND huyện 6 tháng trước ngày 11/6, năm trước ngày 09/12.',
    ['tổng hợp báo cáo 6 tháng: trước 2024-06-11', 'tổng hợp báo cáo (năm): trước 2024-12-09'],
  ],
  [
    'Các đơn vị gửi báo cáo quý I trước 13/3; 6 tháng trước 13/6; 9 tháng trước 13/9; cả năm trước 13/12 về Sở Y tế.',
    [
      'gửi báo cáo quý I: trước 2024-03-13',
      'gửi báo cáo (6 tháng): trước 2024-06-13',
      'gửi báo cáo (9 tháng): trước 2024-09-13',
      'gửi báo cáo (năm): trước 2024-12-13',
    ],
  ],
  [
    'Định kỳ quý I (trước ngày 19/3), quý III (trước ngày 19/9) và năm (trước ngày 19/12) các đơn vị báo cáo kết quả về Sở Tài chính.',
    [
      'báo cáo kết quả (quý I): trước 2024-03-19',
      'báo cáo kết quả (quý III): trước 2024-09-19',
      'báo cáo kết quả (năm): trước 2024-12-19',
    ],
  ],
  [
    'Các xã báo cáo kết quả 6 tháng đầu năm trước ngày 08/6 và năm trước ngày 08/12 về Phòng Nông nghiệp.',
    ['báo cáo kết quả 6 tháng đầu năm: hằng năm, trước ngày 08/6', 'báo cáo kết quả (năm): hằng năm, trước ngày 08/12'],
    range,
  ],
  [
    'Báo cáo gửi về Sở Tư pháp trước ngày 09/6 đối với báo cáo 6 tháng, trước ngày 09/12 đối với báo cáo năm.',
    ['Báo cáo (6 tháng): trước 2024-06-09', 'Báo cáo (năm): trước 2024-12-09'],
  ],
  // Said in a row first, with the days in the same row behind.
  [
    'Các xã báo cáo tháng, quý, năm lần lượt trước ngày 21, ngày 21 tháng cuối quý và ngày 11/12 về UBND huyện.',
    [
      'báo cáo (tháng): hằng tháng, trước ngày 21',
      'báo cáo (quý): hằng quý, trước ngày 21 tháng cuối quý',
      'báo cáo (năm): trước 2024-12-11',
    ],
  ],
  [
    'Các cơ quan gửi báo cáo 6 tháng và báo cáo năm về Sở Nội vụ trước ngày 14/6 và 14/12.',
    ['gửi báo cáo (6 tháng): trước 2024-06-14', 'gửi báo cáo (năm): trước 2024-12-14'],
  ],
  [
    'Báo cáo quý I, quý II và cả năm gửi về Sở Xây dựng lần lượt trước các ngày 16/3, 16/6 và 16/12.',
    ['Báo cáo (quý I): trước 2024-03-16', 'Báo cáo (quý II): trước 2024-06-16', 'Báo cáo (năm): trước 2024-12-16'],
  ],
  [
    'Thời gian gửi báo cáo: tháng trước ngày 23; quý trước ngày 23 tháng cuối quý; năm trước ngày 23/11.',
    [
      'gửi báo cáo (tháng): hằng tháng, trước ngày 23',
      'gửi báo cáo (quý): hằng quý, trước ngày 23 tháng cuối quý',
      'gửi báo cáo (năm): trước 2024-11-23',
    ],
  ],
  ['Sở gửi báo cáo trước ngày 10/01 năm trước liền kề.', ['gửi báo cáo: hằng năm, trước ngày 10/1 năm trước']],
];

/** Times that name no day. */
const told: [string, string[]][] = [
  [
    'Các trường gửi đề thi về Phòng GDĐT trước khi kiểm tra 02 tuần.',
    ['gửi đề thi: trước khi kiểm tra 02 tuần (không nêu ngày)'],
  ],
  [
    'Đơn vị được thanh tra gửi báo cáo về Sở chậm nhất 04 ngày làm việc trước ngày đoàn đến làm việc.',
    ['gửi báo cáo: chậm nhất 04 ngày làm việc trước ngày đoàn đến làm việc (không nêu ngày)'],
  ],
  [
    'Hồ sơ trình UBND tỉnh trước phiên họp ít nhất 05 ngày làm việc.',
    ['trình hồ sơ: trước phiên họp ít nhất 05 ngày làm việc (không nêu ngày)'],
  ],
  [
    'Các trạm báo cáo kết quả tiêm hằng ngày (trước 15 giờ 45) về Trung tâm Y tế.',
    ['báo cáo kết quả tiêm hằng ngày: hằng ngày, trước 15 giờ 45 (không nêu ngày)'],
  ],
  [
    'Các đơn vị báo cáo về Ban Chỉ huy lúc 8 giờ, 14 giờ và 20 giờ hằng ngày.',
    ['báo cáo: lúc 8 giờ, 14 giờ và 20 giờ hằng ngày (không nêu ngày)'],
  ],
  [
    'Kho bạc cung cấp số liệu chi cho Sở Tài chính vào ngày làm việc đầu tiên của tuần.',
    ['cung cấp số liệu chi: vào ngày làm việc đầu tiên của tuần (không nêu ngày)'],
  ],
  [
    'UBND huyện hằng năm báo cáo HĐND huyện tại kỳ họp cuối năm.',
    ['hằng năm báo cáo: hằng năm, tại kỳ họp cuối năm (không nêu ngày)'],
  ],
  [
    'Định kỳ 6 tháng, 1 năm các chi bộ báo cáo kết quả thực hiện.',
    ['báo cáo kết quả thực hiện: định kỳ 6 tháng, 1 năm (không nêu ngày)'],
  ],
  [
    'Phòng Kỹ thuật hoàn thành di dời đường ống trước Quốc khánh 2/9.',
    ['hoàn thành di dời đường ống: trước 2024-09-02'],
  ],
  ['Sở Tài chính trình UBND tỉnh ký trước 14 giờ ngày thứ Sáu (19/7).', ['trình ký: trước 2024-07-19 14:00']],
];

/** Days set anew, lists of papers, who has to act. */
const lists: [string, string[]][] = [
  [
    'Điều chỉnh thời hạn gửi báo cáo năm từ ngày 05/12 thành ngày 20/12 hằng năm.',
    ['gửi báo cáo năm: hằng năm, chậm nhất ngày 20/12'],
  ],
  ['Lùi thời hạn báo cáo kết quả đến ngày 15/7/2024.', ['báo cáo kết quả: đến hết 2024-07-15']],
  ['Thời hạn nộp hồ sơ được gia hạn đến hết ngày 30/6/2024.', ['nộp hồ sơ: đến hết 2024-06-30']],
  [
    'Các trường gửi về Phòng GD&ĐT:\n\n1. Báo cáo đầu năm học: 16/9/2024.\n2. Kế hoạch giáo dục: 21/9/2024\n3. Báo cáo tháng: ngày 24 hàng tháng.',
    [
      'Báo cáo đầu năm học: đến hết 2024-09-16',
      'Kế hoạch giáo dục: đến hết 2024-09-21',
      'Báo cáo tháng: hằng tháng, ngày 24',
    ],
  ],
  [
    'Trạm y tế gửi số liệu về TTYT huyện trước ngày mùng 4, TTYT huyện gửi số liệu về CDC tỉnh trước ngày 09 hằng tháng.',
    ['gửi số liệu: hằng tháng, trước ngày 04', 'gửi số liệu (tháng): hằng tháng, trước ngày 09'],
  ],
  [
    'Trong quý III, IV năm 2024, Thanh tra tỉnh tiến hành thanh tra tại 04 huyện.',
    ['tiến hành thanh tra tại 04 huyện: trong quý III, IV năm 2024 (không nêu ngày)'],
  ],
  [
    'UBND các huyện: giải toả hành lang an toàn đường bộ xong trước tháng 9/2024.',
    ['giải toả hành lang an toàn đường bộ: trước tháng 9/2024 (không nêu ngày)'],
  ],
];

const nothing = [
  '100% sự cố nghiêm trọng được báo cáo trong 24 giờ.',
  'Cuộc thi chung kết vào tháng 10 năm 2024.',
  'Xét Báo cáo của UBND tỉnh và Tờ trình số 602/TTr-UBND ngày 16 tháng 11 năm 2023 về 6 tháng cuối năm.',
  'Kết quả 6 tháng, năm 2023 đạt 95% kế hoạch.',
];

describe('stretches of time and their days', () => {
  it.each(stretches)('reads: %s', (text, expected, period) => expect(read(text, period)).toEqual(expected));
  it.each(told)('reads: %s', (text, expected) => expect(read(text)).toEqual(expected));
  it.each(lists)('reads: %s', (text, expected) => expect(read(text)).toEqual(expected));
  it.each(nothing)('finds none in: %s', (text) => expect(read(text)).toEqual([]));
});
