import { hasDiacritics } from '../vietnamese/fold.ts';
import { isWithinOneEdit } from '../vietnamese/typo.ts';
import { asks } from './question-words.ts';
import { rankingWeights as weights } from './ranking-weights.ts';
import { termOf, tokensOf } from './terms.ts';
import type { WordIndex } from './word-index.ts';

/** A term of a question that occurs in the index. `weight` has its rarity in it. */
export type QueryTerm = { terms: number[]; weight: number };
/** Two terms of the question, as places in the list of query terms, that stood side by side there. */
export type QueryPair = { left: number; right: number; weight: number };

export type WordQuery = {
  /** Matched by exact spelling; `terms` are accented terms of the index. */
  accented: QueryTerm[];
  /** Matched without diacritics; `terms` are folded terms of the index. */
  folded: QueryTerm[];
  /** Rarity of each folded term alone, for nearness; parallel to `folded`. */
  rarity: number[];
  accentedPairs: QueryPair[];
  foldedPairs: QueryPair[];
  /** The score of an ideal passage of average length that has every term once, all side by side; 0 when nothing was asked. */
  ideal: number;
};

/** What is beyond these is not looked at: a pasted page is found by its beginning. */
const MAX_LENGTH = 4_000;
const MAX_TERMS = 128;
/** A syllable without marks counts as typed bare when, among all spellings of it in the corpus, the unmarked one is rarer than this. */
const PLAIN_SHARE = 0.1;
const MIN_TYPO_LENGTH = 3;
const MAX_TYPO_TERMS = 3;

type Token = { accented: string; folded: string; isBare: boolean; stress: number };

/** What a question looks for in this index; no terms when none of its words occurs. */
export function readWordQuery(index: WordIndex, text: string): WordQuery {
  const tokens = readTokens(index, text.slice(0, MAX_LENGTH));
  const query: WordQuery = { accented: [], folded: [], rarity: [], accentedPairs: [], foldedPairs: [], ideal: 0 };
  const places = addTerms(index, query, tokens);
  addPairs(index, query, { tokens, places });
  for (const window of weights.windows) query.ideal += window.weight * sum(query.rarity);
  return query;
}

function readTokens(index: WordIndex, text: string): Token[] {
  const isBareText = !hasDiacritics(text);
  const words = tokensOf(text).slice(0, MAX_TERMS);
  const terms = words.map(termOf);
  return terms.map(({ accented, folded }, place) => {
    const asking = asks(terms, place) ? weights.questionWord : 1;
    const naming = isName(words[place] ?? '', place) ? weights.name : 1;
    const isBare = isBareText || (accented === folded && isRarelyPlain(index, folded));
    return { accented, folded, isBare, stress: asking * naming };
  });
}

/** A capital inside a sentence marks a name or an abbreviation; in a text all in capitals every term gains alike. */
function isName(token: string, place: number): boolean {
  const first = token.charAt(0);
  return place > 0 && first !== first.toLowerCase();
}

function isRarelyPlain(index: WordIndex, form: string): boolean {
  const plain = index.vocabulary.findAccented(form);
  const folded = index.vocabulary.findFolded(form);
  if (folded === null) return false;
  return (plain === null ? 0 : index.accentedFrequency.get(plain)) < PLAIN_SHARE * index.foldedFrequency.get(folded);
}

/** Where in the query's lists each distinct form stands; -1 for a form that the index lacks. */
type Places = { accented: Map<string, number>; folded: Map<string, number> };

function addTerms(index: WordIndex, query: WordQuery, tokens: Token[]): Places {
  const places: Places = { accented: new Map(), folded: new Map() };
  for (const token of tokens) {
    if (!token.isBare && !places.accented.has(token.accented)) addAccented(index, query, { token, places });
    if (!places.folded.has(token.folded)) addFolded(index, query, { token, places });
  }
  return places;
}

