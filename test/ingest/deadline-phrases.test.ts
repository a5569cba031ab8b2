import { describe, expect, it } from 'vitest';
import type { DeadlineFinding } from '../../src/domain/deadline.ts';
import type { Period } from '../../src/domain/period.ts';
import { findDeadlines } from '../../src/ingest/deadlines/find-deadlines.ts';
import { sourceText } from '../../src/ingest/source-text.ts';
import { findBlocks } from '../../src/ingest/structure/find-blocks.ts';

const year2026: Period = { text: '2026', kind: 'year', from: '2026-01-01', to: '2026-12-31' };
const lead = 'Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau đây để các ngành tổ chức thực hiện.\n\n';

function read(text: string): DeadlineFinding[] {
  const whole = `${lead}${text}`;
  const found = findDeadlines({
    source: sourceText(whole),
    blocks: findBlocks(whole),
    metadata: { period: year2026, date: '2026-02-10' },
  });
  for (const { quote, start, end } of found) expect(whole.slice(start, end)).toBe(quote);
  return found;
}

type Row = readonly [string, Partial<DeadlineFinding>[]];

const sentences: readonly Row[] = [
  ['Hạn cuối gửi danh sách là ngày 25/5/2026.', [{ what: 'gửi danh sách', due: 'đến hết 2026-05-25', kind: 'report' }]],
  ['Ngày 15/3/2026 là hạn cuối nộp hồ sơ dự tuyển.', [{ what: 'nộp hồ sơ dự tuyển', due: 'đến hết 2026-03-15' }]],
  ['Hạn chót: ngày 20/3/2026.', [{ due: 'đến hết 2026-03-20' }]],
  ['Hạn nộp: 17h00, thứ Sáu, ngày 20/3/2026.', [{ due: 'đến 2026-03-20 17:00', rule: null, kind: 'report' }]],
  [
    'Các xã báo cáo, gửi về Phòng Kinh tế trước 10h00 thứ Tư (ngày 18/3/2026).',
    [{ to: 'Phòng Kinh tế', due: 'trước 2026-03-18 10:00', rule: null }],
  ],
  [
    'Trước 10 giờ sáng thứ Sáu hằng tuần, các xã gửi báo cáo nhanh về Phòng Kinh tế.',
    [{ due: 'hằng tuần, trước 10:00 thứ Sáu', who: 'Các xã' }],
  ],
  ['Báo cáo Ban Bí thư trước ngày 30/9/2026.', [{ to: 'Ban Bí thư', due: 'trước 2026-09-30' }]],
  [
    'Trước ngày 20 tháng 12 của năm báo cáo, Sở Y tế gửi báo cáo về Bộ Y tế.',
    [{ who: 'Sở Y tế', what: 'gửi báo cáo', due: 'hằng năm, trước ngày 20/12' }],
  ],
  [
    'Đề nghị các bộ phận có ý kiến trả lời bằng văn bản trước ngày 10/4/2026.',
    [{ kind: 'report', due: 'trước 2026-04-10' }],
  ],
  [
    'Phấn đấu hoàn thành giải phóng mặt bằng trước ngày 30/6/2026.',
    [{ kind: 'finish', due: 'trước 2026-06-30', what: 'hoàn thành giải phóng mặt bằng' }],
  ],
  [
    'Huy động lực lượng để hoàn thành tuyến kè, bàn giao cho chủ đầu tư trước ngày 30/8/2026.',
    [{ kind: 'finish', due: 'trước 2026-08-30' }],
  ],
  ['Giải ngân 100% kế hoạch vốn trước ngày 31/01/2027.', [{ kind: 'finish', due: 'trước 2027-01-31' }]],
  [
    'Sở Xây dựng tham mưu ban hành Quy chế phối hợp trong năm 2026.',
    [{ kind: 'finish', due: 'trong năm 2026 (không nêu ngày)', dueDate: null }],
  ],
  [
    'Trong năm 2026, hoàn thành việc sắp xếp các đơn vị sự nghiệp.',
    [{ kind: 'finish', due: 'trong năm 2026 (không nêu ngày)' }],
  ],
  [
    'Trong tháng 3/2026, Sở Tài chính trình UBND tỉnh Quyết định phân bổ vốn.',
    [{ who: 'Sở Tài chính', to: 'UBND tỉnh', due: 'trong tháng 3/2026 (không nêu ngày)' }],
  ],
  [
    'Từ ngày 01/3/2026 đến ngày 15/3/2026, các đơn vị tổ chức tự kiểm tra.',
    [{ kind: 'span', who: 'Các đơn vị', what: 'tổ chức tự kiểm tra', due: 'từ 2026-03-01 đến hết 2026-03-15' }],
  ],
  [
    'Đợt cao điểm bắt đầu từ ngày 15/12/2026 đến hết ngày 14/02/2027.',
    [{ kind: 'span', due: 'từ 2026-12-15 đến hết 2027-02-14', dueDate: '2027-02-14' }],
  ],
  ['Từ tháng 3 đến tháng 10/2026: Tổ chức thực hiện.', [{ kind: 'span', what: 'Tổ chức thực hiện' }]],
  ['Đại hội cấp cơ sở: hoàn thành trước ngày 30/6/2026.', [{ what: 'Đại hội cấp cơ sở' }]],
  ['Kiểm điểm tập thể, cá nhân xong trước ngày 10/12/2026.', [{ what: 'Kiểm điểm tập thể, cá nhân' }]],
  ['Xây dựng kế hoạch kiểm tra (hoàn thành trước ngày 15/3/2026).', [{ what: 'Xây dựng kế hoạch kiểm tra' }]],
  [
    'Giao Sở Tư pháp rà soát văn bản. Nhiệm vụ này hoàn thành trong tháng 4/2026.',
    [{ who: 'Sở Tư pháp', what: 'rà soát văn bản', due: 'trong tháng 4/2026 (không nêu ngày)' }],
  ],
  ['Kiểm tra, đánh giá, công nhận trước ngày 30/11.', [{ kind: 'finish', due: 'trước 2026-11-30' }]],
  [
    'Giao Bộ Tài chính phối hợp với Bộ Xây dựng báo cáo Chính phủ trong tháng 4 năm 2026.',
    [{ kind: 'report', to: 'Chính phủ' }],
  ],
  ['Thủ tướng Chính phủ yêu cầu hoàn thành các dự án trước ngày 19/12/2026.', [{ who: '', kind: 'finish' }]],
  [
    'Tổ chức sơ kết vào năm 2028, tổng kết vào năm 2030.',
    [{ due: 'vào năm 2028 (không nêu ngày)' }, { what: 'tổng kết' }],
  ],
  ['Ban hành kế hoạch năm trước ngày 25/12 của năm trước liền kề.', [{ due: 'hằng năm, trước ngày 25/12 năm trước' }]],
  [
    'Kho bạc báo cáo số liệu định kỳ ngày 15 và ngày cuối tháng về Sở Tài chính.',
    [{ due: 'hằng tháng, ngày 15 và ngày cuối tháng', rule: 'FREQ=MONTHLY;BYMONTHDAY=15,-1', to: 'Sở Tài chính' }],
  ],
  ['Thanh tra tổng hợp đơn thư hằng quý (ngày 25 của tháng cuối quý).', [{ due: 'hằng quý, ngày 25 tháng cuối quý' }]],
  [
    'Phòng Y tế báo cáo phương án trực tại cuộc họp giao ban ngày 10/7.',
    [{ kind: 'report', due: 'ngày 2026-07-10', dueDate: '2026-07-10' }],
  ],
  [
    'Văn phòng báo cáo kết quả thực hiện tại phiên họp tháng 7.',
    [{ due: 'tại phiên họp tháng 7 (không nêu ngày)', dueDate: null }],
  ],
  [
    'Các xã gửi báo cáo về Phòng Nội vụ sớm hơn 05 ngày so với thời hạn nêu trên.',
    [{ due: 'sớm hơn 05 ngày so với thời hạn nêu trên (không nêu ngày)' }],
  ],
  ['Phòng Nội vụ tham mưu kế hoạch; thời gian hoàn thành: ngày 15/7/2026.', [{ what: 'tham mưu kế hoạch' }]],
  [
    'Các trường lập danh sách nộp trực tiếp tại Phòng Tài chính hạn chót là ngày 05/9/2026.',
    [{ to: 'Phòng Tài chính', due: 'đến hết 2026-09-05' }],
  ],
  [
    'Chương trình sẽ sơ kết sau sáu tháng, các chi đoàn gửi báo cáo về Huyện đoàn trước 05/7/2026.',
    [{ who: 'Các chi đoàn', due: 'trước 2026-07-05' }],
  ],
  ['Các đơn vị hoàn thành bồi thường đối với 06 dự án trong tháng 11/2026.', [{ kind: 'finish' }]],
  ['Sở Tài chính trình UBND tỉnh trong quí 2 năm 2026.', [{ due: 'trong quí 2 năm 2026 (không nêu ngày)' }]],
  ['Tiến độ: hoàn thành tháng 11 năm 2026.', [{ due: 'tháng 11 năm 2026 (không nêu ngày)' }]],
  ['Hoàn thành việc cấp thẻ giữa tháng 5 năm 2026.', [{ due: 'giữa tháng 5 năm 2026 (không nêu ngày)' }]],
  ['Diễn tập cấp thành phố: tháng 7/2026.', [{ what: 'Diễn tập cấp thành phố', kind: 'finish' }]],
  ['Thời hạn gửi: 02 ngày làm việc kể từ ngày chốt số liệu.', [{ kind: 'report', dueDate: null }]],
  [
    'Giao Sở Công Thương đề xuất UBND tỉnh trong tuần đầu tháng 4/2026.',
    [{ to: 'UBND tỉnh', due: 'trong tuần đầu tháng 4/2026 (không nêu ngày)' }],
  ],
  ['Sở Nội vụ tham mưu ban hành trong quý I hằng năm.', [{ due: 'hằng năm, trong quý I' }]],
  [
    'Các cơ sở báo cáo kết quả trước 16 giờ hằng ngày về Sở Y tế.',
    [{ what: 'báo cáo kết quả', due: 'trước 16 giờ hằng ngày (không nêu ngày)' }],
  ],
  [
    'Sở Y tế tham mưu UBND tỉnh kiện toàn Ban Chỉ đạo; hoàn thành trong tháng 12/2026.',
    [{ what: 'tham mưu UBND tỉnh kiện toàn Ban Chỉ đạo', to: 'UBND tỉnh', kind: 'finish' }],
  ],
  [
    'Báo cáo tháng trước ngày 25 hằng tháng. Các báo cáo khác gửi về Sở Tài chính trước ngày 15/12/2026.',
    [{ to: 'Sở Tài chính' }, { to: 'Sở Tài chính' }],
  ],
  [
    'Các xã đăng ký thi đua trước ngày 15/3/2026. Báo cáo kết quả gửi về Ban Tổ chức trước ngày 20/12/2026.',
    [{ to: '' }, { to: 'Ban Tổ chức' }],
  ],
];

