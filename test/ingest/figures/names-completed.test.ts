import { describe, expect, it } from 'vitest';
import { targetLines } from './read-document.ts';

const goal = (text: string): string[] => targetLines({ heading: 'Chỉ tiêu', period: '2026', text: `- ${text}` });
const task = (text: string): string[] =>
  targetLines({ heading: 'Nhiệm vụ, giải pháp', period: '2026', text: `1. ${text}` });

/** Folded alike and another word: a name must keep its first syllable. */
const lookAlikes: readonly [text: string, name: string][] = [
  ['Cán bộ xã biết tiếng dân tộc đạt 60%.', 'Cán bộ xã biết tiếng dân tộc'],
  ['Cận nghèo còn 2,8%.', 'Cận nghèo'],
  ['Vệ sinh trường học đạt 92%.', 'Vệ sinh trường học'],
  ['Đề tài cấp cơ sở nghiệm thu đạt 14 đề tài.', 'Đề tài cấp cơ sở nghiệm thu'],
  ['Dừa sáp đạt 900 ha.', 'Dừa sáp'],
  ['Nhu cầu việc làm được đáp ứng 75%.', 'Nhu cầu việc làm được đáp ứng'],
  ['Tỉ trọng chiếm 35%.', 'Tỉ trọng'],
];

describe('names keep what only looks like a small word', () => {
  it.each(lookAlikes)('%s', (text, name) => {
    expect(goal(text)[0]?.split(' | ')[0]).toBe(name);
  });
});

