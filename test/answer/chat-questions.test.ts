import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { type ChatContext, emptyContext } from '../../src/answer/chat-context.ts';
import { chatCorpus } from './chat-corpus.ts';
import { memoryEngine, today } from './memory-engine.ts';

const engine = memoryEngine(chatCorpus);

/** The figures of the answer to the last of these messages. */
async function figuresOf(...messages: string[]): Promise<string[]> {
  let context: ChatContext = emptyContext;
  let figures: string[] = [];
  for (const question of messages) {
    const said = await answerQuestion(engine, { question, context, today });
    context = said.context;
    figures = said.answer.figures.map(({ text }) => text);
  }
  return figures;
}

describe('a question as people type it in a chat', () => {
  it.each([
    [['huyen dong lam don bao nhieu luot khach nam 2030'], ['710.000']],
    [['huyen dong lam don bao nhieu luot khach nam 2025 va 2030'], ['320.000', '710.000']],
    [['Tổng thu từ DL Đồng Lâm 2025 và 2030?'], ['210', '590']],
    [['che phu rung phong loc 2025, 2030'], ['51%', '53,5%']],
    [['huyen phong loc tn bq dau nguoi den 2030'], ['78 triệu']],
    [['nam dinh 2020 thu noi dia vuot du toan bao nhieu'], ['3%']],
    [['ls 2030 che phu rung'], ['53,5%']],
    [['che phu rung binh quan ha giang'], ['60%']],
    [['grdp binh quan ha giang 2025'], ['56 triệu']],
    [['von dau tu toan xa hoi ha giang so voi grdp'], ['37%']],
    [['che phủ rừng hà giang có phải 55% không'], ['60%']],
    [['tong von dau tu toan xa hoi ha giang tang hay giam'], ['37%']],
    [['hà giang đến 2025 hộ nghèo giảm bao nhiêu'], ['4%']],
    [['hà giang số hóa hồ sơ cấp huyện, cấp xã đạt bao nhiêu'], ['80%', '65%']],
    [['giao vien dat chuan ha giang'], ['92%']],
    [['hà giang cam bao nhiêu ha, sản lượng bao nhiêu tấn'], ['6.200', '71.000']],
    [['ha giang che bao nhieu ha, san luong bao nhieu tan'], ['19.000']],
    [['chỉ tiêu môi trường hà giang'], ['91%', '60%']],
  ])('answers %j', async (messages, values) => {
    const figures = await figuresOf(...messages);
    expect(figures).toHaveLength(values.length);
    for (const [at, value] of values.entries()) expect(figures[at]).toContain(value);
  });

  it.each([
    [['che phu rung phong loc 2030', 'the tn bq dau nguoi'], ['78 triệu']],
    [['tong thu tu du lich dong lam 2025', 'den 2030 thi sao'], ['590']],
  ])('answers the follow-up in %j within the same document or place', async (messages, values) => {
    const figures = await figuresOf(...messages);
    expect(figures).toHaveLength(values.length);
    for (const [at, value] of values.entries()) expect(figures[at]).toContain(value);
  });

  it.each([
    // What grows is not what is reached.
    [['huyen dong lam don bao nhieu luot khach nam 2025 va 2030', 'tang bq moi nam bn %']],
    // A report of the term before is no target of the next.
    [['tan phong nhiem ky 2025-2030 ket nap bao nhieu dang vien']],
    // Pupils' share is not everybody's.
    [['toan huyen dong lam 2023 ty le bao phu bhyt']],
    // How far it is exceeded is not the amount.
    [['nam dinh du toan thu noi dia 2020']],
    // So much in five years is not so much in each.
    [['ha giang tao viec lam moi nam bao nhieu luot nguoi']],
    // Another tier.
    [['ha giang so hoa ho so cap xa', 'cap tinh']],
    // The output of another crop.
    [['ha giang lua bao nhieu ha, san luong bao nhieu tan']],
    // What is spent is not what is collected.
    [['chi ngan sach ha giang']],
    // Words before a year, no province.
    [['kt 2020 tang bao nhieu']],
    // Another commune, another district.
    [['xa hoa lu ho ngheo da chieu']],
    [['huyen phong hai che phu rung 2030']],
  ])('gives no figure for the last of %j', async (messages) => {
    expect(await figuresOf(...messages)).toEqual([]);
  });
});

/** The text of the answer to the last of these messages. */
async function textOf(...messages: string[]): Promise<string> {
  let context: ChatContext = emptyContext;
  let text = '';
  for (const question of messages) {
    const said = await answerQuestion(engine, { question, context, today });
    context = said.context;
    text = said.answer.text;
  }
  return text;
}

describe('a question about a deadline in a chat', () => {
  it.each([
    [['bao cao quy phat trien doan vien nop ngay nao'], '15', '25/11'],
    [['bao cao quy phat trien doan vien nop ngay nao', 'con bc nam'], '25/11', 'tháng cuối quý'],
    [['bao cao nam phat trien doan vien nop ngay nao'], '25/11', 'tháng cuối quý'],
    [['ai bao cao benh dai, truoc ngay nao'], '19/06/2023', 'đoàn viên'],
  ])('answers %j with %j', async (messages, wanted, unwanted) => {
    const text = await textOf(...messages);
    expect(text).toContain(wanted);
    expect(text.split('Nguồn')[0]).not.toContain(unwanted);
  });

  it.each([
    // Another report's day is none of this one's.
    [['bao cao thang phat trien doan vien nop ngay nao']],
    [['bao cao 6 thang phat trien doan vien nop ngay nao']],
  ])('has no day for %j', async (messages) => {
    expect(await textOf(...messages)).not.toMatch(/25\/11|ngày 15/);
  });
});
