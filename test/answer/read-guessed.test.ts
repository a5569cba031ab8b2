import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import { memoryEngine, today } from './memory-engine.ts';
import { withinCorpus } from './within-corpus.ts';

const engine = memoryEngine(withinCorpus);
const ask = async (question: string) =>
  (await answerQuestion(engine, { question, context: emptyContext, today })).answer;

describe('a question that nothing answers as it is typed', () => {
  it.each([
    ['son la 2023 nguoi di mo to doi mu bao hiem dat chaun bn %', '93%'],
    ['son la 2023 nguoi di mo to doi mubao hiem dat chuan bn %', '93%'],
    ['hau giang 2024 ho gia dinh co duongtruyen cap quang bao nhieu %', '83%'],
  ])('is answered as it was meant, and says so: %j', async (question, value) => {
    const { text, figures } = await ask(question);
    expect(figures.map((figure) => figure.text)).toEqual([expect.stringContaining(value)]);
    expect(text).toContain('Tôi hiểu câu hỏi là “');
  });

  it.each([
    'son la 2023 hoc sinh doi mu bao hiem dat chaun bn %',
    'son la 2031 nguoi di mo to doi mu bao hiem dat chaun bn %',
    'son la 2023 nguoi di xe dap doi mu bao hiem dat chaun bn %',
    'hau giang 2024 ho ngheo co duogn truyen cap quang bao nhieu %',
  ])('is refused where the guess is not stored either: %j', async (question) => {
    const { outcome, figures } = await ask(question);
    expect(figures).toEqual([]);
    expect(outcome).toBe('not_found');
  });

  it('is not guessed at where it is answered as typed', async () => {
    expect((await ask('son la 2023 xu ly may diem den')).text).not.toContain('Tôi hiểu');
  });
});
