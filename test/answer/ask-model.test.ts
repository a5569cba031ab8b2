import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import { type Brain, type FakeOpenai, type Fault, idsIn, linesIn, startFakeOpenai } from '../support/fake-openai.ts';
import { modelEngine } from '../support/model-engine.ts';
import { corpus } from './corpus.ts';
import { memoryEngine, today } from './memory-engine.ts';

let server: FakeOpenai;
beforeAll(async () => {
  server = await startFakeOpenai();
});
afterAll(() => server.close());

const plainEngine = memoryEngine(corpus);
const ask = async (engine: typeof plainEngine, question: string) =>
  (await answerQuestion(engine, { question, context: emptyContext, today })).answer;

/** Rules find no sentence that says this: it is asked in other words. */
const hard = 'Ở Lào Cai, mảng nào được chọn làm mũi nhọn bứt tốc?';

const say = (text: string, evidence: string[]) => ({
  calls: [{ name: 'tra-loi', args: { claims: [{ text, evidence }] } }],
});

/** The id of the line of evidence with these words. */
function idOf(words: string, request: Parameters<Brain>[0]): string {
  return /^\[(\w+)\]/.exec(linesIn(request).find((line) => line.includes(words)) ?? '')?.[1] ?? 'none';
}

describe('a question that the rules could not answer', () => {
  it('is not answered without a model', async () => {
    expect((await ask(plainEngine, hard)).outcome).toBe('not_found');
  });

  it('is answered with the quote that the model chose, and says that a machine chose it', async () => {
    const { engine } = modelEngine(corpus, server.baseUrl);
    server.think((request) => say('', [idOf('Cải cách thủ tục hành chính', request)]));
    const answer = await ask(engine, hard);
    expect(answer.outcome).toBe('answered');
    expect(answer.text).toContain('“- Cải cách thủ tục hành chính gắn với chuyển đổi số.”');
    expect(answer.text).toContain('Mô hình ngôn ngữ');
    expect(answer.citations).toHaveLength(1);
  });

  it('lets the model search in other words first', async () => {
    const { engine } = modelEngine(corpus, server.baseUrl);
    server.think((request, round) =>
      round === 1
        ? { calls: [{ name: 'find-passages', args: { words: 'khâu đột phá', documents: null } }] }
        : say('', [idOf('chất lượng nguồn nhân lực', request)]),
    );
    expect((await ask(engine, hard)).text).toContain('Nâng cao chất lượng nguồn nhân lực du lịch.');
  });

  it('lets the model ask what an organisation is charged with', async () => {
    const { engine } = modelEngine(corpus, server.baseUrl);
    server.think((request, round) =>
      round === 1
        ? { calls: [{ name: 'find-duties', args: { office: 'Sở Thông tin và Truyền thông' } }] }
        : say('', [idOf('mở chuyên mục', request)]),
    );
    const answer = await ask(engine, 'Hà Giang nhờ báo đài làm việc gì?');
    expect(answer.citations.map(({ quote }) => quote)).toEqual([
      expect.stringContaining('Sở Thông tin và Truyền thông'),
    ]);
  });

  it('keeps a summary whose words are the quote’s and drops one whose words are not', async () => {
    const { engine } = modelEngine(corpus, server.baseUrl);
    const grounded = 'Nâng cao chất lượng nguồn nhân lực';
    server.think((request) => say(grounded, [idOf('chất lượng nguồn nhân lực', request)]));
    expect((await ask(engine, hard)).text).toContain(`• ${grounded}\n`);
    server.think((request) => say('Hạ thấp chất lượng nguồn nhân lực', [idOf('chất lượng nguồn nhân lực', request)]));
    const answer = await ask(engine, hard);
    expect(answer.text).not.toContain('Hạ thấp');
    expect(answer.text).toContain('Nâng cao chất lượng nguồn nhân lực du lịch.');
  });

  const faults: Fault[] = ['rate', 'error', 'unavailable', 'drop', 'garbage', 'cut', 'hang', 'empty', 'denied'];
  it.each(faults)('is answered as without a model when the endpoint fails with “%s”', async (fault) => {
    const { engine, errors } = modelEngine(corpus, server.baseUrl, { timeoutSeconds: 3 });
    server.think(() => ({ fault }));
    expect((await ask(engine, hard)).text).toBe((await ask(plainEngine, hard)).text);
    expect(errors).toHaveLength(1);
  });

  const nonsense: [string, Brain][] = [
    ['refuses', () => ({ refusal: 'I cannot help with that.' })],
    ['speaks English and calls nothing', () => ({ text: 'The answer is 42.' })],
    ['says nothing', () => ({ text: '' })],
    ['claims without evidence', () => say('Lào Cai chọn du lịch', [])],
    ['invents evidence', () => say('Lào Cai chọn du lịch', ['q999', 'f12', 'x'])],
    ['cites evidence of another place', (request) => say('', [idOf('nhà tạm', request)])],
    ['quotes a figure that was not asked for', (request) => say('', [idOf('Tốc độ tăng trưởng', request)])],
    ['types a figure', () => say('GRDP tăng 99,9%', ['f999'])],
    ['loops for ever', () => ({ calls: [{ name: 'find-passages', args: { words: 'x', documents: null } }] })],
    ['calls with wrong arguments', () => ({ calls: [{ name: 'look-up-target', args: '{"words":' }] })],
  ];
  it.each(nonsense)('is answered as without a model when the model %s', async (_, brain) => {
    const { engine } = modelEngine(corpus, server.baseUrl);
    server.think(brain);
    expect((await ask(engine, hard)).text).toBe((await ask(plainEngine, hard)).text);
  });

  it('shows the endpoint no text of documents that may not leave', async () => {
    const { engine } = modelEngine(corpus, server.baseUrl, { mayLeave: () => false });
    const from = server.bodies.length;
    server.think((request) => say('', idsIn(request).slice(0, 1)));
    await ask(engine, hard);
    const sent = server.bodies.slice(from).join('\n');
    expect(sent).toContain('không gửi ra ngoài');
    expect(sent).not.toContain('thủ tục hành chính');
  });

  it('ends the turn when a tool finds that nobody set what was asked about', async () => {
    const { engine, calls } = modelEngine(corpus, server.baseUrl);
    server.think(() => ({
      calls: [
        { name: 'look-up-target', args: { words: 'tỷ lệ che phủ rừng', locality: 'tỉnh Lào Cai', period: 'năm 2031' } },
      ],
    }));
    const answer = await ask(engine, hard);
    expect(answer.outcome).toBe('not_found');
    expect(answer.text).toContain('Không có số liệu “tỷ lệ che phủ rừng” của tỉnh Lào Cai, năm 2031');
    expect(calls).toHaveLength(1);
  });
});

