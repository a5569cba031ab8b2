import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/domain/target.ts';
import { findFigures } from '../../../src/ingest/figures/find-figures.ts';
import { tables, takeApart } from '../support/read-text.ts';

const frame =
  'ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n\nSố: 12/KH-UBND\nGia Lai, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2026\n\n';

/** Figures of a table under a line, in a plan of Gia Lai for 2026; rows without their outer bars. */
function figuresIn(line: string, rows: readonly string[]): Figure[] {
  const body = rows.map((row) => (row.includes('|') ? `| ${row} |` : row)).join('\n');
  const { source, structure, metadata } = takeApart(`${frame}${line}\n\n${body}\n`);
  const { lexicon, gazetteer } = tables;
  return findFigures({
    text: source.text,
    blocks: structure.blocks,
    metadata,
    lexicon,
    gazetteer,
    today: '2026-11-22',
  });
}

const targets = (figures: readonly Figure[]): string[] =>
  figures
    .filter(({ kind }) => kind === 'target')
    .map(({ indicator, comparator, min, max, unit, period, locality }) => {
      const bounds = comparator === 'range' ? `${min}..${max}` : `${comparator}${min ?? max}`;
      return [indicator, `${bounds} ${unit}`.trim(), period.text, locality?.name ?? ''].join(' | ');
    });

