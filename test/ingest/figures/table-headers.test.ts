import { expect, it } from 'vitest';
import { targetLines } from './read-document.ts';

const rows = (...lines: string[]): string => lines.map((line) => `| ${line} |`).join('\n');

const cases: [what: string, period: string, heading: string, lines: string[], expected: string[]][] = [
  [
    'bodies whose names open like a sum, what an action counts, a bare action with its unit in brackets',
    '2026',
    'Chỉ tiêu giao các đơn vị',
    [
      'STT | Đơn vị | Đoàn viên kết nạp mới | CĐCS thành lập mới | Ra mắt (CLB)',
      '1 | Công đoàn các KCN | 6.500 | 28 | 3',
      ' | Cộng toàn tỉnh | 6.500 | 28 | 3',
    ],
    [
      'Đoàn viên kết nạp mới - Công đoàn các KCN | =6500 Đoàn viên | 2026',
      'CĐCS thành lập mới - Công đoàn các KCN | =28 CĐCS | 2026',
      'Ra mắt CLB - Công đoàn các KCN | =3 CLB | 2026',
      'Đoàn viên kết nạp mới | =6500 Đoàn viên | 2026',
      'CĐCS thành lập mới | =28 CĐCS | 2026',
      'Ra mắt CLB | =3 CLB | 2026',
    ],
  ],
  [
    'what was done until the first year of a plan',
    '2021-2025',
    'Mục tiêu cụ thể',
    [
      'TT | Tiêu chí | ĐVT | Kết quả thực hiện đến năm 2021 | Mục tiêu đến năm 2025',
      '1 | Số xã đạt chuẩn | Xã | 15 | 28',
    ],
    ['Số xã đạt chuẩn | =28 Xã | đến 2025'],
  ],
  [
    'the school year that is over',
    '2025-2026',
    'Chỉ tiêu phấn đấu',
    ['TT | Nội dung | Năm học 2024-2025 | Năm học 2025-2026', '1 | Tỷ lệ duy trì sĩ số | 99,1% | 99,5%'],
    ['Tỷ lệ duy trì sĩ số | =99.5 % | năm học 2025-2026'],
  ],
  [
    'counts and shares of each grade, a class a row',
    '2025-2026',
    'Chỉ tiêu kết quả học tập',
    [
      'Khối | Số học sinh | Tốt | | Khá | ',
      ' | | SL | % | SL | %',
      '10 | 420 | 105 | 25,0 | 315 | 75,0',
      'Tổng | 420 | 105 | 25,0 | 315 | 75,0',
    ],
    [
      'Số học sinh - Khối 10 | =420 học sinh | 2025-2026',
      'Tốt - Khối 10 | =105 học sinh | 2025-2026',
      'Tốt - Khối 10 | =25 % | 2025-2026',
      'Khá - Khối 10 | =315 học sinh | 2025-2026',
      'Khá - Khối 10 | =75 % | 2025-2026',
      'Số học sinh | =420 học sinh | 2025-2026',
      'Tốt | =105 học sinh | 2025-2026',
      'Tốt | =25 % | 2025-2026',
      'Khá | =315 học sinh | 2025-2026',
      'Khá | =75 % | 2025-2026',
    ],
  ],
  [
    'parts of what is to be taken in',
    '2026',
    'Giao dự toán thu ngân sách năm 2026',
    ['STT | Xã, phường | Dự toán thu năm 2026 | Trong đó | ', ' | | | Thuế | Phí', '1 | Xã A | 61,2 | 52 | 9,2'],
    [
      'Dự toán thu - Xã A | =61.2 | 2026',
      'Dự toán thu - Thuế - Xã A | =52 | 2026',
      'Dự toán thu - Phí - Xã A | =9.2 | 2026',
    ],
  ],
  [
    'columns of what is handed out beside one that says so, and of what stands',
    '2026',
    'Giao chỉ tiêu chuyên môn năm 2026',
    [
      'TT | Đơn vị | Dân số | Giường bệnh kế hoạch (giường) | Phẫu thuật (ca)',
      '1 | Bệnh viện tỉnh | 125.000 | 600 | 9.500',
      '2 | Bệnh viện mắt | 125.000 | 200 | 300',
    ],
    [
      'Giường bệnh kế hoạch - Bệnh viện tỉnh | =600 giường | 2026',
      'Phẫu thuật - Bệnh viện tỉnh | =9500 ca | 2026',
      'Giường bệnh kế hoạch - Bệnh viện mắt | =200 giường | 2026',
      'Phẫu thuật - Bệnh viện mắt | =300 ca | 2026',
    ],
  ],
  [
    'goals named in a column of words that says the year, rates that go on with the row above',
    '2026',
    'Mục tiêu',
    [
      'STT | Nhóm chỉ tiêu | Chỉ tiêu năm 2026 | Tỷ lệ/Số lượng',
      '1 | Chính quyền số | Hồ sơ xử lý trực tuyến | tối thiểu 80%',
      '2 | Kinh tế số | Doanh nghiệp dùng hợp đồng điện tử | 60%',
    ],
    ['Hồ sơ xử lý trực tuyến | >=80 % | 2026', 'Doanh nghiệp dùng hợp đồng điện tử | =60 % | 2026'],
  ],
  [
    'a bare rate below what it is the rate of',
    '2026',
    'Mục tiêu',
    ['TT | Chỉ tiêu | ĐVT | Năm 2026', '1 | Trường đạt chuẩn quốc gia | Trường | 320', ' | Tỷ lệ | % | 80'],
    ['Trường đạt chuẩn quốc gia | =320 Trường | 2026', 'Trường đạt chuẩn quốc gia - Tỷ lệ | =80 % | 2026'],
  ],
  [
    'what was on duty on a day before, groups that have figures beside their rows, the name of the annex',
    '2026',
    'Giao chỉ tiêu năm 2026\n\nBiểu số 1. Biên chế công chức năm 2026',
    [
      'TT | Cơ quan | Có mặt 30/11/2025 | Giao năm 2025 | Giao năm 2026 | Tăng (+), giảm (-)',
      'I | Cấp tỉnh | 58 | 62 | 61 | -1',
      '1 | Sở Nội vụ | 58 | 62 | 61 | -1',
    ],
    ['BIÊN CHẾ CÔNG CHỨC - Cấp tỉnh | =61 biên chế | 2026', 'BIÊN CHẾ CÔNG CHỨC - Sở Nội vụ | =61 biên chế | 2026'],
  ],
  [
    'a whole and its part under one header, what cannot be a report because it is a bound',
    '2026',
    'Giao chỉ tiêu năm 2026',
    [
      'TT | Đơn vị | Phát triển đoàn viên | | Tỷ lệ tiêm chủng (%) | Dự kiến thành lập (CLB)',
      ' | | Tổng số | Trong đó: ngoài nhà nước | | ',
      '1 | Công đoàn ngành Y tế | 150 | 50 | ≥ 95 | 2',
      '2 | Công đoàn viên chức | 30 | 5 | ≥ 90 | 1',
    ],
    [
      'Phát triển đoàn viên - Công đoàn ngành Y tế | =150 đoàn viên | 2026',
      'Phát triển đoàn viên - ngoài nhà nước - Công đoàn ngành Y tế | =50 đoàn viên | 2026',
      'Tỷ lệ tiêm chủng - Công đoàn ngành Y tế | >=95 % | 2026',
      'Dự kiến thành lập - Công đoàn ngành Y tế | =2 CLB | 2026',
      'Phát triển đoàn viên - Công đoàn viên chức | =30 đoàn viên | 2026',
      'Phát triển đoàn viên - ngoài nhà nước - Công đoàn viên chức | =5 đoàn viên | 2026',
      'Tỷ lệ tiêm chủng - Công đoàn viên chức | >=90 % | 2026',
      'Dự kiến thành lập - Công đoàn viên chức | =1 CLB | 2026',
    ],
  ],
  [
    'kinds of what the title hands out, batches, one of them with its own unit line',
    '2026',
    'Phân bổ chỉ tiêu',
    [
      'Đơn vị tính: đơn vị máu | | | ',
      'TT | Đơn vị | Chỉ tiêu cả năm | Đợt 1',
      '1 | Trường Cao đẳng | 1.200 | 600',
      'Tổng | | 1.200 | 600',
    ],
    [
      'Vận động hiến máu tình nguyện - Trường Cao đẳng | =1200 đơn vị máu | 2026',
      'Vận động hiến máu tình nguyện - Đợt 1 - Trường Cao đẳng | =600 đơn vị máu | 2026',
      'Vận động hiến máu tình nguyện | =1200 đơn vị máu | 2026',
      'Vận động hiến máu tình nguyện - Đợt 1 | =600 đơn vị máu | 2026',
    ],
  ],
  [
    'a second row of headers that opens with figures',
    '2026',
    'Giao chỉ tiêu OCOP năm 2026',
    [
      'TT | Đơn vị | Sản phẩm công nhận mới | | ',
      ' | | Tổng số | 3 sao | 4 sao',
      '1 | Phòng Kinh tế | 6 | 5 | 1',
      '2 | Hội Nông dân | 3 | 2 | 1',
    ],
    [
      'Sản phẩm công nhận mới - Phòng Kinh tế | =6 Sản phẩm | 2026',
      'Sản phẩm công nhận mới 3 sao - Phòng Kinh tế | =5 Sản phẩm | 2026',
      'Sản phẩm công nhận mới 4 sao - Phòng Kinh tế | =1 Sản phẩm | 2026',
      'Sản phẩm công nhận mới - Hội Nông dân | =3 Sản phẩm | 2026',
      'Sản phẩm công nhận mới 3 sao - Hội Nông dân | =2 Sản phẩm | 2026',
      'Sản phẩm công nhận mới 4 sao - Hội Nông dân | =1 Sản phẩm | 2026',
    ],
  ],
  [
    'a bare rate behind what it is the rate of',
    '2026',
    'Giao chỉ tiêu giảm nghèo',
    ['TT | Đơn vị | Số hộ thoát nghèo | Tỷ lệ (%)', '1 | Thôn Thượng | 20 | 3,5', ' | Cộng | 20 | 3,5'],
    [
      'Số hộ thoát nghèo - Thôn Thượng | =20 hộ | 2026',
      'Số hộ thoát nghèo - Tỷ lệ - Thôn Thượng | =3.5 % | 2026',
      'Số hộ thoát nghèo | =20 hộ | 2026',
      'Số hộ thoát nghèo - Tỷ lệ | =3.5 % | 2026',
    ],
  ],
  [
    'years below words that stand in their middle',
    '2026',
    'Giao chỉ tiêu giảm nghèo',
    [
      'TT | Đơn vị | 2026 | Chỉ tiêu bao phủ (%) 2027 | 2028',
      '1 | Thôn Thượng | 91 | 92 | 93',
      '2 | Thôn Hạ | 94 | 95 | 96',
    ],
    [
      'bao phủ - Thôn Thượng | =91 % | 2026',
      'bao phủ - Thôn Thượng | =92 % | 2027',
      'bao phủ - Thôn Thượng | =93 % | 2028',
      'bao phủ - Thôn Hạ | =94 % | 2026',
      'bao phủ - Thôn Hạ | =95 % | 2027',
      'bao phủ - Thôn Hạ | =96 % | 2028',
    ],
  ],
  [
    'what is counted at the end of the year',
    '2026',
    'Chỉ tiêu',
    [
      'TT | Chỉ tiêu | ĐVT | KH 2026',
      '1 | Số hộ nghèo cuối năm | Hộ | 683',
      '2 | Số hộ thoát nghèo trong năm | Hộ | 120',
    ],
    ['Số hộ nghèo cuối năm | =683 Hộ | cuối năm 2026', 'Số hộ thoát nghèo trong năm | =120 Hộ | 2026'],
  ],
  [
    'last days as columns',
    '2026',
    'Mục tiêu giải ngân',
    ['TT | Chủ đầu tư | Tỷ lệ giải ngân lũy kế (%) | ', ' | | Đến 30/6 | Đến 31/01/2027', ' | Toàn tỉnh | 45 | 100'],
    ['Tỷ lệ giải ngân | =45 % | đến 30/6/2026', 'Tỷ lệ giải ngân | =100 % | đến 31/1/2027'],
  ],
  [
    'years joined to their word, the plan of the year before',
    '2026',
    'Chỉ tiêu',
    ['TT | Chỉ tiêu | ĐVT | KH2025 | ƯTH2025 | KH2026', '1 | Diện tích lúa | ha | 500 | 510 | 520'],
    ['Diện tích lúa | =520 ha | 2026'],
  ],
];

it.each(cases)('reads %s', (_, period, heading, lines, expected) => {
  expect(
    targetLines({ heading, period, title: 'Vận động hiến máu tình nguyện năm 2026', text: rows(...lines) }).map(
      (line) => line.replace('  |', ' |'),
    ),
  ).toEqual(expected);
});
