import { describe, expect, it } from 'vitest';
import { figuresOf, type Sample, targetLines } from './read-document.ts';

/** Ways of saying goals that pages and directives have and that other tables of cases do not show. */
const cases: readonly [title: string, sample: Sample, expected: string[]][] = [
  [
    'the labelled lines of a plan of development, but no money',
    {
      title: 'Kế hoạch phát triển văn hóa - xã hội năm 2026',
      period: '2026',
      heading: 'Dân số và lao động',
      text: '-\tTỷ lệ tăng dân số tự nhiên: 1,25%\no\tSố hộ cận nghèo: 164 hộ\n-\tKinh phí: 20 triệu đồng',
    },
    ['Tỷ lệ tăng dân số tự nhiên | =1.25 % | 2026', 'Số hộ cận nghèo | =164 hộ | 2026'],
  ],
  [
    'an area and what grows on it, which are no range',
    { heading: 'Mục tiêu', period: '2026', text: '- Diện tích sắn đạt 175 ha - 2.340 tấn.' },
    ['Diện tích sắn | =175 ha | 2026', 'sản lượng sắn | =2340 tấn | 2026'],
  ],
  [
    'an item of a list of tasks that is a share of something',
    { heading: 'Nhiệm vụ cụ thể', text: '- 80% hồ sơ công việc được xử lý trên môi trường mạng.' },
    ['hồ sơ công việc được xử lý trên môi trường mạng | =80 % | không nêu'],
  ],
  [
    'a part of a share of the economy, though it is money',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: '- Chi cho nghiên cứu đạt 2% GDP, trong đó kinh phí từ xã hội chiếm hơn 60%.',
    },
    ['Chi cho nghiên cứu | =2 % GDP | 2026', 'Chi cho nghiên cứu - kinh phí từ xã hội | >60 % | 2026'],
  ],
  [
    'the lines of an annex without head, time or story',
    {
      text:
        '- Tỷ lệ giao quân: 100%\n- Tỷ lệ hộ có điện: 99,5%\n- Tỷ lệ xã có nhà văn hóa: 100%\n- Tỷ lệ khám phá án: 94%\n- Khách quốc tế: 200 lượt\n' +
        '- Khách nội địa: 700 lượt\n- Số xã đạt chuẩn: 3 xã\n- Điện thương phẩm: 233,85 triệu kWh',
    },
    [
      'Tỷ lệ giao quân | =100 % | không nêu',
      'Tỷ lệ hộ có điện | =99.5 % | không nêu',
      'Tỷ lệ xã có nhà văn hóa | =100 % | không nêu',
      'Tỷ lệ khám phá án | =94 % | không nêu',
      'Khách quốc tế | =200 lượt | không nêu',
      'Khách nội địa | =700 lượt | không nêu',
      'Số xã đạt chuẩn | =3 xã | không nêu',
      'Điện thương phẩm | =233.85 triệu kWh | không nêu',
    ],
  ],
  [
    'the year set apart in a sentence that sets goals, in a report of the year before',
    {
      period: '2025',
      title: 'Kỳ họp cuối năm',
      text: 'Phát huy kết quả đạt được, năm 2026, xã đề ra 22 chỉ tiêu; phấn đấu thu nhập bình quân đạt 75 triệu đồng; tỷ lệ hộ nghèo còn 0,15%.',
    },
    ['thu nhập bình quân | =75 triệu đồng | 2026', 'tỷ lệ hộ nghèo | =0.15 % | 2026'],
  ],
  [
    'each year up to one',
    {
      heading: 'Chỉ tiêu đến năm 2025',
      text: '(3). Tỷ lệ tăng dân số hằng năm 1,02%.\n(9). Hằng năm có 95% gia đình đạt danh hiệu văn hóa.',
    },
    ['Tỷ lệ tăng dân số | =1.02 % | hằng năm đến 2025', 'gia đình đạt danh hiệu văn hóa | =95 % | hằng năm đến 2025'],
  ],
  [
    'what must not be, though nothing is named before the count',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: '- Không còn quá 05 địa bàn trọng điểm; không để phát sinh quá 02 hộ tái nghèo; không để xảy ra ùn tắc kéo dài quá 30 phút.',
    },
    ['địa bàn trọng điểm | <=5 địa bàn | 2026', 'hộ tái nghèo | <=2 hộ | 2026', 'ùn tắc kéo dài | <=30 phút | 2026'],
  ],
  [
    'parts by the places they are of, and a floor beside a change',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text:
        '- Giảm tỷ lệ hộ nghèo xuống còn 12,5%, trong đó: thôn Vân Hòa giảm 09 hộ, thôn Vân Tiến giảm 12 hộ.\n' +
        '- Thu nhập người lao động tăng từ 4% trở lên và không thấp hơn 13,5 triệu đồng/người/tháng.',
    },
    [
      'tỷ lệ hộ nghèo | =12.5 % | 2026',
      'tỷ lệ hộ nghèo - thôn Vân Hòa | =9 hộ | 2026',
      'tỷ lệ hộ nghèo - thôn Vân Tiến | =12 hộ | 2026',
      'Thu nhập người lao động | >=4 % | 2026',
      'Thu nhập người lao động | >=13.5 triệu đồng/người/tháng | 2026',
    ],
  ],
  [
    'rates on one of many, per mille in letters, a share of the economy, a share behind money',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text:
        '- Chi hội có quỹ với mức bình quân 60 ngàn/ 1 hội viên/ 1 năm.\n- Giảm tỷ lệ sinh 0,02%o.\n- Tổng vốn đầu tư toàn xã hội 18.000 tỷ đồng, chiếm 38,4% GDP.\n' +
        '- 100% chi hội có quỹ, mức đóng 12.000 đồng/hội viên/năm; 40% cơ sở thành lập được câu lạc bộ.',
    },
    [
      'Chi hội có quỹ | =60 ngàn/ 1 hội viên/ 1 năm | 2026',
      'Giảm tỷ lệ sinh | =0.02 %o | 2026',
      'Tổng vốn đầu tư toàn xã hội | =18000 tỷ đồng | 2026',
      'Tổng vốn đầu tư toàn xã hội so với GDP | =38.4 % GDP | 2026',
      'chi hội có quỹ | =100 % | 2026',
      'cơ sở thành lập được câu lạc bộ | =40 % | 2026',
    ],
  ],
  [
    'the whole year amid part of it, and what is given out more',
    {
      title: 'Thông báo kết luận',
      period: 'tháng 6/2026',
      text:
        'Để hoàn thành nhiệm vụ 6 tháng cuối năm, yêu cầu:\n1. Chi cục Thuế phấn đấu thu ngân sách cả năm vượt ít nhất 8% dự toán tỉnh giao.\n' +
        '2. Phòng Tài nguyên: hết quý III cấp thêm 900 giấy chứng nhận.',
    },
    ['thu ngân sách | >=8 % dự toán | 2026', 'cấp giấy chứng nhận | =900 giấy chứng nhận | quý III/2026'],
  ],
  [
    'a bound behind the noun, which a grade has of its own; work on what is worn',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text:
        '- 85% chi bộ trở lên hoàn thành tốt nhiệm vụ; 80% tổ chức đảng hoàn thành tốt nhiệm vụ trở lên.\n- Duy tu từ 05 đến 07 đoạn đường đã xuống cấp.\n' +
        '- Giải ngân đến ngày 31/12/2026 đạt trên 90%, đến hết ngày 31/01/2027 đạt 95% kế hoạch vốn được giao.',
    },
    [
      'chi bộ hoàn thành tốt nhiệm vụ | >=85 % | 2026',
      'tổ chức đảng hoàn thành tốt nhiệm vụ trở lên | =80 % | 2026',
      'Duy tu đoạn đường | 5..7 đoạn đường | 2026',
      'Giải ngân | >90 % | đến 31/12/2026',
      'Giải ngân | =95 % kế hoạch | đến 31/1/2027',
    ],
  ],
  [
    'what is counted in two syllables, and on how many where the name does not say',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: '- Nâng cấp 4 cảng cá; có 15 tổ chức khoa học; 3 tổ chức chính trị - xã hội; thu hút 3 tổ chức, doanh nghiệp công nghệ; đứng thứ 3 Đông Nam Á.\n- Nhân lực nghiên cứu đạt 12 người trên một vạn dân; 15 bác sĩ trên 1 vạn dân.',
    },
    [
      'Nâng cấp cảng cá | =4 cảng cá | 2026',
      'tổ chức khoa học | =15 tổ chức | 2026',
      'tổ chức chính trị - xã hội | =3 tổ | 2026',
      'thu hút tổ chức, doanh nghiệp công nghệ | =3 tổ chức, doanh nghiệp | 2026',
      'Nhân lực nghiên cứu | =12 người trên một vạn dân | 2026',
      'bác sĩ trên 1 vạn dân | =15 bác sĩ | 2026',
    ],
  ],
  [
    'an area, its yield and its crop behind marks',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: '- Ngô: 15 ha, 42 tạ/ha, 63 tấn.\n- Trồng mới 500 ha, 300 hộ tham gia.',
    },
    [
      'Ngô | =15 ha | 2026',
      'Ngô, năng suất | =42 tạ/ha | 2026',
      'Ngô, sản lượng | =63 tấn | 2026',
      'Trồng mới | =500 ha | 2026',
      'hộ tham gia | =300 hộ | 2026',
    ],
  ],
  [
    'what each of two bodies sets, said before and behind the value',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text:
        '- Giảm hộ nghèo: tỉnh giao 4%, huyện phấn đấu 5%\n- Dân số trung bình năm: 30.287 người (tỉnh giao) / 30.278 người (huyện giao)\n' +
        '- Thu ngân sách tỉnh giao 500 tỷ đồng, vượt dự toán tỉnh giao 4%',
    },
    [
      'Giảm hộ nghèo (tỉnh giao) | =4 % | 2026',
      'Giảm hộ nghèo (huyện phấn đấu) | =5 % | 2026',
      'Dân số trung bình năm (tỉnh giao) | =30287 người | 2026',
      'Dân số trung bình năm (huyện giao) | =30278 người | 2026',
      'Thu ngân sách (tỉnh giao) | =500 tỷ đồng | 2026',
      'vượt dự toán tỉnh giao | =4 % | 2026',
    ],
  ],
  [
    'the shares of a whole in turn, in every mark',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text:
        '- Cơ cấu kinh tế Nông nghiệp - Công nghiệp - Dịch vụ: 57% : 33% : 10%\n- Cơ cấu lao động (nông thôn - thành thị - khác) tương ứng: 20% - 40% - 40%\n' +
        '- Tỷ trọng nông nghiệp, công nghiệp - xây dựng, dịch vụ lần lượt là 20%, 30%, 50%\n- Hộ nghèo giảm 2% - 3%.\n- Cơ cấu vốn (TW : ĐP) 60% : 39,5%',
    },
    [
      'Cơ cấu kinh tế Nông nghiệp | =57 % | 2026',
      'Cơ cấu kinh tế Công nghiệp | =33 % | 2026',
      'Cơ cấu kinh tế Dịch vụ | =10 % | 2026',
      'Cơ cấu lao động: nông thôn | =20 % | 2026',
      'Cơ cấu lao động: thành thị | =40 % | 2026',
      'Cơ cấu lao động: khác | =40 % | 2026',
      'Tỷ trọng nông nghiệp | =20 % | 2026',
      'Tỷ trọng công nghiệp - xây dựng | =30 % | 2026',
      'Tỷ trọng dịch vụ | =50 % | 2026',
      'Hộ nghèo | 2..3 % | 2026',
      'Cơ cấu vốn (TW : ĐP) | =60 % | 2026',
      'Cơ cấu vốn (TW : ĐP) | =39.5 % | 2026',
    ],
  ],
  [
    'a time inside the name of what is counted behind it',
    { heading: 'Mục tiêu', period: '2026', text: '- Số vụ ùn tắc kéo dài trên 45 phút giảm xuống còn dưới 6 vụ.' },
    ['Số vụ ùn tắc kéo dài trên 45 phút | <6 vụ | 2026'],
  ],
  [
    'bounds under "Kết quả" for the time a row of a group names',
    {
      heading: 'Danh mục các chỉ tiêu',
      text: '| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì |\n| --- | --- | --- | --- | --- |\n| I | Đến năm 2030 | | | |\n| 1 | Số trung tâm dữ liệu vùng | trung tâm | ≥ 4 | Bộ A |\n| 2 | Quy mô kinh tế số | % GDP | ≥ 28 | Bộ B |\n| 3 | Tỷ lệ hồ sơ trực tuyến | % | 90 | Bộ C |',
    },
    [
      'Số trung tâm dữ liệu vùng | >=4 trung tâm | đến 2030',
      'Quy mô kinh tế số | >=28 % GDP | đến 2030',
      'Tỷ lệ hồ sơ trực tuyến | =90 % | đến 2030',
    ],
  ],
  [
    'a value over a range behind "giao thông", which is no circular',
    { heading: 'Mục tiêu', period: '2026', text: '- Giảm số người chết do tai nạn giao thông từ 5 đến 10%.' },
    ['Giảm số người chết do tai nạn giao thông | 5..10 % | 2026'],
  ],
  [
    'the parts of a part: its change',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: 'Tổng giá trị sản xuất đạt 13.846 tỷ đồng. Trong đó, công nghiệp 3.420 tỷ đồng, tăng 13,7%; dịch vụ 4.813 tỷ đồng.',
    },
    [
      'Tổng giá trị sản xuất | =13846 tỷ đồng | 2026',
      'Tổng giá trị sản xuất - công nghiệp | =3420 tỷ đồng | 2026',
      'Tổng giá trị sản xuất - công nghiệp, mức tăng | =13.7 % | 2026',
      'Tổng giá trị sản xuất - dịch vụ | =4813 tỷ đồng | 2026',
    ],
  ],
  [
    'bare numbers in a bracket count what the whole counts',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- Nhân rộng ít nhất 35 mô hình giảm nghèo (trong đó: mô hình trồng trọt 12, mô hình chăn nuôi 19).',
    },
    [
      'Nhân rộng mô hình giảm nghèo | >=35 mô hình | 2026',
      'Nhân rộng mô hình giảm nghèo - mô hình trồng trọt | =12 mô hình | 2026',
      'Nhân rộng mô hình giảm nghèo - mô hình chăn nuôi | =19 mô hình | 2026',
    ],
  ],
  [
    'a group in brackets with its own value',
    {
      heading: 'Mục tiêu',
      period: '2021-2030',
      text: '- Tỷ lệ thiếu máu ở phụ nữ có thai giảm xuống dưới 23% (khu vực miền núi xuống dưới 30%) vào năm 2025.',
    },
    [
      'Tỷ lệ thiếu máu ở phụ nữ có thai | <23 % | đến 2025',
      'Tỷ lệ thiếu máu ở phụ nữ có thai - khu vực miền núi | <30 % | đến 2025',
    ],
  ],
  [
    'shares by level under one label',
    {
      heading: 'Chỉ tiêu',
      period: '2026',
      text: '- Hồ sơ công việc xử lý trên môi trường mạng: cấp tỉnh 100%, cấp xã 80%.',
    },
    [
      'Hồ sơ công việc xử lý trên môi trường mạng - cấp tỉnh | =100 % | 2026',
      'Hồ sơ công việc xử lý trên môi trường mạng - cấp xã | =80 % | 2026',
    ],
  ],
  [
    'a share with its grades in brackets',
    { heading: 'Chỉ tiêu', period: '2026', text: '- 100% giáo viên đạt chuẩn trở lên (70% Tốt, 30% Khá).' },
    [
      'giáo viên đạt chuẩn trở lên | =100 % | 2026',
      'giáo viên đạt chuẩn trở lên - Tốt | =70 % | 2026',
      'giáo viên đạt chuẩn trở lên - Khá | =30 % | 2026',
    ],
  ],
  [
    'nothing but the time said anew',
    {
      heading: 'Chỉ tiêu',
      period: '2026-2030',
      text: '- Tạo việc làm mới cho 38.000 lao động, bình quân mỗi năm 9.500 lao động.',
    },
    [
      'Tạo việc làm mới | =38000 lao động | 2026-2030',
      'Tạo việc làm mới | =9500 lao động | bình quân hằng năm 2026-2030',
    ],
  ],
  [
    'a group with its count before the share of it',
    { heading: 'Chỉ tiêu', period: '2026', text: '- Số xã đạt dưới 10 tiêu chí giảm xuống dưới 7%.' },
    ['Số xã đạt dưới 10 tiêu chí | <7 % | 2026'],
  ],
  [
    'what belongs to those named behind the share, whatever they do with money',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: '- 100% các xã có phân bổ ngân sách địa phương hằng năm bảo đảm cho hoạt động dinh dưỡng.',
    },
    ['các xã có phân bổ ngân sách địa phương hằng năm bảo đảm cho hoạt động dinh dưỡng | =100 % | 2026'],
  ],
  [
    'a year that "tỷ lệ" follows',
    {
      heading: 'Mục tiêu',
      period: '2021-2030',
      text: 'Phấn đấu năm 2025 tỷ lệ nội địa hóa đạt 60 - 65%, năm 2030 đạt 80%.',
    },
    ['tỷ lệ nội địa hóa | 60..65 % | 2025', 'tỷ lệ nội địa hóa | =80 % | 2030'],
  ],
  [
    'a count called by initials, a rate on so many born, the year behind the value',
    {
      heading: 'Mục tiêu',
      period: '2021-2030',
      text: '- Số doanh nghiệp đạt 15.000 DN.\n- Giảm tỷ suất tử vong trẻ sơ sinh trên 1.000 trẻ đẻ sống xuống 12,5 vào năm 2025 và 10 vào năm 2030.',
    },
    [
      'Số doanh nghiệp | =15000 DN | 2021-2030',
      'tỷ suất tử vong trẻ sơ sinh trên 1.000 trẻ đẻ sống | =12.5 trên 1.000 trẻ đẻ sống | đến 2025',
      'tỷ suất tử vong trẻ sơ sinh trên 1.000 trẻ đẻ sống | =10 trên 1.000 trẻ đẻ sống | đến 2030',
    ],
  ],
  [
    'who is told to do the work is no part of its name',
    {
      heading: 'Nhiệm vụ',
      period: '2026',
      text: '- Ngành Nông nghiệp yêu cầu các huyện hoàn thành 100% diện tích trồng rừng.\n- Sở Giao thông vận tải sửa chữa ít nhất 125 km đường tỉnh.',
    },
    ['diện tích trồng rừng | =100 % | 2026', 'sửa chữa đường tỉnh | >=125 km | 2026'],
  ],
  [
    'amid goals a field named by a word of rules',
    {
      heading: 'Mục tiêu',
      period: '2026',
      text: 'a) Về thực hiện chế độ ăn đa dạng\n- Tỷ lệ trẻ có chế độ ăn đúng, đủ đạt 65%.',
    },
    ['Tỷ lệ trẻ có chế độ ăn đúng, đủ | =65 % | 2026'],
  ],
];

