import { describe, expect, it } from 'vitest';
import { type JudgedDeadline, scoreDeadlines } from '../../src/cli/eval/score-deadlines.ts';

const report: JudgedDeadline = {
  what: 'báo cáo kết quả',
  who: 'các xã',
  to: 'Phòng Nội vụ',
  due: 'trước 2025-12-16',
  quote: 'Các xã báo cáo kết quả về Phòng Nội vụ trước ngày 16/12/2025.',
};

describe('scoreDeadlines', () => {
  const same: [what: string, gold: Partial<JudgedDeadline>, given: Partial<JudgedDeadline>][] = [
    ['the same row', {}, {}],
    ['part of the sentence', {}, { quote: 'báo cáo kết quả về Phòng Nội vụ trước ngày 16/12/2025' }],
    ['two ways to say that there is no date', { due: 'theo quy định (không nêu ngày)' }, { due: 'không nêu ngày' }],
    ['the same recurrence', { due: 'hằng tháng, trước ngày 16' }, { due: 'Hằng tháng, trước ngày 16' }],
    ['put the other way round', { due: 'trước ngày 16 hàng tháng' }, { due: 'hằng tháng, trước ngày 16' }],
    ['a day of every year', { due: 'trước ngày 07/6' }, { due: 'hằng năm, trước ngày 7/6' }],
    ['of a quarter', { due: 'trước ngày 10 tháng cuối mỗi quý' }, { due: 'hằng quý, trước ngày 10 tháng cuối quý' }],
    [
      'of the last month',
      { due: 'trước ngày 10 của tháng cuối quý' },
      { due: 'hằng quý, trước ngày 10 tháng cuối quý' },
    ],
    ['of a month', { due: 'trong tháng 10/2023' }, { due: 'trong tháng 10 năm 2023 (không nêu ngày)' }],
    ['of one quarter', { due: 'trong quý II/2024' }, { due: 'trong Quý II năm 2024 (không nêu ngày)' }],
    ['a vague time', { due: 'quý IV/2025' }, { due: 'trong quý IV/2025 (không nêu ngày)' }],
  ];
  it.each(same)('takes as right: %s', (_, gold, given) => {
    expect(scoreDeadlines([{ ...report, ...gold, optional: false }], [{ ...report, ...given }])).toMatchObject({
      found: 1,
      right: 1,
      wrong: [],
    });
  });

  const different: [what: string, given: Partial<JudgedDeadline>][] = [
    ['another day', { due: 'trước 2025-12-15' }],
    ['the last day instead of the day before', { due: 'đến hết 2025-12-16' }],
    ['no date', { due: 'không nêu ngày' }],
    ['another sentence', { quote: 'Thời gian thi đua kéo dài cả năm theo từng đợt.' }],
  ];
  const recurring: [what: string, due: string, given: string][] = [
    ['the day itself instead of the day before', 'hằng tháng, trước ngày 16', 'ngày 16 hàng tháng'],
    ['monthly instead of weekly', 'hằng tháng (không nêu ngày)', 'hằng tuần (không nêu ngày)'],
    ['one of two days', 'ngày 30/6 và ngày 31/12 hàng năm', 'hằng năm, ngày 30/6'],
    ['another month', 'trong tháng 3/2024', 'trong tháng 8/2024 (không nêu ngày)'],
  ];
  it.each(recurring)('takes as wrong and missed: %s', (_, due, given) => {
    expect(scoreDeadlines([{ ...report, due, optional: false }], [{ ...report, due: given }])).toMatchObject({
      found: 0,
      right: 0,
    });
  });

  it('neither misses an optional row nor takes it for wrong', () => {
    const gold = [{ ...report, optional: true }];
    expect(scoreDeadlines(gold, [])).toMatchObject({ wanted: 0, missed: [] });
    expect(scoreDeadlines(gold, [report])).toMatchObject({ right: 1, wrong: [] });
  });

  it.each(different)('takes as wrong and missed: %s', (_, given) => {
    expect(scoreDeadlines([{ ...report, optional: false }], [{ ...report, ...given }])).toMatchObject({
      found: 0,
      right: 0,
    });
  });
});
