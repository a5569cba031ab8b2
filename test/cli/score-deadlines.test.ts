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
  ];
  it.each(same)('takes as right: %s', (_, gold, given) => {
    expect(scoreDeadlines([{ ...report, ...gold }], [{ ...report, ...given }])).toMatchObject({
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
  it.each(different)('takes as wrong and missed: %s', (_, given) => {
    expect(scoreDeadlines([report], [{ ...report, ...given }])).toMatchObject({ found: 0, right: 0 });
  });
});
