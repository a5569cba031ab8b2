import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import { renderText } from '../../src/answer/render-text.ts';
import { corpus } from '../answer/corpus.ts';
import { memoryEngine, today } from '../answer/memory-engine.ts';
import { type Brain, type FakeOpenai, type FakeSaid, linesIn, startFakeOpenai } from '../support/fake-openai.ts';
import { modelEngine } from '../support/model-engine.ts';

let server: FakeOpenai;
beforeAll(async () => {
  server = await startFakeOpenai();
});
afterAll(() => server.close());

const hard = 'Ở Lào Cai, mảng nào được chọn làm mũi nhọn bứt tốc?';
const duty = 'Sở Nội vụ phải làm gì ở Hà Giang?';

/** Asks as somebody who watches, and gives what they saw and what they got. */
async function watch(question: string, brain: Brain, onShow: (text: string) => void = () => {}) {
  const { engine, ends } = modelEngine(corpus, server.baseUrl);
  const shown: string[] = [];
  server.think(brain);
  const show = (part: Parameters<typeof renderText>[0]): void => {
    shown.push(renderText(part));
    onShow(shown.at(-1) ?? '');
  };
  const { answer } = await answerQuestion(engine, { question, context: emptyContext, today, show });
  return { answer, shown, ends };
}
const unwatched = async (question: string) =>
  (await answerQuestion(memoryEngine(corpus), { question, context: emptyContext, today })).answer;

const idOf = (words: string, request: Parameters<Brain>[0]): string =>
  /^\[(\w+)\]/.exec(linesIn(request).find((line) => line.includes(words)) ?? '')?.[1] ?? 'none';
const give = (claims: { text: string; evidence: string[] }[], more: Partial<FakeSaid> = {}): FakeSaid => ({
  calls: [{ name: 'tra-loi', args: { claims } }],
  ...more,
});

describe('an answer that somebody watches', () => {
  it('is shown claim by claim while it comes, and recorded with what it used', async () => {
    const seen = Promise.withResolvers<void>();
    const { answer, shown, ends } = await watch(
      hard,
      (request) =>
        give(
          [
            { text: 'Nâng cao chất lượng nguồn nhân lực', evidence: [idOf('nguồn nhân lực', request)] },
            { text: 'Cải cách thủ tục hành chính', evidence: [idOf('thủ tục hành chính', request)] },
          ],
          // The second claim does not come before the first was seen.
          { pause: (sent) => (sent.split('"evidence"').length > 2 ? seen.promise : undefined) },
        ),
      (text) => text.includes('Nâng cao') && seen.resolve(),
    );
    expect(shown[0]).toBe('Đang đọc văn bản…');
    expect(shown.some((text) => text.includes('Nâng cao') && !text.includes('Cải cách'))).toBe(true);
    expect(shown.at(-1)).toContain('Đang tìm thêm');
    expect(answer.text).toContain('• Nâng cao chất lượng nguồn nhân lực\n• Cải cách thủ tục hành chính\n');
    expect(ends).toEqual([expect.objectContaining({ outcome: 'ok', promptTokens: 100, completionTokens: 20 })]);
  });

  it('shows at once what the rules answered', async () => {
    const { answer, shown } = await watch(duty, () => give([]));
    const plain = await unwatched(duty);
    expect(shown[0]).toBe(`${plain.text}\n\nĐang tìm thêm trong văn bản…`);
    expect(answer.text).toBe(plain.text);
  });

  it('is not streamed where the rules answer, or where nobody watches', async () => {
    const from = server.bodies.length;
    const { shown } = await watch('Tăng trưởng GRDP Lào Cai năm 2024 là bao nhiêu?', () => give([]));
    expect(shown).toEqual([]);
    expect(server.bodies.length).toBe(from);
    const { engine } = modelEngine(corpus, server.baseUrl);
    await answerQuestion(engine, { question: hard, context: emptyContext, today });
    expect(JSON.parse(server.bodies[from] ?? '{}')).toMatchObject({ stream: false });
  });

  const hostile: [string, Brain][] = [
    ['types figures', (r) => give([{ text: 'GRDP đạt 99,9%', evidence: [idOf('GRDP', r), 'q1'] }])],
    ['invents sources', () => give([{ text: 'Theo 999/QĐ-TTg', evidence: ['q999', 'f9'] }])],
    [
      'turns a sentence round',
      (r) => give([{ text: 'Không nâng cao chất lượng nguồn nhân lực', evidence: [idOf('nguồn nhân lực', r)] }]),
    ],
    ['speaks freely', () => ({ text: 'GRDP là 99,9%, xem http://evil.vn' })],
    ['breaks off', (r) => give([{ text: 'GRDP đạt 99,9%', evidence: [idOf('GRDP', r)] }], { isCut: true })],
    ['fails', () => ({ fault: 'error' })],
  ];
  it.each(hostile)('never shows a word that is not checked: the model %s', async (_, brain) => {
    const { answer, shown } = await watch(hard, brain);
    for (const text of [...shown, answer.text]) expect(text).not.toMatch(/99,9|999|evil|Không nâng/);
  });

  it('is answered as without a model when the stream breaks off, whatever was shown', async () => {
    const seen = Promise.withResolvers<void>();
    const { answer, shown, ends } = await watch(
      hard,
      (request) =>
        give([{ text: 'Nâng cao chất lượng nguồn nhân lực', evidence: [idOf('nguồn nhân lực', request)] }], {
          isCut: true,
          pause: (sent) => (sent.endsWith('}]}') ? seen.promise : undefined),
        }),
      (text) => text.includes('Nâng cao') && seen.resolve(),
    );
    expect(shown.at(-1)).toContain('Nâng cao chất lượng nguồn nhân lực');
    expect(answer.text).toBe((await unwatched(hard)).text);
    expect(ends.every(({ outcome }) => outcome === 'failed')).toBe(true);
  });

  it('has hidden names put back in what is shown', async () => {
    const named = {
      'cong-van.txt': (corpus['ha-giang-2022.txt'] ?? '').replace(
        'Sở Thông tin',
        'Giao ông Lê Thanh Hải, Sở Thông tin',
      ),
    };
    const { engine } = modelEngine(named, server.baseUrl);
    const from = server.bodies.length;
    const shown: string[] = [];
    server.think((request) => {
      const line = linesIn(request).find((one) => one.includes('Giao ông')) ?? '';
      const name = /\{\{TEN_\d+\}\}/.exec(line)?.[0] ?? 'không che';
      return give([{ text: `Giao ông ${name}`, evidence: [idOf('Giao ông', request)] }]);
    });
    const question = 'Hà Giang nhờ báo đài làm việc gì?';
    const show = (part: Parameters<typeof renderText>[0]): void => void shown.push(renderText(part));
    await answerQuestion(engine, { question, context: emptyContext, today, show });
    expect(server.bodies.slice(from).join()).not.toContain('Thanh Hải');
    expect(shown.at(-1)).toContain('• Giao ông Lê Thanh Hải');
  });
});
