import type { Reply } from '../domain/reply.ts';
import type { CorpusView } from '../tools/corpus-view.ts';
import type { ToolContext } from '../tools/tool.ts';
import { type Answer, type Draft, emptyDraft } from './answer.ts';
import { type ChatContext, chatContextSchema, emptyContext } from './chat-context.ts';
import { checkAnswer } from './check-answer.ts';
import type { Engine } from './engine.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { noteDisagreement } from './note-disagreement.ts';
import { noteReview } from './note-review.ts';
import { noteValidity } from './note-validity.ts';
import { readAsOf } from './read-as-of.ts';
import { type Question, readQuestion } from './read-question.ts';
import { renderText } from './render-text.ts';
import { writeAnswer } from './write-answer.ts';
import { citationBlock } from './write-parts.ts';

export type AskInput = {
  question: string;
  /** What was asked before in this chat; `emptyContext` for a first question. */
  context: ChatContext;
  /** ISO date, for "năm nay". */
  today: string;
};

/** Longer questions are read to here. */
const longestQuestion = 4000;
const mostKept = 60;

/** Answers one question from the corpus alone: read → gather → write → check. No model, no network. */
export async function answerQuestion(
  engine: Engine,
  { question, context, today }: AskInput,
): Promise<{ answer: Answer; context: ChatContext }> {
  const { tools, read, view } = await readInView(engine, {
    question: question.slice(0, longestQuestion),
    context,
    today,
  });
  const evidence = await gatherEvidence(read, context, tools);
  const written = noteDisagreement(writeAnswer(read, evidence, tools.catalog), tools.catalog);
  const noted = noteValidity(noteReview(written, tools.catalog), {
    catalog: tools.catalog,
    view,
    question: read.text,
    today,
  });
  const draft = await checked(noted, tools);
  const reply: Reply = { blocks: draft.blocks, choices: draft.choices };
  const answer: Answer = {
    question,
    outcome: draft.outcome,
    text: renderText(reply),
    figures: draft.figures,
    citations: draft.citations,
    reading: read.reading,
    reply,
  };
  return { answer, context: nextContext(context, read, draft) };
}

/** The question, and the state of the corpus it is about; one that points at a document that no longer counts is about all that ever did. */
async function readInView(
  engine: Engine,
  { question, context, today }: AskInput,
): Promise<{ tools: ToolContext; read: Question; view: CorpusView }> {
  const { view, text } = readAsOf(question);
  const readWith = (tools: ToolContext): Question =>
    readQuestion(text, context, { catalog: tools.catalog, reader: tools.reader, today });
  const tools = await engine.tools(today, view);
  const read = readWith(tools);
  if (view.kind !== 'current') return { tools, read, view };
  if (!read.isUnknownDirective) return { tools, read: withChanges(read, tools), view };
  const history = await engine.tools(today, { kind: 'all' });
  const again = readWith(history);
  return again.isUnknownDirective ? { tools, read, view } : { tools: history, read: again, view: { kind: 'all' } };
}

/** What a document sets today stands in the documents that changed it, too. */
function withChanges(read: Question, { catalog }: ToolContext): Question {
  if (read.documents === null || !figureKinds.has(read.recognised.kind)) return read;
  return { ...read, documents: [...new Set([...read.documents, ...read.documents.flatMap(catalog.changedBy)])] };
}

const figureKinds: ReadonlySet<Question['recognised']['kind']> = new Set([
  'figure',
  'open',
  'compare',
  'list_targets',
  'deadline',
]);

/** An answer that fails the check is never sent: its verbatim quotes stand in its place, or nothing was found. */
async function checked(draft: Draft, { textOf, catalog }: ToolContext): Promise<Draft> {
  const faults = await checkAnswer(draft, textOf);
  if (faults.length === 0) return draft;
  const blocks = draft.citations.map((citation) => citationBlock(citation, catalog));
  const bare: Draft = {
    ...emptyDraft,
    blocks: [{ kind: 'paragraph', spans: ['Văn bản nêu nguyên văn:'] }, ...blocks],
    citations: draft.citations,
  };
  if (draft.citations.length > 0 && (await checkAnswer(bare, textOf)).length === 0) return bare;
  return {
    ...emptyDraft,
    outcome: 'not_found',
    blocks: [{ kind: 'paragraph', spans: ['Không có số liệu kiểm chứng được cho câu hỏi này.'] }],
  };
}

/** Small talk and "nguồn?" leave the thread of the conversation as it is. */
function nextContext(before: ChatContext, { text, recognised, reading }: Question, draft: Draft): ChatContext {
  if (['greeting', 'thanks', 'help', 'source', 'list_directives'].includes(recognised.kind)) return before;
  const things = [...reading.indicators.map(({ words }) => words), ...before.things].filter((words) => words !== '');
  return {
    question: text.slice(0, 2000),
    reading,
    things: [...new Set(things)].slice(0, 4),
    citations: draft.citations.slice(0, mostKept),
  };
}

/** What was remembered of a chat, or a fresh start when it is absent or of an older shape. */
export function readContext(stored: unknown): ChatContext {
  const parsed = chatContextSchema.safeParse(stored);
  return parsed.success ? parsed.data : emptyContext;
}
