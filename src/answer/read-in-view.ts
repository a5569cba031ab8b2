import type { CorpusView } from '../tools/corpus-view.ts';
import type { ToolContext } from '../tools/tool.ts';
import type { ChatContext } from './chat-context.ts';
import type { Engine } from './engine.ts';
import { readAsOf } from './read-as-of.ts';
import { type Question, readQuestion } from './read-question.ts';
import { type AskedRelation, readRelationQuestion } from './read-relation-question.ts';

/** A question, the state of the corpus it is about, and the tools that see that state. */
export type ViewedQuestion = {
  read: Question;
  view: CorpusView;
  tools: ToolContext;
  /** It asks how one document stands to others; null: it asks for something else. */
  relation: { asked: AskedRelation; document: string } | null;
};

/** Reads a question; one that points at a document that no longer counts is about all that was ever set. `today`: ISO date. */
export async function readInView(
  engine: Engine,
  { question, context, today }: { question: string; context: ChatContext; today: string },
): Promise<ViewedQuestion> {
  const { view, text } = readAsOf(question);
  const readWith = (tools: ToolContext): Question =>
    readQuestion(text, context, { catalog: tools.catalog, reader: tools.reader, today });
  const tools = await engine.tools(today, view);
  const read = readWith(tools);
  if (view.kind === 'current' && read.isUnknownDirective) {
    const history = await engine.tools(today, { kind: 'all' });
    const again = readWith(history);
    if (!again.isUnknownDirective)
      return { read: again, view: { kind: 'all' }, tools: history, relation: relationOf(again, question) };
  }
  const relation = relationOf(read, question);
  return { read: view.kind === 'current' ? withChanges(read, tools) : read, view, tools, relation };
}

function relationOf({ documents, mention }: Question, question: string): ViewedQuestion['relation'] {
  const [document] = documents ?? [];
  const asked = readRelationQuestion(question);
  return asked === null || document === undefined || documents?.length !== 1 || mention === null
    ? null
    : { asked, document };
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
