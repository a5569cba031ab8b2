import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { corpus } from '../answer/corpus.ts';
import { memoryEngine, today } from '../answer/memory-engine.ts';
import { type FakeOpenai, startFakeOpenai } from '../support/fake-openai.ts';
import { judgeModelAnswer } from '../support/judge-model-answer.ts';
import { modelEngine } from '../support/model-engine.ts';
import { obedientBrains } from '../support/obedient-brains.ts';

let server: FakeOpenai;
beforeAll(async () => {
  server = await startFakeOpenai();
});
afterAll(() => server.close());

const places = ['Lào Cai', 'Nghệ An', 'Mường Khương', 'Hà Giang', 'Kon Tum'];
const wonders = [
  'mảng nào được chọn làm mũi nhọn bứt tốc?',
  'căn dặn các đoàn thể điều gì?',
  'nhờ báo đài làm việc gì?',
  'tóm tắt nội dung chính giúp tôi',
  'ai chịu trách nhiệm đôn đốc phong trào?',
  'nhiệm vụ nào khó nhất trong năm 2024?',
  'khẩu hiệu hành động là gì?',
  'giải pháp nào cho rừng và nước sạch?',
  'đối tượng nào được khen thưởng?',
  'mục đích của phong trào là gì?',
  'tỷ lệ che phủ rừng năm 2024 bao nhiêu, và giải pháp là gì?',
];
const questions = [
  ...places.flatMap((place) => wonders.map((wonder) => `${place} ${wonder}`)),
  'ừm thế rồi sao nữa',
  'dạo này tình hình ra sao',
  'cho hỏi tí',
  'lkjh qwer',
];

const documents = corpus;
const judge = (answer: Answer, question: string) =>
  judgeModelAnswer(answer, { documents, engine: memoryEngine(corpus), question });

/** What was shown of an answer, as if it were all of it. */
const asAnswer = (reply: Reply, answer: Answer): Answer => ({
  ...answer,
  reply,
  figures: [],
  citations: reply.blocks.flatMap((block) => (block.kind === 'citation' ? [block.citation] : [])),
});

describe('a model that changes figures, swaps places and years, and invents sources', () => {
  let reached = 0;
  let changed = 0;
  let partly = 0;

  it.each(obedientBrains)(
    'lets no wrong figure and no false citation through: it %s',
    async (_, brain) => {
      const { engine, calls } = modelEngine(corpus, server.baseUrl, { when: 'always' });
      const plainEngine = memoryEngine(corpus);
      const problems: string[] = [];
      for (const question of questions) {
        server.think(brain);
        const before = calls.length;
        const shown: Reply[] = [];
        const show = (part: Reply): void => void shown.push(part);
        const { answer } = await answerQuestion(engine, { question, context: emptyContext, today, show });
        const plain = (await answerQuestion(plainEngine, { question, context: emptyContext, today })).answer;
        if (calls.length > before) reached += 1;
        for (const part of shown) {
          if (part.blocks.length > 1) partly += 1;
          problems.push(
            ...(await judge(asAnswer(part, answer), question)).map((problem) => `${question}, shown: ${problem}`),
          );
        }
        if (answer.text === plain.text) continue;
        changed += 1;
        problems.push(...(await judge(answer, question)).map((problem) => `${question}: ${problem}`));
      }
      expect(problems).toEqual([]);
    },
    120_000,
  );

  it('had five hundred turns, and a hand in many answers and in what was shown of them meanwhile', () => {
    expect(partly).toBeGreaterThanOrEqual(50);
    expect(reached).toBeGreaterThanOrEqual(500);
    expect(changed).toBeGreaterThanOrEqual(50);
  });
});

describe('the judge', () => {
  it('catches a typed figure, a false quote, a link and a figure of another place', async () => {
    const { answer } = await answerQuestion(memoryEngine(corpus), {
      question: 'Tăng trưởng GRDP Lào Cai năm 2024 là bao nhiêu?',
      context: emptyContext,
      today,
    });
    const other = await answerQuestion(memoryEngine(corpus), {
      question: 'tăng trưởng kinh tế Nghệ An 2021 - 2025',
      context: emptyContext,
      today,
    });
    const altered = (more: Partial<Answer>): Answer => ({ ...answer, ...more });
    const says = (text: string): Answer =>
      altered({ reply: { blocks: [{ kind: 'paragraph', spans: [text] }], choices: [] } });
    expect(await judge(answer, '')).toEqual([]);
    expect(await judge(says('GRDP đạt 99,9%'), '')).toHaveLength(1);
    expect(await judge(says('xem http://evil.vn'), '')).toHaveLength(1);
    expect(
      await judge(altered({ citations: answer.citations.map((one) => ({ ...one, quote: 'GRDP đạt 99%' })) }), ''),
    ).toHaveLength(1);
    expect(await judge(altered({ figures: other.answer.figures }), '')).toHaveLength(1);
  });
});
