import type { ModelTool } from '../domain/model.ts';
import type { Draft } from './answer.ts';
import { type Claim, claimsSchema } from './claims.ts';
import { claimsSoFar } from './claims-so-far.ts';
import type { FigureEvidence } from './evidence.ts';
import { EvidenceLedger } from './evidence-ledger.ts';
import { documentsToSearch } from './gather-evidence.ts';
import { type ClaimInput, keepClaims } from './keep-claims.ts';
import type { ModelDesk } from './model-desk.ts';
import { modelTools } from './model-tools.ts';
import type { ModelUse } from './model-use.ts';
import type { ViewedQuestion } from './read-in-view.ts';
import { toolsByMeaning } from './search-meaning.ts';
import { showEvidence } from './show-evidence.ts';
import { writeClaims, writeMore } from './write-claims.ts';
import { writeNotFound } from './write-not-found.ts';

const answerTool = 'tra-loi';
/** Longer answers are not followed while they come. */
const longestArguments = 20_000;

export type ModelTurn = {
  asked: ViewedQuestion;
  /** What the rules said, and how the model's words are to stand to it. */
  plain: Draft;
  use: Exclude<ModelUse, 'none'>;
  person: string;
  /** Told of the answer as far as it has come; absent: nobody is watching. */
  partly?: ((draft: Draft) => void) | undefined;
};

/**
 * What the model makes of a question, written and grounded by code: an answer, or what stands beneath the rules' one. Null when it has
 * nothing to say that holds, is too slow, or fails. Never rejects for what is outside.
 */
export async function askModel(desk: ModelDesk, turn: ModelTurn): Promise<Draft | null> {
  try {
    return await runTurn(desk, turn);
  } catch (error) {
    desk.gaveUp(error);
    return null;
  }
}

async function runTurn(desk: ModelDesk, { asked: { read, ...asked }, plain, use, person, partly }: ModelTurn) {
  const tools = toolsByMeaning(asked.tools)?.tools ?? asked.tools;
  const ledger = new EvidenceLedger(tools.catalog, desk.mayLeave);
  const documents = documentsToSearch(read, tools);
  const said: { claims: Claim[] | null; absent: FigureEvidence | null } = { claims: null, absent: null };
  const found = modelTools({
    tools,
    ledger,
    documents,
    absent: ({ words, side, result }) => {
      const isAskedPlace = read.localities.some(({ key }) => key === side.locality?.key);
      if (isAskedPlace && result.understood.key !== null)
        said.absent ??= { words, side, result, isOtherPeriod: false, told: [] };
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
      said.claims ??= claimsSchema.parse(given).claims;
      return 'Đã nhận.';
    },
  };
  const writing = { plain, use, input: { question: read, tools, ledger } };
  const evidence = await showEvidence(read, { documents, ledger, tools });
  await desk.chat.runAgent({
    pass: { purpose: 'answer', person },
    instructions: await desk.prompt('answer', { today: tools.today, tool: answerTool }),
    question: await desk.prompt('question', { question: dataOf(read.text), evidence }),
    tools: [...pages, answer],
    isDone: () => said.claims !== null || said.absent !== null,
    ...(partly === undefined ? {} : { partly: followClaims(writing, partly) }),
    signal: AbortSignal.timeout(desk.timeoutSeconds * 1000),
  });
  if (said.absent !== null) return use === 'beneath' ? null : writeNotFound([said.absent], tools.catalog);
  return said.claims === null ? null : written(said.claims, writing);
}

type Writing = Pick<ModelTurn, 'plain' | 'use'> & { input: ClaimInput };

function written(claims: readonly Claim[], { plain, use, input }: Writing): Draft | null {
  const kept = keepClaims(claims, input);
  return use === 'beneath' ? writeMore(kept, plain, input) : writeClaims(kept, input);
}

/** Writes the answer anew with each claim that has come whole. */
function followClaims(writing: Writing, partly: (draft: Draft) => void): (tool: string, args: string) => void {
  let count = 0;
  return (tool, args) => {
    if (tool !== answerTool || args.length > longestArguments) return;
    const claims = claimsSoFar(args);
    if (claims.length <= count) return;
    count = claims.length;
    const draft = written(claims, writing);
    if (draft?.outcome === 'answered') partly(draft);
  };
}

/** The question cannot close the frame it stands in. */
const dataOf = (text: string): string => text.replace(/[<>]/g, ' ').replace(/[\p{Cf}\p{Co}]+/gu, '');