describe('a question that was not understood', () => {
  it('is never given a figure that its words do not name', async () => {
    const { engine } = modelEngine(corpus, server.baseUrl);
    const vague: Brain = (request, round) =>
      round === 1
        ? { calls: [{ name: 'list-targets', args: { locality: 'tỉnh Lào Cai' } }] }
        : say('', [idOf('] Tổng vốn đầu tư', request)]);
    for (const question of ['hả', 'rồi sao']) {
      server.think(vague);
      const plain = await ask(plainEngine, question);
      const answer = await ask(engine, question);
      expect(answer.figures).toEqual([]);
      expect(plain.outcome).toBe('clarify');
      expect(answer.outcome).toBe('clarify');
      // It may be asked about, by its whole name; a tap asks the rules.
      expect(answer.reply.choices[0]?.label).toContain('Tổng vốn đầu tư');
      expect(answer.text).not.toContain('11%');
    }
  });
});

describe('a question about the text', () => {
  const digests = [
    'Tóm tắt kế hoạch số 21/KH-UBND của Lào Cai',
    'nội dung chính của kế hoạch thi đua Lào Cai năm 2024',
    'tom tat ke hoach 21/KH-UBND lao cai giup em',
  ];
  it.each(digests)('goes to the model by itself, which is shown the whole document: %s', async (question) => {
    const { engine, calls } = modelEngine(corpus, server.baseUrl);
    const shown: string[] = [];
    server.think((request) => {
      shown.push(...linesIn(request));
      return say('Nâng cao chất lượng nguồn nhân lực', [idOf('nguồn nhân lực', request)]);
    });
    const answer = await ask(engine, question);
    expect(calls).toHaveLength(1);
    expect(answer.text).toContain('• Nâng cao chất lượng nguồn nhân lực\n');
    for (const part of ['về đích sớm', 'GRDP', 'Giảm tỷ lệ hộ nghèo', 'che phủ rừng', 'cảng hàng không', 'gửi báo cáo'])
      expect(shown.join('\n')).toContain(part);
  });

  it('asked in short is answered with the document’s figures as well, printed by code with their quotes', async () => {
    const { engine } = modelEngine(corpus, server.baseUrl);
    server.think((request, round) =>
      round === 1
        ? { calls: [{ name: 'list-targets', args: { locality: 'tỉnh Lào Cai' } }] }
        : say('', [idOf('] Tổng vốn đầu tư', request), idOf('Tăng trưởng kinh tế', request)]),
    );
    const answer = await ask(engine, digests[0] ?? '');
    expect(answer.figures.map(({ quote }) => quote)).toEqual(['Tổng vốn đầu tư toàn xã hội tăng 11%']);
    expect(answer.text).toContain('tỉnh Lào Cai, năm 2024');
  });

  const duties = ['Sở Nội vụ phải làm gì ở Hà Giang?', 'nhiệm vụ của Sở Nội vụ Hà Giang là gì'];
  it.each(duties)('that the rules answer keeps that answer whole, with more beneath it: %s', async (question) => {
    const { engine, calls } = modelEngine(corpus, server.baseUrl);
    server.think((request) =>
      say('', [idOf('3 phong trào', request), idOf('Sở Thông tin', request), idOf('Giao Sở Nội vụ', request)]),
    );
    const plain = await ask(plainEngine, question);
    const answer = await ask(engine, question);
    expect(plain.outcome).toBe('answered');
    expect(calls).toHaveLength(1);
    expect(answer.text.startsWith(`${plain.text}\n`)).toBe(true);
    expect(answer.text.slice(plain.text.length)).toContain('Mô hình ngôn ngữ tìm thêm');
    expect(answer.text.slice(plain.text.length)).not.toContain('Giao Sở Nội vụ');
    server.think((request) => say('', [idOf('Giao Sở Nội vụ', request)]));
    expect((await ask(engine, question)).text).toBe(plain.text);
  });

  it('beside a figure gets the figure from the rules and the words from the model', async () => {
    const { engine } = modelEngine(corpus, server.baseUrl);
    const question = 'Tổng thu ngân sách Lào Cai 2024 bao nhiêu, và các khâu đột phá là gì?';
    server.think((request) => say('', [idOf('thủ tục hành chính', request), idOf('thu ngân sách', request)]));
    const plain = await ask(plainEngine, question);
    const answer = await ask(engine, question);
    expect(plain.figures).toHaveLength(1);
    expect(answer.figures).toEqual(plain.figures);
    expect(answer.text.startsWith(plain.text)).toBe(true);
    expect(answer.text).toContain('Cải cách thủ tục hành chính gắn với chuyển đổi số.');
  });
});

