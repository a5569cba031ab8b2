import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../../src/ingest/block.ts';
import { findBlocks } from '../../src/ingest/structure/find-blocks.ts';
import { takeApart } from './support/read-text.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Each block as "kind [path] text", which reads like the outline it is. */
function outline(text: string): string[] {
  return findBlocks(text).map((block) => `${block.kind} [${block.heading.join(' › ')}] ${said(text, block)}`);
}

function said(text: string, block: DocumentBlock): string {
  if (block.kind !== 'table') return flat(text.slice(block.start, block.end));
  return block.rows.map((row) => row.map((cell) => flat(text.slice(cell.start, cell.end))).join(' | ')).join(' / ');
}

const intro =
  'Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và các địa phương tập trung thực hiện các nội dung sau đây.\n\n';

describe('headings', () => {
  it('nests parts, numbers and letters', () => {
    const text = `${intro}I. MỤC TIÊU
1. Mục tiêu chung
Phát triển nhanh và bền vững.
2. Mục tiêu cụ thể
a) Về kinh tế
- Tăng trưởng 8%.
b) Về xã hội
- Giảm nghèo 2%.
II. TỔ CHỨC THỰC HIỆN
Các đơn vị chủ động thực hiện.`;
    expect(outline(text).slice(1)).toEqual([
      'heading [] I. MỤC TIÊU',
      'heading [MỤC TIÊU] 1. Mục tiêu chung',
      'paragraph [MỤC TIÊU › Mục tiêu chung] Phát triển nhanh và bền vững.',
      'heading [MỤC TIÊU] 2. Mục tiêu cụ thể',
      'heading [MỤC TIÊU › Mục tiêu cụ thể] a) Về kinh tế',
      'list_item [MỤC TIÊU › Mục tiêu cụ thể › Về kinh tế] - Tăng trưởng 8%.',
      'heading [MỤC TIÊU › Mục tiêu cụ thể] b) Về xã hội',
      'list_item [MỤC TIÊU › Mục tiêu cụ thể › Về xã hội] - Giảm nghèo 2%.',
      'heading [] II. TỔ CHỨC THỰC HIỆN',
      'paragraph [TỔ CHỨC THỰC HIỆN] Các đơn vị chủ động thực hiện.',
    ]);
  });

  it('takes the numbering that comes first as the outer one', () => {
    const text = `${intro}A. TÌNH HÌNH
I. Kết quả
Đã có chuyển biến.
B. NHIỆM VỤ
I. Kinh tế
Đẩy mạnh sản xuất.`;
    expect(
      outline(text)
        .slice(1)
        .map((line) => line.replace(/\].*/, ']')),
    ).toEqual([
      'heading []',
      'heading [TÌNH HÌNH]',
      'paragraph [TÌNH HÌNH › Kết quả]',
      'heading []',
      'heading [NHIỆM VỤ]',
      'paragraph [NHIỆM VỤ › Kinh tế]',
    ]);
  });

  it('reads articles, chapters and Markdown', () => {
    const text = `${intro}Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc phối hợp.
Điều 2. Ủy ban nhân dân các cấp có trách nhiệm phối hợp chặt chẽ, kịp thời, thường xuyên trong quá trình tổ chức thực hiện các nhiệm vụ được giao theo quy định của pháp luật hiện hành.
1. Cấp tỉnh chủ trì.
## Phụ trách
**Nhóm một**
Nội dung nhóm một.`;
    expect(outline(text).slice(1)).toEqual([
      'heading [] Chương I QUY ĐỊNH CHUNG',
      'heading [QUY ĐỊNH CHUNG] Điều 1. Phạm vi điều chỉnh',
      'paragraph [QUY ĐỊNH CHUNG › Phạm vi điều chỉnh] Quy chế này quy định việc phối hợp.',
      expect.stringMatching(/^paragraph \[QUY ĐỊNH CHUNG › Điều 2\] Điều 2\. Ủy ban/),
      'list_item [QUY ĐỊNH CHUNG › Điều 2] 1. Cấp tỉnh chủ trì.',
      'heading [] ## Phụ trách',
      'heading [Phụ trách] **Nhóm một**',
      'paragraph [Phụ trách › Nhóm một] Nội dung nhóm một.',
    ]);
  });

  it.each([
    'Về kinh tế - hạ tầng: Tăng trưởng kinh tế bình quân 7,5-8%; thu ngân sách đạt trên 18 nghìn tỷ đồng.',
    '1. Tỷ lệ hộ nghèo giảm 2%',
    '2. Diện tích rừng trồng mới 570 ha;',
    '- Thu nhập bình quân 45 triệu đồng',
    'Năm 2023 là năm bản lề của nhiệm kỳ, có ý nghĩa quan trọng đối với việc hoàn thành kế hoạch.',
  ])('takes no heading from: %s', (line) => {
    expect(outline(`${intro}${line}\nCác đơn vị chủ động thực hiện tốt nhiệm vụ được giao trong năm.`)[1]).not.toMatch(
      /^heading/,
    );
  });

  it('takes numbered lines in a row as a list, not as headings', () => {
    const text = `${intro}1. Thi đua lao động giỏi
2. Thi đua dạy tốt, học tốt
3. Thi đua quyết thắng
Các phong trào trên được tổ chức thường xuyên ở các cấp, các ngành trong tỉnh.`;
    expect(
      outline(text)
        .slice(1, 4)
        .every((line) => line.startsWith('list_item')),
    ).toBe(true);
  });
});

