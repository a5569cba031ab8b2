import { expect, it } from 'vitest';
import { findFigures } from '../../../src/ingest/figures/find-figures.ts';
import { tables, takeApart } from '../support/read-text.ts';

const frame =
  'ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n\nSố: 12/KH-UBND\nGia Lai, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2026\n\n';

function targetsIn(lines: readonly string[]): string[] {
  const { source, structure, metadata } = takeApart(`${frame}${lines.join('\n')}\n`);
  const { lexicon, gazetteer } = tables;
  return findFigures({ text: source.text, blocks: structure.blocks, metadata, lexicon, gazetteer, today: '2026-11-22' })
    .filter(({ kind }) => kind === 'target')
    .map(({ indicator, comparator, min, max, unit, period }) =>
      [indicator, `${comparator}${min ?? max} ${unit}`.trim(), period.text].join(' | '),
    );
}

const cases: readonly [shape: string, lines: string[], expected: string[]][] = [
  [
    'one cell a line, nothing between',
    [
      'I. CHỈ TIÊU',
      'Biểu 1. Một số chỉ tiêu',
      'Chỉ tiêu',
      'Đơn vị',
      'Ước thực hiện 2025',
      'Kế hoạch 2026',
      'Diện tích cà phê tái canh',
      'ha',
      '3.100',
      '3.450',
      'Sản lượng mắc ca',
      'tấn',
      '820',
      '1.040',
      'Tỷ lệ hộ nghèo',
      '%',
      '4,9',
      '≤ 4',
      '',
      'II. NHIỆM VỤ',
      '1. Các sở, ngành triển khai kế hoạch này.',
    ],
    [
      'Diện tích cà phê tái canh | =3450 ha | 2026',
      'Sản lượng mắc ca | =1040 tấn | 2026',
      'Tỷ lệ hộ nghèo | <=4 % | 2026',
    ],
  ],
  [
    'cells between bars, groups that lost the cells they span, a column of explanations',
    (
      'PHỤ LỤC 1: CÁC MỤC TIÊU CỤ THỂ~STT~|~Tên chỉ tiêu~|~Giải thích chỉ tiêu~|~Đơn vị tính~|~Chỉ tiêu~|~I~|~Nhận thức (02 chỉ~tiêu)~|~1~|~Tỷ~lệ cán bộ được tập huấn~|~' +
      'Số cán bộ/tổng số~|~%~|~100~|~2~|~Tỷ lệ người dân được tuyên truyền~|~~|~%~|~≥ 85~|~II~|~Hạ tầng (02 chỉ tiêu)~|~|~|~1~|~Số nhà văn hóa có wifi~|~' +
      'Hiện có 03/11 nhà~|~Nhà văn hóa~|~11~|~2~|~Tỷ lệ hộ có Internet~|~~|~%~|~> 70~|'
    ).split('~'),
    [
      'Tỷ lệ cán bộ được tập huấn | =100 % | 2026',
      'Tỷ lệ người dân được tuyên truyền | >=85 % | 2026',
      'Số nhà văn hóa có wifi | =11 Nhà văn hóa | 2026',
      'Tỷ lệ hộ có Internet | >70 % | 2026',
    ],
  ],
  [
    'one line a row, the last of which sums up over its first two cells',
    [
      'BIỂU GIAO CHỈ TIÊU',
      'TT | Đơn vị | Tỷ lệ bao phủ BHYT (%) | Số người tham gia (người) |',
      '1 | Xã Cư Lê | 90,2 | 245 |',
      '2 | Xã Ea Tân | 95,4 | 280 |',
      'Tổng cộng | 92,5 | 525 |',
    ],
    [
      'Tỷ lệ bao phủ BHYT | =90.2 % | 2026',
      'Số người tham gia | =245 người | 2026',
      'Tỷ lệ bao phủ BHYT | =95.4 % | 2026',
      'Số người tham gia | =280 người | 2026',
      'Tỷ lệ bao phủ BHYT | =92.5 % | 2026',
      'Số người tham gia | =525 người | 2026',
    ],
  ],
  [
    'one cell a line, rows of places under a heading that names the indicator',
    [
      'V. PHÂN BỔ CHỈ TIÊU TRỒNG RỪNG SẢN XUẤT NĂM 2026 THEO KHU VỰC',
      'Biểu 2',
      'Khu vực',
      'Ước TH 2025 (ha)',
      'Kế hoạch 2026 (ha)',
      'Phía đông',
      '1.210',
      '1.300',
      'Phía tây',
      '980',
      '1.150',
      'Ven biển',
      '95',
      '120',
    ],
    [
      'TRỒNG RỪNG SẢN XUẤT - Phía đông | =1300 ha | 2026',
      'TRỒNG RỪNG SẢN XUẤT - Phía tây | =1150 ha | 2026',
      'TRỒNG RỪNG SẢN XUẤT - Ven biển | =120 ha | 2026',
    ],
  ],
  [
    'columns of nothing but times under a line that names the indicator and its unit',
    [
      '**Tiến độ giải ngân vốn đầu tư công lũy kế theo quý năm 2026 (% kế hoạch năm)**',
      '',
      '| Ban quản lý | Hết quý I | Hết quý II | Cả năm |',
      '|---|---|---|---|',
      '| Ban Dân dụng | 15 | 42,5 | 98 |',
      '| Ban Giao thông | 12 | 40 | 96 |',
    ],
    [
      'Tiến độ giải ngân vốn đầu tư công - Ban Dân dụng | =15 % kế hoạch năm | quý I/2026',
      'Tiến độ giải ngân vốn đầu tư công - Ban Dân dụng | =42.5 % kế hoạch năm | quý II/2026',
      'Tiến độ giải ngân vốn đầu tư công - Ban Dân dụng | =98 % kế hoạch năm | 2026',
      'Tiến độ giải ngân vốn đầu tư công - Ban Giao thông | =12 % kế hoạch năm | quý I/2026',
      'Tiến độ giải ngân vốn đầu tư công - Ban Giao thông | =40 % kế hoạch năm | quý II/2026',
      'Tiến độ giải ngân vốn đầu tư công - Ban Giao thông | =96 % kế hoạch năm | 2026',
    ],
  ],
  [
    'rows numbered 4a and 4b under row 4',
    [
      'I. CHỈ TIÊU',
      '| STT | Chỉ tiêu | ĐVT | Năm 2026 |',
      '|---|---|---|---|',
      '| 4 | Tỷ lệ hộ dùng nước sạch | | |',
      '| 4a | - Thành thị | % | 97 |',
      '| 4b | - Nông thôn | % | 72 |',
    ],
    ['Tỷ lệ hộ dùng nước sạch - Thành thị | =97 % | 2026', 'Tỷ lệ hộ dùng nước sạch - Nông thôn | =72 % | 2026'],
  ],
  [
    'one cell a line under "STT": groups, parts without a number, empty cells as lines of blanks, values that explain themselves in brackets',
    (
      'CÁC CHỈ TIÊU CHỦ YẾU~~Stt~~Chỉ tiêu~~Ước TH năm 2025~~Kế hoạch năm 2026~~I~~Kinh tế~~\u00a0~~\u00a0~~1~~Tốc độ tăng trưởng (GRDP)~~7,1%~~tăng 7,5 - 8%~~' +
      '2~~Thu ngân sách (tỷ đồng)~~3.420~~3.150,5 (giảm 7,9% so với năm 2025)~~\u00a0~~Trong đó: Thu nội địa~~3.100~~2.900~~\u00a0~~Thu xuất nhập khẩu~~320~~250,5~~' +
      'II~~Xã hội~~\u00a0~~\u00a0~~3~~Bác sĩ/vạn dân~~12,1~~13~~4~~Số xã đạt chuẩn lũy kế~~41~~45~~Ghi chú: Các sở theo dõi.'
    ).split('~'),
    [
      'Tốc độ tăng trưởng (GRDP) | range7.5 % | 2026',
      'Thu ngân sách | =3150.5 tỷ đồng | 2026',
      'Thu ngân sách - Thu nội địa | =2900 tỷ đồng | 2026',
      'Thu ngân sách - Thu xuất nhập khẩu | =250.5 tỷ đồng | 2026',
      'Bác sĩ/vạn dân | =13 Bác sĩ/vạn dân | 2026',
      'Số xã đạt chuẩn lũy kế | =45 xã | 2026',
    ],
  ],
  [
    'a row that lost an empty cell: its one figure may be of either year, so it is of none',
    'CÁC CHỈ TIÊU~STT~Chỉ tiêu~ĐVT~TH 2025~KH 2026~1~Diện tích lúa~ha~510~520~2~Diện tích sâm~ha~35~3~Đàn bò~con~900~950'.split(
      '~',
    ),
    ['Diện tích lúa | =520 ha | 2026', 'Đàn bò | =950 con | 2026'],
  ],
  [
    'quotas handed out by place, the unit over the parts',
    [
      'Biểu 2. Giao hạn ngạch giấy phép khai thác thủy sản',
      '| TT | Địa phương | Tổng số | Trong đó (giấy phép) |  |',
      '|  |  |  | Lưới kéo | Câu |',
      '| 1 | Xã Ia Grai | 30 | 12 | 18 |',
      '| 2 | Xã Chư Prông | 25 | 5 | 20 |',
    ],
    [
      'hạn ngạch giấy phép khai thác thủy sản | =30 giấy phép | 2026',
      'hạn ngạch giấy phép khai thác thủy sản - Lưới kéo | =12 giấy phép | 2026',
      'hạn ngạch giấy phép khai thác thủy sản - Câu | =18 giấy phép | 2026',
      'hạn ngạch giấy phép khai thác thủy sản | =25 giấy phép | 2026',
      'hạn ngạch giấy phép khai thác thủy sản - Lưới kéo | =5 giấy phép | 2026',
      'hạn ngạch giấy phép khai thác thủy sản - Câu | =20 giấy phép | 2026',
    ],
  ],
  [
    'headers broken behind a bare word, a name over two lines, a comparison that is no target',
    (
      'STT~Chỉ tiêu~ĐVT~Thực hiện~năm 2025~Kế hoạch~năm 2026~So sánh~KH 2026/TH 2025 (%)~1~Diện tích gieo trồng cây ngắn ngày~trên địa bàn~ha~120.300~121.500~101,0~' +
      '2~Sản lượng lương thực~tấn~210.450~215.000~102,2'
    ).split('~'),
    [
      'Diện tích gieo trồng cây ngắn ngày trên địa bàn | =121500 ha | 2026',
      'Sản lượng lương thực | =215000 tấn | 2026',
    ],
  ],
  [
    'a second row of headers under the plan, not under what was done',
    'STT~Chỉ tiêu~ĐVT~Thực hiện năm 2025~Kế hoạch năm 2026~HĐND giao~Phấn đấu~1~Thu ngân sách~tỷ đồng~12.300~12.800~13.500~2~Giảm nghèo~%~1,2~1,0~1,5'.split(
      '~',
    ),
    [
      'Thu ngân sách | =12800 tỷ đồng | 2026',
      'Thu ngân sách | =13500 tỷ đồng | 2026',
      'Giảm nghèo | =1 % | 2026',
      'Giảm nghèo | =1.5 % | 2026',
    ],
  ],
  [
    'a year parted in plan and estimate, units of a thousand, columns numbered by sums, values in words',
    (
      'STT~Chỉ tiêu~ĐVT~Thực hiện năm 2024~Năm 2025~Kế hoạch năm 2026~Kế hoạch~Ước thực hiện~A~B~C~1~2~3=1+2~4~1~Đàn gia cầm~1.000 con~8.100~8.200~8.150~8.400~' +
      '2~Tỷ lệ che phủ rừng~%~54,4~54,6~54,5~Giữ ổn định 54,6'
    ).split('~'),
    ['Đàn gia cầm | =8400 1.000 con | 2026', 'Tỷ lệ che phủ rừng | =54.6 % | 2026'],
  ],
  [
    'cells between bars: a header of two rows above groups, rows that sum up over two cells',
    '|~TT~|~Chỉ tiêu~|~ĐVT~|~Năm 2025~|~Mục tiêu~|~|~|~|~|~|~Năm 2026~|~Năm 2027~|~I~|~Giáo dục~|~|~|~|~|~1~|~Tỷ lệ trẻ ra lớp~|~%~|~28~|~30~|~35~|~2~|~Trường chuẩn~|~trường~|~31~|~32~|~34~|'.split(
      '~',
    ),
    [
      'Tỷ lệ trẻ ra lớp | =30 % | 2026',
      'Tỷ lệ trẻ ra lớp | =35 % | 2027',
      'Trường chuẩn | =32 trường | 2026',
      'Trường chuẩn | =34 trường | 2027',
    ],
  ],
  [
    'a row that sums up and lacks both the cell it spans and the last one, and one of which nobody can tell',
    [
      'BIỂU GIAO CHỈ TIÊU',
      'TT | Đơn vị | Số hộ thoát nghèo (hộ) | Số người tham gia (người) | Ghi chú |',
      '1 | Xã Cư Lê | 20 | 245 | Xã điểm |',
      '2 | Xã Ea Tân | 15 | 280 | |',
      'Tổng cộng | 35 | 525 |',
      'Toàn xã | 35 |',
    ],
    [
      'Số hộ thoát nghèo | =20 hộ | 2026',
      'Số người tham gia | =245 người | 2026',
      'Số hộ thoát nghèo | =15 hộ | 2026',
      'Số người tham gia | =280 người | 2026',
      'Số hộ thoát nghèo | =35 hộ | 2026',
      'Số người tham gia | =525 người | 2026',
    ],
  ],
  [
    'cells between bars with three years in the second row of headers',
    '|~TT~|~Chỉ tiêu~|~ĐVT~|~TH 2025~|~Kế hoạch~|~2026~|~2027~|~2028~|~1~|~Tỷ lệ hộ nghèo~|~%~|~4,2~|~3,1~|~2,5~|~2~|~2~|~Xã nông thôn mới~|~xã~|~106~|~109~|~110~|~111~|~3~|~Thu nhập~|~triệu đồng~|~50~|~55~|~60~|~65~|'.split(
      '~',
    ),
    [
      'Tỷ lệ hộ nghèo | =3.1 % | 2026',
      'Tỷ lệ hộ nghèo | =2.5 % | 2027',
      'Tỷ lệ hộ nghèo | =2 % | 2028',
      'Xã nông thôn mới | =109 xã | 2026',
      'Xã nông thôn mới | =110 xã | 2027',
      'Xã nông thôn mới | =111 xã | 2028',
      'Thu nhập | =55 triệu đồng | 2026',
      'Thu nhập | =60 triệu đồng | 2027',
      'Thu nhập | =65 triệu đồng | 2028',
    ],
  ],
  [
    'one row a line with blanks between the cells; a row with fewer figures is left out',
    [
      'TT Chỉ tiêu ĐVT Thực hiện 2025 Kế hoạch 2026',
      '1 Tốc độ tăng GRDP % 7,9 8,0 - 8,5',
      '2    Thu ngân sách nhà nước     tỷ đồng   12.300   13.000',
      '3 Số xã đạt chuẩn nông thôn mới xã 109',
      '4 Tỷ lệ hộ nghèo đa chiều % 4,2 3,1',
      '',
      'II. NHIỆM VỤ',
    ],
    [
      'Tốc độ tăng GRDP | range8 % | 2026',
      'Thu ngân sách nhà nước | =13000 tỷ đồng | 2026',
      'Tỷ lệ hộ nghèo đa chiều | =3.1 % | 2026',
    ],
  ],
];

it.each(cases)('reads %s', (_, lines, expected) => {
  expect(targetsIn(lines)).toEqual(expected);
});

it('reads no table whose header lost the cell over its numbers', () => {
  const lines =
    'I. CHỈ TIÊU~TT~Chỉ tiêu~ĐVT~Kế hoạch 2026~Ghi chú~1~Thu ngân sách~tỷ đồng~5.200~~2~Trồng rừng~ha~450~~3~Đàn bò~con~900';
  expect(targetsIn(lines.split('~')).filter((line) => !/=(?:5200|450|900) /.test(line))).toEqual([]);
});

it('reads no table where short lines keep no pattern', () => {
  const { structure } = takeApart(
    `${frame}${['Mục lục', 'Phần mở đầu', 'Kế hoạch 2026', '3', 'Các nhiệm vụ', '5', '7', 'Tổ chức thực hiện', 'Phụ lục', '9'].join('\n')}\n`,
  );
  expect(structure.blocks.filter(({ kind }) => kind === 'table')).toEqual([]);
});