describe('questions that the rules answer', () => {
  const answered = [
    'Tăng trưởng GRDP Lào Cai năm 2024 là bao nhiêu?',
    'các chỉ tiêu về môi trường của Lào Cai',
    'Lào Cai năm 2025 tăng trưởng bao nhiêu?',
    'Chủ đề thi đua năm 2024 của Lào Cai là gì?',
    'Hạn báo cáo của Lào Cai khi nào?',
    'Ai ký chỉ thị của Hà Giang?',
    'Độ che phủ rừng Lào Cai 2024 và Mường Khương 2023, nơi nào cao hơn?',
    'xin chào',
    'nguồn',
  ];
  it.each(answered)('stay as they are, and nothing is sent: %s', async (question) => {
    const { engine, calls } = modelEngine(corpus, server.baseUrl);
    server.think(() => say('sai hết', ['q1', 'f1']));
    expect(await ask(engine, question)).toEqual(await ask(plainEngine, question));
    expect(calls).toEqual([]);
  });

  it('go to the model with MODEL_WHEN=always when they ask about the text, and keep their answer when it fails', async () => {
    const { engine, calls } = modelEngine(corpus, server.baseUrl, { when: 'always' });
    const question = 'Chủ đề thi đua năm 2024 của Lào Cai là gì?';
    server.think(() => ({ fault: 'error' }));
    expect((await ask(engine, question)).text).toBe((await ask(plainEngine, question)).text);
    expect(calls.length).toBeGreaterThan(0);
  });
});
