import { parse } from 'node:path';
import { listDeadlines } from '../../store/deadlines.ts';
import { findDirectives } from '../../store/directives.ts';
import { findFigures } from '../../store/figures.ts';
import type { Base } from '../../wiring/base.ts';
import type { createChats } from '../ask.ts';
import { deadlineRow, targetRow } from '../rows.ts';
import type { Gold, GoldDocument } from './read-gold.ts';
import type { DocumentVerdict, EvalResult } from './report.ts';
import { scoreDeadlines } from './score-deadlines.ts';
import { type GoldQuestion, judgeAnswer, type QuestionVerdict } from './score-questions.ts';
import { scoreTargets } from './score-targets.ts';

type Chats = ReturnType<typeof createChats>;
/** Which stored directive a file of the gold is, both ways. */
type Names = { idOf: ReadonlyMap<string, string>; stemOf: ReadonlyMap<string, string> };

/** Judges what the database holds and what it answers against a gold set. Directives are known by the stem of the file they came from. */
export async function runGold(base: Base, gold: Gold, chats: Chats): Promise<EvalResult> {
  const directives = await findDirectives(base.database);
  const pairs = directives.map(({ id, source }) => [parse(source).name, id] as const);
  const names: Names = { idOf: new Map(pairs), stemOf: new Map(pairs.map(([stem, id]) => [id, stem])) };
  const documents: DocumentVerdict[] = [];
  for (const document of gold.documents) documents.push(await judgeDocument(base, document, names));
  const questions: QuestionVerdict[] = [];
  for (const question of gold.questions) questions.push(await judgeQuestion(chats, question, names));
  const asked = gold.questions.flatMap(({ doc }) => doc);
  const stems = new Set([...gold.documents.map(({ stem }) => stem), ...asked]);
  return { documents, questions, absent: [...stems].filter((stem) => !names.idOf.has(stem)) };
}

async function judgeDocument({ database }: Base, gold: GoldDocument, { idOf }: Names): Promise<DocumentVerdict> {
  const documents = [idOf.get(gold.stem) ?? ''];
  const targets = (await findFigures(database, { documents, kinds: ['target'] })).map(targetRow);
  const deadlines = (await listDeadlines(database, { documents })).map(deadlineRow);
  return {
    stem: gold.stem,
    targets: scoreTargets(gold.targets, targets),
    deadlines: gold.deadlines === null ? null : scoreDeadlines(gold.deadlines, deadlines),
  };
}

async function judgeQuestion(chats: Chats, question: GoldQuestion, { stemOf }: Names): Promise<QuestionVerdict> {
  const { answer, ms } = await chats.ask({
    id: question.id,
    question: question.question,
    after: question.after ?? null,
  });
  const stem = (id: string): string => stemOf.get(id) ?? id;
  return judgeAnswer(question, {
    outcome: answer.outcome,
    text: answer.text,
    figures: answer.figures.map(({ text, document }) => ({ text, document: stem(document) })),
    citedDocuments: answer.citations.map(({ document }) => stem(document)),
    ms,
  });
}
