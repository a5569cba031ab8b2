import type { Word } from '../printed/printed-page.ts';
import type { RuledCell, RuledGrid } from '../printed/ruled-grid.ts';

const number = /^(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXL]{1,6}|[A-ZĐ])[.)]?$/u;
const fewestNumbers = 2;

/**
 * The words of a page, the header over the numbers of the rows of a table as it is always written: "TT" alone in a narrow cell is read as
 * "TI", "SIT" or not at all, and a column without that header would be one of figures. What else is none of its numbers is left out ("I" is
 * read as "l").
 */
export function mendNumbering(words: readonly Word[], grids: readonly RuledGrid[]): Word[] {
  return grids.reduce<Word[]>((mended, grid) => mendedGrid(mended, grid), [...words]);
}

function mendedGrid(words: Word[], grid: RuledGrid): Word[] {
  const [header, ...cells] = grid.rows.flatMap((row) =>
    row[0]?.left === grid.left && row[0].across === 1 ? [row[0]] : [],
  );
  if (header === undefined || cells.length < fewestNumbers) return words;
  const below = cells.map((cell) => textOf(words, cell)).filter((text) => text !== '');
  const numbers = below.filter((text) => number.test(text));
  const said = textOf(words, header);
  const isRow = /\d/.test(said) || said.length > 5;
  if (isRow || numbers.length < fewestNumbers || numbers.length < below.length * 0.6) return words;
  const text = /^S|^.{3}/u.test(said) ? 'STT' : 'TT';
  const size = words.find((word) => cells.some((cell) => isIn(word, cell)))?.size ?? 11;
  const middle = (header.left + header.right) / 2;
  const place = {
    left: middle - size,
    right: middle + size,
    baseline: (header.top + header.bottom) / 2 + size * 0.3,
    size,
  };
  const unread = cells.filter((cell) => !number.test(textOf(words, cell)));
  const kept = words.filter((word) => !isIn(word, header) && !unread.some((cell) => isIn(word, cell)));
  return [...kept, { text, ...place, isDoubtful: false }];
}

const isIn = (word: Word, cell: RuledCell): boolean => {
  const [x, y] = [(word.left + word.right) / 2, word.baseline - word.size * 0.3];
  return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
};

const textOf = (words: readonly Word[], cell: RuledCell): string =>
  words
    .filter((word) => isIn(word, cell))
    .map(({ text }) => text)
    .join(' ');