describe('lines and paragraphs', () => {
  it('joins hard-wrapped lines and keeps points apart', () => {
    const text = `${intro}    1. Giảm nghèo đa chiều, bao trùm, bền vững, hạn chế tái
nghèo và phát sinh nghèo; hỗ trợ người nghèo vượt lên mức
sống tối thiểu, tiếp cận các dịch vụ xã hội cơ bản theo
Chuẩn nghèo quốc gia.
    2. Xác định rõ trách nhiệm của các cấp, các ngành; đầu tư có
trọng tâm, trọng điểm, không dàn trải và đạt trên
8% kế hoạch.`;
    expect(outline(text).slice(1)).toEqual([
      'list_item [] 1. Giảm nghèo đa chiều, bao trùm, bền vững, hạn chế tái nghèo và phát sinh nghèo; hỗ trợ người nghèo vượt lên mức sống tối thiểu, tiếp cận các dịch vụ xã hội cơ bản theo Chuẩn nghèo quốc gia.',
      'list_item [] 2. Xác định rõ trách nhiệm của các cấp, các ngành; đầu tư có trọng tâm, trọng điểm, không dàn trải và đạt trên 8% kế hoạch.',
    ]);
  });

  it('keeps lines apart where each is a paragraph', () => {
    const text = `${intro}Tổng thu ngân sách đạt 200 tỷ đồng
Tỷ lệ hộ nghèo còn 3%
Công an tỉnh
Tổng hợp kết quả.`;
    expect(outline(text).slice(1)).toHaveLength(4);
  });

  it('joins a sentence that a page break cut', () => {
    const text = `${intro}Đẩy mạnh các phong trào thi đua yêu nước và huy động sự tham gia của toàn dân vào các

phong trào thi đua xây dựng nông thôn mới.`;
    expect(outline(text)).toHaveLength(2);
  });

  it('reads bullets of many shapes', () => {
    const marks = ['-', '–', '+', '*', '•', '\uF0B7', 'a)', '1)', '(1)', 'đ)'];
    const text = `${intro}${marks.map((mark) => `${mark} thực hiện tốt nhiệm vụ;`).join('\n')}`;
    expect(
      outline(text)
        .slice(1)
        .every((line) => line.startsWith('list_item')),
    ).toBe(true);
    expect(outline(text)).toHaveLength(marks.length + 1);
  });
});

describe('tables', () => {
  it('reads Markdown tables with empty cells', () => {
    const text = `${intro}| TT | Chỉ tiêu | Kế hoạch |
| --- | :-: | --- |
| 1 | GRDP | 8% |
| | Trong đó: | |`;
    expect(outline(text)[1]).toBe('table [] TT | Chỉ tiêu | Kế hoạch / 1 | GRDP | 8% /  | Trong đó: | ');
  });

  it('reads one cell a line, rows found by their running numbers', () => {
    const text = `${intro}STT
|
Chỉ tiêu
|
Đơn vị
|
Năm 2024
|
1
|
Tổng sản phẩm
|
tỷ đồng
|
120
|
2
|
Tỷ lệ hộ nghèo
giảm
|
%
|
|
3
|
Số xã đạt chuẩn
|
xã
|
5
|
II. NHIỆM VỤ
Các đơn vị thực hiện.`;
    expect(outline(text).slice(1)).toEqual([
      'table [] STT | Chỉ tiêu | Đơn vị | Năm 2024 / 1 | Tổng sản phẩm | tỷ đồng | 120 / 2 | Tỷ lệ hộ nghèo giảm | % |  / 3 | Số xã đạt chuẩn | xã | 5',
      'heading [] II. NHIỆM VỤ',
      'paragraph [NHIỆM VỤ] Các đơn vị thực hiện.',
    ]);
  });

  it('puts a spanning header over both its columns', () => {
    const cells = [
      'STT',
      'Chỉ tiêu',
      'Kế hoạch',
      '2023',
      '2024',
      '1',
      'GRDP',
      '8',
      '9',
      '2',
      'Thu ngân sách',
      '100',
      '120',
      '3',
      'Xuất khẩu',
      '5',
      '6',
    ];
    const text = `${intro}${cells.join('\n|\n')}\n|\nHết.`;
    expect(outline(text)[1]).toBe(
      'table [] STT | Chỉ tiêu | Kế hoạch | Kế hoạch /  |  | 2023 | 2024 / 1 | GRDP | 8 | 9 / 2 | Thu ngân sách | 100 | 120 / 3 | Xuất khẩu | 5 | 6',
    );
  });

  it('reads tables by tabs', () => {
    expect(outline(`${intro}TT\tChỉ tiêu\tMức\n1\tGRDP\t8%\n2\tCPI\t4%`)[1]).toBe(
      'table [] TT | Chỉ tiêu | Mức / 1 | GRDP | 8% / 2 | CPI | 4%',
    );
  });
});

