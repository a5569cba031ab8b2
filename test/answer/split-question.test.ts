import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import { memoryEngine, today } from './memory-engine.ts';

const engine = memoryEngine({
  'nghi-quyet-son-la-2025.txt': `HỘI ĐỒNG NHÂN DÂN
TỈNH SƠN LA
-------
Số: 12/NQ-HĐND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Sơn La, ngày 12 tháng 12 năm 2024

NGHỊ QUYẾT
Về nhiệm vụ năm 2025

I. CHỈ TIÊU
- Số bác sĩ/vạn dân: 9,3 bác sĩ.
- Số giường bệnh/vạn dân: 31,5 giường.
- Gia đình đạt danh hiệu văn hóa: 87%.
- Tổ dân phố đạt danh hiệu văn hóa: 74%.
- Cơ quan đạt danh hiệu văn hóa: 96%.
- Tỷ suất tử vong trẻ em dưới 5 tuổi giảm còn 16,5‰.

II. TỔ CHỨC THỰC HIỆN
UBND các huyện lập danh sách hộ nghèo, hoàn thành trong quý II năm 2025.
`,
});
const ask = async (question: string) =>
  (await answerQuestion(engine, { question, context: emptyContext, today })).answer;

describe('several things in one question', () => {
  it.each([
    ['son la 2025 may bac si may giuong benh/van dan', ['9,3', '31,5']],
    ['sơn la 2025 bao nhiêu % gia đình, tổ dân phố, cơ quan văn hóa', ['87%', '74%', '96%']],
    ['Sơn La 2025: tử vong TE dưới 5t còn mấy phần nghìn', ['16,5‰']],
  ])('are told apart in %j', async (question, values) => {
    const { figures } = await ask(question);
    expect(figures).toHaveLength(values.length);
    for (const [at, value] of values.entries()) expect(figures[at]?.text).toContain(value);
  });

  it('takes the districts of a province for that province', async () => {
    const { outcome, text } = await ask('cac huyen son la lap danh sach ho ngheo xong khi nao');
    expect(outcome).toBe('answered');
    expect(text).toContain('quý II');
  });

  it.each(['son la 2025 may tien si may giuong benh/van dan', 'sơn la 2025 bao nhiêu % trường học, cơ quan văn hóa'])(
    'gives nothing for the thing that is not there in %j',
    async (question) => {
      expect((await ask(question)).figures).toHaveLength(1);
    },
  );
});