function addAccented(index: WordIndex, query: WordQuery, { token, places }: { token: Token; places: Places }): void {
  const term = index.vocabulary.findAccented(token.accented);
  const frequency = term === null ? 0 : index.accentedFrequency.get(term);
  const weight = weights.accentedTerm * token.stress * rarity(index, frequency);
  query.ideal += weight;
  places.accented.set(token.accented, term === null || frequency === 0 ? -1 : query.accented.length);
  if (term !== null && frequency > 0) query.accented.push({ terms: [term], weight });
}

function addFolded(index: WordIndex, query: WordQuery, { token, places }: { token: Token; places: Places }): void {
  const { terms, share } = findFoldedTerms(index, token.folded);
  const frequency = Math.max(0, ...terms.map((term) => index.foldedFrequency.get(term)));
  const alone = token.stress * rarity(index, frequency);
  const weight = (token.isBare ? weights.bareTerm : weights.foldedTerm) * alone;
  query.ideal += weight;
  places.folded.set(token.folded, terms.length === 0 ? -1 : query.folded.length);
  if (terms.length === 0) return;
  query.folded.push({ terms, weight: weight * share });
  query.rarity.push(alone * share);
}

/** The folded term, or, when no text holds it, the commonest that are one typing slip away. */
function findFoldedTerms(index: WordIndex, form: string): { terms: number[]; share: number } {
  const term = index.vocabulary.findFolded(form);
  if (term !== null && index.foldedFrequency.get(term) > 0) return { terms: [term], share: 1 };
  if (form.length < MIN_TYPO_LENGTH || /\d/.test(form)) return { terms: [], share: 0 };
  const near: number[] = [];
  index.vocabulary.foldedForms.forEach((known, id) => {
    if (index.foldedFrequency.get(id) > 0 && isWithinOneEdit(form, known)) near.push(id);
  });
  near.sort((a, b) => index.foldedFrequency.get(b) - index.foldedFrequency.get(a));
  return { terms: near.slice(0, MAX_TYPO_TERMS), share: weights.typo };
}

function addPairs(index: WordIndex, query: WordQuery, { tokens, places }: { tokens: Token[]; places: Places }): void {
  const seen = { accented: new Set<string>(), folded: new Set<string>() };
  tokens.slice(1).forEach((right, at) => {
    const left = tokens[at] as Token;
    const isBare = left.isBare || right.isBare;
    const stress = left.stress * right.stress;
    const pairRarity = stress * rarity(index, foldedPairFrequency(index, left.folded, right.folded));
    if (!isBare && addOnce(seen.accented, `${left.accented} ${right.accented}`)) {
      const weight = weights.accentedPair * pairRarity;
      query.ideal += weight;
      addPair(query.accentedPairs, {
        left: places.accented.get(left.accented),
        right: places.accented.get(right.accented),
        weight,
      });
    }
    if (addOnce(seen.folded, `${left.folded} ${right.folded}`)) {
      const weight = (isBare ? weights.barePair : weights.foldedPair) * pairRarity;
      query.ideal += weight;
      addPair(query.foldedPairs, {
        left: places.folded.get(left.folded),
        right: places.folded.get(right.folded),
        weight,
      });
    }
  });
}

type MaybePair = { left: number | undefined; right: number | undefined; weight: number };

function addPair(pairs: QueryPair[], { left = -1, right = -1, weight }: MaybePair): void {
  if (left >= 0 && right >= 0) pairs.push({ left, right, weight });
}

function foldedPairFrequency(index: WordIndex, left: string, right: string): number {
  const leftTerm = index.vocabulary.findFolded(left);
  const rightTerm = index.vocabulary.findFolded(right);
  return leftTerm === null || rightTerm === null ? 0 : index.pairFrequency(leftTerm, rightTerm);
}

/** Lucene's inverse document frequency: never negative, however common the term. */
function rarity(index: WordIndex, frequency: number): number {
  const among = Math.max(index.count, frequency);
  return Math.log(1 + (among - frequency + 0.5) / (frequency + 0.5));
}

function addOnce(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
