import type { ModelTool } from '../domain/model.ts';
import { cite } from '../tools/cite.ts';
import { statementsOf } from '../tools/statements.ts';
import type { PassageQuery } from '../tools/tool.ts';
import type { Draft } from './answer.ts';
import { type Claim, claimsSchema } from './claims.ts';
import type { FigureEvidence } from './evidence.ts';
import { EvidenceLedger } from './evidence-ledger.ts';
import { documentsToSearch } from './gather-evidence.ts';
import type { ModelDesk } from './model-desk.ts';
import { modelTools } from './model-tools.ts';
import type { ViewedQuestion } from './read-in-view.ts';
import { renderClaims } from './render-claims.ts';
import { writeNotFound } from './write-not-found.ts';

const answerTool = 'tra-loi';
const passagesShown = 6;
const lettersShown = 9_000;

/** Whether a question goes to the model, given what the rules answered. Figures and their absence never do. */
export function isForModel({ read, view, relation }: ViewedQuestion, draft: Draft, when: ModelDesk['when']): boolean {
  if (relation !== null || view.kind !== 'current') return false;
  if (draft.isUnread === true) return true;
  if (read.isUnknownDirective || draft.figures.length > 0 || read.reading.intent !== 'find_text') return false;
  return draft.outcome === 'not_found' || when === 'always';
}

/**
 * What the model makes of a question, written and grounded by code; null when it has nothing to say that holds, is too slow, or fails.
 * Never rejects for what is outside.
 */
export async function askModel(desk: ModelDesk, asked: ViewedQuestion, person: string): Promise<Draft | null> {
  try {
    return await runTurn(desk, asked, person);
  } catch (error) {
    desk.gaveUp(error);
    return null;
  }
}

async function runTurn(desk: ModelDesk, { read, tools }: ViewedQuestion, person: string): Promise<Draft | null> {
  const ledger = new EvidenceLedger(tools.catalog, desk.mayLeave);
  const documents = documentsToSearch(read, tools);
  const turn: { claims: Claim[] | null; absent: FigureEvidence | null } = { claims: null, absent: null };
  const found = modelTools({
    tools,
    ledger,
    documents,
    absent: ({ words, side, result }) => {
      const isAskedPlace = read.localities.some(({ key }) => key === side.locality?.key);
      if (isAskedPlace && result.understood.key !== null) turn.absent ??= { words, side, result, isOtherPeriod: false };
    },
  });
  const pages = await Promise.all(
    found.map(async (tool) => ({ ...tool, page: await desk.prompt(`tools/${tool.name}`) })),
  );
  const answer: ModelTool = {
    name: answerTool,
    page: await desk.prompt('give-answer'),
    input: claimsSchema,
    run: async (given) => {
      turn.claims ??= claimsSchema.parse(given).claims;
      return 'Đã nhận.';
    },
  };
  const shown = await evidenceFor({ text: read.topic, documents, limit: passagesShown }, { ledger, tools });
  await desk.chat.runAgent({
    pass: { purpose: 'answer', person },
    instructions: await desk.prompt('answer', { today: tools.today, tool: answerTool }),
    question: await desk.prompt('question', { question: dataOf(read.text), evidence: shown }),
    tools: [...pages, answer],
    isDone: () => turn.claims !== null || turn.absent !== null,
    signal: AbortSignal.timeout(desk.timeoutSeconds * 1000),
  });
  if (turn.absent !== null) return writeNotFound([turn.absent], tools.catalog);
  return turn.claims === null ? null : renderClaims(turn.claims, { question: read, tools, ledger });
}

/** The question cannot close the frame it stands in. */
const dataOf = (text: string): string => text.replace(/[<>]/g, ' ').replace(/[\p{Cf}\p{Co}]+/gu, '');

type Showing = { ledger: EvidenceLedger; tools: ViewedQuestion['tools'] };

/** The sentences of the passages nearest to the question, so that most turns need a single call. */
async function evidenceFor(query: PassageQuery, { ledger, tools }: Showing): Promise<string> {
  const lines: string[] = [];
  let letters = 0;
  for (const { passage } of query.text.trim() === '' ? [] : await tools.search(query)) {
    const directive = tools.catalog.directive(passage.document);
    const text = directive === null ? null : await tools.textOf(passage.document);
    if (directive === null || text === null) continue;
    for (const { start, end, heading } of statementsOf(passage)) {
      const line = ledger.quote(cite(directive, { quote: text.slice(start, end), start, end }, heading));
      letters += line.length;
      if (letters > lettersShown) return lines.join('\n');
      lines.push(line);
    }
  }
  return lines.length === 0 ? 'Không có.' : lines.join('\n');
}