describe('what is left out', () => {
  const article = `Bạn đang xem: Trang chủ » Tin tức
Trang chủ | Giới thiệu | Tin tức | Liên hệ
Huyện phát động thi đua năm 2024
Thứ sáu 26/01/2024 14:00 | Lượt xem: 1.234
A- A A+
Ngày 25/01/2024, UBND huyện Nam Đàn ban hành Kế hoạch số 12/KH-UBND về phong trào thi đua yêu nước năm 2024, với mục tiêu hoàn thành vượt mức các chỉ tiêu được giao.
Xem thêm: Huyện tổng kết năm 2023
Các cơ quan, đơn vị nghiêm túc thực hiện, định kỳ sơ kết, đánh giá kết quả và kịp thời biểu dương, khen thưởng các tập thể, cá nhân tiêu biểu.
P.V
Viết bình luận
Họ và tên *
Tin liên quan
Huyện bên cạnh đạt 95% kế hoạch, đứng đầu toàn tỉnh về giải ngân vốn đầu tư công, được Chủ tịch UBND tỉnh biểu dương tại hội nghị sơ kết sáu tháng đầu năm vừa qua.`;

  it('drops the furniture of a web page and what follows its end', () => {
    expect(outline(article).map((line) => line.slice(0, 60))).toEqual([
      'heading [] Huyện phát động thi đua năm 2024',
      'paragraph [] Ngày 25/01/2024, UBND huyện Nam Đàn ban hành Kế',
      'paragraph [] Các cơ quan, đơn vị nghiêm túc thực hiện, định ',
    ]);
  });

  it('drops page numbers and running heads', () => {
    const page = (number: number) =>
      `UBND TỈNH A - KẾ HOẠCH NĂM 2024\nTrang ${number}/3\nNội dung trang ${number} được trình bày đầy đủ tại đây.\n`;
    const text = `${intro}${[1, 2, 3].map(page).join('\n')}`;
    expect(outline(text).slice(1)).toEqual(
      [1, 2, 3].map((n) => `paragraph [] Nội dung trang ${n} được trình bày đầy đủ tại đây.`),
    );
  });

  it('drops head, stamp, recipients and signature, and goes on with what is attached', () => {
    const text = `ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH LAI CHÂU               Độc lập - Tự do - Hạnh phúc
Số: 12/QĐ-UBND            Lai Châu, ngày 05 tháng 3 năm 2024
QUYẾT ĐỊNH
Ban hành Kế hoạch trồng rừng năm 2024
SỞ TÀI CHÍNH TỈNH LAI CHÂU
ĐẾN Số: 55 Ngày: 06/3/2024
Chuyển:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
Lò Văn Hương
KẾ HOẠCH
Trồng rừng năm 2024
(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2024)
I. MỤC TIÊU
Trồng mới 500 ha.`;
    expect(outline(text).join('\n')).not.toMatch(/Lò Văn Hương|Như Điều 2|CỘNG HÒA|ĐẾN Số|Chuyển:|TÀI CHÍNH/);
    expect(outline(text).at(-1)).toMatch(/MỤC TIÊU\] Trồng mới 500 ha\.$/);
  });

  it.each([
    'Quảng cáo, tuyên truyền về phong trào được thực hiện thường xuyên trên hệ thống loa truyền thanh.',
    'Thời gian đăng ký: từ ngày 01/3 đến ngày 31/3/2024.',
    'Giới thiệu việc làm cho 500 lao động.',
    'Tin học hóa 100% quy trình nghiệp vụ.',
    'Bình luận viên cơ sở được tập huấn nghiệp vụ.',
    'Trang bị 20 máy tính cho thư viện xã.',
  ])('keeps body text that only looks like furniture: %s', (line) => {
    expect(outline(`${intro}${line}`).join('\n')).toContain(line);
  });

  it('gives no blocks for a text without words', () => {
    expect(outline('\n \n-----\n|\n|\n')).toEqual([]);
    expect(outline('')).toEqual([]);
  });
});

describe('offsets', () => {
  it('are those of the stored text', () => {
    const { source, structure } = takeApart(`\uFEFF${intro}- Mục một\r\n- Mục hai`.normalize('NFD'));
    expect(structure.blocks.slice(1).map(({ start, end }) => source.text.slice(start, end))).toEqual([
      '- Mục một',
      '- Mục hai',
    ]);
  });
});