const shapes: [shape: string, line: string, rows: string[], expected: string[]][] = [
  [
    'a column for each place',
    'Giao chỉ tiêu năm 2026 cho các địa phương',
    ['STT | Chỉ tiêu | ĐVT | Toàn tỉnh | Phường Pleiku | Xã Chư Sê', '1 | Tỷ lệ hộ nghèo | % | 3,2 | 0,5 | 4,1'],
    [
      'Tỷ lệ hộ nghèo | =3.2 % | 2026 | tỉnh Gia Lai',
      'Tỷ lệ hộ nghèo | =0.5 % | 2026 | phường Pleiku',
      'Tỷ lệ hộ nghèo | =4.1 % | 2026 | xã Chư Sê',
    ],
  ],
  [
    'the indicator named by the line above only',
    'Biểu giao chỉ tiêu tỷ lệ bao phủ bảo hiểm y tế năm 2026',
    ['STT | Tên đơn vị | Chỉ tiêu giao năm 2026 (%)', '1 | Xã Chư Sê | 95,5', '2 | Phường Pleiku | 98'],
    [
      'tỷ lệ bao phủ bảo hiểm y tế | =95.5 % | 2026 | xã Chư Sê',
      'tỷ lệ bao phủ bảo hiểm y tế | =98 % | 2026 | phường Pleiku',
    ],
  ],
  [
    'parts under "Trong đó" over columns',
    'Phân bổ chỉ tiêu xuất khẩu lao động năm 2026',
    [
      'TT | Địa phương | Tổng số | Trong đó | ',
      ' | | | Nhật Bản | Hàn Quốc',
      '1 | Xã Chư Sê | 300 người | 120 người | 180 người',
    ],
    [
      'xuất khẩu lao động | =300 người | 2026 | xã Chư Sê',
      'xuất khẩu lao động - Nhật Bản | =120 người | 2026 | xã Chư Sê',
      'xuất khẩu lao động - Hàn Quốc | =180 người | 2026 | xã Chư Sê',
    ],
  ],
  [
    'years under each indicator, a row a place',
    'Giao chỉ tiêu các xã, phường',
    [
      'TT | Xã, phường | Tỷ lệ bao phủ BHYT (%) | | Số người tham gia (người) | ',
      ' | | Năm 2026 | Năm 2027 | Năm 2026 | Năm 2027',
      '1 | Xã Chư Sê | 95 | 96 | 12.000 | 12.500',
    ],
    [
      'Tỷ lệ bao phủ BHYT | =95 % | 2026 | xã Chư Sê',
      'Tỷ lệ bao phủ BHYT | =96 % | 2027 | xã Chư Sê',
      'Số người tham gia | =12000 người | 2026 | xã Chư Sê',
      'Số người tham gia | =12500 người | 2027 | xã Chư Sê',
    ],
  ],
  [
    'a table that goes on below a break without its header',
    'I. CHỈ TIÊU',
    [
      'TT | Chỉ tiêu | ĐVT | KH 2026',
      '1 | Tỷ lệ hộ nghèo | % | 3',
      '2 | Số lao động được đào tạo | người | 1.500',
      '',
      '3 | Số xã đạt chuẩn | xã | 20',
      '4 | Tỷ lệ hộ dùng điện | % | 99,5',
    ],
    [
      'Tỷ lệ hộ nghèo | =3 % | 2026 | tỉnh Gia Lai',
      'Số lao động được đào tạo | =1500 người | 2026 | tỉnh Gia Lai',
      'Số xã đạt chuẩn | =20 xã | 2026 | tỉnh Gia Lai',
      'Tỷ lệ hộ dùng điện | =99.5 % | 2026 | tỉnh Gia Lai',
    ],
  ],
  [
    'a table that goes on below the number of a page, its header again later',
    'I. CHỈ TIÊU',
    [
      'TT | Chỉ tiêu | ĐVT | KH 2026',
      '1 | Thu ngân sách | tỷ đồng | 120',
      ' | - Thuế | tỷ đồng | 90',
      'TT | Chỉ tiêu | ĐVT | KH 2026',
      ' | - Phí | tỷ đồng | 30',
      '',
      '2',
      '',
      '2 | Tỷ lệ hộ nghèo | % | 3',
      '3 | Số xã đạt chuẩn | xã | 20',
    ],
    [
      'Thu ngân sách | =120 tỷ đồng | 2026 | tỉnh Gia Lai',
      'Thu ngân sách - Thuế | =90 tỷ đồng | 2026 | tỉnh Gia Lai',
      'Thu ngân sách - Phí | =30 tỷ đồng | 2026 | tỉnh Gia Lai',
      'Tỷ lệ hộ nghèo | =3 % | 2026 | tỉnh Gia Lai',
      'Số xã đạt chuẩn | =20 xã | 2026 | tỉnh Gia Lai',
    ],
  ],
  [
    'letters and signs under numbers, ditto marks for units',
    'I. CHỈ TIÊU',
    [
      'STT | CHỈ TIÊU | ĐVT | KẾ HOẠCH 2026 | GHI CHÚ',
      'A | B | C | 1 | 2',
      'I | KINH TẾ | | | ',
      '1 | Tổng diện tích gieo trồng | ha | 12.500 | ',
      'a | Cây hàng năm | ha | 8.500 | ',
      ' | + Lúa | " | 5.000 | ',
      'b | Cây lâu năm | ha | 4.000 | ',
      '2 | Chăn nuôi | | | ',
      ' | - Tổng đàn trâu | con | 3.200 | ',
      ' | - Tổng đàn bò | nt | 5.400 | ',
    ],
    [
      'Tổng diện tích gieo trồng | =12500 ha | 2026 | tỉnh Gia Lai',
      'Tổng diện tích gieo trồng - Cây hàng năm | =8500 ha | 2026 | tỉnh Gia Lai',
      'Tổng diện tích gieo trồng - Cây hàng năm - Lúa | =5000 ha | 2026 | tỉnh Gia Lai',
      'Tổng diện tích gieo trồng - Cây lâu năm | =4000 ha | 2026 | tỉnh Gia Lai',
      'Tổng đàn trâu | =3200 con | 2026 | tỉnh Gia Lai',
      'Tổng đàn bò | =5400 con | 2026 | tỉnh Gia Lai',
    ],
  ],
  [
    'two columns of names, goals in words, thousands apart by blanks',
    'II. MỤC TIÊU',
    [
      'Lĩnh vực | Nội dung chỉ tiêu | Chỉ tiêu phấn đấu năm 2026',
      'Hành chính | Tỷ lệ hồ sơ giải quyết đúng hạn | Đạt từ 98% trở lên',
      ' | Tỷ lệ phản ánh được xử lý | 95-97%',
      'Kinh tế | Số doanh nghiệp đang hoạt động | 1 250 doanh nghiệp',
    ],
    [
      'Tỷ lệ hồ sơ giải quyết đúng hạn | >=98 % | 2026 | tỉnh Gia Lai',
      'Tỷ lệ phản ánh được xử lý | 95..97 % | 2026 | tỉnh Gia Lai',
      'Số doanh nghiệp đang hoạt động | =1250 doanh nghiệp | 2026 | tỉnh Gia Lai',
    ],
  ],
  [
    'area, yield and output of each crop',
    'I. CHỈ TIÊU SẢN XUẤT',
    [
      'TT | Cây trồng | Kế hoạch năm 2026 | | ',
      ' | | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)',
      '1 | Lúa | 5.000 | 55 | 27.500',
    ],
    [
      'Lúa - Diện tích | =5000 ha | 2026 | tỉnh Gia Lai',
      'Lúa - Năng suất | =55 tạ/ha | 2026 | tỉnh Gia Lai',
      'Lúa - Sản lượng | =27500 tấn | 2026 | tỉnh Gia Lai',
    ],
  ],
  [
    'a row a year',
    'Lộ trình thực hiện chỉ tiêu',
    ['Năm | Tỷ lệ hộ nghèo (%) | Số hộ thoát nghèo (hộ)', '2026 | 3,2 | 1.200', '2027 | 2,5 | 1.100'],
    [
      'Tỷ lệ hộ nghèo | =3.2 % | 2026 | tỉnh Gia Lai',
      'Số hộ thoát nghèo | =1200 hộ | 2026 | tỉnh Gia Lai',
      'Tỷ lệ hộ nghèo | =2.5 % | 2027 | tỉnh Gia Lai',
      'Số hộ thoát nghèo | =1100 hộ | 2027 | tỉnh Gia Lai',
    ],
  ],
  [
    'a unit over all columns, a sum whose word stands among the numbers',
    'Giao chỉ tiêu năm 2026',
    [
      'Đơn vị tính: triệu đồng | | ',
      'TT | Địa phương | Thu nội địa',
      '1 | Xã Chư Sê | 12.500',
      '2 | Xã Ia Grai | 8.000',
      'Cộng | | 20.500',
    ],
    [
      'Thu nội địa | =12500 triệu đồng | 2026 | xã Chư Sê',
      'Thu nội địa | =8000 triệu đồng | 2026 | xã Ia Grai',
      'Thu nội địa | =20500 triệu đồng | 2026 | tỉnh Gia Lai',
    ],
  ],
  [
    'bodies told by the row that sums them up',
    'Phụ lục. Phân bổ chỉ tiêu phát triển đối tượng tham gia BHXH',
    ['TT | BHXH cơ sở | Tổng số | Trong đó | ', ' | | | Bắt buộc | Tự nguyện', ' | Toàn tỉnh | 750 | 600 | 150'],
    [
      'phát triển đối tượng tham gia BHXH | =750 | 2026 | tỉnh Gia Lai',
      'phát triển đối tượng tham gia BHXH - Bắt buộc | =600 | 2026 | tỉnh Gia Lai',
      'phát triển đối tượng tham gia BHXH - Tự nguyện | =150 | 2026 | tỉnh Gia Lai',
    ],
  ],
  [
    'places as parts of an indicator',
    'I. CHỈ TIÊU',
    ['TT | Chỉ tiêu | ĐVT | KH 2026', '1 | Tỷ lệ che phủ rừng | % | 47', ' | - Xã Chư Sê | % | 41'],
    ['Tỷ lệ che phủ rừng | =47 % | 2026 | tỉnh Gia Lai', 'Tỷ lệ che phủ rừng | =41 % | 2026 | xã Chư Sê'],
  ],
];

