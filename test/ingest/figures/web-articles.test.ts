import { describe, expect, it } from 'vitest';
import { readDirective } from '../../../src/ingest/read-directive.ts';
import { loadTables } from '../../../src/tables.ts';

const tables = loadTables();

/** The targets of a whole file, one line each: "place | name | value | period". */
async function targetsOf(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(text);
  const read = await readDirective(bytes, { name: 'trang.txt', tables, today: '2026-11-22' });
  if (read.status !== 'read') throw new Error(read.reason);
  return read.draft.figures
    .filter((figure) => figure.kind === 'target')
    .map(({ locality, indicator, valueText, period }) =>
      [locality?.name ?? '', indicator, valueText.replace(/\s+/g, ' '), period.text].join(' | '),
    );
}

/** Pages as they are saved from newspapers, portals and law sites: made up, in the shapes such pages have. */
const pages: readonly [title: string, text: string, expected: string[]][] = [
  [
    'a congress of a commune, with what the province said there',
    `Đại hội đại biểu Đảng bộ xã Phong Châu lần thứ I, nhiệm kỳ 2025-2030

Nhiệm kỳ 2025 - 2030, Đảng bộ xã đề ra 20 chỉ tiêu. Trong đó phấn đấu thu nhập bình quân đầu người đến năm 2030 đạt 105 triệu đồng.

Hàng năm có trên 92% đảng viên hoàn thành tốt nhiệm vụ trở lên, kết nạp mới từ 30 đảng viên trở lên.

Phát biểu tại đại hội, Phó Bí thư Tỉnh ủy đề nghị Đảng bộ xã báo cáo Ban Thường vụ Tỉnh ủy chương trình hành động trong tháng 8/2025.`,
    [
      'xã Phong Châu | thu nhập bình quân đầu người | đạt 105 triệu đồng | đến 2030',
      'xã Phong Châu | đảng viên hoàn thành tốt nhiệm vụ trở lên | có trên 92% | hằng năm 2025-2030',
      'xã Phong Châu | kết nạp mới đảng viên | từ 30 đảng viên trở lên | hằng năm 2025-2030',
    ],
  ],
  [
    'goals that go on in paragraphs of their own, and facts beside them that are none',
    `Hướng tới 80.000 hộ kinh doanh số

Kế hoạch năm 2024 của tỉnh Hà Giang đặt mục tiêu phấn đấu tỷ trọng kinh tế số trên 15%.

100% xã, phường triển khai kế hoạch xã hội số. Trên 85% doanh nghiệp được dùng thử nền tảng số.

Toàn tỉnh có 193 xã, phường, thị trấn.`,
    [
      'tỉnh Hà Giang | tỷ trọng kinh tế số | trên 15% | 2024',
      'tỉnh Hà Giang | xã, phường triển khai kế hoạch xã hội số | 100% | 2024',
      'tỉnh Hà Giang | doanh nghiệp được dùng thử nền tảng số | Trên 85% | 2024',
    ],
  ],
  [
    'a list of goals broken into paragraphs at its semicolons',
    `Sáng nay, với 87,5% tổng số đại biểu tán thành, Quốc hội đã thông qua Nghị quyết về kế hoạch năm 2020.

Nghị quyết đề ra các chỉ tiêu chủ yếu gồm: Tổng sản phẩm trong nước (GDP) tăng khoảng 6,7%;

Tỷ lệ hộ nghèo giảm 1-1,4%, riêng các huyện nghèo giảm 4%;

Tỷ lệ khu công nghiệp có hệ thống xử lý nước thải đạt 90%.

Năm qua, tỷ lệ này đạt 87%.`,
    [
      'cả nước | Tổng sản phẩm trong nước (GDP) | tăng khoảng 6,7% | 2020',
      'cả nước | Tỷ lệ hộ nghèo | giảm 1-1,4% | 2020',
      'cả nước | Tỷ lệ hộ nghèo - các huyện nghèo | giảm 4% | 2020',
      'cả nước | Tỷ lệ khu công nghiệp có hệ thống xử lý nước thải | đạt 90% | 2020',
    ],
  ],
  [
    'the goals of an article whose headline announces them',
    `14/09/2015 - 07:21

Các chỉ tiêu chủ yếu nhiệm kỳ mới

Về kinh tế: Giá trị tăng thêm (GRDP) tăng bình quân trên 8%/năm. Cơ cấu kinh tế: dịch vụ: 45%; công nghiệp: 55%.

Về xã hội: Giải quyết việc làm mới từ 12.000 - 14.000 lao động/năm.

Về môi trường: Tỷ lệ dân số dùng nước hợp vệ sinh đạt trên 92% (trong đó, nước sạch đạt trên 80%).Giữ độ che phủ rừng từ 51 - 52%.`,
    [
      ' | Giá trị tăng thêm (GRDP) | tăng bình quân trên 8%/năm | không nêu',
      ' | Cơ cấu kinh tế: dịch vụ | 45% | không nêu',
      ' | Cơ cấu kinh tế: công nghiệp | 55% | không nêu',
      ' | Giải quyết việc làm mới | từ 12.000 - 14.000 lao động/năm | không nêu',
      ' | Tỷ lệ dân số dùng nước hợp vệ sinh | đạt trên 92% | không nêu',
      ' | Tỷ lệ dân số dùng nước hợp vệ sinh - nước sạch | đạt trên 80% | không nêu',
      ' | độ che phủ rừng | từ 51 - 52% | không nêu',
    ],
  ],
  [
    'what a congress sets apart from what the term before achieved',
    ` date 2025-07-02 Thu nhập của xã Tân Lập tăng 9%/năm

Đảng bộ xã Tân Lập vừa tổ chức đại hội nhiệm kỳ 2025-2030. Dự đại hội có 130 đại biểu.

Nhiệm kỳ 2020-2025, xã Tân Lập đạt được nhiều kết quả quan trọng trên các lĩnh vực. Cụ thể, đàn gia súc tăng bình quân 4%/năm; đã mở lớp nghề cho 320 người, nâng tỷ lệ lao động qua đào tạo đạt 50,2% (tăng 9% so với năm 2020); kết nạp mới 41 đảng viên.

Với quyết tâm mới, nhiệm kỳ 2025-2030, Đảng bộ xã Tân Lập đề ra 10 chỉ tiêu cụ thể: thu nhập bình quân đầu người đến năm 2030 so với năm 2025 tăng 40%; tỷ lệ hộ nghèo giảm bình quân mỗi năm 1,7% (theo chuẩn nghèo đa chiều).`,
    [
      'xã Tân Lập | thu nhập bình quân đầu người | tăng 40% | đến 2030',
      'xã Tân Lập | tỷ lệ hộ nghèo | giảm bình quân mỗi năm 1,7% | bình quân hằng năm 2025-2030',
    ],
  ],
  [
    'nothing from a story of what was achieved',
    `Theo báo cáo tại đại hội, nhiệm kỳ vừa qua, tỉnh đã thực hiện đạt và vượt hầu hết các chỉ tiêu Nghị quyết; trong đó, tăng trưởng bình quân giai đoạn 2021-2025 đạt 7,21%; GRDP bình quân đầu người đạt 3.100 USD/người.

Nhiều chỉ tiêu Nghị quyết đạt cao như thu ngân sách trên địa bàn 35.100/30.200 tỷ đồng; tỷ lệ xã đạt chuẩn nông thôn mới 81,5%/60% tổng số xã.`,
    [],
  ],
  [
    'a goal whose sentence the portal breaks after a few words',
    `HỘI ĐỒNG
NHÂN DÂN
TỈNH BẾN TRE
--------
|
CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
21/2021/NQ-HĐND
|
Bến Tre, ngày
08 tháng 12 năm 2021
|
NGHỊ QUYẾT
VỀ PHÁT TRIỂN KINH TẾ - XÃ HỘI TỈNH BẾN TRE NĂM 2022
Căn cứ Luật Tổ chức chính
quyền địa phương ngày 19 tháng 6 năm 2015;
Sau khi nghe báo cáo của Ủy
ban nhân dân tỉnh và ý kiến thảo luận của đại biểu Hội đồng nhân dân tỉnh
tại kỳ họp.
QUYẾT NGHỊ:
Điều 1. Hội đồng nhân dân tỉnh thống nhất các mục tiêu,
nhiệm vụ năm 2022 như sau:
1. Mục
tiêu tổng quát
Phấn đấu tốc độ tăng trưởng
GRDP từ 7% trở lên so với năm 2021; nâng tỷ lệ
đô thị hóa lên 32%; giữ vững quốc phòng,
an ninh.`,
    [
      'tỉnh Bến Tre | tốc độ tăng trưởng GRDP | từ 7% trở lên | 2022',
      'tỉnh Bến Tre | tỷ lệ đô thị hóa | lên 32% | 2022',
    ],
  ],
  [
    'a resolution whose portal lost the blanks at line ends',
    `HỘI ĐỒNG NHÂN DÂN
TỈNH HẬU GIANG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 09/2013/NQ-HĐND

Vị Thanh, ngày 12 tháng 12 năm 2013

NGHỊ QUYẾT

VỀ KẾ HOẠCH PHÁTTRIỂN KINH TẾ - XÃ HỘI TỈNH HẬU GIANG NĂM 2014

Điều 1. Thông qua Kế hoạch phát triển kinhtế - xã hội năm 2014, với nội dung chính như sau:

2. Chỉ tiêu chủ yếu

- GDP bình quân đầu người đạt27,6 triệu đồng; kim ngạch xuất khẩuđạt 800 triệu USD,tăng 12% so với năm 2013.

- Tỷ lệ hộ nghèo giảm2%; tỷ lệ hộ dân sử dụng nướchợp vệ sinh đạt88%,trong đó nước sạch đạt 55%.

- Tạo việc làm cho25.000 lao động, tỷ lệ lao động qua đào tạo đếncuối năm đạt 38%;giảm tỷ suất sinh 0,2‰.`,
    [
      'tỉnh Hậu Giang | GDP bình quân đầu người | đạt27,6 triệu đồng | 2014',
      'tỉnh Hậu Giang | kim ngạch xuất khẩu | đạt 800 triệu USD | 2014',
      'tỉnh Hậu Giang | kim ngạch xuất khẩu, mức tăng | tăng 12% | 2014',
      'tỉnh Hậu Giang | Tỷ lệ hộ nghèo | giảm2% | 2014',
      'tỉnh Hậu Giang | tỷ lệ hộ dân sử dụng nước hợp vệ sinh | đạt88% | 2014',
      'tỉnh Hậu Giang | tỷ lệ hộ dân sử dụng nước hợp vệ sinh - nước sạch | đạt 55% | 2014',
      'tỉnh Hậu Giang | Tạo việc làm | cho25.000 lao động | 2014',
      'tỉnh Hậu Giang | tỷ lệ lao động qua đào tạo | đạt 38% | cuối năm 2014',
      'tỉnh Hậu Giang | giảm tỷ suất sinh | 0,2‰ | 2014',
    ],
  ],
];

