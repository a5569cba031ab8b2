import type { Story, StoryCell } from './story.ts';

type Merge = 'none' | 'start' | 'go-on';
export type OpenCell = { story: Story; across: number; merge: Merge };

/** A table while it is read: its rows so far, and the one that is open. */
export type OpenTable = { rows: OpenCell[][]; row: OpenCell[]; isDeletedRow: boolean };

export const openTable = (): OpenTable => ({ rows: [], row: [], isDeletedRow: false });

/** Ends the open row; one that tracked changes removed is forgotten. */
export function endRow(table: OpenTable): void {
  if (!table.isDeletedRow && table.row.length > 0) table.rows.push(table.row);
  table.row = [];
  table.isDeletedRow = false;
}

/** The cells of a table, those that go on from the row above merged into the cell they go on from. */
export function mergedRows(table: OpenTable): StoryCell[][] {
  const above = new Map<number, StoryCell>();
  return table.rows.map((row) => {
    let column = 0;
    return row.flatMap(({ story, across, merge }): StoryCell[] => {
      const at = column;
      column += across;
      const owner = merge === 'go-on' ? above.get(at) : undefined;
      if (owner !== undefined) {
        owner.down++;
        return [];
      }
      const cell: StoryCell = { story, across, down: 1 };
      if (merge === 'none') above.delete(at);
      else above.set(at, cell);
      return [cell];
    });
  });
}