const lines: readonly Row[] = [
  [
    'Thời gian gửi hồ sơ đề nghị khen thưởng về Sở Nội vụ: Trước ngày 10/11/2026.',
    [{ what: 'gửi hồ sơ đề nghị khen thưởng', to: 'Sở Nội vụ', kind: 'report' }],
  ],
  [
    'Thời hạn gửi báo cáo: báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 30/11.',
    [
      { what: 'báo cáo 6 tháng', due: 'trước 2026-06-15' },
      { what: 'báo cáo năm', due: 'trước 2026-11-30' },
    ],
  ],
  [
    `2. Xây dựng cơ sở dữ liệu đất đai
- Nội dung: thu thập, làm sạch dữ liệu.
- Đơn vị chủ trì: Chi cục Quản lý đất đai.
- Thời gian thực hiện: Hoàn thành trước ngày 30/9/2026.`,
    [
      {
        what: 'Xây dựng cơ sở dữ liệu đất đai',
        who: 'Chi cục Quản lý đất đai',
        due: 'trước 2026-09-30',
        kind: 'finish',
      },
    ],
  ],
  [
    `- Tháng 3/2026: Ban hành kế hoạch kiểm tra.
- Quý II: Hoàn thành khảo sát.`,
    [
      { what: 'Ban hành kế hoạch kiểm tra', due: 'tháng 3/2026 (không nêu ngày)' },
      { what: 'Hoàn thành khảo sát', due: 'quý II/2026 (không nêu ngày)' },
    ],
  ],
  [
    `1. Hoàn thành trước ngày 30/4/2026 các nhiệm vụ sau:
a) Rà soát hộ nghèo;
b) Sở Nội vụ: Lập danh sách người có công.`,
    [
      { what: 'Rà soát hộ nghèo', due: 'trước 2026-04-30' },
      { what: 'Lập danh sách người có công', who: 'Sở Nội vụ', due: 'trước 2026-04-30' },
    ],
  ],
  [
    `Tháng 5/2026:
- Tổ chức lễ phát động (Đoàn Thanh niên).
- Kiểm tra cơ sở.`,
    [
      { what: 'Tổ chức lễ phát động', who: 'Đoàn Thanh niên', due: 'đến hết 2026-05-31' },
      { what: 'Kiểm tra cơ sở', due: 'đến hết 2026-05-31' },
    ],
  ],
  [
    `3. Sở Tài chính:
a) Rà soát nguồn vốn.
b) Tham mưu phân bổ kinh phí.
Các nhiệm vụ trên hoàn thành trước ngày 15/5/2026.`,
    [
      { what: 'Rà soát nguồn vốn', who: 'Sở Tài chính', due: 'trước 2026-05-15' },
      { what: 'Tham mưu phân bổ kinh phí', who: 'Sở Tài chính', due: 'trước 2026-05-15' },
    ],
  ],
  [
    `Thời gian quy định cho các phòng, ban báo cáo gửi UBND huyện (qua Phòng Nội vụ) như sau:
- Báo cáo quý gửi trước ngày 10 tháng cuối quý.
- Báo cáo năm gửi trước ngày 20/11 hằng năm.`,
    [
      { who: 'các phòng, ban', to: 'UBND huyện (qua Phòng Nội vụ)', due: 'hằng quý, trước ngày 10 tháng cuối quý' },
      { who: 'các phòng, ban', to: 'UBND huyện (qua Phòng Nội vụ)', due: 'hằng năm, trước ngày 20/11' },
    ],
  ],
  [
    `- Báo cáo 6 tháng: trước ngày 25/5/2026.
Các báo cáo gửi bản mềm qua thư điện tử, bản chính gửi về Văn phòng Hội.`,
    [{ what: 'Báo cáo 6 tháng', to: 'Văn phòng Hội' }],
  ],
  [
    `TT
Nội dung công việc
Cơ quan chủ trì
Ngày phải hoàn thành
1
Mở hội nghị triển khai ở xã.
UBND xã
21/3/2026
2
Niêm yết danh sách, gửi về Phòng Nội vụ
Tổ công tác,
Ban Mặt trận thôn
Trước ngày 15/4/2026
(chậm nhất 15 ngày trước ngày bầu)
3
Tổng kết
Phòng Nội vụ
Quý II, III/2026`,
    [
      { what: 'Mở hội nghị triển khai ở xã', who: 'UBND xã', due: 'đến hết 2026-03-21' },
      { who: 'Tổ công tác, Ban Mặt trận thôn', to: 'Phòng Nội vụ', due: 'trước 2026-04-15', kind: 'report' },
      { what: 'Tổng kết', who: 'Phòng Nội vụ', due: 'trong quý II/2026, quý III/2026' },
    ],
  ],
  [
    `| Nội dung | Đơn vị thực hiện | Thời hạn |
| --- | --- | --- |
| Báo cáo thống kê | Các trường | 15/6; 15/12 |`,
    [{ due: 'đến hết 2026-06-15' }, { due: 'đến hết 2026-12-15' }],
  ],
];

