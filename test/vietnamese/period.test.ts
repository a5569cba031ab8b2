import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriods, parsePeriod, periodCovers, periodsOverlap, withYears } from '../../src/vietnamese/period.ts';
import * as forms from '../../src/vietnamese/period-forms.ts';

const today = '2026-11-21';
const found = (text: string): string[] =>
  findPeriods(text, { today }).map(({ period, preposition }) =>
    preposition === null ? period.text : `${period.text} <${preposition}>`,
  );

describe('findPeriods', () => {
  it.each([
    ['năm 2023', '2023'],
    ['Trong năm 2023', '2023 <trong>'],
    ['Cao Bằng 2023?', '2023'],
    ['nam 2023', '2023'],
    ['giai đoạn 2021-2025', '2021-2025 <giai đoạn>'],
    ['2021 – 2025', '2021-2025'],
    ['(2021-2025)', '2021-2025'],
    ['2021 đến 2025', '2021-2025'],
    ['từ năm 2021 đến năm 2025', '2021-2025 <từ>'],
    ['nhiệm kỳ 2020 - 2025', '2020-2025 <nhiệm kỳ>'],
    ['nhiem ky 2020-2025', '2020-2025 <nhiệm kỳ>'],
    ['giai doan 2021 2025', '2021-2025 <giai đoạn>'],
    ['5 năm 2021-2025', '2021-2025'],
    ['bình quân 5 năm 2021-2025', '2021-2025'],
    ['năm học 2025-2026', 'năm học 2025-2026'],
    ['năm học 2020 - 2025', '2020-2025'],
    ['Phương án sản xuất vụ Đông năm 2024 – 2025', 'vụ đông 2024-2025'],
    ['vụ Đông - Xuân 2023-2024', 'vụ đông xuân 2023-2024'],
    ['vu he thu 2024', 'vụ hè thu 2024'],
    ['vụ Mùa, năm 2024', 'vụ mùa 2024'],
    ['mùa khô 2021 - 2022', 'mùa khô 2021-2022'],
    ['vụ xuân 2021-2025', '2021-2025'],
    ['vụ động đất 2024', '2024'],
    ['giai đoạn từ năm 2026 đến năm 2030', '2026-2030 <giai đoạn>'],
    ['hằng năm giai đoạn từ năm 2026 đến năm 2030', 'hằng năm 2026-2030'],
    ['thành lập công đoàn cơ sở năm 2026', '2026'],
    ['thanh lap cong doan co so nam 2026', '2026'],
    ['tăng 5% so năm 2025', '2025 <so với>'],
    ['đến năm 2025', 'đến 2025 <đến>'],
    ['đến hết năm 2025', 'đến 2025 <đến>'],
    ['den 2025', 'đến 2025 <đến>'],
    ['hết năm 2025', 'đến 2025 <đến>'],
    ['trước năm 2030', 'trước 2030 <trước>'],
    ['đến cuối năm 2020 có thêm 03 xã', 'cuối năm 2020 <đến>'],
    ['cuối năm 2020', 'cuối năm 2020 <cuối>'],
    ['vào năm 2025', '2025 <vào>'],
    ['đầu năm 2025', '2025 <đầu>'],
    ['hằng năm', 'hằng năm'],
    ['hàng năm giảm 2%', 'hằng năm'],
    ['mỗi năm', 'hằng năm'],
    ['hằng năm 2020-2025', 'hằng năm 2020-2025'],
    ['bình quân hằng năm', 'bình quân hằng năm'],
    ['bình quân mỗi năm giai đoạn 2021-2025', 'bình quân hằng năm 2021-2025'],
    ['quý IV/2026', 'quý IV/2026'],
    ['Quý I năm 2026', 'quý I/2026'],
    ['q4 2025', 'quý IV/2025'],
    ['trong quý 1', 'quý I/2026'],
    ['quý III năm nay', 'quý III/2026'],
    ['6 tháng đầu năm 2026', '6 tháng đầu năm 2026'],
    ['sáu tháng cuối năm', '6 tháng cuối năm 2026'],
    ['6T/2023', '6 tháng đầu năm 2023'],
    ['nửa đầu năm 2026', '6 tháng đầu năm 2026'],
    ['9 tháng đầu năm 2026', '9 tháng năm 2026'],
    ['9 tháng năm 2026', '9 tháng năm 2026'],
    ['hai tháng đầu năm 2024', '2 tháng năm 2024'],
    ['10 tháng năm 2024', '10 tháng năm 2024'],
    ['02 tháng đầu năm', '2 tháng năm 2026'],
    ['tháng 11/2026', 'tháng 11/2026'],
    ['tháng 11 năm 2026', 'tháng 11/2026'],
    ['T11/2026', 'tháng 11/2026'],
    ['báo cáo 11/2026', 'tháng 11/2026'],
    ['xong trước tháng 7', 'tháng 7/2026'],
    ['từ năm 2025 trở đi', 'từ 2025 <từ>'],
    ['kể từ 2025', 'từ 2025 <từ>'],
    ['năm nay', '2026'],
    ['năm ngoái', '2025'],
    ['năm trước', '2025'],
    ['năm sau', '2027'],
    ['năm tới', '2027'],
    ['cuối năm nay', 'cuối năm 2026 <cuối>'],
    ['tháng này', 'tháng 11/2026'],
    ['tháng sau', 'tháng 12/2026'],
    ['quý này', 'quý IV/2026'],
    ['quý sau', 'quý I/2027'],
    ['so với năm 2022', '2022 <so với>'],
    ['vốn đầu tư 2023', '2023'],
    ['von dau tu 2023', '2023'],
    ['bằng 12,5% năm 2022', '2022'],
  ])('reads %j as %s', (text, period) => {
    expect(found(text)).toEqual([period]);
  });

  it.each([
    ['các năm 2021, 2022 và 2023', ['2021', '2022', '2023']],
    ['khoảng 25% đến năm 2025, 40% đến năm 2030', ['đến 2025 <đến>', 'đến 2030 <đến>']],
    ['đến năm 2030, tầm nhìn đến năm 2045', ['đến 2030 <đến>', 'đến 2045 <tầm nhìn>']],
    ['cuối năm 2020 giảm 3-4% so với cuối năm 2019', ['cuối năm 2020 <cuối>', 'cuối năm 2019 <so với>']],
    ['năm 2024,2025', ['2024', '2025']],
    ['grdp 2023,2024?', ['2023', '2024']],
    ['Quý II, III/2024', ['quý II/2024', 'quý III/2024']],
    ['quý I và 6 tháng đầu năm 2025', ['quý I/2025', '6 tháng đầu năm 2025']],
    ['tháng 6 và 6 tháng đầu năm 2025', ['tháng 6/2025', '6 tháng đầu năm 2025']],
    ['6 tháng đầu năm và cả năm 2024', ['6 tháng đầu năm 2024', '2024']],
    ['đạt 7% (năm 2023) và giai đoạn 2021-2025 đạt 8%', ['2023', '2021-2025 <giai đoạn>']],
  ])('reads all of %j', (text, periods) => {
    expect(found(text)).toEqual(periods);
  });

  it.each([
    '2.023 tỷ đồng',
    '2020 hộ',
    '2021 người',
    'số 2021/QĐ-UBND',
    '15/KH-UBND',
    '41/2019/QĐ-UBND',
    'Nghị quyết 16/2021/QH15',
    'Luật 15/2023',
    '0912 2023 456',
    'ĐT: 2022 345',
    '90 năm',
    '75 năm Ngày Quốc khánh',
    '5 năm',
    '9 tháng',
    '6 tháng',
    '(1945-2025)',
    '1930 - 2025',
    'theo giá so sánh 2010',
    'ngày 16 tháng 12 năm 2025',
    '31/12/2023',
    'từ ngày 01/01/2023 đến 31/12/2023',
    'quý nhân dân',
    'quỹ 1',
    'giai đoạn I',
    'những năm tới',
    '20233',
    '2023,5',
    '2023%',
    '',
  ])('finds none in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('leaves what needs a day or a year open when none is given', () => {
    const texts = (text: string) => findPeriods(text).map(({ period }) => period);
    expect(texts('năm nay, tháng này')).toEqual([]);
    expect(texts('quý IV')).toEqual([{ text: 'quý IV', kind: 'quarter', from: null, to: null }]);
    expect(withYears(forms.quarterPeriod(4, null), { first: 2021, last: 2025 }).text).toBe('quý IV/2025');
    expect(findPeriods('quý IV', { year: 2024 })[0]?.period.text).toBe('quý IV/2024');
  });

  it('gives the span of the words', () => {
    const text = 'Phấn đấu đến hết năm 2025 đạt 33%';
    expect(findPeriods(text).map(({ start, end }) => text.slice(start, end))).toEqual(['đến hết năm 2025']);
  });

  it('reads NFC text folded or not alike', () => {
    expect(found('tỷ lệ năm 2023 và giai đoạn 2021-2025')).toEqual(found('ty le nam 2023 va giai doan 2021-2025'));
  });
});