const completed: readonly [text: string, expected: string[]][] = [
  ['Cơ sở lưu trú và hạ tầng kỹ thuật du lịch: có 150 cơ sở lưu trú.', ['cơ sở lưu trú | =150 cơ sở lưu trú | 2026']],
  ['Thành lập mới hợp tác xã: có 3 hợp tác xã.', ['Thành lập mới hợp tác xã | =3 hợp tác xã | 2026']],
  [
    'Tổng mức bán lẻ hàng hóa, doanh thu dịch vụ: 39.000 tỷ đồng.',
    ['Tổng mức bán lẻ hàng hóa, doanh thu dịch vụ | =39000 tỷ đồng | 2026'],
  ],
  [
    'Tỷ lệ hộ nghèo giảm, thu nhập bình quân đầu người đạt 50 triệu đồng.',
    ['thu nhập bình quân đầu người | =50 triệu đồng | 2026'],
  ],
  [
    'Tỷ lệ học sinh hoàn thành chương trình ≥ 97%; sau thi lại 99,5%.',
    [
      'Tỷ lệ học sinh hoàn thành chương trình | >=97 % | 2026',
      'Tỷ lệ học sinh hoàn thành chương trình, sau thi lại | =99.5 % | 2026',
    ],
  ],
  [
    'Số ngày lưu trú của khách quốc tế đạt 3,9 ngày, khách nội địa 2,1 ngày.',
    ['Số ngày lưu trú của khách quốc tế | =3.9 ngày | 2026', 'Số ngày lưu trú của khách nội địa | =2.1 ngày | 2026'],
  ],
  [
    'Thời gian xe cứu thương có mặt tại khu vực trung tâm dưới 10 phút, khu vực còn lại không quá 20 phút.',
    [
      'Thời gian xe cứu thương có mặt tại khu vực trung tâm | <10 phút | 2026',
      'Thời gian xe cứu thương có mặt tại khu vực còn lại | <=20 phút | 2026',
    ],
  ],
  [
    '100% văn bản ở cấp tỉnh và 85% ở cấp xã được ký số.',
    ['văn bản ở cấp tỉnh | =100 % | 2026', 'văn bản ở cấp xã | =85 % | 2026'],
  ],
  [
    'Tổng giá trị sản xuất 9.200 tỷ đồng, tăng 8%. Trong đó: nông nghiệp 3.100 tỷ đồng; thương mại 2.900 tỷ đồng.',
    [
      'Tổng giá trị sản xuất | =9200 tỷ đồng | 2026',
      'Tổng giá trị sản xuất, mức tăng | =8 % | 2026',
      'Tổng giá trị sản xuất - nông nghiệp | =3100 tỷ đồng | 2026',
      'Tổng giá trị sản xuất - thương mại | =2900 tỷ đồng | 2026',
    ],
  ],
  [
    'Diện tích cây dược liệu: lũy kế 700 ha, tăng 120 ha.',
    [
      'Diện tích cây dược liệu (lũy kế) | =700 ha | 2026',
      'Diện tích cây dược liệu (lũy kế), mức tăng | =120 ha | 2026',
    ],
  ],
  [
    'Hộ nghèo giảm còn 3% (tương đương giảm 40 hộ).',
    ['Hộ nghèo | =3 % | 2026', 'Hộ nghèo, tương đương | =40 hộ | 2026'],
  ],
  [
    'Giải ngân trên 96% kế hoạch vốn, tương ứng 5.400 tỷ đồng.',
    ['Giải ngân | >96 % kế hoạch | 2026', 'Giải ngân, tương ứng | =5400 tỷ đồng | 2026'],
  ],
  [
    'Giảm số vụ, số người chết và số người bị thương do đuối nước từ 5% đến 8%.',
    ['Giảm số vụ, số người chết và số người bị thương do đuối nước | range | 2026'],
  ],
  [
    'Thành lập mới 60 "Tổ bảo vệ rừng" và 25 "Điểm cứu nạn" trong năm 2027; lũy kế đến năm 2028 có 300 Tổ bảo vệ rừng.',
    [
      'Thành lập mới Tổ bảo vệ rừng | =60 Tổ bảo vệ rừng | 2027',
      'Thành lập mới Điểm cứu nạn | =25 Điểm cứu nạn | 2027',
      'Tổ bảo vệ rừng (lũy kế) | =300 Tổ | đến 2028',
    ],
  ],
  ['Đưa vào vận hành thêm 12 trạm bơm tiêu úng.', ['Đưa vào vận hành trạm bơm tiêu úng | =12 trạm bơm | 2026']],
  ['Hoàn thành 100% chỉ tiêu tuyển quân.', ['chỉ tiêu tuyển quân | =100 % | 2026']],
  ['Số năm sống khỏe tối thiểu 66 năm.', ['Số năm sống khỏe | >=66 năm | 2026']],
  ['Hoàn thành trong thời gian 3 năm.', []],
  ['Thời gian sống khỏe tối thiểu 66 năm.', ['Thời gian sống khỏe | >=66 năm | 2026']],
  ['Nâng mật độ lên 1 trạm/40 km2.', ['mật độ | =1 trạm/40 km2 | 2026']],
  ['80% hồ sơ nộp qua mạng, gần gấp đôi năm 2024.', ['hồ sơ nộp qua mạng | =80 % | 2026']],
  ['Hoàn thành 4 hồ chứa nước trước năm 2028.', ['hồ chứa nước | =4 hồ chứa | trước 2028']],
  ['Xóa toàn bộ 12 ấp trắng sóng.', ['Xóa ấp trắng sóng | =12 ấp | 2026']],
];

describe('names completed from what stands beside them', () => {
  it.each(completed)('%s', (text, expected) => {
    expect(
      goal(text).map((line) => line.replace(/range\S*|\d+\.\.\d+ %/, (said) => (said.includes('..') ? 'range' : said))),
    ).toEqual(expected);
  });
});

const tasks: readonly [text: string, expected: string[]][] = [
  [
    'Nâng cấp 60 km đê sông; lắp đặt camera tại 9 nút giao.',
    ['Nâng cấp đê sông | =60 km | 2026', 'lắp đặt camera tại nút giao | =9 nút giao | 2026'],
  ],
  ['Kiểm tra đột xuất tại tối thiểu 18 đơn vị.', ['Kiểm tra đột xuất tại đơn vị | >=18 đơn vị | 2026']],
  ['Vận động quỹ khuyến học đạt từ 200 triệu đồng trở lên.', ['Vận động quỹ khuyến học | >=200 triệu đồng | 2026']],
  ['Cử 2 cán bộ phối hợp với 5 sở, ngành tại 3 huyện.', []],
  ['Mở 4 lớp tập huấn cho 120 học viên.', []],
];

describe('what a task leaves behind or must reach', () => {
  it.each(tasks)('%s', (text, expected) => {
    expect(task(text)).toEqual(expected);
  });
});
