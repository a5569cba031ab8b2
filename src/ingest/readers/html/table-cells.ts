import { childElements, type PageElement } from './page-node.ts';

/** A cell of a table of a page. */
export type PageCell = { element: PageElement; across: number; down: number };

const widestSpan = 120;
const longestSpan = 1000;

/** The cells of a table by rows; those of tables inside it are left to their cells. */
export function cellsOfTable(table: PageElement): PageCell[][] {
  const rows: PageCell[][] = [];
  for (const part of childElements(table)) {
    if (part.localName === 'tr') rows.push(cellsOfRow(part));
    else if (/^(?:thead|tbody|tfoot)$/.test(part.localName))
      for (const row of childElements(part)) if (row.localName === 'tr') rows.push(cellsOfRow(row));
  }
  return rows.filter((row) => row.length > 0);
}

function cellsOfRow(row: PageElement): PageCell[] {
  return childElements(row)
    .filter(({ localName }) => localName === 'td' || localName === 'th')
    .map((element) => ({
      element,
      across: span(element.getAttribute('colspan'), widestSpan),
      down: span(element.getAttribute('rowspan'), longestSpan),
    }));
}

const span = (value: string | null, most: number): number => {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) ? Math.min(most, Math.max(1, number)) : 1;
};

/** A table that only arranges the page: one column, or other tables in its cells. */
export function isLayoutTable(rows: readonly PageCell[][], hasTable: boolean): boolean {
  return hasTable || rows.every((row) => row.length < 2);
}
