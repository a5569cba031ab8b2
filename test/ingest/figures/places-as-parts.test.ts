import { describe, expect, it } from 'vitest';
import { readDirective } from '../../../src/ingest/read-directive.ts';
import { loadTables } from '../../../src/tables.ts';

const tables = loadTables();

async function found(text: string): Promise<string[]> {
  const outcome = await readDirective(Buffer.from(text), { name: 'a.txt', tables, today: '2025-11-22' });
  if (outcome.status !== 'read') throw new Error(outcome.status);
  return outcome.draft.figures.map(
    ({ indicator, locality, valueText, kind }) => `${indicator} | ${locality?.name} | ${valueText} | ${kind}`,
  );
}

const plan = (line: string): string => `UBND TỈNH CAO BẰNG\nKẾ HOẠCH\nNăm 2025\n1. Mục tiêu\n${line}\n`;

describe('a part named by places alone', () => {
  it.each([
    [
      '- Trồng mới 1.200 ha rừng, trong đó huyện Nguyên Bình 300 ha, huyện Thạch An 250 ha và các huyện còn lại 650 ha.',
      [
        'Trồng mới rừng | tỉnh Cao Bằng | 1.200 ha | target',
        'Trồng mới rừng | huyện Nguyên Bình | 300 ha | target',
        'Trồng mới rừng | huyện Thạch An | 250 ha | target',
        'Trồng mới rừng - các huyện còn lại | tỉnh Cao Bằng | 650 ha | target',
      ],
    ],
    [
      '- Giảm tỷ lệ hộ nghèo 4%, trong đó: huyện Bảo Lạc 6%, thành phố Cao Bằng 0,2%.',
      [
        'Giảm tỷ lệ hộ nghèo | tỉnh Cao Bằng | 4% | target',
        'Giảm tỷ lệ hộ nghèo | huyện Bảo Lạc | 6% | target',
        'Giảm tỷ lệ hộ nghèo | thành phố Cao Bằng | 0,2% | target',
      ],
    ],
    [
      '- Tỷ lệ hộ dùng nước sạch đạt 92%, trong đó thành thị 98%, nông thôn 88%.',
      [
        'Tỷ lệ hộ dùng nước sạch | tỉnh Cao Bằng | đạt 92% | target',
        'Tỷ lệ hộ dùng nước sạch - thành thị | tỉnh Cao Bằng | 98% | target',
        'Tỷ lệ hộ dùng nước sạch - nông thôn | tỉnh Cao Bằng | 88% | target',
      ],
    ],
  ])('is the whole at each of them: %s', async (line, expected) => {
    expect(await found(plan(line))).toEqual(expected);
  });

  it('is no part of itself', async () => {
    const line = '- Giảm tỷ lệ hộ nghèo 4%, trong đó: huyện Bảo Lạc 6%, Ninh Bình, Hà Nam 5%.';
    const outcome = await readDirective(Buffer.from(plan(line)), { name: 'a.txt', tables, today: '2025-11-22' });
    const figures = outcome.status === 'read' ? outcome.draft.figures : [];
    expect(figures.map(({ parent, key }) => [parent, key])).toEqual(Array(4).fill([null, figures[0]?.key]));
    expect(figures[0]?.key).not.toBeNull();
  });

  it('is set for each of several places, and for none where nothing says what is measured', async () => {
    const text =
      'Chính phủ giao mục tiêu tăng trưởng GRDP năm 2025 cho các tỉnh đạt 8%. Trong đó, Bắc Giang cao nhất là 13,6%; Ninh Bình, Hà Nam 12%; Đà Nẵng 10%. Còn Hà Nội 8,1%.';
    const lines = await found(text);
    expect(lines.map((line) => line.split(' | ').slice(1, 3))).toEqual([
      ['cả nước', 'đạt 8%'],
      ['tỉnh Bắc Giang', 'là 13,6%'],
      ['tỉnh Ninh Bình', '12%'],
      ['tỉnh Hà Nam', '12%'],
      ['thành phố Đà Nẵng', '10%'],
    ]);
    expect(lines.every((line) => line.endsWith('target'))).toBe(true);
  });
});

describe('what was reached and what is asked for', () => {
  it('a plan that was surpassed sets no goal', async () => {
    const text =
      'Năm 2023, huyện Mường Tè có nhiều chỉ tiêu, nhiệm vụ đạt và vượt kế hoạch đề ra. Tỷ lệ hộ nghèo giảm còn 33,17%.\n\nNăm 2024, huyện Mường Tè phấn đấu giảm tỷ lệ hộ nghèo xuống 28,4%.';
    expect((await found(text)).map((line) => line.split(' | ').at(-1))).toEqual(['observation', 'target']);
  });

  it('asking to reach the targets is no report that they were, also where a blank was lost', async () => {
    const text =
      'Năm 2023, GRDP của thành phố Cần Thơ ước tăng 5,75%.\n\nUBND thành phố yêu cầu các cụm, khối thi đua thực hiện và hoàn thành cácchỉ tiêu chủ yếu năm 2024: GRDP tăng 7,5-8%; giá trị gia tăng khu vực dịch vụ tăng 7,8-8,2%; khu vực công nghiệp - xây dựng tăng 8-9%; khu vực nông nghiệp tăng 3-3,5%.';
    expect((await found(text)).slice(1)).toEqual([
      'GRDP | thành phố Cần Thơ | tăng 7,5-8% | target',
      'giá trị gia tăng khu vực dịch vụ | thành phố Cần Thơ | tăng 7,8-8,2% | target',
      'giá trị gia tăng khu vực công nghiệp - xây dựng | thành phố Cần Thơ | tăng 8-9% | target',
      'giá trị gia tăng khu vực nông nghiệp | thành phố Cần Thơ | tăng 3-3,5% | target',
    ]);
  });

  it('leaders who ask to reach the targets of a year set goals; what was reported before are results of the year before', async () => {
    const text =
      'Sáng 15/1, Quận ủy Long Hưng triển khai nhiệm vụ năm 2021. Theo báo cáo, năm 2020 giải quyết việc làm cho 9.800 lao động, đạt 103% kế hoạch.\n\nĐồng chí Bí thư Quận ủy yêu cầu các cấp ủy tập trung lãnh đạo hoàn thành các chỉ tiêu năm 2021: tốc độ tăng giá trị sản xuất 9,5%; kết nạp ít nhất 200 đảng viên.';
    expect((await found(text)).map((line) => line.split(' | ').slice(2).join(' | '))).toEqual([
      'cho 9.800 lao động | observation',
      '9,5% | target',
      'ít nhất 200 đảng viên | target',
    ]);
  });
});
