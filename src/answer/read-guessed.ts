import { guessSpelling } from '../tools/guess-spelling.ts';
import type { Draft } from './answer.ts';
import { mendAround } from './blank-spans.ts';
import { emptyContext } from './chat-context.ts';
import type { Engine } from './engine.ts';
import { markQuestion } from './question-marks.ts';
import { readInView, type ViewedQuestion } from './read-in-view.ts';

/** A question that nothing answers, read as it was most likely meant to be spelled; null where there is no guess. */
export async function readGuessed(
  engine: Engine,
  { read, view, tools }: ViewedQuestion,
  today: string,
): Promise<ViewedQuestion | null> {
  if (view.kind !== 'current') return null;
  const { spans } = markQuestion(read.text, tools.catalog, today);
  const text = mendAround(read.text, spans, (words) => guessSpelling(words, tools.catalog) ?? words);
  return text === read.text ? null : readInView(engine, { question: text, context: emptyContext, today });
}

/** An answer to a guess says what was guessed. */
export function sayGuess(draft: Draft, { read: { text } }: ViewedQuestion): Draft {
  const sentence = `Tôi hiểu câu hỏi là “${text.trim()}”.`;
  return {
    ...draft,
    blocks: [{ kind: 'paragraph', spans: [{ italic: sentence }] }, ...draft.blocks],
    labels: [...draft.labels, sentence],
  };
}
