import type { ShowPart } from '../domain/message.ts';
import type { Reply } from '../domain/reply.ts';
import { showRelations } from '../tools/show-relations.ts';
import type { ToolContext } from '../tools/tool.ts';
import { type Answer, type Draft, emptyDraft } from './answer.ts';
import { askModel } from './ask-model.ts';
import { type ChatContext, chatContextSchema, emptyContext } from './chat-context.ts';
import { checkAnswer } from './check-answer.ts';
import type { Engine } from './engine.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { modelUse } from './model-use.ts';
import { noteDisagreement } from './note-disagreement.ts';
import { noteHistory } from './note-history.ts';
import { noteReview } from './note-review.ts';
import { noteValidity } from './note-validity.ts';
import { readGuessed, sayGuess } from './read-guessed.ts';
import { readInView, type ViewedQuestion } from './read-in-view.ts';
import type { Question } from './read-question.ts';
import { renderText } from './render-text.ts';
import { gapNote, toolsByMeaning } from './search-meaning.ts';
import { showProgress } from './show-progress.ts';
import { writeAnswer } from './write-answer.ts';
import { joinDrafts } from './write-claims.ts';
import { citationBlock } from './write-parts.ts';
import { writeRelations } from './write-relations.ts';

export type AskInput = {
  question: string;
  /** What was asked before in this chat; `emptyContext` for a first question. */
  context: ChatContext;
  /** ISO date, for "năm nay". */
  today: string;
  /** The account that asks ("telegram:42"), whose budget a model may use; absent: the program itself. */
  person?: string;
  /** Shown what is written and checked already while a model is still at work. */
  show?: ShowPart;
};

/** Longer questions are read to here. */
const longestQuestion = 4000;
const mostKept = 60;

/** Answers one question from the corpus: read → gather → write → check. A model is asked only where the rules alone do not settle it. */
export async function answerQuestion(
  engine: Engine,
  { question, context, today, person = 'máy chủ', show }: AskInput,
): Promise<{ answer: Answer; context: ChatContext }> {
  const typed = await readInView(engine, { question: question.slice(0, longestQuestion), context, today });
  const { asked, byWords } = await answeredByRules(engine, typed, { context, today });
  const { read } = asked;
  const plain = await withMeaning(engine, byWords, { asked, context, today });
  const draft = await withModel(engine, plain, { asked, person, today, show });
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

type ByRules = { asked: ViewedQuestion; byWords: Draft };

/** The answer of the rules alone; a question that they cannot answer as typed is asked again as it was likely meant. */
async function answeredByRules(
  engine: Engine,
  typed: ViewedQuestion,
  more: Pick<AskInput, 'context' | 'today'>,
): Promise<ByRules> {
  const byWords = await checked(await draftAnswer(engine, typed, more), typed.tools);
  const guessed = byWords.outcome === 'not_found' ? await readGuessed(engine, typed, more.today) : null;
  if (guessed === null) return { asked: typed, byWords };
  const again = await checked(await draftAnswer(engine, guessed, more), guessed.tools);
  return again.outcome === 'answered'
    ? { asked: guessed, byWords: sayGuess(again, guessed) }
    : { asked: typed, byWords };
}

/** What tools find for a question put into words, with what must be said beside it. */
async function draftAnswer(
  engine: Engine,
  { read, view, tools, relation }: ViewedQuestion,
  { context, today }: Pick<AskInput, 'context' | 'today'>,
): Promise<Draft> {
  const { catalog } = tools;
  if (relation !== null) {
    const result = await showRelations.run({ document: relation.document }, tools);
    return writeRelations(result, { asked: relation.asked, catalog, today });
  }
  const evidence = await gatherEvidence(read, context, tools);
  const written = noteReview(noteDisagreement(writeAnswer(read, evidence, catalog), catalog), catalog);
  const noted = noteValidity(written, { catalog, view, question: read.text, today });
  if (noted.outcome !== 'not_found' || view.kind !== 'current' || !catalog.hasHistory()) return noted;
  const before = await engine.tools(today, { kind: 'before' });
  return noteHistory(noted, await gatherEvidence(read, context, before), { catalog, question: read.text });
}

type ForMeaning = Pick<AskInput, 'context' | 'today'> & { asked: ViewedQuestion };

/** A question about the text that no words answer is searched by meaning as well; no other ever waits for the endpoint of vectors. */
async function withMeaning(engine: Engine, plain: Draft, { asked, ...more }: ForMeaning): Promise<Draft> {
  const isForText = asked.read.reading.intent === 'find_text' && !asked.read.isUnknownDirective;
  const wider = plain.outcome === 'not_found' && isForText ? toolsByMeaning(asked.tools) : null;
  if (wider === null) return plain;
  const found = await checked(await draftAnswer(engine, { ...asked, tools: wider.tools }, more), wider.tools);
  if (found.outcome !== 'not_found') return found;
  const gap = wider.gap();
  return gap === null ? plain : { ...plain, blocks: [...plain.blocks, gapNote(gap)] };
}

type ForModel = { asked: ViewedQuestion; person: string; today: string; show: ShowPart | undefined };

/** What a model makes of a question that the rules alone do not settle, under the same notes and checks; else the answer without it. */
async function withModel(engine: Engine, plain: Draft, { asked, person, today, show }: ForModel): Promise<Draft> {
  const { model } = engine;
  const use = model === undefined ? 'none' : modelUse(asked, plain, model.when);
  if (model === undefined || use === 'none') return plain;
  const { read, view, tools } = asked;
  const { catalog } = tools;
  const finished = async (said: Draft): Promise<Draft | null> => {
    const reviewed = noteReview(noteDisagreement(said, catalog), catalog);
    const noted = noteValidity(reviewed, { catalog, view, question: read.text, today });
    const whole = use === 'beneath' ? joinDrafts(plain, noted) : noted;
    return (await checkAnswer(whole, tools.textOf)).length === 0 ? whole : null;
  };
  const screen = showProgress(show, use === 'beneath' ? plain : null, finished);
  const said = await askModel(model, { asked, plain, use, person, partly: screen?.partly });
  screen?.end();
  return (said === null ? null : await finished(said)) ?? plain;
}

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
