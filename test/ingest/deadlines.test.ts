import { describe, expect, it } from 'vitest';
import type { DeadlineFinding } from '../../src/domain/deadline.ts';
import { noPeriod, type Period } from '../../src/domain/period.ts';
import { findDeadlines } from '../../src/ingest/deadlines/find-deadlines.ts';
import { sourceText } from '../../src/ingest/source-text.ts';
import { findBlocks } from '../../src/ingest/structure/find-blocks.ts';

const year2024: Period = { text: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' };
const plan: Period = { text: '2021-2025', kind: 'range', from: '2021-01-01', to: '2025-12-31' };

function read(text: string, period: Period = year2024, date: string | null = '2024-02-01'): DeadlineFinding[] {
  const lead =
    'Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung chủ yếu sau đây để các cấp, các ngành tổ chức thực hiện.\n\n';
  const whole = `${lead}${text}`;
  return findDeadlines({ source: sourceText(whole), blocks: findBlocks(whole), metadata: { period, date } });
}

type Row = readonly [string, Partial<DeadlineFinding>[]];

const dated: readonly Row[] = [
  [
    'Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 16 tháng 12 năm 2025.',
    [
      {
        who: 'Các đơn vị',
        to: 'Sở Nội vụ',
        due: 'trước 2025-12-16',
        dueDate: '2025-12-15',
        kind: 'report',
        what: 'gửi báo cáo',
      },
    ],
  ],
  [
    'Thủ trưởng các cơ quan, đơn vị gửi kế hoạch về UBND tỉnh (qua Sở Kế hoạch và Đầu tư) chậm nhất ngày 20/02/2024.',
    [
      {
        who: 'Thủ trưởng các cơ quan, đơn vị',
        to: 'UBND tỉnh (qua Sở Kế hoạch và Đầu tư)',
        due: 'đến hết 2024-02-20',
        dueDate: '2024-02-20',
      },
    ],
  ],
  [
    'Đề nghị các đồng chí thành viên gửi ý kiến tham gia về Văn phòng Tỉnh ủy trước 16 giờ 30 phút ngày 12/4/2024.',
    [{ to: 'Văn phòng Tỉnh ủy', due: 'trước 2024-04-12 16:30', dueDate: '2024-04-12' }],
  ],
  [
    'UBND các xã hoàn thành việc rà soát hộ nghèo trước 30/6/2024.',
    [{ who: 'UBND các xã', due: 'trước 2024-06-30', kind: 'finish' }],
  ],
  [
    'Các địa phương hoàn thành đại hội cấp cơ sở trong quý II năm 2025.',
    [{ due: 'trong quý II năm 2025 (không nêu ngày)', dueDate: null, kind: 'finish' }],
  ],
  [
    'Các chủ đầu tư bàn giao mặt bằng xong trước tháng 7 năm 2024.',
    [{ who: 'Các chủ đầu tư', due: 'trước tháng 7 năm 2024 (không nêu ngày)', dueDate: null }],
  ],
  [
    'Các cơ quan gửi đăng ký thi đua về Phòng Nội vụ trong quý I năm 2026.',
    [{ due: 'trong quý I năm 2026 (không nêu ngày)', dueDate: null, kind: 'report', to: 'Phòng Nội vụ' }],
  ],
  [
    'Sở Nội vụ tham mưu tổng kết phong trào vào cuối tháng 11/2025.',
    [{ who: 'Sở Nội vụ', due: 'đến hết 2025-11-30', kind: 'finish' }],
  ],
  [
    'Phòng Nội vụ xây dựng kế hoạch tinh giản biên chế; trình Chủ tịch UBND huyện trước ngày 18/6/2024.',
    [{ what: 'xây dựng kế hoạch tinh giản biên chế', to: 'Chủ tịch UBND huyện', due: 'trước 2024-06-18' }],
  ],
  [
    'Báo cáo 6 tháng đầu năm gửi về Sở Tài chính trước ngày 15/6, báo cáo năm gửi trước ngày 15/12.',
    [{ due: 'trước 2024-06-15' }, { due: 'trước 2024-12-15' }],
  ],
  ['Các đơn vị báo cáo kết quả về Sở Y tế trước ngày 10/01 năm sau.', [{ due: 'trước 2025-01-10' }]],
  [
    'Phòng Tư pháp chuẩn bị nội dung; Phòng Nội vụ tổng hợp, báo cáo Chủ tịch UBND huyện trước ngày 05/5/2024.',
    [{ who: 'Phòng Nội vụ', to: 'Chủ tịch UBND huyện', due: 'trước 2024-05-05' }],
  ],
  [
    'Các đơn vị gửi kết quả về Trưởng khối trước ngày 05/12, Trưởng khối tổng hợp gửi Sở Nội vụ trước ngày 10/12/2024.',
    [
      { who: 'Các đơn vị', to: 'Trưởng khối', due: 'trước 2024-12-05' },
      { who: 'Trưởng khối', to: 'Sở Nội vụ', due: 'trước 2024-12-10' },
    ],
  ],
  [
    'Hồ sơ đề nghị khen thưởng gửi về Ban Thi đua - Khen thưởng trước ngày 15/01/2025 (theo dấu bưu điện).',
    [{ what: 'gửi hồ sơ đề nghị khen thưởng', to: 'Ban Thi đua - Khen thưởng', due: 'trước 2025-01-15' }],
  ],
];

const recurring: readonly Row[] = [
  [
    'Định kỳ trước ngày 25 hằng tháng, các sở, ngành báo cáo tiến độ về Ban Chỉ đạo.',
    [
      {
        who: 'Các sở, ngành',
        to: 'Ban Chỉ đạo',
        due: 'hằng tháng, trước ngày 25',
        rule: 'FREQ=MONTHLY;BYMONTHDAY=24',
        dueDate: null,
      },
    ],
  ],
  [
    'Báo cáo định kỳ hằng tháng gửi về Sở Công Thương trước ngày 01.',
    [{ due: 'hằng tháng, trước ngày 01', rule: 'FREQ=MONTHLY;BYMONTHDAY=-1' }],
  ],
  [
    'Các xã, phường báo cáo UBND huyện vào thứ Hai hằng tuần.',
    [{ due: 'hằng tuần, thứ Hai', rule: 'FREQ=WEEKLY;BYDAY=MO', to: 'UBND huyện' }],
  ],
  [
    'Các trường gửi số liệu về Phòng Giáo dục và Đào tạo trước 15h00 thứ Năm hàng tuần.',
    [{ due: 'hằng tuần, trước 15:00 thứ Năm', rule: 'FREQ=WEEKLY;BYDAY=TH' }],
  ],
  [
    'Các đơn vị báo cáo Sở Nội vụ trước ngày 01/6 và 15/11 hằng năm.',
    [
      { due: 'hằng năm, trước ngày 01/6', rule: 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31' },
      { due: 'hằng năm, trước ngày 15/11', rule: 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=14' },
    ],
  ],
  [
    'Định kỳ hằng quý (trước ngày 20 tháng cuối quý), các sở, ngành báo cáo kết quả về Sở Tài chính để tổng hợp.',
    [
      {
        due: 'hằng quý, trước ngày 20 tháng cuối quý',
        rule: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=19',
        to: 'Sở Tài chính',
      },
    ],
  ],
  [
    'Hằng tháng (trước ngày 18), 6 tháng (trước ngày 18/6), năm (trước ngày 18/11), các đơn vị báo cáo về Văn phòng HĐND tỉnh.',
    [{ due: 'hằng tháng, trước ngày 18' }, { due: 'trước 2024-06-18' }, { due: 'trước 2024-11-18' }],
  ],
  [
    'Sở Tư pháp báo cáo Bộ Tư pháp trong tháng 11 hằng năm.',
    [{ due: 'hằng năm, trong tháng 11', rule: 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1' }],
  ],
  [
    'Hằng năm, trước ngày 30 tháng 11, UBND các xã báo cáo UBND huyện kết quả thực hiện.',
    [{ who: 'UBND các xã', to: 'UBND huyện', due: 'hằng năm, trước ngày 30/11' }],
  ],
  [
    'Các đơn vị gửi báo cáo sơ kết trước ngày 10 tháng 6, báo cáo tổng kết trước ngày 10 tháng 12 hàng năm về Sở Nội vụ.',
    [{ due: 'hằng năm, trước ngày 10/6' }, { due: 'hằng năm, trước ngày 10/12', to: 'Sở Nội vụ' }],
  ],
  [
    'Chế độ báo cáo: Định kỳ trước ngày 15 tháng cuối quý, các xã báo cáo kết quả về UBND huyện (qua Phòng Nội vụ).',
    [{ who: 'Các xã', to: 'UBND huyện (qua Phòng Nội vụ)', due: 'hằng quý, trước ngày 15 tháng cuối quý' }],
  ],
  ['Ngày 15 hằng tháng, các xã gửi số liệu về Chi cục Thống kê.', [{ who: 'Các xã', due: 'hằng tháng, ngày 15' }]],
  [
    'Các huyện thực hiện chế độ báo cáo vào ngày 15 và ngày 30 hằng tháng.',
    [{ due: 'hằng tháng, ngày 15 và ngày 30', rule: 'FREQ=MONTHLY;BYMONTHDAY=15,30' }],
  ],
];

const undated: readonly Row[] = [
  [
    'Sở Y tế tổng hợp, báo cáo UBND tỉnh định kỳ 6 tháng, năm.',
    [{ who: 'Sở Y tế', to: 'UBND tỉnh', due: 'định kỳ 6 tháng, năm (không nêu ngày)' }],
  ],
  [
    'Văn phòng UBND tỉnh có trách nhiệm theo dõi, đôn đốc và báo cáo Chủ tịch UBND tỉnh.',
    [{ who: 'Văn phòng UBND tỉnh', to: 'Chủ tịch UBND tỉnh', due: 'không nêu ngày' }],
  ],
  ['Giao Sở Tư pháp theo dõi, tổng hợp báo cáo UBND tỉnh theo quy định.', [{ due: 'theo quy định (không nêu ngày)' }]],
  [
    'Ban Chỉ đạo định kỳ sơ kết, báo cáo Ban Thường vụ Tỉnh ủy theo quy định.',
    [{ who: 'Ban Chỉ đạo', to: 'Ban Thường vụ Tỉnh ủy', due: 'định kỳ, theo quy định (không nêu ngày)' }],
  ],
  [
    'Chậm nhất 05 ngày làm việc kể từ ngày kết thúc đợt kiểm tra, các đoàn gửi báo cáo về Thanh tra tỉnh.',
    [{ due: 'chậm nhất 05 ngày làm việc kể từ ngày kết thúc đợt kiểm tra (không nêu ngày)', to: 'Thanh tra tỉnh' }],
  ],
  [
    'Giao UBND tỉnh báo cáo HĐND tỉnh tại kỳ họp cuối năm 2024.',
    [{ due: 'tại kỳ họp cuối năm 2024 (không nêu ngày)', to: 'HĐND tỉnh' }],
  ],
  [
    'Hằng quý, 6 tháng và cả năm, các đơn vị tổng hợp kết quả gửi về Phòng Kinh tế để tổng hợp báo cáo UBND huyện.',
    [{ who: 'Các đơn vị', to: 'Phòng Kinh tế', due: 'hằng quý, 6 tháng và cả năm (không nêu ngày)' }],
  ],
  [
    'Giao Ban Thi đua - Khen thưởng tỉnh theo dõi, đôn đốc và tổng hợp báo cáo kết quả thực hiện Kế hoạch này.',
    [{ who: 'Ban Thi đua - Khen thưởng tỉnh', to: '', due: 'không nêu ngày' }],
  ],
  [
    'Hội đồng Thi đua các cấp đôn đốc cơ sở và định kỳ báo cáo kết quả phong trào theo quy định.',
    [{ who: 'Hội đồng Thi đua các cấp', due: 'định kỳ, theo quy định (không nêu ngày)' }],
  ],
];

const spans: readonly Row[] = [
  [
    'Thời gian thực hiện: từ ngày 01/3/2024 đến ngày 30/11/2024.',
    [{ kind: 'span', due: 'từ 2024-03-01 đến hết 2024-11-30', dueDate: '2024-11-30' }],
  ],
  [
    'Phong trào thi đua được phát động từ ngày ký ban hành đến hết ngày 31/12/2025.',
    [{ kind: 'span', due: 'đến hết 2025-12-31' }],
  ],
  [
    'Thời gian thi đua: từ nay đến hết năm 2025.',
    [{ kind: 'span', due: 'đến hết 2025-12-31', what: 'Thời gian thi đua' }],
  ],
];

const laterSpans: readonly Row[] = [
  ['Thời gian thực hiện: Từ ngày 15/3 - 30/11/2024.', [{ kind: 'span', due: 'từ 2024-03-15 đến hết 2024-11-30' }]],
  [
    'Phong trào bắt đầu từ ngày 01/01/2024 và kết thúc vào ngày 31/12/2024.',
    [{ kind: 'span', due: 'đến hết 2024-12-31' }],
  ],
  [
    'Đợt 1: từ ngày 01/01 đến ngày 30/6/2024; Đợt 2: từ ngày 01/7 đến ngày 31/12/2024.',
    [{ what: 'Đợt 1' }, { what: 'Đợt 2' }],
  ],
  ['Đợt thi đua tính từ ngày phát động đến hết ngày 31/12/2024.', [{ kind: 'span', what: 'Đợt thi đua' }]],
];

const nothing: readonly string[] = [
  'Số liệu điều tra hộ nghèo cuối năm sẽ có trong tháng 11.',
  'Thực hiện Công văn số 123/SNV-TĐKT ngày 10/3/2024 của Sở Nội vụ về việc báo cáo kết quả phong trào thi đua.',
  'Theo báo cáo của Sở Y tế, đến ngày 30/9/2024 toàn tỉnh có 12 bệnh viện công lập.',
  'Quyết định này có hiệu lực thi hành kể từ ngày 01/01/2025 và thay thế Quyết định số 5/QĐ-UBND ngày 02/3/2020.',
  'Tổ chức các hoạt động kỷ niệm 80 năm Ngày Quốc khánh (02/9/1945 - 02/9/2025).',
  'Phấn đấu đến hết năm 2025, 100% xã đạt chuẩn nông thôn mới.',
  'Các cơ quan, đơn vị, địa phương có trách nhiệm tổ chức thực hiện Kế hoạch này.',
  'Toàn tỉnh đã hoàn thành trước ngày 30/6/2023 việc cấp giấy chứng nhận.',
  'Báo, đài của tỉnh đẩy mạnh công tác tuyên truyền về phong trào.',
  'Tăng cường công tác kiểm tra, đôn đốc việc triển khai thực hiện.',
  'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo về Sở Nội vụ để xem xét, giải quyết.',
  'Người sinh trước ngày 01/7/1960 được hưởng trợ cấp hằng tháng.',
  'Tỷ lệ giải ngân đến ngày 30/11/2024 đạt 71,5% kế hoạch.',
  'Các đơn vị thực hiện nghiêm chế độ thông tin, báo cáo theo quy định.',
  'Xét Báo cáo số 45/BC-UBND ngày 10/6/2024 của Ủy ban nhân dân huyện.',
  'Mở các phiên giao dịch việc làm vào ngày 10 và ngày 25 hằng tháng.',
  'Số liệu báo cáo tháng được tính từ ngày 15 tháng trước đến ngày 14 của tháng báo cáo.',
  'Trường hợp chưa nộp trước ngày 15/5/2024 thì không được xét.',
  'Các dự án được phê duyệt trước ngày 01/01/2024 tiếp tục thực hiện theo quy định cũ.',
  'Thủ trưởng các đơn vị chịu trách nhiệm trước Chủ tịch UBND tỉnh về kết quả thực hiện.',
  'Lập báo cáo quyết toán gửi cơ quan tài chính thẩm định.',
  'Báo cáo kết quả thực hiện phải đầy đủ, trung thực.',
  'Nhà trường được thành lập trước ngày 20/11/2025 theo quyết định của UBND tỉnh, nay có 30 lớp.',
];

describe('deadlines with a date', () => {
  it.each(dated)('reads: %s', (text, expected) => {
    const found = read(text);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });
});

describe('recurring deadlines', () => {
  it.each(recurring)('reads: %s', (text, expected) => {
    const found = read(text);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });

  it('takes a date without a year in a plan of several years as one of every year', () => {
    expect(read('Các sở báo cáo kết quả về Sở Tài chính trước ngày 10/12.', plan, '2021-03-01')).toMatchObject([
      { due: 'hằng năm, trước ngày 10/12', rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=9' },
    ]);
  });

  it('takes a date in a plan for a school year for its year, and in any other plan of two years for every year', () => {
    const schoolYear: Period = { text: '2024-2025', kind: 'range', from: '2024-01-01', to: '2025-12-31' };
    const text = 'Các trường gửi báo cáo về Sở Giáo dục và Đào tạo trước ngày 20/3.';
    expect(read(text, schoolYear, '2024-09-10')).toMatchObject([{ due: 'trước 2025-03-20', dueDate: '2025-03-19' }]);
    expect(read(text, schoolYear, '2024-01-10')).toMatchObject([{ due: 'hằng năm, trước ngày 20/3' }]);
  });

  it('says that the year is missing when nothing tells it', () => {
    expect(read('Các sở gửi dự thảo về Sở Tài chính trước ngày 10/12.', noPeriod, null)).toMatchObject([
      { due: 'trước ngày 10/12 (không nêu năm)', dueDate: null, rule: null },
    ]);
  });
});

describe('duties to report without a date', () => {
  it.each(undated)('reads: %s', (text, expected) => {
    const found = read(text);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected.map((one) => ({ dueDate: null, rule: null, kind: 'report', ...one })));
  });
});

describe('campaigns', () => {
  it.each([...spans, ...laterSpans])('reads: %s', (text, expected) => expect(read(text)).toMatchObject(expected));
});

describe('what is no deadline', () => {
  it.each(nothing)('finds none in: %s', (text) => expect(read(text)).toEqual([]));
});

describe('who and what from around', () => {
  it('takes who from the heading, and each point for itself', () => {
    const found = read(`1. Sở Xây dựng
a) Rà soát quy hoạch, hoàn thành trước ngày 30/9/2024.
b) Báo cáo UBND tỉnh trước ngày 15/10/2024.
2. Công an tỉnh
Tổng hợp, báo cáo UBND tỉnh trước ngày 01/11/2024.`);
    expect(found.map(({ who, due }) => [who, due])).toEqual([
      ['Sở Xây dựng', 'trước 2024-09-30'],
      ['Sở Xây dựng', 'trước 2024-10-15'],
      ['Công an tỉnh', 'trước 2024-11-01'],
    ]);
  });

  it('takes who from the sentence before', () => {
    const found = read('Các đoàn thể vận động hội viên tham gia. Gửi danh sách về Ban Dân vận trước ngày 05/6/2024.');
    expect(found).toMatchObject([{ who: 'Các đoàn thể', to: 'Ban Dân vận', due: 'trước 2024-06-05' }]);
  });

  it('takes who from the addressees of a công văn', () => {
    const found = read(`Kính gửi: Các phòng, ban thuộc Sở.
Hồ sơ đề nghị khen thưởng gửi về Văn phòng Sở trước ngày 20/11/2024.`);
    expect(found).toMatchObject([{ who: 'Các phòng, ban thuộc Sở', to: 'Văn phòng Sở', due: 'trước 2024-11-20' }]);
  });

  it('reads a task with its time and body on lines of their own', () => {
    const found = read(`1. Ban hành quy chế phối hợp
- Cơ quan chủ trì: Sở Tư pháp.
- Thời gian hoàn thành: Quý III/2024.`);
    expect(found).toMatchObject([
      { what: 'Ban hành quy chế phối hợp', who: 'Sở Tư pháp', due: 'đến hết 2024-09-30', kind: 'finish' },
    ]);
  });

  it('reads both dates on a line of times', () => {
    const found = read(`1. Báo cáo công tác dân vận
- Thời gian gửi báo cáo: Trước ngày 15/6 và ngày 15/12 hằng năm.`);
    expect(found.map(({ due }) => due)).toEqual(['hằng năm, trước ngày 15/6', 'hằng năm, trước ngày 15/12']);
  });

  it('reads a table of tasks', () => {
    const found = read(`| STT | Nội dung công việc | Đơn vị thực hiện | Thời hạn |
| --- | --- | --- | --- |
| 1 | Xây dựng dự thảo Nghị quyết | Sở Tài chính | Trước ngày 15/8/2024 |
| 2 | Thẩm định dự thảo | Sở Tư pháp | Tháng 9/2024 |
| 3 | Tuyên truyền | Báo tỉnh | Thường xuyên |
| 4 | Mở lớp tập huấn | Sở Nội vụ | Quý II, quý IV năm 2024 |
| 5 | Tổng kết | Sở Nội vụ | Trước quý IV/2024 |`);
    expect(found.map(({ what, who, due, dueDate, rule }) => [what, who, due, dueDate ?? rule])).toEqual([
      ['Xây dựng dự thảo Nghị quyết', 'Sở Tài chính', 'trước 2024-08-15', '2024-08-14'],
      ['Thẩm định dự thảo', 'Sở Tư pháp', 'trong tháng 9/2024', '2024-09-30'],
      [
        'Mở lớp tập huấn',
        'Sở Nội vụ',
        'trong quý II/2024, quý IV năm 2024',
        'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1;UNTIL=20241231T165959Z',
      ],
      ['Tổng kết', 'Sở Nội vụ', 'trước quý IV/2024 (không nêu ngày)', null],
    ]);
  });

  it('quotes over hard-wrapped lines exactly', () => {
    const wrapped = 'Các đơn vị gửi báo cáo\nkết quả về Sở Nội vụ trước ngày 16\ntháng 12 năm 2024.';
    const [found] = read(wrapped);
    expect(found).toMatchObject({ quote: wrapped, due: 'trước 2024-12-16' });
  });
});
