import { describe, expect, it } from 'vitest';
import { takeApart } from './support/read-text.ts';

/** What portals, converters and offices make of a document's head: its lines, and what is read from them. */
type Read = {
  issuer?: string | null;
  locality?: string | null;
  within?: string | null;
  title?: string;
  number?: string | null;
  date?: string | null;
};

const national = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const body = 'UBND tỉnh yêu cầu các sở, ngành, địa phương trên địa bàn tỉnh tổ chức thực hiện.';

const heads: [string, string[], Read][] = [
  [
    'columns joined by bars, the place only beside the date',
    [
      `ỦY BAN NHÂN DÂN | ${national} |`,
      'Số: 73/KH-UBND | Quảng Thọ, ngày 26 tháng 3 năm 2025 |',
      'KẾ HOẠCH',
      'TIÊM CHỦNG NĂM 2025',
      body,
    ],
    { issuer: 'UBND tỉnh Quảng Thọ', locality: 'tỉnh Quảng Thọ', number: '73/KH-UBND', date: '2025-03-26' },
  ],
  [
    'two columns on one line',
    [
      `UBND TỈNH LÂM TRÀ ${national} BAN AN TOÀN GIAO THÔNG Độc lập - Tự do - Hạnh phúc`,
      'Số: 05/KH-BATGT Lâm Trà, ngày 10 tháng 01 năm 2024',
      'KẾ HOẠCH',
      'Năm An toàn giao thông 2024',
    ],
    { issuer: 'Ban An toàn giao thông tỉnh Lâm Trà', locality: 'tỉnh Lâm Trà', number: '05/KH-BATGT' },
  ],
  [
    'the name of a district broken by a narrow column',
    ['ỦY BAN NHÂN DÂN HUYỆN LỤC', 'NGẠN', 'Số: 38/QĐ-UBND', national, 'QUYẾT ĐỊNH', 'Giao chỉ tiêu năm 2023', body],
    { issuer: 'UBND huyện Lục Ngạn', locality: 'huyện Lục Ngạn' },
  ],
  [
    'the name of an office broken before "TRƯỜNG"',
    ['SỞ NÔNG NGHIỆP VÀ MÔI', 'TRƯỜNG', 'TỈNH SƠN LA', 'Số: 88/KH-SNNMT', national, 'KẾ HOẠCH', 'Chăn nuôi năm 2026'],
    { issuer: 'Sở Nông nghiệp và Môi trường tỉnh Sơn La', locality: 'tỉnh Sơn La' },
  ],
  [
    'an organ of a Party committee',
    [
      'ĐẢNG BỘ TỈNH HÒA MINH',
      'HUYỆN ỦY KIM SƠN TRUNG',
      'ỦY BAN KIỂM TRA',
      '*',
      'Số 04-KH/UBKTHU',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'KẾ HOẠCH',
      'công tác kiểm tra năm 2023',
    ],
    { issuer: 'Ủy ban Kiểm tra Huyện ủy Kim Sơn Trung', locality: 'huyện Kim Sơn Trung', number: '04-KH/UBKTHU' },
  ],
  [
    'a conclusion of a Party committee with its term in brackets',
    [
      'TỈNH ỦY TRƯỜNG LĨNH',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      '*',
      'Số 38-KL/TU',
      'KẾT LUẬN',
      'HỘI NGHỊ LẦN THỨ TÁM',
      'BAN CHẤP HÀNH ĐẢNG BỘ TỈNH (KHOÁ XVI)',
      'về xây dựng hạ tầng đến năm 2025',
    ],
    { issuer: 'Ban Chấp hành Đảng bộ tỉnh Trường Lĩnh', locality: 'tỉnh Trường Lĩnh' },
  ],
  [
    'a council of a department that names its province without its kind',
    [
      'SỞ Y TẾ HÀ PHONG',
      national,
      'HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG',
      'Số: 33 /KH-SYT                    Hà Phong, ngày 20 tháng 01 năm 2025',
      'KẾ HOẠCH',
      'Phát động thi đua năm 2025',
    ],
    { issuer: 'Hội đồng Thi đua - Khen thưởng Sở Y tế Hà Phong', locality: 'tỉnh Hà Phong' },
  ],
  [
    'the Youth Union, whose name holds that of a city',
    [
      'ĐOÀN TNCS HỒ CHÍ MINH',
      'BCH TỈNH LÂM TRÀ',
      'Số: 120-KH/TĐTN',
      'Lâm Trà, ngày 02 tháng 3 năm 2024',
      'KẾ HOẠCH',
      'Tháng Thanh niên năm 2024',
    ],
    { issuer: 'BCH Đoàn TNCS Hồ Chí Minh tỉnh Lâm Trà', locality: 'tỉnh Lâm Trà' },
  ],
  [
    'a union below the union of its province',
    [
      'LIÊN ĐOÀN LAO ĐỘNG TỈNH LÂM TRÀ',
      'CÔNG ĐOÀN NGÀNH GIÁO DỤC',
      'Số: 09/KH-CĐN',
      'KẾ HOẠCH',
      'Hoạt động công đoàn năm 2024',
    ],
    { issuer: 'Công đoàn ngành Giáo dục tỉnh Lâm Trà' },
  ],
  [
    'a school that bears the name of its province',
    ['UBND TỈNH LÂM TRÀ', 'TRƯỜNG CAO ĐẲNG NGHỀ LÂM TRÀ', 'Số: 22/KH-CĐN', national, 'KẾ HOẠCH', 'Tuyển sinh năm 2025'],
    { issuer: 'Trường Cao đẳng nghề Lâm Trà' },
  ],
  [
    'a school by its short kind',
    [
      'PHÒNG GD&ĐT HUYỆN CHƯ PHONG',
      'TRƯỜNG THCS LÊ LAI',
      'Số: 12/KH-THCSLL',
      national,
      'KẾ HOẠCH',
      'Chuyển đổi số năm 2025',
    ],
    { issuer: 'Trường THCS Lê Lai huyện Chư Phong' },
  ],
  [
    'a commune right below a province',
    [
      'HỘI ĐỒNG NHÂN DÂN',
      'XÃ KIM BÌNH, TỈNH TUYÊN QUANG',
      'Số: 21/NQ-HĐND',
      national,
      'Kim Bình, ngày 19 tháng 12 năm 2025',
      'NGHỊ QUYẾT',
      'Về dự toán năm 2026',
    ],
    { issuer: 'HĐND xã Kim Bình', locality: 'xã Kim Bình', within: 'tuyen-quang' },
  ],
  [
    'a special zone',
    [
      'ỦY BAN NHÂN DÂN',
      'ĐẶC KHU CÔ TÔ',
      'Số: 7/KH-UBND',
      national,
      'Cô Tô, ngày 9 tháng 9 năm 2025',
      'KẾ HOẠCH',
      'Phát triển du lịch năm 2026',
    ],
    { issuer: 'UBND đặc khu Cô Tô', locality: 'đặc khu Cô Tô' },
  ],
  [
    'an island district',
    ['ỦY BAN NHÂN DÂN', 'HUYỆN ĐẢO HÒN NGÁT', 'Số: 15/KH-UBND', national, 'KẾ HOẠCH', 'Phát triển du lịch năm 2023'],
    { issuer: 'UBND huyện đảo Hòn Ngát', locality: 'huyện Hòn Ngát' },
  ],
  [
    'a number with an ampersand',
    [
      'SỞ NN&PTNT TỈNH LÂM TRÀ',
      'CHI CỤC KIỂM LÂM',
      'Số: 45/CCKL-QLR&PCCCR',
      national,
      'V/v tăng cường trực mùa khô',
      'Kính gửi: Hạt Kiểm lâm các huyện',
    ],
    { number: '45/CCKL-QLR&PCCCR', issuer: 'Chi cục Kiểm lâm tỉnh Lâm Trà' },
  ],
  [
    'the form of a portal beside the document',
    [
      'TRANG CHỦ',
      'GIỚI THIỆU',
      'VĂN BẢN',
      'THÔNG BÁO',
      'Số: 215/UBND-KT',
      'V/v đẩy nhanh tiến độ giải ngân',
      'Ngày ban hành: 12/4/2024',
      'Cơ quan ban hành: UBND huyện Chư Phong',
      'Người ký: Nguyễn Văn A',
      'UBND huyện yêu cầu các chủ đầu tư hoàn thành hồ sơ.',
    ],
    {
      title: 'V/v đẩy nhanh tiến độ giải ngân',
      date: '2024-04-12',
      issuer: 'UBND huyện Chư Phong',
      number: '215/UBND-KT',
    },
  ],
  // Pages of portals
  [
    'the portal tells whose article it is',
    [
      'CỔNG THÔNG TIN ĐIỆN TỬ TỈNH LÂM TRÀ',
      'Trang chủ',
      'Chỉ đạo-Điều hành',
      'Phấn đấu giải ngân 95% vốn đầu tư công năm 2025',
      '15/03/2025 09:20',
      'Năm 2025, tỉnh phấn đấu giải ngân 95% vốn. UBND tỉnh yêu cầu các chủ đầu tư khẩn trương thực hiện.',
    ],
    {
      title: 'Phấn đấu giải ngân 95% vốn đầu tư công năm 2025',
      locality: 'tỉnh Lâm Trà',
      issuer: 'UBND tỉnh Lâm Trà',
    },
  ],
  [
    'a section of a paper above the headline',
    [
      'Tài chính - Thị trường',
      'UBND tỉnh Lâm Trà chỉ thị tiết kiệm điện',
      'Phó Chủ tịch UBND tỉnh vừa ký Chỉ thị số 14/CT-UBND.',
    ],
    { title: 'UBND tỉnh Lâm Trà chỉ thị tiết kiệm điện', number: '14/CT-UBND' },
  ],
  [
    'a section with the day of posting, a name printed twice',
    [
      'Thông tin Y tế Thông tin Y tế',
      'Chỉ đạo-Điều hành 09/09/2022',
      'Hướng dẫn thực hiện nhiệm vụ năm học 2022-2023',
      'Phòng GD&ĐT huyện Chư Phong hướng dẫn các trường thực hiện.',
    ],
    { title: 'Hướng dẫn thực hiện nhiệm vụ năm học 2022-2023' },
  ],
  [
    'a menu on one line, the weather, a section in capitals',
    [
      'Đăng nhập   RSS   English   Sơ đồ cổng',
      'Nhiệt độ: 31°C - Độ ẩm 74%',
      'CHỈ ĐẠO ĐIỀU HÀNH',
      'Thành phố Huế ban hành Kế hoạch phòng, chống thiên tai năm 2026',
      'Ngày cập nhật 18/05/2026 08:42 | Lượt xem: 2.316',
      'Ngày 15/5/2026, UBND thành phố Huế ban hành Kế hoạch số 207/KH-UBND.',
    ],
    {
      title: 'Thành phố Huế ban hành Kế hoạch phòng, chống thiên tai năm 2026',
      date: '2026-05-15',
      number: '207/KH-UBND',
    },
  ],
  [
    'a part of a document without any head',
    ['b) Mục tiêu 2: Về bảo vệ trẻ em.', 'Giảm tỷ lệ trẻ em bị xâm hại xuống dưới 5%.'],
    { title: 'Mục tiêu 2: Về bảo vệ trẻ em.' },
  ],
  [
    'a letter without its subject',
    ['Kính gửi: Các sở, ban, ngành;', 'Thực hiện Nghị quyết của Chính phủ, đề nghị các đơn vị triển khai.'],
    { title: 'Thực hiện Nghị quyết của Chính phủ, đề nghị các đơn vị triển khai.' },
  ],
  [
    'counters of visitors and the body above the headline',
    [
      'Truy cập',
      'Hôm nay: 120',
      'UBND xã Vụ Hạ',
      'Kế hoạch sản xuất vụ Đông năm 2024.',
      '28/08/2024',
      'UBND xã Vụ Hạ xây dựng kế hoạch như sau.',
    ],
    { title: 'Kế hoạch sản xuất vụ Đông năm 2024.', issuer: 'UBND xã Vụ Hạ', locality: 'xã Vụ Hạ' },
  ],
  [
    'a commune with its district in the head of its page',
    [
      'UBND XÃ ĐĂK PHƠ - HUYỆN KƠ NGANG',
      'CHUYÊN MỤC',
      'Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ VIII',
      'Các chỉ tiêu chủ yếu như sau.',
    ],
    {
      title: 'Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ VIII',
      issuer: 'UBND xã Đăk Phơ',
      locality: 'xã Đăk Phơ',
    },
  ],
  [
    'an article that tells what came of a document long since',
    [
      'Thi đua chào mừng đại hội',
      '20/03/2020 00:00',
      'Thực hiện hướng dẫn số 26-HD/BTCTW, ngày 18/10/2019, Ban Thường vụ Đảng ủy đã ban hành Kế hoạch số 76-KH/ĐU về đại hội. Đến nay, 100% chi bộ đã hoàn thành.',
    ],
    { number: null, date: '2020-03-20' },
  ],
  [
    'an article about a document, another one cited before it',
    [
      'UBND tỉnh chỉ đạo phòng cháy rừng',
      'Thực hiện Công điện số 12/CĐ-TTg ngày 02/3/2024 của Thủ tướng, UBND tỉnh Lâm Trà đã ban hành Kế hoạch số 88/KH-UBND.',
    ],
    { number: '88/KH-UBND', date: null, issuer: 'UBND tỉnh Lâm Trà' },
  ],
];

describe('heads as portals and converters leave them', () => {
  it.each(heads)('reads %s', (_, lines, expected) => {
    const { metadata } = takeApart(lines.join('\n'));
    const { issuer, title, number, date, locality } = metadata;
    const read: Read = {
      issuer,
      title,
      number,
      date,
      locality: locality?.name ?? null,
      within: locality?.within ?? null,
    };
    expect(read).toMatchObject(expected);
  });

  it.each([
    'Tăng cường công tác phòng, chống dịch\nbệnh mùa hè năm 2024',
    'Bảo đảm tăng trưởng từng ngành, từng lĩnh vực',
    'Văn hóa ứng xử nơi công sở: nhiệm vụ năm 2025',
  ])('keeps a headline that is no section of a page: %s', (headline) => {
    const { metadata } = takeApart(`${headline}\n\nUBND xã yêu cầu các thôn tổ chức thực hiện nghiêm túc.`);
    expect(metadata.title).toBe(headline.replace('\n', ' '));
  });
});
