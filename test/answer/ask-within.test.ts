import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import { memoryEngine, today } from './memory-engine.ts';
import { withinCorpus } from './within-corpus.ts';

const engine = memoryEngine(withinCorpus);
const ask = async (question: string) =>
  (await answerQuestion(engine, { question, context: emptyContext, today })).answer;

describe('a question that names the subject of a document beside what it asks for', () => {
  it.each([
    ['Kế hoạch an toàn giao thông Sơn La 2023 yêu cầu xử lý bao nhiêu điểm đen?', ['17 điểm']],
    ['an toan giao thong son la 2023 xu ly may diem den giao thong', ['17 điểm']],
    ['ATGT Sơn La 2023: người đi mô tô đội mũ bảo hiểm đạt chuẩn bn %', ['93%']],
    ['Hậu Giang yêu cầu hết quý III năm 2023 giải ngân vốn đầu tư công đạt bao nhiêu?', ['trên 72%']],
    ['hau giang chuyen doi so 2024 ho gia dinh co duong truyen cap quang bao nhieu %', ['83%']],
    ['hậu giang hồ sơ công việc xử lý trên môi trường mạng cấp tỉnh, huyện, xã bao nhiêu', ['99%', '94%', '78%']],
    ['hau giang 2024 chuyen doi so ho so cong viec xu ly tren moi truong mang cap xa', ['78%']],
    ['giảm số vụ tai nạn giao thông Sơn La 2023 không thấp hơn bao nhiêu', ['6% - 8%']],
  ])('answers %j', async (question, values) => {
    const { outcome, figures } = await ask(question);
    expect(outcome).toBe('answered');
    expect(figures).toHaveLength(values.length);
    for (const [at, value] of values.entries()) expect(figures[at]?.text).toContain(value);
  });

  it.each([
    'an toàn giao thông Sơn La 2023 thu ngân sách bao nhiêu?',
    'Sơn La 2023 học sinh đội mũ bảo hiểm đạt chuẩn bao nhiêu %?',
    'Hậu Giang quý III/2023 giải ngân vốn sự nghiệp bao nhiêu?',
    'Hậu Giang hết quý III năm 2023 giải ngân vốn tín dụng chính sách bao nhiêu %?',
    'chuyển đổi số Hậu Giang 2024 hộ nghèo có đường truyền cáp quang bao nhiêu %?',
    'Hậu Giang 2024 hồ sơ thanh toán xử lý trên môi trường mạng cấp tỉnh, huyện bao nhiêu %?',
    'Kế hoạch an toàn giao thông Hậu Giang 2023 xử lý bao nhiêu điểm đen?',
  ])('refuses %j', async (question) => {
    const { outcome, figures } = await ask(question);
    expect(figures).toEqual([]);
    expect(outcome).not.toBe('answered');
  });
});

describe('a question about a document that only an article tells of', () => {
  it.each([
    ['Theo Nghị quyết 27-NQ/TW, tỷ lệ sản phẩm làng nghề có nhãn hiệu là bao nhiêu?', 'trên 55%'],
    ['nghi quyet 27 ty le lao dong lang nghe duoc tap huan an toan bao nhieu %', '64%'],
    ['NQ27: sản phẩm làng nghề có nhãn hiệu mấy %', 'trên 55%'],
  ])('answers %j from it', async (question, value) => {
    const { figures } = await ask(question);
    expect(figures.map(({ text }) => text)).toEqual([expect.stringContaining(value)]);
  });

  it.each([
    'Theo Nghị quyết 28-NQ/TW, tỷ lệ sản phẩm làng nghề có nhãn hiệu là bao nhiêu?',
    'Theo Quyết định 27/QĐ-TTg tỷ lệ sản phẩm làng nghề có nhãn hiệu bao nhiêu %?',
    'Nghị quyết 27 giao thu ngân sách bao nhiêu?',
    'Thủ tướng giao xử lý bao nhiêu điểm đen năm 2023?',
    'Quốc hội quyết người đi mô tô đội mũ bảo hiểm đạt chuẩn bao nhiêu % năm 2023',
    'SL (Sơn La) 2024 bao nhiêu điểm đen',
  ])('gives no figure for %j', async (question) => {
    expect((await ask(question)).figures).toEqual([]);
  });

  it('knows a place by its initials beside its name', async () => {
    const { figures } = await ask('SL 2023 (Sơn La) người đi mô tô đội mũ bảo hiểm đạt chuẩn bn %');
    expect(figures.map(({ text }) => text)).toEqual([expect.stringContaining('93%')]);
  });
});

describe('a question about a deadline', () => {
  it('is answered by a deadline for the subject it names', async () => {
    const { text } = await ask('UBND các huyện ở Sơn La gửi báo cáo năm trước ngày nào');
    expect(text).toContain('08/12/2023');
  });

  it('is not answered by one for another subject', async () => {
    const { text } = await ask('các địa phương báo cáo về bảo tồn di sản văn hóa phi vật thể trước ngày nào?');
    expect(text).not.toMatch(/08\/12|ngày 25/);
  });

  it.each([
    'Chương trình giảm tần suất tai nạn lao động bao nhiêu % mỗi năm?',
    'kế hoạch có bao nhiêu người đạt kỹ năng số mấy %',
  ])('is not what %j is', async (question) => {
    expect((await ask(question)).reading.intent).toBe('lookup_target');
  });
});

describe('a question about a document that is not stored, of which an article tells by its bare number', () => {
  const retelling = memoryEngine({
    'bai-bao-lang-nghe.txt': `Mục tiêu phát triển làng nghề đến năm 2030 theo Nghị quyết 27 ra sao?

Mục tiêu cụ thể đến năm 2030:
- Tỷ lệ lao động làng nghề được tập huấn an toàn đạt 64%.
`,
  });

  it.each([
    'Theo Nghị quyết 27-NQ/TW, tỷ lệ lao động làng nghề được tập huấn an toàn là bao nhiêu?',
    'nghi quyet 27 ty le lao dong lang nghe duoc tap huan an toan bao nhieu %',
  ])('%j is answered from the article, which is said', async (question) => {
    const { answer } = await answerQuestion(retelling, { question, context: emptyContext, today });
    expect(answer.figures.map(({ text }) => text)).toEqual([expect.stringContaining('64%')]);
    expect(answer.text).toContain('chưa được nạp');
  });
});
