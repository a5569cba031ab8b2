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
];

describe('targets of saved pages', () => {
  it.each(pages)('reads %s', async (_title, text, expected) => {
    expect(await targetsOf(text)).toEqual(expected);
  });
});
