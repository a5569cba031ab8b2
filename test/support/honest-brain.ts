import { type Brain, type FakeChatRequest, linesIn } from './fake-openai.ts';

const mostClaims = 4;

/** A model that does its best without any sense: it points at the lines that share most words with the question, in their own words. */
export const honestBrain: Brain = (request) =>
  request.tools === undefined
    ? { text: JSON.stringify({ figures: figuresIn(request) }) }
    : { calls: [{ name: 'tra-loi', args: { claims: claimsFor(request) } }] };

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

function claimsFor(request: FakeChatRequest): { text: string; evidence: string[] }[] {
  const lines = linesIn(request);
  const asked = new Set(wordsOf(lines[1] ?? ''));
  return lines
    .flatMap((line) => {
      const [, id, words] = /^\[(q\d+)\](?: \[v\d+\])? (?:\(mục [^)]*\) )?(.*)$/.exec(line) ?? [];
      if (id === undefined || words === undefined) return [];
      return [{ id, words, shared: wordsOf(words).filter((word) => asked.has(word)).length }];
    })
    .sort((left, right) => right.shared - left.shared)
    .slice(0, mostClaims)
    .map(({ id, words }) => ({ text: clauseOf(words), evidence: [id] }));
}

/** The first clause of a sentence, as far as it holds no figure. */
const clauseOf = (words: string): string =>
  (/^(?:[-–•+*]|\d+[.)])?\s*([^\d,;:.()]{12,160})(?=[,;:.(]|$)/u.exec(words)?.[1] ?? '').trim();

/** Every percentage with the line it stands in. */
function figuresIn(request: FakeChatRequest): { passage: string; indicator: string; value: string; quote: string }[] {
  let passage = '';
  return linesIn(request).flatMap((line) => {
    const head = /^\[(p\d+)\] /.exec(line);
    if (head !== null) {
      passage = head[1] ?? '';
      return [];
    }
    return [...line.matchAll(/(?<![\d.,])\d+(?:,\d+)?%/g)].map((match) => ({
      passage,
      indicator: line.slice(Math.max(0, match.index - 60), match.index).trim(),
      value: match[0],
      quote: line,
    }));
  });
}
