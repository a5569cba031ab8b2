import { join } from 'node:path';
import type { Answer } from '../../answer/answer.ts';
import { answerQuestion } from '../../answer/answer-question.ts';
import { emptyContext } from '../../answer/chat-context.ts';
import type { Config } from '../../config.ts';
import { dataFolder } from '../../tables.ts';
import type { Base } from '../../wiring/base.ts';
import { todayIn } from '../../wiring/today.ts';
import type { CommandContext } from '../command.ts';
import { ingestPaths } from '../ingest-paths.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { quantile } from './quantile.ts';
import { sampleQuestions } from './sample-questions.ts';

/** In words that the rules find nothing for. */
const hard = 'Ở Kon Tum, mảng nào được chọn làm mũi nhọn bứt tốc?';
const turns = 60;
const warmTurns = 10;

export const benchModel: Benchmark = {
  name: 'model',
  summary: 'mô hình giả trên máy này: thời gian thêm ngoài nơi gọi, câu luật trả lời được giữ nguyên',
  async run(context) {
    const { startFakeOpenai } = await import('../../../test/support/fake-openai.ts');
    const { honestBrain } = await import('../../../test/support/honest-brain.ts');
    const server = await startFakeOpenai();
    server.think(honestBrain);
    const settings = { OPENAI_BASE_URL: server.baseUrl, CHAT_MODEL: 'gia' };
    const config = (): Config => {
      const plain = context.config();
      return { ...plain, settings: { ...plain.settings, ...settings } };
    };
    try {
      return await withTemporaryBase({ ...context, config }, async (base) => {
        for await (const _ of ingestPaths(base, [join(dataFolder, 'directives')], context));
        return [await overheadOf(base, context), await sameAnswers(base, context)];
      });
    } finally {
      await server.close();
    }
  },
};

type Asked = { answer: Answer; milliseconds: number };

async function ask(
  { engine }: Pick<Base, 'engine'>,
  question: string,
  { now, config }: CommandContext,
): Promise<Asked> {
  const today = todayIn(config().settings.TZ, now());
  const began = performance.now();
  const { answer } = await answerQuestion(engine, { question, context: emptyContext, today });
  return { answer, milliseconds: performance.now() - began };
}

const withoutModel = ({ engine: { model: _, ...engine } }: Base): Pick<Base, 'engine'> => ({ engine });

/** A turn with the model, less the same question without it and less what the endpoint took, as the ledger has it. */
async function overheadOf(base: Base, context: CommandContext): Promise<Measurement> {
  context.log(`${turns} lượt hỏi mô hình…`);
  const over: number[] = [];
  const without: number[] = [];
  for (let turn = 0; turn < warmTurns + turns; turn += 1) {
    const plain = await ask(withoutModel(base), hard, context);
    const { milliseconds } = await ask(base, hard, context);
    const [call] = await base.database.query<{ milliseconds: number }>(
      'select milliseconds from model_calls order by id desc limit 1',
    );
    if (turn < warmTurns) continue;
    over.push(milliseconds - plain.milliseconds - (call?.milliseconds ?? 0));
    without.push(plain.milliseconds);
  }
  const [median, most] = [quantile(over, 0.5), quantile(over, 0.95)];
  const print = (value: number): string => value.toFixed(1).replace('.', ',');
  return {
    what: 'thêm mỗi lượt ngoài thời gian của nơi gọi (trung vị / p95)',
    measured: `${print(median)} / ${print(most)} ms`,
    bar: '≤ 30 ms',
    anchor: `câu ấy không có mô hình: ${print(quantile(without, 0.5))} ms`,
    isMet: median <= 30,
  };
}

async function sameAnswers(base: Base, context: CommandContext): Promise<Measurement> {
  let same = 0;
  for (const question of sampleQuestions) {
    const plain = await ask(withoutModel(base), question, context);
    const { answer } = await ask(base, question, context);
    if (JSON.stringify(answer) === JSON.stringify(plain.answer)) same += 1;
  }
  const { length: all } = sampleQuestions;
  return {
    what: 'câu luật trả lời được: giống từng chữ',
    measured: `${same}/${all}`,
    bar: `${all}/${all}`,
    anchor: '',
    isMet: same === all,
  };
}