const portal = `PublishingPortal - Block_BanTin_Toolbar

11/03/2021 | 09:12  | cms-view-count: 1417
Báo cáo kết quả công tác phòng, chống cháy rừng

Nhằm đánh giá công tác phòng, chống cháy rừng; Ủy ban nhân dân tỉnh vừa ban hành Công văn số 812/UBND-NL chỉ đạo các sở, ngành, UBND các huyện báo cáo kết quả; cụ thể:

UBND tỉnh yêu cầu các Sở, ngành, Ủy ban nhân dân các huyện rà soát, báo cáo kết quả thực hiện của đơn vị từ ngày 01/11/2020 đến ngày 10/3/2021.

Báo cáo gửi về Ủy ban nhân dân tỉnh chậm nhất 10h00' ngày 15/3/2021.

UBND tỉnh đề nghị Sở Nông nghiệp tổng hợp báo cáo gửi về UBND tỉnh trước 14h00 ngày 16/3/2021.`;

const office = (heading: string, line: string): string =>
  `UBND TỈNH QUẢNG TRỊ
SỞ GIÁO DỤC VÀ ĐÀO TẠO
Số: 31/KH-SGDĐT
Quảng Trị, ngày 30 tháng 8 năm 2024

KẾ HOẠCH
${heading}

III. TỔ CHỨC THỰC HIỆN
${line}`;

