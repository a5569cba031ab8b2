import { isBlank, type Line, type SourceText } from '../source-text.ts';

/** A line that is a cell of a table copied one cell a line; an empty cell, kept by its page as a line of blanks, has start === end. */
export type CellLine = Line & { index: number };

/** Blank lines of a text that are seldom enough to be cells rather than its way of parting lines. */
const seldom = 0.25;

/** The lines that may be cells: those `isCell` takes, and lines of nothing but blanks where the text parts its lines by truly empty ones. */
export function cellLines(source: SourceText, isCell: (line: Line, index: number) => boolean): CellLine[] {
  const isSpaces = (line: Line | undefined) =>
    line !== undefined && isBlank(line) && /[^\S\n]/.test(source.text[line.start - 1] ?? '');
  const isEmpty = (line: Line | undefined) => line !== undefined && isBlank(line) && !isSpaces(line);
  const spaces = source.lines.filter(isSpaces).length;
  const isRare = spaces < source.lines.length * seldom;
  return source.lines.flatMap((line, index) => {
    if (!isBlank(line)) return isCell(line, index) ? [{ ...line, index }] : [];
    const isParted = isEmpty(source.lines[index - 1]) && isEmpty(source.lines[index + 1]);
    return isSpaces(line) && (isRare || isParted) ? [{ ...line, index }] : [];
  });
}
