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
];

describe('what is no target', () => {
  it.each(none)('%s', (_title, sample) => {
    expect(targetLines(sample)).toEqual([]);
  });
});

describe('results beside goals', () => {
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
