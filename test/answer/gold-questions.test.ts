import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { type ChatContext, emptyContext } from '../../src/answer/chat-context.ts';
import { type GoldQuestion, judgeAnswer } from '../../src/cli/eval/score-questions.ts';
import { memoryEngine, readRows, today } from './memory-engine.ts';

const shared = join(import.meta.dirname, '../../../shared');
const isThere = existsSync(join(shared, 'gold/questions.jsonl'));
const title = isThere
  ? 'the founding documents'
  : 'the founding documents (SKIPPED: ../shared is absent; put it beside the repository to run)';

type Row = Omit<GoldQuestion, 'doc'> & { doc: string | string[] };

describe.skipIf(!isThere)(title, () => {
  it('are answered as the gold wants, at least 95 in 100, and with no wrong figure at all', async () => {
    const names = readdirSync(join(shared, 'seeds')).filter((name) => name.endsWith('.txt'));
    const documents = Object.fromEntries(
      names.map((name) => [name, readFileSync(join(shared, 'seeds', name), 'utf8')]),
    );
    const stems = new Map(readRows(documents).directives.map(({ id, source }) => [id, source.replace(/\.txt$/, '')]));
    const engine = memoryEngine(documents);
    const contexts = new Map<string, ChatContext>();
    const rows = readFileSync(join(shared, 'gold/questions.jsonl'), 'utf8').split('\n').filter(Boolean);
    const verdicts = [];
    for (const line of rows) {
      const row = JSON.parse(line) as Row;
      const context = contexts.get(row.after ?? '') ?? emptyContext;
      const { answer, context: next } = await answerQuestion(engine, { question: row.question, context, today });
      contexts.set(row.id, next);
      const judged = {
        outcome: answer.outcome,
        text: answer.text,
        figures: answer.figures.map(({ text, document }) => ({ text, document: stems.get(document) ?? '' })),
        citedDocuments: answer.citations.map(({ document }) => stems.get(document) ?? ''),
        ms: 0,
      };
      verdicts.push(judgeAnswer({ ...row, doc: [row.doc].flat() }, judged));
    }
    expect(verdicts.filter(({ wrongFigure }) => wrongFigure !== null).map(({ question }) => question.id)).toEqual([]);
    expect(verdicts.filter(({ isRight }) => isRight).length / verdicts.length).toBeGreaterThanOrEqual(0.95);
  });
});
