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

/** The same question in other wordings, its own first; only that where no word of it has another. */
export function otherWordings(question: string): string[] {
  const folded = fold(question);
  for (const group of groups) {
    const said = group.find((word) => placeOf(word, folded) >= 0);
    if (said === undefined) continue;
    const at = placeOf(said, folded);
    const others = group.filter((word) => word !== said);
    return [question, ...others.map((word) => question.slice(0, at) + word + question.slice(at + said.length))];
  }
  return [question];
}

const placeOf = (word: string, folded: string): number => folded.search(new RegExp(`(?<![a-z])${fold(word)}(?![a-z])`));
