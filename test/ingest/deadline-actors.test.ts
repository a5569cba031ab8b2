import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/domain/period.ts';
import { findDeadlines } from '../../src/ingest/deadlines/find-deadlines.ts';
import { sourceText } from '../../src/ingest/source-text.ts';
import { findBlocks } from '../../src/ingest/structure/find-blocks.ts';

const period: Period = { text: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' };

function read(text: string): string[] {
  const found = findDeadlines({
    source: sourceText(text),
    blocks: findBlocks(text),
    metadata: { period, date: '2024-02-01' },
  });
  for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote);
  return found.map(({ who, what, to, due }) => `${who} | ${what} | ${to} | ${due}`);
}

/** Who does what by when, and to whom it goes, as an official would say it. */
const cases: [string, string[]][] = [
  [
    'Yêu cầu các phòng, ban, ngành; UBND các xã, thị trấn triển khai thực hiện Kế hoạch này; báo cáo kết quả về UBND huyện trước 14/12/2024.',
    ['các phòng, ban, ngành; UBND các xã, thị trấn | báo cáo kết quả | UBND huyện | trước 2024-12-14'],
  ],
  [
    'Căn cứ chức năng, nhiệm vụ được giao, các sở, ngành xây dựng kế hoạch, gửi về Sở Công Thương trước ngày 28/3/2024.',
    ['Các sở, ngành | xây dựng kế hoạch | Sở Công Thương | trước 2024-03-28'],
  ],
  [
    'Các Sở: Nội vụ, Tài chính, Tư pháp gửi ý kiến về Văn phòng UBND tỉnh trước ngày 11/3/2024.',
    ['Các Sở: Nội vụ, Tài chính, Tư pháp | gửi ý kiến | Văn phòng UBND tỉnh | trước 2024-03-11'],
  ],
  [
    'Phòng Kế hoạch tổng hợp báo cáo tháng trước ngày 17 về Sở Y tế.',
    ['Phòng Kế hoạch tổng hợp | báo cáo tháng | Sở Y tế | hằng tháng, trước ngày 17'],
  ],
  [
    'Các ban xây dựng Đảng, các cấp ủy trực thuộc báo cáo về Thường trực Huyện ủy chậm nhất ngày 24/6/2024.',
    ['Các ban xây dựng Đảng, các cấp ủy trực thuộc | báo cáo | Thường trực Huyện ủy | đến hết 2024-06-24'],
  ],
  [
    'Sáu tháng một lần, trước ngày 11/6 và ngày 11/12, Văn phòng Tỉnh ủy tổng hợp báo cáo Ban Thường vụ Tỉnh ủy.',
    [
      'Văn phòng Tỉnh ủy | tổng hợp báo cáo (sáu tháng) | Ban Thường vụ Tỉnh ủy | hằng năm, trước ngày 11/6',
      'Văn phòng Tỉnh ủy | tổng hợp báo cáo (6 tháng) | Ban Thường vụ Tỉnh ủy | hằng năm, trước ngày 11/12',
    ],
  ],
  [
    'Các chủ đầu tư báo cáo tiến độ về Ban Quản lý dự án vào ngày 21 hằng tháng.',
    ['Các chủ đầu tư | báo cáo tiến độ | Ban Quản lý dự án | hằng tháng, ngày 21'],
  ],
  [
    'UBND các xã báo cáo thiệt hại về Ban Chỉ huy PCTT và TKCN huyện trước 17h00 ngày 12/9/2024.',
    ['UBND các xã | báo cáo thiệt hại | Ban Chỉ huy PCTT và TKCN huyện | trước 2024-09-12 17:00'],
  ],
  [
    'Sở Tài chính tham mưu UBND tỉnh phân bổ hết kế hoạch vốn trước ngày 29/3/2024.',
    ['Sở Tài chính | tham mưu UBND tỉnh phân bổ hết kế hoạch vốn | UBND tỉnh | trước 2024-03-29'],
  ],
  [
    'Đại hội cấp cơ sở: thời gian 01 ngày, hoàn thành trong tháng 6/2025.',
    [' | Đại hội cấp cơ sở |  | trong tháng 6/2025 (không nêu ngày)'],
  ],
  [
    'Từ nay đến 28/6/2024, các đơn vị rà soát toàn bộ thủ tục hành chính.',
    ['Các đơn vị | rà soát toàn bộ thủ tục hành chính |  | đến hết 2024-06-28'],
  ],
  [
    'Bộ đề nghị Quý Cơ quan thực hiện các nội dung sau:\n1. Các địa phương khẩn trương gửi báo cáo về Bộ Nội vụ trước ngày\n12/11/2024.',
    ['Các địa phương | khẩn trương gửi báo cáo | Bộ Nội vụ | trước 2024-11-12'],
  ],
  [
    'UBND các xã hoàn thành rà soát hộ nghèo trước ngày 30 tháng 6 năm\n2024. Các thôn phối hợp.',
    ['UBND các xã | hoàn thành rà soát hộ nghèo |  | trước 2024-06-30'],
  ],
  [
    '| TT | Nhiệm vụ | Chủ trì | Thời gian hoàn thành |\n| --- | --- | --- | --- |\n| 1 | Chính sách hỗ trợ | Sở Tài chính | Kỳ họp giữa năm 2024 |\n| 2 | Tổng kết | Sở Y tế | Cuối năm 2024 |\n| 3 | Tuyên truyền | Đài | Thường xuyên |',
    [
      'Sở Tài chính | Chính sách hỗ trợ |  | kỳ họp giữa năm 2024 (không nêu ngày)',
      'Sở Y tế | Tổng kết |  | đến hết 2024-12-31',
    ],
  ],
  [
    'Các huyện tổ chức lễ phát động xong trước ngày 19/4/2024 và gửi báo cáo về Chi cục ATTP trước ngày 24/5/2024.',
    [
      'Các huyện | tổ chức lễ phát động |  | trước 2024-04-19',
      'Các huyện | gửi báo cáo | Chi cục ATTP | trước 2024-05-24',
    ],
  ],
  [
    'UBND huyện xây dựng dự án, trình phê duyệt trong quý III năm 2024; 6 tháng một lần (trước ngày 24/6 và ngày 24/12) báo cáo Sở Xây dựng.',
    [
      'UBND huyện | xây dựng dự án, trình phê duyệt |  | trong quý III năm 2024 (không nêu ngày)',
      'UBND huyện | báo cáo (6 tháng) | Sở Xây dựng | hằng năm, trước ngày 24/6',
      'UBND huyện | báo cáo (6 tháng) | Sở Xây dựng | hằng năm, trước ngày 24/12',
    ],
  ],
  [
    'UBKT Huyện ủy gửi lịch đến các tổ chức đảng trước khi tiến hành kiểm tra ít nhất 10 ngày.',
    ['UBKT Huyện ủy | gửi lịch | các tổ chức đảng | trước khi tiến hành kiểm tra ít nhất 10 ngày (không nêu ngày)'],
  ],
  ['Sau thời hạn trên, đơn vị nào không gửi báo cáo thì coi như không hoàn thành nhiệm vụ.', []],
  ['Lễ phát động tổ chức vào lúc 7 giờ 30 phút ngày 19/5/2024 tại Quảng trường.', []],
];

describe('who does what by when', () => {
  it.each(cases)('%s', (text, expected) => expect(read(text)).toEqual(expected));
});
