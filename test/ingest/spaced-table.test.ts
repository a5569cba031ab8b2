import { expect, it } from 'vitest';
import { findFigures } from '../../src/ingest/figures/find-figures.ts';
import { tables, takeApart } from './support/read-text.ts';

const frame =
  'ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n\nSố: 12/KH-UBND\nGia Lai, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2026\n\nI. CHỈ TIÊU\n\n';

function targetsIn(lines: readonly string[]): string[] {
  const { source, structure, metadata } = takeApart(`${frame}${lines.join('\n')}\n\nII. NHIỆM VỤ\n`);
  const { lexicon, gazetteer } = tables;
  return findFigures({ text: source.text, blocks: structure.blocks, metadata, lexicon, gazetteer, today: '2026-11-22' })
    .filter(({ kind }) => kind === 'target')
    .map(({ indicator, comparator, min, max, unit, period }) =>
      [indicator, `${comparator}${min ?? max} ${unit}`.trim(), period.text].join(' | '),
    );
}

const cases: [what: string, lines: string[], expected: string[]][] = [
  [
    'rows parted by wide blanks, a group, a sum over its first two cells',
    [
      'STT   Xã, phường        Số hộ thoát nghèo (hộ)   Tỷ lệ BHYT (%)',
      'I     Vùng 1',
      '1     Xã Chư Sê         120                      93,5',
      '2     Phường Pleiku     40                       96',
      'Tổng cộng   160   94,5',
    ],
    [
      'Số hộ thoát nghèo | =120 hộ | 2026',
      'Tỷ lệ BHYT | =93.5 % | 2026',
      'Số hộ thoát nghèo | =40 hộ | 2026',
      'Tỷ lệ BHYT | =96 % | 2026',
      'Số hộ thoát nghèo | =160 hộ | 2026',
      'Tỷ lệ BHYT | =94.5 % | 2026',
    ],
  ],
  [
    'nothing where single blanks part cells: the number of a row is no count',
    [
      'STT Chỉ tiêu Kế hoạch năm 2026 Đơn vị chủ trì Thời gian',
      '1 Tỷ lệ hồ sơ giải quyết đúng hạn ≥ 99% Phòng Nội vụ Thường xuyên',
      '2 Tỷ lệ hồ sơ nộp trực tuyến Từ 80% trở lên Văn phòng Quý IV',
      '3 Số sáng kiến được công nhận 05 sáng kiến Các phòng Trước 30/11/2026',
    ],
    [],
  ],
  [
    'bounds in words and times with "đến" where a header tells the columns, a row without its figure left out',
    [
      'TT Chỉ tiêu Mục tiêu đến năm 2030',
      '1 Tỷ lệ đô thị hóa (%) 45',
      '2 Tỷ lệ tổ chức đảng hoàn thành tốt trên 90%',
      '3 Thu nhập bình quân (triệu đồng) 95 - 100',
      '4 Kết nạp đảng viên mới hằng năm 200 đảng viên',
    ],
    [
      'Tỷ lệ đô thị hóa | =45 % | đến 2030',
      'Tỷ lệ tổ chức đảng hoàn thành tốt | >90 % | đến 2030',
      'Thu nhập bình quân | range95 triệu đồng | đến 2030',
    ],
  ],
];

it.each(cases)('reads %s', (_, lines, expected) => {
  expect(targetsIn(lines)).toEqual(expected);
});

it('leaves points of prose below such a line to be read as prose', () => {
  const lines = ['TT Hội đồng nhân dân giao:', '1. Tỷ lệ hộ nghèo còn 3,5%.', '2. Trồng mới 120 ha rừng.'];
  expect(targetsIn(lines)).toEqual(['Tỷ lệ hộ nghèo | =3.5 % | 2026', 'Trồng mới rừng | =120 ha | 2026']);
});

it('reads many headers without rows in the time of their length', () => {
  const { structure } = takeApart(`${frame}${'STT Chỉ tiêu\n1 Tỷ lệ\nchữ\n'.repeat(20_000)}`);
  expect(structure.blocks.length).toBeGreaterThan(0);
});
