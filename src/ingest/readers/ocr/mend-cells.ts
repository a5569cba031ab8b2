import type { Word } from '../printed/printed-page.ts';
import type { RuledCell, RuledGrid } from '../printed/ruled-grid.ts';

/** Signs that dust is taken for, before and behind a figure. */
const dusty = /^([.,:;'"“”‘’…·*]*)((?:[<>≤≥] ?)?\d[\d.,]*\d?%?|[%‰])([.,:;'"“”‘’…·*]*)$/u;
const onlyDust = /^[.,:;'"“”‘’…·]+$/u;

/**
 * The words of a page, those in the cells of tables without the dust around their figures: a figure in a cell ends with its last digit.
 * The column of row numbers keeps its points.
 */
export function mendCells(words: readonly Word[], grids: readonly RuledGrid[]): Word[] {
  const cells = grids.flatMap((grid) => grid.rows.flat().filter(({ left }) => left !== grid.left));
  return words.flatMap((word): Word[] => {
    const cell = cells.find((candidate) => isIn(word, candidate));
    if (cell === undefined) return [word];
    if (onlyDust.test(word.text) && words.some((other) => other !== word && isIn(other, cell))) return [];
    const text = word.text.replace(/^%[oO0ọ]$/u, '‰');
    const figure = dusty.exec(text)?.[2]?.replace(/(?<![.,])[.,]+$/, '') ?? text;
    return [figure === word.text ? word : { ...word, text: figure, isDoubtful: true }];
  });
}

const isIn = (word: Word, cell: RuledCell): boolean => {
  const [x, y] = [(word.left + word.right) / 2, word.baseline - word.size * 0.3];
  return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
};
