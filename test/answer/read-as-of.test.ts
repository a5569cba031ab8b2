import { describe, expect, it } from 'vitest';
import { findNumberedMention } from '../../src/answer/numbered-mention.ts';
import { readAsOf } from '../../src/answer/read-as-of.ts';
import { readRelationQuestion } from '../../src/answer/read-relation-question.ts';
import { fold } from '../../src/vietnamese/fold.ts';

const views: [string, string][] = [
  ['chỉ tiêu thu ngân sách lúc tháng 6/2022', 'day 2022-06-30 open'],
  ['chi tieu thu ngan sach luc thang 6/2022', 'day 2022-06-30 open'],
  ['hồi tháng 2 năm 2024 chỉ tiêu che phủ rừng là bao nhiêu?', 'day 2024-02-29 open'],
  ['thu ngân sách năm 2025 tại thời điểm ngày 15/7/2025', 'day 2025-07-15'],
  ['thu ngân sách năm 2025 tại thời điểm cuối năm 2024', 'day 2024-12-31'],
  ['thu ngân sách năm 2025 tại thời điểm giữa năm 2025', 'day 2025-06-30'],
  ['quy định có hiệu lực vào tháng 3/2023 giao bao nhiêu', 'day 2023-03-31 open'],
  ['thu ngân sách trước khi điều chỉnh?', 'before'],
  ['thu ngan sach truoc khi duoc dieu chinh', 'before'],
  ['chỉ tiêu cũ về thu ngân sách', 'before'],
  ['chỉ tiêu thu ngân sách trước đây là bao nhiêu', 'before'],
  ['chỉ tiêu ban đầu', 'first'],
  ['thu ngân sách điều chỉnh thế nào', 'all'],
  ['thu ngân sách qua các lần điều chỉnh', 'all'],
  ['thu ngân sách sau điều chỉnh', 'current'],
  ['thu ngân sách hiện nay', 'current'],
];
const plain: string[] = [
  'nhà ở xã hội năm 2026 của Huế',
  'nha o xa hoi nam 2026',
  'nguồn nhân lực năm 2025',
  'nang luc nam 2025 la bao nhieu',
  'hạn báo cáo trước ngày 15/7/2025',
  'chỉ tiêu cụ thể năm 2025',
  'chi tieu cu the nam 2025',
  'đại hội năm 2025 đặt mục tiêu gì',
  'tỷ lệ hộ nghèo đến cuối năm 2025',
  'tỉnh Đắk Nông trước đây đặt chỉ tiêu gì',
];

describe('readAsOf', () => {
  it.each(views)('reads “%s” as %s', (question, expected) => {
    const { view, text } = readAsOf(question);
    const said = view.kind === 'day' ? `day ${view.day}${view.isOpen ? ' open' : ''}` : view.kind;
    expect(said).toBe(expected);
    expect(text).toHaveLength(question.length);
  });

  it.each(plain)('leaves “%s” as it is', (question) => {
    expect(readAsOf(question)).toEqual({ view: { kind: 'current' }, text: question });
  });

  it('stays linear on hostile text', () => {
    for (const text of [
      'lúc '.repeat(1000),
      'tháng 6/2022 '.repeat(300),
      'trước khi '.repeat(400),
      'điều chỉnh '.repeat(400),
    ])
      expect(readAsOf(text).text).toHaveLength(text.length);
  });
});

const mentions: [string, string][] = [
  ['KH 15 giao gì', 'kế hoạch 15'],
  ['kh15 ai ký', 'kế hoạch 15'],
  ['kế hoạch số 15 năm 2025', 'kế hoạch 15'],
  ['ke hoach so 15', 'kế hoạch 15'],
  ['chỉ thị số 05', 'chỉ thị 05'],
  ['QĐ số: 187', 'quyết định 187'],
];
const noMentions = [
  'kế hoạch 2025',
  'kế hoạch 15 xã',
  'kế hoạch 5 năm 2021 - 2025',
  'kế hoạch 2026-2030',
  'kế hoạch số 15/KH-UBND',
  'chỉ tiêu 15%',
  'đề án 3,5 tỷ đồng',
  'số 15',
];

describe('findNumberedMention', () => {
  it.each(mentions)('reads “%s”', (text, expected) => {
    const found = findNumberedMention(fold(text));
    expect(`${found?.type} ${found?.number}`).toBe(expected);
  });

  it.each(noMentions)('finds none in “%s”', (text) => {
    expect(findNumberedMention(fold(text))).toBeNull();
  });
});

const asked: [string, ReturnType<typeof readRelationQuestion>][] = [
  ['Quyết định 12/2021/QĐ-UBND còn hiệu lực không?', 'validity'],
  ['quyet dinh 12 con hieu luc ko', 'validity'],
  ['Quyết định này có hiệu lực từ ngày nào?', 'validity'],
  ['Văn bản nào thay thế Quyết định số 12?', 'done_to_it'],
  ['Kế hoạch 15 đã được điều chỉnh chưa?', 'done_to_it'],
  ['Kế hoạch 15 bị thay thế bởi văn bản nào', 'done_to_it'],
  ['Kế hoạch 112 điều chỉnh văn bản nào?', 'done_by_it'],
  ['Quyết định 05 căn cứ vào đâu?', 'basis'],
  ['Kế hoạch 15 thực hiện nghị quyết nào?', 'basis'],
  ['chỉ tiêu sau điều chỉnh là bao nhiêu?', null],
  ['Kế hoạch 15 giao nhiệm vụ gì cho Sở Y tế?', null],
  ['hạn báo cáo được điều chỉnh chưa?', null],
];

describe('readRelationQuestion', () => {
  it.each(asked)('reads “%s” as %s', (text, expected) => {
    expect(readRelationQuestion(text)).toBe(expected);
  });
});
