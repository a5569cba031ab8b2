import { describe, expect, it } from 'vitest';
import { findRelations } from '../../../src/ingest/relations/find-relations.ts';
import { findValidity } from '../../../src/ingest/relations/find-validity.ts';
import { sourceText } from '../../../src/ingest/source-text.ts';
import { readStructure } from '../../../src/ingest/structure/read-structure.ts';

function document(body: string, { type = 'QUYẾT ĐỊNH', title = 'Về việc phân công nhiệm vụ năm 2026' } = {}) {
  return `UBND TỈNH HÀ TĨNH\nSố: 77/QĐ-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHà Tĩnh, ngày 03 tháng 3 năm 2026\n\n${type}\n${title}\n\n${body}\n`;
}

function relations(body: string, head: Parameters<typeof document>[1] = {}): string[] {
  const source = sourceText(document(body, head));
  const { blocks, head: found } = readStructure(source);
  return findRelations({ source, blocks, title: found.title, number: '77/QĐ-UBND' }).map(
    ({ kind, to, part, quote, start, end }) => {
      expect(source.text.slice(start, end)).toBe(quote);
      const said = [to.number, to.date ?? to.year ?? '', to.issuer ?? '', part ?? ''];
      return `${kind} ${said.join(' | ')}`.replace(/(?: \| )+$/, '');
    },
  );
}

const bodies: [string, string[]][] = [
  [
    'Căn cứ Nghị quyết số 45/NQ-HĐND ngày 10 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh về kế hoạch năm 2026;',
    ['basis 45/NQ-HĐND | 2025-12-10 | Hội đồng nhân dân tỉnh'],
  ],
  ['Căn cứ Kế hoạch số 15 năm 2025 của Ủy ban nhân dân tỉnh;', ['basis 15 | 2025 | Ủy ban nhân dân tỉnh']],
  [
    'Điều 3. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 12/2021/QĐ-UBND ngày 05/3/2021 của UBND tỉnh.',
    ['replaces 12/2021/QĐ-UBND | 2021-03-05 | UBND tỉnh'],
  ],
  [
    'Quyết định này thay thế các Quyết định số 12/QĐ-UBND ngày 05/3/2021, Quyết định số 9/QĐ-UBND ngày 01/02/2022 và Quyết định số 31/QĐ-UBND ngày 07/7/2023.',
    ['replaces 12/QĐ-UBND | 2021-03-05', 'replaces 9/QĐ-UBND | 2022-02-01', 'replaces 31/QĐ-UBND | 2023-07-07'],
  ],
  [
    'Bãi bỏ khoản 2 Điều 3 Quyết định số 12/2021/QĐ-UBND ngày 05/3/2021.',
    ['repeals 12/2021/QĐ-UBND | 2021-03-05 |  | khoản 2 Điều 3'],
  ],
  [
    'Điều 2. Hủy bỏ Kế hoạch số 15/KH-UBND ngày 20/01/2025 của Ủy ban nhân dân tỉnh.',
    ['repeals 15/KH-UBND | 2025-01-20 | Ủy ban nhân dân tỉnh'],
  ],
  [
    'Quyết định số 12/2021/QĐ-UBND ngày 05/3/2021 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.',
    ['repeals 12/2021/QĐ-UBND | 2021-03-05'],
  ],
  [
    'Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2021/QĐ-UBND ngày 05/3/2021 của Ủy ban nhân dân tỉnh như sau:',
    ['amends 12/2021/QĐ-UBND | 2021-03-05 | Ủy ban nhân dân tỉnh | một số điều'],
  ],
  ['Quyết định này thay cho Quyết định số 8/QĐ-UBND ngày 10/01/2022.', ['replaces 8/QĐ-UBND | 2022-01-10']],
  [
    'Quyết định này có hiệu lực từ ngày 01/4/2026 và thay thế các Quyết định: số 12/QĐ-UBND ngày 03/2/2023, số 45/QĐ-UBND ngày 06/7/2024.',
    ['replaces 12/QĐ-UBND | 2023-02-03', 'replaces 45/QĐ-UBND | 2024-07-06'],
  ],
  ['Kế hoạch số 31/KH-UBND ngày 02/3/2024 được thay thế bằng Quyết định này.', ['replaces 31/KH-UBND | 2024-03-02']],
  [
    'Thời hạn báo cáo tại Kế hoạch số 31/KH-UBND được điều chỉnh thành trước ngày 20/12 hằng năm.',
    ['amends 31/KH-UBND |  |  | Thời hạn báo cáo'],
  ],
  ['Nghị định số 30/2020/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 12/2024/NĐ-CP.', []],
  ['Chỉ tiêu giao tại Quyết định số 40/QĐ-UBND được điều chỉnh theo Nghị quyết số 9/NQ-HĐND.', []],
  ['Điều 1. Điều chỉnh Kế hoạch số 15/KH-UBND ngày 20/01/2025 như sau:', ['amends 15/KH-UBND | 2025-01-20']],
  [
    'Điều 1. Thay thế cụm từ “Sở Thông tin và Truyền thông” bằng cụm từ “Sở Khoa học và Công nghệ” tại Quyết định số 12/2021/QĐ-UBND.',
    ['amends 12/2021/QĐ-UBND |  |  | cụm từ “Sở Thông tin và Truyền thông” bằng cụm từ “Sở Khoa học và Công nghệ”'],
  ],
  [
    'Các nội dung khác không thay đổi, thực hiện theo Kế hoạch số 15/KH-UBND ngày 20/01/2025.',
    ['amends 15/KH-UBND | 2025-01-20'],
  ],
  [
    'Thực hiện Chương trình hành động số 02-CTr/TU ngày 29/01/2026 của Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành kế hoạch.',
    ['implements 02-CTr/TU | 2026-01-29 | Tỉnh ủy'],
  ],
  [
    'Quyết định này thay thế thành viên Ban Chỉ đạo tại Quyết định số 12/QĐ-UBND ngày 05/3/2021.',
    ['replaces 12/QĐ-UBND | 2021-03-05 |  | thành viên Ban Chỉ đạo'],
  ],
  [
    'Bãi bỏ Quy chế làm việc ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2021.',
    ['repeals 12/QĐ-UBND | 2021-03-05'],
  ],
  [
    'Điều 1. Bãi bỏ các văn bản sau đây:\n1. Quyết định số 12/QĐ-UBND ngày 05/3/2021;\n2. Khoản 3 Điều 2 Quyết định số 31/QĐ-UBND ngày 07/7/2023.\nĐiều 2. Sở Nội vụ theo dõi Quyết định số 40/QĐ-UBND.',
    ['repeals 12/QĐ-UBND | 2021-03-05', 'repeals 31/QĐ-UBND | 2023-07-07 |  | Khoản 3 Điều 2'],
  ],
];