/** What looks like a goal there and is none. */
const none: readonly [title: string, sample: Sample][] = [
  [
    'a story of what was reached, paragraph after paragraph',
    {
      period: '2025',
      title: 'Dấu ấn một nhiệm kỳ',
      heading: 'Kết quả nổi bật',
      text: 'Tỷ lệ hộ nghèo giảm còn 0,67%.\n\nKết nạp 7.912 đảng viên, bằng 113% chỉ tiêu; tỷ lệ tổ chức đảng hoàn thành tốt nhiệm vụ 92,6%/năm.',
    },
  ],
  [
    'what was reached over what was planned',
    { heading: 'Đánh giá chung', period: '2026', text: 'Tỷ lệ xã đạt chuẩn nông thôn mới 83,2%/50% tổng số xã.' },
  ],
  [
    'how far a term came, compared with its resolution',
    {
      period: '2025-2030',
      text:
        'Nhiệm kỳ 2020 - 2025, số đảng viên kết nạp vượt chỉ tiêu nghị quyết Đại hội đề ra, bằng 6,5% (nghị quyết đề ra 5%).\n\n' +
        'Doanh thu đạt 282,2 tỷ đồng, bằng 111% so với nghị quyết; lợi nhuận: 28,3 tỷ đồng, bằng 188% so với nghị quyết.',
    },
  ],
  [
    'results that came off well',
    {
      period: '2026',
      text: 'Cơ cấu lại ngân sách đạt kết quả tích cực, tỷ trọng thu nội địa năm 2026 tăng lên 81,6%.',
    },
  ],
  [
    'what there was at the start of the year',
    { heading: 'Mục tiêu', period: '2026', text: '- Dân số đầu năm: 30.100 người' },
  ],
  [
    'the lines of a survey of what there is',
    {
      text:
        '- Tỷ lệ giao quân: 100%\n- Tỷ lệ hộ có điện: 99,5%\n- Tỷ lệ xã có nhà văn hóa: 100%\n- Tỷ lệ khám phá án: 94%\n- Khách quốc tế: 200 lượt\n' +
        '- Khách nội địa: 700 lượt\n- Số xã đã đạt chuẩn: 3 xã\n- Điện thương phẩm: 233,85 triệu kWh',
    },
  ],
  [
    'what was reached up to a day that lies behind',
    {
      title: 'Công điện về giải ngân vốn đầu tư công',
      period: '2022',
      text: 'Tính đến ngày 30/9/2022, toàn tỉnh giải ngân được 2.914/6.120 tỷ đồng, đạt 47,6% kế hoạch.',
    },
  ],
  [
    'a plan of money that was handed out',
    { period: '2026', text: 'Năm 2026 tổng kế hoạch vốn đầu tư công tỉnh được giao là 12.874 tỷ đồng.' },
  ],
  [
    'so many that were spoken of',
    { heading: 'Nhiệm vụ', period: '2026', text: 'Trong 3 đơn vị này, Cục chủ trì theo dõi.' },
  ],
  [
    'a number inside a quoted name',
    { heading: 'Nhiệm vụ', period: '2026', text: 'Vận động hội viên thực hiện tiêu chí “5 không, 3 sạch”.' },
  ],
];

describe('goals in the shapes real pages have', () => {
  it.each(cases)('reads %s', (_title, sample, expected) => {
    expect(targetLines(sample)).toEqual(expected);
  });
  it.each(none)('gives no target for %s', (_title, sample) => {
    expect(figuresOf(sample).filter((figure) => figure.kind === 'target')).toEqual([]);
  });
});
