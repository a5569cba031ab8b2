import { describe, expect, it } from 'vitest';
import { type Sample, targetLines } from './read-document.ts';

const goals = (text: string, sample: Partial<Sample> = {}): Sample => ({ heading: 'mục tiêu', text, ...sample });

const cases: readonly [title: string, sample: Sample, expected: string[]][] = [
  [
    'takes the parts of a later time from that time',
    goals(
      '- Đến năm 2024 trồng 1.500 ha dược liệu, trong đó sâm 100 ha; đến năm 2028 trồng 4.000 ha dược liệu, trong đó sâm khoảng 350 ha.',
      { period: '2021-2025' },
    ),
    [
      'trồng dược liệu | =1500 ha | đến 2024',
      'trồng dược liệu - sâm | =100 ha | đến 2024',
      'trồng dược liệu | =4000 ha | đến 2028',
      'trồng dược liệu - sâm | ~350 ha | đến 2028',
    ],
  ],
  [
    'goes on with the whole at a later time behind its parts',
    goals(
      '- Đàn trâu đến năm 2024 đạt 9.000 con, trong đó trâu lai 20%; đến năm 2028 đạt 12.000 con, trong đó trâu lai 45%.',
    ),
    [
      'Đàn trâu | =9000 con | đến 2024',
      'Đàn trâu - trâu lai | =20 % | đến 2024',
      'Đàn trâu | =12000 con | đến 2028',
      'Đàn trâu - trâu lai | =45 % | đến 2028',
    ],
  ],
  [
    'gives the time behind a list to all in it',
    goals('- Thành lập 15 hợp tác xã, 08 tổ hợp tác và phát triển 40 sản phẩm OCOP trong năm 2023.', {
      period: '2021-2025',
    }),
    [
      'Thành lập hợp tác xã | =15 hợp tác xã | 2023',
      'Thành lập tổ hợp tác | =8 tổ hợp tác | 2023',
      'phát triển sản phẩm OCOP | =40 sản phẩm | 2023',
    ],
  ],
  [
    'gives it to no rate named before its value',
    goals('- Tỷ lệ hộ nghèo giảm 2%/năm, tỷ lệ lao động qua đào tạo đạt 70% vào năm 2024.', { period: '2021-2025' }),
    ['Tỷ lệ hộ nghèo | =2 %/năm | 2021-2025', 'tỷ lệ lao động qua đào tạo | =70 % | đến 2024'],
  ],
  [
    'reads "vào năm" as "đến", but in a plan for that year',
    goals('- Tỷ lệ số hóa hồ sơ đạt 80% vào năm 2026.', { period: '2026' }),
    ['Tỷ lệ số hóa hồ sơ | =80 % | 2026'],
  ],
  [
    'reads "vào năm" as "đến" without any plan',
    goals('- Tỷ lệ số hóa hồ sơ đạt 80% vào năm 2026 và 95% vào năm 2028.'),
    ['Tỷ lệ số hóa hồ sơ | =80 % | đến 2026', 'Tỷ lệ số hóa hồ sơ | =95 % | đến 2028'],
  ],
  [
    'reads months and the end of the year in the year of the plan',
    goals(
      '- Phấn đấu trong tháng 7 gieo thêm 250 ha lúa.\n- Tỷ lệ giải ngân đến hết tháng 6 đạt 45%, đến hết năm đạt 98%.\n- Nâng tỷ lệ xã có chợ lên 60% vào cuối năm.',
      { period: '2023' },
    ),
    [
      'gieo lúa | =250 ha | tháng 7/2023',
      'Tỷ lệ giải ngân | =45 % | tháng 6/2023',
      'Tỷ lệ giải ngân | =98 % | 2023',
      'tỷ lệ xã có chợ | =60 % | cuối năm 2023',
    ],
  ],
  [
    'takes a quarter from the year said before it',
    goals('- Năm 2022, nạo vét 5 km kênh; sửa chữa 03 hồ chứa trong quý II.', { period: '2021-2025' }),
    ['nạo vét kênh | =5 km | 2022', 'sửa chữa hồ chứa | =3 hồ chứa | quý II/2022'],
  ],
  [
    'takes a quarter of a document for no time from its day of issue',
    goals('- Trong quý II cấp 500 giấy chứng nhận; năm nay đào tạo 200 lao động.', { date: '2022-02-18' }),
    ['cấp giấy chứng nhận | =500 giấy chứng nhận | quý II/2022', 'đào tạo lao động | =200 lao động | 2022'],
  ],
  [
    'reads the end of a term as its last year',
    goals('- Phấn đấu đến cuối nhiệm kỳ có 100% thôn có nhà văn hóa.', { period: '2020-2025' }),
    ['thôn có nhà văn hóa | =100 % | đến 2025'],
  ],
  [
    'takes no time from where something comes from',
    goals(
      '- Thu hồi tối thiểu 75% số nợ của năm 2019 chuyển sang; giải quyết 100% đơn tồn đọng từ năm 2018 trở về trước.',
      {
        period: '2020',
      },
    ),
    [
      'Thu hồi số nợ của năm 2019 chuyển sang | >=75 % | 2020',
      'giải quyết đơn tồn đọng từ năm 2018 trở về trước | =100 % | 2020',
    ],
  ],
  [
    'keeps an exception for the value behind it',
    goals('1. Người cao tuổi: 100%, riêng năm học 2023-2024 không thấp hơn 97%.', { period: '2023-2025' }),
    ['Người cao tuổi | =100 % | 2023-2025', 'Người cao tuổi | >=97 % | năm học 2023-2024'],
  ],
  [
    'comes back to the span behind what is yearly in it',
    goals(
      '- Giai đoạn 2026 - 2030: bình quân mỗi năm giảm 1,5% hộ nghèo; bình quân mỗi năm kết nạp 90 đoàn viên; trồng 40 km đường hoa.',
      {
        period: '2021-2030',
      },
    ),
    [
      'giảm hộ nghèo | =1.5 % | bình quân hằng năm 2026-2030',
      'kết nạp đoàn viên | =90 đoàn viên | bình quân hằng năm 2026-2030',
      'trồng đường hoa | =40 km | 2026-2030',
    ],
  ],
  [
    'reads "hằng năm giai đoạn từ năm … đến năm …"',
    goals('- Giảm 3% số vụ tảo hôn hằng năm giai đoạn từ năm 2026 đến năm 2030.', { period: '2021-2030' }),
    ['giảm số vụ tảo hôn | =3 % | hằng năm 2026-2030'],
  ],
  [
    'joins a span of years that a line break cut',
    { text: 'Điều 1. Phê duyệt mục tiêu giai đoạn 2009\n- 2020 của huyện\n- Sản lượng gỗ đạt 900 m3.' },
    ['Sản lượng gỗ | =900 m3 | 2009-2020'],
  ],
  [
    'lets a period behind the announcement of goals govern the sentence',
    {
      text: 'Đại hội đề ra mục tiêu phấn đấu đến năm 2030 thu nhập bình quân đạt 90 triệu đồng; tỷ lệ hộ nghèo dưới 1%.',
      period: '2024',
    },
    ['thu nhập bình quân | =90 triệu đồng | đến 2030', 'tỷ lệ hộ nghèo | <1 % | đến 2030'],
  ],
  [
    'gives the years of the row before to a row of parts in turn',
    goals(
      '- Tỷ lệ hộ dùng nước sạch đạt 60% vào năm 2025 và 85% vào năm 2030; riêng vùng ven biển lần lượt là 45% và 70%.',
    ),
    [
      'Tỷ lệ hộ dùng nước sạch | =60 % | đến 2025',
      'Tỷ lệ hộ dùng nước sạch | =85 % | đến 2030',
      'Tỷ lệ hộ dùng nước sạch - vùng ven biển | =45 % | đến 2025',
      'Tỷ lệ hộ dùng nước sạch - vùng ven biển | =70 % | đến 2030',
    ],
  ],
  [
    'parts no years among groups that each have them all',
    goals(
      '- Giảm tỷ lệ béo phì xuống dưới 6% đối với nông thôn và dưới 11% đối với thành thị vào năm 2025 và năm 2030.',
    ),
    ['tỷ lệ béo phì đối với nông thôn | <6 % | đến 2025', 'tỷ lệ béo phì đối với thành thị | <11 % | đến 2025'],
  ],
  [
    'lets "mỗi năm" behind a field govern its clause',
    goals(
      '- Công tác phát triển Đảng, mỗi năm kết nạp 120 đảng viên, không để quá 2% đảng viên vi phạm. Có thêm 4 chi bộ.',
      {
        period: '2020-2025',
      },
    ),
    [
      'kết nạp đảng viên | =120 đảng viên | hằng năm 2020-2025',
      'đảng viên vi phạm | <=2 % | hằng năm 2020-2025',
      'chi bộ | =4 chi bộ | 2020-2025',
    ],
  ],
  [
    'reads months so far and months that open a clause',
    goals(
      '- Tỷ lệ giải ngân: quý I đạt 12%; 6 tháng đạt 40%; 9 tháng đạt 72%; hết năm đạt 97%.\n- Tháng 3 thu hoạch 150 tấn.',
      {
        period: '2024',
      },
    ),
    [
      'Tỷ lệ giải ngân | =12 % | quý I/2024',
      'Tỷ lệ giải ngân | =40 % | 6 tháng đầu năm 2024',
      'Tỷ lệ giải ngân | =72 % | 9 tháng năm 2024',
      'Tỷ lệ giải ngân | =97 % | 2024',
      'thu hoạch | =150 tấn | tháng 3/2024',
    ],
  ],
  [
    'gives each of a row of years its own count',
    goals('- Năm 2022 có 4 xã, năm 2023 có 7 xã, năm 2024 có 11 xã và năm 2025 có 16 xã đạt chuẩn nông thôn mới.', {
      period: '2021-2025',
    }),
    [4, 7, 11, 16].map((count, at) => `xã đạt chuẩn nông thôn mới | =${count} xã | ${2022 + at}`),
  ],
  [
    'sets no goal for a term that an earlier sentence told of',
    {
      text: 'Nhiệm kỳ 2020-2025, tỷ lệ hộ nghèo giảm còn 3,2%. Nhiệm kỳ tới, Đảng bộ phấn đấu tỷ lệ hộ nghèo dưới 1%.',
      period: '2025-2030',
      date: '2025-08-10',
    },
    ['tỷ lệ hộ nghèo | <1 % | 2025-2030'],
  ],
  [
    'reads "từ năm" as a time that goes on',
    goals('- Từ năm 2024 trở đi tiếp nhận 300 sinh viên.', { period: '2024', date: '2024-03-01' }),
    ['tiếp nhận sinh viên | =300 sinh viên | từ 2024'],
  ],
  [
    'takes the years of an average from the total before it',
    goals(
      '- Tổng vốn đầu tư 5 năm 2021-2025 đạt 50.000 tỷ đồng, bình quân mỗi năm 10.000 tỷ đồng; định hướng đến năm 2030 đạt 90.000 tỷ đồng.',
      {
        period: '2020-2025',
      },
    ),
    [
      'Tổng vốn đầu tư | =50000 tỷ đồng | 2021-2025',
      'Tổng vốn đầu tư | =10000 tỷ đồng | bình quân hằng năm 2021-2025',
      'Tổng vốn đầu tư | =90000 tỷ đồng | đến 2030',
    ],
  ],
  [
    'takes no time from a bracket that tells of something else',
    goals(
      '- Phấn đấu tăng 2 bậc chỉ số cải cách hành chính (năm 2024 xếp thứ 38); tỷ lệ hài lòng đạt 90% (đến năm 2026).',
      {
        period: '2025',
      },
    ),
    ['chỉ số cải cách hành chính | =2 bậc | 2025', 'tỷ lệ hài lòng | =90 % | đến 2026'],
  ],
  [
    'keeps a last day out of the name, and takes it for the time only where nothing else tells',
    goals('- Trước ngày 30/6/2024 rà soát 100% hồ sơ.', { period: '2024' }),
    ['rà soát hồ sơ | =100 % | 2024'],
  ],
  [
    'reads the day something must be done by in a document for no time',
    goals('- Ký cam kết với 100% hộ có nương rẫy, hoàn thành trước ngày 25/3/2024.'),
    ['Ký cam kết với hộ có nương rẫy | =100 % | trước 25/3/2024'],
  ],
  [
    'names the lines of years below an indicator by it',
    goals(
      '- Tỷ lệ bao phủ bảo hiểm y tế:\n+ Năm 2023: 91%.\n+ Năm 2024 đạt 93%.\n- Số lao động được đào tạo nghề:\n+ Giai đoạn 2021-2023: 3.000 người;\n+ Giai đoạn 2024-2025: 2.500 người.',
      {
        period: '2021-2025',
      },
    ),
    [
      'Tỷ lệ bao phủ bảo hiểm y tế | =91 % | 2023',
      'Tỷ lệ bao phủ bảo hiểm y tế | =93 % | 2024',
      'Số lao động được đào tạo nghề | =3000 người | 2021-2023',
      'Số lao động được đào tạo nghề | =2500 người | 2024-2025',
    ],
  ],
  [
    'reads years in recognised pages and behind a source',
    goals(
      '- Đến nãm 2025 tỷ lệ đô thị hóa đạt 40%.\n- Theo Quy hoạch, đến năm 2030, GRDP tăng 8,5%/năm; quy mô dân số 1,4 triệu người.',
      {
        period: '2024',
      },
    ),
    [
      'tỷ lệ đô thị hóa | =40 % | đến 2025',
      'GRDP | =8.5 %/năm | đến 2030',
      'quy mô dân số | =1.4 triệu người | đến 2030',
    ],
  ],
  [
    'reads a month in brackets',
    goals('- Đợt đầu tiêm 9.000 liều (tháng 4); đợt sau tiêm 11.000 liều (tháng 10).', { period: '2025' }),
    ['Đợt đầu tiêm | =9000 liều | tháng 4/2025', 'đợt sau tiêm | =11000 liều | tháng 10/2025'],
  ],
  [
    'reads so much done a year as set for each year of the term, and a level a year as one of its end',
    {
      heading: 'Mục tiêu đến năm 2025',
      period: '2021-2025',
      text: '- Giải quyết việc làm cho 1.300 lao động/năm.\n- Sản lượng gỗ đạt 5.000 m3/năm; thu nhập bình quân 75 triệu đồng/năm; đón 2 triệu lượt khách/năm.',
    },
    [
      'Giải quyết việc làm | =1300 lao động/năm | hằng năm 2021-2025',
      'Sản lượng gỗ | =5000 m3/năm | đến 2025',
      'thu nhập bình quân | =75 triệu đồng/năm | đến 2025',
      'đón lượt khách | =2 triệu lượt khách/năm | đến 2025',
    ],
  ],
  [
    'reads seasons in brackets as parts, and in sentences as times',
    goals(
      '- Diện tích gieo trồng 12.600 ha (vụ Đông Xuân 2022-2023: 6.100 ha; vụ Mùa: 2.000 ha).\n- Diện tích ngô vụ Đông 2023-2024 đạt 900 ha.',
      {
        period: '2023',
      },
    ),
    [
      'Diện tích gieo trồng | =12600 ha | 2023',
      'Diện tích gieo trồng - vụ Đông Xuân 2022-2023 | =6100 ha | 2023',
      'Diện tích gieo trồng - vụ Mùa | =2000 ha | 2023',
      'Diện tích ngô | =900 ha | vụ đông 2023-2024',
    ],
  ],
  [
    'takes lengths and areas to be worked on for goals amid tasks',
    {
      heading: 'Nhiệm vụ',
      period: '2023',
      text: '- Kiên cố hóa 12 km kênh mương, hoàn thành trước ngày 31/12/2023; nạo vét 25 km kênh (hoàn thành trong quý II).',
    },
    ['Kiên cố hóa kênh mương | =12 km | 2023', 'nạo vét kênh | =25 km | quý II/2023'],
  ],
  [
    'reads outlooks, two years joined, and what comes after a year',
    goals(
      '- Giai đoạn 2021 - 2025, tầm nhìn 2030: tỷ lệ đô thị hóa 38%.\n- Trong năm 2024 và năm 2025 đào tạo 3.000 lao động.\n- Trước năm 2025 xóa 100% nhà tạm; sau năm 2025 duy trì 95%.\n- Tỷ lệ lao động qua đào tạo tăng từ 55% năm 2021 lên 65% năm 2025.',
      { period: '2021-2025' },
    ),
    [
      'tỷ lệ đô thị hóa | =38 % | 2021-2025',
      'đào tạo lao động | =3000 lao động | 2024-2025',
      'xóa nhà tạm | =100 % | trước 2025',
      'xóa nhà tạm | =95 % | từ 2026',
      'Tỷ lệ lao động qua đào tạo | =65 % | 2025',
    ],
  ],
];

describe('periods of targets from what stands around them', () => {
  it.each(cases)('%s', (_title, sample, expected) => {
    expect(targetLines(sample)).toEqual(expected);
  });
});