const anyPeriod = fc.oneof(
  fc
    .integer({ min: 1990, max: 2060 })
    .chain((year) =>
      fc.constantFrom(
        forms.yearPeriod(year),
        forms.untilPeriod(year),
        forms.fromPeriod(year),
        forms.yearEndPeriod(year),
        forms.quarterPeriod((year % 4) + 1, year),
        forms.halfPeriod('đầu', year),
        forms.halfPeriod('cuối', year),
        forms.firstMonthsPeriod(9, year),
        forms.firstMonthsPeriod(10, year),
        forms.monthPeriod((year % 12) + 1, year),
        forms.rangePeriod(year, year + 5),
        forms.yearlyPeriod({ first: year, last: year + 4 }),
        forms.yearlyAveragePeriod({ first: year, last: year + 4 }),
      ),
    ),
  fc.constantFrom(
    forms.yearlyPeriod(null),
    forms.yearlyAveragePeriod(null),
    forms.quarterPeriod(2, null),
    forms.halfPeriod('đầu', null),
    forms.firstMonthsPeriod(9, null),
  ),
);

describe('a megabyte of periods', () => {
  it('is read to its end', () => {
    expect(findPeriods('đến năm 2025, '.repeat(70_000))).toHaveLength(70_000);
  });
});

describe('parsePeriod', () => {
  it('reads every canonical text back as the same period', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(period.text)).toEqual(period);
      }),
    );
  });
  it('reads the canonical texts that findPeriods finds', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(findPeriods(period.text).map((hit) => hit.period.text)).toEqual([period.text]);
      }),
    );
  });
  it('knows "không nêu" and nothing else', () => {
    expect(parsePeriod('không nêu')?.kind).toBe('none');
    expect(parsePeriod('vụ đông xuân 2023-2024')).toEqual(
      forms.seasonPeriod('vụ đông xuân', { first: 2023, last: 2024 }),
    );
    expect(parsePeriod('vụ mùa 2024')).toEqual(forms.seasonPeriod('vụ mùa', { first: 2024, last: 2024 }));
    expect(parsePeriod('năm học 2022-2023')).toEqual(forms.schoolYearPeriod(2022));
    expect(parsePeriod('năm 2023')).toBeNull();
    expect(parsePeriod('')).toBeNull();
  });
});

