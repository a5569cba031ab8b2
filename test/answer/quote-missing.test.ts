import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import { memoryEngine, today } from './memory-engine.ts';

/** Texts that say amounts in ways that are stored as no figure, or under a name of other words. */
const engine = memoryEngine({
  'bai-bao-thu-vien-2025.txt': `Thư viện huyện Sông Cầu đổi mới cách phục vụ

Theo bà Lò Thị Én, trong năm 2025, mỗi thư viện xã ở huyện Sông Cầu mở cửa phục vụ bạn đọc lưu động tại trường tiểu học từ 14 buổi trở lên.

Hiện nay, toàn huyện có 31 tủ sách dòng họ. Bạn đọc lưu động năm 2024 đã đạt 5.120 lượt.
`,
  'ke-hoach-xe-dap-2026.txt': `ỦY BAN NHÂN DÂN
TỈNH SƠN LA
-------
Số: 44/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Sơn La, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phát triển xe đạp công cộng năm 2026

I. MỤC TIÊU
- Bãi bỏ chỉ tiêu lắp 55 trạm sạc xe đạp điện tại bến xe khách.
- Người đi làm bằng xe đạp công cộng vào giờ cao điểm tại các phường trung tâm, theo khảo sát độc lập, chiếm 6,5%.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Hạnh
`,
  'bang-mat-dong-2026.txt': `Trường tiểu học Yên Bình năm 2026

Các chỉ tiêu: 1 Duy trì sĩ số 100% 2 Hoàn thành lớp học 99,5% trở lên 3 Học sinh giỏi cấp huyện 12 em 4 Giáo viên giỏi cấp tỉnh 3 người 5 Sáng kiến 8 bài 6 Thư viện 2.400 cuốn 7 Phòng học 24 phòng 8 Máy tính 30 bộ.
`,
});
const ask = async (question: string) =>
  (await answerQuestion(engine, { question, context: emptyContext, today })).answer;

describe('a figure that was stored under no name of its own', () => {
  it.each([
    ['Năm 2025 thư viện xã ở Sông Cầu mở cửa phục vụ bạn đọc lưu động bao nhiêu buổi?', '14 buổi'],
    ['song cau 2025 moi thu vien mo cua ban doc luu dong may buoi', '14 buổi'],
    ['người đi làm bằng xe đạp công cộng giờ cao điểm ở Sơn La năm 2026 bao nhiêu %', '6,5%'],
  ])('answers %j with the sentence', async (question, words) => {
    const { outcome, text } = await ask(question);
    expect(outcome).toBe('answered');
    expect(text).toContain(words);
  });

  it.each([
    ['another year', 'Năm 2027 thư viện xã ở Sông Cầu mở cửa phục vụ bạn đọc lưu động bao nhiêu buổi?'],
    ['another place', 'Năm 2025 thư viện xã ở Sông Mã mở cửa phục vụ bạn đọc lưu động bao nhiêu buổi?'],
    ['another thing', 'Năm 2025 thư viện xã ở Sông Cầu phục vụ thiếu nhi khuyết tật bao nhiêu buổi?'],
    ['another unit', 'Năm 2025 thư viện xã ở Sông Cầu phục vụ bạn đọc lưu động bao nhiêu %?'],
    ['a plan of what is reported', 'Chỉ tiêu bạn đọc lưu động năm 2024 của Sông Cầu là bao nhiêu lượt?'],
    ['a row that lost its table', 'Yên Bình 2026 giáo viên lớp học giỏi bao nhiêu'],
    ['what was taken back', 'Sơn La 2026 lắp bao nhiêu trạm sạc xe đạp điện tại bến xe khách?'],
  ])('refuses %s', async (_, question) => {
    const { outcome, figures } = await ask(question);
    expect(figures).toEqual([]);
    expect(outcome).toBe('not_found');
  });
});
