import { describe, expect, it } from 'vitest';
import { type Sample, targetLines } from './read-document.ts';

/** Sentences of our own in the styles of the genre, with the targets they set: "name | bounds unit | period". */
const cases: readonly [title: string, sample: Sample, expected: string[]][] = [
  [
    'value before the name, obligation in a list',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: '- 100% trạm y tế xã có bác sĩ làm việc; tối thiểu 85% trẻ em được tiêm chủng đầy đủ.',
    },
    ['trạm y tế xã có bác sĩ làm việc | =100 % | 2026', 'trẻ em được tiêm chủng đầy đủ | >=85 % | 2026'],
  ],
  [
    'value after the name with a verb, without one, and after a colon',
    {
      heading: 'Chỉ tiêu',
      period: '2027',
      text: '- Tỷ lệ giải ngân vốn đầu tư công đạt 95%.\n- Tỉ lệ đô thị hóa 41,5%.\n- Tỷ lệ nhựa hóa đường xã: 70%.',
    },
    [
      'Tỷ lệ giải ngân vốn đầu tư công | =95 % | 2027',
      'Tỉ lệ đô thị hóa | =41.5 % | 2027',
      'Tỷ lệ nhựa hóa đường xã | =70 % | 2027',
    ],
  ],
  [
    'lower bounds in their many words',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: 'Thu nội địa trên 9.200 tỷ đồng; thu nhập bình quân hơn 78 triệu đồng/người; tỷ lệ hộ dùng nước sạch từ 92% trở lên; tỷ lệ hồ sơ đúng hạn không thấp hơn 98%; tỷ lệ che phủ rừng ≥ 54%; tỷ lệ phòng học kiên cố ít nhất 90%.',
    },
    [
      'Thu nội địa | >9200 tỷ đồng | 2026',
      'thu nhập bình quân | >78 triệu đồng/người | 2026',
      'tỷ lệ hộ dùng nước sạch | >=92 % | 2026',
      'tỷ lệ hồ sơ đúng hạn | >=98 % | 2026',
      'tỷ lệ che phủ rừng | >=54 % | 2026',
      'tỷ lệ phòng học kiên cố | >=90 % | 2026',
    ],
  ],
  [
    'upper bounds and approximations',
    {
      heading: 'Chỉ tiêu chủ yếu',
      period: '2026',
      text: 'Tỷ lệ thất nghiệp thành thị dưới 3,2%; bội chi ngân sách không quá 4% GDP; khống chế tỷ lệ sinh con thứ ba dưới 6%; lạm phát khoảng 4%; dân số trung bình xấp xỉ 1,2 triệu người.',
    },
    [
      'Tỷ lệ thất nghiệp thành thị | <3.2 % | 2026',
      'bội chi ngân sách | <=4 % GDP | 2026',
      'tỷ lệ sinh con thứ ba | <6 % | 2026',
      'lạm phát | ~4 % | 2026',
      'dân số trung bình | ~1.2 triệu người | 2026',
    ],
  ],
  [
    'ranges however they are written',
    {
      heading: 'Chỉ tiêu',
      period: '2021-2025',
      text: 'Tốc độ tăng GRDP bình quân 7 - 7,5%/năm; tỷ trọng dịch vụ 42% – 45%; tỷ lệ hộ nghèo giảm từ 1,5 đến 2%/năm; tổng vốn đầu tư toàn xã hội 45.000-50.000 tỷ đồng; tỷ lệ đô thị hóa từ 38 - 40%.',
    },
    [
      'Tốc độ tăng GRDP bình quân | 7..7.5 %/năm | 2021-2025',
      'tỷ trọng dịch vụ | 42..45 % | 2021-2025',
      'tỷ lệ hộ nghèo | 1.5..2 %/năm | 2021-2025',
      'tổng vốn đầu tư toàn xã hội | 45000..50000 tỷ đồng | 2021-2025',
      'tỷ lệ đô thị hóa | 38..40 % | 2021-2025',
    ],
  ],
  [
    'changes: more, less, down to, up to',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: 'Tăng thêm 12 phòng học bộ môn; giảm từ 20% xuống còn 15% tỷ lệ chuyển tuyến; nâng tỷ lệ cấp nước sạch nông thôn lên 66%; tỷ lệ hộ cận nghèo giảm còn 3,4%; có thêm 07 sản phẩm OCOP.',
    },
    [
      'phòng học bộ môn | =12 phòng học | 2026',
      'tỷ lệ chuyển tuyến | =15 % | 2026',
      'tỷ lệ cấp nước sạch nông thôn | =66 % | 2026',
      'tỷ lệ hộ cận nghèo | =3.4 % | 2026',
      'sản phẩm OCOP | =7 sản phẩm | 2026',
    ],
  ],
  [
    'compound units and one unit for two values',
    {
      heading: 'Chỉ tiêu xã hội',
      period: 'đến 2030',
      text: 'Đạt 19 bác sĩ và 35 giường bệnh/1 vạn dân; tỷ số tử vong mẹ dưới 38/100.000 trẻ đẻ sống; sản lượng lương thực 620 kg/người/năm; bình quân mỗi xã đạt 18,5 tiêu chí.',
    },
    [
      'bác sĩ/1 vạn dân | =19 bác sĩ/1 vạn dân | đến 2030',
      'giường bệnh/1 vạn dân | =35 giường bệnh/1 vạn dân | đến 2030',
      'tỷ số tử vong mẹ | <38 /100.000 trẻ đẻ sống | đến 2030',
      'sản lượng lương thực | =620 kg/người/năm | đến 2030',
      'số tiêu chí bình quân mỗi xã | =18.5 tiêu chí | đến 2030',
    ],
  ],
  [
    'one indicator at two times, the comparator said once',
    {
      heading: 'Mục tiêu',
      period: '2026-2030',
      text: '- Tỷ lệ trường học thông minh khoảng 25% đến năm 2028, 40% đến năm 2030.\n- Tỷ lệ bệnh án điện tử: đến năm 2027 đạt 70%, đến năm 2030 đạt 100%.',
    },
    [
      'Tỷ lệ trường học thông minh | ~25 % | đến 2028',
      'Tỷ lệ trường học thông minh | ~40 % | đến 2030',
      'Tỷ lệ bệnh án điện tử | =70 % | đến 2027',
      'Tỷ lệ bệnh án điện tử | =100 % | đến 2030',
    ],
  ],
  [
    'a verb said once for a list',
    {
      heading: 'Chỉ tiêu',
      period: '2024',
      text: 'Duy trì 88% gia đình văn hóa, 92% cơ quan đạt chuẩn văn hóa, 75% thôn văn hóa.',
    },
    [
      'gia đình văn hóa đạt chuẩn văn hóa | =88 % | 2024',
      'cơ quan đạt chuẩn văn hóa | =92 % | 2024',
      'thôn văn hóa | =75 % | 2024',
    ],
  ],
  [
    'parts in brackets, after "trong đó" and after "riêng"',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: 'Tốc độ tăng giá trị tăng thêm 8,6% (trong đó: nông nghiệp 3,1%; công nghiệp 12,4%; dịch vụ 7,9%). Tỷ lệ hộ nghèo giảm 2,5%, riêng các xã biên giới giảm 5%. Tổng thu ngân sách 6.700 tỷ đồng, trong đó thu nội địa 5.900 tỷ đồng.',
    },
    [
      'Tốc độ tăng giá trị tăng thêm | =8.6 % | 2026',
      'Tốc độ tăng giá trị tăng thêm - nông nghiệp | =3.1 % | 2026',
      'Tốc độ tăng giá trị tăng thêm - công nghiệp | =12.4 % | 2026',
      'Tốc độ tăng giá trị tăng thêm - dịch vụ | =7.9 % | 2026',
      'Tỷ lệ hộ nghèo | =2.5 % | 2026',
      'Tỷ lệ hộ nghèo - các xã biên giới | =5 % | 2026',
      'Tổng thu ngân sách | =6700 tỷ đồng | 2026',
      'thu nội địa | =5900 tỷ đồng | 2026',
    ],
  ],
  [
    'parts of a structure and of a labelled indicator',
    {
      heading: 'Chỉ tiêu',
      period: 'đến 2030',
      text: '- Cơ cấu kinh tế: nông, lâm, thủy sản 12%, công nghiệp - xây dựng 48%, dịch vụ 40%.\n- Tỷ lệ trường đạt chuẩn quốc gia: mầm non 72%, tiểu học 85%, THCS 78%.',
    },
    [
      'Cơ cấu kinh tế: nông, lâm, thủy sản | =12 % | đến 2030',
      'Cơ cấu kinh tế: công nghiệp - xây dựng | =48 % | đến 2030',
      'Cơ cấu kinh tế: dịch vụ | =40 % | đến 2030',
      'Tỷ lệ trường đạt chuẩn quốc gia - mầm non | =72 % | đến 2030',
      'Tỷ lệ trường đạt chuẩn quốc gia - tiểu học | =85 % | đến 2030',
      'Tỷ lệ trường đạt chuẩn quốc gia - THCS | =78 % | đến 2030',
    ],
  ],
  [
    'a lead-in line gives goal and period to the list below it',
    {
      heading: 'Nhiệm vụ trọng tâm',
      period: '2021-2025',
      text: 'Phấn đấu đến năm 2025:\n- Số doanh nghiệp hoạt động đạt 4.500 doanh nghiệp.\n- Lũy kế có 60 hợp tác xã nông nghiệp.\nPhấn đấu đến năm 2030:\n- Số doanh nghiệp hoạt động đạt 7.000 doanh nghiệp.',
    },
    [
      'Số doanh nghiệp hoạt động | =4500 doanh nghiệp | đến 2025',
      'hợp tác xã nông nghiệp (lũy kế) | =60 hợp tác xã | đến 2025',
      'Số doanh nghiệp hoạt động | =7000 doanh nghiệp | đến 2030',
    ],
  ],
  [
    'the period nearest to the value wins',
    {
      heading: 'Các chỉ tiêu nhiệm kỳ 2025 - 2030',
      period: '2025-2030',
      text: 'Hằng năm kết nạp từ 40 đảng viên trở lên. Bình quân hằng năm giảm tỷ lệ hộ nghèo 0,5%. Thu nhập bình quân đầu người vào năm 2030 đạt 120 triệu đồng. Tỷ lệ đường thôn được cứng hóa 96%.',
    },
    [
      'kết nạp đảng viên | >=40 đảng viên | hằng năm 2025-2030',
      'giảm tỷ lệ hộ nghèo | =0.5 % | bình quân hằng năm 2025-2030',
      'Thu nhập bình quân đầu người | =120 triệu đồng | đến 2030',
      'Tỷ lệ đường thôn được cứng hóa | =96 % | 2025-2030',
    ],
  ],
  [
    'years of other things are not the period',
    {
      heading: 'Chỉ tiêu',
      period: '2024',
      text: 'Tỷ lệ hộ nghèo giảm 1,2% theo chuẩn nghèo giai đoạn 2022 - 2025; giá trị sản xuất nông nghiệp (giá so sánh 2010) đạt 3.150 tỷ đồng; tai nạn giao thông giảm 5% so với năm 2023.',
    },
    [
      'Tỷ lệ hộ nghèo | =1.2 % | 2024',
      'giá trị sản xuất nông nghiệp | =3150 tỷ đồng | 2024',
      'tai nạn giao thông | =5 % | 2024',
    ],
  ],
  [
    'without any period the document gives none',
    { heading: 'Mục tiêu', text: '- Tỷ lệ hài lòng của người dân đạt trên 90%.' },
    ['Tỷ lệ hài lòng của người dân | >90 % | không nêu'],
  ],
  [
    'end of the year',
    {
      heading: 'Mục tiêu',
      period: '2022',
      text: 'Phấn đấu đến cuối năm 2022 có thêm 02 xã đạt chuẩn nông thôn mới nâng cao.',
    },
    ['xã đạt chuẩn nông thôn mới nâng cao | =2 xã | cuối năm 2022'],
  ],
  [
    'a predicate said once for two bodies',
    {
      heading: 'Về xây dựng Đảng',
      period: '2026',
      text: 'Phấn đấu có trên 92% chi bộ và trên 88% đảng bộ cơ sở hoàn thành tốt nhiệm vụ; 100% cấp ủy ban hành quy chế làm việc.',
    },
    [
      'chi bộ hoàn thành tốt nhiệm vụ | >92 % | 2026',
      'đảng bộ cơ sở hoàn thành tốt nhiệm vụ | >88 % | 2026',
      'cấp ủy ban hành quy chế làm việc | =100 % | 2026',
    ],
  ],
  [
    'a relational noun takes the thing spoken of',
    {
      heading: 'Chỉ tiêu',
      period: '2026-2030',
      text: 'Tổng vốn đầu tư toàn xã hội: Tăng bình quân trên 11%/năm; tỉ trọng chiếm từ 32-34% so với GRDP. Thu ngân sách: Đạt trên 9,5 ngàn tỉ đồng, tốc độ tăng bình quân 10%/năm.',
    },
    [
      'Tổng vốn đầu tư toàn xã hội | >11 %/năm | 2026-2030',
      'Tổng vốn đầu tư toàn xã hội, tỉ trọng | 32..34 % so với GRDP | 2026-2030',
      'Thu ngân sách | >9.5 ngàn tỉ đồng | 2026-2030',
      'Thu ngân sách, tốc độ tăng bình quân | =10 %/năm | 2026-2030',
    ],
  ],
  [
    'level and growth of one thing',
    { heading: 'Chỉ tiêu', period: '2026', text: 'Kim ngạch xuất khẩu đạt 2,4 tỷ USD, tăng 9% so với năm 2025.' },
    ['Kim ngạch xuất khẩu | =2.4 tỷ USD | 2026', 'Kim ngạch xuất khẩu, mức tăng | =9 % | 2026'],
  ],
  [
    'what must not be turns a bound around',
    { heading: 'Mục tiêu', period: '2026', text: 'Không để nợ xấu vượt quá 3% tổng dư nợ.' },
    ['nợ xấu | <=3 % tổng dư nợ | 2026'],
  ],
  [
    'tasks with an obligation',
    {
      heading: 'Nhiệm vụ, giải pháp',
      period: '2026',
      text: '1. Sở Khoa học và Công nghệ bảo đảm 100% cơ quan nhà nước sử dụng chữ ký số; số hóa tối thiểu 80% hồ sơ lưu trữ.',
    },
    ['cơ quan nhà nước sử dụng chữ ký số | =100 % | 2026', 'số hóa hồ sơ lưu trữ | >=80 % | 2026'],
  ],
  [
    'a newspaper that tells of a plan',
    {
      period: '2025',
      date: '2025-02-11',
      text: 'Năm 2024, sản lượng thủy sản của huyện đạt 31.200 tấn, tăng 4% so với năm 2023.\n\nTheo kế hoạch, năm 2025 huyện phấn đấu nâng sản lượng thủy sản lên 33.000 tấn; diện tích nuôi tôm công nghệ cao đạt 450 ha; giải quyết việc làm cho 2.800 lao động.',
    },
    [
      'sản lượng thủy sản | =33000 tấn | 2025',
      'diện tích nuôi tôm công nghệ cao | =450 ha | 2025',
      'giải quyết việc làm | =2800 lao động | 2025',
    ],
  ],
  [
    'a number word with a bound',
    { heading: 'Mục tiêu', period: '2026', text: 'Mỗi huyện có ít nhất một cơ sở chăm sóc người cao tuổi.' },
    ['số cơ sở chăm sóc người cao tuổi mỗi huyện | >=1 cơ sở | 2026'],
  ],
  [
    'leading zeros and large numbers',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: 'Xây dựng mới 05 cầu dân sinh; trồng mới 1.250 ha rừng; tổng thu 116.000 triệu đồng; kinh tế tăng trưởng 05 - 06%/năm.',
    },
    [
      'Xây dựng mới cầu dân sinh | =5 cầu | 2026',
      'trồng mới rừng | =1250 ha | 2026',
      'tổng thu | =116000 triệu đồng | 2026',
      'kinh tế | 5..6 %/năm | 2026',
    ],
  ],
  [
    'so many of so many',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- 14/15 xã đạt chuẩn quốc gia về y tế; duy trì 09/10 trường đạt chuẩn.',
    },
    ['xã đạt chuẩn quốc gia về y tế | =14 xã | 2026', 'trường đạt chuẩn | =9 trường | 2026'],
  ],
  [
    'typing slips and missing marks of OCR',
    {
      heading: 'Chỉ tiêu',
      period: '2023',
      text: 'Tỷ lệ hộ nghèo giam từ 3% trờ lên; tỷ lệ trẻ em đi học đúng độ tuôi đat trên 97%; tôi thiểu 60% hộ có nhà tiêu hợp vệ sinh.',
    },
    [
      'Tỷ lệ hộ nghèo | >=3 % | 2023',
      'tỷ lệ trẻ em đi học đúng độ tuôi | >97 % | 2023',
      'hộ có nhà tiêu hợp vệ sinh | >=60 % | 2023',
    ],
  ],
  [
    'a hard-wrapped line',
    {
      heading: 'Chỉ tiêu',
      period: '2023',
      text: '- Tỷ lệ lao động qua đào tạo đạt\n60,5 %, trong đó có bằng cấp, chứng\nchỉ 29,4%.',
    },
    [
      'Tỷ lệ lao động qua đào tạo | =60.5 % | 2023',
      'Tỷ lệ lao động qua đào tạo - có bằng cấp, chứng chỉ | =29.4 % | 2023',
    ],
  ],
  [
    'numbered goals in one paragraph',
    {
      period: '2026',
      text: 'Các chỉ tiêu chủ yếu: (1) Thu ngân sách đạt 320 tỷ đồng; (2) GRDP bình quân đầu người trên 80 triệu đồng; (3) Phấn đấu thành lập mới 45 doanh nghiệp.',
    },
    [
      'Thu ngân sách | =320 tỷ đồng | 2026',
      'GRDP bình quân đầu người | >80 triệu đồng | 2026',
      'thành lập mới doanh nghiệp | =45 doanh nghiệp | 2026',
    ],
  ],
  [
    'emphasis of Markdown is no part of a value',
    { heading: 'Chỉ tiêu', period: '2026', text: '- Tỷ lệ xã có **bác sĩ**: đạt **95%**.' },
    ['Tỷ lệ xã có bác sĩ | =95 % | 2026'],
  ],
  [
    'a share of the population or of the economy',
    {
      heading: 'Mục tiêu',
      period: 'đến 2030',
      text: 'Bảo hiểm y tế bao phủ trên 96% dân số; kinh tế số đóng góp khoảng 25% GRDP; chi cho khoa học đạt 1,5% GDP.',
    },
    [
      'Bảo hiểm y tế bao phủ | >96 % dân số | đến 2030',
      'kinh tế số đóng góp | ~25 % GRDP | đến 2030',
      'chi cho khoa học | =1.5 % GDP | đến 2030',
    ],
  ],
  [
    'an agent before the value is no part of the name',
    {
      heading: 'Mục tiêu',
      period: 'đến 2030',
      text: 'Đến năm 2030, toàn tỉnh có trên 70% số xã đạt chuẩn nông thôn mới nâng cao; cả nước có 30 khu công nghiệp sinh thái.',
    },
    [
      'số xã đạt chuẩn nông thôn mới nâng cao | >70 % | đến 2030',
      'khu công nghiệp sinh thái | =30 khu công nghiệp | đến 2030',
    ],
  ],
  [
    'town and country in one sentence',
    {
      heading: 'Chỉ tiêu môi trường',
      period: '2026',
      text: 'Tỷ lệ dân cư thành thị dùng nước sạch đạt 98%, nông thôn đạt 82%.',
    },
    ['Tỷ lệ dân cư thành thị dùng nước sạch | =98 % | 2026', 'Tỷ lệ dân cư nông thôn dùng nước sạch | =82 % | 2026'],
  ],
  [
    'traffic safety',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'Giảm ít nhất 5% số vụ, số người chết và số người bị thương do tai nạn giao thông.',
    },
    ['giảm số vụ, số người chết và số người bị thương do tai nạn giao thông | >=5 % | 2026'],
  ],
  [
    'administrative reform in news of a ministry',
    {
      period: '2026',
      text: 'Bộ đặt mục tiêu cắt giảm tối thiểu 30% thời gian giải quyết thủ tục hành chính, 30% chi phí tuân thủ và phấn đấu 80% hồ sơ được giải quyết trực tuyến.',
    },
    [
      'cắt giảm thời gian giải quyết thủ tục hành chính | >=30 % | 2026',
      'cắt giảm chi phí tuân thủ | =30 % | 2026',
      'hồ sơ được giải quyết trực tuyến | =80 % | 2026',
    ],
  ],
  [
    'education',
    {
      heading: 'Chỉ tiêu phấn đấu',
      period: '2025-2026',
      text: '- Tỷ lệ huy động trẻ nhà trẻ 42%, trẻ mẫu giáo 98%.\n- Học sinh giỏi cấp tỉnh: 65 giải.\n- Tốt nghiệp THPT: từ 99% trở lên.',
    },
    [
      'Tỷ lệ huy động trẻ nhà trẻ | =42 % | 2025-2026',
      'Tỷ lệ huy động trẻ mẫu giáo | =98 % | 2025-2026',
      'Học sinh giỏi cấp tỉnh | =65 giải | 2025-2026',
      'Tốt nghiệp THPT | >=99 % | 2025-2026',
    ],
  ],
  [
    'tourism and transport',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'Đón 3,5 triệu lượt khách, trong đó khách quốc tế 400 nghìn lượt; nâng cấp 62 km đường tỉnh; thời gian lưu trú bình quân 2,1 ngày.',
    },
    [
      'Đón lượt khách | =3.5 triệu lượt khách | 2026',
      'Đón lượt khách - khách quốc tế | =400 nghìn lượt | 2026',
      'nâng cấp đường tỉnh | =62 km | 2026',
      'thời gian lưu trú bình quân | =2.1 ngày | 2026',
    ],
  ],
  [
    'goals set anew',
    {
      heading: 'Điều chỉnh một số chỉ tiêu',
      period: '2026',
      text: '1. Điều chỉnh chỉ tiêu tốc độ tăng GRDP từ 8% thành 9,5%.\n2. Tổng thu ngân sách đạt 6.100 tỷ đồng, thay vì 5.800 tỷ đồng.',
    },
    ['tốc độ tăng GRDP | =9.5 % | 2026', 'Tổng thu ngân sách | =6100 tỷ đồng | 2026'],
  ],
  [
    'averages of five years',
    {
      heading: 'Chỉ tiêu 2026 - 2030',
      period: '2026-2030',
      text: 'Năng suất lao động tăng bình quân 5 năm 6,5%/năm; tiêu hao năng lượng bình quân giảm 1 - 1,5%/năm.',
    },
    ['Năng suất lao động | =6.5 %/năm | 2026-2030', 'tiêu hao năng lượng bình quân | 1..1.5 %/năm | 2026-2030'],
  ],
  [
    'an until-date finer than a year',
    { heading: 'Mục tiêu', period: '2026', text: 'Đến ngày 30/9/2026 giải ngân tối thiểu 65% kế hoạch vốn.' },
    ['giải ngân | >=65 % kế hoạch | đến 30/9/2026'],
  ],
  [
    'defence and social order',
    {
      heading: 'Quốc phòng, an ninh',
      period: '2026',
      text: 'Phấn đấu tỷ lệ khám phá án đạt trên 82%, án rất nghiêm trọng đạt 95%; giao quân đạt 100% chỉ tiêu.',
    },
    [
      'tỷ lệ khám phá án | >82 % | 2026',
      'tỷ lệ khám phá án rất nghiêm trọng | =95 % | 2026',
      'giao quân | =100 % chỉ tiêu | 2026',
    ],
  ],
  [
    'parts in brackets, the first of them behind a kind of road',
    {
      heading: 'Chỉ tiêu',
      period: '2024',
      text: 'Sửa chữa mặt đường: 11 điểm (trong đó: quốc lộ 5 điểm, đường tỉnh 4 điểm, đường xã 2 điểm).',
    },
    [
      'Sửa chữa mặt đường | =11 điểm | 2024',
      'Sửa chữa mặt đường - quốc lộ | =5 điểm | 2024',
      'Sửa chữa mặt đường - đường tỉnh | =4 điểm | 2024',
      'Sửa chữa mặt đường - đường xã | =2 điểm | 2024',
    ],
  ],
  [
    'parts in brackets ahead of their total',
    { heading: 'Chỉ tiêu', period: '2024', text: 'Trồng rừng (trong đó: lim 4 ha, lát 3 ha): 7 ha.' },
    ['Trồng rừng | =7 ha | 2024', 'Trồng rừng - lim | =4 ha | 2024', 'Trồng rừng - lát | =3 ha | 2024'],
  ],
  [
    'halves of one word joined by a comma',
    { heading: 'Chỉ tiêu', period: '2024', text: 'Tổng kim ngạch xuất, nhập khẩu qua cửa khẩu đạt 512 triệu USD.' },
    ['Tổng kim ngạch xuất, nhập khẩu qua cửa khẩu | =512 triệu USD | 2024'],
  ],
  [
    'an average under the label it is the average of',
    {
      heading: 'Chỉ tiêu',
      period: '2026-2030',
      text: 'Tốc độ tăng giá trị sản xuất: Bình quân từ 6,5-7% (trong đó: Nông nghiệp đạt 3%).',
    },
    [
      'Tốc độ tăng giá trị sản xuất | 6.5..7 % | 2026-2030',
      'Tốc độ tăng giá trị sản xuất - Nông nghiệp | =3 % | 2026-2030',
    ],
  ],
  [
    'whom a goal is for is no goal',
    { heading: 'Mục tiêu', period: '2024', text: 'Đối với 03 xã còn lại, mỗi xã đạt từ 14 tiêu chí trở lên.' },
    ['số tiêu chí mỗi xã | >=14 tiêu chí | 2024'],
  ],
  [
    'orders under a heading of tasks, with whom they bind behind them',
    {
      heading: 'Nhiệm vụ',
      period: '2025-2026',
      text: 'Sĩ số không quá 30 học sinh/lớp đối với lớp 1, không quá 40 học sinh/lớp đối với các lớp còn lại. Tỷ lệ giáo viên đạt trình độ trên chuẩn đạt trên 28%; có thêm 3 trường đạt chuẩn quốc gia; tỷ lệ thanh toán học phí không dùng tiền mặt tối thiểu 75%.',
    },
    [
      'Sĩ số đối với lớp 1 | <=30 học sinh/lớp | 2025-2026',
      'Sĩ số đối với các lớp còn lại | <=40 học sinh/lớp | 2025-2026',
      'Tỷ lệ giáo viên đạt trình độ trên chuẩn | >28 % | 2025-2026',
      'trường đạt chuẩn quốc gia | =3 trường | 2025-2026',
      'tỷ lệ thanh toán học phí không dùng tiền mặt | >=75 % | 2025-2026',
    ],
  ],
  [
    'a year that is part of a name tells nothing',
    {
      heading: 'Nhiệm vụ',
      period: '2025-2026',
      text: 'Triển khai Chương trình giáo dục phổ thông 2018 ở mọi lớp. Bảo đảm 100% học sinh lớp 3 được học Tin học.',
    },
    ['học sinh lớp 3 được học Tin học | =100 % | 2025-2026'],
  ],
  [
    'milestones year by year are those years; one level of a plan is until its end',
    {
      heading: 'Mục tiêu',
      period: '2026-2030',
      text: 'Tỷ lệ hộ dùng nước sạch: năm 2026 đạt 78%, vào năm 2028 đạt 84%, vào năm 2030 đạt 92%.\nTỷ lệ đô thị hóa đạt 41% vào năm 2030.',
    },
    [
      'Tỷ lệ hộ dùng nước sạch | =78 % | 2026',
      'Tỷ lệ hộ dùng nước sạch | =84 % | 2028',
      'Tỷ lệ hộ dùng nước sạch | =92 % | 2030',
      'Tỷ lệ đô thị hóa | =41 % | đến 2030',
    ],
  ],
  [
    'totals of a term, and parts for the year of their whole',
    {
      heading: 'Chỉ tiêu chủ yếu đến năm 2030',
      period: '2026-2030',
      text: 'Tổng vốn đầu tư toàn xã hội 5 năm khoảng 48.000 tỷ đồng. Năm 2027 đón 900 nghìn lượt khách, trong đó khách quốc tế khoảng 70 nghìn lượt.',
    },
    [
      'Tổng vốn đầu tư toàn xã hội 5 năm | ~48000 tỷ đồng | 2026-2030',
      'đón lượt khách | =900 nghìn lượt khách | 2027',
      'đón lượt khách - khách quốc tế | ~70 nghìn lượt | 2027',
    ],
  ],
  [
    'a value on the line below its label',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '+ Tỷ lệ học sinh ký cam kết an toàn giao thông:\n100%\n+ Tỷ lệ trường có cổng an toàn: 90%',
    },
    ['Tỷ lệ học sinh ký cam kết an toàn giao thông | =100 % | 2026', 'Tỷ lệ trường có cổng an toàn | =90 % | 2026'],
  ],
];

describe('targets in prose and lists', () => {
  it.each(cases)('reads %s', (_title, sample, expected) => {
    expect(targetLines(sample)).toEqual(expected);
  });
});