const others: string[] = [
  'Nghị định số 152/2025/NĐ-CP thay thế Nghị định số 98/2023/NĐ-CP.',
  'Luật Thi đua, khen thưởng số 06/2022/QH15 được sửa đổi, bổ sung bởi Luật số 06/2026/QH16.',
  'Sở Nội vụ phối hợp triển khai nhiệm vụ nêu tại mục II theo Công văn số 12/SNV-TĐKT.',
  'Quyết định số 77/QĐ-UBND ngày 03/3/2026 thay cho bản dự thảo.',
  'Phấn đấu thay thế 100% đèn chiếu sáng bằng đèn LED trước ngày 30/6/2026.',
  'Tỷ lệ hồ sơ 24/7 đạt 95%, điều chỉnh tăng 3/4 so với năm 2025.',
];

describe('findRelations', () => {
  it.each(bodies)('reads “%s”', (body, expected) => {
    expect(relations(`Nội dung mở đầu của văn bản.\n\n${body}`)).toEqual(expected);
  });

  it.each(others)('finds nothing in “%s”', (body) => {
    const filler = Array.from({ length: 15 }, (_, at) => `${at + 1}. Nội dung thứ ${at + 1} của văn bản.`).join('\n');
    expect(relations(`${filler}\n\n${body}`)).toEqual([]);
  });

  it('reads what the title changes', () => {
    const title =
      'Về việc điều chỉnh chỉ tiêu tại Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh';
    expect(relations('Điều 1. Điều chỉnh như sau.', { title })).toEqual([
      'amends 15/KH-UBND | 2025-01-20 | Ủy ban nhân dân tỉnh | chỉ tiêu',
    ]);
  });

  it('takes a title without a number for the document of that name among those it rests on', () => {
    const title = 'Điều chỉnh một số chỉ tiêu Kế hoạch phát triển kinh tế - xã hội năm 2026';
    const basis = [
      'Căn cứ Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ quy định về chế độ báo cáo;',
      'Căn cứ Kế hoạch số 15/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh về phát triển kinh tế - xã hội năm 2026;',
    ];
    expect(relations(basis.join('\n'), { title }).at(-1)).toBe('amends 15/KH-UBND | 2026-01-20 | Ủy ban nhân dân tỉnh');
  });

  it('stays linear on hostile text', () => {
    const hostile = [
      'Quyết định này và '.repeat(30_000),
      `Bãi bỏ ${'khoản 2 Điều 3, '.repeat(30_000)}Quyết định số 1/QĐ-UBND`,
      'thay thế '.repeat(60_000),
      'Điều 1. '.repeat(60_000),
    ];
    for (const body of hostile) expect(relations(body).length).toBeLessThan(5);
  }, 20_000);
});

const validities: [string, Record<string, string>][] = [
  ['Quyết định này có hiệu lực kể từ ngày ký.', {}],
  ['Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2026.', { effectiveFrom: '2026-04-01' }],
  [
    'Quyết định này có hiệu lực từ 15/3/2026 và thay thế Quyết định số 1/QĐ-UBND ngày 01/01/2020.',
    { effectiveFrom: '2026-03-15' },
  ],
  ['Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.', { effectiveFrom: '2026-03-13' }],
  ['Nghị quyết này có hiệu lực từ năm ngân sách 2027.', { effectiveFrom: '2027-01-01' }],
  [
    'Quyết định này có hiệu lực từ ngày 01/4/2026 đến hết ngày 31/12/2030.',
    { effectiveFrom: '2026-04-01', effectiveTo: '2030-12-31' },
  ],
  ['Nghị quyết này hết hiệu lực kể từ ngày 01/01/2031.', { effectiveTo: '2030-12-31' }],
  ['Quyết định số 12/QĐ-UBND hết hiệu lực từ ngày 01/01/2031.', {}],
  ['Hợp đồng có hiệu lực từ ngày 01/01/2031.', {}],
];

describe('findValidity', () => {
  it.each(validities)('reads “%s”', (body, expected) => {
    const source = sourceText(document(`Nội dung mở đầu của văn bản.\n\n${body}`));
    expect(findValidity(source, readStructure(source).blocks, '2026-03-03')).toEqual(expected);
  });
});