describe('periodCovers', () => {
  const relation = (target: string, asked: string) => {
    const [left, right] = [parsePeriod(target), parsePeriod(asked)];
    if (left === null || right === null) throw new Error('not canonical');
    return periodCovers(left, right);
  };
  it.each([
    ['2023', '2023', 'same'],
    ['2020-2025', '2020-2025', 'same'],
    ['đến 2025', '2025', 'ends_in'],
    ['2020-2025', '2025', 'ends_in'],
    ['2020-2025', 'đến 2025', 'ends_in'],
    ['2020-2025', '2021-2025', 'ends_in'],
    ['cuối năm 2020', '2020', 'ends_in'],
    ['2020', 'cuối năm 2020', 'ends_in'],
    ['2020-2025', '2023', 'within'],
    ['hằng năm 2020-2025', '2025', 'within'],
    ['hằng năm 2020-2025', '2020-2025', 'within'],
    ['từ 2025', '2027', 'within'],
    ['2026', 'quý IV/2026', 'within'],
    ['quý IV/2026', '2026', 'part'],
    ['10 tháng năm 2024', '2024', 'part'],
    ['2023', '2021-2025', 'part'],
    ['2025', '2021-2025', 'part'],
    ['2022', '2023', 'none'],
    ['đến 2025', '2023', 'none'],
    ['2020-2025', '2026', 'none'],
    ['không nêu', '2023', 'none'],
    ['hằng năm', '2023', 'none'],
    ['hằng năm đến 2025', '2025', 'within'],
    ['hằng năm đến 2025', '2023', 'none'],
    ['bình quân hằng năm đến 2025', '2025', 'none'],
  ])('says of a target for %s asked for %s: %s', (target, asked, expected) => {
    expect(relation(target, asked)).toBe(expected);
  });

  it('agrees with overlap: what answers shares a day', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (target, asked) => {
        const isAnswer = periodCovers(target, asked) !== 'none' && target.text !== asked.text;
        if (isAnswer) expect(periodsOverlap(target, asked)).toBe(true);
      }),
    );
  });
});
