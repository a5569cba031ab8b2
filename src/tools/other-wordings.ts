import { fold } from '../vietnamese/fold.ts';

/** Words of people and of documents for one thing; a question in one of them is searched for in the others too. */
const groups: readonly (readonly string[])[] = [
  ['khẩu hiệu', 'chủ đề', 'phương châm', 'slogan'],
  ['về đích', 'đạt chuẩn', 'cán đích'],
  ['phụ trách', 'chủ trì', 'chịu trách nhiệm', 'đầu mối'],
  ['trọng điểm', 'trọng tâm'],
  ['mũi nhọn', 'đột phá', 'trụ cột'],
  ['đốc thúc', 'đôn đốc'],
  ['khen', 'khen thưởng', 'biểu dương'],
  ['hủy bỏ', 'bãi bỏ', 'thay thế'],
  ['mục đích', 'mục tiêu chung', 'mục tiêu'],
];

/** A question in one wording; `said` is the word that could be another, folded, empty when there is none. */
export type Wording = { text: string; said: string };

/** The same question in other wordings, its own first; only that where no word of it has another. */
export function otherWordings(question: string): Wording[] {
  const folded = fold(question);
  for (const group of groups) {
    const own = group.find((word) => placeOf(word, folded) >= 0);
    if (own === undefined) continue;
    const at = placeOf(own, folded);
    const reworded = (word: string): string => question.slice(0, at) + word + question.slice(at + own.length);
    const words = [own, ...group.filter((word) => word !== own)];
    return words.map((word) => ({ text: word === own ? question : reworded(word), said: fold(word) }));
  }
  return [{ text: question, said: '' }];
}

const placeOf = (word: string, folded: string): number => folded.search(new RegExp(`(?<![a-z])${fold(word)}(?![a-z])`));
