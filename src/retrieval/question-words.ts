import { type Term, termOf } from './terms.ts';

/** Words that only ask. Without marks most of them are other words too (đâu/đầu, hỏi/hội, mấy/máy, sao), so only some count then. */
const asking = setOf(['gì', 'nào', 'ai', 'đâu', 'sao', 'mấy', 'nhiêu', 'hỏi'], 'accented');
const askingBare = setOf(['gì', 'nào', 'ai'], 'folded');

/** Neighbours that ask together, also without marks: "bao nhieu" asks, "bao cao" does not. */
const askingPairs = new Set(['bao nhieu', 'o dau', 'tai sao', 'vi sao', 'lam sao', 'ra sao']);

/** Whether the term at this place asks, as against naming what is asked about. */
export function asks(terms: readonly Term[], place: number): boolean {
  const [before, term, after] = [terms[place - 1], terms[place], terms[place + 1]];
  if (!term) return false;
  if (asking.has(term.accented) || (askingBare.has(term.folded) && term.accented === term.folded)) return true;
  return askingPairs.has(`${before?.folded} ${term.folded}`) || askingPairs.has(`${term.folded} ${after?.folded}`);
}

function setOf(words: string[], form: keyof Term): Set<string> {
  return new Set(words.map((word) => termOf(word)[form]));
}
