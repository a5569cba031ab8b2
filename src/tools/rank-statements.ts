import type { Statement } from './statements.ts';
import { pairShare, presences, type TextTerm, type TextWords, textWords } from './text-terms.ts';

export type RankedStatement = {
  statement: Statement;
  /** 0..1: weight of what was asked that the statement, its heading and its document's title have. */
  coverage: number;
  /** 0..1: the same of the statement alone. */
  own: number;
  /** 0..1: the same of its innermost heading alone. */
  inHeading: number;
  /** 0..1: share of neighbouring words asked for that are neighbours in it. */
  pairs: number;
  /** 0..1: the same with a word or two in between ("phong trào thi đua trọng tâm"). */
  nearPairs: number;
  score: number;
};

const headingWorth = 0.85;
const titleWorth = 0.85;
const neighbourWorth = 0.5;
const commonWeight = 0.3;
const numberWeight = 0.25;
const mostBetween = 2;

/** Statements by how much of what was asked they say, best first. `titleOf` gives a directive's title. */
export function rankStatements(
  terms: readonly TextTerm[],
  statements: readonly Statement[],
  titleOf: (document: string) => string,
): RankedStatement[] {
  const weights = terms.map((term) => weightOf(term, statements));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const titles = new Map<string, TextWords>();
  const headings = new Map<string, TextWords>();
  const wordsIn = (known: Map<string, TextWords>, text: string): TextWords => {
    const words = known.get(text) ?? textWords(text);
    known.set(text, words);
    return words;
  };
  return statements
    .map((statement, at): RankedStatement => {
      const before = statements[at - 1];
      const own = presences(terms, statement.words);
      const above = presences(terms, wordsIn(headings, statement.heading.slice(-2).join(' ')));
      const titled = presences(terms, wordsIn(titles, titleOf(statement.document)));
      const near = before?.document === statement.document ? presences(terms, before.words) : [];
      const best = own.map((value, index) =>
        Math.max(
          value,
          (above[index] ?? 0) * headingWorth,
          (titled[index] ?? 0) * titleWorth,
          (near[index] ?? 0) * neighbourWorth,
        ),
      );
      const share = (values: readonly number[]): number =>
        weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0) / total;
      const pairs = pairShare(terms, statement.words);
      const found = { coverage: share(best), own: share(own), inHeading: share(above), pairs };
      const nearPairs = pairShare(terms, statement.words, mostBetween);
      const score = found.coverage + 0.5 * found.own + 0.3 * pairs + 0.25 * found.inHeading;
      return { statement, ...found, nearPairs, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** The rarer a word among the statements searched, the more it tells; a word that none has counts most, so that it is missed. */
function weightOf(term: TextTerm, statements: readonly Statement[]): number {
  if (term.isNumber) return numberWeight;
  const having = statements.filter(({ words }) => words.positions.has(term.folded)).length;
  const rarity = Math.log(1 + (statements.length + 1) / (having + 0.5)) / Math.log(2 + statements.length * 2);
  return rarity * (term.isCommon ? commonWeight : 1);
}
