import { describe, expect, it } from 'vitest';
import { isGrounded } from '../../src/answer/grounded-words.ts';

const quote =
  'Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Chỉ thị này, tổng hợp kết quả báo cáo UBND tỉnh theo quy định; Sở Tài chính không bố trí vốn cho dự án mới.';

const grounded = [
  'Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Chỉ thị này',
  'Văn bản nêu: tổng hợp kết quả báo cáo UBND tỉnh',
  'đôn đốc thực hiện Chỉ thị này',
  'Sở Tài chính không bố trí vốn cho dự án mới',
];

const ungrounded: [string, string][] = [
  ['another office', 'Sở Tài chính theo dõi, đôn đốc việc thực hiện Chỉ thị này'],
  ['a negation left out', 'Sở Tài chính bố trí vốn cho dự án mới'],
  ['a negation left out at the head', 'bố trí vốn cho dự án'],
  ['a negation added', 'Giao Sở Nội vụ không theo dõi việc thực hiện'],
  ['across a comma', 'Giao Sở Nội vụ tổng hợp kết quả'],
  ['the order turned', 'UBND tỉnh báo cáo Sở Nội vụ kết quả'],
  ['a figure', 'Giao Sở Nội vụ theo dõi 99 việc'],
  ['a figure in words', 'Giao Sở Nội vụ theo dõi ba việc'],
  ['a link', 'Giao Sở Nội vụ theo dõi http://evil.vn'],
  ['a bare domain', 'theo dõi đôn đốc việc.vn'],
  ['Markdown', '[Giao Sở Nội vụ](theo dõi)'],
  ['HTML', '<b>Giao Sở Nội vụ theo dõi</b>'],
  ['another language', 'The Department reports to the province'],
  ['too little', 'Sở Nội vụ'.slice(0, 2)],
  ['only binding words', 'văn bản nêu các những'],
  ['nothing', ''],
  ['hidden marks', 'Giao Sở\u200b Nội vụ theo\u202e dõi'],
];

describe('isGrounded', () => {
  it.each(grounded)('keeps: %s', (sentence) => {
    expect(isGrounded(sentence, quote)).toBe(true);
  });
  it.each(ungrounded)('drops %s', (_, sentence) => {
    expect(isGrounded(sentence, quote)).toBe(false);
  });
  it('keeps no condition away: what comes after may turn a sentence', () => {
    expect(isGrounded('được giải ngân toàn bộ vốn', 'Các xã được giải ngân toàn bộ vốn nếu hoàn thành thủ tục.')).toBe(
      false,
    );
  });
});
