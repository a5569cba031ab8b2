import { describe, expect, it } from 'vitest';
import { targetLines } from './read-document.ts';

const goals = (text: string): string[] => targetLines({ heading: 'Chỉ tiêu', period: '2026', text });

/** Measures in a row of one thing, and where a list of shares ends: "name | bounds unit | period" each. */
const cases: readonly [text: string, expected: string[]][] = [
  [
    '- Cây lạc:Diện tích 40ha, năng suất 2,6tấn/ha, sản lượng:104 tấn.',
    [
      'Cây lạc, Diện tích | =40 ha | 2026',
      'Cây lạc, năng suất | =2.6 tấn/ha | 2026',
      'Cây lạc, sản lượng | =104 tấn | 2026',
    ],
  ],
  [
    '- Lúa hè thu: diện tích: 900 ha; năng suất: 58 tạ/ha; sản lượng: 5.220 tấn.',
    [
      'Lúa hè thu, diện tích | =900 ha | 2026',
      'Lúa hè thu, năng suất | =58 tạ/ha | 2026',
      'Lúa hè thu, sản lượng | =5220 tấn | 2026',
    ],
  ],
  [
    '- Cây chè: trồng mới 50 ha, tổng diện tích 4.200 ha.',
    ['Cây chè, trồng mới | =50 ha | 2026', 'Cây chè, tổng diện tích | =4200 ha | 2026'],
  ],
  [
    '- Rau màu: 90ha, giá trị bình quân 70 triệu/ha.',
    ['Rau màu | =90 ha | 2026', 'Rau màu, giá trị bình quân | =70 triệu/ha | 2026'],
  ],
  ['- Diện tích: 500 ha, sản lượng: 2.000 tấn.', ['Diện tích | =500 ha | 2026', 'sản lượng | =2000 tấn | 2026']],
  [
    '- Cơ cấu kinh tế: nông nghiệp 20%; công nghiệp 45%; dịch vụ 35%; tổng thu ngân sách tăng 8%; hộ dùng nước sạch 97%.',
    [
      'Cơ cấu kinh tế: nông nghiệp | =20 % | 2026',
      'Cơ cấu kinh tế: công nghiệp | =45 % | 2026',
      'Cơ cấu kinh tế: dịch vụ | =35 % | 2026',
      'tổng thu ngân sách | =8 % | 2026',
      'hộ dùng nước sạch | =97 % | 2026',
    ],
  ],
  ['- Về tổ chức, mỗi năm kết nạp 60 hội viên mới.', ['kết nạp hội viên mới | =60 hội viên | hằng năm']],
  [
    '- Giá trị thu hoạch trên 1 ha đất trồng cây hàng năm đạt 90 triệu đồng.',
    ['Giá trị thu hoạch trên 1 ha đất trồng cây hàng năm | =90 triệu đồng | 2026'],
  ],
  [
    '- 90% dân số trưởng thành có điện thoại thông minh.',
    ['dân số trưởng thành có điện thoại thông minh | =90 % | 2026'],
  ],
  // Another of the same kind, of which the same is told; grades tell something themselves.
  [
    '- Tỷ lệ đường xã được cứng hóa 100%, đường thôn 85%, đường nội đồng 60%.',
    [
      'Tỷ lệ đường xã được cứng hóa | =100 % | 2026',
      'Tỷ lệ đường thôn được cứng hóa | =85 % | 2026',
      'Tỷ lệ đường nội đồng được cứng hóa | =60 % | 2026',
    ],
  ],
  ['- Tỷ lệ hộ nghèo 3%, hộ cận nghèo 2%.', ['Tỷ lệ hộ nghèo | =3 % | 2026', 'Tỷ lệ hộ cận nghèo | =2 % | 2026']],
  [
    '- Tỷ lệ học sinh lên lớp 99%, học sinh giỏi 30%.',
    ['Tỷ lệ học sinh lên lớp | =99 % | 2026', 'học sinh giỏi | =30 % | 2026'],
  ],
  [
    '- Tỷ lệ hộ sử dụng nước sạch 95%, hộ nghèo còn 3%.',
    ['Tỷ lệ hộ sử dụng nước sạch | =95 % | 2026', 'hộ nghèo | =3 % | 2026'],
  ],
  [
    '- Tỷ lệ giáo viên đạt chuẩn 100%, giáo viên trên chuẩn 30%.',
    ['Tỷ lệ giáo viên đạt chuẩn | =100 % | 2026', 'giáo viên trên chuẩn | =30 % | 2026'],
  ],
  // What brackets say of the thing before them, and what is no measure of it.
  [
    '- Tổng đàn bò đạt 120 ngàn con (sản lượng thịt hơi xuất chuồng 7.400 tấn).',
    ['Tổng đàn bò | =120 ngàn con | 2026', 'Tổng đàn bò, sản lượng thịt hơi xuất chuồng | =7400 tấn | 2026'],
  ],
  [
    '- Số học sinh/lớp: không quá 35 (các trường trung tâm dưới 40).',
    ['Số học sinh/lớp | <=35 học sinh/lớp | 2026', 'Số học sinh/lớp - các trường trung tâm | <40 học sinh/lớp | 2026'],
  ],
  ['- Xây dựng 02 trường (tổng mức đầu tư 30 tỷ đồng).', ['Xây dựng trường | =2 trường | 2026']],
  ['- Trồng 50 ha chè (diện tích đất 60 ha, vốn 3 tỷ đồng).', ['Trồng chè | =50 ha | 2026']],
];

describe('measures in a row', () => {
  it.each(cases)('%s', (text, expected) => expect(goals(text)).toEqual(expected));
});
