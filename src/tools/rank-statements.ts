import type { Statement } from './statements.ts';
import { pairShare, presence, type TextTerm, type TextWords, textWords } from './text-terms.ts';

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
  score: number;
};

const headingWorth = 0.85;
const titleWorth = 0.7;
const neighbourWorth = 0.5;
const commonWeight = 0.3;
const numberWeight = 0.25;

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
      const heading = wordsIn(headings, statement.heading.slice(-2).join(' '));
      const title = wordsIn(titles, titleOf(statement.document));
      const before = statements[at - 1];
      const sums = { own: 0, inHeading: 0, all: 0 };
      terms.forEach((term, index) => {
        const weight = weights[index] ?? 0;
        const own = presence(term, statement.words);
        const above = presence(term, heading);
        const near = before !== undefined && before.document === statement.document ? presence(term, before.words) : 0;
        sums.own += weight * own;
        sums.inHeading += weight * above;
        sums.all +=
          weight * Math.max(own, above * headingWorth, presence(term, title) * titleWorth, near * neighbourWorth);
      });
      const [own, inHeading, coverage] = [sums.own / total, sums.inHeading / total, sums.all / total];
      const pairs = pairShare(terms, statement.words);
      const score = coverage + 0.5 * own + 0.3 * pairs + 0.25 * inHeading;
      return { statement, coverage, own, inHeading, pairs, score };
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
