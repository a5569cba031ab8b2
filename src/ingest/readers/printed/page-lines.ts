import type { Word } from './printed-page.ts';

/** Words that stand beside one another without a wide gap. */
export type Line = { words: Word[]; left: number; right: number; baseline: number; size: number };

/** Lines on the same height, from left to right. */
export type Row = { baseline: number; size: number; lines: Line[] };

/** A wider gap than so many times the size of the letters parts two columns; justified text stays below. */
const columnGap = 1.8;

/** The words of a page or of a cell as rows from top to bottom. */
export function pageRows(words: readonly Word[]): Row[] {
  const sorted = [...words].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const rows: Word[][] = [];
  for (const word of sorted) {
    const row = rows.at(-1);
    const seat = row?.[0];
    if (row !== undefined && seat !== undefined && isSameRow(row, word)) row.push(word);
    else rows.push([word]);
  }
  return rows.map(rowOf);
}

/** Raised and lowered signs stand within the height of the letters beside them. */
function isSameRow(row: readonly Word[], word: Word): boolean {
  const tallest = row.reduce((most, one) => (one.size > most.size ? one : most));
  const reach = Math.max(tallest.size, word.size);
  const isSmall = Math.min(tallest.size, word.size) < reach * 0.8;
  return Math.abs(tallest.baseline - word.baseline) <= reach * (isSmall ? 0.5 : 0.35);
}

function rowOf(words: Word[]): Row {
  const inOrder = words.sort((a, b) => a.left - b.left);
  const { baseline, size } = mainWord(inOrder);
  const lines: Line[] = [];
  for (const word of inOrder) {
    const line = lines.at(-1);
    if (line === undefined || word.left - line.right > columnGap * size || opensFrame(inOrder, word)) {
      lines.push({ words: [word], left: word.left, right: word.right, baseline, size });
    } else {
      line.words.push(word);
      line.right = Math.max(line.right, word.right);
    }
  }
  return { baseline, size, lines: lines.map(withSigns) };
}

const mainWord = (words: readonly Word[]): { baseline: number; size: number } =>
  words.reduce<{ baseline: number; size: number; length: number }>(
    (best, { baseline, size, text }) => {
      const length = text.length * size;
      return length > best.length ? { baseline, size, length } : best;
    },
    { baseline: 0, size: 1, length: 0 },
  );

/** The name of the state or of the Party stands in the right column of a head, however near the left one comes (Nghị định 30/2020/NĐ-CP). */
function opensFrame(row: readonly Word[], word: Word): boolean {
  if (!/^(?:CỘNG|ĐẢNG|TM\.|KT\.|TL\.|TUQ\.)/u.test(word.text)) return false;
  const at = row.indexOf(word);
  if (at === 0 || (row[at - 1]?.right ?? 0) > word.left - word.size * 0.5) return false;
  const said = row
    .slice(at, at + 4)
    .map(({ text }) => text)
    .join(' ');
  return /^(?:CỘNG H(?:OÀ|ÒA) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT)/u.test(said) || /^(?:TM|KT|TL|TUQ)\./.test(said);
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Small raised digits are an exponent or a note, never part of the figure before them. */
function withSigns(line: Line): Line {
  const words = line.words.map((word) => {
    const isRaised = word.size < line.size * 0.8 && line.baseline - word.baseline > line.size * 0.15;
    return isRaised && /^\d{1,3}$/.test(word.text)
      ? { ...word, text: word.text.replace(/\d/g, (digit) => raised[Number(digit)] ?? digit) }
      : word;
  });
  return { ...line, words: joinedSigns(words) };
}

/** A raised sign belongs to the word it touches. */
function joinedSigns(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && /^[⁰¹²³⁴-⁹]+$/u.test(word.text) && word.left - last.right < last.size * 0.2) {
      joined[joined.length - 1] = { ...last, text: last.text + word.text, right: word.right };
    } else joined.push(word);
  }
  return joined;
}

export const lineText = (line: Line): string => line.words.map(({ text }) => text).join(' ');