const duties: readonly [title: string, text: string, expected: string[]][] = [
  [
    'a day without a year in a plan for a school year',
    office(
      'Nhiệm vụ năm học 2024 - 2025',
      '1. Các trường gửi kế hoạch về Sở trước ngày 20-9; nộp báo cáo về Sở trước ngày 15/01.',
    ),
    ['Các trường | trước 2024-09-20', 'Các trường | trước 2025-01-15'],
  ],
  [
    'a duty that comes again behind the purpose of another',
    office(
      'Thu ngân sách năm 2024',
      '1. Các trường đề ra nhóm giải pháp cụ thể để triển khai thực hiện, định kỳ hằng tháng báo cáo về Sở.',
    ),
    ['Các trường | hằng tháng (không nêu ngày)'],
  ],
  [
    'no time that only says which cases are meant',
    office(
      'Tinh giản biên chế năm 2025',
      '1. Đợt 2: Đối với trường hợp nghỉ trong quý II hồ sơ gửi về Sở trước ngày 15/02/2025.',
    ),
    [' | trước 2025-02-15'],
  ],
];

describe('deadlines of saved pages', () => {
  it.each(duties)('reads %s', async (_title, text, expected) => {
    const read = await readDirective(new TextEncoder().encode(text), { name: 'a.txt', tables, today: '2026-11-22' });
    if (read.status !== 'read') throw new Error(read.reason);
    expect(read.draft.deadlines.map(({ who, due }) => `${who} | ${due}`)).toEqual(expected);
  });

  it('takes whom a body orders for who acts, an hour with its prime, and no end of the time a report covers', async () => {
    const read = await readDirective(new TextEncoder().encode(portal), { name: 'a.txt', tables, today: '2026-11-22' });
    if (read.status !== 'read') throw new Error(read.reason);
    expect(read.draft.metadata.title).toBe('Báo cáo kết quả công tác phòng, chống cháy rừng');
    expect(read.draft.deadlines.map(({ who, due }) => `${who} | ${due}`)).toEqual([
      'các Sở, ngành, Ủy ban nhân dân các huyện | đến 2021-03-15 10:00',
      'Sở Nông nghiệp | trước 2021-03-16 14:00',
    ]);
  });
});

describe('targets of saved pages', () => {
  it.each(pages)('reads %s', async (_title, text, expected) => {
    expect(await targetsOf(text)).toEqual(expected);
  });
});
