import { describe, expect, it } from 'vitest';
import { figuresOf, type Sample, targetLines } from './read-document.ts';

/** Words that elsewhere tell a result, money given or another time, and here do not. "name | bounds unit | period" each. */
const cases: readonly [title: string, sample: Sample, expected: string[]][] = [
  [
    'an item of a list says nothing for the next, whatever it ends with',
    {
      heading: 'Nhiệm vụ',
      period: '2026',
      text: '- Phấn đấu 90% hộ dùng nước sạch;\n- Hiện nay thôn có 50 hộ vay vốn;\n- Hỗ trợ 40 hộ phát triển sản xuất;',
    },
    ['hộ dùng nước sạch | =90 % | 2026'],
  ],
  [
    'a heading "Vào năm 2030" in a plan of several years is a level reached by then',
    { heading: 'Mục tiêu vào năm 2030', period: '2025-2030', text: '- Trên 90% rác thải được thu gom, xử lý.' },
    ['rác thải được thu gom, xử lý | >90 % | đến 2030'],
  ],
  [
    'a share of conditions to be abolished is a goal; a decision that is abolished is none',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: '- Cắt giảm ít nhất 30% chi phí tuân thủ và bãi bỏ tối thiểu 25% điều kiện kinh doanh.\n- Bãi bỏ Quyết định giao 20% chỉ tiêu.',
    },
    ['cắt giảm chi phí tuân thủ | >=30 % | 2026', 'bãi bỏ điều kiện kinh doanh | >=25 % | 2026'],
  ],
  [
    'comrades are no money, "mặt bằng" no verb, people "quần chúng" no army, nights are counted on visits',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: [
        '- Bầu 15 đồng chí vào Ban Chấp hành.',
        '- Thu ngân sách đạt 120 tỷ đồng, chi đầu tư 40 tỷ đồng.',
        '- Hoàn thành giải phóng mặt bằng 4,6 ha.',
        '- Kết nạp 02 quần chúng ưu tú vào Đảng.',
        '- Số ngày lưu trú bình quân đạt 1,5 ngày/lượt khách.',
      ].join('\n'),
    },
    [
      'Thu ngân sách | =120 tỷ đồng | 2026',
      'chi đầu tư | =40 tỷ đồng | 2026',
      'giải phóng mặt bằng | =4.6 ha | 2026',
      'Kết nạp quần chúng ưu tú vào Đảng | =2 quần chúng | 2026',
      'Số ngày lưu trú bình quân | =1.5 ngày/lượt khách | 2026',
    ],
  ],
  [
    'insurances side by side; "chỉ còn" is no name; forest that is there ("hiện có") is no result',
    {
      heading: 'Nhiệm vụ',
      period: '2026',
      text: 'Phấn đấu tỷ lệ lao động tham gia BHYT đạt 93,1%, BHXH đạt 37,8%; số hộ cận nghèo chỉ còn 140 hộ; bảo vệ tốt rừng hiện có; tỷ lệ che phủ rừng 55%.',
    },
    [
      'tỷ lệ lao động tham gia BHYT | =93.1 % | 2026',
      'tỷ lệ lao động tham gia BHXH | =37.8 % | 2026',
      'số hộ cận nghèo | =140 hộ | 2026',
      'tỷ lệ che phủ rừng | =55 % | 2026',
    ],
  ],
  [
    'all of the three counts of accidents change by a share; what is disbursed of a part; social capital that is raised; "so năm" compares',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: [
        '- Kéo giảm tai nạn giao thông trên cả 3 tiêu chí từ 5% trở lên so với năm 2025.',
        '- Tai nạn giao thông giảm cả 3 tiêu chí.',
        '- Giải ngân vốn đầu tư công đạt từ 95% kế hoạch vốn trở lên, riêng nguồn vốn ngân sách trung ương đạt 100%.',
        '- Huy động tổng nguồn vốn đầu tư xã hội: 2.150 tỷ đồng.',
        '- Giảm số thanh niên có thai ngoài ý muốn: 12% so năm 2025.',
      ].join('\n'),
    },
    [
      'giảm tai nạn giao thông trên cả 3 tiêu chí | >=5 % | 2026',
      'Tai nạn giao thông | =3 tiêu chí | 2026',
      'Giải ngân vốn đầu tư công | >=95 % kế hoạch | 2026',
      'Giải ngân vốn đầu tư công - nguồn vốn ngân sách trung ương | =100 % | 2026',
      'Huy động tổng nguồn vốn đầu tư xã hội | =2150 tỷ đồng | 2026',
      'Giảm số thanh niên có thai ngoài ý muốn | =12 % | 2026',
    ],
  ],
  [
    'the year in which a body sets goals is that of all of them; a time said for one of them alone is its own',
    {
      heading: '',
      period: '2022',
      date: '2022-12-30',
      text: 'Trên cơ sở đó, năm 2023 huyện đề ra 20 chỉ tiêu, trong đó: thu ngân sách 30 tỷ đồng; đến năm 2025 thu nhập bình quân đầu người 40 triệu đồng; tỷ lệ che phủ rừng duy trì trên 45%.',
    },
    [
      'thu ngân sách | =30 tỷ đồng | 2023',
      'thu nhập bình quân đầu người | =40 triệu đồng | đến 2025',
      'tỷ lệ che phủ rừng | >45 % | 2023',
    ],
  ],
  [
    'online services "toàn trình" and "một phần"; a day of each month counts nothing',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- Tỷ lệ hồ sơ trực tuyến toàn trình ≥70%; một phần ≥ 50%.\n- Báo cáo: định kỳ 15 hằng tháng.',
    },
    ['Tỷ lệ hồ sơ trực tuyến toàn trình | >=70 % | 2026', 'Tỷ lệ hồ sơ trực tuyến một phần | >=50 % | 2026'],
  ],
  [
    'a whole without a value names its parts; waste that is collected ("thu gom:") has none; the number of a committee counts nothing',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- Tỷ lệ rác thải sinh hoạt được thu gom: 96%\n- Cơ cấu kinh tế gồm: dịch vụ 40%, công nghiệp 60%.\n- Tỷ lệ trường đạt chuẩn quốc gia, trong đó: mầm non 80%; tiểu học 90%.\n- Ban Chỉ đạo 138 tỉnh kiểm tra 100% số xã.',
    },
    [
      'Tỷ lệ rác thải sinh hoạt được thu gom | =96 % | 2026',
      'Cơ cấu kinh tế: dịch vụ | =40 % | 2026',
      'Cơ cấu kinh tế: công nghiệp | =60 % | 2026',
      'Tỷ lệ trường đạt chuẩn quốc gia - mầm non | =80 % | 2026',
      'Tỷ lệ trường đạt chuẩn quốc gia - tiểu học | =90 % | 2026',
      'Ban Chỉ đạo 138 tỉnh kiểm tra số xã | =100 % | 2026',
    ],
  ],
  [
    'as many years behind a row of values as there are values are theirs in turn',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- Tỷ lệ hộ có nhà tiêu hợp vệ sinh đạt 70%, 80% và 92% vào các năm 2026, 2028, 2031.',
    },
    [
      'Tỷ lệ hộ có nhà tiêu hợp vệ sinh | =70 % | 2026',
      'Tỷ lệ hộ có nhà tiêu hợp vệ sinh | =80 % | 2028',
      'Tỷ lệ hộ có nhà tiêu hợp vệ sinh | =92 % | 2031',
    ],
  ],
  [
    'a bound that was said again for one year and not for the next is not meant there',
    {
      heading: 'Chỉ tiêu',
      period: '2026-2030',
      text: '- Tỷ lệ hồ sơ số đạt trên 60% vào năm 2026, trên 70% vào năm 2028 và 85% vào năm 2030.',
    },
    ['Tỷ lệ hồ sơ số | >60 % | 2026', 'Tỷ lệ hồ sơ số | >70 % | 2028', 'Tỷ lệ hồ sơ số | =85 % | 2030'],
  ],
  [
    'a value of another time in brackets behind the value of the plan; what was done is none',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- Tỷ lệ lấp đầy khu công nghiệp đạt 55% (quý III/2026: 48%).\n- Số điều dưỡng/vạn dân: 18,5 (năm 2025 thực hiện 17,2).',
    },
    [
      'Tỷ lệ lấp đầy khu công nghiệp | =55 % | 2026',
      'Tỷ lệ lấp đầy khu công nghiệp | =48 % | quý III/2026',
      'Số điều dưỡng/vạn dân | =18.5 điều dưỡng/vạn dân | 2026',
    ],
  ],
  [
    'the parts of a bare number are bare',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- Số giường bệnh/vạn dân: 28,4, trong đó: tuyến tỉnh 20,1; tuyến xã 8,3.',
    },
    [
      'Số giường bệnh/vạn dân | =28.4 giường bệnh/vạn dân | 2026',
      'Số giường bệnh/vạn dân - tuyến tỉnh | =20.1 giường bệnh/vạn dân | 2026',
      'Số giường bệnh/vạn dân - tuyến xã | =8.3 giường bệnh/vạn dân | 2026',
    ],
  ],
  [
    'words of results inside a name tell nothing',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: '- Tỷ lệ xã đạt chuẩn nông thôn mới đạt 82%.\n- Nâng tỷ lệ dự báo đúng lên 88%; tỷ lệ người được khảo sát hài lòng đạt 90%.\n- Nâng tổng số tiêu chí đạt chuẩn lên 16/19.',
    },
    [
      'Tỷ lệ xã đạt chuẩn nông thôn mới | =82 % | 2026',
      'tỷ lệ dự báo đúng | =88 % | 2026',
      'tỷ lệ người được khảo sát hài lòng | =90 % | 2026',
      'tổng số tiêu chí đạt chuẩn | =16  | 2026',
    ],
  ],
  [
    'words of money inside the name of a rate do not make it money given',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: '- Tỷ lệ người dân đóng góp ý kiến qua cổng đạt 35%.\n- Tỷ lệ lao động phi nông nghiệp đạt 78%.\n- Giá trị gia tăng công nghiệp chế biến chiếm 22% GRDP.',
    },
    [
      'Tỷ lệ người dân đóng góp ý kiến qua cổng | =35 % | 2026',
      'Tỷ lệ lao động phi nông nghiệp | =78 % | 2026',
      'Giá trị gia tăng công nghiệp chế biến | =22 % GRDP | 2026',
    ],
  ],
  [
    'determining goals is no quota',
    {
      period: '2026-2030',
      text: 'Nghị quyết xác định mục tiêu đến năm 2030: tỷ lệ đô thị hóa trên 45%.\n\nVề văn hóa, tỷ lệ gia đình văn hóa đạt 90%.\n\nĐoàn công tác đi thăm 12 hộ gia đình.',
    },
    ['tỷ lệ đô thị hóa | >45 % | đến 2030', 'tỷ lệ gia đình văn hóa | =90 % | đến 2030'],
  ],
  [
    'grades with a capital are names',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- Kết quả học tập: Tốt 20%, Khá 50%, Đạt 29%, Chưa đạt dưới 1%.',
    },
    [
      'Kết quả học tập - Tốt | =20 % | 2026',
      'Kết quả học tập - Khá | =50 % | 2026',
      'Kết quả học tập - Đạt | =29 % | 2026',
      'Kết quả học tập - Chưa đạt | <1 % | 2026',
    ],
  ],
  [
    'the same count again, joined by "và", is of the same thing',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- Khởi công ít nhất 04 dự án mới trong quý II năm 2026 và 07 dự án trong quý IV năm 2026.',
    },
    ['Khởi công dự án mới | >=4 dự án | quý II/2026', 'Khởi công dự án mới | >=7 dự án | quý IV/2026'],
  ],
  [
    'how often something is done is no period',
    {
      heading: 'Đến năm 2030',
      period: '2026-2030',
      text: 'Phấn đấu ít nhất 85% người cao tuổi được khám sức khỏe mỗi năm một lần.',
    },
    ['người cao tuổi được khám sức khỏe mỗi năm một lần | >=85 % | đến 2030'],
  ],
];

describe('words inside names', () => {
  it.each(cases)('%s', (_, sample, expected) => expect(targetLines(sample)).toEqual(expected));

  it('"mới đạt" behind a name that does not end in "mới" is a result still', () => {
    const [figure] = figuresOf({
      heading: 'Mục tiêu',
      text: '- Tỷ lệ rác được thu gom mới đạt 71,3%.',
      period: '2026',
    });
    expect(figure?.kind).toBe('observation');
  });

  it('hours and days within which something is reported are no targets', () => {
    const text = '- Các xã báo cáo ngay trong vòng 02 giờ kể từ khi xảy ra vụ việc.';
    expect(figuresOf({ heading: 'Nhiệm vụ', text, period: '2026' })).toEqual([]);
  });
});
