import { describe, expect, it } from 'vitest';
import { figuresOf, targetLines } from './read-document.ts';

const rows = (...lines: string[]): string => lines.map((line) => `| ${line} |`).join('\n');

describe('targets in tables', () => {
  it('reads the column of the plan under a header of two rows, with parts and units', () => {
    const text = rows(
      'STT | Chỉ tiêu | Đơn vị tính | Năm 2025 | | Kế hoạch năm 2026',
      '--- | --- | --- | --- | --- | ---',
      '| | | Kế hoạch | Ước thực hiện | ',
      'A | KINH TẾ | | | | ',
      '1 | Tốc độ tăng GRDP | % | 8,0 | 8,3 | 9,5',
      ' | Trong đó: | | | | ',
      ' | - Nông nghiệp | % | 3,2 | 3,4 | 3,5',
      ' | - Dịch vụ | % | 8,8 | 9,1 | ≥ 10',
      '2 | Thu ngân sách trên địa bàn | Tỷ đồng | 5.200 | 5.640 | trên 6.000',
      ' | Trong đó: thu nội địa | Tỷ đồng | 4.900 | 5.100 | 5.500',
      '3 | Diện tích trồng rừng | Ha | | 310 | ',
    );
    expect(targetLines({ heading: 'Chỉ tiêu', period: '2026', text })).toEqual([
      'Tốc độ tăng GRDP | =9.5 % | 2026',
      'Tốc độ tăng GRDP - Nông nghiệp | =3.5 % | 2026',
      'Tốc độ tăng GRDP - Dịch vụ | >=10 % | 2026',
      'Thu ngân sách trên địa bàn | >6000 Tỷ đồng | 2026',
      'Thu ngân sách trên địa bàn - thu nội địa | =5500 Tỷ đồng | 2026',
    ]);
  });

  it('keeps what was done and what is estimated apart from goals', () => {
    const text = rows(
      'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2024 | Ước thực hiện năm 2025 | Kế hoạch năm 2026',
      '--- | --- | --- | --- | --- | ---',
      '1 | Tỷ lệ hộ nghèo | % | 3,4 | 2,9 | 2,3',
    );
    const figures = figuresOf({ heading: 'Chỉ tiêu', period: '2026', text });
    expect(figures.map(({ kind, max, period }) => `${kind} ${max} ${period.text}`)).toEqual([
      'observation 3.4 2024',
      'estimate 2.9 2025',
      'target 2.3 2026',
    ]);
  });

  it('reads a column for each year of a plan', () => {
    const text = rows(
      'TT | Chỉ tiêu | Đơn vị | Đến năm 2027 | Đến năm 2030',
      '--- | --- | --- | --- | ---',
      '1 | Tỷ lệ hồ sơ trực tuyến | % | 85 | 95',
      '2 | Số xã đạt chuẩn nông thôn mới | xã | 40 | 52',
    );
    expect(targetLines({ heading: 'Mục tiêu', period: '2026-2030', text })).toEqual([
      'Tỷ lệ hồ sơ trực tuyến | =85 % | đến 2027',
      'Tỷ lệ hồ sơ trực tuyến | =95 % | đến 2030',
      'Số xã đạt chuẩn nông thôn mới | =40 xã | đến 2027',
      'Số xã đạt chuẩn nông thôn mới | =52 xã | đến 2030',
    ]);
  });

  it('reads cells that list lines beside each other as rows', () => {
    const text = rows(
      'Nhóm chỉ số | KPIs cụ thể | Mốc 2030 | Mốc 2045',
      '--- | --- | --- | ---',
      'Xã hội số | - Tỷ lệ chữ ký số cá nhân<br>- Số trung tâm dữ liệu | - > 45%<br>- ≥ 6 | - ~ 90%<br>- ≥ 20',
      'Kinh tế số | - Tỷ trọng kinh tế số trong GDP | - ≥ 28% | - ≥ 55%',
    );
    expect(targetLines({ heading: 'Các chỉ số chính', text })).toEqual([
      'Tỷ lệ chữ ký số cá nhân | >45 % | 2030',
      'Tỷ lệ chữ ký số cá nhân | ~90 % | 2045',
      'Số trung tâm dữ liệu | >=6 trung tâm | 2030',
      'Số trung tâm dữ liệu | >=20 trung tâm | 2045',
      'Tỷ trọng kinh tế số trong GDP | >=28 % | 2030',
      'Tỷ trọng kinh tế số trong GDP | >=55 % | 2045',
    ]);
  });

  it('counts a row over the span it names, unless the columns part it by year', () => {
    const lines = (...columns: string[]) =>
      rows(
        `TT | Chỉ tiêu | ${columns.join(' | ')}`,
        `--- | --- | ${columns.map(() => '---').join(' | ')}`,
        `1 | Tổng vốn đầu tư phát triển (2026-2030) | ${columns.map(() => '84.000 tỷ').join(' | ')}`,
        `2 | Tỷ lệ đô thị hóa | ${columns.map(() => '41,5%').join(' | ')}`,
      );
    const periods = (text: string) =>
      figuresOf({ heading: 'Mục tiêu', period: '2026-2030', text }).map(({ period }) => period.text);
    expect(periods(lines('Đến năm 2030'))).toEqual(['2026-2030', 'đến 2030']);
    expect(periods(lines('Đến năm 2028', 'Đến năm 2030'))).toEqual(['đến 2028', 'đến 2030', 'đến 2028', 'đến 2030']);
  });

  it('reads a row for each place, each column an indicator', () => {
    const text = rows(
      'TT | Xã, phường | Tỷ lệ bao phủ BHYT năm 2025 (%) | Chỉ tiêu năm 2026 | ',
      '--- | --- | --- | --- | ---',
      '| | | Tỷ lệ bao phủ BHYT (%) | Số người tham gia BHXH tự nguyện',
      '1 | Phường Hòa Bình | 95,1 | 96,0 | 1.050',
      '2 | Xã Tân Lập | 91,4 | 93,5 | 620',
    );
    expect(targetLines({ heading: 'Giao chỉ tiêu', period: '2026', text })).toEqual([
      'Tỷ lệ bao phủ BHYT - Phường Hòa Bình | =96 % | 2026',
      'Số người tham gia BHXH tự nguyện - Phường Hòa Bình | =1050 người | 2026',
      'Tỷ lệ bao phủ BHYT - Xã Tân Lập | =93.5 % | 2026',
      'Số người tham gia BHXH tự nguyện - Xã Tân Lập | =620 người | 2026',
    ]);
  });

  it('quotes the row from its name to its value', () => {
    const text = rows(
      'TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2026',
      '--- | --- | --- | ---',
      '1 | Tỷ lệ đô thị hóa | % | 41,5',
    );
    const [figure] = figuresOf({ heading: 'Chỉ tiêu', period: '2026', text });
    expect(figure?.quote).toBe('Tỷ lệ đô thị hóa | % | 41,5');
    expect(figure?.valueText).toBe('41,5');
  });

  it.each([
    [
      'a table of tasks',
      rows(
        'TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian hoàn thành',
        '--- | --- | --- | ---',
        '1 | Xây dựng kho dữ liệu | Sở KH&CN | Quý IV/2026',
        '2 | Ban hành quy chế | Văn phòng | Tháng 6/2026',
      ),
    ],
    [
      'a table of money',
      rows(
        'TT | Nội dung | Kinh phí (triệu đồng) | Nguồn vốn',
        '--- | --- | --- | ---',
        '1 | Tập huấn | 350 | Ngân sách tỉnh',
        '2 | Mua sắm | 1.200 | Ngân sách xã',
      ),
    ],
    [
      'a table of results only',
      rows('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2024', '--- | --- | --- | ---', '1 | Tỷ lệ hộ nghèo | % | 3,4'),
    ],
  ])('gives no target from %s', (_title, text) => {
    expect(targetLines({ heading: 'Phụ lục', period: '2026', text })).toEqual([]);
  });
});
