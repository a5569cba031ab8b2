import { describe, expect, it } from 'vitest';
import { figuresOf, type Sample, targetLines } from './read-document.ts';

/** What looks like a target and is none; every one must give no target. */
const none: readonly [title: string, sample: Sample][] = [
  [
    'a result of the past months',
    { period: '2026', text: '9 tháng đầu năm 2026, GRDP của tỉnh tăng 10,2%, thu ngân sách đạt 4.870 tỷ đồng.' },
  ],
  [
    'how much of a resolution is done',
    { heading: 'Đánh giá chung', period: '2025', text: 'Đến nay đạt 67% nghị quyết, có 12/18 chỉ tiêu hoàn thành.' },
  ],
  [
    'a share of the estimate',
    { period: '2026', text: 'Thu ngân sách đã thực hiện được 3.200 tỷ đồng, bằng 117% dự toán.' },
  ],
  [
    'an estimate',
    {
      heading: 'Tình hình năm 2025',
      period: '2026',
      text: 'Sản lượng lúa ước đạt 412.000 tấn; thu nhập bình quân ước 61 triệu đồng.',
    },
  ],
  [
    'last year in a review',
    {
      heading: 'Kết quả thực hiện năm 2025',
      period: '2026',
      text: 'Tỷ lệ hộ nghèo còn 2,3%; tỷ lệ bao phủ BHYT đạt 94,1%; thành lập mới 210 doanh nghiệp.',
    },
  ],
  [
    'a past year in running prose',
    { period: '2026', text: 'Năm 2025, toàn huyện trồng 1.200 ha rừng, tỷ lệ che phủ rừng đạt 61%.' },
  ],
  [
    'growth against last year',
    {
      heading: 'Kết quả nổi bật',
      period: '2026',
      text: 'Kim ngạch xuất khẩu tăng 14% so với cùng kỳ, khách quốc tế tăng 31%.',
    },
  ],
  [
    'award quotas',
    {
      heading: 'Khen thưởng',
      period: '2026',
      text: 'Tặng Bằng khen cho không quá 20% số tập thể, 15 cá nhân; tặng Cờ thi đua cho 05 đơn vị.',
    },
  ],
  [
    'award rules under a section of rules',
    {
      heading: 'Một số quy định về bình xét',
      period: '2026',
      text: 'Tỷ lệ Chiến sĩ thi đua cơ sở không quá 15% số Lao động tiên tiến.',
    },
  ],
  [
    'co-funding',
    {
      heading: 'Nhiệm vụ, giải pháp',
      period: '2026',
      text: 'Ngân sách tỉnh hỗ trợ 70% kinh phí, ngân sách xã đối ứng 30%.',
    },
  ],
  [
    'a budget',
    {
      heading: 'Kinh phí thực hiện',
      period: '2026',
      text: 'Tổng kinh phí 12.400 triệu đồng, trong đó ngân sách tỉnh 8.000 triệu đồng (64%).',
    },
  ],
  [
    'levels of support',
    { heading: 'Mức hỗ trợ', period: '2026', text: 'Hỗ trợ 50 triệu đồng/mô hình, tối đa 70% chi phí mua giống.' },
  ],
  ['views of a page', { period: '2026', text: 'Lượt xem: 76.040 | Cỡ chữ | Đang truy cập: 1.204' }],
  [
    'dates and times',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'Hội nghị họp lúc 08 giờ 30 ngày 12/3/2026, kết thúc ngày 14 tháng 3 năm 2026.',
    },
  ],
  [
    'numbers of documents',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014, Nghị quyết số 57-NQ/TW và Quyết định 749/QĐ-TTg.',
    },
  ],
  [
    'articles and clauses',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: 'Theo điểm b khoản 2 Điều 15 Luật Thi đua, khen thưởng; Chương trình 135; Đề án 06.',
    },
  ],
  [
    'anniversaries',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'Lập thành tích chào mừng 96 năm Ngày thành lập Đảng, 80 năm Ngày Quốc khánh.',
    },
  ],
  [
    'movements and pillars',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'Thực hiện tốt 4 phong trào thi đua, 3 trụ cột, 10 nhiệm vụ trọng tâm, 3 khâu đột phá và 5 nhóm giải pháp.',
    },
  ],
  [
    'counted programmes',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'Triển khai hiệu quả 03 chương trình mục tiêu quốc gia; tiếp tục thực hiện 7 nhóm nhiệm vụ.',
    },
  ],
  [
    'a numbered list',
    {
      heading: 'Nhiệm vụ',
      period: '2026',
      text: '1. Tăng cường công tác tuyên truyền.\n2. Đẩy mạnh cải cách hành chính.\n3. Nâng cao chất lượng cán bộ.',
    },
  ],
  [
    'ordinals and levels',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'Cung cấp dịch vụ công mức độ 3, 4; Đại hội lần thứ 13; trường chuẩn mức độ 2; khu vực 1; lớp 9.',
    },
  ],
  [
    'phone numbers',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'Mọi vướng mắc xin liên hệ điện thoại: 0243.943.1234 hoặc số 0912 345 678.',
    },
  ],
  [
    'the value that is replaced',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: 'Số lao động được đào tạo tính theo cách mới, thay vì 8.000 lao động như trước.',
    },
  ],
  [
    'a goal that is struck out',
    { heading: 'Chỉ tiêu', period: '2026', text: 'Bãi bỏ chỉ tiêu “Thành lập mới 20 hợp tác xã”.' },
  ],
  [
    'votes',
    { period: '2026', text: 'Với 93,52% đại biểu tán thành, Quốc hội thông qua Nghị quyết về mục tiêu phát triển.' },
  ],
  [
    'the body and its members',
    { period: '2025-2030', text: 'Đảng bộ xã có 47 chi bộ với 1.541 đảng viên; 177 đại biểu dự đại hội.' },
  ],
  [
    'a description of a place',
    {
      heading: 'Đặc điểm tình hình',
      period: '2026',
      text: 'Huyện có diện tích 1.240 km2, dân số 68.000 người, đồng bào dân tộc thiểu số chiếm 63%.',
    },
  ],
  [
    'tasks counted without a goal',
    {
      heading: 'Nhiệm vụ',
      period: '2026',
      text: 'Sở Nội vụ phối hợp với 12 xã tổ chức tập huấn cho cán bộ tại 5 cụm.',
    },
  ],
  [
    'working time of an office',
    { heading: 'Tổ chức thực hiện', period: '2026', text: 'Trả lời trong 15 ngày làm việc; họp 02 lần mỗi tháng.' },
  ],
  [
    'deadlines',
    {
      heading: 'Chế độ báo cáo',
      period: '2026',
      text: 'Báo cáo trước ngày 15/6 và 15/11 hằng năm; gửi về Sở trước ngày 20 của tháng cuối quý.',
    },
  ],
  [
    'shares of votes for titles',
    { period: '2026', text: 'Cá nhân đề nghị khen thưởng phải đạt từ 80% số phiếu đồng ý trở lên.' },
  ],
  ['a forecast', { period: '2026', text: 'Ngân hàng dự báo lạm phát cả năm khoảng 3,6%.' }],
  [
    'a legal norm',
    { heading: 'Căn cứ pháp lý', period: '2026', text: 'Giảm 2% thuế giá trị gia tăng; mức phạt 5.000.000 đồng.' },
  ],
  [
    'a directive that only urges',
    { heading: 'Yêu cầu', period: '2026', text: 'Phát huy tinh thần 5 tự, 3 cùng; quán triệt phương châm 4 tại chỗ.' },
  ],
  [
    'results under an opening sentence',
    {
      period: '2025-2030',
      text: 'I- Thống nhất đánh giá kết quả thực hiện Nghị quyết nhiệm kỳ 2020 - 2025. Giá trị sản xuất tăng 6,1%/năm; tỷ lệ hộ nghèo còn 2,4%; có 31/40 xã đạt chuẩn nông thôn mới.',
    },
  ],
  [
    'who took part in a congress',
    {
      period: '2025-2030',
      text: 'Đại hội họp từ ngày 05 đến ngày 07/8/2025 với 320 đại biểu thay mặt cho hơn 41.000 đảng viên toàn Đảng bộ.',
    },
  ],
  [
    'how late reports are',
    { heading: 'Nhiệm vụ', period: '2024', text: 'Tiến độ còn chậm, mới có 11/26 xã gửi báo cáo tháng 5 đúng hạn.' },
  ],
  [
    'the state of last year amid goals',
    {
      heading: 'Mục tiêu',
      period: '2024',
      text: '- Tình hình năm 2023: tỷ lệ hồ sơ trực tuyến mới đạt 28,4%; 130/130 xã có cáp quang nhưng tốc độ còn thấp.',
    },
  ],
  [
    'what a place is, amid goals',
    {
      heading: 'Mục tiêu chung',
      period: '2020-2025',
      text: 'Xã có diện tích tự nhiên 1.480 ha, dân số 9.870 người, 7 thôn.',
    },
  ],
  [
    'whom each office names',
    { heading: 'Nhiệm vụ', period: '2024', text: '- Mỗi đơn vị cử 01 cán bộ làm đầu mối; phân công 02 cán bộ trực.' },
  ],
  [
    'a story that goes on with a rate raised',
    {
      period: '2025-2030',
      date: '2025-08-21',
      text: 'Nhiệm kỳ 2020-2025, xã đã đào tạo nghề cho 950 người, nâng tỷ lệ lao động qua đào tạo đạt 56%; kết nạp mới 70 đảng viên.',
    },
  ],
  [
    'what there is now',
    { period: '2025-2030', text: 'Đại hội đề ra 14 chỉ tiêu; hiện toàn huyện có 20 cơ sở lưu trú cộng đồng.' },
  ],
  [
    'the goal a result is held against',
    {
      period: '2025',
      text: 'Tỷ lệ này chưa đạt mục tiêu của Bộ đề ra là trên 95%. Mức tăng thấp hơn mục tiêu 6,5 - 7% của Kế hoạch 5 năm.',
    },
  ],
  [
    'a plan that was beaten',
    { period: '2020', text: 'Hầu hết cây trồng vượt kế hoạch giao; diện tích gieo trồng đạt 61.200 ha.' },
  ],
  [
    'a goal of last year',
    { period: '2025', date: '2025-10-19', text: 'Năm 2024, tỉnh đặt mục tiêu tăng trưởng 8,5%.' },
  ],
  [
    'shares of the sources of money',
    {
      heading: 'Nhiệm vụ',
      period: '2025',
      text: '- Nguồn vốn: ngân sách trung ương 60%, ngân sách tỉnh 25%, huy động 15%.',
    },
  ],
  [
    'those there shall be none of',
    {
      heading: 'Mục tiêu',
      period: '2025',
      text: '- Cơ bản không còn xã dưới 8 tiêu chí; xóa chi bộ dưới 5 đảng viên.',
    },
  ],
  [
    'how far one is behind the goals',
    {
      period: '2024',
      text: 'Tỷ lệ giải ngân của xã đến ngày 31/7 đạt 41,5%, thấp hơn bình quân chung của tỉnh (47,3%) và mục tiêu đề ra (60%).',
    },
  ],
  [
    'a share that brings blame',
    { period: '2024', text: 'Chủ tịch yêu cầu: riêng 3 huyện giải ngân dưới 30% phải kiểm điểm trách nhiệm.' },
  ],
  [
    'money set aside',
    { period: '2020-2025', text: 'Huyện phấn đấu; giai đoạn 2021-2023 ưu tiên bố trí 250 tỷ đồng xây đường.' },
  ],
  [
    'what a family earns',
    {
      period: '2024',
      text: 'Anh Trần Văn Bảy cho biết, gia đình anh có 3 ha na, mỗi năm thu 25 tấn quả, doanh thu 900 triệu đồng.',
    },
  ],
  [
    'what each one is given',
    { heading: 'Mục tiêu', period: '2024', text: '- Hỗ trợ chuyển đổi số, mỗi hợp tác xã 50 triệu đồng.' },
  ],
  [
    'other papers of the page',
    { period: '2024', text: 'Tin liên quan: Tỉnh Thái Sơn phấn đấu năm 2024 xuất khẩu đạt 2,5 tỷ USD' },
  ],
  [
    'what somebody says of a goal',
    { period: '2025', text: 'Đồng chí Bí thư nhấn mạnh, với kết quả quý I, mục tiêu 10% cả năm là khả thi.' },
  ],
];

