import type { SeenLine, SeenWord } from './seen-word.ts';

/** How far a sign may stand from the figure it belongs to, as a share of the height of the row. */
const near = 0.8;

/**
 * The words of a line, figures doubted that stand beside ink which nobody could read or beside letters that are no word: a "≥" may be
 * among them, and the figure would lose it.
 */
export function doubtNeighbours({ words, overlooked }: SeenLine): SeenWord[] {
  const unread = overlooked.filter(({ left, right }) => !words.some((word) => word.left < right && word.right > left));
  return words.map((word, at) => {
    if (!/\d/.test(word.text) || word.isDoubtful) return word;
    const reach = word.size * near;
    const hasUnread = unread.some(({ left, right }) => left < word.right + reach && right > word.left - reach);
    return hasUnread || isStray(words[at - 1]) ? { ...word, isDoubtful: true } : word;
  });
}

/** A letter or two that are no word of Vietnamese: a sign that was taken for letters. */
const isStray = (word: SeenWord | undefined): boolean =>
  word !== undefined && /^(?:\p{Ll}|[zZ])$/u.test(word.text) && !singleLetter.test(word.text);

const singleLetter = /^[aàáảãạeèéẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ]$/u;