describe('tables of all shapes', () => {
  it.each(shapes)('reads %s', (_, line, rows, expected) => {
    expect(targets(figuresIn(line, rows))).toEqual(expected);
  });

  it('takes the months of a header for no value', () => {
    const rows = ['Chỉ tiêu | ĐVT | 6 tháng đầu năm 2026 | Kế hoạch năm 2026', 'Số xã đạt chuẩn | xã | 4 | 9'];
    expect(targets(figuresIn('I. CHỈ TIÊU', rows))).toContain('Số xã đạt chuẩn | =9 xã | 2026 | tỉnh Gia Lai');
  });
});

const noTargets: [what: string, line: string, rows: string[]][] = [
  [
    'marks of a contest',
    'Bảng chấm điểm chỉ tiêu thi đua',
    ['TT | Nội dung | Điểm tối đa', '1 | Tỷ lệ hồ sơ đúng hạn | 20', '2 | Công tác xã hội | 15'],
  ],
  [
    'a list of documents',
    'Danh mục văn bản giao chỉ tiêu',
    ['TT | Tên văn bản | Số hiệu | Ngày ban hành', '1 | Kế hoạch | 15/KH-UBND | 05/01/2026'],
  ],
  [
    'what was achieved',
    'Kết quả thực hiện chỉ tiêu năm 2025',
    ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2025', '1 | Tỷ lệ hộ nghèo | % | 3,1'],
  ],
];