describe('what is no target', () => {
  it.each(none)('%s', (_title, sample) => {
    expect(targetLines(sample)).toEqual([]);
  });
});

describe('results beside goals', () => {
  it.each([
    [
      'a comparison with the crop before',
      '- Năng suất bình quân 68 tạ/ha, cao hơn vụ trước 0,5 tạ/ha.',
      ['Năng suất bình quân | =68 tạ/ha | 2023'],
    ],
    ['pumps that are set up', '- Lắp đặt 25 máy bơm dã chiến.', ['Lắp đặt máy bơm | =25 máy bơm | 2023']],
    [
      'the year before in brackets',
      '- Giáo viên đạt chuẩn: 88% (năm học 2021-2022: 83,6%).',
      ['Giáo viên đạt chuẩn | =88 % | 2023'],
    ],
    [
      'a step of the year in brackets',
      '- Tỷ lệ giải ngân đạt 95% (quý II/2023: 40%).',
      ['Tỷ lệ giải ngân | =95 % | 2023', 'Tỷ lệ giải ngân | =40 % | quý II/2023'],
    ],
    [
      'a comparison with the year before',
      '- Tỷ lệ dự án chậm thấp hơn năm 2022; giải ngân đạt 96% kế hoạch.',
      ['giải ngân | =96 % kế hoạch | 2023'],
    ],
    [
      'what was achieved, and a rate to be raised',
      '- Phát huy kết quả đã đạt được, nâng tỷ lệ bao phủ BHYT lên 95%.',
      ['tỷ lệ bao phủ BHYT | =95 % | 2023'],
    ],
    ['a plan to be beaten', '- Phấn đấu đạt và vượt chỉ tiêu tăng trưởng 8%.', ['tăng trưởng | =8 % | 2023']],
    [
      'people sent to study',
      '- Tuyển dụng 30 bác sĩ, cử 15 bác sĩ đào tạo sau đại học.',
      ['Tuyển dụng bác sĩ | =30 bác sĩ | 2023', 'cử bác sĩ đào tạo sau đại học | =15 bác sĩ | 2023'],
    ],
  ])('tells %s from the goal', (_title, text, expected) => {
    expect(targetLines({ heading: 'mục tiêu', period: '2023', text })).toEqual(expected);
  });

  it('keeps results as observations and estimates as estimates', () => {
    const figures = figuresOf({
      period: '2026',
      text: 'Năm 2025, tỷ lệ hộ nghèo còn 3,1%; thu ngân sách ước đạt 890 tỷ đồng. Năm 2026, phấn đấu tỷ lệ hộ nghèo còn 2,4%.',
    });
    expect(figures.map(({ kind, max }) => [kind, max])).toEqual([
      ['observation', 3.1],
      ['estimate', 890],
      ['target', 2.4],
    ]);
  });
});
