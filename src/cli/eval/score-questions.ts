import type { Outcome } from '../../domain/reply.ts';
import { collapse } from './compare-text.ts';

export type GoldQuestion = {
  id: string;
  question: string;
  /** File stems of the documents that hold the answer. */
  doc: string[];
  expected: string;
  must_contain: string[];
  kind: string;
  style: string;
  after?: string | undefined;
};

/** An answer as the judge sees it: `documents` are file stems, as in the gold. */
export type JudgedAnswer = {
  outcome: Outcome;
  text: string;
  figures: { text: string; document: string }[];
  citedDocuments: string[];
  ms: number;
};

export type QuestionVerdict = {
  question: GoldQuestion;
  answer: JudgedAnswer;
  isRight: boolean;
  /** Why a figure in this answer is wrong; null when none is. The one thing that must never happen. */
  wrongFigure: string | null;
};

export function judgeAnswer(question: GoldQuestion, answer: JudgedAnswer): QuestionVerdict {
  return { question, answer, isRight: isRight(question, answer), wrongFigure: wrongFigure(question, answer) };
}

function isRight(question: GoldQuestion, answer: JudgedAnswer): boolean {
  if (question.kind === 'unanswerable') return answer.outcome === 'not_found';
  if (question.kind === 'ambiguous') return answer.outcome === 'clarify' || namesAll(question.doc, answer);
  return answer.outcome === 'answered' && question.must_contain.every((item) => contains(answer.text, item));
}

function namesAll(documents: readonly string[], answer: JudgedAnswer): boolean {
  const named = new Set([...answer.citedDocuments, ...answer.figures.map((figure) => figure.document)]);
  return answer.outcome === 'answered' && documents.every((document) => named.has(document));
}

/** `item` is text, or alternatives with "|" between them. A number must stand alone: "8%" is not in "18%" or "7,8%". */
function contains(text: string, item: string): boolean {
  const haystack = collapse(text).toLowerCase();
  return item.split('|').some((alternative) => {
    const needle = collapse(alternative).toLowerCase();
    const isWhole = (at: number): boolean =>
      !/^\d/.test(needle) || !/\d[.,]?$/.test(haystack.slice(Math.max(0, at - 2), at));
    for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1))
      if (isWhole(at)) return true;
    return false;
  });
}

function wrongFigure(question: GoldQuestion, answer: JudgedAnswer): string | null {
  const shown = answer.figures.map((figure) => figure.text).join('; ');
  if (question.kind === 'unanswerable') {
    const isRefused = answer.figures.length === 0 && answer.outcome !== 'answered';
    return isRefused ? null : `không có lời đáp mà vẫn nêu ${shown || 'câu trả lời'}`;
  }
  // Every candidate of an ambiguous question is a right one to name.
  if (question.kind === 'ambiguous') return null;
  const foreign = answer.figures.find((figure) => !question.doc.includes(figure.document));
  if (foreign) return `«${foreign.text}» là của văn bản khác`;
  return contradicts(question, answer) ? `nêu ${shown}` : null;
}

/** Kinds that ask for one figure: the first one given must be it. */
const singleKinds = new Set(['lookup', 'result', 'number']);
/** Kinds that ask for several figures and no others: each one given must be among them. */
const wholeKinds = new Set(['multi', 'compare']);

/** Figures were given that are not those expected; where no number was expected, any figure in an answer that is not right. */
function contradicts(question: GoldQuestion, answer: JudgedAnswer): boolean {
  const wanted = new Set(numbersOf(`${question.expected} ${question.must_contain.join(' ')}`));
  const isWanted = (text: string): boolean => {
    const numbers = numbersOf(text);
    return numbers.length === 0 || numbers.some((number) => wanted.has(number));
  };
  const [first] = answer.figures;
  if (first === undefined) return false;
  if (wanted.size === 0) return !isRight(question, answer);
  if (singleKinds.has(question.kind)) return !isWanted(first.text);
  // A comparison with what an earlier question asked shows that too.
  const isWhole = wholeKinds.has(question.kind) && question.after === undefined;
  if (isWhole) return !answer.figures.every((figure) => isWanted(figure.text));
  return !answer.figures.some((figure) => isWanted(figure.text));
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^ng(?:hì|à)n/, 1e3],
  [/^triệu/, 1e6],
  [/^t[ỷỉ]/, 1e9],
];

/** Numbers as written and in full, so that "03 xã" is "3 xã", "18.200 nghìn" is "18,2 triệu", and "112" is found in "112 triệu". */
function numbersOf(text: string): number[] {
  const amounts = collapse(text).matchAll(/(\d+(?:[.,]\d+)*)((?:\s?(?:nghìn|ngàn|triệu|tỷ|tỉ))*)/g);
  return [...amounts].flatMap(([, digits = '', words = '']) => {
    const number = Number(digits.replace(/\.(?=\d{3}(?!\d))/g, '').replace(',', '.'));
    const factors = words
      .trim()
      .split(' ')
      .map((word) => scales.find(([name]) => name.test(word))?.[1] ?? 1);
    const full = factors.reduce((product, factor) => product * factor, number);
    return [number, Math.round(full * 1e4) / 1e4];
  });
}