it.each(noTargets)('takes %s for no target', (_, line, rows) => {
  expect(targets(figuresIn(line, rows))).toEqual([]);
});

it('tells where places stand today from what they are to reach', () => {
  const rows = [
    'TT | Xã, phường | Dân số (người) | Chỉ tiêu bao phủ BHYT năm 2026 (%)',
    '1 | Xã Chư Sê | 35.000 | 95,5',
  ];
  expect(targets(figuresIn('Giao chỉ tiêu bảo hiểm y tế', rows))).toEqual([
    'bao phủ BHYT | =95.5 % | 2026 | xã Chư Sê',
  ]);
});

const doubts: [what: string, rows: string[], notes: (string | null)[]][] = [
  [
    'parts that add up to more than their whole',
    [
      'TT | Chỉ tiêu | ĐVT | KH 2026',
      '1 | Thu ngân sách | tỷ đồng | 5.000',
      ' | - Thuế | tỷ đồng | 4.200',
      ' | - Phí | tỷ đồng | 900',
    ],
    Array.from({ length: 3 }, () => 'các phần cộng lại 5.100, lớn hơn số chung 5.000'),
  ],
  [
    'rows that do not make their total',
    [
      'TT | Xã, phường | Số người tham gia năm 2026 (người)',
      ' | Tổng cộng | 57.000',
      '1 | Xã Chư Sê | 12.000',
      '2 | Phường Pleiku | 54.000',
    ],
    ['các dòng cộng lại 66.000, khác số tổng 57.000', null, null],
  ],
  [
    'neighbours of another scale',
    [
      'TT | Chỉ tiêu | ĐVT | KH 2026 | KH 2027',
      '1 | Sản lượng lúa | tấn | 8.700 | 8,9',
      '2 | Số mô hình | mô hình | 1 | 60',
    ],
    ['các cột cùng dòng chênh nhau 50 lần trở lên', 'các cột cùng dòng chênh nhau 50 lần trở lên', null, null],
  ],
  [
    'nothing where all adds up, or where rates are no sum',
    [
      'TT | Chỉ tiêu | ĐVT | KH 2026',
      '1 | Thu ngân sách | tỷ đồng | 5.000',
      ' | - Thuế | tỷ đồng | 4.100',
      ' | - Phí | tỷ đồng | 900',
      '2 | Tỷ lệ hộ nghèo | % | 5',
      ' | - Vùng cao | % | 9',
    ],
    [null, null, null, null, null],
  ],
];

it.each(doubts)('notes %s and corrects nothing', (_, rows, notes) => {
  const figures = figuresIn('I. CHỈ TIÊU', rows);
  expect(figures.map(({ note }) => note ?? null)).toEqual(notes);
  for (const { note, confidence } of figures) expect(confidence < 0.6).toBe(typeof note === 'string');
});
