import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { type ChatContext, emptyContext } from '../../src/answer/chat-context.ts';
import { checkAnswer } from '../../src/answer/check-answer.ts';
import { corpus } from './corpus.ts';
import { memoryEngine, today } from './memory-engine.ts';

const engine = memoryEngine(corpus);

/** The answer to the last of these messages of one chat. */
async function ask(...messages: string[]): Promise<Answer> {
  let context: ChatContext = emptyContext;
  let last: Answer | null = null;
  for (const question of messages) {
    const said = await answerQuestion(engine, { question, context, today });
    context = said.context;
    last = said.answer;
  }
  if (last === null) throw new Error('no message');
  return last;
}

const shownFigures = (answer: Answer): string[] => answer.figures.map(({ text }) => text);

describe('answerQuestion', () => {
  const figures: readonly (readonly [string, string[]])[] = [
    ['Tăng trưởng GRDP Lào Cai năm 2024 là bao nhiêu?', ['đạt trên 9,2%']],
    ['thu ngan sach lao cai 2024', ['đạt 12.450 tỷ đồng']],
    ['XNK Lào Cai 2024 bao nhiêu triệu USD?', ['đạt 3.150 triệu USD']],
    ['lao cai giai quyet viec lam cho bao nhieu lao dong', ['cho 16.800 lao động']],
    ['ad cho hỏi lào cai 2024 đặt bn xã ntm', ['Có thêm 05 xã']],
    ['Lào Cai giảm hộ ngèo mấy % năm 2024', ['từ 3,6% trở lên']],
    ['nước HVS Lào Cai 2024', ['đạt 96,4%']],
    ['How many jobs should Lao Cai create in 2024?', ['cho 16.800 lao động']],
    ['What is the forest cover target of Nghe An?', ['ổn định ở mức 58%']],
    ['tăng trưởng kinh tế Nghệ An 2021 - 2025', ['9,5 - 10,5%/năm']],
    ['thu nhập bình quân đầu người Nghệ An đến năm 2025', ['đạt 75 triệu đồng']],
    ['số giường bệnh và bác sĩ trên vạn dân của Nghệ An', ['có 31 giường bệnh/vạn dân', '11,5 bác sĩ/vạn dân']],
    ['cơ cấu kinh tế Nghệ An', ['19,5%', '38,5%', '42%']],
    ['tỷ trọng dịch vụ Nghệ An 2025', ['42%']],
    ['Mường Khương trồng mới bao nhiêu ha rừng và che phủ rừng bao nhiêu %?', ['640 ha', 'đạt 46,2%']],
    ['Huyện Mường Khương, tỉnh Lào Cai: thu ngân sách 2023?', ['98.500 triệu đồng']],
    ['Độ che phủ rừng Lào Cai 2024 và Mường Khương 2023, nơi nào cao hơn?', ['đạt 58,9%', 'đạt 46,2%']],
    ['tỷ lệ che phủ rừng bao nhiêu?', ['đạt 58,9%', 'ổn định ở mức 58%', 'đạt 46,2%']],
    ['các chỉ tiêu về môi trường của Lào Cai', ['đạt 58,9%', 'đạt 96,4%']],
    ['Lào Cai 2024 thu ngân sách bao nhiêu và tăng bao nhiêu %?', ['đạt 12.450 tỷ đồng']],
  ];

  it.each(figures)('answers “%s”', async (question, expected) => {
    const answer = await ask(question);
    expect(answer.outcome).toBe('answered');
    expect(shownFigures(answer)).toEqual(expected);
    for (const figure of answer.figures) expect(answer.text).toContain(figure.text);
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  const refused: readonly (readonly [string, string])[] = [
    ['Lào Cai năm 2025 tăng trưởng bao nhiêu?', 'năm 2025'],
    ['Lào Cai 2023 thu ngân sách bao nhiêu?', 'năm 2023'],
    ['Nghệ An 2023 tỷ lệ hộ nghèo giảm bao nhiêu?', 'năm 2023'],
    ['Nghệ An 2030 kim ngạch xuất khẩu?', 'năm 2030'],
    ['Lào Cai quý IV/2024 thu ngân sách bao nhiêu?', 'quý IV/2024'],
    ['Lào Cai 2024 thu nhập bình quân đầu người?', 'thu nhập bình quân đầu người'],
    ['Lào Cai kim ngạch xuất khẩu 2024?', 'kim ngạch xuất khẩu'],
    ['giường bệnh trên vạn dân Lào Cai', 'giường bệnh'],
    ['Lào Cai tỷ lệ hộ cận nghèo 2024', 'hộ cận nghèo'],
    ['Lào Cai 2024 bao nhiêu xã NTM nâng cao?', 'nâng cao'],
    ['Mường Khương 2023 tăng trưởng kinh tế bao nhiêu?', 'tăng trưởng kinh tế'],
    ['Yên Bái 2024 tăng trưởng bao nhiêu?', 'tỉnh Yên Bái'],
    ['huyện Bắc Hà che phủ rừng bao nhiêu?', 'huyện Bắc Hà'],
    ['Lào Cai có mấy sân bay?', 'sân bay'],
    ['Chỉ thị 06/CT-UBND Hà Giang có chỉ tiêu số nào không?', 'Không có chỉ tiêu bằng số'],
    ['Kế hoạch 99/KH-UBND của Lào Cai ai ký?', '99/KH-UBND'],
    ['Chỉ thị ngày 01/02/2022 của Hà Giang ai ký?', '01/02/2022'],
    ['Hà Giang báo cáo trước ngày nào?', 'không nêu ngày'],
    ['Nghệ An báo cáo trước ngày nào?', 'Không có'],
    ['Định hướng phát triển điện hạt nhân của Lào Cai là gì?', 'Không tìm thấy'],
    ['Quy hoạch cảng biển của Nghệ An thế nào?', 'Không tìm thấy'],
    ['What is the unemployment target of Nghe An?', 'Không có số liệu'],
  ];

  it.each(refused)('says that there is nothing for “%s”, and gives no figure in its place', async (question, named) => {
    const answer = await ask(question);
    expect(answer.outcome).toBe('not_found');
    expect(answer.figures).toEqual([]);
    expect(answer.text).toContain(named);
  });

  const said: readonly (readonly [string, string])[] = [
    ['Chủ đề thi đua năm 2024 của Lào Cai là gì?', 'về đích sớm'],
    ['Ba khâu đột phá của Lào Cai là gì?', 'chuyển đổi số'],
    ['Ba phong trào thi đua trọng tâm của Hà Giang là gì?', 'chung tay xóa nhà tạm'],
    ['Sở Thông tin và Truyền thông Hà Giang làm gì?', 'mở chuyên mục'],
    ['Ai ký kế hoạch phát động thi đua năm 2024 của Lào Cai?', 'Trần Minh Khoa'],
    ['Chỉ thị của Hà Giang số bao nhiêu, ban hành ngày nào?', '06/CT-UBND'],
    ['nghị quyết của Nghệ An do cơ quan nào ban hành?', 'HỘI ĐỒNG NHÂN DÂN'],
    ['Lào Cai gửi báo cáo phong trào thi đua trước ngày nào?', '10/12/2024'],
    ['Ai phải báo cáo UBND tỉnh Hà Giang?', 'Sở Nội vụ'],
    ['Có những văn bản nào?', '47/NQ-HĐND'],
    ['xin chào', 'trợ lý tự động'],
  ];

  it.each(said)('answers “%s” in the words of the text', async (question, words) => {
    const answer = await ask(question);
    expect(answer.outcome).toBe('answered');
    expect(answer.text).toContain(words);
  });

  const followUps: readonly (readonly [string[], string])[] = [
    [['Tỷ lệ che phủ rừng Lào Cai 2024?', 'còn Nghệ An?'], 'ổn định ở mức 58%'],
    [['Tỷ lệ che phủ rừng Lào Cai?', 'Mường Khương thì sao?'], 'đạt 46,2%'],
    [['Lào Cai 2024 GRDP tăng bao nhiêu?', 'thế bình quân đầu người?'], 'đạt 96 triệu đồng'],
    [['Lào Cai 2024 GRDP tăng bao nhiêu?', 'còn thu ngân sách?'], 'đạt 12.450 tỷ đồng'],
    [['bác sĩ trên vạn dân Lào Cai', 'so sánh với Nghệ An'], '11,5 bác sĩ/vạn dân'],
    [['cơ cấu kinh tế Nghệ An', 'trong đó dịch vụ?'], '42%'],
    [['Lào Cai báo cáo thi đua trước ngày nào?', 'còn Hà Giang?'], 'không nêu ngày'],
    [['Tỷ lệ che phủ rừng Lào Cai 2024?', 'nguồn?'], 'Tỷ lệ che phủ rừng đạt 58,9%'],
    [['Tỷ lệ che phủ rừng Lào Cai 2024?', 'xin chào', 'còn Mường Khương?'], 'đạt 46,2%'],
  ];

  it.each(followUps)('understands %j', async (messages, words) => {
    const { text } = await ask(...messages);
    expect(text).toContain(words);
  });

  it('does not put the earlier year’s figure in the place of a year asked for', async () => {
    const answer = await ask('Tỷ lệ che phủ rừng Lào Cai 2024?', 'thế năm 2022?');
    expect([answer.outcome, answer.figures]).toEqual(['not_found', []]);
  });

  it('names the other period when only an earlier message named one', async () => {
    const answer = await ask('Tỷ lệ che phủ rừng Lào Cai 2024?', 'còn Mường Khương?');
    expect(answer.text).toContain('Không có chỉ tiêu này của huyện Mường Khương cho năm 2024');
    expect(answer.text).toContain('năm 2023');
  });

  it('draws a conclusion from a comparison only where the bounds allow it', async () => {
    const higher = await ask('bác sĩ/vạn dân của Lào Cai và Nghệ An, nơi nào cao hơn?');
    expect(higher.text).toContain('Cao hơn: tỉnh Lào Cai');
    const bounds = await ask('So sánh tăng trưởng GRDP của Lào Cai và Nghệ An');
    expect(bounds.text).not.toContain('Cao hơn');
  });

  it('passes its own check whatever is asked', async () => {
    const texts = new Map<string, string | null>();
    const tools = await engine.tools(today);
    for (const [question] of [...figures, ...refused, ...said]) {
      const answer = await ask(question);
      for (const { document } of answer.citations) texts.set(document, await tools.textOf(document));
      const { reply, figures: shown, citations } = answer;
      const labels = [question, answer.text];
      const draft = { outcome: answer.outcome, blocks: reply.blocks, choices: [], figures: shown, citations, labels };
      expect(await checkAnswer(draft, async (document) => texts.get(document) ?? null)).toEqual([]);
    }
  });

  it('gives the same answer to the same question', async () => {
    expect(await ask('các chỉ tiêu của Lào Cai')).toEqual(await ask('các chỉ tiêu của Lào Cai'));
  });
});

describe('a document in short', () => {
  it.each([
    'Tóm tắt kế hoạch của Lào Cai năm 2024',
    'tom tat ke hoach lao cai',
    'nội dung chính của văn bản Lào Cai',
    'văn bản của Lào Cai nói gì',
  ])('%s', async (question) => {
    const answer = await ask(question);
    expect(answer.outcome).toBe('answered');
    expect(answer.text).toMatch(/^(?:kế hoạch|phát động|“)/);
    expect(answer.text).toContain('đạt trên 9,2%');
    expect(answer.text).toMatch(/\d+ chỉ tiêu, 8 chỉ tiêu đầu:/);
    expect(answer.figures).toHaveLength(8);
    expect(answer.reply.choices.map(({ message }) => message)).toContain('nguồn');
  });

  it('leads to all its targets', async () => {
    const answer = await ask('tóm tắt kế hoạch Lào Cai');
    const all = answer.reply.choices.find(({ label }) => label.startsWith('Cả '));
    const count = Number(/\d+/.exec(all?.label ?? '')?.[0]);
    expect((await ask('tóm tắt kế hoạch Lào Cai', all?.message ?? '')).figures).toHaveLength(count);
  });

  it.each(['tóm tắt kế hoạch của Cà Mau', 'tóm tắt nghị quyết 99/NQ-HĐND'])('%s: there is none', async (question) => {
    const answer = await ask(question);
    expect(answer.outcome).toBe('not_found');
    expect(answer.figures).toEqual([]);
  });
});

describe('a new figure after a question about a deadline', () => {
  it('is looked up, not taken for another deadline', async () => {
    expect(shownFigures(await ask('khi nào Lào Cai phải báo cáo', 'GRDP 2024'))).toEqual(['đạt trên 9,2%']);
  });
});

describe('a report to the highest bodies of the state', () => {
  it.each([
    'Lào Cai phải gửi báo cáo Thủ tướng trước ngày nào',
    'các sở của Lào Cai gửi báo cáo Thủ tướng kết quả phong trào thi đua năm 2024 trước ngày nào',
  ])('is due by no other report’s day: %s', async (question) => {
    const answer = await ask(question);
    expect(answer.outcome).toBe('not_found');
  });
});
