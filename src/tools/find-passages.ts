import { z } from 'zod';
import type { Passage } from '../domain/passage.ts';
import { fold } from '../vietnamese/fold.ts';
import { cite } from './cite.ts';
import type { FoundStatement, FoundStatements } from './found-statement.ts';
import { otherWordings } from './other-wordings.ts';
import { type RankedStatement, rankStatements } from './rank-statements.ts';
import { type Statement, statementsOf } from './statements.ts';
import { type TextTerm, textTerms } from './text-terms.ts';
import { asTool, type ToolContext } from './tool.ts';

const inputSchema = z.object({
  /** What is asked, without the place and the document it is asked of. */
  words: z.string().max(2000),
  /** Ids of directives to search; null: all in force. */
  documents: z.array(z.string()).nullable(),
  /** Only sentences that say nearly all of it in its own order. */
  isStrict: z.boolean().default(false),
});
export type FindPassagesInput = z.infer<typeof inputSchema>;

/** Of a sentence without the very word that has other wordings. */
const unsaidWorth = 0.7;
const passageLimit = 14;
const coverageFrom = 0.72;
const ownFrom = 0.3;
const headingFrom = 0.5;
const longestQuote = 1600;
const mostQuotes = 3;
/** Further statements are shown only when they are nearly as good as the best. */
const besideFrom = 0.93;

/** The sentences that say what is asked, verbatim; lists and enumerations whole. */
export const findPassages = asTool<FindPassagesInput, FoundStatements>({
  name: 'find-passages',
  input: inputSchema,
  run: async (input, context) => {
    let best: FoundIn = { found: [], score: 0 };
    for (const { text: words, said } of otherWordings(context.reader.writeOut(input.words))) {
      const other = await findIn({ ...input, words }, context);
      const says = fold(other.found[0]?.citation.quote ?? '')
        .replace(/\s+/g, ' ')
        .includes(said);
      const score = says ? other.score : other.score * unsaidWorth;
      if (score > best.score) best = { ...other, score };
    }
    return { found: best.found };
  },
});

/** The statements for one wording, and how good the best of them is; 0 for none. */
type FoundIn = { found: FoundStatement[]; score: number };

async function findIn({ words, documents, isStrict }: FindPassagesInput, context: ToolContext): Promise<FoundIn> {
  const terms = searchTerms(words);
  if (terms.length === 0) return { found: [], score: 0 };
  const passages = await context.search({ text: words, documents, limit: passageLimit });
  const ordered = passages.map(({ passage }) => passage).sort(byPlace);
  const statements = ordered.flatMap((passage) => statementsOf(passage));
  const ranked = rankStatements(terms, statements, (document) => context.catalog.directive(document)?.title ?? '');
  const isShort = terms.filter((term) => !term.isNumber).length <= shortQuestion;
  const best = ranked.filter(
    (entry) => isEnough(entry) && (!isStrict || isClose(entry)) && (!isShort || isInOrder(entry)),
  );
  const kept = best.filter((entry) => entry.score >= (best[0]?.score ?? 0) * besideFrom).slice(0, mostQuotes);
  return { found: await quotesOf(kept, { ordered, statements, context }), score: kept[0]?.score ?? 0 };
}

/** Where every word is a common one ("phong trào thi đua trọng tâm"), their rarity alone must tell; numbers alone tell nothing. */
function searchTerms(words: string): TextTerm[] {
  const terms = textTerms(words);
  if (terms.every((term) => term.isNumber)) return [];
  return terms.every((term) => term.isNumber || term.isCommon)
    ? terms.map((term) => ({ ...term, isCommon: false }))
    : terms;
}

const byPlace = (a: Passage, b: Passage): number =>
  a.document === b.document ? a.start - b.start : a.document < b.document ? -1 : 1;

/** Enough is said, and said by the sentence itself or by the heading it stands under. */
const isEnough = ({ coverage, own, inHeading }: RankedStatement): boolean =>
  coverage >= coverageFrom && (own >= ownFrom || inHeading >= headingFrom);

/** Of few words each occurs somewhere by chance ("chủ tịch nước"): they must stand together, or in the heading. */
const shortQuestion = 4;
const shortPairs = 0.6;
const isInOrder = ({ nearPairs, inHeading }: RankedStatement): boolean =>
  nearPairs >= shortPairs || inHeading >= headingFrom;

const strictCoverage = 0.9;
const strictPairs = 0.6;
const isClose = ({ own, pairs }: RankedStatement): boolean => own >= strictCoverage && pairs >= strictPairs;

type Found = { ordered: readonly Passage[]; statements: readonly Statement[]; context: ToolContext };

async function quotesOf(kept: readonly RankedStatement[], found: Found): Promise<FoundStatement[]> {
  const quotes: FoundStatement[] = [];
  for (const entry of kept) {
    const { document, heading } = entry.statement;
    const text = await found.context.textOf(document);
    const directive = found.context.catalog.directive(document);
    if (text === null || directive === null) continue;
    const { start, end } = stretchOf(entry, found, text);
    if (quotes.some(({ citation }) => citation.document === document && start < citation.end && citation.start < end))
      continue;
    quotes.push({
      citation: cite(directive, { quote: text.slice(start, end), start, end }, heading),
      coverage: entry.coverage,
    });
  }
  return quotes;
}

/** A statement that opens a list brings the list; a statement found by its heading brings what stands under it. */
function stretchOf(
  { statement, own, inHeading }: RankedStatement,
  { statements }: Found,
  text: string,
): { start: number; end: number } {
  const isByHeading = inHeading >= headingFrom && own < headingFrom;
  if (isByHeading) return underHeading(statement, statements);
  const opensList =
    /:\s*$/.test(statement.text) ||
    /^\s*[-–•+*]\s/.test(text.slice(statement.end, statement.end + 12).replace(/^\s+/, ' '));
  if (!opensList) return statement;
  const at = statements.indexOf(statement);
  let end = statement.end;
  for (const next of statements.slice(at + 1)) {
    const isNext = next.document === statement.document && next.isItem && next.end - statement.start <= longestQuote;
    if (!isNext || next.start - end > 12) break;
    end = next.end;
  }
  return { start: statement.start, end };
}

function underHeading(statement: Statement, statements: readonly Statement[]): { start: number; end: number } {
  const same = statements.filter(
    (other) => other.document === statement.document && other.heading.join('›') === statement.heading.join('›'),
  );
  const start = same[0]?.start ?? statement.start;
  const ends = same.map(({ end }) => end).filter((end) => end - start <= longestQuote);
  return { start, end: Math.max(statement.end, ...ends) };
}
