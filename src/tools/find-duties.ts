import { z } from 'zod';
import { cite } from './cite.ts';
import type { FoundStatement, FoundStatements } from './found-statement.ts';
import { type Statement, statementsOf } from './statements.ts';
import { type TextWords, textWords } from './text-terms.ts';
import { asTool } from './tool.ts';

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

/** What stands under an organisation's name, and sentences that open with it and say what it does, verbatim; empty when none does. */
export const findDuties = asTool<FindDutiesInput, FoundStatements>({
  name: 'find-duties',
  input: inputSchema,
  run: async ({ office, documents }, { search, textOf, catalog, reader }) => {
    const terms = textWords(reader.writeOut(office)).folded.filter((word) => word !== 'va');
    if (terms.length < 2) return { found: [] };
    const passages = await search({ text: office, documents, limit: passageLimit });
    const ordered = passages
      .map(({ passage }) => passage)
      .sort((a, b) => (a.document === b.document ? a.start - b.start : a.document < b.document ? -1 : 1));
    const statements = ordered.flatMap((passage) => statementsOf(passage));
    const found: FoundStatement[] = [];
    for (const [at, statement] of statements.entries()) {
      if (found.length === mostQuotes) break;
      const isOwnHeading = headed(statement, terms, reader.writeOut);
      if (isOwnHeading && sameHeading(statement, statements[at - 1])) continue;
      if (!isOwnHeading && !charges(textWords(reader.writeOut(opening(statement))), terms)) continue;
      const text = await textOf(statement.document);
      const directive = catalog.directive(statement.document);
      if (text === null || directive === null) continue;
      const { start } = statement;
      const end = isOwnHeading ? endOfHeading(at, statements) : endOf(at, statements);
      found.push({
        citation: cite(directive, { quote: text.slice(start, end), start, end }, statement.heading),
        coverage: 1,
      });
    }
    return { found };
  },
});

/** As much of a statement as the name of an organisation and the beginning of its duty take. */
const opening = ({ text }: Statement): string => text.slice(0, 200);

/** It stands under a heading that is the organisation's name ("7. Bộ Ngoại giao"). */
function headed({ heading }: Statement, terms: readonly string[], writeOut: (text: string) => string): boolean {
  const words = textWords(writeOut(heading.at(-1) ?? '')).folded.filter((word) => word !== 'va');
  const at = startOf(words, terms);
  return at >= 0 && at <= longestMarker && words.length <= at + terms.length + longestPlace;
}

const longestMarker = 2;
const longestPlace = 4;

const startOf = (words: readonly string[], terms: readonly string[]): number =>
  words.findIndex((_, from) => terms.every((term, offset) => words[from + offset] === term));

const sameHeading = (left: Statement, right: Statement | undefined): boolean =>
  right?.document === left.document && right.heading.join('›') === left.heading.join('›');

/** All that stands under the heading, as far as a reply can hold it. */
function endOfHeading(at: number, statements: readonly Statement[]): number {
  const first = statements[at];
  let end = first?.end ?? 0;
  if (first === undefined) return end;
  for (const next of statements.slice(at + 1)) {
    if (!sameHeading(first, next) || next.end - first.start > longestQuote) break;
    end = next.end;
  }
  return end;
}

/** Behind these an organisation receives, or helps: the duty is another's. */
const receiving = new Set('ve cho den voi cua gui qua tai'.split(' '));

/** The name stands at the sentence's opening, and more than the name follows. */
function charges(words: TextWords, terms: readonly string[]): boolean {
  const first = words.folded.filter((word) => word !== 'va').slice(0, opensWithin);
  const at = startOf(first, terms);
  return at >= 0 && !receiving.has(first[at - 1] ?? '') && words.folded.length >= at + terms.length + shortestDuty;
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
