import type { RankedPassage } from '../domain/passage.ts';
import { cite } from '../tools/cite.ts';
import { statementsOf } from '../tools/statements.ts';
import type { ToolContext } from '../tools/tool.ts';
import { asksDigest } from './asks-digest.ts';
import type { EvidenceLedger } from './evidence-ledger.ts';
import type { Question } from './read-question.ts';

const passagesShown = 6;
const lettersShown = 9_000;
/** Of a document asked for in short: so many passages of it, and the beginning of each. */
const passagesOfDigest = 40;
const sentencesOfPassage = 3;
const mostDocuments = 2;

type Showing = { documents: readonly string[] | null; ledger: EvidenceLedger; tools: ToolContext };

/** The sentences nearest to the question as lines with their ids, so that most turns need a single call; "Không có." when there are none. */
export async function showEvidence({ text, topic }: Question, showing: Showing): Promise<string> {
  const { documents, tools } = showing;
  const isDigest = asksDigest(text) && documents !== null && documents.length <= mostDocuments;
  const near = topic.trim() === '' ? [] : await tools.search({ text: topic, documents, limit: passagesShown });
  const lines = await linesOf(isDigest ? await throughout(documents, tools) : near, {
    ...showing,
    most: isDigest ? sentencesOfPassage : Number.POSITIVE_INFINITY,
  });
  return lines.length === 0 ? 'Không có.' : lines.join('\n');
}

/** Passages from all over the documents, in their order: whatever stands under a title is found by it. */
async function throughout(documents: readonly string[], { catalog, search }: ToolContext): Promise<RankedPassage[]> {
  const found = await Promise.all(
    documents.map(async (id) => {
      const { title = '' } = catalog.directive(id) ?? {};
      const passages = await search({ text: title, documents: [id], limit: passagesOfDigest });
      return passages.sort((left, right) => left.passage.start - right.passage.start);
    }),
  );
  return found.flat();
}

async function linesOf(
  ranked: readonly RankedPassage[],
  { ledger, tools, most }: Showing & { most: number },
): Promise<string[]> {
  const lines: string[] = [];
  let letters = 0;
  for (const { passage } of ranked) {
    const directive = tools.catalog.directive(passage.document);
    const text = directive === null ? null : await tools.textOf(passage.document);
    if (directive === null || text === null) continue;
    for (const { start, end, heading } of statementsOf(passage).slice(0, most)) {
      const line = ledger.quote(cite(directive, { quote: text.slice(start, end), start, end }, heading));
      letters += line.length;
      if (letters > lettersShown) return lines;
      lines.push(line);
    }
  }
  return lines;
}