const nothing: readonly string[] = [
  'Thời gian: 08 giờ 00 ngày 15/3/2026 (thứ Hai).',
  'Thời gian tổ chức hội nghị: bắt đầu từ 08 giờ ngày 15/3/2026.',
  'Hội nghị được tổ chức vào ngày 15/3/2026 tại Hội trường tỉnh.',
  'Cuộc họp dự kiến diễn ra lúc 14 giờ thứ Sáu, ngày 20/3/2026.',
  'Nghị quyết được thông qua ngày 08 tháng 12 năm 2026.',
  'Giấy phép có giá trị đến hết ngày 31/12/2028.',
  'Thẻ có thời hạn sử dụng từ ngày 01/3/2026 đến ngày 31/12/2026.',
  'Hợp đồng ký trước ngày 30/6/2026 thì tiếp tục thực hiện.',
  'Cán bộ nghỉ hưu trước ngày 01/9/2026 không thuộc đối tượng.',
  'Học sinh nghỉ hè từ ngày 01/6/2026 đến hết ngày 15/8/2026.',
  'Lễ hội diễn ra từ ngày 10/3 đến ngày 15/3/2026.',
  'Kỳ thi diễn ra trong các ngày 11 và 12/6/2026.',
  'Nhiệm kỳ 2021 - 2026 kết thúc vào tháng 6/2026.',
  'Phạt tiền đối với hành vi không báo cáo trước ngày 15/12.',
  'Trong quý I/2026, Sở Y tế đã hoàn thành việc rà soát.',
  'Trong tháng 3/2026, Sở Y tế tổ chức 3 lớp tập huấn cho 150 người.',
  'Ngày 07/3/2026, UBND tỉnh ban hành văn bản số 612/UBND-NC về việc báo cáo hằng năm.',
  'Thời hạn chốt số liệu của báo cáo quý I: từ ngày 15 tháng 12 đến ngày 14 tháng 3 năm 2026.',
  'Báo cáo tại kỳ họp nêu rõ: năm 2025 tình hình phát triển khá toàn diện.',
  'Theo kết luận của Chủ tịch tại cuộc họp ngày 20/3/2026, các xã xử lý nghiêm vi phạm.',
  'Mục tiêu của chương trình là xây dựng chính phủ số vào năm 2030.',
  'Trong năm 2026, tỉnh sẽ hoàn thành 25 km đường giao thông.',
  'Dự kiến đến ngày 30/6/2026, giải ngân đạt 40% kế hoạch.',
  'Lịch tiếp công dân: vào ngày 15 hằng tháng tại Trụ sở.',
  'Thời gian kiểm tra: ngày 15/3/2026 tại trụ sở.',
];

describe('ways to say until when', () => {
  it.each([...sentences, ...lines])('reads: %s', (text, expected) => {
    const found = read(text);
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
  });
  it.each(nothing)('finds none in: %s', (text) => expect(read(text)).toEqual([]));
});
