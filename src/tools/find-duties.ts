import { z } from 'zod';
import { cite } from './cite.ts';
import type { FindPassagesResult, FoundStatement } from './find-passages.ts';
import { type Statement, statementsOf } from './statements.ts';
import { type TextTerm, textTerms } from './text-terms.ts';
import type { Tool } from './tool.ts';

const inputSchema = z.object({
  /** Name of an organisation as asked ("Sở Tài chính"). */
  office: z.string().max(200),
  /** Ids of directives to search; null: all in force. */
  documents: z.array(z.string()).nullable(),
});
export type FindDutiesInput = z.infer<typeof inputSchema>;

const passageLimit = 14;
/** An organisation named later than this in a sentence is not the one that it charges. */
const opensWithin = 14;
const shortestDuty = 5;
const mostQuotes = 3;
const longestQuote = 1200;

/** The sentences and list items that open with an organisation and say what it does, verbatim; empty when none does. */
export const findDuties: Tool<FindDutiesInput, FindPassagesResult> = {
  name: 'find-duties',
  input: inputSchema,
  run: async ({ office, documents }, { search, textOf, catalog, reader }) => {
    const terms = textTerms(reader.writeOut(office));
    if (terms.length < 2) return { found: [] };
    const passages = await search({ text: office, documents, limit: passageLimit });
    const ordered = passages
      .map(({ passage }) => passage)
      .sort((a, b) => (a.document === b.document ? a.start - b.start : a.document < b.document ? -1 : 1));
    const statements = ordered.flatMap((passage) => statementsOf(passage));
    const found: FoundStatement[] = [];
    for (const [at, statement] of statements.entries()) {
      if (found.length === mostQuotes) break;
      if (!charges(statement, terms)) continue;
      const text = await textOf(statement.document);
      const directive = catalog.directive(statement.document);
      if (text === null || directive === null) continue;
      const { start, end } = { start: statement.start, end: endOf(at, statements) };
      found.push({
        citation: cite(directive, { quote: text.slice(start, end), start, end }, statement.heading),
        coverage: 1,
      });
    }
    return { found };
  },
};

/** Behind these an organisation receives, or helps: the duty is another's. */
const receiving = new Set('ve cho den voi cua gui qua tai'.split(' '));

/** The name stands at the sentence's opening, and more than the name follows. */
function charges({ words }: Statement, terms: readonly TextTerm[]): boolean {
  const opening = words.folded.filter((word) => word !== 'va').slice(0, opensWithin);
  const at = opening.findIndex((_, from) => terms.every((term, offset) => opening[from + offset] === term.folded));
  return at >= 0 && !receiving.has(opening[at - 1] ?? '') && words.folded.length >= at + terms.length + shortestDuty;
}

/** A statement that opens a list brings the list. */
function endOf(at: number, statements: readonly Statement[]): number {
  const first = statements[at];
  let end = first?.end ?? 0;
  if (first === undefined || !/:\s*$/.test(first.text)) return end;
  for (const next of statements.slice(at + 1)) {
    if (next.document !== first.document || !next.isItem || next.end - first.start > longestQuote) break;
    end = next.end;
  }
  return end;
}
