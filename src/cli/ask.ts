import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import { type ChatContext, emptyContext } from '../answer/chat-context.ts';
import type { Base } from '../wiring/base.ts';
import { todayIn } from '../wiring/today.ts';
import { type Command, textOption, UsageError } from './command.ts';
import { readJsonLines } from './read-json-lines.ts';
import { answerRow } from './rows.ts';
import { withBase } from './with-base.ts';

const lineSchema = z.object({ id: z.string(), question: z.string(), after: z.string().nullish() });

export const ask: Command = {
  usage: '"CÂU HỎI" | --batch TỆP.jsonl',
  maxPositionals: 1,
  options: { batch: { type: 'string' } },
  help: [
    '--batch TỆP       mỗi dòng {id, question, after?}; after là id của câu đứng trước trong cùng cuộc trò chuyện',
  ],
  async run({ values, positionals: [question], context }) {
    const batch = textOption(values, 'batch');
    if ((batch === null) === (question === undefined)) throw new UsageError('Cần một câu hỏi, hoặc --batch TỆP.jsonl.');
    const lines = batch === null ? [] : readJsonLines(batch, lineSchema);
    const today = todayIn(context.config().settings.TZ, context.now());
    return withBase(context, async (base) => {
      const chats = createChats(base, today);
      if (question !== undefined) {
        const { answer, ms } = await chats.ask({ id: null, question, after: null });
        context.out(values.json ? JSON.stringify(answerRow(answer, ms)) : answer.text);
      }
      for (const line of lines) {
        const after = line.after ?? null;
        if (after !== null && !chats.has(after))
          context.log(`${line.id}: không có câu ${after} ở trước; hỏi như câu mới.`);
        const { answer, ms } = await chats.ask({ ...line, after });
        const text = `[${line.id}] ${line.question}\n${answer.text}\n`;
        context.out(values.json ? JSON.stringify({ id: line.id, ...answerRow(answer, ms) }) : text);
      }
      return 0;
    });
  },
};

export type Asked = { id: string | null; question: string; after: string | null };

/** Chats of a question set: each question goes on from the one it names, or begins anew. */
export function createChats({ engine }: Pick<Base, 'engine'>, today: string) {
  const contexts = new Map<string, ChatContext>();
  return {
    has: (id: string): boolean => contexts.has(id),
    async ask({ id, question, after }: Asked): Promise<{ answer: Answer; ms: number }> {
      const before = (after === null ? undefined : contexts.get(after)) ?? emptyContext;
      const began = performance.now();
      const { answer, context } = await answerQuestion(engine, { question, context: before, today });
      const ms = performance.now() - began;
      if (id !== null) contexts.set(id, context);
      return { answer, ms };
    },
  };
}
